/* Single words: lost letters, and which of the old encodings a text was written in. */
#include "letters_rows.h"

#include "expect.h"

static const struct {
	const char *reason;
	enum letters_language language;
	const char *word;
	unsigned context;
	const char *want; /* NULL: nothing is known */
} fills[] = {
	{"one letter", LETTERS_KK, "та?ба", 0, "таңба"},
	{"by U+FFFD", LETTERS_KK,
	 "та\xEF\xBF\xBD"
	 "ба",
	 0, "таңба"},
	{"two", LETTERS_KK, "?т?ніш", 0, NULL},
	{"the first", LETTERS_KK, "?ала", 0, "қала"},
	{"a capital where a sentence begins", LETTERS_KK, "?ала", WORD_STARTS_SENTENCE, "Қала"},
	{"a capital among capitals", LETTERS_KK, "ТА?БА", 0, "ТАҢБА"},
	{"no such word", LETTERS_KK, "ж?ж?ж", 0, NULL},
	{"seven letters are too many", LETTERS_KK, "???????", 0, NULL},
};

static void filling(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(fills); i++) {
		struct letters_fixture f;
		struct point_text t;
		struct str got;

		letters_begin(&f, fills[i].language);
		t = points_take(str_of(fills[i].word), &f.arena);
		got = word_fill(&f.judge, t.point, t.count, fills[i].context);
		expect_text(fills[i].reason, got, fills[i].want ? fills[i].want : "");
		letters_end(&f);
	}
}

static void patience(void **state)
{
	struct letters_fixture f;
	struct point_text t;

	(void)state;
	letters_begin(&f, LETTERS_KK);
	t = points_take(STR("та?ба"), &f.arena);
	f.patience = 1;
	assert_true(word_fill(&f.judge, t.point, t.count, 0).len > 0);
	expect_number("each word takes some", f.patience, 0);
	expect_number("then none is tried", word_fill(&f.judge, t.point, t.count, 0).len, 0);
	f.judge.patience = NULL;
	expect_number("nor without any", word_fill(&f.judge, t.point, t.count, 0).len, 0);
	letters_end(&f);
}

static const struct {
	const char *reason, *text;
	unsigned kz1048, pt154;
} evidence[] = {
	{"right Kazakh", "қала үшін әғқңөұүһі", 0, 0},
	{"ќ is in both", "ќала", 0, 0},
	{"є is another letter in each, in both one", "єлем", 0, 0},
	{"signs are PT154's", "µмір ±йым", 0, 2},
	{"ј and ѕ are KZ-1048's", "јлем таѕба", 2, 0},
	{"letters that are taken for Kazakh ones show nothing", "тїл ўйым ґмір", 0, 0},
};

static void which_encoding(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(evidence); i++) {
		struct letters_fixture f;
		struct point_text t;

		letters_begin(&f, LETTERS_KK);
		t = points_take(str_of(evidence[i].text), &f.arena);
		word_evidence(&f.encodings, &t, &f.judge);
		expect_number(evidence[i].reason, f.judge.kz1048, evidence[i].kz1048);
		expect_number(evidence[i].reason, f.judge.pt154, evidence[i].pt154);
		letters_end(&f);
	}
}

/* The rest of a text decides for a word that nobody knows. */
static void the_rest_decides(void **state)
{
	static const char *const want[] = {"OLD", "OLD"};

	(void)state;
	for (unsigned pt154 = 0; pt154 < 2; pt154++) {
		struct letters_fixture f;
		struct point_text t;
		struct finding found;

		letters_begin(&f, LETTERS_KK);
		f.judge.pt154 = pt154 ? 5 : 0;
		f.judge.kz1048 = pt154 ? 0 : 5;
		t = points_take(STR("барєыла"), &f.arena);
		assert_true(word_judge(&f.judge, &t, 0, t.count, 0, &found));
		expect_text("kind", str_of(finding_names[found.kind]), want[pt154]);
		expect_text("є", found.repair, pt154 ? "барәыла" : "барғыла");
		letters_end(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filling),
		cmocka_unit_test(patience),
		cmocka_unit_test(which_encoding),
		cmocka_unit_test(the_rest_decides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
