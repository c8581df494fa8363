/*
 * analysis.h - a text taken apart into the words that the index holds. The browser does the same with a query
 * (templates/assets/search-text.js) from the same rows (letters.def), which the index carries.
 *
 *	struct analysis *an = analysis_new();
 *	analysis_words(an, text, &arena, &words);	any number of times, from any thread
 *	analysis_free(an);
 *
 * A word is a run of letters and digits, folded: SMS-код is sms and код, support@egov.kz is support, egov and kz, 3×4 is
 * 3x4, Ёлка is елка. tests/shared/tokens.tsv has more.
 */
#ifndef KOMEK_SEARCH_ANALYSIS_H
#define KOMEK_SEARCH_ANALYSIS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

/* Code points that a word keeps; what is longer is cut. It bounds what the index and the browser must hold. */
enum { TOKEN_LONGEST = 64 };

typedef VEC(struct str) search_words;

/* A word with the bytes of the text that it was made of. */
struct word_place {
	struct str word;
	size_t from, to;
};

typedef VEC(struct word_place) word_places;

struct analysis;

struct analysis *analysis_new(void);
void analysis_free(struct analysis *an);

/* Adds the words of a text in their order; their bytes live in the arena. Bytes that are no UTF-8 end a word. */
void analysis_words(const struct analysis *an, struct str text, struct arena *a, search_words *out);

/* The same, each with its place. */
void analysis_places(const struct analysis *an, struct str text, struct arena *a, word_places *out);

/* What a code point is compared as: its count of letters, two at most; 0 where it leaves nothing, -1 where it ends a word. */
int analysis_letters(const struct analysis *an, uint32_t point, uint32_t letters[2]);

/* Adds what the browser needs for the same, members of a JSON object: "longest":64,...,"letters":[["ROW",192,"aaa"],...]. */
void analysis_write(struct buf *out);

#endif
