/*
 * roman.c - Roman numerals typed with Cyrillic capitals that look like them: ХІІ, "Х ғасыр". A word that mixes the two
 * alphabets is an error of letters and told as one; here all letters are Cyrillic.
 */
#include "base/utf8.h"
#include "check/reading.h"
#include "text/fold.h"
#include "text/number_word.h"

/* What people number with Roman numerals: beginnings, folded. */
static const char *const counted[] = {
	/* Kazakh */
	"ғасыр", "тоқсан", "бөлім", "тарау", "топ", "санат", "дәреже", "кезең", "сынып", "жартыжылдық", "мыңжылдық",
	"қосымша",
	/* Russian */
	"век", "столет", "тысячелет", "квартал", "глав", "раздел", "групп", "категор", "степен", "этап", "класс",
	"полугод", "съезд", "приложени", NULL};

/* Which of the letters a word is made of. */
struct letters {
	size_t i, x, other, all;
};

static struct letters count(struct str word)
{
	struct letters l = {0};
	uint32_t point;

	for (size_t at = 0; at < word.len; l.all++) {
		at += utf8_decode(word, at, &point);
		l.i += point == 0x406; /* І */
		l.x += point == 0x425; /* Х */
		l.other += point != 0x406 && point != 0x425;
		if (point < 0x80)
			return (struct letters){0};
	}
	return l;
}

/* The end of the space or hyphen at byte `at`; `at` where there is neither. */
static size_t behind_gap(struct str text, size_t at)
{
	uint32_t point = 0;
	size_t n = at < text.len ? utf8_decode(text, at, &point) : 0;

	return point == ' ' || point == 0xA0 || point == '\n' || point == '-' || point == 0x2011 || point == 0x2013
		       ? at + n
		       : at;
}

/* Is a thing that is counted named behind byte `at`, perhaps behind one more numeral (Х-ХІ ғасыр)? */
static bool counts(struct str text, size_t at, struct arena *a)
{
	for (unsigned numerals = 0; numerals < 2; numerals++) {
		size_t from = behind_gap(text, at);
		struct str word = str_slice(text, from, reading_letters(text, from)), folded = fold_text(word, a);

		if (from == at)
			return false;
		for (size_t i = 0; counted[i]; i++)
			if (str_starts(folded, str_of(counted[i])))
				return true;
		if (!number_word_roman(word))
			return false;
		at = from + word.len;
	}
	return false;
}

/*
 * І alone is no word in either language, so І with other І and Х says enough. ХХ may be a blank to be filled in; С and У alone are Russian
 * words: those want a thing that is counted.
 */
static bool is_numeral(struct str text, size_t from, size_t to, bool kazakh, struct arena *a)
{
	struct str word = str_slice(text, from, to);
	struct letters l = count(word);

	if (!l.all || !number_word_roman(word))
		return false;
	if (l.i && l.all >= 2 && !l.other)
		return true;
	return (l.all >= 2 || !l.other || (kazakh && str_eq(word, STR("У")))) && counts(text, to, a);
}

static void see(const struct check_context *c, const struct passage *p, void *ctx)
{
	struct str text = p->text, code = site_language(c->site, p->language)->code;
	uint32_t point;

	(void)ctx;
	if (str_eq(code, STR("en")))
		return;
	for (size_t at = 0; at < text.len;) {
		size_t to = reading_letters(text, at);
		struct str word = str_slice(text, at, to);

		if (is_numeral(text, at, to, str_eq(code, STR("kk")), c->scratch))
			reading_report(c, RULE_ROMAN_NUMERAL, p, at, to,
				       number_word_roman_of(number_word_roman(word), c->scratch),
				       MSG(ROMAN_NUMERAL, word));
		at = to > at ? to : at + utf8_decode(text, at, &point);
	}
}

static void each_article(const struct check_context *c, const struct article *a)
{
	reading_prose(c, a, see, NULL);
}

static void whole_site(const struct check_context *c)
{
	reading_prose(c, NULL, see, NULL);
}

const struct check check_roman = {.each_article = each_article, .whole_site = whole_site};
