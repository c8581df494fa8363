/*
 * latin_word.h - a word of Latin letters alone that may have been meant as a Cyrillic one: "cop" on a keyboard
 * that was left in English looks like the Cyrillic "сор".
 */
#ifndef KOMEK_LETTERS_LATIN_WORD_H
#define KOMEK_LETTERS_LATIN_WORD_H

#include "letters/word.h"

/* The letters of one line, counted once for all its words. Begins as {0}; one for each text. */
struct latin_line {
	size_t from, to; /* in code points; to = 0: nothing was counted yet */
	size_t latin, cyrillic;
	size_t first_cyrillic; /* SIZE_MAX: there is none */
};

/*
 * Judges the word of code points from `from` up to `to`, all of them Latin or Greek letters. `is_special`: some are not those of
 * English, so that the word need not stand among Cyrillic ones. True: it was meant in Cyrillic letters, and *out says so, with a
 * repair in the judge's arena. `line` remembers the counts of the line that was asked for last.
 */
bool latin_word_judge(const struct judge *j, const struct point_text *t, struct latin_line *line, size_t from,
		      size_t to, bool is_special, struct finding *out);

#endif
