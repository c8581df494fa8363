/*
 * restore.h - Kazakh words typed with Russian letters: кыз for қыз, озгерту for өзгерту.
 *
 *	struct restore r = {lexicon_kazakh(), known, ctx};
 *	if (restore_word(&r, word, RESTORE_BEGINS, &arena, &repaired))
 *		say that repaired was meant
 *
 * Every spelling that Kazakh letters in the place of Russian ones allow is weighed against the word as it stands: whether
 * texts and dictionaries have it, whether it is a known stem with regular endings (endings.def), and how likely its
 * letters follow each other. Only a spelling that is far likelier counts, so that loanwords and names stay.
 *
 * Nothing is kept between calls; threads may share one struct restore if they may share its dictionaries.
 */
#ifndef KOMEK_LETTERS_RESTORE_H
#define KOMEK_LETTERS_RESTORE_H

#include "base/arena.h"
#include "letters/lexicon.h"

enum restore_dictionary { RESTORE_KAZAKH, RESTORE_RUSSIAN };

struct restore {
	const struct lexicon *lex;
	/* Whether a spelling dictionary has the word, in the case it is given in; NULL where there is no dictionary. */
	bool (*known)(void *ctx, enum restore_dictionary which, struct str word);
	void *ctx;
};

/* Where the word stands; bits. Whether it has capitals is seen from the word. */
enum restore_place {
	RESTORE_BEGINS = 1, /* a sentence begins with it */
	RESTORE_HYPHEN = 2, /* a hyphen stands before it, or behind it in a name */
};

/* How sure it is that a word is a Kazakh word form. */
enum restore_level {
	RESTORE_UNKNOWN,
	RESTORE_KNOWN, /* a list has it, or its stem, and its endings are regular */
	RESTORE_STRONG /* the dictionary has it, or texts have it more than once */
};

/*
 * True where the word, of letters of the alphabet and no other signs, is sure to be typed with Russian letters;
 * *repaired is the word meant, in the same case, in the arena. False for all that is in doubt.
 */
bool restore_word(const struct restore *r, struct str word, unsigned place, struct arena *a, struct str *repaired);

/* For repairs of other kinds: is this a word? Case does not matter. */
enum restore_level restore_known(const struct restore *r, struct str word);

/* True for a word, in small letters, that is right as it stands and is another one with Kazakh letters (both_words.def). */
bool restore_both_words(struct str word);

/*
 * How likely the word is, by all that is known: a logarithm of odds, to be compared between spellings with equally
 * many letters. -INFINITY for what is no word of the alphabet's letters.
 */
float restore_likelihood(const struct restore *r, struct str word);

/* The weight of the best known stem from which regular endings make the word; 0: there is none; 1.5 and more: sure. */
float restore_stem(const struct lexicon *lex, const struct letters *word);

#endif
