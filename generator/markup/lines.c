/*
 * lines.c - a text without its markup, for machines that take no HTML: a line a paragraph, steps with their numbers.
 */
#include "markup/tree.h"

struct lines {
	struct buf *out;
	size_t start;	  /* of this text in out */
	VEC(int) numbers; /* for each open list the next item's; counting siblings would cost the square of a list */
};

static void end_line(struct lines *p)
{
	if (p->out->len > p->start && p->out->at[p->out->len - 1] != '\n')
		buf_add_byte(p->out, '\n');
}

static void begin_item(struct lines *p, cmark_node *item)
{
	int number = p->numbers.at[p->numbers.len - 1]++;

	end_line(p);
	if (cmark_node_get_list_type(cmark_node_parent(item)) == CMARK_ORDERED_LIST)
		buf_addf(p->out, "%d. ", number);
	else
		buf_add(p->out, STR("- "));
}

static void begin_cell(struct lines *p, const struct node_cell *cell)
{
	if (cell && cell->column && !cell->is_beyond)
		buf_add(p->out, STR(" | "));
}

static void enter(struct lines *p, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		buf_add(p->out, tree_literal(node));
		break;
	case CMARK_NODE_CODE_BLOCK:
		end_line(p);
		buf_add(p->out, tree_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		buf_add_byte(p->out, ' ');
		break;
	case CMARK_NODE_LIST:
		vec_push(&p->numbers, cmark_node_get_list_start(node));
		break;
	case CMARK_NODE_ITEM:
		begin_item(p, node);
		break;
	case CMARK_NODE_PARAGRAPH:
		begin_cell(p, tree_cell(node));
		break;
	default:
		break;
	}
}

static void leave(struct lines *p, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if ((type == CMARK_NODE_PARAGRAPH && !tree_cell(node)) || type == CMARK_NODE_HEADING ||
	    type == CMARK_NODE_CUSTOM_BLOCK)
		end_line(p);
	else if (type == CMARK_NODE_LIST)
		p->numbers.len--;
}

void markup_lines(const struct markup *m, struct buf *out)
{
	struct lines p = {.out = out, .start = out->len};
	cmark_iter *it = cmark_iter_new(m->tree->root);
	cmark_event_type event;

	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(it);

		if (event == CMARK_EVENT_ENTER)
			enter(&p, node);
		else
			leave(&p, node);
	}
	cmark_iter_free(it);
	vec_clear(&p.numbers);
}
