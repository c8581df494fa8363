/* Edits as data: which go together, what they make of a text, and one list after another as one. */
#include "expect.h"

#include "fix/edit.h"

/* Up to three edits: from, to, text; a text of NULL ends them. */
struct step {
	size_t from, to;
	const char *text;
};

enum { STEPS = 4 };

static void fill(edits *list, const struct step *steps)
{
	for (size_t i = 0; i < STEPS && steps[i].text; i++)
		edits_add(list, (struct edit){steps[i].from, steps[i].to, str_of(steps[i].text)});
}

static void expect_made(const char *reason, struct str bytes, const edits *list, const char *want)
{
	struct buf out = BUF_INIT;

	edits_apply(bytes, list, &out);
	expect_text(reason, buf_str(&out), want);
	buf_clear(&out);
}

static const struct {
	const char *reason;
	struct step steps[STEPS];
	size_t taken;
	const char *want; /* of "0123456789" */
} made[] = {
	{"nothing", {{0}}, 0, "0123456789"},
	{"one letter", {{3, 4, "x"}}, 1, "012x456789"},
	{"a longer text", {{3, 4, "xyz"}}, 1, "012xyz456789"},
	{"bytes that go", {{0, 3, ""}}, 1, "3456789"},
	{"an insertion", {{5, 5, "-"}}, 1, "01234-56789"},
	{"all of it", {{0, 10, "x"}}, 1, "x"},
	{"both ends", {{0, 0, "<"}, {10, 10, ">"}}, 2, "<0123456789>"},
	{"neighbours", {{2, 4, "a"}, {4, 6, "b"}}, 2, "01ab6789"},
	{"the second overlaps: the first goes before", {{2, 5, "a"}, {4, 6, "b"}, {6, 7, "c"}}, 2, "01a5c789"},
	{"the second lies inside", {{2, 6, "a"}, {3, 4, "b"}}, 1, "01a6789"},
	{"the same place twice", {{2, 4, "a"}, {2, 4, "b"}}, 1, "01a456789"},
	{"two insertions at one place: which is first?", {{2, 2, "a"}, {2, 2, "b"}}, 1, "01a23456789"},
	{"an insertion before what goes", {{2, 2, "a"}, {2, 4, "b"}}, 2, "01ab456789"},
	{"an insertion behind what went", {{2, 4, "a"}, {4, 4, "b"}}, 2, "01ab456789"},
	{"not in order", {{5, 6, "a"}, {1, 2, "b"}}, 1, "01234a6789"},
};

static void making(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(made); i++) {
		edits list = {0};

		fill(&list, made[i].steps);
		expect_number(made[i].reason, list.len, made[i].taken);
		expect_made(made[i].reason, STR("0123456789"), &list, made[i].want);
		vec_clear(&list);
	}
}

static const struct {
	const char *reason;
	struct step first[STEPS], second[STEPS];
	size_t edits; /* of both together */
	const char *want;
} both_rows[] = {
	{"nothing twice", {{0}}, {{0}}, 0, "0123456789"},
	{"only the first", {{3, 4, "x"}}, {{0}}, 1, "012x456789"},
	{"only the second", {{0}}, {{3, 4, "x"}}, 1, "012x456789"},
	{"an insertion", {{3, 3, "x"}}, {{0}}, 1, "012x3456789"},
	{"far apart", {{1, 2, "x"}}, {{8, 9, "y"}}, 2, "0x234567y9"},
	{"behind a longer text", {{1, 2, "xxx"}}, {{8, 9, "y"}}, 2, "0xxx2345y789"},
	{"before it", {{5, 6, "xxx"}}, {{1, 2, "y"}}, 2, "0y234xxx6789"},
	{"the very same place", {{3, 4, "x"}}, {{3, 4, "y"}}, 1, "012y456789"},
	{"inside what was written", {{3, 4, "xyz"}}, {{4, 5, "-"}}, 1, "012x-z456789"},
	{"over its beginning", {{3, 5, "xyz"}}, {{2, 4, "-"}}, 1, "01-yz56789"},
	{"over its end", {{3, 5, "xyz"}}, {{5, 7, "-"}}, 1, "012xy-6789"},
	{"over all of it", {{3, 5, "xyz"}}, {{2, 7, "-"}}, 1, "01-6789"},
	{"over two of them", {{1, 2, "x"}, {4, 5, "y"}}, {{1, 5, "-"}}, 1, "0-56789"},
	{"touching", {{3, 4, "x"}}, {{4, 5, "y"}}, 1, "012xy56789"},
	{"where bytes went", {{3, 6, ""}}, {{3, 3, "-"}}, 1, "012-6789"},
	{"what was written goes again", {{3, 3, "xyz"}}, {{3, 6, ""}}, 0, "0123456789"},
};

static void one_after_another(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(both_rows); i++) {
		edits first = {0}, second = {0}, both = {0};
		struct arena a = ARENA_INIT;

		fill(&first, both_rows[i].first);
		fill(&second, both_rows[i].second);
		edits_then(10, &first, &second, &a, &both);
		expect_number(both_rows[i].reason, both.len, both_rows[i].edits);
		expect_made(both_rows[i].reason, STR("0123456789"), &both, both_rows[i].want);
		vec_clear(&first);
		vec_clear(&second);
		vec_clear(&both);
		arena_clear(&a);
	}
}

/* "0123456789" with 1 gone, 456 as xyzw and - before 8 is "023xyzw7-89". */
static const struct {
	const char *reason;
	size_t at;
	bool end;
	size_t want;
} moved[] = {
	{"before all edits", 0, false, 0},
	{"the beginning of what goes", 1, false, 1},
	{"behind what went", 2, false, 1},
	{"the beginning of what gives way", 4, false, 3},
	{"its beginning as an end", 4, true, 3},
	{"inside of it: the beginning of what was written", 5, false, 3},
	{"inside of it, as an end", 5, true, 7},
	{"behind it", 7, true, 7},
	{"where something was inserted: behind it", 8, false, 9},
	{"the end", 10, true, 11},
};

static void where_places_come_to_stand(void **state)
{
	const struct step steps[STEPS] = {{1, 2, ""}, {4, 7, "xyzw"}, {8, 8, "-"}};
	edits list = {0};
	struct edits_walk all = {.list = &list};

	(void)state;
	fill(&list, steps);
	expect_made("the text", STR("0123456789"), &list, "023xyzw7-89");
	for (size_t i = 0; i < COUNT(moved); i++) {
		struct edits_walk fresh = {.list = &list};

		expect_number(moved[i].reason, edits_forward(&fresh, moved[i].at, moved[i].end), moved[i].want);
		expect_number(moved[i].reason, edits_forward(&all, moved[i].at, moved[i].end), moved[i].want);
	}
	vec_clear(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(making),
		cmocka_unit_test(one_after_another),
		cmocka_unit_test(where_places_come_to_stand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
