/*
 * stand_ins.h - which letters are taken for which: Latin and Greek ones for Cyrillic, those of other alphabets for Kazakh
 * ones, letters with marks, digits. The rows are stand_ins.def.
 */
#ifndef KOMEK_LETTERS_STAND_INS_H
#define KOMEK_LETTERS_STAND_INS_H

#include <stdbool.h>
#include <stdint.h>

enum stand_in_sort {
	STAND_IN_NONE,
	STAND_IN_EXACT, /* a Latin or Greek letter of the same shape */
	STAND_IN_NEAR,	/* one that is only like it */
	STAND_IN_WRONG, /* a Cyrillic letter of another alphabet */
};

/* What a letter can stand for: UTF-8, the likeliest letter first. */
struct stand_in {
	enum stand_in_sort sort;
	const char *letters; /* NULL where sort is STAND_IN_NONE */
};

/* What a Latin, Greek or Cyrillic letter can stand for. */
struct stand_in stand_in_of(uint32_t point);

/* The letter that base and mark imitate, in the base's case; 0: none that is known. */
uint32_t stand_in_marked(uint32_t base, uint32_t mark);

/*
 * What a digit inside a word can stand for, UTF-8 in small letters, the likeliest first: letters of its shape, and the
 * letters that the Kazakh keyboard has on its key. NULL: nothing.
 */
const char *stand_in_digit(uint32_t digit);

#endif
