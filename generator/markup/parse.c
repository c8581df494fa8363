#include <stdlib.h>

#include "base/mem.h"
#include "markup/tree.h"

/* cmark takes memory through these, so that running out ends the program in the one place for it. */
static cmark_mem allocator = {mem_zero, mem_resize, free};

/* The text that cmark gets: shared definitions first, so that an unclosed fence of the text cannot swallow them. */
static size_t prepend_definitions(const definitions *shared, struct buf *text)
{
	size_t lines = 0;

	for (size_t i = 0; shared && i < shared->len; i++, lines++)
		buf_addf(text, "[%.*s]: <" SHARED_SCHEME "%zu>\n", STR_ARG(shared->at[i].label), i);
	if (lines) {
		buf_add_byte(text, '\n');
		lines++;
	}
	return lines;
}

struct markup *markup_parse(const struct markup_request *request, struct diags *dg)
{
	struct markup *m = mem_zero(1, sizeof *m);
	struct str body = str_from(request->source->bytes, request->from);
	struct buf text = BUF_INIT;
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &allocator);

	m->source = request->source;
	m->tree = arena_new(&m->arena, struct markup_tree);
	m->tree->lines_before = prepend_definitions(request->shared, &text);
	m->tree->first_line = source_position(request->source, request->from).line;
	if (body.len > MARKUP_LONGEST) {
		struct place p = {request->source, request->from, request->from};

		diag_add(dg, RULE_ENCODING, p, STR_NONE, MSG(TEXT_TOO_LONG, STR("1")));
		body = STR_NONE;
	}
	buf_add(&text, body);
	cmark_parser_feed(parser, text.at, text.len);
	m->tree->root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	buf_clear(&text);
	facts_collect(m, request->shared, dg);
	return m;
}

void markup_free(struct markup *m)
{
	if (!m)
		return;
	cmark_node_free(m->tree->root);
	vec_clear(&m->links);
	vec_clear(&m->headings);
	vec_clear(&m->lists);
	vec_clear(&m->texts);
	vec_clear(&m->comments);
	arena_clear(&m->arena);
	free(m);
}
