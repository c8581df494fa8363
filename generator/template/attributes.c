#include "base/escape.h"
#include "template/compiler.h"

struct str qualified_name(struct compiler *c, struct str prefix, struct str name)
{
	return prefix.len ? arena_printf(c->arena, "%.*s:%.*s", STR_ARG(prefix), STR_ARG(name)) : name;
}

/* One "attribute name" or "attribute name?" of k:attr; views of the source. */
struct pair {
	struct str name, path;
	bool optional;
};

/* Cuts the next pair off; false at the end. A pair that is not well-formed has an empty path. */
static bool next_pair(struct str *rest, struct pair *p, struct str *whole)
{
	struct str extra;

	*p = (struct pair){0};
	do {
		if (!str_split(rest, ';', whole))
			return false;
	} while (str_trim(*whole).len == 0);
	*whole = str_trim(*whole);
	extra = *whole;
	p->name = name_word(&extra, "");
	p->path = name_word(&extra, "?");
	extra = str_trim(extra);
	if (extra.len && extra.at[0] == '?') {
		p->optional = true;
		extra = str_from(extra, 1);
	}
	if (extra.len)
		p->path = STR_NONE;
	return true;
}

/* name or prefix:name. */
static bool is_attr_name(struct str s)
{
	size_t n = name_length(s);

	if (n && n < s.len && s.at[n] == ':') {
		s = str_from(s, n + 1);
		n = name_length(s);
	}
	return n && n == s.len;
}

bool attributes_dynamic(const struct attr *dynamic, struct str name)
{
	struct str rest = dynamic ? dynamic->raw_value : STR_NONE, whole;
	struct pair p;

	while (next_pair(&rest, &p, &whole))
		if (same_name(p.name, name))
			return true;
	return false;
}

static bool is_declaration(struct str qualified)
{
	return str_eq(qualified, STR("xmlns")) || str_starts(qualified, STR("xmlns:"));
}

/* True for what HTML does not know: it has lang instead. */
static bool is_dropped(const struct compiler *c, struct str qualified)
{
	return !c->xml && (is_declaration(qualified) || str_eq(qualified, STR("xml:lang")));
}

/* A literal value; in XML a reader would make spaces of line ends that are not references. */
static void write_literal(struct compiler *c, struct str value)
{
	struct buf escaped = BUF_INIT;
	struct str rest;

	escape_attr(&escaped, value);
	rest = buf_str(&escaped);
	for (size_t i = 0; c->xml && i < rest.len;) {
		if (!strchr("\t\r\n", rest.at[i])) {
			i++;
			continue;
		}
		emit_literal(c->program, str_slice(rest, 0, i));
		emit_literal(c->program, arena_printf(c->arena, "&#%d;", rest.at[i]));
		rest = str_from(rest, i + 1);
		i = 0;
	}
	emit_literal(c->program, rest);
	buf_clear(&escaped);
}

static void write_static(struct compiler *c, struct str name, struct str value)
{
	emit_literal(c->program, STR(" "));
	emit_literal(c->program, name);
	emit_literal(c->program, STR("=\""));
	write_literal(c, value);
	emit_literal(c->program, STR("\""));
}

/* The prefix is declared in the XML written so far, with this namespace. */
static bool is_bound(const struct compiler *c, struct str prefix, struct str space)
{
	for (size_t i = c->bound.len; i > 0; i--)
		if (str_eq(c->bound.at[i - 1].prefix, prefix))
			return str_eq(c->bound.at[i - 1].space, space);
	return space.len == 0; /* without any declaration, no prefix means no namespace */
}

static void bind(struct compiler *c, struct str prefix, struct str space)
{
	if (is_bound(c, prefix, space) || str_eq(prefix, STR("xml")) || str_eq(space, STR(NAMESPACE_TEMPLATE)))
		return;
	vec_push(&c->bound, ((struct binding){prefix, space}));
	write_static(c, prefix.len ? qualified_name(c, STR("xmlns"), prefix) : STR("xmlns"), space);
}

/* Declares what the element says and, where a block or another file declared it, what the element needs. */
static void write_declarations(struct compiler *c, const struct node *n)
{
	for (size_t i = 0; i < n->attr_count; i++)
		if (str_eq(n->attrs[i].space, STR(NAMESPACE_XMLNS)))
			bind(c, n->attrs[i].name, n->attrs[i].value);
	if (n->space.len)
		bind(c, n->prefix, n->space);
	for (size_t i = 0; i < n->attr_count; i++)
		if (n->attrs[i].prefix.len && !str_eq(n->attrs[i].space, STR(NAMESPACE_XMLNS)))
			bind(c, n->attrs[i].prefix, n->attrs[i].space);
}

static bool never(struct compiler *c, enum value v, struct str where, struct str name)
{
	if (v == VALUE_CODE)
		compile_error(c, RULE_TEMPLATE_PLACE, where, STR_NONE, MSG(TEMPLATE_ATTR_CODE, name));
	if (v == VALUE_DOCUMENT)
		compile_error(c, RULE_TEMPLATE_PLACE, where, STR_NONE, MSG(TEMPLATE_ATTR_DOCUMENT));
	return v == VALUE_CODE || v == VALUE_DOCUMENT;
}

/* The icon that is none: a page at an unknown depth can name no file, and without it a browser asks the root for one. */
static bool is_no_icon(const struct node *n, struct str name, struct str url)
{
	return same_name(n->name, STR("link")) && same_name(name, STR("href")) && str_eq(url, STR("data:,"));
}

static void check_static(struct compiler *c, const struct node *n, const struct attr *a, struct str name)
{
	enum value v = value_of(n->name, name);
	struct str url = str_trim(a->value), scheme;

	if (never(c, v, a->raw_name, name) || v != VALUE_URL || url_scheme_allowed(url) || is_no_icon(n, name, url))
		return;
	scheme = url_scheme(url);
	compile_error(c, RULE_TEMPLATE_PLACE, a->raw_value, STR_NONE,
		      MSG(TEMPLATE_ATTR_SCHEME, name, scheme.len ? scheme : str_slice(url, 0, 16)));
}

/* A refresh's content is an address after other things, so no field may make it. */
static bool is_refresh(const struct node *n, struct str name)
{
	const struct attr *equiv = node_attr(n, STR_NONE, STR("http-equiv"));

	return equiv && same_name(n->name, STR("meta")) && same_name(name, STR("content")) &&
	       same_name(str_trim(equiv->value), STR("refresh"));
}

static bool type_fits(struct compiler *c, const struct pair *p, enum field_type type, enum value v)
{
	enum message_id id;

	switch (type) {
	case FIELD_TEXT:
		if (v != VALUE_URL)
			return true;
		id = MSG_TEMPLATE_ATTR_WANTS_URL;
		break;
	case FIELD_URL:
	case FIELD_BOOL:
		return true;
	case FIELD_HTML:
	case FIELD_JSON:
		id = MSG_TEMPLATE_ATTR_OF_MARKUP;
		break;
	default:
		id = type == FIELD_LIST ? MSG_TEMPLATE_TEXT_OF_LIST : MSG_TEMPLATE_TEXT_OF_RECORD;
	}
	compile_error(c, RULE_TEMPLATE_PLACE, p->path, STR_NONE, (struct message){.id = id, .arg = {p->path, p->name}});
	return false;
}

static bool check_pair(struct compiler *c, const struct node *n, const struct pair *p, struct target *t)
{
	enum value v = value_of(n->name, p->name);

	if (never(c, v, p->name, p->name))
		return false;
	if (v == VALUE_FIXED || is_refresh(n, p->name) || is_declaration(p->name)) {
		compile_error(c, RULE_TEMPLATE_PLACE, p->name, STR_NONE, MSG(TEMPLATE_ATTR_FIXED, p->name));
		return false;
	}
	return name_resolve(c, p->path, t) && type_fits(c, p, t->type, v);
}

static void write_flag(struct compiler *c, const struct pair *p, size_t ref)
{
	size_t jump = emit_jump(c->program, OP_IF, ref);

	if (c->xml) {
		write_static(c, p->name, p->name);
	} else {
		emit_literal(c->program, STR(" "));
		emit_literal(c->program, p->name);
	}
	emit_land(c->program, jump);
}

static void write_pair(struct compiler *c, const struct pair *p, const struct target *t)
{
	size_t jump = 0;

	if (t->type == FIELD_BOOL) {
		write_flag(c, p, t->ref);
		return;
	}
	if (p->optional)
		jump = emit_jump(c->program, OP_IF, t->ref);
	emit_literal(c->program, STR(" "));
	emit_literal(c->program, p->name);
	emit_literal(c->program, STR("=\""));
	emit_value(c->program, t->type == FIELD_URL ? OP_URL : OP_ATTR, t->ref);
	emit_literal(c->program, STR("\""));
	if (p->optional)
		emit_land(c->program, jump);
}

/* The namespace that a prefix in k:attr means at this element; false where none is declared. */
static bool find_prefix(const struct node *n, struct str prefix, struct str *space)
{
	*space = STR(NAMESPACE_XML);
	if (str_eq(prefix, STR("xml")))
		return true;
	for (; n; n = n->parent) {
		const struct attr *a = node_attr(n, STR(NAMESPACE_XMLNS), prefix);

		if (a) {
			*space = a->value;
			return true;
		}
	}
	return false;
}

static bool check_prefix(struct compiler *c, const struct node *n, const struct pair *p)
{
	size_t colon = str_find_byte(p->name, ':');
	struct str prefix, space;

	if (colon == SIZE_MAX || is_declaration(p->name))
		return true;
	prefix = str_slice(p->name, 0, colon);
	if (!find_prefix(n, prefix, &space)) {
		compile_error(c, RULE_TEMPLATE, p->name, STR_NONE, MSG(TEMPLATE_PREFIX, prefix));
		return false;
	}
	if (str_eq(space, STR(NAMESPACE_TEMPLATE))) {
		compile_error(c, RULE_TEMPLATE, p->name, STR_NONE, MSG(TEMPLATE_DIRECTIVE, p->name));
		return false;
	}
	if (c->xml)
		bind(c, prefix, space);
	return true;
}

static bool stands_before(struct str all, const struct pair *p)
{
	struct str rest = str_slice(all, 0, (size_t)(p->name.at - all.at)), whole;
	struct pair q;

	while (next_pair(&rest, &q, &whole))
		if (same_name(q.name, p->name))
			return true;
	return false;
}

static bool check_form(struct compiler *c, const struct pair *p, struct str whole, struct str all)
{
	if (p->path.len == 0 || !is_attr_name(p->name)) {
		compile_error(c, RULE_TEMPLATE, whole, STR_NONE, MSG(TEMPLATE_ATTR_FORM));
		return false;
	}
	if (stands_before(all, p)) {
		compile_error(c, RULE_TEMPLATE, p->name, STR_NONE, MSG(TEMPLATE_ATTRIBUTE_TWICE, p->name));
		return false;
	}
	return true;
}

static void write_dynamic(struct compiler *c, const struct node *n, const struct attr *dynamic)
{
	struct str rest = dynamic->raw_value, whole;
	struct target t;
	struct pair p;

	if (str_trim(rest).len == 0)
		compile_error(c, RULE_TEMPLATE, rest, STR_NONE, MSG(TEMPLATE_ATTR_FORM));
	while (next_pair(&rest, &p, &whole))
		if (check_form(c, &p, whole, dynamic->raw_value) && check_prefix(c, n, &p) &&
		    check_pair(c, n, &p, &t) && !is_dropped(c, p.name))
			write_pair(c, &p, &t);
}

void attributes_write(struct compiler *c, const struct node *n, const struct attr *dynamic)
{
	if (c->xml)
		write_declarations(c, n);
	for (size_t i = 0; i < n->attr_count; i++) {
		const struct attr *a = &n->attrs[i];
		struct str name = qualified_name(c, a->prefix, a->name);

		if (str_eq(a->space, STR(NAMESPACE_XMLNS)) || str_eq(a->space, STR(NAMESPACE_TEMPLATE)))
			continue;
		check_static(c, n, a, name);
		if (!is_dropped(c, name) && !attributes_dynamic(dynamic, name))
			write_static(c, name, a->value);
	}
	if (dynamic)
		write_dynamic(c, n, dynamic);
}
