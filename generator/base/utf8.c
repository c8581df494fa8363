#include "base/utf8.h"

/* Length from the first byte; 0 for a byte that can begin nothing. */
static size_t length_of(unsigned char c)
{
	if (c < 0x80)
		return 1;
	if (c >= 0xC2 && c <= 0xDF)
		return 2;
	if (c >= 0xE0 && c <= 0xEF)
		return 3;
	return c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

/* The second byte's range excludes overlong forms, surrogates and values over U+10FFFF. */
static bool second_fits(unsigned char first, unsigned char second)
{
	switch (first) {
	case 0xE0:
		return second >= 0xA0 && second <= 0xBF;
	case 0xED:
		return second >= 0x80 && second <= 0x9F;
	case 0xF0:
		return second >= 0x90 && second <= 0xBF;
	case 0xF4:
		return second >= 0x80 && second <= 0x8F;
	default:
		return second >= 0x80 && second <= 0xBF;
	}
}

/* Length of the well-formed sequence at `at`, or 0. */
static size_t sequence(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.at + at;
	size_t n = length_of(p[0]);

	if (n == 0 || n > s.len - at || (n > 1 && !second_fits(p[0], p[1])))
		return 0;
	for (size_t i = 2; i < n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return n;
}

size_t utf8_decode(struct str s, size_t at, uint32_t *point)
{
	static const unsigned char mask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	size_t n = sequence(s, at);

	if (n == 0) {
		*point = 0xFFFD;
		return 1;
	}
	*point = (unsigned char)s.at[at] & mask[n];
	for (size_t i = 1; i < n; i++)
		*point = *point << 6 | ((unsigned char)s.at[at + i] & 0x3F);
	return n;
}

size_t utf8_encode(uint32_t point, char out[4])
{
	if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
		point = 0xFFFD;
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (char)(0xC0 | point >> 6);
		out[1] = (char)(0x80 | (point & 0x3F));
		return 2;
	}
	if (point < 0x10000) {
		out[0] = (char)(0xE0 | point >> 12);
		out[1] = (char)(0x80 | (point >> 6 & 0x3F));
		out[2] = (char)(0x80 | (point & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | point >> 18);
	out[1] = (char)(0x80 | (point >> 12 & 0x3F));
	out[2] = (char)(0x80 | (point >> 6 & 0x3F));
	out[3] = (char)(0x80 | (point & 0x3F));
	return 4;
}

size_t utf8_valid_until(struct str s)
{
	size_t at = 0;

	while (at < s.len) {
		size_t n = sequence(s, at);

		if (n == 0)
			return at;
		at += n;
	}
	return s.len;
}

size_t utf8_count(struct str s)
{
	uint32_t point;
	size_t count = 0;

	for (size_t at = 0; at < s.len; count++)
		at += utf8_decode(s, at, &point);
	return count;
}

size_t utf8_offset(struct str s, size_t n)
{
	uint32_t point;
	size_t at = 0;

	while (at < s.len && n--)
		at += utf8_decode(s, at, &point);
	return at;
}
