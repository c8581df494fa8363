/* Which letters are taken for which. */
#include "expect.h"

#include "base/utf8.h"
#include "letters/points.h"
#include "letters/stand_ins.h"

static const struct {
	const char *reason;
	uint32_t point;
	enum stand_in_sort sort;
	const char *letters;
} rows[] = {
	{"a", 'a', STAND_IN_EXACT, "а"},
	{"capital H is Н or Һ", 'H', STAND_IN_EXACT, "НҺ"},
	{"small h is only һ", 'h', STAND_IN_EXACT, "һ"},
	{"capital Y is У or Ү", 'Y', STAND_IN_EXACT, "УҮ"},
	{"capital K has the shape", 'K', STAND_IN_EXACT, "КҚ"},
	{"small k has not", 'k', STAND_IN_NEAR, "кқ"},
	{"m", 'm', STAND_IN_NEAR, "м"},
	{"t", 't', STAND_IN_NEAR, "т"},
	{"n is п by shape, н by sound", 'n', STAND_IN_NEAR, "пн"},
	{"q", 'q', STAND_IN_NEAR, "қ"},
	{"ü", 0x00FC, STAND_IN_NEAR, "ү"},
	{"ö", 0x00F6, STAND_IN_NEAR, "ө"},
	{"ä", 0x00E4, STAND_IN_NEAR, "ә"},
	{"ı", 0x0131, STAND_IN_NEAR, "іы"},
	{"ə", 0x0259, STAND_IN_EXACT, "ә"},
	{"θ", 0x03B8, STAND_IN_EXACT, "ө"},
	{"ҡ of Bashkir", 0x04A1, STAND_IN_WRONG, "қ"},
	{"its capital follows", 0x04A0, STAND_IN_WRONG, "Қ"},
	{"a capital with two letters", 0x04B2, STAND_IN_WRONG, "ХҺ"},
	{"w has no Cyrillic twin", 'w', STAND_IN_NONE, NULL},
	{"a right letter", 0x049B, STAND_IN_NONE, NULL},
	{"a digit is asked for elsewhere", '0', STAND_IN_NONE, NULL},
};

static void letters(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct stand_in got = stand_in_of(rows[i].point);

		expect_number(rows[i].reason, got.sort, rows[i].sort);
		if (rows[i].letters)
			expect_text(rows[i].reason, str_of(got.letters), rows[i].letters);
		else
			assert_null(got.letters);
	}
}

/* A repair must never bring in what is wrong itself, nor change the case. */
static void lead_home(void **state)
{
	(void)state;
	for (uint32_t point = 0; point < 0x2200; point++) {
		struct stand_in s = stand_in_of(point);
		struct str text = str_of(s.letters ? s.letters : "");

		assert_int_equal(s.sort != STAND_IN_NONE, s.letters != NULL);
		for (size_t at = 0; at < text.len;) {
			uint32_t letter;

			at += utf8_decode(text, at, &letter);
			if (!(points_class(letter) & POINT_PLAIN_CYRILLIC))
				fail_msg("U+%04X leads to U+%04X", (unsigned)point, (unsigned)letter);
			if (points_is_upper(letter) != points_is_upper(point))
				fail_msg("U+%04X leads to another case, U+%04X", (unsigned)point, (unsigned)letter);
		}
		if (s.letters)
			assert_false(points_class(point) & POINT_PLAIN_CYRILLIC);
	}
}

static const struct {
	const char *reason;
	uint32_t base, mark, letter;
} marks[] = {
	{"к and an ogonek", 0x043A, 0x0328, 0x049B}, {"a capital", 0x041A, 0x0328, 0x049A},
	{"г and a stroke", 0x0433, 0x0335, 0x0493},  {"о and dots", 0x043E, 0x0308, 0x04E9},
	{"у and a stroke", 0x0443, 0x0335, 0x04B1},  {"ү and a stroke", 0x04AF, 0x0335, 0x04B1},
	{"і and dots", 0x0456, 0x0308, 0x0456},	     {"и and a breve is й, no fake", 0x0438, 0x0306, 0},
	{"ш takes nothing", 0x0448, 0x0328, 0},	     {"nothing before the mark", 0, 0x0328, 0},
};

static void marked(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(marks); i++)
		expect_number(marks[i].reason, stand_in_marked(marks[i].base, marks[i].mark), marks[i].letter);
}

static void digits(void **state)
{
	static const char *const want[] = {"оқ", "і", "ә", "зі", "чң", "ғ", "б", NULL, "үв", "ұ"};

	(void)state;
	for (uint32_t i = 0; i < COUNT(want); i++) {
		const char *got = stand_in_digit('0' + i);

		assert_int_equal(got != NULL, want[i] != NULL);
		if (got)
			expect_text("a digit", str_of(got), want[i]);
	}
	assert_null(stand_in_digit('a'));
	assert_null(stand_in_digit(0x10FFFF));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters),
		cmocka_unit_test(lead_home),
		cmocka_unit_test(marked),
		cmocka_unit_test(digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
