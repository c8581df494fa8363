#include "diag/source.h"

#include <assert.h>

#include "base/utf8.h"

/* Past the line end that begins at `at`, or `at` itself where none does. */
static size_t past_line_end(struct str bytes, size_t at)
{
	if (bytes.at[at] == '\n')
		return at + 1;
	if (bytes.at[at] != '\r')
		return at;
	return at + 1 < bytes.len && bytes.at[at + 1] == '\n' ? at + 2 : at + 1;
}

static size_t find_lines(struct str bytes, size_t *lines)
{
	size_t n = 1;

	if (lines)
		lines[0] = 0;
	for (size_t at = 0; at < bytes.len;) {
		size_t next = past_line_end(bytes, at);

		if (next == at) {
			at++;
			continue;
		}
		if (lines)
			lines[n] = next;
		n++;
		at = next;
	}
	return n;
}

/* Bytes of a line between two marks; shorter lines have none. */
enum { MARK_EVERY = 4096 };

static size_t line_end(const struct source *s, size_t line)
{
	return line + 1 < s->line_count ? s->lines[line + 1] : s->bytes.len;
}

/* Counts the marks of a line, or sets them where `marks` is not NULL. */
static size_t mark_line(const struct source *s, size_t line, struct source_mark *marks)
{
	size_t at = s->lines[line], end = line_end(s, line), next = at + MARK_EVERY, n = 0, before = 0;

	if (end - at <= MARK_EVERY)
		return 0;
	for (; at < end; before++) {
		uint32_t point;

		if (at >= next) {
			if (marks)
				marks[n] = (struct source_mark){at, before};
			n++;
			next = at + MARK_EVERY;
		}
		at += utf8_decode(s->bytes, at, &point);
	}
	return n;
}

static void mark_lines(struct source *s, struct arena *a)
{
	struct source_mark *marks;
	size_t n = 0;

	for (size_t line = 0; line < s->line_count; line++)
		n += mark_line(s, line, NULL);
	if (n == 0)
		return;
	marks = arena_array(a, struct source_mark, n);
	for (size_t line = 0, at = 0; line < s->line_count; line++)
		at += mark_line(s, line, marks + at);
	s->marks = marks;
	s->mark_count = n;
}

struct source *source_new(struct arena *a, struct str path, struct str bytes)
{
	struct source *s = arena_new(a, struct source);

	s->path = path;
	s->bytes = bytes;
	s->line_count = find_lines(bytes, NULL);
	s->lines = arena_array(a, size_t, s->line_count);
	find_lines(bytes, s->lines);
	mark_lines(s, a);
	return s;
}

/* Number (from 0) of the line that holds the offset. */
static size_t line_of(const struct source *s, size_t offset)
{
	size_t low = 0, high = s->line_count;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (s->lines[mid] <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* The last mark at or before the offset in the line that begins at `start`; else that beginning. */
static struct source_mark mark_before(const struct source *s, size_t start, size_t offset)
{
	size_t low = 0, high = s->mark_count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->marks[mid].at <= offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low && s->marks[low - 1].at >= start ? s->marks[low - 1] : (struct source_mark){start, 0};
}

struct position source_position(const struct source *s, size_t offset)
{
	struct source_mark mark;
	size_t line;

	if (offset > s->bytes.len)
		offset = s->bytes.len;
	line = line_of(s, offset);
	mark = mark_before(s, s->lines[line], offset);
	return (struct position){line + 1, mark.before + utf8_count(str_slice(s->bytes, mark.at, offset)) + 1};
}

size_t source_line_start(const struct source *s, size_t line)
{
	return line - 1 < s->line_count ? s->lines[line - 1] : s->bytes.len;
}

struct str source_line(const struct source *s, size_t line)
{
	struct str text = str_slice(s->bytes, source_line_start(s, line), source_line_start(s, line + 1));

	while (text.len && (text.at[text.len - 1] == '\n' || text.at[text.len - 1] == '\r'))
		text.len--;
	return text;
}

struct place source_place(const struct source *s, struct str view)
{
	size_t from = view.at ? (size_t)(view.at - s->bytes.at) : 0;

	assert(!view.at || (view.at >= s->bytes.at && view.at + view.len <= s->bytes.at + s->bytes.len));
	return (struct place){s, from, from + view.len};
}
