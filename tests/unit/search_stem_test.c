/*
 * The stems of words: the rows of tests/shared/stem.tsv, which the browser's code reads too.
 *
 *	search_stem_test stems < WORDS	no tests: for each line its precise stem and its key in every language, with tabs
 */
#include "expect.h"

#include <stdio.h>
#include <string.h>

#include "search/stem.h"

static void read_all(FILE *f, struct buf *out)
{
	char piece[4096];
	size_t n;

	while ((n = fread(piece, 1, sizeof piece, f)) > 0)
		buf_add(out, (struct str){piece, n});
}

static void check_row(const struct stems *st, struct str row)
{
	struct buf word = BUF_INIT, key = BUF_INIT;
	struct str cells[5] = {{0}};
	enum stem_language language;
	char reason[256];

	for (size_t i = 0; i < 5; i++)
		assert_true(str_split(&row, '\t', &cells[i]));
	snprintf(reason, sizeof reason, "%.*s: %.*s", STR_ARG(cells[1]), STR_ARG(cells[4]));
	language = stem_language_of(cells[0], cells[1]);
	stem_word(st, language, cells[1], &word);
	expect_bytes(reason, buf_str(&word), cells[2]);
	stem_key(st, language, cells[1], &key);
	expect_bytes(reason, buf_str(&key), cells[3]);
	buf_clear(&word);
	buf_clear(&key);
}

static void rows(void **state)
{
	FILE *f = fopen("tests/shared/stem.tsv", "r");
	struct stems *st = stems_new();
	struct buf bytes = BUF_INIT;
	struct str rest, row;
	size_t n = 0;

	(void)state;
	if (!f)
		fail_msg("tests/shared/stem.tsv cannot be read: run the tests from the project's folder");
	read_all(f, &bytes);
	fclose(f);
	rest = buf_str(&bytes);
	while (str_split(&rest, '\n', &row)) {
		if (row.len == 0 || row.at[0] == '#')
			continue;
		check_row(st, row);
		n++;
	}
	assert_true(n > 40);
	buf_clear(&bytes);
	stems_free(st);
}

static void languages_of_words(void **state)
{
	(void)state;
	assert_int_equal(stem_language_of(STR("kk"), STR("қате")), STEM_KAZAKH);
	assert_int_equal(stem_language_of(STR("ru"), STR("ошибка")), STEM_RUSSIAN);
	assert_int_equal(stem_language_of(STR("en"), STR("ошибка")), STEM_RUSSIAN);
	assert_int_equal(stem_language_of(STR("kk"), STR("error")), STEM_ENGLISH);
	assert_int_equal(stem_language_of(STR("kk"), STR("1414")), STEM_ENGLISH);
}

/* The cut that the index keeps is what the key lacks of the word's skeleton. */
static void cuts(void **state)
{
	struct stems *st = stems_new();
	struct buf key = BUF_INIT;

	(void)state;
	assert_int_equal(stem_key(st, STEM_KAZAKH, STR("кітаптарымызға"), &key), 9);
	expect_bytes("the key", buf_str(&key), STR("китап"));
	buf_reset(&key);
	assert_int_equal(stem_key(st, STEM_ENGLISH, STR("1414"), &key), 0);
	expect_bytes("a number", buf_str(&key), STR("1414"));
	buf_clear(&key);
	stems_free(st);
}

static int dump(void)
{
	struct stems *st = stems_new();
	struct buf words = BUF_INIT, out = BUF_INIT;
	struct str rest, word;

	read_all(stdin, &words);
	rest = buf_str(&words);
	while (str_split(&rest, '\n', &word)) {
		for (unsigned l = 0; l < STEM_LANGUAGES; l++) {
			stem_word(st, (enum stem_language)l, word, &out);
			buf_add_byte(&out, '\t');
			stem_key(st, (enum stem_language)l, word, &out);
			buf_add_byte(&out, '\t');
		}
		buf_add_byte(&out, '\n');
	}
	fwrite(out.at, 1, out.len, stdout);
	buf_clear(&words);
	buf_clear(&out);
	stems_free(st);
	return 0;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows),
		cmocka_unit_test(languages_of_words),
		cmocka_unit_test(cuts),
	};

	if (argc == 2 && strcmp(argv[1], "stems") == 0)
		return dump();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
