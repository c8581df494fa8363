/*
 * vocabulary.h - the words of the index with all that a query compares them by.
 *
 *	struct vocabulary *v = vocabulary_new(index, stems, jobs);	both must outlive it
 *	... v->words.at[i], vocabulary_group(v, key) ...		from any thread
 *	vocabulary_free(v);
 */
#ifndef KOMEK_SEARCH_VOCABULARY_H
#define KOMEK_SEARCH_VOCABULARY_H

#include "search/index.h"

struct known_word {
	const struct index_word *in; /* its key and texts */
	struct str skeleton;
	struct str stems[STEM_LANGUAGES]; /* precise; those of its alphabet, the others are empty */
};

/* The words of a key are words.at[first] and the `count - 1` behind it. */
struct known_key {
	struct str key;
	size_t first, count;
};

struct vocabulary {
	VEC(struct known_word) words; /* in the index's order */
	VEC(struct known_key) keys;   /* in the same order */
	struct arena *arenas;
	unsigned workers;
};

/* Of words or of keys: from `first` up to but without `end`. */
struct range {
	size_t first, end;
};

struct vocabulary *vocabulary_new(const struct index *ix, const struct stems *st, unsigned jobs);
void vocabulary_free(struct vocabulary *v);

/* The words of a key. */
struct range vocabulary_group(const struct vocabulary *v, struct str key);

/* The keys that begin with a text. */
struct range vocabulary_keys(const struct vocabulary *v, struct str prefix);

/* The words whose keys begin with a text. */
struct range vocabulary_words(const struct vocabulary *v, struct str prefix);

/* True where a letter of the word is Cyrillic: it has the endings of Kazakh and Russian then, else those of English. */
bool word_is_cyrillic(struct str word);

#endif
