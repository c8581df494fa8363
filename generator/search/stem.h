/*
 * stem.h - a word without its endings. The browser does the same with the words of a query
 * (templates/assets/search-stem.js) from the same rows (stems.def), which the index carries.
 *
 *	struct stems *st = stems_new();
 *	stem_word(st, STEM_KAZAKH, word, &out);		any number of times, from any thread
 *	stems_free(st);
 *
 * Words are those of analysis_words: folded, TOKEN_LONGEST code points at most.
 */
#ifndef KOMEK_SEARCH_STEM_H
#define KOMEK_SEARCH_STEM_H

#include "base/arena.h"
#include "base/buf.h"
#include "search/analysis.h"

enum stem_language { STEM_KAZAKH, STEM_RUSSIAN, STEM_ENGLISH, STEM_LANGUAGES };

struct stems;

struct stems *stems_new(void);
void stems_free(struct stems *st);

/* Whose endings a word has that stands in a text of a language ("kk"): Latin letters are English, Cyrillic ones Kazakh or Russian. */
enum stem_language stem_language_of(struct str code, struct str word);

/* Adds the precise stem of a word. */
void stem_word(const struct stems *st, enum stem_language language, struct str word, struct buf *out);

/* Adds the stem of the word's skeleton, the key of the index. Gives how many letters of the skeleton it lacks. */
size_t stem_key(const struct stems *st, enum stem_language language, struct str word, struct buf *out);

/*
 * All that chains of endings leave of a word (is_skeleton: of its skeleton), as words: the word itself, then shorter ones; the
 * last is what its stem is made of. They live in the arena. Gives their number.
 */
size_t stem_roots(const struct stems *st, enum stem_language language, bool is_skeleton, struct str word,
		  struct arena *a, struct str out[TOKEN_LONGEST]);

/* Adds the word's skeleton. */
void stem_skeleton(const struct stems *st, struct str word, struct buf *out);

#endif
