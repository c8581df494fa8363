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

struct source *source_new(struct arena *a, struct str path, struct str bytes)
{
	struct source *s = arena_new(a, struct source);

	s->path = path;
	s->bytes = bytes;
	s->line_count = find_lines(bytes, NULL);
	s->lines = arena_array(a, size_t, s->line_count);
	find_lines(bytes, s->lines);
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

struct position source_position(const struct source *s, size_t offset)
{
	size_t line;

	if (offset > s->bytes.len)
		offset = s->bytes.len;
	line = line_of(s, offset);
	return (struct position){line + 1, utf8_count(str_slice(s->bytes, s->lines[line], offset)) + 1};
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
