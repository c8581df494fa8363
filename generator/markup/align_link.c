/*
 * align_link.c - the way past the parts of links and definitions: labels, targets, titles, as CommonMark has them.
 */
#include "markup/align_byte.h"

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
