/* Arguments and word forms filled into a text, and the plural rules behind the forms. */
#include "expect.h"

#include "base/format.h"
#include "base/plural.h"

static void filling(void **state)
{
	static const struct {
		const char *reason, *pattern, *lang, *args[3], *want;
	} rows[] = {
		{"no placeholder", "plain", "en", {"x"}, "plain"},
		{"nothing", "", "en", {"x"}, ""},
		{"an argument", "a {1} b", "en", {"x"}, "a x b"},
		{"any order, more than once", "{2}{1}{2}", "en", {"a", "b"}, "bab"},
		{"side by side and at the ends", "{1}{2}", "en", {"a", "b"}, "ab"},
		{"an argument is not read as a pattern", "{1}", "en", {"{2}", "x"}, "{2}"},
		{"an argument that is not there leaves nothing", "[{3}]", "en", {"a"}, "[]"},
		{"nor does one that cannot be", "[{9}]", "en", {"a", "b", "c"}, "[]"},
		{"an empty argument leaves nothing", "[{1}]", "en", {""}, "[]"},
		{"English, one", "{1} {1:file|files}", "en", {"1"}, "1 file"},
		{"English, many", "{1} {1:file|files}", "en", {"2"}, "2 files"},
		{"English, none", "{1} {1:file|files}", "en", {"0"}, "0 files"},
		{"Russian, one", "{1} {1:файл|файла|файлов}", "ru", {"21"}, "21 файл"},
		{"Russian, few", "{1} {1:файл|файла|файлов}", "ru", {"3"}, "3 файла"},
		{"Russian, many", "{1} {1:файл|файла|файлов}", "ru", {"11"}, "11 файлов"},
		{"Kazakh, the only form", "{1} {1:файл}", "kk", {"1"}, "1 файл"},
		{"Russian with too few forms: the last one", "{1:файл|файлы}", "ru", {"5"}, "файлы"},
		{"an empty form", "{1:|s}", "en", {"1"}, ""},
		{"an empty last form", "{1:s|}", "en", {"2"}, ""},
		{"a number greater than any that is counted", "{1:one|many}", "en", {"99999999999999999999"}, "many"},
		{"an argument that is no number", "{1:one|many}", "en", {"x"}, "many"},
		{"a brace that is never closed stays", "a {1", "en", {"x"}, "a {1"},
		{"a closing brace alone stays", "a } {1}", "en", {"x"}, "a } x"},
		{"anything behind the number but forms: the argument", "{1о}", "en", {"x"}, "x"},
		{"an empty placeholder leaves nothing", "[{}]", "en", {"x"}, "[]"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str args[3];
		struct buf out = BUF_INIT;
		size_t count = 0;

		for (; count < 3 && rows[i].args[count]; count++)
			args[count] = str_of(rows[i].args[count]);
		format_fill(str_of(rows[i].pattern), str_of(rows[i].lang), args, count, &out);
		expect_text(rows[i].reason, buf_str(&out), rows[i].want);
		buf_clear(&out);
	}
}

static void right_patterns(void **state)
{
	static const struct {
		const char *reason, *pattern;
		size_t count;
		bool right;
	} rows[] = {
		{"no placeholder", "plain", 0, true},
		{"nothing", "", 0, true},
		{"one that is there", "{1}", 1, true},
		{"the last that is there", "{1}{4}", 4, true},
		{"one that is not there", "{2}", 1, false},
		{"none is there", "{1}", 0, false},
		{"forms", "{1:one|many}", 1, true},
		{"forms of an argument that is not there", "{2:one|many}", 1, false},
		{"zero", "{0}", 4, false},
		{"a name", "{name}", 4, false},
		{"empty", "{}", 4, false},
		{"no form", "{1:}", 4, false},
		{"two digits", "{12}", 9, false},
		{"no colon before the forms", "{1one|many}", 4, false},
		{"never closed", "{1", 4, false},
		{"never closed after a right one", "{1} and {2", 4, false},
		{"a brace in a brace", "{{1}}", 4, false},
		{"a placeholder among the forms", "{1:{2} file|{2} files}", 4, false},
		{"a wrong one after a right one", "{1} {5}", 4, false},
		{"a closing brace alone begins nothing", "a } b", 0, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, format_right(str_of(rows[i].pattern), rows[i].count), rows[i].right);
}

/* From CLDR's own samples of whole numbers, with the borders of each rule. */
static void plurals(void **state)
{
	static const struct {
		const char *lang;
		enum plural want;
		uint64_t numbers[16]; /* until the second 0 */
	} rows[] = {
		{"ru", PLURAL_ONE, {1, 21, 31, 41, 51, 61, 71, 81, 91, 101, 121, 1001, 1021}},
		{"ru", PLURAL_FEW, {2, 3, 4, 22, 23, 24, 32, 94, 102, 104, 122, 1002}},
		{"ru", PLURAL_MANY, {0, 5, 9, 10, 11, 12, 13, 14, 19, 20, 25, 100, 111, 112, 114, 1000}},
		{"ru", PLURAL_MANY, {UINT64_MAX, 211, 1011, 1012, 1014, 1000000, 1000011}},
		{"en", PLURAL_ONE, {1}},
		{"en", PLURAL_MANY, {0, 2, 3, 5, 10, 11, 21, 100, 101, 1001, UINT64_MAX}},
		{"kk", PLURAL_MANY, {0, 1, 2, 5, 21, 100, UINT64_MAX}},
		{"de", PLURAL_MANY, {1, 2}},
		{"", PLURAL_MANY, {1, 2}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t j = 0; j < COUNT(rows[i].numbers) && (j == 0 || rows[i].numbers[j]); j++)
			if (plural_of(str_of(rows[i].lang), rows[i].numbers[j]) != rows[i].want)
				fail_msg("%s: %llu", rows[i].lang, (unsigned long long)rows[i].numbers[j]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filling),
		cmocka_unit_test(right_patterns),
		cmocka_unit_test(plurals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
