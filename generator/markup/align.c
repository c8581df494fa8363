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

/* Length of a character reference "&...;" at the position, else 0. The longest name HTML has is 33 bytes with & and ;.
 */
static size_t reference_length(const struct align *a, size_t at)
{
	for (size_t n = 1; n < 40 && at + n < a->end; n++) {
		char c = bytes(a)[at + n];

		if (c == ';')
			return n > 1 ? n + 1 : 0;
		if (c == '&' || c == ' ' || c == '\n')
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

/* Compares the text with the source from `at` on; the end in the source, or SIZE_MAX. */
static size_t match_from(const struct align *a, size_t at, struct str text, bool *exact)
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

/* How far ahead a lost text is looked for: further would cost the square of a block without delimiters that we know. */
enum { LOOK_AHEAD = 1024 };

struct place align_text(struct align *a, struct str text, bool *exact)
{
	size_t from = a->at, to = SIZE_MAX;
	size_t last = a->end - a->at > LOOK_AHEAD ? a->at + LOOK_AHEAD : a->end;

	while (from < last && (to = match_from(a, from, text, exact)) == SIZE_MAX)
		from++;
	if (to == SIZE_MAX) {
		*exact = false;
		return (struct place){a->source, a->at, a->at};
	}
	a->at = to;
	return (struct place){a->source, from, to};
}

void align_break(struct align *a)
{
	while (a->at < a->end && bytes(a)[a->at] != '\n' && bytes(a)[a->at] != '\r')
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

static void skip_space(struct align *a)
{
	while (a->at < a->end && strchr(" \t\r\n", bytes(a)[a->at]) && bytes(a)[a->at])
		a->at++;
}

/* Past everything up to the closing byte, minding escapes; the cursor stands behind it. */
static void skip_past(struct align *a, char close)
{
	while (a->at < a->end && !sees(a, close))
		align_skip(a, sees(a, '\\') ? 2 : 1);
	align_skip(a, 1);
}

/* A target without <>: balanced parentheses, no white space. */
static struct place bare_target(struct align *a)
{
	size_t from = a->at;
	int depth = 0;

	while (a->at < a->end && !strchr(" \t\r\n", bytes(a)[a->at])) {
		if (sees(a, '(') && depth++ > 32)
			break;
		if (sees(a, ')') && depth-- == 0)
			break;
		align_skip(a, sees(a, '\\') ? 2 : 1);
	}
	return (struct place){a->source, from, a->at};
}

static struct place target(struct align *a)
{
	struct place p;

	if (!sees(a, '<'))
		return bare_target(a);
	p = (struct place){a->source, a->at + 1, 0};
	skip_past(a, '>');
	p.to = a->at > p.from ? a->at - 1 : p.from;
	return p;
}

/* The rest of "(target "title")" behind the target. */
static void skip_title(struct align *a)
{
	skip_space(a);
	if (sees(a, '"') || sees(a, '\'') || sees(a, '(')) {
		char close = sees(a, '(') ? ')' : bytes(a)[a->at];

		a->at++;
		skip_past(a, close);
		skip_space(a);
	}
	if (sees(a, ')'))
		a->at++;
}

struct place align_link_close(struct align *a, bool is_autolink)
{
	struct place none = {a->source, a->at, a->at};

	if (is_autolink) {
		align_skip(a, 1);
		return none;
	}
	while (a->at < a->end && !sees(a, ']'))
		a->at++;
	align_skip(a, 1);
	if (sees(a, '(')) {
		struct place p;

		a->at++;
		skip_space(a);
		p = target(a);
		skip_title(a);
		return p;
	}
	if (sees(a, '['))
		skip_past(a, ']');
	return none;
}
