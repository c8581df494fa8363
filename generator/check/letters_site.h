/*
 * letters_site.h - words that the site itself spells in two ways: often with Kazakh letters, now and then without.
 *
 *	struct site_spellings s = {0};
 *	site_spellings_find(&s, &words, sure, &arena);
 *	spelling = site_spelling_of(&s, word);
 *	site_spellings_clear(&s);
 */
#ifndef KOMEK_CHECK_LETTERS_SITE_H
#define KOMEK_CHECK_LETTERS_SITE_H

#include "base/map.h"
#include "letters/look.h"

/* How the site spells a word otherwise. */
struct site_spelling {
	struct str word; /* in small letters */
	uint32_t count;
};

/* Cyrillic letters, which have two bytes each. */
enum { FOLD_FIRST = 0x0400, FOLD_LAST = 0x052F, FOLD_COUNT = FOLD_LAST - FOLD_FIRST + 1 };

struct site_spellings {
	struct map outliers;			      /* in small letters -> struct site_spelling */
	uint16_t small[FOLD_COUNT], bare[FOLD_COUNT]; /* letters as small ones, and without what is Kazakh in them */
};

/*
 * Finds the outliers among all Kazakh words of the site; they live in the arena. Words whose verdict has the bit `sure` are
 * none: тур is a word beside түр.
 */
void site_spellings_find(struct site_spellings *s, const struct word_table *words, unsigned sure, struct arena *a);

/* How the site spells a word, in any case, otherwise; NULL: it does not. */
const struct site_spelling *site_spelling_of(const struct site_spellings *s, struct str word);

void site_spellings_clear(struct site_spellings *s);

#endif
