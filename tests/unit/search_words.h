/*
 * search_words.h - a small index of titles, without a site: each row is an answer with its title in Kazakh, Russian and
 * English. For tests and fuzzers of what asks an index.
 *
 *	struct index *ix = words_index(rows, COUNT(rows));
 *	index_free(ix);
 */
#ifndef KOMEK_TESTS_SEARCH_WORDS_H
#define KOMEK_TESTS_SEARCH_WORDS_H

#include "base/mem.h"
#include "search/index.h"

enum { WORDS_LANGUAGES = 3, WORDS_WEIGHT = 50 };

typedef const char *const words_row[WORDS_LANGUAGES];

static inline int words_order(const void *a, const void *b)
{
	const struct index_word *x = *(struct index_word *const *)a, *y = *(struct index_word *const *)b;
	int order = index_order(x->key, y->key);

	return order ? order : index_order(x->word, y->word);
}

/* Adds a word of a text; the texts come in their order. */
static inline void words_add(struct index *ix, const struct stems *st, struct str code, struct str text,
			     uint32_t number)
{
	struct buf key = BUF_INIT;
	size_t i = 0;

	stem_key(st, stem_language_of(code, text), text, &key);
	while (i < ix->words.len &&
	       !(str_eq(ix->words.at[i]->word, text) && str_eq(ix->words.at[i]->key, buf_str(&key))))
		i++;
	if (i == ix->words.len) {
		vec_push(&ix->words, arena_new(&ix->arena, struct index_word));
		ix->words.at[i]->word = text;
		ix->words.at[i]->key = arena_str(&ix->arena, buf_str(&key));
	}
	if (!ix->words.at[i]->texts.len || ix->words.at[i]->texts.at[ix->words.at[i]->texts.len - 1].text != number)
		vec_push(&ix->words.at[i]->texts, ((struct posting){number, WORDS_WEIGHT}));
	buf_clear(&key);
}

static inline struct index *words_index(words_row *rows, size_t count)
{
	static const char *const codes[WORDS_LANGUAGES] = {"kk", "ru", "en"};
	struct index *ix = mem_zero(1, sizeof *ix);
	struct analysis *an = analysis_new();
	struct stems *st = stems_new();

	for (size_t i = 0; i < count * WORDS_LANGUAGES; i++) {
		search_words words = {0};

		analysis_words(an, str_of(rows[i / WORDS_LANGUAGES][i % WORDS_LANGUAGES]), &ix->arena, &words);
		for (size_t w = 0; w < words.len; w++)
			words_add(ix, st, str_of(codes[i % WORDS_LANGUAGES]), words.at[w], (uint32_t)i);
		vec_clear(&words);
		if (i % WORDS_LANGUAGES == 0)
			vec_push(&ix->answers, NULL);
	}
	vec_sort(&ix->words, words_order);
	stems_free(st);
	analysis_free(an);
	return ix;
}

#endif
