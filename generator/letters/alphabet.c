#include "letters/alphabet.h"

#include "base/utf8.h"

static const uint16_t small[ALPHABET_LETTERS] = {
	0x430, 0x4D9, 0x431, 0x432, 0x433, 0x493, 0x434, 0x435, 0x451, 0x436, 0x437, 0x438, 0x439, 0x43A,
	0x49B, 0x43B, 0x43C, 0x43D, 0x4A3, 0x43E, 0x4E9, 0x43F, 0x440, 0x441, 0x442, 0x443, 0x4B1, 0x4AF,
	0x444, 0x445, 0x4BB, 0x446, 0x447, 0x448, 0x449, 0x44A, 0x44B, 0x456, 0x44C, 0x44D, 0x44E, 0x44F,
};

/* The numbers of U+0430 to U+044F. */
static const uint8_t russian[32] = {1,	3,  4,	5,  7,	8,  10, 11, 12, 13, 14, 16, 17, 18, 20, 22,
				    23, 24, 25, 26, 29, 30, 32, 33, 34, 35, 36, 37, 39, 40, 41, 42};

static uint32_t capital_of(uint32_t point)
{
	if (point >= 0x450 && point <= 0x45F)
		return point - 0x50;
	return point <= 0x44F ? point - 0x20 : point - 1;
}

uint8_t alphabet_number(uint32_t point, bool *capital)
{
	if (point < 0x401 || point > 0x4E9)
		return 0;

	/* Behind U+0490 capitals and small letters take turns, capitals first. */
	bool is_capital = point < 0x430 || (point >= 0x490 && point % 2 == 0);

	if (capital)
		*capital = is_capital;
	if (point >= 0x410 && point <= 0x44F)
		return russian[(point - 0x410) % 32];
	for (size_t i = 0; i < ALPHABET_LETTERS; i++)
		if (small[i] > 0x44F && point == (is_capital ? capital_of(small[i]) : small[i]))
			return (uint8_t)(i + 1);
	return 0;
}

uint32_t alphabet_letter(uint8_t number, bool capital)
{
	uint32_t point = small[number - 1];

	return capital ? capital_of(point) : point;
}

/* Kazakh letters, each with the Russian one that is typed for it. */
static const uint8_t pairs[][2] = {{2, 1},   {6, 5},   {15, 14}, {19, 18}, {21, 20},
				   {27, 26}, {28, 26}, {31, 30}, {38, 12}};

enum { PAIRS = sizeof pairs / sizeof *pairs };

uint8_t alphabet_russian(uint8_t number)
{
	for (size_t i = 0; i < PAIRS; i++)
		if (pairs[i][0] == number)
			return pairs[i][1];
	return number;
}

size_t alphabet_meant(uint8_t number, uint8_t out[3])
{
	size_t n = 0;

	out[n++] = number;
	for (size_t i = 0; i < PAIRS; i++)
		if (pairs[i][1] == number)
			out[n++] = pairs[i][0];
	return n;
}

bool alphabet_word(struct str word, struct letters *out)
{
	out->len = 0;
	for (size_t at = 0; at < word.len;) {
		uint32_t point;

		at += utf8_decode(word, at, &point);
		if (out->len == ALPHABET_LONGEST || (out->at[out->len] = alphabet_number(point, NULL)) == 0)
			return false;
		out->len++;
	}
	return out->len > 0;
}

struct str alphabet_text(const struct letters *word, char *out)
{
	size_t len = 0;

	for (size_t i = 0; i < word->len; i++)
		len += utf8_encode(alphabet_letter(word->at[i], false), out + len);
	return (struct str){out, len};
}
