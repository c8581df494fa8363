#include <stdlib.h>

#include "markup/tree.h"

/* The state of one walk over the tree. */
struct walk {
	struct markup *m;
	const definitions *shared;
	bool headless;
	struct diags *dg;
	struct align align; /* in the leaf block that is being walked through */
	unsigned autolinks; /* bit n: the link at depth n is an autolink (links do not nest; pictures may) */
	unsigned depth;
	unsigned pictures; /* how many pictures are open */
	uint32_t block;	   /* number of the paragraph or heading */
	bool in_heading, new_line;
	unsigned heading; /* level of the last heading; 1 is the title above the text */
	VEC(size_t) open; /* indexes of the links that are open */
	bool has_code;	  /* blocks of code are no texts, yet something to read */
	bool has_html;	  /* reported; a text that holds only that is not called empty as well */
};

static void report(struct walk *w, enum rule_id rule, struct place at, struct str repair, struct message m)
{
	diag_add(w->dg, rule, at, repair, m);
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

/* The place of a paragraph or heading without the definitions that it began with. */
static struct place place_of(const struct markup *m, cmark_node *block)
{
	struct place place = tree_place(m, block);
	struct align a = align_begin(place);

	if (!align_hashes(&a)) {
		align_definitions(&a);
		place.from = a.at;
	}
	return place;
}

struct align facts_inlines(const struct markup *m, cmark_node *block)
{
	struct align a = align_begin(place_of(m, block));
	const struct node_start *start = cmark_node_get_user_data(block);

	align_hashes(&a);
	if (start)
		a.at = start->at;
	return a;
}

static bool is_break(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/* Takes the marker out of the tree: the text node shrinks or goes, and with it the line break behind it. */
static void drop_marker(struct walk *w, cmark_node *text, size_t length)
{
	cmark_node *paragraph = cmark_node_parent(text), *next = cmark_node_next(text);
	struct str literal = tree_literal(text);
	struct align a = facts_inlines(w->m, paragraph);
	struct node_start *start = arena_new(&w->m->arena, struct node_start);
	bool exact;

	align_text(&a, str_slice(literal, 0, length), &exact);
	if (literal.len > length) {
		char *rest = str_dup(str_from(literal, length));

		cmark_node_set_literal(text, rest);
		free(rest);
	} else {
		if (is_break(next)) {
			align_break(&a);
			cmark_node_free(next);
		}
		cmark_node_free(text);
	}
	start->at = a.at;
	cmark_node_set_user_data(paragraph, start);
	if (!cmark_node_first_child(paragraph))
		cmark_node_free(paragraph);
}

/* The part of a marker between its brackets. */
static struct place inside_marker(struct align a, struct str marker)
{
	bool exact;

	align_text(&a, STR("[!"), &exact);
	return align_text(&a, marker, &exact);
}

static void see_quote(struct walk *w, cmark_node *quote)
{
	struct node_block *block = arena_new(&w->m->arena, struct node_block);
	cmark_node *text = first_text(quote);
	struct place place = tree_place(w->m, quote);
	struct str marker = STR_NONE;
	size_t length = 0;
	struct align a;

	cmark_node_set_user_data(quote, block);
	if (!text)
		return;
	a = facts_inlines(w->m, cmark_node_parent(text));
	/* An escaped bracket is what people write who mean the bracket. */
	if (a.at < a.end && w->m->source->bytes.at[a.at] == '[')
		block->kind = block_of(tree_literal(text), &marker, &length);
	if (block->kind == BLOCK_QUOTE)
		return;
	if (block->kind == BLOCK_UNKNOWN) {
		report(w, RULE_BLOCK_KIND, inside_marker(a, marker), block_nearest(marker), MSG(BLOCK_UNKNOWN, marker));
		return;
	}
	drop_marker(w, text, length);
	if (!cmark_node_first_child(quote))
		report(w, RULE_BLOCK_KIND, place, STR_NONE, MSG(BLOCK_EMPTY, str_of(block_names[block->kind].marker)));
}

static void see_heading(struct walk *w, cmark_node *node)
{
	struct markup_heading h = {.level = (unsigned)cmark_node_get_heading_level(node),
				   .text = tree_text(node, &w->m->arena),
				   .place = place_of(w->m, node)};
	static const char hashes[] = "######";

	if (h.level == 1 && !w->headless)
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
	vec_push(&w->m->list_places, tree_place(w->m, list));
}

/* ---- inlines ---- */

static struct str behind_last(struct str text, char c)
{
	size_t at = str_find_last_byte(text, c);

	return at == SIZE_MAX ? text : str_from(text, at + 1);
}

/*
 * A reference that nothing defines stays text, brackets and all: "[words][name]" or "[words][]". Known by two brackets
 * back to back, which ordinary text does not have.
 */
static void see_undefined(struct walk *w, const struct markup_text *t)
{
	size_t at = 0, close;

	while ((at = str_find(t->text, STR("]["), at)) != SIZE_MAX &&
	       (close = str_find(t->text, STR("]"), at + 2)) != SIZE_MAX) {
		struct str name = str_slice(t->text, at + 2, close);
		struct place place = t->place;

		if (t->exact) {
			place.from = t->place.from + at + 1;
			place.to = t->place.from + close + 1;
		}
		/* "[name][]": the words are the name. */
		if (name.len == 0)
			name = behind_last(str_slice(t->text, 0, at), '[');
		report(w, RULE_UNDEFINED_REFERENCE, place, STR_NONE, MSG(REFERENCE_UNDEFINED, name));
		at = close;
	}
}

static bool in_autolink(const struct walk *w)
{
	return w->depth && w->depth <= 32 && (w->autolinks >> (w->depth - 1) & 1);
}

static void add_text(struct walk *w, struct markup_text t)
{
	t.heading = w->in_heading;
	t.new_line = w->new_line;
	t.block = w->block;
	w->new_line = false;
	vec_push(&w->m->texts, t);
}

static void see_text(struct walk *w, struct str literal)
{
	struct markup_text t = {.text = literal};

	t.place = align_text(&w->align, literal, &t.exact);
	if (in_autolink(w))
		t.sort = MARKUP_ADDRESS;
	else if (w->pictures)
		t.sort = MARKUP_PICTURE;
	add_text(w, t);
	see_undefined(w, &t);
}

static void see_code(struct walk *w, struct str literal)
{
	struct markup_text t = {.text = literal, .sort = MARKUP_CODE, .place = align_code(&w->align)};

	add_text(w, t);
}

static void begin_block(struct walk *w, cmark_node *node, bool heading)
{
	w->align = facts_inlines(w->m, node);
	w->block++;
	w->in_heading = heading;
	w->new_line = false;
}

static void see_inline_html(struct walk *w, struct str literal)
{
	w->has_html |= facts_html(w->m, literal, align_html(&w->align, literal), w->align.end, w->dg);
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
	w->pictures += l.is_image;
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
	struct place target;
	bool is_own = align_link_close(&w->align, is_autolink, &target);

	if (w->depth < 32)
		w->autolinks &= ~(1U << w->depth);
	w->pictures -= l->is_image;
	l->place.to = w->align.at;
	if (is_autolink && l->place.to > l->place.from + 1)
		l->place = (struct place){w->m->source, l->place.from + 1, l->place.to - 1};
	else if (is_own && target.to > target.from)
		l->place = target;
	if (!is_autolink && !is_own)
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
		begin_block(w, node, true);
		break;
	case CMARK_NODE_PARAGRAPH:
		begin_block(w, node, false);
		break;
	case CMARK_NODE_CODE_BLOCK:
		w->has_code |= str_trim(tree_literal(node)).len > 0;
		break;
	case CMARK_NODE_HTML_BLOCK:
		w->has_html |= facts_html_block(w->m, node, w->dg);
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
		w->new_line = true;
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

void facts_collect(struct markup *m, const struct markup_request *request, struct diags *dg)
{
	struct walk w = {.m = m, .shared = request->shared, .headless = request->headless, .dg = dg, .heading = 1};
	cmark_event_type event;
	cmark_iter *it;

	see_quotes(&w);
	facts_tables(m, request, dg);
	it = cmark_iter_new(m->tree->root);
	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		if (event == CMARK_EVENT_ENTER)
			enter(&w, cmark_iter_get_node(it));
		else
			leave(&w, cmark_iter_get_node(it));
	}
	cmark_iter_free(it);
	vec_clear(&w.open);
	m->empty = m->texts.len == 0 && m->links.len == 0 && !w.has_code && !w.has_html;
}
