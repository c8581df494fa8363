/* What the program finds, how it read the query, and why. That the page finds the same is tested in tests/js. */
#include "expect.h"
#include "search_words.h"

#include "search/finder.h"
#include "search/near.h"
#include "search/weights.h"

static words_row rows[] = {
	{"Аккаунтым бұғатталды", "Аккаунт заблокирован", "My account is blocked"},
	{"Құжат сақталмайды", "Документ не сохраняется", "The document is not saved"},
	{"Нөмірді қалай жаңартамын?", "Как обновить номер?", "How do I update my number?"},
	{"Камера ашылмайды", "Камера не открывается", "The camera does not open"},
};

enum { KK, RU, EN };

/* The best answer to a query, "why: asked>word tier reading ..." and how it was understood. */
static const struct {
	const char *query;
	size_t reader;
	int answer; /* -1: none */
	const char *why, *understood;
} queries[] = {
	{"камера", KK, 3, "камера>камера exact typed", ""},
	{"құжаттарымды", KK, 1, "құжаттарымды>құжат stem typed", ""},
	{"кужат", KK, 1, "кужат>құжат letters typed", ""},
	{"rfvthf", KK, 3, "камера>камера exact layout", "камера"},
	{"zhanartamyn", KK, 2, "жанартамин>жаңартамын", "жаңартамын"},
	{"камира", RU, 3, "камира>камера edit typed", "камера"},
	{"камер", RU, 3, "камер>камера", ""},
	{"акмера", RU, 3, "акмера>камера edit typed", "камера"}, /* a fault among the first letters */
	{"blocked", KK, 0, "blocked>blocked exact typed", ""},
	{"фссщгте", EN, 0, "account>account exact layout", "account"},
	{"", KK, -1, "", ""},
	{"?!", KK, -1, "", ""},
	{"\xFF\xFE", KK, -1, "", ""},
	{"__proto__ constructor", KK, -1, "", ""},
};

static void add_why(const struct finder *f, const struct found *found, size_t reader, struct buf *out)
{
	reasons why = {0};

	finder_reasons(f, found, &found->answers.at[0], reader, &why);
	for (size_t i = 0; i < why.len; i++)
		buf_addf(out, "%s%.*s>%.*s %s %s", i ? " " : "", STR_ARG(why.at[i].asked), STR_ARG(why.at[i].word),
			 reason_tier(&why.at[i]), reading_name(why.at[i].reading));
	vec_clear(&why);
}

static void finds(void **state)
{
	struct index *ix = words_index(rows, COUNT(rows));
	struct finder *f = finder_new(ix, WORDS_LANGUAGES, 1);
	struct finder_scratch *s = finder_scratch_new(f);

	(void)state;
	for (size_t i = 0; i < COUNT(queries); i++) {
		struct found found = {0};
		struct buf why = BUF_INIT;
		int answer;

		finder_find(f, queries[i].reader, str_of(queries[i].query), s, &found);
		answer = found.answers.len ? (int)found.answers.at[0].answer : -1;
		if (answer >= 0)
			add_why(f, &found, queries[i].reader, &why);
		if (answer != queries[i].answer || !str_starts(buf_str(&why), str_of(queries[i].why)) ||
		    !str_eq(found.understood, str_of(queries[i].understood)))
			fail_msg("%s: answer %d, '%.*s', understood '%.*s'", queries[i].query, answer,
				 STR_ARG(buf_str(&why)), STR_ARG(found.understood));
		buf_clear(&why);
		found_clear(&found);
	}
	finder_scratch_free(s);
	finder_free(f);
	index_free(ix);
}

/* Nothing of one query is left for the next. */
static void asks_again(void **state)
{
	struct index *ix = words_index(rows, COUNT(rows));
	struct finder *f = finder_new(ix, WORDS_LANGUAGES, 1);
	struct finder_scratch *s = finder_scratch_new(f);
	struct found first = {0}, second = {0}, third = {0};

	(void)state;
	finder_find(f, RU, STR("камера не открывается"), s, &first);
	finder_find(f, KK, STR("ghdtn zanartu кужат аккаунт rfvthf"), s, &second);
	finder_find(f, RU, STR("камера не открывается"), s, &third);
	assert_true(first.answers.len > 0);
	assert_int_equal(first.answers.len, third.answers.len);
	for (size_t i = 0; i < first.answers.len; i++) {
		assert_int_equal(first.answers.at[i].answer, third.answers.at[i].answer);
		assert_true(first.answers.at[i].score >= third.answers.at[i].score);
		assert_true(first.answers.at[i].score <= third.answers.at[i].score);
	}
	found_clear(&first);
	found_clear(&second);
	found_clear(&third);
	finder_scratch_free(s);
	finder_free(f);
	index_free(ix);
}

/* The best ones, in the same order as all that is found. */
static void finds_the_best(void **state)
{
	static const char *const asked[] = {"не", "камера", "как номер документ", "xyz", "account"};
	struct index *ix = words_index(rows, COUNT(rows));
	struct finder *f = finder_new(ix, WORDS_LANGUAGES, 1);
	struct finder_scratch *s = finder_scratch_new(f);
	uint32_t best[COUNT(rows)];

	(void)state;
	for (size_t i = 0; i < COUNT(asked); i++) {
		struct found all = {0};

		finder_find(f, RU, str_of(asked[i]), s, &all);
		for (size_t most = 0; most <= COUNT(rows); most++) {
			size_t n = finder_best(f, RU, str_of(asked[i]), s, most, best);

			assert_int_equal(n, most < all.answers.len ? most : all.answers.len);
			for (size_t k = 0; k < n; k++)
				assert_int_equal(best[k], all.answers.at[k].answer);
		}
		found_clear(&all);
	}
	finder_scratch_free(s);
	finder_free(f);
	index_free(ix);
}

static const struct {
	const char *stem, *word;
	unsigned most;
	int count; /* of edits; -1: too many */
	unsigned behind;
} edit_rows[] = {
	{"камера", "камера", 2, 0, 0},
	{"камера", "камра", 2, 1, 0},
	{"камера", "кмаера", 1, 1, 0},
	{"камер", "камерамен", 1, 0, 4},
	{"камера", "аккаунт", 2, -1, 0},
	{"а", "", 1, 1, 0},
	{"", "", 0, 0, 0},
	{"номир", "номер", 1, 1, 0},
};

static void edits(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(edit_rows); i++) {
		struct edits e = {0};
		bool near = edits_of(str_of(edit_rows[i].stem), str_of(edit_rows[i].word), edit_rows[i].most, &e);

		if (near != (edit_rows[i].count >= 0) ||
		    (near && ((int)e.count != edit_rows[i].count || e.behind != edit_rows[i].behind)))
			fail_msg("%s, %s: %d %u %u", edit_rows[i].stem, edit_rows[i].word, near, e.count, e.behind);
	}
}

/* Who asks knows a cut list by the number of titles in it. */
static void common(void **state)
{
	(void)state;
	assert_int_equal((int)weights[W_common], TEXTS_MOST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(common),	  cmocka_unit_test(finds), cmocka_unit_test(asks_again),
		cmocka_unit_test(finds_the_best), cmocka_unit_test(edits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
