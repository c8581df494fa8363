/*
 * odd_word.h - a word while it is judged; for the files of word.h.
 */
#ifndef KOMEK_LETTERS_ODD_WORD_H
#define KOMEK_LETTERS_ODD_WORD_H

#include "letters/word.h"

struct odd_word {
	uint32_t point[WORD_MOST]; /* as repaired so far */
	size_t n;
	unsigned classes; /* of all code points as they were written */
	size_t cyrillic, latin, digits;
	bool starts_sentence;
	bool before_stop; /* a full stop stands behind it */
	bool found;
	enum finding_kind kind;
	uint32_t wrong, right;
	bool helpless;	/* the repair, if any, is not certain */
	bool no_repair; /* nobody knows how it should be written */
};

/* Letters of other alphabets, encodings and scripts: puts the likeliest word in the place of w->point. */
void odd_letters(const struct judge *j, struct odd_word *w);

/* Digits in the place of letters. */
void odd_digits(const struct judge *j, struct odd_word *w);

/* Notes what is wrong with the word, unless something was noted before. */
static inline void odd_note(struct odd_word *w, enum finding_kind kind, uint32_t wrong, uint32_t right)
{
	if (w->found)
		return;
	w->found = true;
	w->kind = kind;
	w->wrong = wrong;
	w->right = right;
}

#endif
