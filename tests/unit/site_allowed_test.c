/* Words that are right in one text or on the whole site: which ones, and that asking for one notes that it was needed. */
#include "site_fixture.h"

static const struct article *text(const struct fixture *f, const char *key, size_t language)
{
	return entry(f, key)->texts[language];
}

static void expect(const char *reason, bool got, bool want)
{
	if (got != want)
		fail_msg("%s: got %d", reason, got);
}

static void allowed(void **state)
{
	static const struct {
		const char *reason, *word;
		bool in_text, in_other, in_english; /* pay/a.ru.md, pay/b.ru.md, pay/a.en.md */
	} rows[] = {
		{"as written in the text", "көшір", true, false, false},
		{"with a capital", "Көшір", true, false, false},
		{"its other forms are other words", "көшіру", false, false, false},
		{"all in capitals is not meant", "КӨШІР", false, false, false},
		{"a name", "Kaspi", true, false, false},
		{"a name does not allow the small word", "kaspi", false, false, false},
		{"on the whole site", "каспий", true, true, false},
		{"on the whole site, with a capital", "Каспий", true, true, false},
		{"behind a space and before a comment", "пэй", true, true, false},
		{"the last line has no end", "соңғы", true, true, false},
		{"a comment is no word", "названия", false, false, false},
		{"another language has its own", "teh", false, false, true},
		{"a letter outside the BMP",
		 "\xF0\x90\x90\xA8"
		 "a",
		 true, true, false},
		{"nothing", "", false, false, false},
	};
	struct fixture *f = *state;

	put(f, "site.yaml", "name: {ru: a, en: b}\nlanguages: [ru, en]\nsource: ru\n");
	put(f, "words.ru.txt",
	    "\xEF\xBB\xBF# названия\r\nкаспий\r\n\r\n  пэй # и так\r\n\xF0\x90\x90\xA8"
	    "a\nсоңғы");
	put(f, "words.en.txt", "teh\n");
	question(f, "pay/a.ru.md", "allow: [көшір, Kaspi]\n", "a\n");
	question(f, "pay/b.ru.md", "", "a\n");
	question(f, "pay/a.en.md", "", "a\n");
	load(f);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str word = str_of(rows[i].word);

		expect(rows[i].reason, site_allows(f->site, text(f, "pay/a", 0), word), rows[i].in_text);
		expect(rows[i].reason, site_allows(f->site, text(f, "pay/b", 0), word), rows[i].in_other);
		expect(rows[i].reason, site_allows(f->site, text(f, "pay/a", 1), word), rows[i].in_english);
		expect(rows[i].reason, site_allows_in(f->site, 0, word), rows[i].in_other);
	}
}

static void use_is_noted(void **state)
{
	struct fixture *f = *state;
	const struct front_matter *front;

	put(f, "site.yaml", "name: {ru: a}\nlanguages: [ru]\nsource: ru\n");
	question(f, "pay/a.ru.md", "allow: [бір, екі, үш]\n", "a\n");
	load(f);
	front = &text(f, "pay/a", 0)->front;
	assert_int_equal(front->allow_count, 3);
	assert_true(site_allows(f->site, text(f, "pay/a", 0), STR("Екі")));
	assert_false(site_allows(f->site, text(f, "pay/a", 0), STR("төрт")));
	assert_false(front->allow[0].used);
	assert_true(front->allow[1].used);
	assert_false(front->allow[2].used);
}

static void one_word(void **state)
{
	static const struct {
		const char *reason, *text;
		bool word;
	} rows[] = {
		{"a word", "сөз", true},       {"with a hyphen", "Kaspi-ден", true},
		{"a space", "екі сөз", false}, {"a no-break space", "екі\xC2\xA0сөз", false},
		{"a tab", "екі\tсөз", false},  {"a thin space", "екі\xE2\x80\x89сөз", false},
		{"empty", "", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect(rows[i].reason, allowed_is_word(str_of(rows[i].text)), rows[i].word);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(allowed),
		TEST(use_is_noted),
		cmocka_unit_test(one_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
