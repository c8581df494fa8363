/* The order of the index is that of JavaScript's strings. */
#include "expect.h"

#include "search/index.h"

/* Sorted by UTF-16 code units. */
static const char *const sorted[] = {
	"",
	"1",
	"10",
	"2",
	"a",
	"aa",
	"ab",
	"b",
	"__proto__" + 2, /* "proto__": after b */
	"z",
	"é",
	"а",
	"ааа",
	"ая",
	"я",
	"қ",
	"қа",
	"\xE4\xB8\xAD",	    /* U+4E2D */
	"\xED\x9F\xBF",	    /* U+D7FF, the last before the surrogates */
	"\xF0\x90\x80\x80", /* U+10000: its first unit is D800 */
	"\xF0\x90\x80\x80z",
	"\xF4\x8F\xBF\xBF", /* U+10FFFF */
	"\xEE\x80\x80",	    /* U+E000 */
	"\xEF\xAC\x81",	    /* U+FB01 */
	"\xEF\xBF\xBD",	    /* U+FFFD */
};

static void order(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sorted); i++)
		for (size_t j = 0; j < COUNT(sorted); j++) {
			int got = index_order(str_of(sorted[i]), str_of(sorted[j]));

			if ((got > 0) - (got < 0) != (i > j) - (i < j))
				fail_msg("words %zu and %zu: %d", i, j, got);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
