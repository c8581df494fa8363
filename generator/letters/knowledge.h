/*
 * knowledge.h - what the letter checks ask of whoever knows words: dictionaries, counted words, the editor's own lists.
 *
 * The letter checks hold no words themselves, so that they can be tested with a handful of words.
 */
#ifndef KOMEK_LETTERS_KNOWLEDGE_H
#define KOMEK_LETTERS_KNOWLEDGE_H

#include "base/arena.h"

enum knows {
	KNOWS_NOT,
	KNOWS_FORM,  /* a known stem with regular endings, or seen once */
	KNOWS_SURELY /* in a dictionary, or seen more than once */
};

/* Where a word stands; a name inside a sentence needs more evidence than a word, and a part of one with hyphens yet more. */
enum word_context { WORD_STARTS_SENTENCE = 1 << 0, WORD_BY_HYPHEN = 1 << 1 };

/* A word is UTF-8, as it stands in the text: the other side folds case where it wants. Asked from any thread. */
struct word_knowledge {
	void *ctx;
	enum knows (*kazakh)(void *ctx, struct str word);
	enum knows (*russian)(void *ctx, struct str word);
	enum knows (*english)(void *ctx, struct str word);
	/* How well the letters of a Kazakh word follow each other: a logarithm, quickly told. */
	float (*letters)(void *ctx, struct str word);
	/* How likely a Kazakh word is, by all that is known: a logarithm, to be compared between words of equal length. */
	float (*likelihood)(void *ctx, struct str word);
	/* The Kazakh word that a word of Russian letters was meant to be (кыз: қыз), in the arena; empty: none. */
	struct str (*restored)(void *ctx, struct str word, unsigned context, struct arena *a);
};

#endif
