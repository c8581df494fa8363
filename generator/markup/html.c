/*
 * html.c - writes a parsed text as HTML: one function a kind of node, called when the walk enters and leaves it.
 */
#include "base/escape.h"
#include "markup/tree.h"

struct writer {
	const struct markup *m;
	const struct markup_style *style;
	struct buf *out;
	size_t headings, lists;	 /* met so far: they number the ids */
	size_t blocks, pictures; /* of the text's own, met so far: they tell which picture is in sight at once */
	unsigned in_image;	 /* over 0: only the plain text of what is inside counts, and it was written already */
	VEC(size_t) open_lists;	 /* for each open list its number among ordered ones, 0 for bullets */
	VEC(size_t) open_items;	 /* for each open list the items met so far */
	VEC(bool) links;	 /* for each open link: was an <a> written? */
};

static void add(struct writer *w, const char *html)
{
	buf_add(w->out, str_of(html));
}

/* A block begins on a line of its own. */
static void new_line(struct writer *w)
{
	if (w->out->len && w->out->at[w->out->len - 1] != '\n')
		buf_add_byte(w->out, '\n');
}

static void add_id(struct writer *w, const char *format, size_t n)
{
	add(w, " id=\"");
	escape_attr(w->out, w->style->id_prefix);
	buf_addf(w->out, "%s-%zu\"", format, n);
}

/* ---- blocks ---- */

/* The next (previous) sibling that is written: comments leave nothing behind. */
static cmark_node *beside(cmark_node *node, cmark_node *(*step)(cmark_node *))
{
	do
		node = step(node);
	while (node && cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK);
	return node;
}

static enum block_kind kind_of(cmark_node *quote)
{
	const struct node_block *block;

	if (!quote || cmark_node_get_type(quote) != CMARK_NODE_BLOCK_QUOTE)
		return BLOCK_COUNT;
	block = cmark_node_get_user_data(quote);
	return block->kind;
}

static bool is_case(enum block_kind kind)
{
	return kind == BLOCK_CAUSE || kind == BLOCK_SOLUTION;
}

/* A cause with the solution behind it is one description list; either may also stand alone in one. */
static void case_enter(struct writer *w, cmark_node *quote, enum block_kind kind)
{
	enum block_kind before = kind_of(beside(quote, cmark_node_previous));

	if (!(before == BLOCK_CAUSE && kind == BLOCK_SOLUTION))
		add(w, "<dl class=\"case\">\n");
	buf_addf(w->out, "<dt class=\"%s\">", block_names[kind].word);
	escape_text(w->out, w->style->labels[kind]);
	buf_addf(w->out, "</dt>\n<dd class=\"%s\">\n", block_names[kind].word);
}

static void case_leave(struct writer *w, cmark_node *quote, enum block_kind kind)
{
	enum block_kind after = kind_of(beside(quote, cmark_node_next));

	add(w, "</dd>\n");
	if (!(kind == BLOCK_CAUSE && after == BLOCK_SOLUTION))
		add(w, "</dl>\n");
}

static void quote(struct writer *w, cmark_node *node, bool entering)
{
	enum block_kind kind = kind_of(node);

	new_line(w);
	if (is_case(kind)) {
		(entering ? case_enter : case_leave)(w, node, kind);
	} else if (kind == BLOCK_QUOTE || kind == BLOCK_UNKNOWN) {
		add(w, entering ? "<blockquote>\n" : "</blockquote>\n");
	} else if (entering) {
		buf_addf(w->out, "<div class=\"block %s\">\n<p class=\"label\">", block_names[kind].word);
		escape_text(w->out, w->style->labels[kind]);
		add(w, "</p>\n");
	} else {
		add(w, "</div>\n");
	}
}

/* True where the item is one link and nothing else. */
static bool is_link_item(cmark_node *item)
{
	cmark_node *paragraph = cmark_node_first_child(item);
	cmark_node *link = paragraph ? cmark_node_first_child(paragraph) : NULL;

	return link && !cmark_node_next(paragraph) && cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH &&
	       cmark_node_get_type(link) == CMARK_NODE_LINK && !cmark_node_next(link);
}

/* A list of nothing but links leads on, and is shown so. */
static bool is_link_list(cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list);

	while (item && is_link_item(item))
		item = cmark_node_next(item);
	return !item;
}

static void list(struct writer *w, cmark_node *node, bool entering)
{
	bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;

	new_line(w);
	if (!entering) {
		add(w, ordered ? "</ol>\n" : "</ul>\n");
		w->open_lists.len--;
		w->open_items.len--;
		return;
	}
	vec_push(&w->open_lists, ordered ? ++w->lists : 0);
	vec_push(&w->open_items, 0);
	if (ordered && cmark_node_get_list_start(node) != 1)
		buf_addf(w->out, "<ol start=\"%d\">\n", cmark_node_get_list_start(node));
	else if (!ordered && is_link_list(node))
		add(w, "<ul class=\"links\">\n");
	else
		add(w, ordered ? "<ol>\n" : "<ul>\n");
}

static void item(struct writer *w, bool entering)
{
	size_t number, at;

	if (!entering) {
		add(w, "</li>\n");
		return;
	}
	number = w->open_lists.at[w->open_lists.len - 1];
	at = ++w->open_items.at[w->open_items.len - 1];
	new_line(w);
	add(w, "<li");
	if (number == 1) {
		add_id(w, "step", at);
	} else if (number) {
		add(w, " id=\"");
		escape_attr(w->out, w->style->id_prefix);
		buf_addf(w->out, "step-%zu-%zu\"", number, at);
	}
	add(w, ">");
}

static void heading(struct writer *w, cmark_node *node, bool entering)
{
	unsigned level = (unsigned)cmark_node_get_heading_level(node) + w->style->heading_shift;

	if (level > 6)
		level = 6;
	if (!entering) {
		buf_addf(w->out, "</h%u>\n", level);
		return;
	}
	new_line(w);
	buf_addf(w->out, "<h%u", level);
	add_id(w, "part", ++w->headings);
	add(w, ">");
}

/* In a tight list the paragraphs of the items are not written as such. */
static bool in_tight_list(cmark_node *paragraph)
{
	cmark_node *item = cmark_node_parent(paragraph), *list = item ? cmark_node_parent(item) : NULL;

	return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}

/*
 * A wide table scrolls in a box of its own, so that the page does not; who has no mouse scrolls the box when it has the focus, and a
 * listener is told what it is.
 */
static void table(struct writer *w, const struct node_table *t, bool entering)
{
	if (!entering) {
		add(w, "</tbody>\n</table>\n</div>\n");
		return;
	}
	new_line(w);
	add(w, "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
	escape_attr(w->out, w->style->table);
	if (t->label.len)
		add(w, ": ");
	escape_attr(w->out, t->label);
	add(w, "\">\n<table>\n");
}

static void row(struct writer *w, const struct node_table *r, bool entering)
{
	bool is_header = r->row == 0;

	if (entering)
		add(w, is_header ? "<thead>\n<tr>\n" : "<tr>\n");
	else
		add(w, is_header ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n");
}

/* A header without words heads nothing: a listener would hear it as a column without a name. */
static void cell(struct writer *w, cmark_node *node, const struct node_cell *c, bool entering)
{
	static const char *const classes[] = {
		[TABLE_START] = "", [TABLE_CENTER] = " class=\"center\"", [TABLE_END] = " class=\"end\""};
	bool heads = c->is_header && cmark_node_first_child(node);

	if (c->is_beyond)
		return;
	if (entering)
		buf_addf(w->out, "<%s%s>", heads ? "th scope=\"col\"" : "td", classes[c->align]);
	else
		add(w, heads ? "</th>\n" : "</td>\n");
}

static void paragraph(struct writer *w, cmark_node *node, bool entering)
{
	if (tree_cell(node)) {
		cell(w, node, tree_cell(node), entering);
		return;
	}
	if (in_tight_list(node))
		return;
	if (entering)
		new_line(w);
	add(w, entering ? "<p>" : "</p>\n");
}

static void code_block(struct writer *w, cmark_node *node)
{
	new_line(w);
	add(w, "<pre><code>");
	escape_text(w->out, tree_literal(node));
	add(w, "</code></pre>\n");
}

/* ---- inlines ---- */

static const struct markup_link *link_of(struct writer *w, cmark_node *node)
{
	const struct node_link *known = cmark_node_get_user_data(node);

	return &w->m->links.at[known->index];
}

static void link(struct writer *w, cmark_node *node, bool entering)
{
	struct markup_href href;

	if (!entering) {
		if (w->links.at[--w->links.len])
			add(w, "</a>");
		return;
	}
	href = w->style->resolve(w->style->ctx, link_of(w, node));
	vec_push(&w->links, href.url.len > 0);
	if (!href.url.len)
		return;
	add(w, "<a href=\"");
	escape_url(w->out, href.url);
	add(w, "\"");
	if (href.rel_lang.len) {
		add(w, " hreflang=\"");
		escape_attr(w->out, href.rel_lang);
		add(w, "\"");
	}
	add(w, href.is_external ? " rel=\"noopener\">" : ">");
}

/*
 * Above a text stand the question and its answer in a sentence: two blocks of it are about what a phone shows besides. A
 * picture that waits there would only come later; any other one may never be needed.
 */
static bool is_in_sight(struct writer *w)
{
	enum { BLOCKS_IN_SIGHT = 2 };

	return w->pictures++ == 0 && w->style->alone && w->blocks <= BLOCKS_IN_SIGHT;
}

static void image(struct writer *w, cmark_node *node, bool entering)
{
	const struct markup_link *picture = link_of(w, node);
	struct markup_href href;

	if (!entering) {
		w->in_image--;
		return;
	}
	if (w->in_image++)
		return;
	href = w->style->resolve(w->style->ctx, picture);
	if (!href.url.len || href.is_external) {
		escape_text(w->out,
			    picture->text); /* its problem was silenced: the words for it are what can be shown */
		return;
	}
	add(w, "<img src=\"");
	escape_url(w->out, href.url);
	add(w, "\" alt=\"");
	escape_attr(w->out, picture->text);
	add(w, "\"");
	if (href.width && href.height)
		buf_addf(w->out, " width=\"%u\" height=\"%u\"", href.width, href.height);
	add(w, is_in_sight(w) ? ">" : " loading=\"lazy\" decoding=\"async\">");
}

static void code(struct writer *w, cmark_node *node)
{
	add(w, "<code>");
	escape_text(w->out, tree_literal(node));
	add(w, "</code>");
}

static void inline_node(struct writer *w, cmark_node *node, bool entering)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_IMAGE) {
		image(w, node, entering);
		return;
	}
	if (w->in_image)
		return;
	switch (type) {
	case CMARK_NODE_TEXT:
		escape_text(w->out, tree_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
		add(w, "\n");
		break;
	case CMARK_NODE_LINEBREAK:
		add(w, "<br>\n");
		break;
	case CMARK_NODE_CODE:
		code(w, node);
		break;
	case CMARK_NODE_EMPH:
		add(w, entering ? "<em>" : "</em>");
		break;
	case CMARK_NODE_STRONG:
		add(w, entering ? "<strong>" : "</strong>");
		break;
	case CMARK_NODE_LINK:
		link(w, node, entering);
		break;
	default:
		break; /* raw HTML is an error that stopped the build; comments are not written */
	}
}

/* ---- the walk ---- */

static void node_event(struct writer *w, cmark_node *node, bool entering)
{
	if (entering && cmark_node_parent(node) == w->m->tree->root &&
	    cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK)
		w->blocks++;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		quote(w, node, entering);
		break;
	case CMARK_NODE_LIST:
		list(w, node, entering);
		break;
	case CMARK_NODE_ITEM:
		item(w, entering);
		break;
	case CMARK_NODE_HEADING:
		heading(w, node, entering);
		break;
	case CMARK_NODE_PARAGRAPH:
		paragraph(w, node, entering);
		break;
	case CMARK_NODE_CUSTOM_BLOCK:
		(tree_table(node)->is_row ? row : table)(w, tree_table(node), entering);
		break;
	case CMARK_NODE_CODE_BLOCK:
		code_block(w, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		new_line(w);
		add(w, "<hr>\n");
		break;
	default:
		inline_node(w, node, entering);
	}
}

void markup_html(const struct markup *m, const struct markup_style *style, struct buf *out)
{
	struct writer w = {.m = m, .style = style, .out = out};
	cmark_iter *it = cmark_iter_new(m->tree->root);
	cmark_event_type event;

	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE)
		node_event(&w, cmark_iter_get_node(it), event == CMARK_EVENT_ENTER);
	cmark_iter_free(it);
	vec_clear(&w.open_lists);
	vec_clear(&w.open_items);
	vec_clear(&w.links);
}
