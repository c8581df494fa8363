/*
 * number_word.h - what words say of numbers: "twenty", "мың", "мая", "XII". Tables: number_words.def, months.def.
 */
#ifndef KOMEK_TEXT_NUMBER_WORD_H
#define KOMEK_TEXT_NUMBER_WORD_H

#include "base/arena.h"

/* Gives each number that a word of a language ("en", "ru", "kk") may stand for: "один" 1, "недели" 7; too many rather than too few.
 * word is folded (fold_text). */
void number_word_values(struct str word, struct str language, void (*see)(void *ctx, const char *value), void *ctx);

/* 1 to 12 for the name of a month in any language, else 0. word is folded. */
unsigned number_word_month(struct str word);

/* How many zeros a word behind a number adds (тыс., мың, million): 3, 6, 9, 12; else 0. word is folded. */
unsigned number_word_zeros(struct str word);

/*
 * The value of a Roman numeral in its one right form, written in Latin capitals or in Cyrillic ones that look like them
 * (І Х С М, У for V); else 0. At most 3999.
 */
unsigned number_word_roman(struct str word);

/* A value from 1 to 3999 as a Roman numeral in Latin letters, in the arena. */
struct str number_word_roman_of(unsigned value, struct arena *a);

#endif
