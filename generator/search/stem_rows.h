/*
 * stem_rows.h - the rows of stems.def as a table, in their order.
 */
#ifndef KOMEK_SEARCH_STEM_ROWS_H
#define KOMEK_SEARCH_STEM_ROWS_H

#include <stddef.h>
#include <stdint.h>

enum stem_sort {
	STEM_FOLD,
	STEM_SOFT,
	STEM_HARD,
	STEM_SHORT,
	STEM_LANGUAGE,
	STEM_SOUND,
	STEM_ENDING,
	STEM_STRICT,
	STEM_LOOSE
};

/* What the letter before an ending may have to be; 0: anything. */
enum { STEM_SOUNDS = 9 };

/* The texts of a row, as stems.def has them; a row of STEM_LANGUAGE has them in this order, as the sets of its letters. */
enum { STEM_VOWELS, STEM_SECOND, STEM_BACK, STEM_FRONT, STEM_TEXTS };

struct stem_row {
	enum stem_sort sort;
	uint8_t language; /* enum stem_language */
	uint8_t sound;
	uint16_t from, to; /* kinds of word, as bits; of a language its roots and ends */
	const char *texts
		[STEM_TEXTS]; /* endings: after back vowels, after front ones ("": the same), with spaces between */
};

/* The first of the rows, and their number. */
const struct stem_row *stem_rows(size_t *count);

#endif
