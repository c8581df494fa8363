/*
 * Columns of a terminal: the borders of a few ranges, and that the table is in order, on which the search in it relies.
 */
#include "expect.h"

#include "base/width.h"

static void columns(void **state)
{
	static const struct {
		const char *reason;
		uint32_t point;
		unsigned width;
	} rows[] = {
		{"Latin", 'a', 1},
		{"Kazakh", 0x049B, 1},
		{"below the first mark", 0x02FF, 1},
		{"the first mark", 0x0300, 0},
		{"the last of these", 0x036F, 0},
		{"behind it", 0x0370, 1},
		{"Cyrillic thousands", 0x0482, 1},
		{"the titlo", 0x0483, 0},
		{"a mark around", 0x20DD, 0},
		{"a Chinese letter", 0x65E5, 2},
		{"the first wide one", 0x1100, 2},
		{"fullwidth A", 0xFF21, 2},
		{"halfwidth katakana", 0xFF71, 1},
		{"an emoji", 0x1F44D, 2},
		{"the variation selector", 0xFE0F, 0},
		{"the last wide plane", 0x3FFFD, 2},
		{"the end", 0x10FFFF, 1},
		{"a Hangul vowel", 0x1161, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, width_of(rows[i].point), rows[i].width);
}

static void hidden(void **state)
{
	static const struct {
		const char *reason;
		uint32_t point;
		bool hidden;
	} rows[] = {
		{"a letter", 'a', false},
		{"no-break space: it has a width", 0xA0, false},
		{"soft hyphen", 0xAD, true},
		{"zero width space", 0x200B, true},
		{"joiner", 0x200D, true},
		{"right-to-left override", 0x202E, true},
		{"first strong isolate", 0x2068, true},
		{"byte-order mark", 0xFEFF, true},
		{"hyphen", 0x2010, false},
		{"Arabic number sign, which is drawn", 0x0600, false},
		{"a tag", 0xE0041, true},
		{"Hangul filler", 0x3164, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, width_is_hidden(rows[i].point), rows[i].hidden);
}

static void rising(void **state)
{
	static const uint32_t hidden_rows[] = {
#define WIDTH_HIDDEN(first, last) first, last,
#define WIDTH_MARK(first, last)
#define WIDTH_WIDE(first, last)
#include "base/width.def"
	};
#undef WIDTH_HIDDEN
#undef WIDTH_MARK
	static const uint32_t mark_rows[] = {
#define WIDTH_HIDDEN(first, last)
#define WIDTH_MARK(first, last) first, last,
#include "base/width.def"
	};
#undef WIDTH_MARK
#undef WIDTH_WIDE
	static const uint32_t wide_rows[] = {
#define WIDTH_MARK(first, last)
#define WIDTH_WIDE(first, last) first, last,
#include "base/width.def"
	};
	static const struct {
		const uint32_t *at;
		size_t count;
	} tables[] = {{hidden_rows, COUNT(hidden_rows)}, {mark_rows, COUNT(mark_rows)}, {wide_rows, COUNT(wide_rows)}};

	(void)state;
	for (size_t t = 0; t < COUNT(tables); t++)
		for (size_t i = 1; i < tables[t].count; i++)
			if (tables[t].at[i] < tables[t].at[i - 1] ||
			    (i % 2 == 0 && tables[t].at[i] == tables[t].at[i - 1]))
				fail_msg("U+%04X stands behind U+%04X", tables[t].at[i], tables[t].at[i - 1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns),
		cmocka_unit_test(hidden),
		cmocka_unit_test(rising),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
