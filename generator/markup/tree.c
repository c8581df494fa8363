#include "markup/tree.h"

static size_t source_line_of(const struct markup_tree *t, int cmark_line)
{
	size_t line = cmark_line > 0 ? (size_t)cmark_line : 1;

	line = line > t->lines_before ? line - t->lines_before : 1;
	return line + t->first_line - 1;
}

struct place tree_place(const struct markup *m, cmark_node *block)
{
	const struct source *s = m->source;
	size_t first = source_line_of(m->tree, cmark_node_get_start_line(block));
	size_t last = source_line_of(m->tree, cmark_node_get_end_line(block));
	int column = cmark_node_get_start_column(block);
	struct place p = {.source = s};
	struct str line = source_line(s, first);

	p.from = source_line_start(s, first);
	if (column > 1)
		p.from += (size_t)(column - 1) < line.len ? (size_t)(column - 1) : line.len;
	p.to = last < first ? p.from : source_line_start(s, last) + source_line(s, last).len;
	if (p.to < p.from)
		p.to = p.from;
	return p;
}

struct str tree_literal(cmark_node *node)
{
	return str_of(cmark_node_get_literal(node));
}

struct str tree_text(cmark_node *node, struct arena *a)
{
	struct buf text = BUF_INIT;
	cmark_iter *it = cmark_iter_new(node);
	struct str kept;

	while (cmark_iter_next(it) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(it);

		switch (cmark_node_get_type(n)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
			buf_add(&text, tree_literal(n));
			break;
		case CMARK_NODE_SOFTBREAK:
		case CMARK_NODE_LINEBREAK:
			buf_add_byte(&text, ' ');
			break;
		default:
			break;
		}
	}
	cmark_iter_free(it);
	kept = arena_str(a, buf_str(&text));
	buf_clear(&text);
	return kept;
}
