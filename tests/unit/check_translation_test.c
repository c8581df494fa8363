/* A translation against its source, and the notes on style: one text or two, and what is told. */
#include "check_fixture.h"

struct row {
	const char *reason, *source, *translation, *want; /* "LINE:COLUMN MESSAGE repair" each, of pay/a.kk.md */
};

static void check_rows(struct fixture *f, const struct row *rows, size_t count)
{
	size_t bad = 0;

	put(f, "site.yaml", "languages: [kk, ru, en]\nsource: ru\n");
	put(f, "glossary.yaml",
	    "terms:\n"
	    "  - {kk: ЖСН, ru: ИИН, avoid: {kk: [ИИН], ru: [ЖСН, личная страница]}}\n"
	    "  - {ru: eGov mobile, avoid: {ru: [eGov]}}\n"
	    "  - {ru: личный номер, avoid: {ru: [номер]}}\n");
	for (size_t i = 0; i < count; i++) {
		struct buf got = BUF_INIT, own = BUF_INIT;
		struct str rest, line;
		struct str name = rows[i].translation ? STR("pay/a.kk.md:") : STR("pay/a.ru.md:");

		put(f, "pay/_index.ru.md", "---\ntitle: a\n---\nb\n");
		put(f, "pay/a.ru.md", arena_printf(&f->arena, "---\ntitle: a\n---\n%s", rows[i].source).at);
		if (rows[i].translation)
			put(f, "pay/a.kk.md",
			    arena_printf(&f->arena, "---\ntitle: ә\n---\n%s", rows[i].translation).at);
		load(f);
		check_with(f, f->jobs);
		diags_sort(&f->dg);
		told(f, &got);
		for (rest = buf_str(&got); str_split(&rest, '\n', &line) && line.len;) {
			buf_add(&own, str_starts(line, name) ? str_from(line, name.len) : line);
			buf_add_byte(&own, '\n');
		}
		bad += row_differs(rows[i].reason, rows[i].source, buf_str(&own), rows[i].want);
		buf_clear(&got);
		buf_clear(&own);
	}
	assert_int_equal(bad, 0);
}

static void numbers(void **state)
{
	static const struct row rows[] = {
		{"the same", "15 минут\n", "15 минут\n", ""},
		{"another", "15 минут\n", "51 минут\n", "4:1 TRANSLATION_NUMBER_OTHER\n"},
		{"a small one", "3 дня\n", "5 күн\n", "4:1 TRANSLATION_NUMBER_OTHER\n"},
		{"a small one as a word", "3 дня\n", "үш күн\n", ""},
		{"and the other way", "три дня\n", "3 күн\n", ""},
		{"one that nothing says", "18 лет\n", "балалар\n", "2:8 TRANSLATION_NUMBER_LACKS\n"},
		{"one too many", "дети\n", "18 жас\n", "4:1 TRANSLATION_NUMBER_EXTRA\n"},
		{"1 and 2 come and go", "1 раз\n", "сөз\n", ""},
		{"said twice in one language", "Телефон 1414. Он закрыт.\n", "1414 нөмірі. 1414 жабық.\n", ""},
		{"swapped where both stand elsewhere", "5 и 7\n\n5\n", "5 пен 7\n\n7\n",
		 "6:1 TRANSLATION_NUMBER_OTHER\n"},
		{"in another order", "за 15 минут до 18:30\n", "18:30-ға 15 минут қалғанда\n", ""},
		{"a case ending", "на 1414\n", "1414-ке\n", ""},
		{"a wrong number with a case ending", "на 1414\n", "1441-ке\n", "4:1 TRANSLATION_NUMBER_OTHER\n"},
		{"an article of a law", "пункт 1 статьи 22\n", "22-баптың 1-тармағы\n", ""},
		{"a wrong one", "пункт 1 статьи 22\n", "22-баптың 4-тармағы\n", "4:11 TRANSLATION_NUMBER_OTHER\n"},
		{"words that answer each other excuse nothing", "четыре, меньше 1 рубля\n", "төрт, 4 теңгеден аз\n",
		 "4:7 TRANSLATION_NUMBER_OTHER\n"},
		{"words and digits in turn", "четыре, 1 рубль\n", "4, бір теңге\n", ""},
		{"ordinals of another kind", "15-минутный звонок\n", "24-бап\n", ""},
		{"steps have numbers of their own", "1. a\n2. b\n", "3. a\n4. b\n", ""},
		{"code is not read", "`15`\n", "`51`\n", ""},
		{"an amount in words", "5 000 тенге\n", "5 мың теңге\n", ""},
		{"a telephone number", "+7 7172 74-14-14\n", "8 (7172) 741415\n", "4:1 TRANSLATION_NUMBER_OTHER\n"},
		{"a day", "15.05.2024\n", "2024 жылғы 16 мамыр\n", "4:12 TRANSLATION_NUMBER_OTHER\n"},
		{"a month", "12.05.2024\n", "2024 жылғы 12 маусым\n", "4:15 TRANSLATION_NUMBER_OTHER\n"},
		{"a century", "XX век\n", "20-ғасыр\n", ""},
		{"paragraphs that do not fit", "3 дня\n\nб\n", "3 күн\n", ""},
		{"nor their numbers", "15 дней\n\nб\n", "16 күн\n",
		 "2:8 TRANSLATION_NUMBER_LACKS\n4:1 TRANSLATION_NUMBER_EXTRA\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

static void parts(void **state)
{
	static const struct row rows[] = {
		{"a step of a list in a list", "1. a\n   1. b\n   2. c\n", "1. a\n   1. b\n",
		 "5:4 TRANSLATION_STEPS\n"},
		{"points are not steps", "- a\n- b\n", "- a\n", ""},
		{"a list behind a quote's marker", "> 1. a\n> 2. b\n", "> 1. a\n", "4:3 TRANSLATION_STEPS\n"},
		{"an entry by any of its addresses", "[a](a.ru.md) [c](_index.ru.md)\n", "[c](../pay/) [a](a.md)\n",
		 ""},
		{"a dead link says enough", "[a](a.ru.md)\n", "[a](zzzzzz.pdf)\n", "4:5 LINK_DEAD\n"},
		{"www and a language in a site's name", "[a](https://www.ru.a.kz/ru)\n", "[a](https://kk.a.kz/kk)\n",
		 ""},
		{"a name that only begins so", "[a](https://ru.kz/)\n", "[a](https://kk.kz/)\n",
		 "4:5 TRANSLATION_LINK_OTHER\n"},
		{"a mail address in other letters", "[a](mailto:A@b.kz)\n", "[a](mailto:a@B.kz?subject=x)\n", ""},
		{"another mail address", "[a](mailto:a@b.kz)\n", "[a](mailto:c@b.kz)\n",
		 "4:5 TRANSLATION_LINK_OTHER\n"},
		{"a part of the page", "## a\n\n[a](#part-1)\n", "## a\n\na\n", "2:8 TRANSLATION_LINK_LACKS\n"},
		{"twice and once", "[a](https://a.kz/) [b](https://a.kz/)\n", "[a](https://a.kz/)\n",
		 "2:8 TRANSLATION_LINK_LACKS\n"},
		{"too short to be sure", "Нажмите кнопку.\n", "Нажмите кнопку.\n", ""},
		{"long enough", "Нажмите красную кнопку слева внизу.\n", "Нажмите  красную\nкнопку слева внизу.\n",
		 "4:1 UNTRANSLATED\n"},
		{"in another place", "а\n\nНажмите красную кнопку слева внизу.\n",
		 "нажмите красную кнопку слева внизу.\n\nб\n", "4:1 UNTRANSLATED\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

static void style(void **state)
{
	static const struct row rows[] = {
		{"a term", "ИИН и eGov mobile\n", NULL, ""},
		{"in another place of its own", "ЖСН\n", NULL, "4:1 TERM_AVOIDED ИИН\n"},
		{"with a hyphen", "ЖСН-а\n", NULL, "4:1 TERM_AVOIDED\n"},
		{"with an ending", "На личной странице.\n", NULL, "4:4 TERM_AVOIDED\n"},
		{"over a line's end", "Есть личная\nстраница.\n", NULL, "4:6 TERM_AVOIDED ИИН\n"},
		{"a sign between the words", "личная, страница\n", NULL, ""},
		{"other capitals", "EGov mobile\n", NULL, "4:1 TERM_CAPITALS eGov mobile\n"},
		{"of a part that is avoided", "EGOV\n", NULL, "4:1 TERM_AVOIDED eGov mobile\n"},
		{"an address", "egov.kz и a@egov.kz\n", NULL, ""},
		{"code", "`ЖСН`\n", NULL, ""},
		{"what is avoided inside a term", "личный номер, личному номеру\n", NULL, ""},
		{"and alone", "о номере\n", NULL, "4:3 TERM_AVOIDED\n"},
		{"a word that begins so", "номерной\n", NULL, "4:1 TERM_AVOIDED\n"},
		{"a longer one", "номенклатура\n", NULL, ""},
		{"quotes", "он \"да\" и \"нет\"\n", NULL, "4:4 QUOTES «да»\n4:11 QUOTES «нет»\n"},
		{"one alone", "15\" и \"a\n", NULL, ""},
		{"inside others", "«он \"да\"»\n", NULL, ""},
		{"a hyphen", "слово - дело\n", NULL, "4:7 DASH —\n"},
		{"a dash", "слово — дело, слово – дело, кое-кто\n", NULL, ""},
		{"at the edge", "- слово\n- дело\n", NULL, ""},
		{"numbers and letters", "5 - 10, a - b\n", NULL, ""},
		{"beside code", "слово - `a`\n", NULL, ""},
		{"Cyrillic numerals", "ХХІ и ІІ, Х век\n", NULL,
		 "4:1 ROMAN_NUMERAL XXI\n4:7 ROMAN_NUMERAL II\n4:11 ROMAN_NUMERAL X\n"},
		{"not sure", "СМС, ХХ, І, С разделом, Х\n", NULL, ""},
		{"both alphabets are another check's", "ХІV и XXІ век\n", NULL,
		 "4:1 LETTER_CYRILLIC XIV\n4:7 LETTER_CYRILLIC XXI\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {TEST(numbers), TEST(parts), TEST(style)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
