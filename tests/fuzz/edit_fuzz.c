/*
 * edit_fuzz.c - any edits of any bytes, twice: one list that stands for both makes the same, and the patch of it, followed
 * to the letter, too.
 *
 * Input: numbers of a byte for the edits (a zero ends them; two lists), then the text.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "fix/patch.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void broken(const char *why, struct str shown)
{
	fprintf(stderr, "%s:\n%.*s\n", why, STR_ARG(shown));
	abort();
}

static size_t number(struct str *input)
{
	size_t n = input->len ? (unsigned char)input->at[0] : 0;

	*input = str_from(*input, 1);
	return n;
}

/* Edits of a text of `len` bytes: how far from the last, how many bytes go, which text comes. */
static void read_edits(struct str *input, size_t len, edits *list)
{
	static const char texts[] = "a\nb\r\n\n--- x\n@@";
	size_t at = 0, skip;

	while ((skip = number(input)) != 0 && at <= len) {
		size_t from = at + (skip - 1) / 2, to = from + number(input) % 8, first = number(input) % sizeof texts;
		struct edit e = {from, to, str_slice(str_of(texts), first, first + number(input) % 6)};

		if (to > len)
			return;
		edits_add(list, e);
		at = to;
	}
}

/* ---- patch, followed to the letter ---- */

struct reader {
	struct str patch, bytes; /* what is left of both */
	struct buf *out;
};

static struct str take_line(struct str *s)
{
	size_t lf = str_find_byte(*s, '\n'), len = lf == SIZE_MAX ? s->len : lf + 1;
	struct str line = str_slice(*s, 0, len);

	*s = str_from(*s, len);
	return line;
}

/* The line of the file that a line of the patch stands for, with or without its end. */
static struct str said_line(struct reader *r)
{
	struct str line = str_from(take_line(&r->patch), 1);

	if (str_starts(r->patch, STR("\\ No newline"))) {
		take_line(&r->patch);
		line.len--;
	}
	return line;
}

static void expect_line(struct reader *r, struct str line)
{
	if (!str_eq(take_line(&r->bytes), line))
		broken("the patch names a line that is not there", line);
}

static size_t lines_in(struct str s)
{
	size_t n = 0;

	while (s.len) {
		take_line(&s);
		n++;
	}
	return n;
}

static void follow_hunk(struct reader *r, struct str whole)
{
	size_t from, was, to, is, done = 0;
	char header[128] = "";
	struct str line = take_line(&r->patch);

	snprintf(header, sizeof header, "%.*s", STR_ARG(line));
	if (sscanf(header, "@@ -%zu,%zu +%zu,%zu @@", &from, &was, &to, &is) != 4)
		broken("no hunk", line);
	done = lines_in(str_slice(whole, 0, whole.len - r->bytes.len));
	for (from -= was ? 1 : 0; done < from; done++)
		buf_add(r->out, take_line(&r->bytes));
	if (done != from || lines_in(buf_str(r->out)) != to - (is ? 1 : 0))
		broken("a hunk at another line", line);
	while (was || is) {
		char sign = r->patch.len ? r->patch.at[0] : '?';

		line = said_line(r);
		if (sign == '?' || !strchr(" -+", sign) || (sign != '+' && !was--) || (sign != '-' && !is--))
			broken("a hunk that does not add up", line);
		if (sign != '+')
			expect_line(r, line);
		if (sign != '-')
			buf_add(r->out, line);
	}
}

static void follow(struct str patch, struct str bytes, struct buf *out)
{
	struct reader r = {patch, bytes, out};

	if (patch.len) {
		take_line(&r.patch);
		take_line(&r.patch);
	}
	while (r.patch.len)
		follow_hunk(&r, bytes);
	buf_add(out, r.bytes);
}

static void expect_same(const char *why, const struct buf *got, const struct buf *want)
{
	if (!str_eq(buf_str(got), buf_str(want)))
		broken(why, buf_str(got));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str input = {(const char *)bytes, len}, rest = input;
	edits first = {0}, second = {0}, both = {0};
	struct buf once = BUF_INIT, twice = BUF_INIT, joined = BUF_INIT, patch = BUF_INIT, patched = BUF_INIT;
	struct arena a = ARENA_INIT;

	read_edits(&rest, len / 2, &first);
	input = str_from(input, len - len / 2);
	edits_apply(input, &first, &once);
	read_edits(&rest, once.len, &second);
	edits_apply(buf_str(&once), &second, &twice);
	edits_then(input.len, &first, &second, &a, &both);
	edits_apply(input, &both, &joined);
	expect_same("two lists as one", &joined, &twice);
	patch_add(STR("file"), input, &both, &patch);
	follow(buf_str(&patch), input, &patched);
	expect_same("the patch", &patched, &twice);
	vec_clear(&first);
	vec_clear(&second);
	vec_clear(&both);
	buf_clear(&once);
	buf_clear(&twice);
	buf_clear(&joined);
	buf_clear(&patch);
	buf_clear(&patched);
	arena_clear(&a);
	return 0;
}
