#include "markup/align.h"

struct align align_begin(struct place block)
{
	return (struct align){block.source, block.from, block.to};
}

static const char *bytes(const struct align *a)
{
	return a->source->bytes.at;
}

static bool sees(const struct align *a, char c)
{
	return a->at < a->end && bytes(a)[a->at] == c;
}

static bool is_punct(char c)
{
	return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
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

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
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

/* Compares the text with the source from `at` on; the end in the source, or SIZE_MAX. */
static size_t match_text(const struct align *a, size_t at, struct str text, bool *exact)
{
	const char *s = bytes(a);
	size_t i = 0;

	*exact = true;
	while (i < text.len) {
		size_t reference;

		if (at >= a->end)
			return SIZE_MAX;
		if (s[at] == '\\' && at + 1 < a->end && is_punct(s[at + 1]) && s[at + 1] == text.at[i]) {
			at += 2;
			i++;
			*exact = false;
		} else if (s[at] == '&' && (reference = reference_length(a, at)) != 0 &&
			   !str_starts(str_from(text, i), (struct str){s + at, reference})) {
			at += reference;
			i += point_length(text, i);
			*exact = false;
		} else if (s[at] == text.at[i]) {
			at++;
			i++;
		} else {
			return SIZE_MAX;
		}
	}
	return at;
}

/* The same for raw HTML, which may go over several lines. */
static size_t match_html(const struct align *a, size_t at, struct str html, bool *exact)
{
	*exact = true;
	for (size_t i = 0; i < html.len; i++) {
		if (at >= a->end)
			return SIZE_MAX;
		if (html.at[i] == '\n' && is_line_end(bytes(a)[at]))
			at = next_line(a, at);
		else if (bytes(a)[at++] != html.at[i])
			return SIZE_MAX;
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

	while (n < text.len && (text.at[n] == ' ' || text.at[n] == '\t'))
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

	return find_ahead(a, html, match_html, &exact);
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

bool align_link_open(struct align *a, bool is_image)
{
	if (!is_image && sees(a, '<')) {
		a->at++;
		return true;
	}
	if (is_image && sees(a, '!'))
		a->at++;
	if (sees(a, '['))
		a->at++;
	return false;
}

/* Bytes of the character at a position: 2 for an escaped one. */
static size_t step_length(const struct align *a, size_t at)
{
	return bytes(a)[at] == '\\' && at + 1 < a->end && is_punct(bytes(a)[at + 1]) ? 2 : 1;
}

static void step(struct align *a)
{
	if (a->at < a->end)
		a->at += step_length(a, a->at);
}

/* What cmark calls white space. */
static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Past spaces and tabs. */
static void skip_blank(struct align *a)
{
	while (sees(a, ' ') || sees(a, '\t'))
		a->at++;
}

/* Past white space; a line end takes the next line's prefix with it. */
static void skip_space(struct align *a)
{
	skip_blank(a);
	if (a->at < a->end && is_line_end(bytes(a)[a->at]))
		align_break(a);
}

/* Past white space of any kind and any number of line ends: between the parts of a link. */
static void skip_all_space(struct align *a)
{
	while (a->at < a->end && is_space(bytes(a)[a->at])) {
		if (is_line_end(bytes(a)[a->at]))
			align_break(a);
		else
			a->at++;
	}
}

/* Past everything up to the closing byte, minding escapes; the cursor stands behind it. False: it is not there. */
static bool skip_past(struct align *a, char close)
{
	bool found;

	while (a->at < a->end && !sees(a, close))
		step(a);
	found = sees(a, close);
	align_skip(a, 1);
	return found;
}

/* A target without <>: balanced parentheses, no white space. */
static bool bare_target(struct align *a, struct place *target)
{
	int depth = 0;

	*target = (struct place){a->source, a->at, a->at};
	while (a->at < a->end && !is_space(bytes(a)[a->at])) {
		if (sees(a, ')') && depth == 0)
			break;
		depth += sees(a, '(') - sees(a, ')');
		step(a);
	}
	target->to = a->at;
	return depth == 0;
}

/* A target in <>: no line end, no other <. */
static bool angled_target(struct align *a, struct place *target)
{
	*target = (struct place){a->source, a->at + 1, a->at + 1};
	if (!skip_past(a, '>'))
		return false;
	target->to = a->at - 1;
	for (size_t i = target->from; i < target->to; i += step_length(a, i))
		if (is_line_end(bytes(a)[i]) || bytes(a)[i] == '<')
			return false;
	return true;
}

/* Past a target, which may be empty; false where none stands here. */
static bool skip_target(struct align *a, struct place *target)
{
	return (sees(a, '<') ? angled_target : bare_target)(a, target);
}

/* Past a title in quotes or parentheses; false where none stands here. */
static bool skip_title(struct align *a)
{
	char close = sees(a, '(') ? ')' : sees(a, '"') ? '"' : sees(a, '\'') ? '\'' : 0;

	if (!close)
		return false;
	a->at++;
	return skip_past(a, close);
}

/* Past a label in brackets; false where none stands here. *blank: it holds nothing but white space. */
static bool skip_label(struct align *a, bool *blank)
{
	*blank = true;
	if (!sees(a, '['))
		return false;
	for (a->at++; a->at < a->end && !sees(a, ']'); step(a)) {
		if (sees(a, '['))
			return false;
		*blank = *blank && is_space(bytes(a)[a->at]);
	}
	return skip_past(a, ']');
}

/* Past "(target 'title')"; false where what stands here is no such thing: then it is text behind a link by name. */
static bool skip_tail(struct align *a, struct place *target)
{
	size_t behind;

	if (!sees(a, '('))
		return false;
	a->at++;
	skip_all_space(a);
	if (!skip_target(a, target))
		return false;
	behind = a->at;
	skip_all_space(a);
	if (a->at > behind && skip_title(a))
		skip_all_space(a);
	if (!sees(a, ')'))
		return false;
	a->at++;
	return true;
}

bool align_link_close(struct align *a, bool is_autolink, struct place *target)
{
	struct align next;
	bool blank;

	*target = (struct place){a->source, a->at, a->at};
	if (is_autolink) {
		align_skip(a, 1);
		return false;
	}
	while (a->at < a->end && !sees(a, ']'))
		a->at++;
	align_skip(a, 1);
	next = *a;
	if (skip_tail(&next, target)) {
		*a = next;
		return true;
	}
	next = *a;
	if (skip_label(&next, &blank))
		*a = next;
	return false;
}

/* ---- what stands before the text of a block ---- */

bool align_hashes(struct align *a)
{
	struct align start = *a;

	while (sees(a, '#'))
		a->at++;
	if (a->at == start.at || a->at > start.at + 6 || (a->at < a->end && !sees(a, ' ') && !sees(a, '\t'))) {
		*a = start;
		return false;
	}
	skip_blank(a);
	return true;
}

/* Past what is left of a line if that is nothing but white space, and the next line's prefix. */
static bool ends_line(struct align *a)
{
	skip_blank(a);
	if (a->at < a->end && !is_line_end(bytes(a)[a->at]))
		return false;
	align_break(a);
	return true;
}

/* Past one definition; false where none stands here. */
static bool skip_definition(struct align *a)
{
	struct place target;
	struct align behind;
	bool blank;

	if (!skip_label(a, &blank) || blank || !sees(a, ':'))
		return false;
	a->at++;
	skip_space(a);
	/* "<>" is a target, nothing is none. */
	behind = *a;
	if (!skip_target(a, &target) || a->at == behind.at)
		return false;
	behind = *a;
	skip_space(a);
	if (a->at > behind.at && skip_title(a) && ends_line(a))
		return true;
	/* What looked like a title on the next line is text. */
	*a = behind;
	return ends_line(a);
}

void align_definitions(struct align *a)
{
	struct align next = *a;

	while (skip_definition(&next))
		*a = next;
}
