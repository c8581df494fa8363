/*
 * finder.h - asks the index as a reader would: the same answers in the same order as the search page gives
 * (templates/assets/search-find.js), which a test compares. It lets authors see what their readers find.
 *
 *	struct finder *f = finder_new(index, count of languages, jobs);		the index must outlive it
 *	struct finder_scratch *s = finder_scratch_new(f);		one a thread
 *	struct found found = {0};
 *	finder_find(f, language, query, s, &found);			any number of times, from any thread
 *	... found.answers ...
 *	found_clear(&found);
 *	finder_scratch_free(s);
 *	finder_free(f);
 */
#ifndef KOMEK_SEARCH_FINDER_H
#define KOMEK_SEARCH_FINDER_H

#include "search/rank.h"

struct finder;
struct finder_scratch;

/* What was found; all of it belongs to found_clear. */
struct found {
	struct arena arena;
	query_pieces pieces;
	ranking answers; /* best first */
	struct str
		understood; /* the query as the best answer understood it, where that is another than typed; else empty */
	bool is_similar;    /* something was found, but only answers that are like what was asked */
};

/* Why an answer was found: the find that counts most for a word of the query. */
struct reason {
	struct str asked; /* in the reading that was taken */
	enum reading reading;
	enum tier tier;
	bool is_edited; /* it is a misspelling of `word` */
	struct str word;
	bool is_shown; /* it stands in the text that is shown */
};

typedef VEC(struct reason) reasons;

/* language_count: of the site. jobs: threads for the making (0: one per processor). */
struct finder *finder_new(const struct index *ix, size_t language_count, unsigned jobs);
void finder_free(struct finder *f);

/* What it takes words apart with. */
const struct analysis *finder_analysis(const struct finder *f);
const struct stems *finder_stems(const struct finder *f);

struct finder_scratch *finder_scratch_new(const struct finder *f);
void finder_scratch_free(struct finder_scratch *s);

/* Adds what readers of a language find; `out` is empty. Bytes that are no UTF-8 part words. */
void finder_find(const struct finder *f, size_t reader, struct str query, struct finder_scratch *s, struct found *out);

/* The numbers of the answers that come first, best first, `most` at most; gives how many. Faster than all that is found. */
size_t finder_best(const struct finder *f, size_t reader, struct str query, struct finder_scratch *s, size_t most,
		   uint32_t *answers);

/*
 * Adds what readers would find who ask with one of an answer's keywords, if it were not there. The answer has a text in the
 * language. Nothing is said of how the query was understood.
 */
void finder_find_without(const struct finder *f, size_t language, uint32_t answer, size_t keyword,
			 struct finder_scratch *s, struct found *out);

/* Adds the reasons for an answer, by the words of the query; shown: the language of the text that is shown. */
void finder_reasons(const struct finder *f, const struct found *found, const struct ranked *answer, size_t shown,
		    reasons *out);

void found_clear(struct found *found);

/* "typed", "layout", "latin". */
const char *reading_name(enum reading reading);

/* "exact", "letters", ...; "edit" for a misspelling. */
const char *reason_tier(const struct reason *r);

#endif
