/* Lines and columns of a text that a person wrote. */
#include "expect.h"

#include "diag/source.h"

#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

static void positions(void **state)
{
	static const struct {
		const char *reason;
		struct str text;
		size_t offset, line, column;
	} rows[] = {
		{"the beginning", S("abc"), 0, 1, 1},
		{"in the first line", S("abc"), 2, 1, 3},
		{"the end", S("abc"), 3, 1, 4},
		{"past the end is the end", S("abc"), 99, 1, 4},
		{"as far past as can be", S("a\nbc"), SIZE_MAX, 2, 3},
		{"an empty text", S(""), 0, 1, 1},
		{"no text", {NULL, 0}, 5, 1, 1},
		{"LF belongs to its line", S("ab\ncd"), 2, 1, 3},
		{"after LF", S("ab\ncd"), 3, 2, 1},
		{"CR of CRLF", S("ab\r\ncd"), 2, 1, 3},
		{"LF of CRLF", S("ab\r\ncd"), 3, 1, 4},
		{"after CRLF", S("ab\r\ncd"), 4, 2, 1},
		{"after CR alone", S("ab\rcd"), 3, 2, 1},
		{"CR and then CRLF are two line ends", S("a\r\r\nb"), 4, 3, 1},
		{"LF and then CR are two", S("a\n\rb"), 3, 3, 1},
		{"three kinds in one text", S("a\nb\r\nc\rd"), 7, 4, 1},
		{"an empty line", S("a\n\nb"), 2, 2, 1},
		{"a line end at the very end begins a last line", S("a\n"), 2, 2, 1},
		{"CR at the very end", S("a\r"), 2, 2, 1},
		{"after Kazakh letters of two bytes", S("қазақ тілі"), 11, 1, 7},
		{"in the second line of such", S("қазақ\nтілі: әлем"), 21, 2, 7},
		{"after four bytes", S("\xF0\x9F\x98\x80x"), 4, 1, 2},
		{"a combining mark has its own column", S("и\xCC\x86x"), 4, 1, 3},
		{"a broken byte has a column", S("\xFF\xD2x"), 2, 1, 3},
		{"a NUL has a column", S("\0x"), 1, 1, 2},
		{"U+2028 is no line end", S("\xE2\x80\xA8x"), 3, 1, 2},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct source *s = source_new(&a, STR("p"), rows[i].text);
		struct position p = source_position(s, rows[i].offset);

		expect_number(rows[i].reason, p.line, rows[i].line);
		expect_number(rows[i].reason, p.column, rows[i].column);
	}
	arena_clear(&a);
}

static void lines(void **state)
{
	static const struct {
		const char *reason;
		struct str text;
		const char *lines[5]; /* until NULL */
	} rows[] = {
		{"an empty text has one line", S(""), {""}},
		{"no text has one line", {NULL, 0}, {""}},
		{"no line end", S("ab"), {"ab"}},
		{"LF", S("ab\nc"), {"ab", "c"}},
		{"CRLF", S("ab\r\nc"), {"ab", "c"}},
		{"CR", S("ab\rc"), {"ab", "c"}},
		{"all three", S("a\nb\r\nc\rd"), {"a", "b", "c", "d"}},
		{"empty lines between", S("\n\r\n\r"), {"", "", "", ""}},
		{"a line end at the end", S("a\n"), {"a", ""}},
		{"spaces stay", S(" a \n"), {" a ", ""}},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct source *s = source_new(&a, STR("p"), rows[i].text);
		size_t n = 0;

		for (; rows[i].lines[n]; n++)
			expect_text(rows[i].reason, source_line(s, n + 1), rows[i].lines[n]);
		expect_number(rows[i].reason, s->line_count, n);
		expect_text("past the last line there is nothing", source_line(s, n + 1), "");
		expect_text("nor far past it", source_line(s, SIZE_MAX), "");
	}
	arena_clear(&a);
}

static void line_starts(void **state)
{
	static const struct {
		const char *reason;
		size_t line, want;
	} rows[] = {
		{"the first", 1, 0},	      {"after CRLF", 2, 4},
		{"the last", 3, 6},	      {"past the last: the end", 4, 7},
		{"far past it", SIZE_MAX, 7}, {"there is no line 0", 0, 7},
	};
	struct arena a = ARENA_INIT;
	const struct source *s = source_new(&a, STR("p"), STR("ab\r\nc\nd"));

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, source_line_start(s, rows[i].line), rows[i].want);
	arena_clear(&a);
}

/* For every offset of a long text: the line that is told holds it. */
static void every_offset_lies_in_its_line(void **state)
{
	enum { LINES = 1000 };
	struct arena a = ARENA_INIT;
	static char bytes[LINES * 4];
	const struct source *s;

	(void)state;
	for (size_t i = 0; i < LINES; i++)
		memcpy(bytes + i * 4, i % 3 ? "қz\n" : "ab\r\n", 4);
	s = source_new(&a, STR("p"), (struct str){bytes, sizeof bytes});
	expect_number("lines", s->line_count, LINES + 1);
	for (size_t at = 0; at < sizeof bytes; at++) {
		struct position p = source_position(s, at);

		expect_number("the line of an offset", p.line, at / 4 + 1);
		assert_true(source_line_start(s, p.line) <= at && at < source_line_start(s, p.line + 1));
	}
	arena_clear(&a);
}

static void places(void **state)
{
	struct arena a = ARENA_INIT;
	struct str text = STR("қалай болды");
	const struct source *s = source_new(&a, STR("p"), text);
	struct place p = source_place(s, str_slice(text, 11, 15));

	(void)state;
	assert_ptr_equal(p.source, s);
	expect_number("from", p.from, 11);
	expect_number("to", p.to, 15);
	p = source_place(s, text);
	expect_number("the whole begins at", p.from, 0);
	expect_number("the whole ends at", p.to, text.len);
	p = source_place(s, str_from(text, text.len));
	expect_number("nothing at the end begins there", p.from, text.len);
	expect_number("and ends there", p.to, text.len);
	p = source_place(s, STR_NONE);
	expect_number("nowhere is the beginning", p.from, 0);
	expect_number("and nothing", p.to, 0);
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(positions),   cmocka_unit_test(lines),
		cmocka_unit_test(line_starts), cmocka_unit_test(every_offset_lies_in_its_line),
		cmocka_unit_test(places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
