/*
 * The words of a text: the rows of tests/shared, which the browser's code reads too.
 *
 *	search_analysis_test words < TEXTS	no tests: prints the words of each text that ends with a NUL, one text a line
 */
#include "expect.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "search/analysis.h"

static void add_words(const struct analysis *an, struct str text, struct buf *out)
{
	struct arena a = ARENA_INIT;
	search_words words = {0};

	analysis_words(an, text, &a, &words);
	for (size_t i = 0; i < words.len; i++)
		buf_addf(out, "%s%.*s", i ? " " : "", STR_ARG(words.at[i]));
	vec_clear(&words);
	arena_clear(&a);
}

static void read_all(FILE *f, struct buf *out)
{
	char piece[4096];
	size_t n;

	while ((n = fread(piece, 1, sizeof piece, f)) > 0)
		buf_add(out, (struct str){piece, n});
}

/* A cell of a table, with {U+0306} as the code point. */
static void unescape(struct str cell, struct buf *out)
{
	char bytes[4];

	for (size_t at = 0; at < cell.len; at++) {
		size_t end = str_find_byte(str_from(cell, at), '}');

		if (!str_starts(str_from(cell, at), STR("{U+")) || end == SIZE_MAX) {
			buf_add_byte(out, cell.at[at]);
			continue;
		}
		buf_add(out, (struct str){bytes, utf8_encode((uint32_t)strtoul(cell.at + at + 3, NULL, 16), bytes)});
		at += end;
	}
}

static void check_row(const struct analysis *an, struct str row)
{
	struct buf text = BUF_INIT, want = BUF_INIT, got = BUF_INIT, again = BUF_INIT;
	struct str cells[3] = {{0}};
	char reason[256];

	for (size_t i = 0; i < 3; i++)
		assert_true(str_split(&row, '\t', &cells[i]));
	snprintf(reason, sizeof reason, "%.*s", STR_ARG(cells[2]));
	unescape(cells[0], &text);
	unescape(cells[1], &want);
	add_words(an, buf_str(&text), &got);
	expect_bytes(reason, buf_str(&got), buf_str(&want));
	add_words(an, buf_str(&got), &again);
	expect_bytes("the words of words are themselves", buf_str(&again), buf_str(&want));
	buf_clear(&text);
	buf_clear(&want);
	buf_clear(&got);
	buf_clear(&again);
}

static void check_table(const char *path)
{
	FILE *f = fopen(path, "r");
	struct analysis *an = analysis_new();
	struct buf bytes = BUF_INIT;
	struct str rest, row;
	size_t rows = 0;

	if (!f)
		fail_msg("%s cannot be read: run the tests from the project's folder", path);
	read_all(f, &bytes);
	fclose(f);
	rest = buf_str(&bytes);
	while (str_split(&rest, '\n', &row)) {
		if (row.len == 0 || row.at[0] == '#')
			continue;
		check_row(an, row);
		rows++;
	}
	assert_true(rows > 20);
	buf_clear(&bytes);
	analysis_free(an);
}

static void tokens(void **state)
{
	(void)state;
	check_table("tests/shared/tokens.tsv");
}

static void folds(void **state)
{
	(void)state;
	check_table("tests/shared/fold.tsv");
}

/* What no table of texts can hold. */
static void broken_bytes(void **state)
{
	static const struct {
		const char *reason;
		const char *text, *want;
	} rows[] = {
		{"a lone byte ends a word",
		 "ab\xFF"
		 "cd",
		 "ab cd"},
		{"a lone continuation",
		 "\x80"
		 "a",
		 "a"},
		{"a letter that breaks off", "қ\xD2", "қ"},
		{"half a pair of surrogates",
		 "a\xED\xA0\x80"
		 "b",
		 "a b"},
		{"a longer form of a letter",
		 "a\xC1\x81"
		 "b",
		 "a b"},
	};
	struct analysis *an = analysis_new();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf got = BUF_INIT;

		add_words(an, str_of(rows[i].text), &got);
		expect_text(rows[i].reason, buf_str(&got), rows[i].want);
		buf_clear(&got);
	}
	analysis_free(an);
}

/* A row that is longer than the table says would be cut without a word. */
static void rows_fit(void **state)
{
	static const struct {
		const char *kind, *text;
	} rows[] = {
#define ROW(first, letters)  {"ROW", letters},
#define LONG(point, letters) {"LONG", letters},
#define SHIFT(first, last, distance)
#define PAIRS(first, last)
#define DROP(first, last)
#define NONE(first, last)
#define JOIN(letter, mark, result)
#define QUOTE(point)
#define BETWEEN(letter, result)
#include "search/letters.def"
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_in_range(utf8_count(str_of(rows[i].text)), 1, rows[i].kind[0] == 'R' ? 32 : 2);
}

static int print_words(void)
{
	struct analysis *an = analysis_new();
	struct buf bytes = BUF_INIT, out = BUF_INIT;

	read_all(stdin, &bytes);
	for (size_t from = 0; from < bytes.len; from++) {
		size_t length = str_find_byte(str_from(buf_str(&bytes), from), '\0');
		struct str text = str_slice(str_from(buf_str(&bytes), from), 0, length);

		add_words(an, text, &out);
		buf_add_byte(&out, '\n');
		from += text.len;
	}
	fwrite(out.at, 1, out.len, stdout);
	buf_clear(&bytes);
	buf_clear(&out);
	analysis_free(an);
	return 0;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens),
		cmocka_unit_test(folds),
		cmocka_unit_test(broken_bytes),
		cmocka_unit_test(rows_fit),
	};

	if (argc == 2 && strcmp(argv[1], "words") == 0)
		return print_words();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
