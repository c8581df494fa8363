#include "template/compiler.h"

#include "base/escape.h"
#include "base/near.h"

static void node(struct compiler *c, const struct node *n, struct inside in);

void compile_error(struct compiler *c, enum rule_id rule, struct str where, struct str repair, struct message m)
{
	diag_add(c->dg, rule, source_place(c->source, where), repair, m);
}

bool compile_is_block(const struct node *n)
{
	return str_eq(n->space, STR(NAMESPACE_TEMPLATE)) && str_eq(n->name, STR("block"));
}

/* True for white space only; *line_end tells whether it holds a line end. */
static bool is_white(struct str s, bool *line_end)
{
	*line_end = s.len && memchr(s.at, '\n', s.len);
	return str_trim(s).len == 0;
}

static void text(struct compiler *c, const struct node *n, struct inside in)
{
	struct buf escaped = BUF_INIT;
	struct str rest;
	bool line_end;
	size_t cr;

	if (!in.keep_space && is_white(n->text, &line_end) && line_end) {
		emit_line_end(c->program);
		return;
	}
	escape_text(&escaped, n->text);
	rest = buf_str(&escaped);
	while ((cr = str_find_byte(rest, '\r')) != SIZE_MAX) { /* it was a reference, else it would be a line feed */
		emit_literal(c->program, str_slice(rest, 0, cr));
		emit_literal(c->program, STR("&#13;"));
		rest = str_from(rest, cr + 1);
	}
	emit_literal(c->program, rest);
	buf_clear(&escaped);
}

static void instruction(struct compiler *c, const struct node *n)
{
	if (!c->xml) {
		compile_error(c, RULE_TEMPLATE, n->tag, STR_NONE, MSG(TEMPLATE_INSTRUCTION, n->name));
		return;
	}
	emit_literal(c->program, STR("<?"));
	emit_literal(c->program, n->name);
	emit_literal(c->program, n->text.len ? STR(" ") : STR_NONE);
	emit_literal(c->program, n->text);
	emit_literal(c->program, STR("?>"));
}

static void children(struct compiler *c, const struct node *n, struct inside in)
{
	for (const struct node *child = n->first; child; child = child->next)
		node(c, child, in);
}

/* Reads the one path of text or html. */
static bool content_target(struct compiler *c, const struct attr *a, struct str *path, struct target *t)
{
	*path = str_trim(a->raw_value);
	return name_resolve(c, *path, t);
}

static void refuse_value(struct compiler *c, struct str path, enum message_id id)
{
	compile_error(c, RULE_TEMPLATE_PLACE, path, STR_NONE, (struct message){.id = id, .arg = {path}});
}

/* What is told about a value of such a type where text is expected. */
static const enum message_id no_text[] = {
	[FIELD_HTML] = MSG_TEMPLATE_TEXT_OF_HTML, [FIELD_JSON] = MSG_TEMPLATE_TEXT_OF_JSON,
	[FIELD_BOOL] = MSG_TEMPLATE_TEXT_OF_BOOL, [FIELD_RECORD] = MSG_TEMPLATE_TEXT_OF_RECORD,
	[FIELD_LIST] = MSG_TEMPLATE_TEXT_OF_LIST,
};

static void text_value(struct compiler *c, const struct attr *a)
{
	struct target t;
	struct str path;

	if (!content_target(c, a, &path, &t))
		return;
	if (t.type == FIELD_URL)
		emit_value(c->program, OP_URL, t.ref);
	else if (t.type == FIELD_TEXT || (t.type == FIELD_HTML && c->xml)) /* escaped HTML is how feeds hold it */
		emit_value(c->program, OP_TEXT, t.ref);
	else
		refuse_value(c, path, no_text[t.type]);
}

static void html_value(struct compiler *c, const struct attr *a, struct inside in)
{
	struct target t;
	struct str path;

	if (c->xml)
		compile_error(c, RULE_TEMPLATE_PLACE, a->raw_name, STR_NONE, MSG(TEMPLATE_HTML_IN_XML));
	else if (in.text_only)
		compile_error(c, RULE_TEMPLATE_PLACE, a->raw_name, STR_NONE, MSG(TEMPLATE_HTML_PLACE, in.holder));
	else if (!content_target(c, a, &path, &t))
		return;
	else if (t.type == FIELD_HTML)
		emit_value(c->program, OP_HTML, t.ref);
	else
		refuse_value(c, path, MSG_TEMPLATE_HTML_OF_OTHER);
}

/* Compiles a part in place: with the names that are known here. */
static void include(struct compiler *c, const struct attr *a, struct inside in)
{
	struct file *file = include_file(c, a, c->ending);
	struct chain link = {file, c->chain};
	const struct source *outer = c->source;
	const struct tree *tree;

	if (!file || !include_allowed(c, a, file) || !(tree = files_tree(c->files, file)))
		return;
	c->chain = &link;
	c->source = tree->source;
	node(c, tree->root, in);
	c->source = outer;
	c->chain = link.outer;
}

static void content(struct compiler *c, const struct node *n, const struct directives *d, struct inside in)
{
	if (d->of[DIRECTIVE_TEXT])
		text_value(c, d->of[DIRECTIVE_TEXT]);
	else if (d->of[DIRECTIVE_HTML])
		html_value(c, d->of[DIRECTIVE_HTML], in);
	else if (d->of[DIRECTIVE_INCLUDE])
		include(c, d->of[DIRECTIVE_INCLUDE], in);
	else
		children(c, n, in);
}

/* True for an element that HTML knows or that has no namespace, so that HTML will take it for its own. */
static bool is_html(const struct node *n)
{
	return n->space.len == 0 || str_eq(n->space, STR(NAMESPACE_XHTML));
}

static void check_namespace(struct compiler *c, struct str space, struct str where)
{
	static const char *const known[] = {NAMESPACE_TEMPLATE,
					    NAMESPACE_XHTML,
					    NAMESPACE_XML,
					    NAMESPACE_XMLNS,
					    "http://www.w3.org/2000/svg",
					    "http://www.w3.org/1998/Math/MathML",
					    "http://www.w3.org/1999/xlink",
					    NULL};
	struct str near = near_of(space, known);

	if (space.len == 0 || str_eq(space, near))
		return;
	/* XML may use any, but one that looks like ours is a slip that would print the sample text. */
	if (!c->xml || str_eq(near, STR(NAMESPACE_TEMPLATE)))
		compile_error(c, RULE_TEMPLATE, where, near, MSG(TEMPLATE_NAMESPACE, space));
}

static void check_namespaces(struct compiler *c, const struct node *n)
{
	for (size_t i = 0; i < n->attr_count; i++)
		if (str_eq(n->attrs[i].space, STR(NAMESPACE_XMLNS)))
			check_namespace(c, n->attrs[i].value, n->attrs[i].raw_value);
}

static bool has_capitals(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] >= 'A' && s.at[i] <= 'Z')
			return true;
	return false;
}

static void check_case(struct compiler *c, const struct node *n, struct inside in)
{
	struct str small;

	/* An element without a namespace inside svg is one of SVG's, where capitals count. */
	if (c->xml || !is_html(n) || !has_capitals(n->name) || (in.foreign && n->space.len == 0))
		return;
	small = arena_str(c->arena, n->name);
	for (size_t i = 0; i < small.len; i++)
		if (small.at[i] >= 'A' && small.at[i] <= 'Z')
			((char *)small.at)[i] |= 0x20;
	compile_error(c, RULE_TEMPLATE, n->tag, STR_NONE, MSG(TEMPLATE_ELEMENT_CASE, small));
}

/* The element may stand where it stands. */
static bool check_element(struct compiler *c, const struct node *n, enum content kind, struct inside in)
{
	enum message_id id;

	if (in.text_only)
		id = MSG_TEMPLATE_TEXT_ONLY;
	else if (kind == CONTENT_REFUSED && !c->xml)
		id = MSG_TEMPLATE_ELEMENT_REFUSED;
	else if (kind == CONTENT_CODE && (in.foreign || c->xml))
		id = MSG_TEMPLATE_CODE_PLACE;
	else
		return true;
	compile_error(c, RULE_TEMPLATE_PLACE, n->tag, STR_NONE, (struct message){.id = id, .arg = {n->name}});
	return false;
}

static bool is_empty(const struct node *n, const struct directives *d)
{
	return !n->first && !d->of[DIRECTIVE_TEXT] && !d->of[DIRECTIVE_HTML] && !d->of[DIRECTIVE_INCLUDE];
}

static void void_element(struct compiler *c, const struct node *n, const struct directives *d)
{
	if (!is_empty(n, d))
		compile_error(c, RULE_TEMPLATE_PLACE, n->tag, STR_NONE, MSG(TEMPLATE_VOID_CONTENT, n->name));
	emit_literal(c->program, STR(">"));
}

static struct inside inside_of(const struct compiler *c, const struct node *n, enum content kind, struct inside in)
{
	in.holder = n->name;
	if (c->xml)
		return in;
	in.keep_space = in.keep_space || content_keeps_space(n->name);
	in.foreign = in.foreign || content_foreign(n->name);
	in.text_only = kind == CONTENT_TEXT && !in.foreign;
	return in;
}

/* Content and end tag; the start tag is written but for its end. */
static void rest_of_element(struct compiler *c, const struct node *n, const struct directives *d, struct str name,
			    struct inside in)
{
	enum content kind = content_of(n->name);

	if (!c->xml && kind == CONTENT_VOID && (!in.foreign || str_eq(n->space, STR(NAMESPACE_XHTML)))) {
		void_element(c, n, d);
		return;
	}
	if (c->xml && is_empty(n, d)) {
		emit_literal(c->program, STR("/>"));
		return;
	}
	emit_literal(c->program, STR(">"));
	if (kind == CONTENT_CODE)
		code_content(c, n, d);
	else
		content(c, n, d, inside_of(c, n, kind, in));
	emit_literal(c->program, STR("</"));
	emit_literal(c->program, name);
	emit_literal(c->program, STR(">"));
}

static void whole_element(struct compiler *c, const struct node *n, const struct directives *d, struct inside in)
{
	struct str name = c->xml ? qualified_name(c, n->prefix, n->name) : n->name;
	size_t bound = c->bound.len;

	check_case(c, n, in);
	if (!check_element(c, n, content_of(n->name), in))
		return;
	emit_literal(c->program, STR("<"));
	emit_literal(c->program, name);
	attributes_write(c, n, d->of[DIRECTIVE_ATTR]);
	rest_of_element(c, n, d, name, in);
	c->bound.len = bound;
}

static void block(struct compiler *c, const struct node *n, const struct directives *d, struct inside in)
{
	for (size_t i = 0; i < n->attr_count; i++) {
		const struct attr *a = &n->attrs[i];

		if (a == d->of[DIRECTIVE_ATTR] ||
		    (!str_eq(a->space, STR(NAMESPACE_TEMPLATE)) && !str_eq(a->space, STR(NAMESPACE_XMLNS))))
			compile_error(c, RULE_TEMPLATE, a->raw_name, STR_NONE,
				      MSG(TEMPLATE_BLOCK_ATTRIBUTE, a->raw_name));
	}
	content(c, n, d, in);
}

static void element_or_block(struct compiler *c, const struct node *n, const struct directives *d, struct inside in)
{
	if (compile_is_block(n)) {
		block(c, n, d, in);
	} else if (str_eq(n->space, STR(NAMESPACE_TEMPLATE))) {
		struct str repair = qualified_name(c, n->prefix, STR("block"));

		compile_error(c, RULE_TEMPLATE, str_from(n->tag, 1), repair,
			      MSG(TEMPLATE_ELEMENT, str_from(n->tag, 1)));
	} else {
		whole_element(c, n, d, in);
	}
}

static void element(struct compiler *c, const struct node *n, struct inside in)
{
	struct directives d;
	struct condition k;
	struct loop l;

	if (c->depth == DEPTH_MOST) {
		compile_error(c, RULE_TEMPLATE, n->tag, STR_NONE,
			      MSG(TEMPLATE_DEPTH, arena_printf(c->arena, "%d", DEPTH_MOST)));
		return;
	}
	c->depth++;
	check_namespaces(c, n);
	directives_read(c, n, &d);
	loop_open(c, d.of[DIRECTIVE_EACH], &l);
	k = condition_open(c, d.of[DIRECTIVE_IF]);
	element_or_block(c, n, &d, in);
	condition_close(c, k);
	loop_close(c, &l);
	c->depth--;
}

static void node(struct compiler *c, const struct node *n, struct inside in)
{
	if (n->kind == NODE_TEXT)
		text(c, n, in);
	else if (n->kind == NODE_INSTRUCTION)
		instruction(c, n);
	else
		element(c, n, in);
}

/* An XML file has one root in every case, so nothing may repeat or drop it. */
static void check_root(struct compiler *c, const struct node *root)
{
	for (size_t i = 0; i < root->attr_count; i++) {
		const struct attr *a = &root->attrs[i];

		if (str_eq(a->space, STR(NAMESPACE_TEMPLATE)) &&
		    (str_eq(a->name, STR("if")) || str_eq(a->name, STR("each"))))
			compile_error(c, RULE_TEMPLATE_PLACE, a->raw_name, STR_NONE, MSG(TEMPLATE_ROOT, a->raw_name));
	}
	if (compile_is_block(root))
		compile_error(c, RULE_TEMPLATE_PLACE, root->tag, STR_NONE, MSG(TEMPLATE_ROOT, str_from(root->tag, 1)));
}

static void prolog(struct compiler *c, const struct tree *tree)
{
	if (c->xml)
		emit_literal(c->program, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
	else if (is_html(tree->root) && str_eq(tree->root->name, STR("html")))
		emit_literal(c->program, STR("<!DOCTYPE html>\n"));
	for (const struct node *n = tree->prolog; n; n = n->next) {
		instruction(c, n);
		emit_line_end(c->program);
	}
	if (c->xml)
		check_root(c, tree->root);
}

void compile_page(struct compiler *c, struct file *file)
{
	const struct tree *tree = files_tree(c->files, file);
	struct chain link = {file, NULL};

	if (!tree)
		return;
	c->source = tree->source;
	c->chain = &link;
	prolog(c, tree);
	element(c, tree->root, (struct inside){0});
	emit_line_end(c->program);
	c->chain = NULL;
	vec_clear(&c->bound);
}
