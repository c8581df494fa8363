/* The quick look: what it counts, and that it misses nothing which the careful one finds. */
#include "letters_rows.h"

#include "letters/look.h"

/* What the careful look finds without asking for each word, the quick one must call odd. */
static void sees_all(void **state)
{
	struct points points;
	size_t bad = 0, seen = 0;

	(void)state;
	points_make(&points);
	for (size_t i = 0; i < COUNT(letters_rows); i++) {
		const struct letters_row *row = &letters_rows[i];
		struct letters_fixture f;
		struct word_table table = {0};
		word_numbers numbers = {0};
		findings found = {0};
		bool odd, by_letters = false;

		letters_begin(&f, row->language);
		text_examine(&f.judge, str_of(row->text), &found);
		for (size_t k = 0; k < found.len; k++)
			by_letters |= !letters_by_words(&found.at[k]);
		odd = look_quick(&points, &table, row->language, str_of(row->text), &numbers);
		if (by_letters && !odd) {
			print_error("%s: %s\n", row->reason, row->text);
			bad++;
		}
		seen += by_letters;
		word_table_clear(&table);
		vec_clear(&numbers);
		vec_clear(&found);
		letters_end(&f);
	}
	assert_int_equal(bad, 0);
	assert_true(seen > 60);
}

static const struct {
	const char *reason;
	enum letters_language language;
	const char *text;
	bool odd;
	const char *words; /* as they go into the table */
} rows[] = {
	{"clean Kazakh", KK, "Бұл қала, үшін қағаз.", false, "Бұл қала үшін қағаз"},
	{"clean Russian", RU, "Это город для вас.", false, "Это город для вас"},
	{"numbers are no words", KK, "Бұл 12 қала 2024", false, "Бұл қала"},
	{"names with digits neither", KK, "Бұл H1N1 қала", false, "Бұл қала"},
	{"hyphens part words", KK, "eGov-тан қала-ға", false, "eGov тан қала ға"},
	{"a number that a person can have", KK, "900101300126 қала", true, "қала"},
	{"twelve digits that nobody has", KK, "123456789012 қала", false, "қала"},
	{"eleven", KK, "12345678901 қала", false, "қала"},
	{"a capital inside", KK, "қаЛа", true, "қаЛа"},
	{"a word of two alphabets is in no list", KK, "қaла үшін", true, "үшін"},
	{"a path is no text", KK, "Бұл қала мен https://egov.kz/қaла/бет үшін", false,
	 "Бұл қала мен https egov kz үшін"},
	{"what follows it is", KK, "«https://egov.kz/қ»қaла", true, "https egov kz"},
	{"Latin line", KK, "Please open the page", true, "Please open the page"},
	{"the same in its own file", EN, "Please open the page", false, "Please open the page"},
	{"Cyrillic line in an English file", EN, "Это для вас", true, "Это для вас"},
	{"a question", KK, "Қала ма? Иә.", false, "Қала ма Иә"},
	{"a question mark before a letter", KK, "құ?ат", true, "құ ат"},
	{"nothing", KK, "", false, ""},
};

static void looking(void **state)
{
	struct points points;

	(void)state;
	points_make(&points);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct word_table table = {0};
		word_numbers numbers = {0};
		struct buf got = BUF_INIT;
		bool odd = look_quick(&points, &table, rows[i].language, str_of(rows[i].text), &numbers);

		for (size_t k = 0; k < numbers.len; k++) {
			struct str word = table.at[numbers.at[k].number].word;

			assert_true(str_starts(str_from(str_of(rows[i].text), numbers.at[k].at), word));
			buf_add(&got, k ? STR(" ") : STR_NONE);
			buf_add(&got, word);
		}
		if (odd != rows[i].odd)
			fail_msg("%s: %s is%s odd", rows[i].reason, rows[i].text, odd ? "" : " not");
		assert_int_equal(row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].words), 0);
		buf_clear(&got);
		word_table_clear(&table);
		vec_clear(&numbers);
	}
}

/* One entry a word and language, however often and in however many texts it stands. */
static void counting(void **state)
{
	struct points points;
	struct word_table table = {0};
	word_numbers numbers = {0};

	(void)state;
	points_make(&points);
	look_quick(&points, &table, KK, STR("қала Қала қала"), &numbers);
	look_quick(&points, &table, KK, STR("қала"), &numbers);
	look_quick(&points, &table, RU, STR("қала"), &numbers);
	assert_int_equal(table.count, 3);
	assert_int_equal(numbers.len, 5);
	assert_int_equal(table.counts[numbers.at[0].number], 3);
	assert_int_equal(numbers.at[0].number, numbers.at[2].number);
	assert_int_equal(numbers.at[0].number, numbers.at[3].number);
	assert_int_not_equal(numbers.at[0].number, numbers.at[1].number);
	assert_int_not_equal(numbers.at[0].number, numbers.at[4].number);
	word_table_clear(&table);
	vec_clear(&numbers);
}

/* The table grows, and every word keeps its number. */
static void growing(void **state)
{
	struct points points;
	struct word_table table = {0};
	word_numbers numbers = {0};
	struct buf text = BUF_INIT;

	(void)state;
	points_make(&points);
	for (unsigned round = 0; round < 2; round++)
		for (unsigned i = 0; i < 3000; i++) {
			for (unsigned rest = i + 1; rest; rest /= 10)
				buf_add_byte(&text, (char)('a' + rest % 10));
			buf_add_byte(&text, ' ');
		}
	look_quick(&points, &table, EN, buf_str(&text), &numbers);
	assert_int_equal(table.count, 3000);
	assert_int_equal(numbers.len, 6000);
	for (unsigned i = 0; i < 3000; i++) {
		assert_int_equal(numbers.at[i].number, i);
		assert_int_equal(numbers.at[3000 + i].number, i);
		assert_int_equal(table.counts[i], 2);
	}
	word_table_clear(&table);
	assert_null(table.at);
	vec_clear(&numbers);
	buf_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sees_all),
		cmocka_unit_test(looking),
		cmocka_unit_test(counting),
		cmocka_unit_test(growing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
