#include "search/vocabulary.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "base/utf8.h"

/* Words that a worker takes at a time. */
enum { LOT = 1024 };

struct work {
	struct vocabulary *v;
	const struct stems *st;
};

bool word_is_cyrillic(struct str word)
{
	uint32_t c;

	for (size_t at = 0; at < word.len;) {
		at += utf8_decode(word, at, &c);
		if (c >= 0x0400 && c <= 0x052F)
			return true;
	}
	return false;
}

static void fill_word(const struct stems *st, struct known_word *word, struct arena *a, struct buf *scratch)
{
	struct str text = word->in->word;
	bool cyrillic = word_is_cyrillic(text);

	buf_reset(scratch);
	stem_skeleton(st, text, scratch);
	word->skeleton = arena_str(a, buf_str(scratch));
	for (enum stem_language l = STEM_KAZAKH; l < STEM_LANGUAGES; l++) {
		if (cyrillic == (l == STEM_ENGLISH))
			continue;
		buf_reset(scratch);
		stem_word(st, l, text, scratch);
		word->stems[l] = arena_str(a, buf_str(scratch));
	}
}

static void fill_lot(void *ctx, size_t item, unsigned worker)
{
	struct work *w = ctx;
	struct buf scratch = BUF_INIT;

	for (size_t i = item * LOT; i < w->v->words.len && i < (item + 1) * LOT; i++)
		fill_word(w->st, &w->v->words.at[i], &w->v->arenas[worker], &scratch);
	buf_clear(&scratch);
}

struct vocabulary *vocabulary_new(const struct index *ix, const struct stems *st, unsigned jobs)
{
	struct vocabulary *v = mem_zero(1, sizeof *v);
	size_t lots = (ix->words.len + LOT - 1) / LOT;

	for (size_t i = 0; i < ix->words.len; i++) {
		const struct index_word *word = ix->words.at[i];

		if (!v->keys.len || !str_eq(v->keys.at[v->keys.len - 1].key, word->key))
			vec_push(&v->keys, ((struct known_key){.key = word->key, .first = i}));
		v->keys.at[v->keys.len - 1].count++;
		vec_push(&v->words, ((struct known_word){.in = word}));
	}
	v->workers = pool_workers(jobs, lots);
	v->arenas = mem_zero(v->workers, sizeof *v->arenas);
	pool_run(v->workers, lots, fill_lot, &(struct work){v, st});
	return v;
}

void vocabulary_free(struct vocabulary *v)
{
	if (!v)
		return;
	for (unsigned i = 0; i < v->workers; i++)
		arena_clear(&v->arenas[i]);
	free(v->arenas);
	vec_clear(&v->words);
	vec_clear(&v->keys);
	free(v);
}

/* The first key that does not stand before the text. */
static size_t key_at(const struct vocabulary *v, struct str text)
{
	size_t low = 0, high = v->keys.len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (index_order(v->keys.at[middle].key, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct range words_of(const struct vocabulary *v, struct range keys)
{
	const struct known_key *last = &v->keys.at[keys.end - 1];

	return (struct range){v->keys.at[keys.first].first, last->first + last->count};
}

struct range vocabulary_group(const struct vocabulary *v, struct str key)
{
	size_t i = key_at(v, key);

	if (i == v->keys.len || !str_eq(v->keys.at[i].key, key))
		return (struct range){0, 0};
	return words_of(v, (struct range){i, i + 1});
}

struct range vocabulary_keys(const struct vocabulary *v, struct str prefix)
{
	size_t first = key_at(v, prefix), low = first, high = v->keys.len;

	/* Those that begin with it follow each other: the first behind them is looked for. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (str_starts(v->keys.at[middle].key, prefix))
			low = middle + 1;
		else
			high = middle;
	}
	return (struct range){first, low};
}

struct range vocabulary_words(const struct vocabulary *v, struct str prefix)
{
	struct range keys = vocabulary_keys(v, prefix);

	return keys.first == keys.end ? (struct range){0, 0} : words_of(v, keys);
}
