/* The numbers of texts, comparable across languages. */
#include "expect.h"

#include "base/buf.h"
#include "text/number_word.h"
#include "text/numbers.h"

static const struct {
	const char *reason, *language, *text, *want; /* loose ones have a ~; times that a number may be are left out */
} rows[] = {
	{"nothing", "ru", "", ""},
	{"a number", "ru", "через 15 минут", "15"},
	{"thousands with a space", "ru", "5 000 тенге", "5000"},
	{"with a no-break space", "kk",
	 "5\xC2\xA0"
	 "000 теңге",
	 "5000"},
	{"with a narrow one", "ru",
	 "1\xE2\x80\xAF"
	 "250\xE2\x80\xAF"
	 "000",
	 "1250000"},
	{"with a comma in English", "en", "5,000 tenge", "5000"},
	{"which elsewhere may be a decimal", "ru", "5,000 тенге", "~5000 ~5"},
	{"so may a point anywhere", "en", "5.000", "~5000 ~5"},
	{"two commas leave no doubt", "kk", "1,250,000", "1250000"},
	{"two numbers that only stand side by side", "ru", "в 2024 100 человек", "2024 100"},
	{"not groups of three", "ru", "кабинет 5 20", "5 20"},
	{"a decimal comma", "kk", "3,5 МБ", "3.5"},
	{"a decimal point", "en", "3.50 MB", "3.5"},
	{"thousand as a word", "ru", "5 тыс. тенге", "5000"},
	{"and in Kazakh", "kk", "5 мың теңге", "5000"},
	{"and in English", "en", "1.5 million tenge", "1500000"},
	{"and of a decimal", "ru", "1,5 млн тенге", "1500000"},
	{"a range is two numbers", "ru", "10–15 дней", "10 15"},
	{"with a hyphen too", "kk", "10-15 күн", "10 15"},
	{"a telephone number", "ru", "+7 (7172) 74-14-14", "tel7172741414"},
	{"the same as it is dialled at home", "kk", "8 7172 741414", "tel7172741414"},
	{"and as the world has it", "en", "+77172741414", "tel7172741414"},
	{"a free one", "ru", "8-800-080-7777.", "tel8000807777"},
	{"without the first digit", "ru", "(7172) 74-14-14", "tel7172741414"},
	{"of another country", "en", "+44 20 7946 0958", "tel442079460958"},
	{"a short one", "kk", "1414 нөмірі", "1414"},
	{"a short one behind a long one", "ru", "8-800-080-7777, 1414", "tel8000807777 1414"},
	{"a local one", "ru", "74-14-14", "tel741414"},
	{"an identification number", "ru", "ИИН 000000000000", "000000000000"},
	{"a date in digits", "ru", "12.05.2024", "12 month 5 2024"},
	{"as machines write it", "kk", "2024-05-12", "12 month 5 2024"},
	{"in English", "en", "May 12, 2024", "month 5 12 2024"},
	{"in British English", "en", "12 May 2024", "12 month 5 2024"},
	{"in Russian", "ru", "12 мая 2024 года", "12 month 5 2024"},
	{"in Kazakh", "kk", "2024 жылғы 12 мамырда", "2024 12 month 5"},
	{"a short month", "en", "5 Dec", "5 month 12"},
	{"no month is its beginning", "ru", "5 деклараций", "5"},
	{"a month without a day", "ru", "в мае 2024", "~month 5 2024"},
	{"and in digits", "ru", "05.2024", "~month 5 2024"},
	{"days of one month", "ru", "с 1 по 15 мая", "1 15 month 5"},
	{"with the month first", "en", "May 1–15", "month 5 1 15"},
	{"with slashes, which month is not known", "en", "05/12/2024", "~month 5 ~month 12 ~5 ~12 2024"},
	{"a day behind an ordinal's ending", "kk", "12-ші мамыр", "~12 month 5"},
	{"may is a verb", "en", "you may wait", "~month 5"},
	{"an ordinal", "kk", "1-ші", "~1"},
	{"in English", "en", "on the 21st", "~21"},
	{"a door", "kk", "3-кіреберіс", "~3"},
	{"an ending of case", "kk", "1414-ке", "~1414"},
	{"an adjective", "ru", "15-минутный", "~15"},
	{"a name", "ru", "COVID-19, A4", "~19 ~4"},
	{"a version", "en", "version 2.0.1", "2.0.1"},
	{"a time", "ru", "с 9:00 до 18:30", "9:00 ~9 18:30"},
	{"a time in English", "en", "6 p.m. to 6:30 pm", "18:00 ~18 18:30"},
	{"midnight and noon", "en", "12 a.m., 12 p.m.", "0:00 ~0 12:00 ~12"},
	{"not a time of day", "en", "5 amounts", "5"},
	{"a Roman numeral", "ru", "XII век", "~12"},
	{"in Cyrillic letters", "kk", "ІІІ топ", "~3"},
	{"code is not there", "ru", "\xEF\xBF\xBC 5", "5"},
	{"brackets", "ru", "(24 часа)", "24"},
	{"a sign before it", "ru", "№ 5, +15 °", "5 15"},
	{"a leading zero", "ru", "05", "5"},
	{"of a code", "ru", "0101", "0101"},
	{"too many digits are a string", "en", "1234567890123456789012345678901234567890",
	 "1234567890123456789012345678901234567890"},
	{"the end of a text after a sign", "ru", "5.", "5"},
};

static void reading(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		number_list list = {0};
		struct buf got = BUF_INIT;

		numbers_of(str_of(rows[i].text), str_of(rows[i].language), &a, &list);
		for (size_t k = 0; k < list.len; k++) {
			const struct number *n = &list.at[k];

			if (n->from == n->to || (n->loose && str_find_byte(n->key, ':') != SIZE_MAX))
				continue;
			buf_addf(&got, "%s%s%.*s", got.len ? " " : "", n->loose ? "~" : "", STR_ARG(n->key));
		}
		expect_text(rows[i].text, buf_str(&got), rows[i].want);
		buf_clear(&got);
		vec_clear(&list);
	}
	arena_clear(&a);
}

static bool excuses(const char *text, const char *language, const char *key, struct arena *a)
{
	number_list list = {0};
	bool found = false;

	numbers_of(str_of(text), str_of(language), a, &list);
	for (size_t k = 0; k < list.len; k++)
		found |= str_eq(list.at[k].key, str_of(key)) && list.at[k].loose;
	vec_clear(&list);
	return found;
}

static void excuse(void **state)
{
	static const struct {
		const char *text, *language, *key;
		bool want;
	} words[] = {
		{"Восемнадцать лет", "ru", "18", true}, {"он сегіз жас", "kk", "18", true},
		{"eighteen years", "en", "18", true},	{"трёх шагов", "ru", "3", true},
		{"круглосуточно", "ru", "24", true},	{"a week", "en", "7", true},
		{"9.00", "ru", "9:00", true},		{"9", "ru", "9:00", true},
		{"25", "ru", "25:00", false},		{"двадцать", "ru", "21", false},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++)
		expect_number(words[i].text, excuses(words[i].text, words[i].language, words[i].key, &a),
			      words[i].want);
	arena_clear(&a);
}

static void roman(void **state)
{
	static const struct {
		const char *word;
		unsigned want;
	} words[] = {
		{"I", 1},
		{"IV", 4},
		{"XIX", 19},
		{"MCMXCIX", 1999},
		{"ХХІ", 21},
		{"ХУІІ", 17},
		{"IIII", 0},
		{"VV", 0},
		{"СМС", 0},
		{"IC", 0},
		{"ИИН", 0},
		{"", 0},
		{"xii", 0},
		{"XIIX", 0},
		{"VX", 0},
		{"ІІ", 2},
		{"Х", 10},
		{"MMMM", 0},
		{"IXI", 0},
		{"MMMDCCCLXXXVIII", 3888},
		{"MMMDCCCLXXXVIIII", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++)
		expect_number(words[i].word, number_word_roman(str_of(words[i].word)), words[i].want);
}

static const struct {
	const char *value, *names[3];
} values[] = {
#define NUMBER_WORDS(value, en, ru, kk) {value, {en, ru, kk}},
#include "text/number_words.def"
#undef NUMBER_WORDS
};

static const struct {
	unsigned month;
	const char *names[2];
} months[] = {
#define MONTH(number, stems, whole) {number, {stems, whole}},
#include "text/months.def"
#undef MONTH
};

static void see(void *ctx, const char *value)
{
	const char **wanted = ctx;

	if (*wanted && strcmp(*wanted, value) == 0)
		*wanted = NULL;
}

static void expect_excused(struct str word, const char *language, const char *value)
{
	const char *wanted = value;

	number_word_values(word, str_of(language), see, &wanted);
	if (wanted)
		fail_msg("%.*s is no %s", STR_ARG(word), value);
}

/* Words are sorted out by their first two letters: each name of the tables must come through. */
static void every_name(void **state)
{
	static const char *const languages[] = {"en", "ru", "kk"};

	(void)state;
	for (size_t i = 0; i < COUNT(values); i++)
		for (size_t l = 0; l < COUNT(languages); l++) {
			struct str rest = str_of(values[i].names[l]), name;

			while (str_split(&rest, ' ', &name))
				if (name.len)
					expect_excused(name, languages[l], values[i].value);
		}
	for (size_t i = 0; i < COUNT(months); i++)
		for (size_t k = 0; k < 2; k++) {
			struct str rest = str_of(months[i].names[k]), name;

			while (str_split(&rest, ' ', &name))
				if (number_word_month(name) != months[i].month)
					fail_msg("%.*s is no month %u", STR_ARG(name), months[i].month);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_name),
		cmocka_unit_test(reading),
		cmocka_unit_test(excuse),
		cmocka_unit_test(roman),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
