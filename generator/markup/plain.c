/*
 * plain.c - a text without its form: what is read, block by block.
 */
#include "markup/tree.h"

static void end_block(struct buf *block, bool is_heading, markup_see_block *see, void *ctx)
{
	if (block->len)
		see(ctx, is_heading, buf_str(block));
	buf_reset(block);
}

static void part_cells(struct buf *block, const struct node_cell *cell, bool entering)
{
	if (entering && cell->column && !cell->is_beyond)
		buf_add(block, STR(" | "));
}

void markup_plain(const struct markup *m, markup_see_block *see, void *ctx)
{
	cmark_iter *it = cmark_iter_new(m->tree->root);
	struct buf block = BUF_INIT;
	cmark_event_type event;

	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(it);

		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_TEXT:
		case CMARK_NODE_CODE:
			buf_add(&block, tree_literal(node));
			break;
		case CMARK_NODE_SOFTBREAK:
		case CMARK_NODE_LINEBREAK:
			buf_add_byte(&block, ' ');
			break;
		case CMARK_NODE_CODE_BLOCK:
			buf_add(&block, str_trim(tree_literal(node)));
			end_block(&block, false, see, ctx);
			break;
		case CMARK_NODE_PARAGRAPH:
			if (tree_cell(node))
				part_cells(&block, tree_cell(node), event == CMARK_EVENT_ENTER);
			else if (event == CMARK_EVENT_EXIT)
				end_block(&block, false, see, ctx);
			break;
		case CMARK_NODE_HEADING:
		case CMARK_NODE_CUSTOM_BLOCK:
			if (event == CMARK_EVENT_EXIT)
				end_block(&block, cmark_node_get_type(node) == CMARK_NODE_HEADING, see, ctx);
			break;
		default:
			break;
		}
	}
	cmark_iter_free(it);
	buf_clear(&block);
}
