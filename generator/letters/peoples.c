#include "letters/peoples.h"

#include "base/utf8.h"
#include "letters/points.h"

/* An alphabet, and those of its letters that show it. Source: the languages' rules of spelling. */
static const struct people {
	const char *alphabet, *telling;
	bool behind_vowel; /* the telling letters stand only there, or at the beginning */
} peoples[] = {
	{"абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "ї", true},	 /* Ukrainian */
	{"абвгдеёжзійклмнопрстуўфхцчшыьэюя", "ў", true},	 /* Belarusian */
	{"абвгдђежзијклљмнњопрстћуфхцчџш", "ђљџ", false},	 /* Serbian */
	{"абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ", "ҳ", false},	 /* Uzbek */
	{"абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя", "ӣҷҳ", false},	 /* Tajik */
	{"аәбвгдеёжҗзийклмнңоөпрстуүфхһцчшщъыьэюя", "җ", false}, /* Tatar */
};

static bool has_letter(struct str alphabet, uint32_t letter)
{
	uint32_t point;

	for (size_t at = 0; at < alphabet.len;) {
		at += utf8_decode(alphabet, at, &point);
		if (point == letter)
			return true;
	}
	return false;
}

/* Every letter is in the alphabet, one at least tells, and those that tell stand where they may. */
static bool is_of(const struct people *p, const uint32_t *point, size_t n)
{
	bool told = false;

	for (size_t i = 0; i < n; i++) {
		uint32_t letter = points_lower(point[i]);

		if (!has_letter(str_of(p->alphabet), letter))
			return false;
		if (!has_letter(str_of(p->telling), letter))
			continue;
		if (p->behind_vowel && i > 0 && !has_letter(STR("аеёиіоуыэюя"), points_lower(point[i - 1])))
			return false;
		told = true;
	}
	return told;
}

bool peoples_word(const uint32_t *point, size_t n)
{
	for (size_t i = 0; n > 1 && i < sizeof peoples / sizeof *peoples; i++)
		if (is_of(&peoples[i], point, n))
			return true;
	return false;
}
