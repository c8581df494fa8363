/*
 * numbers.h - the numbers of a text, each in a form that is the same in every language: "5 000", "5,000" and "5 мың" are
 * 5000; "3,5" and "3.5" are 3.5; +7 (7172) 74-14-14 and 8 7172 741414 are one telephone number; 12.05.2024, May 12, 2024
 * and 2024 жылғы 12 мамыр are a day, a month and a year.
 *
 *	number_list numbers = {0};
 *	numbers_of(text, STR("kk"), &arena, &numbers);
 *	vec_clear(&numbers);
 *
 * A loose number is one that may as well be left out or be written otherwise: an ordinal (1-ші, 1st), a number word, a
 * Roman numeral, a number in a name (COVID-19). It answers to a number of another text but asks for none.
 */
#ifndef KOMEK_TEXT_NUMBERS_H
#define KOMEK_TEXT_NUMBERS_H

#include "base/arena.h"
#include "base/vec.h"

struct number {
	struct str key;	 /* comparable: equal bytes are the same number */
	size_t from, to; /* bytes of the text; of a number word both its beginning */
	bool loose;
	bool ordinal; /* loose for no more than its ending: "22-бап", where another language writes 22 */
};

typedef VEC(struct number) number_list;

/* Adds the numbers of a text (UTF-8) in the language "kk", "ru" or "en"; keys live in the arena. */
void numbers_of(struct str text, struct str language, struct arena *a, number_list *out);

#endif
