#include "base/near.h"
#include "template/compiler.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

size_t name_length(struct str s)
{
	size_t n = 0;

	while (n < s.len && (is_letter(s.at[n]) || (n > 0 && ((s.at[n] >= '0' && s.at[n] <= '9') || s.at[n] == '-'))))
		n++;
	return n;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str name_word(struct str *rest, const char *stop)
{
	struct str word;
	size_t from = 0, end;

	while (from < rest->len && is_space(rest->at[from]))
		from++;
	for (end = from; end < rest->len && !is_space(rest->at[end]) && !strchr(stop, rest->at[end]); end++)
		;
	word = str_slice(*rest, from, end);
	*rest = str_from(*rest, end);
	return word;
}

/* A path is name(.name)*; the first byte that is not so is told. */
static bool check_form(struct compiler *c, struct str path)
{
	size_t at = 0, n;

	for (;;) {
		n = name_length(str_from(path, at));
		at += n;
		if (n == 0 || (at < path.len && path.at[at] != '.'))
			break;
		if (at == path.len)
			return true;
		at++;
	}
	compile_error(c, RULE_TEMPLATE, str_from(path, at), STR_NONE, MSG(TEMPLATE_PATH_FORM));
	return false;
}

static const struct field *find_field(const struct schema *s, struct str name)
{
	for (size_t i = 0; i < s->count; i++)
		if (str_eq(str_of(s->fields[i].name), name))
			return &s->fields[i];
	return NULL;
}

static void offer_fields(struct near *n, const struct schema *s)
{
	for (size_t i = 0; i < s->count; i++)
		near_offer(n, str_of(s->fields[i].name));
}

static void unknown_first(struct compiler *c, struct str name)
{
	struct near n = near_begin(name);

	offer_fields(&n, c->root);
	for (const struct scope *s = c->scope; s; s = s->outer)
		near_offer(&n, s->name);
	near_offer(&n, STR("say"));
	compile_error(c, RULE_TEMPLATE_NAME, name, n.best, MSG(TEMPLATE_NAME_UNKNOWN, name));
}

static void unknown_field(struct compiler *c, const struct schema *s, struct str name)
{
	struct near n = near_begin(name);

	offer_fields(&n, s);
	compile_error(c, RULE_TEMPLATE_NAME, name, n.best, MSG(TEMPLATE_FIELD_UNKNOWN, name, str_of(s->name)));
}

static size_t add_ref(struct compiler *c, struct ref r)
{
	vec_push(&c->program->refs, r);
	return c->program->refs.len - 1;
}

static bool find_word(const struct theme_request *r, struct str name, size_t *at)
{
	size_t low = 0, high = r->word_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = str_cmp(r->words[mid], name);

		if (order == 0) {
			*at = mid;
			return true;
		}
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

/* say.NAME; the path begins with "say". */
static bool resolve_word(struct compiler *c, struct str path, struct target *t)
{
	struct str name = str_from(path, strlen("say."));
	struct near near = near_begin(name);
	size_t at;

	if (name.len == 0) {
		compile_error(c, RULE_TEMPLATE, str_from(path, path.len), STR_NONE, MSG(TEMPLATE_PATH_FORM));
		return false;
	}
	if (!find_word(c->request, name, &at)) {
		if (c->request->words_lack)
			return false;
		for (size_t i = 0; i < c->request->word_count; i++)
			near_offer(&near, c->request->words[i]);
		compile_error(c, RULE_TEMPLATE_NAME, name, near.best, MSG(TEMPLATE_WORD_UNKNOWN, name));
		return false;
	}
	t->type = FIELD_TEXT;
	t->of = NULL;
	t->ref = add_ref(c, (struct ref){REF_WORD, FIELD_TEXT, at, 0, 0, arena_str(c->arena, path)});
	return true;
}

/* The schema that the field's value is described by, where a name follows; NULL: told. `so_far` is the path to it. */
static const struct schema *go_into(struct compiler *c, const struct field *f, struct str so_far, struct str name)
{
	if (f->type == FIELD_RECORD)
		return f->of;
	if (f->type == FIELD_LIST)
		compile_error(c, RULE_TEMPLATE_NAME, name, STR_NONE, MSG(TEMPLATE_INTO_LIST, so_far));
	else
		compile_error(c, RULE_TEMPLATE_NAME, name, STR_NONE, MSG(TEMPLATE_NOT_RECORD, so_far));
	return NULL;
}

/* Follows the names in rest from a struct; the ref's steps are added on the way. */
static bool follow(struct compiler *c, struct str path, struct str rest, const struct schema *schema, int frame,
		   struct target *t)
{
	struct ref r = {.frame = frame, .type = FIELD_RECORD, .first = c->program->steps.len};
	const struct field *f = NULL;
	struct str name;

	t->of = schema;
	while (str_split(&rest, '.', &name)) {
		struct str so_far = str_slice(path, 0, (size_t)(name.at - path.at) - (name.at > path.at));

		if (f && !(schema = go_into(c, f, so_far, name)))
			return false;
		if (!(f = find_field(schema, name))) {
			if (schema == c->root && name.at == path.at)
				unknown_first(c, name);
			else
				unknown_field(c, schema, name);
			return false;
		}
		vec_push(&c->program->steps, f->offset);
		r.count++;
		r.type = f->type;
		t->of = f->of;
	}
	r.item = r.type == FIELD_LIST ? t->of->size : 0;
	r.name = arena_str(c->arena, path);
	t->type = r.type;
	t->ref = add_ref(c, r);
	return true;
}

bool name_resolve(struct compiler *c, struct str path, struct target *t)
{
	struct str rest = path, first;

	if (!check_form(c, path))
		return false;
	str_split(&rest, '.', &first);
	for (const struct scope *s = c->scope; s; s = s->outer)
		if (str_eq(s->name, first))
			return s->schema && follow(c, path, rest, s->schema, s->frame, t);
	if (str_eq(first, STR("say")))
		return resolve_word(c, path, t);
	return follow(c, path, path, c->root, 0, t);
}
