#include "markup/tree.h"

#include <stdlib.h>

#include "base/mem.h"

/* cmark takes memory through these, so that running out ends the program in the one place for it. */
static cmark_mem allocator = {mem_zero, mem_resize, free};

cmark_node *tree_parse(struct str text)
{
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &allocator);
	cmark_node *root;

	cmark_parser_feed(parser, text.at, text.len);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

cmark_node *tree_new(cmark_node_type type)
{
	return cmark_node_new_with_mem(type, &allocator);
}

const struct node_cell *tree_cell(cmark_node *paragraph)
{
	const struct node_start *start =
		cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH ? cmark_node_get_user_data(paragraph) : NULL;

	return start ? start->cell : NULL;
}

const struct node_table *tree_table(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK ? cmark_node_get_user_data(node) : NULL;
}

static size_t source_line_of(const struct markup_tree *t, int cmark_line)
{
	size_t line = cmark_line > 0 ? (size_t)cmark_line : 1;

	line = line > t->lines_before ? line - t->lines_before : 1;
	return line + t->first_line - 1;
}

/* Byte of the source at which a line of the Markdown begins; the first one may stand behind a byte-order mark. */
static size_t line_start(const struct markup *m, size_t line)
{
	return line == m->tree->first_line ? m->tree->from : source_line_start(m->source, line);
}

/* "---" or "===" behind the prefix of a line. */
static bool underlines(struct str line)
{
	size_t at = 0, run;

	while (at < line.len && strchr(" \t>", line.at[at]))
		at++;
	line = str_trim(str_from(line, at));
	for (run = 0; run < line.len && line.at[run] == line.at[0]; run++)
		;
	return run > 0 && run == line.len && (line.at[0] == '-' || line.at[0] == '=');
}

static size_t count_lines(struct str text)
{
	size_t n = 0;

	for (size_t at = 0; (at = str_find(text, STR("\n"), at)) != SIZE_MAX; at++)
		n++;
	return n;
}

/* cmark's end is a line late for headings by underlining, and one early for some blocks of HTML. */
static size_t last_line(const struct markup *m, cmark_node *block, size_t first)
{
	size_t last = source_line_of(m->tree, cmark_node_get_end_line(block));

	if (cmark_node_get_type(block) == CMARK_NODE_HTML_BLOCK)
		return first + count_lines(tree_literal(block)) - 1;
	for (size_t n = first + 1; cmark_node_get_type(block) == CMARK_NODE_HEADING && n <= last; n++)
		if (underlines(source_line(m->source, n)))
			return n;
	return last;
}

/* Where cmark says that a block stands. */
static struct place told_place(const struct markup *m, cmark_node *block)
{
	const struct source *s = m->source;
	size_t first = source_line_of(m->tree, cmark_node_get_start_line(block));
	size_t last = last_line(m, block, first);
	int column = cmark_node_get_start_column(block);
	size_t end = source_line_start(s, first) + source_line(s, first).len;
	struct place p = {.source = s, .from = line_start(m, first)};

	if (column > 1)
		p.from += (size_t)(column - 1);
	if (p.from > end)
		p.from = end;
	p.to = last < first ? p.from : source_line_start(s, last) + source_line(s, last).len;
	if (p.to < p.from)
		p.to = p.from;
	return p;
}

struct place tree_place(const struct markup *m, cmark_node *block)
{
	const struct node_table *table = tree_table(block);
	const struct node_cell *cell = tree_cell(block);

	return table ? table->place : cell ? cell->place : told_place(m, block);
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
