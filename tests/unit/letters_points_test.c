/* Classes of code points, their cases, texts taken apart. */
#include "expect.h"

#include "letters/points.h"

static const struct {
	const char *reason;
	uint32_t point;
	unsigned class;
} rows[] = {
	{"space", ' ', POINT_OTHER},
	{"NUL", 0, POINT_OTHER},
	{"hyphen ends a word", '-', POINT_OTHER},
	{"no-break space is a space", 0x00A0, POINT_OTHER},
	{"narrow no-break space", 0x202F, POINT_OTHER},
	{"digit", '0', POINT_DIGIT},
	{"before the digits", '/', POINT_OTHER},
	{"behind them", ':', POINT_OTHER},
	{"a", 'a', POINT_LATIN},
	{"Z", 'Z', POINT_LATIN},
	{"behind Z", '[', POINT_OTHER},
	{"é", 0x00E9, POINT_ACCENTED},
	{"× is no letter", 0x00D7, POINT_OTHER},
	{"÷ is no letter", 0x00F7, POINT_OTHER},
	{"ə is Latin", 0x0259, POINT_ACCENTED},
	{"ә is Kazakh", 0x04D9, POINT_KAZAKH},
	{"Latin ɵ", 0x0275, POINT_ACCENTED},
	{"α", 0x03B1, POINT_GREEK},
	{"а", 0x0430, POINT_RUSSIAN},
	{"я, the last", 0x044F, POINT_RUSSIAN},
	{"ѐ, the next", 0x0450, POINT_CYRILLIC},
	{"ё", 0x0451, POINT_RUSSIAN},
	{"Ё", 0x0401, POINT_RUSSIAN},
	{"і", 0x0456, POINT_KAZAKH},
	{"ї is not Kazakh", 0x0457, POINT_CYRILLIC},
	{"ґ of KZ-1048", 0x0491, POINT_CYRILLIC},
	{"ғ", 0x0493, POINT_KAZAKH},
	{"қ", 0x049B, POINT_KAZAKH},
	{"ҝ of Azerbaijan", 0x049D, POINT_CYRILLIC},
	{"ң", 0x04A3, POINT_KAZAKH},
	{"ү", 0x04AF, POINT_KAZAKH},
	{"ұ", 0x04B1, POINT_KAZAKH},
	{"һ", 0x04BB, POINT_KAZAKH},
	{"ө", 0x04E9, POINT_KAZAKH},
	{"ӧ of Komi", 0x04E7, POINT_CYRILLIC},
	{"± can have been ұ", 0x00B1, POINT_SIGN},
	{"‰ can have been ү", 0x2030, POINT_SIGN},
	{"‡ can have been Ү", 0x2021, POINT_SIGN},
	{"† cannot", 0x2020, POINT_OTHER},
	{"a byte without a character", 0x0098, POINT_CONTROL},
	{"combining acute", 0x0301, POINT_MARK},
	{"combining Cyrillic", 0x0483, POINT_MARK},
	{"combining grapheme joiner cannot be seen", 0x034F, POINT_INVISIBLE},
	{"soft hyphen", 0x00AD, POINT_INVISIBLE},
	{"zero width space", 0x200B, POINT_INVISIBLE},
	{"hair space is a space", 0x200A, POINT_OTHER},
	{"right-to-left override", 0x202E, POINT_INVISIBLE},
	{"word joiner", 0x2060, POINT_INVISIBLE},
	{"byte-order mark", 0xFEFF, POINT_INVISIBLE},
	{"variation selector: emoji need it", 0xFE0F, POINT_OTHER},
	{"lost", 0xFFFD, POINT_LOST},
	{"code in a passage", 0xFFFC, POINT_OTHER},
	{"alef", 0x0627, POINT_ARABIC},
	{"Georgian", 0x10D0, POINT_FOREIGN},
	{"an emoji", 0x1F468, POINT_OTHER},
	{"the last code point", 0x10FFFF, POINT_OTHER},
};

static void classes(void **state)
{
	struct points p;

	(void)state;
	points_make(&p);
	for (size_t i = 0; i < COUNT(rows); i++) {
		expect_number(rows[i].reason, points_class(rows[i].point), rows[i].class);
		expect_number(rows[i].reason, points_of(&p, rows[i].point) & ~(unsigned)POINT_CAPITAL, rows[i].class);
	}
}

/* The binary search needs the table in order: each code point of it is found by the kept table as well. */
static void kept(void **state)
{
	struct points p;
	size_t letters = 0;

	(void)state;
	points_make(&p);
	for (uint32_t point = 0; point < POINTS_KEPT; point++) {
		unsigned class = p.class[point] & ~(unsigned)POINT_CAPITAL;
		bool capital = p.class[point] & POINT_CAPITAL;

		assert_int_equal(class, points_class(point));
		assert_int_equal(class & (class - 1), 0);
		assert_int_equal(capital, (class & POINT_PLAIN_CYRILLIC) && points_is_upper(point));
		letters += (p.class[point] & POINT_PLAIN_CYRILLIC) != 0;
	}
	expect_number("the alphabet has 42 letters, each twice", letters, 84);
}

static const struct {
	const char *reason;
	uint32_t capital, small;
} cases[] = {
	{"Latin", 'Q', 'q'},
	{"accented", 0x00DC, 0x00FC},
	{"even and odd", 0x011E, 0x011F},
	{"odd and even", 0x0147, 0x0148},
	{"Greek", 0x0398, 0x03B8},
	{"Russian", 0x042F, 0x044F},
	{"Ё", 0x0401, 0x0451},
	{"І", 0x0406, 0x0456},
	{"Ә", 0x04D8, 0x04D9},
	{"Ғ", 0x0492, 0x0493},
	{"Һ", 0x04BA, 0x04BB},
	{"Ӂ, odd", 0x04C1, 0x04C2},
	{"Ӏ", 0x04C0, 0x04CF},
	{"Latin Ə, no neighbours", 0x018F, 0x0259},
	{"Ɵ", 0x019F, 0x0275},
};

static void changing_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		expect_number(cases[i].reason, points_lower(cases[i].capital), cases[i].small);
		expect_number(cases[i].reason, points_upper(cases[i].small), cases[i].capital);
		expect_number(cases[i].reason, points_lower(cases[i].small), cases[i].small);
		expect_number(cases[i].reason, points_upper(cases[i].capital), cases[i].capital);
		assert_true(points_is_upper(cases[i].capital) && !points_is_upper(cases[i].small));
	}
	assert_true(points_is_upper(0x0130));
	expect_number("the Turkish capital has no small letter of its own", points_upper('i'), 'I');
	expect_number("no letter", points_upper('1'), '1');
	expect_number("multiplication sign", points_lower(0x00D7), 0x00D7);
	expect_number("division sign", points_upper(0x00F7), 0x00F7);
}

static void taking_apart(void **state)
{
	struct arena a = ARENA_INIT;
	struct str text = STR("aқ\xFF\xF0\x9F\x98\x80");
	struct point_text t = points_take(text, &a);
	static const uint32_t points[] = {'a', 0x049B, 0xFFFD, 0x1F600};
	static const size_t at[] = {0, 1, 3, 4, 8};

	(void)state;
	expect_number("one a character, one a wrong byte", t.count, COUNT(points));
	for (size_t i = 0; i < COUNT(at); i++)
		expect_number("where it stands; the text's length behind the last", t.at[i], at[i]);
	for (size_t i = 0; i < COUNT(points); i++)
		expect_number("which it is", t.point[i], points[i]);
	expect_text("back again", points_text(t.point, t.count, &a), "aқ\xEF\xBF\xBD\xF0\x9F\x98\x80");
	expect_number("an empty text", points_take(STR_NONE, &a).count, 0);
	arena_clear(&a);
}

static void addresses(void **state)
{
	static const uint32_t ends[] = {' ', '\n', '\t', 0x00A0, '<', '>', '"', 0x00AB, 0x00BB};

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++)
		assert_true(points_ends_url(ends[i]));
	assert_false(points_ends_url('/') || points_ends_url('?') || points_ends_url(0x0430) || points_ends_url(')'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classes),	cmocka_unit_test(kept),	     cmocka_unit_test(changing_case),
		cmocka_unit_test(taking_apart), cmocka_unit_test(addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
