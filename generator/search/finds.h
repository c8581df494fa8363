/*
 * finds.h - which words of the index a word of a query may stand for, and what each find is worth. The browser does the same
 * (templates/assets/search-find.js).
 */
#ifndef KOMEK_SEARCH_FINDS_H
#define KOMEK_SEARCH_FINDS_H

#include "search/query_read.h"
#include "search/vocabulary.h"

/* How a word was found; the order says nothing. */
enum tier {
	TIER_EXACT,   /* the word itself */
	TIER_LETTERS, /* but for letters that people leave out or mix up */
	TIER_STEM,    /* another form of it, by precise stem */
	TIER_KEY,     /* by the stem of the skeleton */
	TIER_SHORT,   /* the same where the stem is so short that many words have it */
	TIER_PREFIX,  /* it begins like the last word of the query */
	TIER_FIRST,   /* it begins with the same letters */
	TIERS
};

struct find {
	uint32_t word; /* its number in the vocabulary */
	enum tier tier;
	double edits;	/* that it is away; a letter behind is a quarter of one */
	double counts;	/* what it is worth: 1 for the word itself */
	bool is_strong; /* it says that the word was meant */
};

typedef VEC(struct str) stem_list;

/* What a word of a query may be a form of; each stem once. */
struct word_forms {
	struct str skeleton;
	stem_list keys, precise;
};

/* Where words are looked up. */
struct finds_index {
	const struct vocabulary *v;
	const struct stems *st;
	size_t languages; /* of the site */
};

/* A thread's own memory for looking words up. */
struct finds_scratch {
	VEC(struct find) list;
	uint32_t *seen; /* by word: its place in the list + 1 */
};

void finds_scratch_init(struct finds_scratch *s, const struct vocabulary *v);
void finds_scratch_clear(struct finds_scratch *s);

/* Adds a find; of two of one word the better one stays, at the place of the first. */
void finds_add(struct finds_scratch *s, size_t word, enum tier tier, double edits);

/* Moves the collected finds to the end of those of a word. */
void finds_keep(struct finds_scratch *s, struct asked_word *word, struct arena *a);

/* Letters of a key that many words have. */
enum { KEY_SHORT = 3 };

/* True where a find is strong: then no misspelling is looked for. */
bool finds_strong(const struct asked_word *word);

/* More of a query than anybody means: what is behind so many code points and words is left out. */
enum { QUERY_SIGNS = 1000, QUERY_WORDS = 24 };

/*
 * Looks up all words of a query: fills in their finds, which live in the arena; pieces and readings are cut to QUERY_WORDS.
 * A piece whose words stand in the reader's language as they were typed is read in no other way.
 */
void finds_look_up(const struct finds_index *ix, size_t reader, query_pieces *pieces, struct finds_scratch *s,
		   struct arena *a);

#endif
