/* What the block of words says of words, and how it is laid out. */
#include "expect.h"

#include <math.h>
#include <stdlib.h>

#include "letters/lexicon.h"

static const struct {
	const char *reason, *text;
	size_t letters; /* 0: no word */
} spelled[] = {
	{"a word", "сөз", 3},
	{"all nine letters that Russian has not", "әғқңөұүһі", 9},
	{"their capitals", "ӘҒҚҢӨҰҮҺІ", 9},
	{"letters of loanwords", "щёцъэфв", 7},
	{"nothing", "", 0},
	{"a Latin letter looks like a Cyrillic one", "сөз\x61", 0},
	{"a letter of another Cyrillic alphabet", "ӄыз", 0},
	{"a letter before the alphabet's first", "Ѐ", 0},
	{"a hyphen is no letter", "аты-жөні", 0},
	{"a word of forty letters", "аааааааааааааааааааааааааааааааааааааааа", 40},
	{"one letter more is no word", "ааааааааааааааааааааааааааааааааааааааааа", 0},
	{"broken bytes", "с\xD3", 0},
};

static void spelling(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(spelled); i++) {
		struct letters word;
		bool is = alphabet_word(str_of(spelled[i].text), &word);

		expect_number(spelled[i].reason, is ? word.len : 0, spelled[i].letters);
	}
}

static void alphabet(void **state)
{
	(void)state;
	for (unsigned i = 1; i <= ALPHABET_LETTERS; i++) {
		uint8_t n = (uint8_t)i;
		bool capital;

		expect_number("a small letter has its own number", alphabet_number(alphabet_letter(n, false), &capital),
			      n);
		expect_number("and is no capital", capital, false);
		expect_number("its capital has the same number", alphabet_number(alphabet_letter(n, true), &capital),
			      n);
		expect_number("and is one", capital, true);
	}

	uint8_t meant[3];

	expect_number("у is typed for ұ and ү", alphabet_meant(alphabet_number(0x443, NULL), meant), 3);
	expect_number("л for itself", alphabet_meant(alphabet_number(0x43B, NULL), meant), 1);
}

static const struct {
	const char *reason, *word;
	unsigned least, most, seen;
	bool headword;
} known[] = {
	{"a word of every interface", "үшін", 100, 65535, 3, true},
	{"its slip is in the list from the web, and is taken out", "ушин", 0, 0, 0, false},
	{"the commonest slip", "кызмет", 0, 0, 0, false},
	{"a word that only the list has", "тұрғындарға", 0, 0, 3, false},
	{"no word", "ққққ", 0, 0, 0, false},
	{"one letter", "а", 0, 65535, 0, false},
};

static void finding(void **state)
{
	const struct lexicon *lex = lexicon_kazakh();

	(void)state;
	for (size_t i = 0; i < COUNT(known); i++) {
		struct letters word;
		struct lexicon_fact fact;

		assert_true(alphabet_word(str_of(known[i].word), &word));
		fact = lexicon_find(lex, &word);
		if (fact.count < known[i].least || fact.count > known[i].most)
			fail_msg("%s: counted %u", known[i].reason, fact.count);
		expect_number(known[i].reason, lexicon_count(lex, str_of(known[i].word)), fact.count);
		expect_number(known[i].reason, fact.seen, known[i].seen);
		expect_number(known[i].reason, fact.headword, known[i].headword);
	}
	expect_number("capitals do not matter", lexicon_count(lex, STR("ҮШІН")), lexicon_count(lex, STR("үшін")));
	expect_number("what is no word has no count", lexicon_count(lex, STR("үш-ін")), 0);
}

static float cost(const char *text)
{
	struct letters word;

	assert_true(alphabet_word(str_of(text), &word));
	return lexicon_cost(lexicon_kazakh(), &word);
}

static void costs(void **state)
{
	float sum = 0;

	(void)state;
	assert_true(cost("қызметкерлері") > cost("кызметкерлери") + 10);
	assert_true(cost("тұманшылау") > cost("туманшилау") + 5);
	assert_true(cost("үшін") < 0);
	assert_true(isfinite(cost("ъъъъщщщщ")));
	/* Chances of all that may come after the same letters make one, or a little less for what is never seen. */
	for (unsigned letter = 1; letter <= ALPHABET_END; letter++) {
		uint32_t group = ALPHABET_BEGIN << 6 | 1;

		if (letter != ALPHABET_BEGIN)
			sum += expf(lexicon_step(lexicon_kazakh(), &group, (uint8_t)letter));
	}
	assert_true(sum > 0.95F && sum < 1.01F);
}

static void layout(void **state)
{
	const struct lexicon *lex = lexicon_kazakh();
	size_t size = sizeof *lex + 8 * ((size_t)lex->word_slots + lex->group_slots);
	struct str bytes = {(const char *)(const void *)lex, size};
	struct lexicon other = *lex;

	(void)state;
	assert_true(lexicon_valid(bytes));
	assert_true((uintptr_t)lex % 8 == 0);
	assert_false(lexicon_valid(str_slice(bytes, 0, size - 1)));
	assert_false(lexicon_valid(str_slice(bytes, 0, 8)));
	other.version++;
	assert_false(lexicon_valid((struct str){(const char *)&other, sizeof other}));
	assert_true(lex->words > 200000 && lex->groups > 100000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spelling), cmocka_unit_test(alphabet), cmocka_unit_test(finding),
		cmocka_unit_test(costs),    cmocka_unit_test(layout),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
