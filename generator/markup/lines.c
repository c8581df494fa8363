/*
 * lines.c - a text without its markup, for machines that take no HTML: a line a paragraph, steps with their numbers.
 */
#include "markup/tree.h"

struct lines {
	struct buf *out;
	size_t start; /* of this text in out */
};

static void end_line(struct lines *p)
{
	if (p->out->len > p->start && p->out->at[p->out->len - 1] != '\n')
		buf_add_byte(p->out, '\n');
}

static void begin_item(struct lines *p, cmark_node *item)
{
	cmark_node *list = cmark_node_parent(item), *before = item;
	int number = cmark_node_get_list_start(list);

	end_line(p);
	if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) {
		buf_add(p->out, STR("- "));
		return;
	}
	while ((before = cmark_node_previous(before)))
		number++;
	buf_addf(p->out, "%d. ", number);
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
	case CMARK_NODE_ITEM:
		begin_item(p, node);
		break;
	default:
		break;
	}
}

void markup_lines(const struct markup *m, struct buf *out)
{
	struct lines p = {out, out->len};
	cmark_iter *it = cmark_iter_new(m->tree->root);
	cmark_event_type event;

	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(it);
		cmark_node_type type = cmark_node_get_type(node);

		if (event == CMARK_EVENT_ENTER)
			enter(&p, node);
		else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
			end_line(&p);
	}
	cmark_iter_free(it);
}
