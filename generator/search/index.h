/*
 * index.h - which words lead to which answers: one index over all languages of the site.
 *
 *	struct index *ix = index_build(site, jobs);
 *	... ix->words, ix->answers ...
 *	index_free(ix);
 *
 * An answer is a question or a page; its number is its place in the site's order. A word knows the texts that it stands in,
 * by answer and language, each with its weight there. The three languages share the words, so that a reader of one language
 * finds an answer by the word of another.
 */
#ifndef KOMEK_SEARCH_INDEX_H
#define KOMEK_SEARCH_INDEX_H

#include "search/analysis.h"
#include "search/stem.h"
#include "site/site.h"

/* Weights go from 1 to WEIGHT_MOST: they are written as one character. From WEIGHT_TITLE on the word stands in the title. */
enum { WEIGHT_MOST = 63, WEIGHT_TITLE = 40 };

/*
 * Places of one language that the words of a key keep, all together. What stands in more says little, and its list would be
 * what a reader waits for: those of the least weight go (static pruning; Carmel and others, 2001). Where weights are the same
 * the first words and the first texts in the site's order stay. `common` of weights.def is this number: whoever asks knows by it that a
 * list was cut.
 */
enum { TEXTS_MOST = 700 };

/* A text that a word stands in. */
struct posting {
	uint32_t text;	/* answer * number of the site's languages + language */
	uint8_t weight; /* how much the text is about the word, for itself: no other text changes it */
};

/* A word of one key: a form that different languages take apart in different ways is there once for each key. */
struct index_word {
	struct str word;
	struct str key;		   /* the stem of its skeleton */
	uint8_t cut;		   /* letters of the skeleton that the stem lacks */
	VEC(struct posting) texts; /* by text; those that TEXTS_MOST leaves */
};

struct index {
	struct arena arena;
	VEC(const struct entry *) answers;
	VEC(struct index_word *) words; /* sorted as index_order says: by key, then by word */
};

/* Never NULL. The same with any number of jobs (0: one per processor). The site must outlive it. */
struct index *index_build(const struct site *site, unsigned jobs);
void index_free(struct index *ix);

/*
 * What the words of a text would weigh without one of its keywords, for whoever wonders whether it is needed. Adds word ->
 * weight (as a pointer) to `out`; the words live in the arena.
 */
void index_weigh_without(const struct analysis *an, const struct article *text, size_t keyword, struct arena *a,
			 struct map *out);

/*
 * The order of words: by UTF-16 code units, as JavaScript compares strings. UTF-8's bytes have another order only for
 * code points from U+E000 to U+FFFF, which UTF-16 puts behind the later planes.
 */
int index_order(struct str a, struct str b);

#endif
