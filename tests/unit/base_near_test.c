/* The known name that a mistyped one probably meant. */
#include "expect.h"

#include "base/near.h"

static void distances(void **state)
{
	static const struct {
		const char *reason, *a, *b;
		unsigned limit, want;
	} rows[] = {
		{"the same", "title", "title", 3, 0},
		{"two empty names", "", "", 3, 0},
		{"case of ASCII does not count", "Title", "tITLE", 3, 0},
		{"case of Cyrillic does", "Әлем", "әлем", 3, 1},
		{"one letter more", "titles", "title", 3, 1},
		{"one letter less at the beginning", "itle", "title", 3, 1},
		{"one letter changed", "titke", "title", 3, 1},
		{"two neighbours swapped are one mistake", "ttile", "title", 3, 1},
		{"a swapped pair at the end", "titel", "title", 3, 1},
		{"a swapped pair is not edited a second time", "ca", "abc", 9, 3},
		{"all different", "abc", "xyz", 9, 3},
		{"from nothing", "", "abc", 9, 3},
		{"to nothing", "abc", "", 9, 3},
		{"the classic", "kitten", "sitting", 9, 3},
		{"a letter of two bytes is one change", "қазақ", "казақ", 9, 1},
		{"and one insertion", "қазақ", "қаза", 9, 1},
		{"the limit itself is told", "abcd", "xyzd", 3, 3},
		{"more than the limit is limit + 1", "abcd", "wxyz", 2, 3},
		{"lengths that differ too much", "a", "abcdef", 2, 3},
		{"a limit of 0 asks whether they are the same", "abc", "ABC", 0, 0},
		{"and says 1 where they are not", "abc", "abd", 0, 1},
		{"two broken bytes are alike", "\xFF", "\xFE", 3, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		expect_number(rows[i].reason, near_distance(str_of(rows[i].a), str_of(rows[i].b), rows[i].limit),
			      rows[i].want);
		expect_number(rows[i].reason, near_distance(str_of(rows[i].b), str_of(rows[i].a), rows[i].limit),
			      rows[i].want);
	}
}

/* Lengths count in code points: 128 letters of two bytes are compared, 129 are not. */
static void long_names(void **state)
{
	char a[2 * NEAR_LONGEST + 3], b[sizeof a];
	struct str longest = {a, 2 * NEAR_LONGEST}, other = {b, 2 * NEAR_LONGEST};

	(void)state;
	for (size_t i = 0; i + 1 < sizeof a; i += 2)
		memcpy(a + i, "ә", 2);
	memcpy(b, a, sizeof b);
	memcpy(b + 100, "ө", 2);
	expect_number("128 letters are compared", near_distance(longest, other, 5), 1);
	longest.len += 2;
	other.len += 2;
	expect_number("129 are near to nothing", near_distance(longest, other, 5), 6);
	expect_number("not even to themselves", near_distance(longest, longest, 5), 6);
	expect_number("nor is a longest one near to them", near_distance((struct str){b, 2 * NEAR_LONGEST}, longest, 5),
		      6);
}

static void nearest(void **state)
{
	static const struct {
		const char *reason, *name, *known[5], *want;
	} rows[] = {
		{"a swapped pair", "ttile", {"tags", "title", "draft"}, "title"},
		{"the name itself", "title", {"titles", "title"}, "title"},
		{"another case", "TITLE", {"titles", "title"}, "title"},
		{"nothing near", "order", {"tags", "title", "draft"}, ""},
		{"nothing known", "order", {NULL}, ""},
		{"the nearer of two", "drafd", {"drag", "draft"}, "draft"},
		{"of equally near ones the first in byte order", "cat", {"rat", "bat", "hat"}, "bat"},
		{"whatever the order of offers", "cat", {"bat", "hat", "rat"}, "bat"},
		{"three letters: one may differ", "cat", {"cut"}, "cut"},
		{"three letters: not two", "cat", {"cup"}, ""},
		{"one letter: one may differ", "a", {"b"}, "b"},
		{"five letters: one may differ", "draft", {"drift"}, "drift"},
		{"five letters: not two", "draft", {"drums"}, ""},
		{"six letters: two may differ", "drafts", {"drifty"}, "drifty"},
		{"six letters: not three", "drafts", {"drxxys"}, ""},
		{"code points count, not bytes: three letters, not two of them", "әәү", {"өөү"}, ""},
		{"a nearer one after a first in byte order", "cat", {"bat", "cats", "cat"}, "cat"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_text(rows[i].reason, near_of(str_of(rows[i].name), rows[i].known), rows[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distances),
		cmocka_unit_test(long_names),
		cmocka_unit_test(nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
