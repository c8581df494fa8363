#include "letters/stand_ins.h"

#include <stddef.h>

#include "base/utf8.h"
#include "letters/points.h"

#define EXACT(point, letters) {point, STAND_IN_EXACT, letters},
#define NEAR(point, letters)  {point, STAND_IN_NEAR, letters},
#define WRONG(point, letters) {point, STAND_IN_WRONG, letters},
#define MARK(base, mark, letter)
static const struct {
	uint32_t point;
	enum stand_in_sort sort;
	const char *letters;
} rows[] = {
#include "letters/stand_ins.def"
};
#undef EXACT
#undef NEAR
#undef WRONG
#undef MARK

#define EXACT(point, letters)
#define NEAR(point, letters)
#define WRONG(point, letters)
#define MARK(base, mark, letter) {base, mark, letter},
static const struct {
	uint32_t base, mark;
	const char *letter;
} marks[] = {
#include "letters/stand_ins.def"
};
#undef EXACT
#undef NEAR
#undef WRONG
#undef MARK

/* Capitals of the letters that WRONG rows lead to: the same order as small. */
static const struct {
	const char *small, *capital;
} capitals[] = {
	{"қ", "Қ"}, {"ғ", "Ғ"},	  {"ң", "Ң"}, {"ө", "Ө"}, {"ә", "Ә"}, {"ү", "Ү"}, {"ұ", "Ұ"},
	{"і", "І"}, {"һ", "Һ"},	  {"с", "С"}, {"з", "З"}, {"а", "А"}, {"е", "Е"}, {"и", "И"},
	{"э", "Э"}, {"хһ", "ХҺ"}, {"ы", "Ы"}, {"ж", "Ж"}, {"ч", "Ч"},
};

static const char *capital_of(const char *small)
{
	for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++)
		if (str_eq(str_of(capitals[i].small), str_of(small)))
			return capitals[i].capital;
	return NULL;
}

struct stand_in stand_in_of(uint32_t point)
{
	uint32_t small = points_lower(point);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].point == point)
			return (struct stand_in){rows[i].sort, rows[i].letters};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].sort == STAND_IN_WRONG && rows[i].point == small)
			return (struct stand_in){STAND_IN_WRONG, capital_of(rows[i].letters)};
	return (struct stand_in){STAND_IN_NONE, NULL};
}

static uint32_t first_point(const char *letters)
{
	uint32_t point;

	utf8_decode(str_of(letters), 0, &point);
	return point;
}

uint32_t stand_in_marked(uint32_t base, uint32_t mark)
{
	uint32_t small = points_lower(base);

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].base == small && marks[i].mark == mark)
			return small == base ? first_point(marks[i].letter)
					     : points_upper(first_point(marks[i].letter));
	return 0;
}

const char *stand_in_digit(uint32_t digit)
{
	static const char *const letters[] = {
		['0'] = "оқ", ['1'] = "і", ['2'] = "ә",	 ['3'] = "зі", ['4'] = "чң",
		['5'] = "ғ",  ['6'] = "б", ['8'] = "үв", ['9'] = "ұ",
	};

	return digit < sizeof letters / sizeof *letters ? letters[digit] : NULL;
}
