#include "diag/excerpt.h"

#include "base/utf8.h"
#include "base/width.h"

/* Of a longer source line a part round the caret is shown, in code points. */
enum { LINE_SHOWN = 160, LINE_BEFORE = 100 };

enum { TAB_STOP = 8, INDENT = 2 };

static const uint32_t UNSEEN = 0xFFFD;

/* What is shown for the code point at s[*at]; *at moves behind it. */
static uint32_t next_visible(struct str s, size_t *at)
{
	uint32_t point;

	*at += utf8_decode(s, *at, &point);
	if (point == '\t')
		return point;
	return point < 0x20 || (point >= 0x7F && point < 0xA0) || width_is_hidden(point) ? UNSEEN : point;
}

void excerpt_visible(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.len;) {
		char encoded[4];

		buf_add(out, (struct str){encoded, utf8_encode(next_visible(s, &at), encoded)});
	}
}

/* Adds a copy of s in spaces, with its tabs, or in `fill`, one for each column; column is where s begins. */
static size_t add_columns(struct buf *out, struct str s, size_t column, char fill)
{
	for (size_t at = 0; at < s.len;) {
		uint32_t point = next_visible(s, &at);
		size_t width = point == '\t' ? TAB_STOP - column % TAB_STOP : width_of(point);

		column += width;
		if (point == '\t' && fill == ' ')
			buf_add_byte(out, '\t');
		else
			for (; width > 0; width--)
				buf_add_byte(out, fill);
	}
	return column;
}

/* A place that begins with a mark is shown from the letter on that the mark joins. */
static size_t letter_before(struct str line, size_t at)
{
	while (at > 0 && at < line.len) {
		size_t next = at;

		if (width_of(next_visible(line, &next)) > 0)
			break;
		for (at--; at > 0 && ((unsigned char)line.at[at] & 0xC0) == 0x80; at--)
			;
	}
	return at;
}

/* ^ and ~ under line[from..to), of which the part from `first` on is shown. */
static void add_marks(struct buf *out, struct str line, size_t first, size_t from, size_t to, bool colour)
{
	size_t column = INDENT + (first ? 1 : 0), begins;

	buf_add(out, first ? STR("   ") : STR("  "));
	column = add_columns(out, str_slice(line, first, from), column, ' ');
	if (colour)
		buf_add(out, STR("\x1B[1;32m"));
	begins = out->len;
	add_columns(out, str_slice(line, from, to), column, '~');
	if (out->len == begins)
		buf_add_byte(out, '^');
	out->at[begins] = '^';
	buf_add(out, colour ? STR("\x1B[0m\n") : STR("\n"));
}

/* The offset n code points before `at`. */
static size_t points_back(struct str line, size_t at, size_t n)
{
	for (; n > 0 && at > 0; n--)
		for (at--; at > 0 && ((unsigned char)line.at[at] & 0xC0) == 0x80; at--)
			;
	return at;
}

static size_t at_most(size_t n, size_t most)
{
	return n < most ? n : most;
}

void excerpt_add(struct buf *out, struct place place, bool colour)
{
	struct position pos = source_position(place.source, place.from);
	struct str line = source_line(place.source, pos.line), shown;
	size_t start = source_line_start(place.source, pos.line);
	size_t from = letter_before(line, at_most(place.from - start, line.len)),
	       to = at_most(place.to, start + line.len);
	size_t first = 0;

	if (line.len == 0)
		return;
	if (pos.column > LINE_BEFORE && utf8_offset(line, LINE_SHOWN) < line.len)
		first = points_back(line, from, LINE_BEFORE - 1);
	shown = str_from(line, first);
	shown = str_slice(shown, 0, utf8_offset(shown, LINE_SHOWN));
	buf_add(out, first ? STR("  …") : STR("  "));
	excerpt_visible(out, shown);
	buf_add(out, first + shown.len < line.len ? STR("…\n") : STR("\n"));
	to = to > start + from ? at_most(to - start, first + shown.len) : from;
	add_marks(out, line, first, from, to, colour);
}
