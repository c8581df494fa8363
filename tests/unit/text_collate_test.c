/* The order of each language's alphabet, and the letters of the alphabetical list. */
#include "expect.h"

#include "text/collate.h"

enum { LONGEST_ALPHABET = 64 };

static struct collator *collator_of(const char *code)
{
	const char *error = NULL;
	struct collator *c = collator_new(language_by_code(str_of(code)), &error);

	if (!c)
		fail_msg("%s: %s", code, error);
	return c;
}

/* Each of the words, which a space parts, stands before the next. */
static void expect_order(const char *reason, const char *code, const char *words)
{
	struct arena a = ARENA_INIT;
	struct collator *c = collator_of(code);
	struct str rest = str_of(words), word, last = STR_NONE, key = STR_NONE;

	while (str_split(&rest, ' ', &word)) {
		struct str next = collate_key(c, word, &a);

		if (key.at && str_cmp(key, next) >= 0)
			fail_msg("%s: %.*s does not stand before %.*s", reason, STR_ARG(last), STR_ARG(word));
		key = next;
		last = word;
	}
	collator_free(c);
	arena_clear(&a);
}

static void alphabets(void **state)
{
	static const struct {
		const char *reason, *code, *words;
	} rows[] = {
		{"the Kazakh alphabet", "kk",
		 "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"},
		{"capitals, too", "kk",
		 "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я"},
		{"Kazakh letters part words that are else alike", "kk", "ана ару әже әке бала"},
		{"Ғ after all of Г", "kk", "гүл ғалым дала"},
		{"Қ after all of К", "kk", "күн қала лас"},
		{"Ң after Н within words", "kk", "жана жаңа жара"},
		{"Latin words follow Kazakh ones", "kk", "яғни eGov SMS"},
		{"the Russian alphabet", "ru", "а б в г д е ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"},
		{"Ё stands with Е", "ru", "ежи ёжик езда"},
		{"Ё after Е where nothing else differs", "ru", "все всё"},
		{"the English alphabet", "en", "a b c x y z"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_order(rows[i].reason, rows[i].code, rows[i].words);
}

static void marks_before_the_first_letter(void **state)
{
	struct arena a = ARENA_INIT;
	struct collator *c = collator_of("ru");
	struct str plain = collate_key(c, STR("Вам нет"), &a);

	(void)state;
	expect_bytes("guillemets", collate_key(c, STR("«Вам нет"), &a), plain);
	expect_bytes("quotes and spaces", collate_key(c, STR(" \"“ Вам нет"), &a), plain);
	expect_bytes("nothing but marks is kept", collate_key(c, STR("«»"), &a), collate_key(c, STR("«»"), &a));
	assert_true(str_cmp(collate_key(c, STR("1414"), &a), plain) < 0);
	assert_true(collate_key(c, STR(""), &a).len > 0);
	collator_free(c);
	collator_free(NULL);
	arena_clear(&a);
}

static void letters(void **state)
{
	static const struct {
		const char *reason, *text, *want;
	} rows[] = {
		{"a letter with a mark stands under the letter", "Éclair", "E"},
		{"a capital", "Камера", "К"},
		{"a small letter", "eGov", "E"},
		{"a Kazakh one", "қалай", "Қ"},
		{"і is the Kazakh letter", "іздеу", "І"},
		{"behind guillemets", "«Вам нет 18 лет»", "В"},
		{"behind an inverted mark and a space", "¿ qué", "Q"},
		{"a digit", "1414", "#"},
		{"a digit behind a mark", "«18»", "#"},
		{"marks only", "«…»", "#"},
		{"nothing", "", "#"},
		{"beyond the first plane", "\xF0\x90\x90\xA8", "\xF0\x90\x90\x80"},
		{"Ё stands under Е", "ёлка", "Е"},
		{"Й under itself", "йод", "Й"},
	};
	struct arena a = ARENA_INIT;
	struct collator *c = collator_of("ru");

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_text(rows[i].reason, collate_letter(c, str_of(rows[i].text), &a), rows[i].want);
	collator_free(c);
	arena_clear(&a);
}

/* A letter whose words the order mixes with another's must share its heading, or one of the two would stand twice. */
static void letters_that_are_mixed_share_a_heading(void **state)
{
	struct arena a = ARENA_INIT;
	struct collator *c = collator_of("ru"), *kazakh = collator_of("kk");

	(void)state;
	expect_order("Ё among the words in Е, in Russian", "ru", "ежи ёжик езда");
	expect_text("so there it has no heading", collate_letter(c, STR("ёжик"), &a), "Е");
	expect_order("behind them in Kazakh", "kk", "ежи езда ёжик");
	expect_text("so there it has one", collate_letter(kazakh, STR("ёжик"), &a), "Ё");
	collator_free(c);
	collator_free(kazakh);
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(alphabets),
		cmocka_unit_test(marks_before_the_first_letter),
		cmocka_unit_test(letters),
		cmocka_unit_test(letters_that_are_mixed_share_a_heading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
