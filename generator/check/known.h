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

/* Verdicts on words, bits, remembered from run to run (text/spell.h). */
enum verdict {
	VERDICT_JUDGED = 1,
	VERDICT_LOOK = 2,     /* may be wrong: where it stands decides */
	VERDICT_MISSPELT = 4, /* in no dictionary, and one letter away from a word */
	VERDICT_SURE = 8,     /* surely a Kazakh word */
};

struct known {
	struct word_knowledge words;
	struct restore restore;
	struct site_spellings site; /* empty at first */
};

/* Fills it in; the speller must outlive it, and it must stay where it is. */
void known_make(struct known *known, struct speller *speller);

/* The verdict that was remembered on a word of a text in a language (enum letters_language); 0: it was never judged. */
uint8_t known_verdict(const struct known *known, uint8_t language, struct str word);
void known_remember(const struct known *known, uint8_t language, struct str word, uint8_t verdict);

void known_clear(struct known *known);

#endif
