/* Words made comparable. */
#include "expect.h"

#include "text/fold.h"

#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

static const struct {
	const char *reason;
	struct str text;
	const char *want;
} rows[] = {
	{"nothing", S(""), ""},
	{"no text", {NULL, 0}, ""},
	{"ASCII", S("eGov.KZ 1414"), "egov.kz 1414"},
	{"Russian", S("ЭЦП Қайда"), "эцп қайда"},
	{"ё is written as е", S("ёлка ещё"), "елка еще"},
	{"and so is Ё", S("ЁЛКА"), "елка"},
	{"ё of two code points", S("е\xCC\x88лка"), "елка"},
	{"Ё of two code points", S("Е\xCC\x88ЛКА"), "елка"},
	{"й of two code points is one letter", S("и\xCC\x86од"), "йод"},
	{"Й of two code points", S("И\xCC\x86ОД"), "йод"},
	{"every Kazakh letter stays itself", S("әғқңөұүһі"), "әғқңөұүһі"},
	{"and its capital is it", S("ӘҒҚҢӨҰҮҺІ"), "әғқңөұүһі"},
	{"ә is no а, қ no к", S("Қазақ"), "қазақ"},
	{"ї of Ukrainian is no і", S("Її"), "її"},
	{"sharp s", S("Straße"), "strasse"},
	{"final sigma", S("ΣΟΦΟΣ"), "σοφοσ"},
	{"the Turkish capital İ keeps its dot as a mark", S("İstanbul"), "i\xCC\x87stanbul"},
	{"the Turkish small ı is another letter", S("ışık I"), "ışık i"},
	{"a ligature", S("ﬁ"), "fi"},
	{"é of two code points", S("cafe\xCC\x81"), "café"},
	{"the sign of the angstrom is Å", S("\xE2\x84\xAB"), "å"},
	{"beyond the first plane", S("\xF0\x90\x90\x80"), "\xF0\x90\x90\xA8"},
	{"no other white space, no other signs change", S(" a\xC2\xA0—«b» \t"), " a\xC2\xA0—«b» \t"},
	{"a lone byte", S("a\xFFz"), "a\xEF\xBF\xBDz"},
	{"a lone continuation", S("\x80Z"), "\xEF\xBF\xBDz"},
	{"a letter that breaks off", S("Қ\xD2"), "қ\xEF\xBF\xBD"},
	{"the longest expansion of normal form C", S("\xEF\xAC\xAC"), "\xD7\xA9\xD6\xBC\xD7\x81"},
	{"a letter that folds to three, two of which compose", S("\xE1\xBE\xB7"), "\xE1\xBE\xB6ι"},
	{"a letter without a capital of its own", S("\xCE\x90"), "\xCE\x90"},
	{"and the capital of two code points", S("\xCE\xAA\xCC\x81"), "\xCE\x90"},
};

static void folding(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str once = fold_text(rows[i].text, &a);

		expect_text(rows[i].reason, once, rows[i].want);
		expect_text("folding twice changes nothing more", fold_text(once, &a), rows[i].want);
	}
	expect_bytes("a NUL is a letter like others", fold_text(STR("A\0B"), &a), STR("a\0b"));
	arena_clear(&a);
}

static void folded_text_is_normal(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, fold_is_nfc(fold_text(rows[i].text, &a)), true);
	arena_clear(&a);
}

/* A long text of letters that grow: nothing is cut. */
static void long_texts(void **state)
{
	enum { LETTERS = 20000 };
	struct arena a = ARENA_INIT;
	static char bytes[LETTERS * 3];
	struct str folded;

	(void)state;
	for (size_t i = 0; i < LETTERS; i++)
		memcpy(bytes + i * 3, "\xEF\xAC\xAC", 3);
	folded = fold_text((struct str){bytes, sizeof bytes}, &a);
	expect_number("each letter becomes three of two bytes", folded.len, LETTERS * 6);
	expect_text("the last is whole", str_from(folded, folded.len - 6), "\xD7\xA9\xD6\xBC\xD7\x81");
	arena_clear(&a);
}

static void normal_form(void **state)
{
	static const struct {
		const char *reason;
		struct str text;
		bool want;
	} table[] = {
		{"nothing", S(""), true},
		{"no text", {NULL, 0}, true},
		{"ASCII", S("abc"), true},
		{"Kazakh", S("Әңгіме ёж й"), true},
		{"й of two code points", S("и\xCC\x86"), false},
		{"ё of two code points", S("е\xCC\x88"), false},
		{"a mark that composes with nothing", S("қ\xCC\x81"), true},
		{"marks in the wrong order", S("a\xCC\x81\xCC\xA3"), false},
		{"the sign of the ohm", S("\xE2\x84\xA6"), false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		expect_number(table[i].reason, fold_is_nfc(table[i].text), table[i].want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folding),
		cmocka_unit_test(folded_text_is_normal),
		cmocka_unit_test(long_texts),
		cmocka_unit_test(normal_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
