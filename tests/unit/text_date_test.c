/* Days as editors write them and as readers read them. */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/date.h"

#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

static void reading(void **state)
{
	static const struct {
		const char *reason;
		struct str text;
		bool right;
		struct date want;
	} rows[] = {
		{"a day", S("2026-11-23"), true, {2026, 11, 23}},
		{"the first of all", S("1900-01-01"), true, {1900, 1, 1}},
		{"the last of all", S("2199-12-31"), true, {2199, 12, 31}},
		{"a leap day", S("2024-02-29"), true, {2024, 2, 29}},
		{"of a year that 400 divides", S("2000-02-29"), true, {2000, 2, 29}},
		{"the last of a short month", S("2026-04-30"), true, {2026, 4, 30}},
		{"no leap day in other years", S("2026-02-29"), false, {0}},
		{"nor in those that 100 divides", S("1900-02-29"), false, {0}},
		{"nor in 2100", S("2100-02-29"), false, {0}},
		{"nor is there a 30th", S("2024-02-30"), false, {0}},
		{"a 31st of a short month", S("2026-04-31"), false, {0}},
		{"another", S("2026-11-31"), false, {0}},
		{"day 0", S("2026-11-00"), false, {0}},
		{"day 32", S("2026-12-32"), false, {0}},
		{"month 0", S("2026-00-10"), false, {0}},
		{"month 13", S("2026-13-10"), false, {0}},
		{"before the first year", S("1899-12-31"), false, {0}},
		{"after the last year", S("2200-01-01"), false, {0}},
		{"year 0", S("0000-01-01"), false, {0}},
		{"day, month, year", S("23-11-2026"), false, {0}},
		{"with dots", S("2026.11.23"), false, {0}},
		{"with slashes", S("2026/11/23"), false, {0}},
		{"without zeros", S("2026-1-2"), false, {0}},
		{"without hyphens", S("20261123"), false, {0}},
		{"a minus for a digit", S("2026-11--3"), false, {0}},
		{"a plus for a digit", S("+026-11-23"), false, {0}},
		{"a space for a zero", S("2026-11- 3"), false, {0}},
		{"with a time", S("2026-11-23T00:00"), false, {0}},
		{"a space behind", S("2026-11-23 "), false, {0}},
		{"a space before", S(" 2026-11-23"), false, {0}},
		{"a letter", S("2026-11-2x"), false, {0}},
		{"Arabic digits", S("٢٠٢٦-11-23"), false, {0}},
		{"a NUL", S("2026-11-2\0"), false, {0}},
		{"an empty text", S(""), false, {0}},
		{"no text", {NULL, 0}, false, {0}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct date d = {0};

		expect_number(rows[i].reason, date_read(rows[i].text, &d), rows[i].right);
		expect_number(rows[i].reason, date_cmp(d, rows[i].want) == 0, true);
		expect_number(rows[i].reason, date_given(d), rows[i].right);
	}
}

static void every_day_there_and_back(void **state)
{
	struct arena a = ARENA_INIT;
	unsigned days = 0;

	(void)state;
	for (int year = 1900; year <= 2199; year++) {
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= 31; day++) {
				struct str iso = date_iso((struct date){year, month, day}, &a);
				struct date back;

				expect_number("ten bytes", iso.len, 10);
				days += date_read(iso, &back) && back.year == year && back.month == month &&
					back.day == day;
			}
		arena_reset(&a);
	}
	/* 75 of these years can be divided by 4, and all of them but 1900 and 2100 are leap years. */
	expect_number("the days of three centuries", days, 300 * 365 + 73);
	expect_text("no date", date_iso((struct date){0}, &a), "");
	arena_clear(&a);
}

static void guessing(void **state)
{
	static const struct {
		const char *reason, *text, *want; /* empty: no guess */
	} rows[] = {
		{"as Russian and Kazakh text has it", "23.11.2026", "2026-11-23"},
		{"without zeros", "3.5.2026", "2026-05-03"},
		{"with slashes: day first", "03/05/2026", "2026-05-03"},
		{"with hyphens, day first", "23-11-2026", "2026-11-23"},
		{"year first, without zeros", "2026-5-3", "2026-05-03"},
		{"year first, with dots", "2026.11.23", "2026-11-23"},
		{"a leap day", "29.02.2024", "2024-02-29"},
		{"what is right already", "2026-11-23", "2026-11-23"},
		{"a leap day that does not exist", "29.02.2026", ""},
		{"month first, as in America", "11/23/2026", ""},
		{"a year of two digits", "23.11.26", ""},
		{"two kinds of separators", "23.11-2026", ""},
		{"two numbers", "11.2026", ""},
		{"four numbers", "23.11.2026.1", ""},
		{"a dot behind", "23.11.2026.", ""},
		{"a month of three digits", "23.111.2026", ""},
		{"a day of three digits", "2026-11-123", ""},
		{"a year of five digits", "23.11.20260", ""},
		{"month 0", "23.0.2026", ""},
		{"a space", "23. 11.2026", ""},
		{"words", "23 November 2026", ""},
		{"only separators", "..", ""},
		{"nothing", "", ""},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_text(rows[i].reason, date_iso(date_guess(str_of(rows[i].text)), &a), rows[i].want);
	expect_number("no text", date_given(date_guess(STR_NONE)), false);
	arena_clear(&a);
}

static void order(void **state)
{
	static const struct date rows[] = {{0},		 {1999, 12, 31}, {2026, 1, 31},
					   {2026, 2, 1}, {2026, 2, 2},	 {2027, 1, 1}};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t j = 0; j < COUNT(rows); j++)
			assert_int_equal(date_cmp(rows[i], rows[j]), (i > j) - (i < j));
}

static const struct {
	const char *code;
	struct date date;
	const char *want;
} long_forms[] = {
	{"kk", {2026, 11, 23}, "2026 ж. 23 қараша"},	{"ru", {2026, 11, 23}, "23 ноября 2026 г."},
	{"en", {2026, 11, 23}, "23 November 2026"},	{"kk", {2024, 2, 29}, "2024 ж. 29 ақпан"},
	{"ru", {2024, 2, 29}, "29 февраля 2024 г."},	{"en", {2024, 2, 29}, "29 February 2024"},
	{"ru", {1900, 1, 1}, "1 января 1900 г."},	{"en", {2199, 12, 31}, "31 December 2199"},
	{"kk", {2199, 12, 31}, "2199 ж. 31 желтоқсан"},
};

/* ICU keeps a number and its word together with a no-break space; which ones is its own affair. */
static struct str with_plain_spaces(struct str text, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;
	uint32_t point;

	for (size_t at = 0, n; at < text.len; at += n) {
		n = utf8_decode(text, at, &point);
		buf_add(&out, point == 0xA0 || point == 0x202F ? STR(" ") : str_slice(text, at, at + n));
	}
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

static bool writes_long_forms(void)
{
	struct arena a = ARENA_INIT;
	bool right = true;

	for (size_t i = 0; i < COUNT(long_forms); i++) {
		const char *error = NULL;
		struct date_writer *w = date_writer_new(language_by_code(str_of(long_forms[i].code)), &error);
		struct str text = w ? with_plain_spaces(date_text(w, long_forms[i].date, &a), &a) : STR_NONE;

		if (!str_eq(text, str_of(long_forms[i].want))) {
			print_error("TZ=%s: \"%.*s\", not \"%s\"\n", getenv("TZ"), STR_ARG(text), long_forms[i].want);
			right = false;
		}
		if (w && date_text(w, (struct date){0}, &a).len)
			right = false;
		date_writer_free(w);
	}
	arena_clear(&a);
	return right;
}

/* ICU asks for the zone once in a process, so each zone has its own; this test runs before any other use of ICU. */
static void the_time_zone_moves_no_day(void **state)
{
	static const char *const zones[] = {"UTC", "Asia/Almaty", "Pacific/Kiritimati", "Etc/GMT+12",
					    "America/New_York"};

	(void)state;
	for (size_t i = 0; i < COUNT(zones); i++) {
		int status = 0;
		pid_t child;

		fflush(NULL);
		child = fork();
		assert_true(child >= 0);
		if (child == 0) {
			setenv("TZ", zones[i], 1);
			tzset();
			_exit(writes_long_forms() ? 0 : 1);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		expect_number(zones[i], (uint64_t)status, 0);
	}
}

static void every_day_of_four_years_in_words(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t l = 0; l < LANGUAGE_MOST; l++) {
		const char *error = NULL;
		struct date_writer *w = date_writer_new(&languages[l], &error);

		assert_non_null(w);
		for (int n = 0; n < 4 * 12 * 31; n++) {
			struct date d = {2024 + n / (12 * 31), n / 31 % 12 + 1, n % 31 + 1}, exists;
			struct str text;

			if (!date_read(date_iso(d, &a), &exists))
				continue;
			text = with_plain_spaces(date_text(w, d, &a), &a);
			if (str_find(text, arena_printf(&a, "%d", d.year), 0) == SIZE_MAX ||
			    str_find(text, arena_printf(&a, l ? "%d " : " %d ", d.day), 0) == SIZE_MAX)
				fail_msg("%d-%02d-%02d is \"%.*s\"", d.year, d.month, d.day, STR_ARG(text));
			arena_reset(&a);
		}
		date_writer_free(w);
	}
	date_writer_free(NULL);
	arena_clear(&a);
}

static void known_languages(void **state)
{
	static const struct {
		const char *code, *name; /* NULL: not known */
	} rows[] = {
		{"kk", "Қазақша"}, {"ru", "Русский"}, {"en", "English"}, {"de", NULL},
		{"", NULL},	   {"KK", NULL},      {"kk_KZ", NULL},	 {"k", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct language *l = language_by_code(str_of(rows[i].code));

		expect_number(rows[i].code, l != NULL, rows[i].name != NULL);
		if (l)
			expect_text(rows[i].code, l->name, rows[i].name);
	}
}

static void meant_languages(void **state)
{
	static const struct {
		const char *written, *want;
	} rows[] = {
		{"kz", "kk"}, {"kaz", "kk"}, {"rus", "ru"}, {"eng", "en"},
		{"gb", "en"}, {"de", ""},    {"", ""},	    {"KZ", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_text(rows[i].written, language_meant(str_of(rows[i].written)), rows[i].want);
	for (size_t i = 0; i < LANGUAGE_MOST; i++)
		expect_text("a code means itself and needs no repair", language_meant(languages[i].code), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_time_zone_moves_no_day),
		cmocka_unit_test(reading),
		cmocka_unit_test(guessing),
		cmocka_unit_test(meant_languages),
		cmocka_unit_test(every_day_there_and_back),
		cmocka_unit_test(order),
		cmocka_unit_test(every_day_of_four_years_in_words),
		cmocka_unit_test(known_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
