/* Keys of the keyboards of Kazakhstan. */
#include "expect.h"

#include "letters/layout.h"

static const struct {
	const char *reason;
	enum layout layout;
	const char *typed, *meant;
} rows[] = {
	{"Russian", LAYOUT_RUSSIAN, "Ghbdtn? vbh& Lf/", "Привет, мир? Да."},
	{"all keys of it", LAYOUT_RUSSIAN, "`qwertyuiop[]asdfghjkl;'zxcvbnm,./", "ёйцукенгшщзхъфывапролджэячсмитьбю."},
	{"with Shift", LAYOUT_RUSSIAN, "~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?", "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"},
	{"digits are digits there", LAYOUT_RUSSIAN, "234589", "234589"},
	{"Kazakh letters are on the row of digits", LAYOUT_KAZAKH, "234589", "әіңғүұ"},
	{"and behind it", LAYOUT_KAZAKH, "0-=", "қөһ"},
	{"with Shift", LAYOUT_KAZAKH, "@#$%*()_+", "ӘІҢҒҮҰҚӨҺ"},
	{"a word", LAYOUT_KAZAKH, "0fpf0", "қазақ"},
	{"its signs", LAYOUT_KAZAKH, "67/^&?", ",.№;:?"},
	{"no key of its own", LAYOUT_KAZAKH, "1 қ", "1 қ"},
};

static void typed_in_english(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct point_text t = points_take(str_of(rows[i].typed), &a);

		for (size_t k = 0; k < t.count; k++)
			if (t.point[k] != ' ')
				t.point[k] = layout_from_english(rows[i].layout, t.point[k]);
		expect_text(rows[i].reason, points_text(t.point, t.count, &a), rows[i].meant);
	}
	arena_clear(&a);
}

static void typed_in_russian(void **state)
{
	struct arena a = ARENA_INIT;
	struct point_text t = points_take(STR("Руддщ ёцщкдвю"), &a);

	(void)state;
	for (size_t k = 0; k < t.count; k++)
		t.point[k] = layout_to_english(t.point[k]);
	expect_text("English was meant", points_text(t.point, t.count, &a), "Hello `world.");
	expect_number("a Kazakh letter has no English key here", layout_to_english(0x049B), 0x049B);
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(typed_in_english), cmocka_unit_test(typed_in_russian)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
