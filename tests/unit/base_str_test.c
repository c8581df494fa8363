/* Views of bytes: order, searching, cutting, numbers. */
#include "expect.h"

#include <stdlib.h>

/* A literal with the NULs in it. */
#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

static int sign(int n)
{
	return (n > 0) - (n < 0);
}

static void order(void **state)
{
	static const struct {
		const char *reason;
		struct str a, b;
		int want;
	} rows[] = {
		{"two empty views", {NULL, 0}, {NULL, 0}, 0},
		{"an empty view with and without a pointer", {NULL, 0}, S(""), 0},
		{"empty before anything", {NULL, 0}, S("a"), -1},
		{"the same bytes", S("abc"), S("abc"), 0},
		{"a prefix before what it begins", S("ab"), S("abc"), -1},
		{"the first different byte decides, not the length", S("b"), S("abc"), 1},
		{"bytes are unsigned: Cyrillic after Latin", S("я"), S("z"), 1},
		{"UTF-8 keeps the order of code points", S("ә"), S("қ"), 1},
		{"upper case before lower case", S("Z"), S("a"), -1},
		{"a NUL is a byte like others", S("a\0b"), S("a\0c"), -1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (sign(str_cmp(rows[i].a, rows[i].b)) != rows[i].want)
			fail_msg("%s", rows[i].reason);
		if (sign(str_cmp(rows[i].b, rows[i].a)) != -rows[i].want)
			fail_msg("%s, the other way round", rows[i].reason);
		expect_number(rows[i].reason, str_eq(rows[i].a, rows[i].b), rows[i].want == 0);
	}
}

static void of_c_strings(void **state)
{
	(void)state;
	expect_text("a text", str_of("abc"), "abc");
	expect_number("an empty text", str_of("").len, 0);
	expect_number("NULL is empty", str_of(NULL).len, 0);
	assert_null(str_of(NULL).at);
}

static void slices(void **state)
{
	static const struct {
		const char *reason;
		struct str s;
		size_t from, to;
		const char *want;
	} rows[] = {
		{"the whole", S("abcd"), 0, 4, "abcd"},
		{"a middle part", S("abcd"), 1, 3, "bc"},
		{"the end is clipped", S("abcd"), 2, SIZE_MAX, "cd"},
		{"the beginning is clipped", S("abcd"), 9, 12, ""},
		{"from behind to gives nothing", S("abcd"), 3, 1, ""},
		{"nothing of nothing", {NULL, 0}, 0, SIZE_MAX, ""},
		{"a beginning behind nothing", {NULL, 0}, 3, 5, ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_text(rows[i].reason, str_slice(rows[i].s, rows[i].from, rows[i].to), rows[i].want);
	expect_text("str_from takes the rest", str_from(STR("abcd"), 1), "bcd");
	expect_text("str_from is clipped too", str_from(STR("abcd"), 5), "");
}

static void beginnings_and_ends(void **state)
{
	static const struct {
		const char *reason;
		struct str s, part;
		bool starts, ends;
	} rows[] = {
		{"everything begins and ends with nothing", S("abc"), {NULL, 0}, true, true},
		{"nothing begins and ends with nothing", {NULL, 0}, {NULL, 0}, true, true},
		{"nothing begins with no letter", {NULL, 0}, S("a"), false, false},
		{"itself", S("abc"), S("abc"), true, true},
		{"a beginning", S("abc"), S("ab"), true, false},
		{"an end", S("abc"), S("bc"), false, true},
		{"a middle is neither", S("abc"), S("b"), false, false},
		{"longer than the text", S("abc"), S("abcabc"), false, false},
		{"case counts", S("abc"), S("A"), false, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		expect_number(rows[i].reason, str_starts(rows[i].s, rows[i].part), rows[i].starts);
		expect_number(rows[i].reason, str_ends(rows[i].s, rows[i].part), rows[i].ends);
	}
}

static void finding(void **state)
{
	static const struct {
		const char *reason;
		struct str s, needle;
		size_t from, want;
	} rows[] = {
		{"the first of two", S("abcabc"), S("bc"), 0, 1},
		{"at the place where the search begins", S("abcabc"), S("bc"), 1, 1},
		{"after the first", S("abcabc"), S("bc"), 2, 4},
		{"at the very end", S("abc"), S("c"), 2, 2},
		{"none", S("abc"), S("d"), 0, SIZE_MAX},
		{"only behind the rest", S("abc"), S("a"), 1, SIZE_MAX},
		{"longer than what is left", S("abc"), S("bcd"), 1, SIZE_MAX},
		{"an empty needle is found where the search begins", S("abc"), S(""), 2, 2},
		{"an empty needle at the end", S("abc"), S(""), 3, 3},
		{"from past the end", S("abc"), S(""), 4, SIZE_MAX},
		{"from far past the end", S("abc"), S("c"), SIZE_MAX, SIZE_MAX},
		{"nothing in nothing", {NULL, 0}, {NULL, 0}, 0, 0},
		{"something in nothing", {NULL, 0}, S("a"), 0, SIZE_MAX},
		{"past a NUL", S("a\0bc"), S("bc"), 0, 2},
		{"a letter of two bytes", S("қазақ"), S("қ"), 1, 8},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, str_find(rows[i].s, rows[i].needle, rows[i].from), rows[i].want);
}

static void finding_bytes(void **state)
{
	static const struct {
		const char *reason;
		struct str s;
		char c;
		size_t first, last;
	} rows[] = {
		{"the first and the last of three", S("a.b.c."), '.', 1, 5},
		{"one is both", S("a.b"), '.', 1, 1},
		{"at position 0", S(".ab"), '.', 0, 0},
		{"none", S("abc"), '.', SIZE_MAX, SIZE_MAX},
		{"none in nothing", {NULL, 0}, '.', SIZE_MAX, SIZE_MAX},
		{"the NUL behind a literal is not part of it", S("abc"), '\0', SIZE_MAX, SIZE_MAX},
		{"a NUL inside is", S("a\0b"), '\0', 1, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		expect_number(rows[i].reason, str_find_byte(rows[i].s, rows[i].c), rows[i].first);
		expect_number(rows[i].reason, str_find_last_byte(rows[i].s, rows[i].c), rows[i].last);
	}
}

static void trimming(void **state)
{
	static const struct {
		const char *reason;
		struct str s;
		const char *want;
	} rows[] = {
		{"nothing to trim", S("a b"), "a b"},
		{"all four kinds at both ends", S(" \t\r\na\tb\n\r\t "), "a\tb"},
		{"only white space", S(" \r\n\t"), ""},
		{"nothing", {NULL, 0}, ""},
		{"a no-break space is a letter here", S("\xC2\xA0"), "\xC2\xA0"},
		{"a form feed is not trimmed", S("\fa"), "\fa"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_text(rows[i].reason, str_trim(rows[i].s), rows[i].want);
}

static void splitting(void **state)
{
	static const struct {
		const char *reason;
		struct str s;
		const char *parts[5]; /* until NULL */
	} rows[] = {
		{"three parts", S("a,bc,d"), {"a", "bc", "d"}},
		{"no separator", S("abc"), {"abc"}},
		{"an empty part in the middle", S("a,,b"), {"a", "", "b"}},
		{"an empty part at each end", S(",a,"), {"", "a", ""}},
		{"only a separator", S(","), {"", ""}},
		{"an empty text has one empty part", S(""), {""}},
		{"no text has none", {NULL, 0}, {NULL}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str rest = rows[i].s, part;
		size_t n = 0;

		for (; str_split(&rest, ',', &part); n++) {
			if (!rows[i].parts[n])
				fail_msg("%s: more parts than wanted", rows[i].reason);
			expect_text(rows[i].reason, part, rows[i].parts[n]);
		}
		if (rows[i].parts[n])
			fail_msg("%s: fewer parts than wanted", rows[i].reason);
	}
}

static void numbers(void **state)
{
	enum { UNTOUCHED = 77 };
	static const struct {
		const char *reason;
		struct str s;
		uint64_t max;
		bool right;
		uint64_t want;
	} rows[] = {
		{"zero", S("0"), 0, true, 0},
		{"a number", S("2026"), 9999, true, 2026},
		{"zeros at the beginning", S("0007"), 9, true, 7},
		{"the most", S("64"), 64, true, 64},
		{"one more than the most", S("65"), 64, false, 0},
		{"a digit over a one-digit most", S("7"), 5, false, 0},
		{"two digits over a one-digit most", S("99"), 5, false, 0},
		{"the greatest of all", S("18446744073709551615"), UINT64_MAX, true, UINT64_MAX},
		{"one more than 64 bits hold", S("18446744073709551616"), UINT64_MAX, false, 0},
		{"wraps round to a small number", S("18446744073709551619"), 64, false, 0},
		{"far too long", S("99999999999999999999999"), UINT64_MAX, false, 0},
		{"nothing", {NULL, 0}, 9, false, 0},
		{"a sign", S("+1"), 9, false, 0},
		{"a negative number", S("-1"), 9, false, 0},
		{"a space before", S(" 1"), 9, false, 0},
		{"a space behind", S("1 "), 9, false, 0},
		{"hexadecimal", S("0x1"), 99, false, 0},
		{"a letter", S("1a"), 99, false, 0},
		{"a fraction", S("1.0"), 99, false, 0},
		{"the character after 9", S(":"), 99, false, 0},
		{"the character before 0", S("/"), 99, false, 0},
		{"a NUL behind", S("1\0"), 99, false, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint64_t value = UNTOUCHED;

		expect_number(rows[i].reason, str_number(rows[i].s, rows[i].max, &value), rows[i].right);
		expect_number(rows[i].reason, value, rows[i].right ? rows[i].want : UNTOUCHED);
	}
}

static void copies(void **state)
{
	const char bytes[] = {'a', 'b', 'c'};
	char *copy = str_dup((struct str){bytes, 2});

	(void)state;
	assert_string_equal(copy, "ab");
	free(copy);
	copy = str_dup(STR_NONE);
	assert_string_equal(copy, "");
	free(copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order),    cmocka_unit_test(of_c_strings),
		cmocka_unit_test(slices),   cmocka_unit_test(beginnings_and_ends),
		cmocka_unit_test(finding),  cmocka_unit_test(finding_bytes),
		cmocka_unit_test(trimming), cmocka_unit_test(splitting),
		cmocka_unit_test(numbers),  cmocka_unit_test(copies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
