/*
 * known.h - what is known of words, for the letter checks: dictionaries, and words counted in texts.
 *
 *	struct known known;
 *	known_make(&known, speller);
 *	... &known.words ...
 */
#ifndef KOMEK_CHECK_KNOWN_H
#define KOMEK_CHECK_KNOWN_H

#include "check/letters_site.h"
#include "letters/restore.h"
#include "text/spell.h"

struct known {
	struct word_knowledge words;
	struct restore restore;
	struct map site; /* the site's own spellings (letters_site.h); empty at first */
};

/* Fills it in; the speller must outlive it, and it must stay where it is. */
void known_make(struct known *known, struct speller *speller);

void known_clear(struct known *known);

#endif
