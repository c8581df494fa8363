#include "markup/align.h"

#include "markup/align_byte.h"

struct align align_begin(struct place block)
{
	return (struct align){block.source, block.from, block.to};
}

static bool is_name(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Length of what has the form of a character reference ("&amp;", "&#1240;", "&#x4D8;") at the position, else 0. */
static size_t reference_length(const struct align *a, size_t at)
{
	enum { LONGEST = 33 }; /* of the names that HTML has */
	size_t from = at + 1;

	if (from < a->end && bytes(a)[from] == '#')
		from++;
	for (size_t i = from; i < a->end && i < at + LONGEST; i++) {
		if (bytes(a)[i] == ';')
			return i > from ? i + 1 - at : 0;
		if (!is_name(bytes(a)[i]))
			return 0;
	}
	return 0;
}

static size_t point_length(struct str text, size_t i)
{
	size_t n = 1;

	while (i + n < text.len && ((unsigned char)text.at[i + n] & 0xC0) == 0x80)
		n++;
	return n;
}

/* Past a line end and the next line's prefix. */
static size_t next_line(const struct align *a, size_t at)
{
	struct align next = {a->source, at, a->end};

	align_break(&next);
	return next.at;
}

/* How text is compared with the source. */
typedef size_t match_fn(const struct align *a, size_t at, struct str text, bool *exact);

struct align_step align_step(const struct align *a, size_t at, struct str text, size_t i)
{
	const char *s = bytes(a);
	size_t reference;

	if (at >= a->end)
		return (struct align_step){0};
	if (s[at] == '\\' && at + 1 < a->end && is_punct(s[at + 1]) && s[at + 1] == text.at[i])
		return (struct align_step){2, 1, false};
	if (s[at] == '&' && (reference = reference_length(a, at)) != 0 &&
	    !str_starts(str_from(text, i), (struct str){s + at, reference}))
		return (struct align_step){reference, point_length(text, i), false};
	return s[at] == text.at[i] ? (struct align_step){1, 1, true} : (struct align_step){0};
}

/* Compares the text with the source from `at` on; the end in the source, or SIZE_MAX. */
static size_t match_text(const struct align *a, size_t at, struct str text, bool *exact)
{
	size_t i = 0;

	*exact = true;
	while (i < text.len) {
		struct align_step step = align_step(a, at, text, i);

		if (!step.source)
			return SIZE_MAX;
		at += step.source;
		i += step.text;
		*exact &= step.exact;
	}
	return at;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The same for raw HTML, which may go over several lines; lazy ones keep their white space in it. */
static size_t match_html(const struct align *a, size_t at, struct str html, bool *exact)
{
	*exact = true;
	for (size_t i = 0; i < html.len; i++) {
		if (at >= a->end)
			return SIZE_MAX;
		if (html.at[i] == '\n' && is_line_end(bytes(a)[at])) {
			at = next_line(a, at);
			while (i + 1 < html.len && is_blank(html.at[i + 1]))
				i++;
		} else if (bytes(a)[at++] != html.at[i]) {
			return SIZE_MAX;
		}
	}
	return at;
}

/* How far ahead a lost text is looked for: further would cost the square of a line without delimiters that we know. */
enum { LOOK_AHEAD = 1024 };

/* Looks for the text in what is left of the line: breaks are events of their own, so the line is always the right one. */
static struct place find_ahead(struct align *a, struct str text, match_fn *match, bool *exact)
{
	size_t from = a->at, to = SIZE_MAX;

	while (from < a->end && from - a->at < LOOK_AHEAD && !is_line_end(bytes(a)[from]) &&
	       (to = match(a, from, text, exact)) == SIZE_MAX)
		from++;
	if (to == SIZE_MAX) {
		*exact = false;
		return (struct place){a->source, a->at, a->at};
	}
	a->at = to;
	return (struct place){a->source, from, to};
}

/* Lazy lines may keep the white space at their beginning, which the cursor has passed as a prefix. */
static struct str without_blank(struct str text)
{
	size_t n = 0;

	while (n < text.len && is_blank(text.at[n]))
		n++;
	return str_from(text, n);
}

struct place align_text(struct align *a, struct str text, bool *exact)
{
	struct str rest = without_blank(text);
	struct place p = find_ahead(a, text, match_text, exact);

	if (p.from == p.to && rest.len && rest.len < text.len) {
		p = find_ahead(a, rest, match_text, exact);
		*exact = false;
	}
	return p;
}

struct place align_html(struct align *a, struct str html)
{
	bool exact;
	struct place p = find_ahead(a, html, match_html, &exact);

	/* Where it was not found, its lines are passed all the same: what follows stands behind them. */
	for (size_t i = 0; p.from == p.to && i < html.len; i++)
		if (html.at[i] == '\n')
			align_break(a);
	return p;
}

void align_break(struct align *a)
{
	while (a->at < a->end && !is_line_end(bytes(a)[a->at]))
		a->at++;
	while (a->at < a->end && bytes(a)[a->at] && strchr("\r\n \t>", bytes(a)[a->at]))
		a->at++;
}

struct place align_code(struct align *a)
{
	size_t from = a->at, ticks = 0, run;

	while (sees(a, '`')) {
		a->at++;
		ticks++;
	}
	while (ticks && a->at < a->end) {
		for (run = 0; sees(a, '`'); run++)
			a->at++;
		if (run == ticks)
			break;
		if (run == 0)
			a->at++;
	}
	return (struct place){a->source, from, a->at};
}

void align_skip(struct align *a, size_t n)
{
	a->at = n < a->end - a->at ? a->at + n : a->end;
}
