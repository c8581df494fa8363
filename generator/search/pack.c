#include "search/pack.h"

#include "base/utf8.h"

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

void pack_digit(struct buf *out, uint32_t n)
{
	buf_add_byte(out, digits[n & 63]);
}

void pack_number(struct buf *out, uint32_t n)
{
	int shift = 0;

	while (shift < 30 && n >> (shift + 5))
		shift += 5;
	for (; shift > 0; shift -= 5)
		pack_digit(out, 32 + (n >> shift & 31));
	pack_digit(out, n & 31);
}

/* Bytes that two words share from their beginning, whole code points; and the UTF-16 units that they are, `most` at most. */
static size_t shared(struct str a, struct str b, size_t most, size_t *units)
{
	size_t at = 0;
	uint32_t x, y;

	for (*units = 0; at < a.len && at < b.len;) {
		size_t n = utf8_decode(a, at, &x), wide = x > 0xFFFF ? 2 : 1;

		utf8_decode(b, at, &y);
		if (x != y || *units + wide > most)
			break;
		at += n;
		*units += wide;
	}
	return at;
}

void pack_word(struct buf *out, struct str last, struct str word, struct str between)
{
	size_t units, at = shared(last, word, 63, &units);

	pack_digit(out, (uint32_t)units);
	buf_add(out, between);
	buf_add(out, str_from(word, at));
}

size_t pack_distinct(struct str last, struct str word)
{
	size_t units, at = shared(last, word, SIZE_MAX, &units);
	uint32_t point;

	return at < word.len ? at + utf8_decode(word, at, &point) : at;
}
