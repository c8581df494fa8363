/* Kazakh words typed with Russian letters: what is repaired, and what is left alone. */
#include "expect.h"

#include <math.h>

#include "letters/restore.h"

/* Dictionaries of a few words. */
static bool in_dictionary(void *ctx, enum restore_dictionary which, struct str word)
{
	static const char *const kazakh[] = {"қыз", "өзгерту", "қызмет", "кітап", NULL};
	static const char *const russian[] = {"Артур", "Камал", "Калуга", "Жане", "Гана", "код", NULL};
	const char *const *list = which == RESTORE_KAZAKH ? kazakh : russian;

	(*(unsigned *)ctx)++;
	for (size_t i = 0; list[i]; i++)
		if (str_eq(word, str_of(list[i])))
			return true;
	return false;
}

static const struct {
	const char *reason, *word;
	unsigned place;
	const char *want; /* NULL: left alone */
} rows[] = {
	{"all letters of the word", "кызметкерлери", 0, "қызметкерлері"},
	{"one letter, the others are right", "қызметкерлери", 0, "қызметкерлері"},
	{"a letter of the ending", "көңілдін", 0, "көңілдің"},
	{"a letter of the stem", "озгерту", 0, "өзгерту"},
	{"three letters", "кыз", 0, "қыз"},
	{"у for ү", "ушінші", 0, "үшінші"},
	{"у for ұ", "турғын", 0, "тұрғын"},
	{"a capital at the beginning of a sentence", "Казір", RESTORE_BEGINS, "Қазір"},
	{"one of the commonest words, though it may be a name", "Жане", RESTORE_BEGINS, "Және"},
	{"inside a sentence it is the name", "Жане", 0, NULL},
	{"a name that is a rarer word", "Гана", RESTORE_BEGINS, NULL},
	{"a capital inside of one", "Казақстан", 0, "Қазақстан"},
	{"all capitals", "КАЗАКСТАН", 0, "ҚАЗАҚСТАН"},
	{"a long word with many such letters", "қоғамдастықтарының", 0, NULL},
	{"the right word", "қызметкерлері", 0, NULL},
	{"a right word of Russian letters only", "бала", 0, NULL},
	{"a right word whose twin is far commoner", "тур", 0, NULL},
	{"he said ten", "онға", 0, NULL},
	{"a name", "Әли", 0, NULL},
	{"a name that a Russian dictionary has", "Артур", 0, NULL},
	{"the same at the beginning", "Камал", RESTORE_BEGINS, NULL},
	{"a town that would be no Kazakh word", "Калуга", RESTORE_BEGINS, NULL},
	{"х for һ, in a word that a list has", "қахарман", 0, "қаһарман"},
	{"a foreign name", "Прейли", RESTORE_BEGINS, NULL},
	{"a Russian surname", "Кирпичный", RESTORE_BEGINS, NULL},
	{"the second half of a double name", "Казақстан", RESTORE_HYPHEN, NULL},
	{"but not of a double word", "кыз", RESTORE_HYPHEN, "қыз"},
	{"a short name of a firm", "УШІН", RESTORE_BEGINS, NULL},
	{"capitals inside", "КазақСтан", 0, NULL},
	{"two letters", "ак", 0, NULL},
	{"loanwords: газет", "газет", 0, NULL},
	{"генерал", "генерал", 0, NULL},
	{"with an ending", "телеграммалар", 0, NULL},
	{"organisation", "организациясының", 0, NULL},
	{"ы is never і: жылы, warm, and жілі, marrow", "жылы", 0, NULL},
	{"э is never ә", "эл", 0, NULL},
	{"no word", "кыз-", 0, NULL},
	{"a Latin letter is another rule's", "кы\x7A", 0, NULL},
	{"nothing", "", 0, NULL},
};

static void repairing(void **state)
{
	struct arena a = ARENA_INIT;
	unsigned asked = 0;
	struct restore r = {lexicon_kazakh(), in_dictionary, &asked};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str got = STR_NONE;
		bool found = restore_word(&r, str_of(rows[i].word), rows[i].place, &a, &got);

		if (found != (rows[i].want != NULL))
			fail_msg("%s: %s is %s %.*s", rows[i].reason, rows[i].word,
				 found ? "repaired to" : "left alone", STR_ARG(got));
		if (found)
			expect_text(rows[i].reason, got, rows[i].want);
	}
	arena_clear(&a);
}

static void without_dictionaries(void **state)
{
	struct arena a = ARENA_INIT;
	struct restore r = {lexicon_kazakh(), NULL, NULL};
	struct str got;

	(void)state;
	assert_true(restore_word(&r, STR("кызметкерлери"), 0, &a, &got));
	expect_text("what texts have is enough", got, "қызметкерлері");
	arena_clear(&a);
}

static void seldom_asked(void **state)
{
	struct arena a = ARENA_INIT;
	unsigned asked = 0;
	struct restore r = {lexicon_kazakh(), in_dictionary, &asked};
	struct str got;

	(void)state;
	restore_word(&r, STR("қызметкерлері"), 0, &a, &got);
	expect_number("dictionaries are slow: nobody asks them of a word that is clearly right", asked, 0);
	arena_clear(&a);
}

static const struct {
	const char *reason, *word;
	enum restore_level want;
} levels[] = {
	{"a word of many texts", "үшін", RESTORE_STRONG},
	{"in capitals", "ҮШІН", RESTORE_STRONG},
	{"a headword", "айлауық", RESTORE_STRONG},
	{"a headword with endings that no list has", "айлауықтарымыздан", RESTORE_KNOWN},
	{"endings of the other harmony are none", "айлауықтерімізден", RESTORE_UNKNOWN},
	{"nor are endings of Russian letters", "айлауыктарымыздын", RESTORE_UNKNOWN},
	{"a slip", "кызмет", RESTORE_UNKNOWN},
	{"no word", "кітап-", RESTORE_UNKNOWN},
};

static void knowing(void **state)
{
	struct restore r = {lexicon_kazakh(), NULL, NULL};

	(void)state;
	for (size_t i = 0; i < COUNT(levels); i++)
		expect_number(levels[i].reason, restore_known(&r, str_of(levels[i].word)), levels[i].want);
	assert_true(restore_likelihood(&r, STR("қызмет")) > restore_likelihood(&r, STR("кызмет")) + 4);
	assert_true(restore_likelihood(&r, STR("кызмет1")) == -INFINITY);
}

static const struct {
	const char *reason, *word;
	bool known;
} stems[] = {
	{"noun, plural, possessive, case", "айлауықтарымызға", true},
	{"the last sound of the stem has changed: айлауық", "айлауығы", true},
	{"case endings of the third person", "айлауығына", true},
	{"a verb that is listed with у: тарнау", "тарнағандар", true},
	{"negated", "тарнамаған", true},
	{"after a voiceless sound: not ға", "айлауықға", false},
	{"nothing before the ending", "ымызға", false},
};

static void stemming(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(stems); i++) {
		struct letters word;

		assert_true(alphabet_word(str_of(stems[i].word), &word));
		if ((restore_stem(lexicon_kazakh(), &word) >= 1.5F) != stems[i].known)
			fail_msg("%s: %s has weight %.2f", stems[i].reason, stems[i].word,
				 (double)restore_stem(lexicon_kazakh(), &word));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(repairing),	cmocka_unit_test(without_dictionaries),
		cmocka_unit_test(seldom_asked), cmocka_unit_test(knowing),
		cmocka_unit_test(stemming),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
