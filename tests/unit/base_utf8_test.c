/* UTF-8 against table 3-7 of The Unicode Standard. */
#include "expect.h"

#include "base/utf8.h"

/* What decoding says of the first bytes. */
static const struct {
	const char *reason, *bytes;
	size_t len, took;
	uint32_t point;
} decoded[] = {
	{"NUL is a code point", "\0", 1, 1, 0},
	{"the last of one byte", "\x7F", 1, 1, 0x7F},
	{"the first of two bytes", "\xC2\x80", 2, 2, 0x80},
	{"a Kazakh letter", "ә", 2, 2, 0x4D9},
	{"the last of two bytes", "\xDF\xBF", 2, 2, 0x7FF},
	{"the first of three bytes", "\xE0\xA0\x80", 3, 3, 0x800},
	{"the last before the surrogates", "\xED\x9F\xBF", 3, 3, 0xD7FF},
	{"the first after the surrogates", "\xEE\x80\x80", 3, 3, 0xE000},
	{"U+FFFD itself takes its three bytes", "\xEF\xBF\xBD", 3, 3, 0xFFFD},
	{"the last of three bytes", "\xEF\xBF\xBF", 3, 3, 0xFFFF},
	{"the first of four bytes", "\xF0\x90\x80\x80", 4, 4, 0x10000},
	{"the last of all", "\xF4\x8F\xBF\xBF", 4, 4, 0x10FFFF},
	{"a continuation alone", "\x80", 1, 1, 0xFFFD},
	{"the last continuation alone", "\xBF\xBF", 2, 1, 0xFFFD},
	{"C0 begins only overlong forms", "\xC0\x80", 2, 1, 0xFFFD},
	{"C1 begins only overlong forms", "\xC1\xBF", 2, 1, 0xFFFD},
	{"overlong in three bytes", "\xE0\x9F\xBF", 3, 1, 0xFFFD},
	{"overlong in four bytes", "\xF0\x8F\xBF\xBF", 4, 1, 0xFFFD},
	{"the first surrogate", "\xED\xA0\x80", 3, 1, 0xFFFD},
	{"the last surrogate", "\xED\xBF\xBF", 3, 1, 0xFFFD},
	{"over U+10FFFF", "\xF4\x90\x80\x80", 4, 1, 0xFFFD},
	{"F5 begins nothing", "\xF5\x80\x80\x80", 4, 1, 0xFFFD},
	{"FF begins nothing", "\xFF", 1, 1, 0xFFFD},
	{"two bytes cut off", "\xD3", 1, 1, 0xFFFD},
	{"three bytes cut off", "\xE2\x82", 2, 1, 0xFFFD},
	{"four bytes cut off", "\xF0\x9F\x98", 3, 1, 0xFFFD},
	{"the second byte lies outside of the view", "ә", 1, 1, 0xFFFD},
	{"the third byte lies outside of the view", "…", 2, 1, 0xFFFD},
	{"the fourth byte lies outside of the view", "\xF0\x9F\x98\x80", 3, 1, 0xFFFD},
	{"a letter where a continuation should be", "\xD3z", 2, 1, 0xFFFD},
	{"the third byte is wrong", "\xE2\x82z", 3, 1, 0xFFFD},
	{"the fourth byte is wrong", "\xF0\x9F\x98z", 4, 1, 0xFFFD},
};

static void decoding(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(decoded); i++) {
		struct str s = {decoded[i].bytes, decoded[i].len};
		uint32_t point = 0;

		expect_number(decoded[i].reason, utf8_decode(s, 0, &point), decoded[i].took);
		expect_number(decoded[i].reason, point, decoded[i].point);
	}
}

/* How many sequences of n bytes are accepted, with the last bytes on both sides of every border. */
static size_t accepted(size_t n)
{
	static const unsigned char last[] = {0x00, 0x7F, 0x80, 0xBF, 0xC0, 0xFF};
	size_t count = 0;
	uint32_t point;

	for (unsigned a = 0; a < 256; a++)
		for (unsigned b = 0; b < 256; b++)
			for (size_t c = 0; c < (n > 2 ? sizeof last : 1); c++)
				for (size_t d = 0; d < (n > 3 ? sizeof last : 1); d++) {
					char bytes[] = {(char)a, (char)b, (char)last[c], (char)last[d]};

					count += utf8_decode((struct str){bytes, n}, 0, &point) == n;
				}
	return count;
}

/* The rows of table 3-7 counted: first bytes times second bytes times the two good ones of each further byte. */
static void no_other_sequence_is_accepted(void **state)
{
	(void)state;
	expect_number("two bytes", accepted(2), 30 * 64);
	expect_number("three bytes", accepted(3), (32 + 14 * 64 + 32) * 2);
	expect_number("four bytes", accepted(4), (48 + 3 * 64 + 16) * 2 * 2);
}

static void every_code_point_there_and_back(void **state)
{
	(void)state;
	for (uint32_t point = 0; point <= 0x10FFFF; point++) {
		char bytes[4];
		size_t n = utf8_encode(point, bytes);
		struct str s = {bytes, n};
		uint32_t back;

		if (point >= 0xD800 && point <= 0xDFFF)
			continue;
		if (utf8_decode(s, 0, &back) != n || back != point || utf8_valid_until(s) != n || utf8_count(s) != 1)
			fail_msg("U+%04X does not come back", point);
	}
}

static void encoding(void **state)
{
	static const struct {
		const char *reason;
		uint32_t point;
		const char *want;
	} rows[] = {
		{"a surrogate", 0xD800, "\xEF\xBF\xBD"},
		{"the last surrogate", 0xDFFF, "\xEF\xBF\xBD"},
		{"over the last code point", 0x110000, "\xEF\xBF\xBD"},
		{"far over it", UINT32_MAX, "\xEF\xBF\xBD"},
		{"one byte", 'a', "a"},
		{"two bytes", 0x4D9, "ә"},
		{"three bytes", 0x2026, "…"},
		{"four bytes", 0x1F600, "\xF0\x9F\x98\x80"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char bytes[4];
		size_t n = utf8_encode(rows[i].point, bytes);

		expect_text(rows[i].reason, (struct str){bytes, n}, rows[i].want);
	}
}

static void whole_texts(void **state)
{
	static const struct {
		const char *reason, *text;
		size_t valid, count;
	} rows[] = {
		{"nothing", "", 0, 0},
		{"ASCII", "abc", 3, 3},
		{"Kazakh", "қазақ", 10, 5},
		{"a combining mark counts by itself", "и\xCC\x86", 4, 2},
		{"a broken byte in the middle", "қ\xFFқ", 2, 3},
		{"a text that breaks off", "қаз\xD2", 6, 4},
		{"each byte of a surrogate counts", "\xED\xA0\x80", 0, 3},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		expect_number(rows[i].reason, utf8_valid_until(str_of(rows[i].text)), rows[i].valid);
		expect_number(rows[i].reason, utf8_count(str_of(rows[i].text)), rows[i].count);
	}
	expect_number("no text", utf8_count(STR_NONE), 0);
}

static void offsets(void **state)
{
	static const struct {
		const char *reason, *text;
		size_t n, want;
	} rows[] = {
		{"the first code point", "қаз", 0, 0},
		{"the second", "қаз", 1, 2},
		{"after the last", "қаз", 3, 6},
		{"past the end", "қаз", 9, 6},
		{"as far as one can ask", "қаз", SIZE_MAX, 6},
		{"after a broken byte", "\xFFқ", 1, 1},
		{"in nothing", "", 2, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, utf8_offset(str_of(rows[i].text), rows[i].n), rows[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decoding),
		cmocka_unit_test(no_other_sequence_is_accepted),
		cmocka_unit_test(every_code_point_there_and_back),
		cmocka_unit_test(encoding),
		cmocka_unit_test(whole_texts),
		cmocka_unit_test(offsets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
