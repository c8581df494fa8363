/*
 * candidates.h - the words that a word with doubtful letters can be, and the likeliest of them.
 *
 *	struct candidates c = {.judge = j};
 *	for each letter: candidates_add(&c, options, n, penalty);
 *	best = candidates_best(&c);
 */
#ifndef KOMEK_LETTERS_CANDIDATES_H
#define KOMEK_LETTERS_CANDIDATES_H

#include "letters/word.h"

/* Letters that one place can hold, and words that are tried at most. */
enum { OPTIONS_MOST = 8, CANDIDATES_MOST = 4096 };

struct candidates {
	const struct judge *judge;
	bool paid; /* the judge's patience was taken for this word already */
	size_t n;
	struct {
		uint32_t letter[OPTIONS_MOST];
		size_t count;
	} place[WORD_MOST];
};

struct candidate {
	uint32_t point[WORD_MOST];
	size_t n; /* 0: there is none */
	enum knows known;
	bool alone; /* no other candidate is known as well; or there is no other */
};

/* Adds a place with the letters that it can hold, the likeliest first: UTF-8, at most OPTIONS_MOST. */
void candidates_add(struct candidates *c, const char *letters);
void candidates_add_point(struct candidates *c, uint32_t letter);

/*
 * The candidate that is known best; among equals the one whose letters follow each other best, then the earlier
 * options. Where there are many, this takes of the judge's patience; without any, only the first of them are tried.
 */
struct candidate candidates_best(const struct candidates *c);

/* How well the language of the text knows a word. */
enum knows candidates_known(const struct judge *j, const uint32_t *point, size_t n);

#endif
