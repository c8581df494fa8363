/*
 * near.h - the words of the index that a misspelt word may stand for. The browser does the same (templates/assets/search-near.js,
 * addNear of search-find.js).
 */
#ifndef KOMEK_SEARCH_NEAR_H
#define KOMEK_SEARCH_NEAR_H

#include "search/finds.h"

/* Letters of the longest words that are compared. */
enum { EDITS_LONGEST = 64 };

/* Where a word begins with another but for some edits. */
struct edits {
	unsigned count;	 /* letters that must be changed, added, left out or exchanged with their neighbour */
	unsigned behind; /* letters of the word behind what is like the stem */
};

/*
 * The cheapest way for `word` to begin with `stem`, a letter behind at a quarter of an edit. False where more than `most` edits
 * are needed or either is longer than EDITS_LONGEST.
 */
bool edits_of(struct str stem, struct str word, unsigned most, struct edits *out);

/*
 * Adds the words that are one or two edits away from a word of these forms; gives how far the nearest key is, in edits, INFINITY
 * where none is near. Keys that begin with the same two letters, or with the first or the second of them (is_wide).
 */
double near_find(const struct vocabulary *v, const struct word_forms *f, bool is_wide, struct finds_scratch *s);

#endif
