#include <stdlib.h>

#include "markup/align.h"
#include "markup/tree.h"

/* The state of one walk over the tree. */
struct walk {
	struct markup *m;
	const definitions *shared;
	struct diags *dg;
	struct align align; /* in the leaf block that is being walked through */
	unsigned autolinks; /* bit n: the link at depth n is an autolink (links do not nest; pictures may) */
	unsigned depth;
	unsigned heading; /* level of the last heading; 1 is the title above the text */
	VEC(size_t) open; /* indexes of the links that are open */
};

static void report(struct walk *w, enum rule_id rule, struct place at, struct str repair, struct message m)
{
	diag_add(w->dg, rule, at, repair, m);
}

/* ---- comments and raw HTML ---- */

/* Takes comments from the front of html as long as there are any; what is left is raw HTML. */
static struct str take_comments(struct walk *w, struct str html, struct place place)
{
	size_t end;

	for (html = str_trim(html); str_starts(html, STR("<!--")); html = str_trim(str_from(html, end + 3))) {
		struct markup_comment c = {.place = place};

		end = str_find(html, STR("-->"), 4);
		if (end == SIZE_MAX)
			return html;
		c.text = arena_str(&w->m->arena, str_trim(str_slice(html, 4, end)));
		vec_push(&w->m->comments, c);
	}
	return html;
}

static void see_html(struct walk *w, struct str html, struct place place)
{
	struct str rest = take_comments(w, html, place), tag;

	if (rest.len == 0)
		return;
	if (str_starts(rest, STR("<!--"))) {
		report(w, RULE_RAW_HTML, place, STR_NONE, MSG(COMMENT_OPEN));
		return;
	}
	tag = str_slice(rest, 0, str_find_byte(rest, '>') == SIZE_MAX ? 20 : str_find_byte(rest, '>') + 1);
	report(w, RULE_RAW_HTML, place, STR_NONE, MSG(RAW_HTML, str_slice(tag, 0, 40)));
}

/* ---- blocks ---- */

static cmark_node *first_text(cmark_node *quote)
{
	cmark_node *p = cmark_node_first_child(quote), *t;

	if (!p || cmark_node_get_type(p) != CMARK_NODE_PARAGRAPH)
		return NULL;
	t = cmark_node_first_child(p);
	return t && cmark_node_get_type(t) == CMARK_NODE_TEXT ? t : NULL;
}

/* Takes the marker out of the tree: the text node shrinks or goes, and with it the line break behind it. */
static void drop_marker(cmark_node *text, size_t length)
{
	cmark_node *paragraph = cmark_node_parent(text), *next = cmark_node_next(text);
	struct str literal = tree_literal(text);

	if (literal.len > length) {
		char *rest = str_dup(str_from(literal, length));

		cmark_node_set_literal(text, rest);
		free(rest);
		return;
	}
	if (next && cmark_node_get_type(next) == CMARK_NODE_SOFTBREAK)
		cmark_node_free(next);
	cmark_node_free(text);
	if (!cmark_node_first_child(paragraph))
		cmark_node_free(paragraph);
}

static void see_quote(struct walk *w, cmark_node *quote)
{
	struct node_block *block = arena_new(&w->m->arena, struct node_block);
	cmark_node *text = first_text(quote);
	struct place place = tree_place(w->m, quote);
	struct str marker = STR_NONE;
	size_t length = 0;

	cmark_node_set_user_data(quote, block);
	if (!text)
		return;
	block->kind = block_of(tree_literal(text), &marker, &length);
	if (block->kind == BLOCK_QUOTE)
		return;
	if (block->kind == BLOCK_UNKNOWN) {
		size_t at = str_find(w->m->source->bytes, marker, place.from);

		place.from = at < place.to ? at : place.from;
		report(w, RULE_BLOCK_KIND, place, block_nearest(marker), MSG(BLOCK_UNKNOWN, marker));
		return;
	}
	drop_marker(text, length);
	if (!cmark_node_first_child(quote))
		report(w, RULE_BLOCK_KIND, place, STR_NONE, MSG(BLOCK_EMPTY, str_of(block_names[block->kind].marker)));
}

static void see_heading(struct walk *w, cmark_node *node)
{
	struct markup_heading h = {.level = (unsigned)cmark_node_get_heading_level(node),
				   .text = tree_text(node, &w->m->arena),
				   .place = tree_place(w->m, node)};
	static const char hashes[] = "######";

	if (h.level == 1)
		report(w, RULE_HEADING_LEVEL, h.place, STR("##"), MSG(HEADING_TITLE));
	else if (h.level > w->heading + 1)
		report(w, RULE_HEADING_LEVEL, h.place, (struct str){hashes, w->heading + 1}, MSG(HEADING_SKIP));
	else if (str_trim(h.text).len == 0)
		report(w, RULE_HEADING_LEVEL, h.place, STR_NONE, MSG(HEADING_EMPTY));
	w->heading = h.level > 1 ? h.level : 1;
	vec_push(&w->m->headings, h);
}

static void see_list(struct walk *w, cmark_node *list)
{
	size_t items = 0;

	if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST)
		return;
	for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
		items++;
	vec_push(&w->m->lists, items);
}

/* ---- inlines ---- */

/*
 * A reference that nothing defines stays text, brackets and all: "[words][name]" or "[words][]". Known by two brackets
 * back to back, which ordinary text does not have.
 */
static void see_undefined(struct walk *w, const struct markup_text *t)
{
	size_t at = str_find(t->text, STR("]["), 0), close;
	struct place place = t->place;

	if (at == SIZE_MAX || (close = str_find(t->text, STR("]"), at + 2)) == SIZE_MAX)
		return;
	if (t->exact) {
		place.from = t->place.from + at + 1;
		place.to = t->place.from + close + 1;
	}
	report(w, RULE_UNDEFINED_REFERENCE, place, STR_NONE,
	       MSG(REFERENCE_UNDEFINED, str_slice(t->text, at + 2, close)));
}

static void see_text(struct walk *w, struct str literal)
{
	struct markup_text t = {.text = literal};

	t.place = align_text(&w->align, literal, &t.exact);
	vec_push(&w->m->texts, t);
	see_undefined(w, &t);
}

static void see_code(struct walk *w, struct str literal)
{
	struct markup_text t = {.text = literal, .is_code = true, .place = align_code(&w->align)};

	vec_push(&w->m->texts, t);
}

static void see_inline_html(struct walk *w, struct str literal)
{
	bool exact;

	see_html(w, literal, align_text(&w->align, literal, &exact));
}

static const struct definition *shared_of(const struct walk *w, struct str target)
{
	uint64_t i;

	if (!w->shared || !str_starts(target, STR(SHARED_SCHEME)))
		return NULL;
	if (!str_number(str_from(target, sizeof SHARED_SCHEME - 1), w->shared->len, &i) || i >= w->shared->len)
		return NULL;
	return &w->shared->at[i];
}

static void open_link(struct walk *w, cmark_node *node)
{
	struct node_link *known = arena_new(&w->m->arena, struct node_link);
	struct markup_link l = {.is_image = cmark_node_get_type(node) == CMARK_NODE_IMAGE,
				.target = str_of(cmark_node_get_url(node))};

	l.text = tree_text(node, &w->m->arena);
	l.place = (struct place){w->m->source, w->align.at, w->align.at};
	if (align_link_open(&w->align, l.is_image) && w->depth < 32)
		w->autolinks |= 1U << w->depth;
	known->index = w->m->links.len;
	cmark_node_set_user_data(node, known);
	vec_push(&w->open, w->m->links.len);
	vec_push(&w->m->links, l);
	w->depth++;
}

static void close_link(struct walk *w)
{
	struct markup_link *l = &w->m->links.at[w->open.at[--w->open.len]];
	bool is_autolink = --w->depth < 32 && (w->autolinks >> w->depth & 1);
	struct place target = align_link_close(&w->align, is_autolink);

	if (w->depth < 32)
		w->autolinks &= ~(1U << w->depth);
	l->place.to = w->align.at;
	if (target.to > target.from) {
		l->place = target;
		return;
	}
	l->shared = shared_of(w, l->target);
	if (l->shared)
		l->target = l->shared->target;
}

/* ---- the walk ---- */

static void enter(struct walk *w, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		see_list(w, node);
		break;
	case CMARK_NODE_HEADING:
		see_heading(w, node);
		w->align = align_begin(tree_place(w->m, node));
		break;
	case CMARK_NODE_PARAGRAPH:
		w->align = align_begin(tree_place(w->m, node));
		break;
	case CMARK_NODE_HTML_BLOCK:
		see_html(w, tree_literal(node), tree_place(w->m, node));
		break;
	case CMARK_NODE_TEXT:
		see_text(w, tree_literal(node));
		break;
	case CMARK_NODE_CODE:
		see_code(w, tree_literal(node));
		break;
	case CMARK_NODE_HTML_INLINE:
		see_inline_html(w, tree_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		align_break(&w->align);
		break;
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		align_skip(&w->align, cmark_node_get_type(node) == CMARK_NODE_EMPH ? 1 : 2);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		open_link(w, node);
		break;
	default:
		break;
	}
}

static void leave(struct walk *w, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_EMPH:
	case CMARK_NODE_STRONG:
		align_skip(&w->align, cmark_node_get_type(node) == CMARK_NODE_EMPH ? 1 : 2);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		close_link(w);
		break;
	default:
		break;
	}
}

/* Quotes come first and apart: dropping a marker would pull nodes away from under an iterator. */
static void see_quotes(struct walk *w)
{
	VEC(cmark_node *) quotes = {0};
	cmark_iter *it = cmark_iter_new(w->m->tree->root);
	cmark_event_type event;

	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_ENTER &&
		    cmark_node_get_type(cmark_iter_get_node(it)) == CMARK_NODE_BLOCK_QUOTE)
			vec_push(&quotes, cmark_iter_get_node(it));
	cmark_iter_free(it);
	for (size_t i = 0; i < quotes.len; i++)
		see_quote(w, quotes.at[i]);
	vec_clear(&quotes);
}

void facts_collect(struct markup *m, const definitions *shared, struct diags *dg)
{
	struct walk w = {.m = m, .shared = shared, .dg = dg, .heading = 1};
	cmark_event_type event;
	cmark_iter *it;

	see_quotes(&w);
	it = cmark_iter_new(m->tree->root);
	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		if (event == CMARK_EVENT_ENTER)
			enter(&w, cmark_iter_get_node(it));
		else
			leave(&w, cmark_iter_get_node(it));
	}
	cmark_iter_free(it);
	vec_clear(&w.open);
	m->empty = m->texts.len == 0;
}
