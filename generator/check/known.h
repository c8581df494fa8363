/*
 * known.h - what is known of words, for the letter checks: dictionaries, and words counted in texts.
 *
 *	struct known known;
 *	known_make(&known, speller);
 *	... &known.words ...
 */
#ifndef KOMEK_CHECK_KNOWN_H
#define KOMEK_CHECK_KNOWN_H

#include "letters/knowledge.h"
#include "letters/restore.h"
#include "text/spell.h"

struct known {
	struct word_knowledge words;
	struct restore restore;
};

/* Fills it in; the speller must outlive it, and it must stay where it is. */
void known_make(struct known *known, struct speller *speller);

#endif
