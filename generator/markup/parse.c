#include <stdlib.h>

#include "base/mem.h"
#include "markup/tree.h"

size_t tree_add_definitions(const definitions *shared, struct buf *text)
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

/* Bytes of the byte-order marks that joining files left at the beginning: cmark would drop one without counting it. */
static size_t past_marks(struct str body)
{
	size_t at = 0;

	while (str_starts(str_from(body, at), STR("\xEF\xBB\xBF")))
		at += 3;
	return at;
}

struct markup *markup_parse(const struct markup_request *request, struct diags *dg)
{
	struct markup *m = mem_zero(1, sizeof *m);
	size_t from = request->from + past_marks(str_from(request->source->bytes, request->from));
	struct str body = str_from(request->source->bytes, from);
	struct buf text = BUF_INIT;

	m->source = request->source;
	m->tree = arena_new(&m->arena, struct markup_tree);
	m->tree->lines_before = tree_add_definitions(request->shared, &text);
	m->tree->from = from;
	m->tree->first_line = source_position(request->source, from).line;
	if (body.len > MARKUP_LONGEST) {
		struct place p = {request->source, from, from};

		diag_add(dg, RULE_ENCODING, p, STR_NONE, MSG(TEXT_TOO_LONG, STR("1")));
		body = STR_NONE;
	}
	buf_add(&text, body);
	m->tree->root = tree_parse(buf_str(&text));
	buf_clear(&text);
	facts_collect(m, request, dg);
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
	vec_clear(&m->list_places);
	vec_clear(&m->tables);
	vec_clear(&m->texts);
	vec_clear(&m->comments);
	arena_clear(&m->arena);
	free(m);
}
