#include <strings.h>

#include "template/compiler.h"
#include "template/css.h"

static struct message only_constant(struct str what)
{
	return MSG(TEMPLATE_CODE_CONSTANT, what);
}

/*
 * Position of what would end a script or style, or begin a script's hidden part; SIZE_MAX where there is nothing such.
 */
static size_t find_end(struct str text, bool is_script, struct str *what)
{
	const char *end = is_script ? "</script" : "</style";

	for (size_t i = 0; i < text.len; i++) {
		struct str rest = str_from(text, i);

		if (rest.at[0] != '<')
			continue;
		*what = str_starts(rest, STR("<!--")) ? STR("<!--") : str_of(end);
		if (str_starts(rest, STR("<!--")) ||
		    (rest.len >= strlen(end) && strncasecmp(rest.at, end, strlen(end)) == 0))
			return i;
	}
	return SIZE_MAX;
}

static void tell_end(struct compiler *c, const struct source *source, struct str where, struct str what)
{
	diag_add(c->dg, RULE_TEMPLATE_PLACE, source_place(source, where), STR_NONE, MSG(TEMPLATE_CODE_END, what));
}

/* Where it stands in the bytes as written; what is only there after references became text: at the beginning. */
static struct str end_in_bytes(struct str raw, bool is_script)
{
	struct str what;
	size_t at = find_end(raw, is_script, &what);

	return at == SIZE_MAX ? str_slice(raw, 0, 0) : str_slice(raw, at, at + what.len);
}

/* Where it stands in a style sheet's bytes: the first place that is still there after css_strip, so in no comment. */
static struct str end_in_css(struct str raw)
{
	struct buf stripped = BUF_INIT;
	struct str what, found = str_slice(raw, 0, 0);
	size_t from = 0, at;

	while (!found.len && (at = find_end(str_from(raw, from), false, &what)) != SIZE_MAX) {
		struct str until = str_slice(raw, 0, from + at + what.len);
		struct str unused;

		css_strip(&stripped, until);
		if (find_end(buf_str(&stripped), false, &unused) != SIZE_MAX)
			found = str_slice(raw, from + at, from + at + what.len);
		from += at + 1;
		buf_reset(&stripped);
	}
	buf_clear(&stripped);
	return found;
}

static void add_file(struct compiler *c, const struct attr *a, bool is_script, struct buf *text)
{
	struct file *file = include_file(c, a, STR_NONE);
	size_t from = text->len, at;
	struct str what;

	if (!file || !include_allowed(c, a, file))
		return;
	if (is_script)
		buf_add(text, files_text(file));
	else
		css_strip(text, files_text(file));
	at = find_end(str_from(buf_str(text), from), is_script, &what);
	if (at != SIZE_MAX)
		tell_end(c, file->source,
			 is_script ? end_in_bytes(files_text(file), true) : end_in_css(files_text(file)), what);
}

/* The only element inside style and script: <k:block k:include="..."/>. */
static void add_block(struct compiler *c, const struct node *n, bool is_script, struct buf *text)
{
	struct directives d;

	if (!compile_is_block(n)) {
		compile_error(c, RULE_TEMPLATE_PLACE, n->tag, STR_NONE, only_constant(str_from(n->tag, 1)));
		return;
	}
	directives_read(c, n, &d);
	for (unsigned i = 0; i < DIRECTIVE_COUNT; i++)
		if (i != DIRECTIVE_INCLUDE && d.of[i])
			compile_error(c, RULE_TEMPLATE_PLACE, d.of[i]->raw_name, STR_NONE,
				      only_constant(d.of[i]->raw_name));
	if (d.of[DIRECTIVE_INCLUDE])
		add_file(c, d.of[DIRECTIVE_INCLUDE], is_script, text);
}

static void add_content(struct compiler *c, const struct node *n, bool is_script, struct buf *text)
{
	struct str what;

	for (const struct node *child = n->first; child; child = child->next) {
		if (child->kind == NODE_TEXT)
			buf_add(text, child->text);
		else if (child->kind == NODE_ELEMENT)
			add_block(c, child, is_script, text);
		else
			compile_error(c, RULE_TEMPLATE, child->tag, STR_NONE, MSG(TEMPLATE_INSTRUCTION, child->name));
		if (child->kind == NODE_TEXT && find_end(child->text, is_script, &what) != SIZE_MAX)
			tell_end(c, c->source, end_in_bytes(n->content, is_script), what);
	}
}

/* A browser reads CR and CRLF as LF before it makes a text's hash, so that is how the text is written. */
static struct str with_line_feeds(struct arena *a, struct str s)
{
	struct str copy = arena_str(a, s);
	char *to = arena_alloc(a, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < copy.len; i++) {
		if (copy.at[i] == '\r' && i + 1 < copy.len && copy.at[i + 1] == '\n')
			continue;
		to[n++] = copy.at[i] == '\r' ? '\n' : copy.at[i];
	}
	return (struct str){to, n};
}

static void add_inline(struct program *p, bool is_script, struct str text)
{
	if (is_script && text.len == 0)
		return;
	for (size_t i = 0; i < p->inlines.len; i++)
		if (p->inlines.at[i].is_script == is_script && str_eq(p->inlines.at[i].text, text))
			return;
	vec_push(&p->inlines, ((struct inline_text){is_script, text}));
}

static void write_json(struct compiler *c, const struct attr *a)
{
	struct str rest = a->raw_value, path = str_trim(rest);
	struct target t;

	if (!name_resolve(c, path, &t))
		return;
	if (t.type == FIELD_JSON)
		emit_value(c->program, OP_JSON, t.ref);
	else
		compile_error(c, RULE_TEMPLATE_PLACE, path, STR_NONE, MSG(TEMPLATE_CODE_JSON_ONLY, path));
}

/* What a script element is to a browser. */
struct code {
	bool is_script;
	bool json; /* data, not run */
	bool src;  /* the text is passed over */
};

static struct code code_of(const struct node *n, const struct directives *d)
{
	const struct attr *type = node_attr(n, STR_NONE, STR("type"));
	struct code k = {.is_script = same_name(n->name, STR("script"))};

	k.json = k.is_script && type && script_type_json(type->value);
	k.src = k.is_script &&
		(node_attr(n, STR_NONE, STR("src")) || attributes_dynamic(d->of[DIRECTIVE_ATTR], STR("src")));
	return k;
}

static void write_text(struct compiler *c, const struct node *n, const struct directives *d, struct code k)
{
	struct buf text = BUF_INIT;
	size_t told = c->dg->list.len;
	struct str whole, what;

	if (d->of[DIRECTIVE_INCLUDE])
		add_file(c, d->of[DIRECTIVE_INCLUDE], k.is_script, &text);
	else
		add_content(c, n, k.is_script, &text);
	/* Without white space round it: some checkers of policies hash it so, browsers as it stands; now both see the same. */
	whole = str_trim(with_line_feeds(c->arena, buf_str(&text)));
	buf_clear(&text);
	if (k.src && str_trim(whole).len)
		compile_error(c, RULE_TEMPLATE_PLACE, n->tag, STR_NONE, MSG(TEMPLATE_CODE_SRC));
	/* Pieces that are harmless alone may not be so side by side; where one was told already, this follows from it. */
	if (find_end(whole, k.is_script, &what) != SIZE_MAX && c->dg->list.len == told)
		compile_error(c, RULE_TEMPLATE_PLACE, n->tag, STR_NONE, MSG(TEMPLATE_CODE_END, what));
	emit_literal(c->program, whole);
	if (!k.src && !k.json)
		add_inline(c->program, k.is_script, whole);
}

void code_content(struct compiler *c, const struct node *n, const struct directives *d)
{
	const struct attr *text = d->of[DIRECTIVE_TEXT], *html = d->of[DIRECTIVE_HTML], *each = d->of[DIRECTIVE_EACH];
	struct code k = code_of(n, d);

	if (each)
		compile_error(c, RULE_TEMPLATE_PLACE, each->raw_name, STR_NONE, only_constant(each->raw_name));
	if (html)
		compile_error(c, RULE_TEMPLATE_PLACE, html->raw_name, STR_NONE, only_constant(html->raw_name));
	if (text && !k.json)
		compile_error(c, RULE_TEMPLATE_PLACE, text->raw_name, STR_NONE, only_constant(text->raw_name));
	else if (text)
		write_json(c, text);
	if (!text && !html)
		write_text(c, n, d, k);
}
