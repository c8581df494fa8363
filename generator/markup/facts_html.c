/*
 * facts_html.c - comments, which are kept as facts, and raw HTML, which is refused.
 */
#include "base/utf8.h"
#include "markup/tree.h"

/* Where the needle stands in a place's bytes from `from` on; SIZE_MAX where it does not. */
static size_t find_in(struct place place, struct str needle, size_t from)
{
	return str_find(str_slice(place.source->bytes, 0, place.to), needle, from);
}

/* The comment at the front of a place, and the place moved behind it; the whole place where it cannot be found. */
static struct place comment_place(struct place *place)
{
	struct place comment = *place;
	size_t open = find_in(*place, STR("<!--"), place->from);
	size_t close = open == SIZE_MAX ? SIZE_MAX : find_in(*place, STR("-->"), open + 4);

	if (close != SIZE_MAX) {
		comment.from = open;
		comment.to = place->from = close + 3;
	}
	return comment;
}

/*
 * Takes comments from the front of html as long as there are any; what is left is raw HTML, and the place is moved to
 * it.
 */
static struct str take_comments(struct markup *m, struct str html, struct place *place)
{
	size_t end;

	for (html = str_trim(html); str_starts(html, STR("<!--")); html = str_trim(str_from(html, end + 3))) {
		struct markup_comment c;

		end = str_find(html, STR("-->"), 4);
		if (end == SIZE_MAX)
			break;
		c.place = comment_place(place);
		c.text = arena_str(&m->arena, str_trim(str_slice(html, 4, end)));
		vec_push(&m->comments, c);
	}
	if (html.len && find_in(*place, str_slice(html, 0, 1), place->from) != SIZE_MAX)
		place->from = find_in(*place, str_slice(html, 0, 1), place->from);
	return html;
}

/* What a message calls raw HTML: the tag, or what of it stands in its first line, cut where it is long. */
static struct str name_of_html(struct str html)
{
	enum { TEXT_SHOWN = 20, TAG_SHOWN = 40 }; /* code points */
	size_t close = str_find_byte(html, '>'), line;
	struct str name = str_slice(html, 0, close == SIZE_MAX ? utf8_offset(html, TEXT_SHOWN) : close + 1);

	line = str_find_byte(name, '\n');
	return str_slice(name, 0, line == SIZE_MAX ? utf8_offset(name, TAG_SHOWN) : line);
}

/* Adds the comments, which stand for `subject`, and reports the rest. */
static bool collect(struct markup *m, struct str html, struct place place, struct place subject, struct diags *dg)
{
	size_t first = m->comments.len;
	struct str rest = take_comments(m, html, &place);

	for (size_t i = first; i < m->comments.len; i++)
		m->comments.at[i].subject = subject;
	if (rest.len == 0)
		return false;
	if (str_starts(rest, STR("<!--")))
		diag_add(dg, RULE_RAW_HTML, place, STR_NONE, MSG(COMMENT_OPEN));
	else
		diag_add(dg, RULE_RAW_HTML, place, STR_NONE, MSG(RAW_HTML, name_of_html(rest)));
	return true;
}

/* The lines that a comment stands on; where it has them for itself, the rest of its paragraph. */
static struct place lines_of(struct place comment, size_t block_end)
{
	const struct source *s = comment.source;
	size_t first = source_position(s, comment.from).line, last = source_position(s, comment.to).line;
	size_t start = source_line_start(s, first), end = source_line_start(s, last) + source_line(s, last).len;

	if (str_trim(str_slice(s->bytes, start, comment.from)).len ||
	    str_trim(str_slice(s->bytes, comment.to, end)).len)
		return (struct place){s, start, end};
	return (struct place){s, comment.to, block_end > comment.to ? block_end : comment.to};
}

bool facts_html(struct markup *m, struct str html, struct place place, size_t block_end, struct diags *dg)
{
	return collect(m, html, place, lines_of(place, block_end), dg);
}

static bool is_comment(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
	       str_starts(str_trim(tree_literal(node)), STR("<!--"));
}

bool facts_html_block(struct markup *m, cmark_node *block, struct diags *dg)
{
	struct place place = tree_place(m, block);
	cmark_node *next = cmark_node_next(block);

	while (next && is_comment(next))
		next = cmark_node_next(next);
	return collect(m, tree_literal(block), place,
		       next ? tree_place(m, next) : (struct place){place.source, place.to, place.to}, dg);
}
