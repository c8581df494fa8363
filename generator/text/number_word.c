#include "text/number_word.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/utf8.h"

static const struct {
	const char *value, *beginnings[3];
} values[] = {
#define NUMBER_WORDS(value, en, ru, kk) {value, {en, ru, kk}},
#include "text/number_words.def"
#undef NUMBER_WORDS
};

static const struct {
	unsigned month;
	const char *stems, *whole;
} months[] = {
#define MONTH(number, stems, whole) {number, stems, whole},
#include "text/months.def"
#undef MONTH
};

/* All of them in one, each behind a space, by language; and those of the months. */
static const char *const all_values[] = {
#define NUMBER_WORDS(value, en, ru, kk) " " en
#include "text/number_words.def"
#undef NUMBER_WORDS
	,
#define NUMBER_WORDS(value, en, ru, kk) " " ru
#include "text/number_words.def"
#undef NUMBER_WORDS
	,
#define NUMBER_WORDS(value, en, ru, kk) " " kk
#include "text/number_words.def"
#undef NUMBER_WORDS
};

static const char all_months[] =
#define MONTH(number, stems, whole) " " stems " " whole
#include "text/months.def"
#undef MONTH
	;

static const struct {
	const char *beginning;
	unsigned zeros;
} multipliers[] = {
	{"thousand", 3}, {"тыс", 3}, {"мың", 3},  {"million", 6},  {"mln", 6},	     {"млн", 6},   {"миллион", 6},
	{"billion", 9},	 {"bn", 9},  {"млрд", 9}, {"миллиард", 9}, {"trillion", 12}, {"трлн", 12}, {"триллион", 12},
};

/*
 * False where no name begins with the first two letters of the word: nearly always. One search tells, and every word of the site
 * comes by here. All names have two letters and more.
 */
static bool may_begin(struct str word, const char *all)
{
	char start[16];

	snprintf(start, sizeof start, " %.*s", (int)utf8_offset(word, 2), word.at);
	return utf8_offset(word, 1) < word.len && strstr(all, start);
}

/* True where word begins with one of the names and has at most `most` letters more. */
static bool begins(struct str word, const char *names, size_t most)
{
	for (const char *n = names; *n; n++) {
		size_t same = 0;

		while (same < word.len && n[same] == word.at[same])
			same++;
		if (same && (n[same] == ' ' || !n[same]) && utf8_count(str_from(word, same)) <= most)
			return true;
		for (n += same; *n && *n != ' '; n++)
			;
		if (!*n)
			break;
	}
	return false;
}

void number_word_values(struct str word, struct str language, void (*see)(void *ctx, const char *value), void *ctx)
{
	unsigned l = str_eq(language, STR("en")) ? 0 : str_eq(language, STR("ru")) ? 1 : 2;

	if (!may_begin(word, all_values[l]))
		return;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (begins(word, values[i].beginnings[l], word.len))
			see(ctx, values[i].value);
}

unsigned number_word_month(struct str word)
{
	if (!may_begin(word, all_months))
		return 0;
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		if (begins(word, months[i].stems, 4) || begins(word, months[i].whole, 0))
			return months[i].month;
	return 0;
}

unsigned number_word_zeros(struct str word)
{
	for (size_t i = 0; i < sizeof multipliers / sizeof *multipliers; i++)
		if (str_starts(word, str_of(multipliers[i].beginning)))
			return multipliers[i].zeros;
	return 0;
}

/* The Latin digit that a capital is or looks like. */
static char roman_digit(uint32_t point)
{
	switch (point) {
	case 0x0406: /* І */
		return 'I';
	case 0x0423: /* У */
		return 'V';
	case 0x0425: /* Х */
		return 'X';
	case 0x0421: /* С */
		return 'C';
	case 0x041C: /* М */
		return 'M';
	default:
		return point < 0x80 && point && strchr("IVXLCDM", (int)point) ? (char)point : 0;
	}
}

static const struct {
	unsigned value;
	const char *digits;
} roman[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
	     {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},	{4, "IV"},  {1, "I"}};

enum { ROMAN = sizeof roman / sizeof *roman, ROMAN_LONGEST = 15 };

struct str number_word_roman_of(unsigned value, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;

	for (size_t i = 0; i < ROMAN; i++)
		for (; value >= roman[i].value; value -= roman[i].value)
			buf_add(&out, str_of(roman[i].digits));
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

/* The one right way to write a value. */
static bool is_roman_of(unsigned value, struct str written)
{
	struct arena a = ARENA_INIT;
	bool is = str_eq(number_word_roman_of(value, &a), written);

	arena_clear(&a);
	return is;
}

unsigned number_word_roman(struct str word)
{
	char latin[ROMAN_LONGEST];
	struct str written = {latin, 0};
	unsigned value = 0;
	size_t at = 0;

	for (uint32_t point; at < word.len; written.len++) {
		at += utf8_decode(word, at, &point);
		if (written.len == ROMAN_LONGEST || !(latin[written.len] = roman_digit(point)))
			return 0;
	}
	at = 0;
	for (size_t i = 0; i < ROMAN; i++)
		for (; str_starts(str_from(written, at), str_of(roman[i].digits)); at += strlen(roman[i].digits))
			value += roman[i].value;
	return value < 4000 && is_roman_of(value, written) ? value : 0;
}
