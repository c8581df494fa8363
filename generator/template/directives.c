#include "base/near.h"
#include "template/compiler.h"

static const char *const names[] = {
	[DIRECTIVE_TEXT] = "text", [DIRECTIVE_HTML] = "html", [DIRECTIVE_INCLUDE] = "include",
	[DIRECTIVE_ATTR] = "attr", [DIRECTIVE_IF] = "if",     [DIRECTIVE_EACH] = "each",
	[DIRECTIVE_COUNT] = NULL,
};

static enum directive directive_of(struct str name)
{
	unsigned i = 0;

	while (i < DIRECTIVE_COUNT && !str_eq(name, str_of(names[i])))
		i++;
	return (enum directive)i;
}

static void unknown(struct compiler *c, const struct attr *a)
{
	struct str near = near_of(a->name, names);

	if (near.len)
		near = qualified_name(c, a->prefix, near);
	compile_error(c, RULE_TEMPLATE, a->raw_name, near, MSG(TEMPLATE_DIRECTIVE, a->raw_name));
}

/* text, html and include each set the content; the second of them in the file is told. */
static void check_one_content(struct compiler *c, const struct directives *d)
{
	const struct attr *first = NULL;

	for (unsigned i = DIRECTIVE_TEXT; i <= DIRECTIVE_INCLUDE; i++) {
		const struct attr *a = d->of[i], *second = a;

		if (!a)
			continue;
		if (first && first->raw_name.at > a->raw_name.at)
			second = first;
		if (first)
			compile_error(c, RULE_TEMPLATE, second->raw_name, STR_NONE,
				      MSG(TEMPLATE_ONE_CONTENT, second == a ? first->raw_name : a->raw_name,
					  second->raw_name));
		first = a;
	}
}

void directives_read(struct compiler *c, const struct node *n, struct directives *d)
{
	*d = (struct directives){0};
	for (size_t i = 0; i < n->attr_count; i++) {
		const struct attr *a = &n->attrs[i];
		enum directive which;

		if (!str_eq(a->space, STR(NAMESPACE_TEMPLATE)))
			continue;
		which = directive_of(a->name);
		if (which == DIRECTIVE_COUNT)
			unknown(c, a);
		else
			d->of[which] = a;
	}
	check_one_content(c, d);
}

/* Reads "path" or "not path" of an if; false where it is neither. */
static bool read_condition(struct compiler *c, const struct attr *a, struct str *path, bool *negated)
{
	struct str rest = a->raw_value, extra;

	*path = name_word(&rest, "");
	extra = name_word(&rest, "");
	*negated = extra.len && str_eq(*path, STR("not"));
	if (*negated) {
		*path = extra;
		extra = name_word(&rest, "");
	}
	if (path->len && !extra.len)
		return true;
	compile_error(c, RULE_TEMPLATE, extra.len ? extra : a->raw_value, STR_NONE, MSG(TEMPLATE_IF_FORM));
	return false;
}

struct condition condition_open(struct compiler *c, const struct attr *a)
{
	struct condition k = {0};
	struct target t;
	struct str path;
	bool negated;

	if (!a || !read_condition(c, a, &path, &negated) || !name_resolve(c, path, &t))
		return k;
	k.jump = emit_jump(c->program, negated ? OP_UNLESS : OP_IF, t.ref);
	k.open = true;
	return k;
}

void condition_close(struct compiler *c, struct condition k)
{
	if (k.open)
		emit_land(c->program, k.jump);
}

static bool is_reserved(struct str name)
{
	return str_eq(name, STR("say")) || str_eq(name, STR("not")) || str_eq(name, STR("in"));
}

/* Reads "name in list"; false where it is not so. */
static bool read_each(struct compiler *c, const struct attr *a, struct str *name, struct str *list)
{
	struct str rest = a->raw_value, in, extra;

	*name = name_word(&rest, "");
	in = name_word(&rest, "");
	*list = name_word(&rest, "");
	extra = name_word(&rest, "");
	if (!str_eq(in, STR("in")) || list->len == 0 || extra.len) {
		compile_error(c, RULE_TEMPLATE, extra.len ? extra : a->raw_value, STR_NONE, MSG(TEMPLATE_EACH_FORM));
		return false;
	}
	if (name_length(*name) != name->len || is_reserved(*name)) {
		compile_error(c, RULE_TEMPLATE, *name, STR_NONE, MSG(TEMPLATE_LOOP_NAME, *name));
		return false;
	}
	return true;
}

static bool resolve_list(struct compiler *c, struct str path, struct target *t)
{
	if (!name_resolve(c, path, t))
		return false;
	if (t->type == FIELD_LIST)
		return true;
	compile_error(c, RULE_TEMPLATE_PLACE, path, STR_NONE, MSG(TEMPLATE_NOT_LIST, path));
	return false;
}

void loop_open(struct compiler *c, const struct attr *a, struct loop *l)
{
	struct target t;
	struct str list;

	*l = (struct loop){0};
	if (!a)
		return;
	l->scope.outer = c->scope;
	if (read_each(c, a, &l->scope.name, &list) && resolve_list(c, list, &t)) {
		l->scope.schema = t.of;
		l->scope.frame = ++c->loops;
		l->counted = true;
		l->each = emit_jump(c->program, OP_EACH, t.ref);
		c->program->label = c->program->ops.len; /* the next item begins here */
	}
	l->open = true;
	c->scope = &l->scope; /* also after a mistake: the name is known, what it names is not judged */
}

void loop_close(struct compiler *c, struct loop *l)
{
	if (!l->open)
		return;
	c->scope = l->scope.outer;
	if (l->counted) {
		c->loops--;
		emit_next(c->program, l->each);
	}
}
