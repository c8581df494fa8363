/*
 * letters_site.h - words that the site itself spells in two ways: often with Kazakh letters, now and then without.
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

/*
 * Finds the outliers among all Kazakh words of the site: from the outlier, in small letters, to its struct site_spelling,
 * both in the arena. Words that a dictionary has are none: тур is a word beside түр.
 */
void site_spellings(const struct word_table *words, const struct word_knowledge *knows, struct arena *a, struct map *out);

/* The outlier's entry for a word in any case, or NULL. */
const struct site_spelling *site_spelling_of(const struct map *all, struct str word, struct arena *a);

#endif
