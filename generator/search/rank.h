/*
 * rank.h - which answers come first. The browser does the same (templates/assets/search-rank.js).
 */
#ifndef KOMEK_SEARCH_RANK_H
#define KOMEK_SEARCH_RANK_H

#include "search/finds.h"

struct ranked {
	uint32_t answer;
	uint32_t languages; /* bits: where it was found */
	bool is_similar;    /* nothing that says much was found but words that are only like those asked */
	double score;
	int8_t readings[QUERY_WORDS]; /* by piece: the reading that suits the answer best, -1 where none does */
};

typedef VEC(struct ranked) ranking;

/* A thread's own memory for ranking. */
struct rank_scratch;

struct rank_scratch *rank_scratch_new(size_t answers, size_t language_count);
void rank_scratch_free(struct rank_scratch *s);

/* Other weights for the words of one text, as if something were not written there: word -> weight, none for the others. */
struct other_weights {
	uint32_t text;
	struct map weights;
};

/* Adds all answers that hold enough of the query to readers of a language, in no order. other: or NULL. */
void rank_pieces(const struct vocabulary *v, const query_pieces *pieces, size_t reader,
		 const struct other_weights *other, struct rank_scratch *s, ranking *out);

/* Orders them: best first, ties in the site's order. */
void rank_order(ranking *found);

/* Orders the best of them, `most` at most, and leaves the others behind them as they are; gives how many are in order. */
size_t rank_best(ranking *found, size_t most);

#endif
