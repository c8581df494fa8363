#include "search/heads.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "search/finder.h"

/* The answers of a key for readers of one language. */
struct row {
	uint32_t answers[HEADS_FORMS * HEADS_EACH];
	size_t count;
};

struct heads {
	const struct index *ix;
	size_t languages;
	VEC(size_t) keys; /* the first word of each key */
	struct row *rows; /* by key and language */
	struct finder *finder;
	struct finder_scratch **scratch; /* by worker */
};

static size_t texts_in(const struct index_word *word, size_t language, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < word->texts.len; i++)
		count += word->texts.at[i].text % n == language;
	return count;
}

struct form {
	const struct index_word *word;
	size_t texts;
};

/* The forms of a key that most texts of a language have, most first; gives how many. */
static size_t usual_forms(const struct heads *h, size_t key, size_t language, struct form forms[HEADS_FORMS])
{
	size_t end = key + 1 < h->keys.len ? h->keys.at[key + 1] : h->ix->words.len, count = 0;

	for (size_t i = h->keys.at[key]; i < end; i++) {
		struct form form = {h->ix->words.at[i], texts_in(h->ix->words.at[i], language, h->languages)};
		size_t at = count;

		while (at > 0 && forms[at - 1].texts < form.texts)
			at--;
		if (!form.texts || at == HEADS_FORMS)
			continue;
		count = count < HEADS_FORMS ? count + 1 : count;
		memmove(&forms[at + 1], &forms[at], (count - at - 1) * sizeof form);
		forms[at] = form;
	}
	return count;
}

static void add_head(struct row *row, uint32_t answer)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->answers[i] == answer)
			return;
	row->answers[row->count++] = answer;
}

static void find_heads(void *ctx, size_t key, unsigned worker)
{
	struct heads *h = ctx;
	struct form forms[HEADS_FORMS];
	uint32_t best[HEADS_EACH];

	for (size_t l = 0; l < h->languages; l++) {
		size_t count = usual_forms(h, key, l, forms);

		for (size_t i = 0; i < count; i++) {
			size_t n = finder_best(h->finder, l, forms[i].word->word, h->scratch[worker], HEADS_EACH, best);

			for (size_t k = 0; k < n; k++)
				add_head(&h->rows[key * h->languages + l], best[k]);
		}
	}
}

static void list_keys(struct heads *h)
{
	const struct index *ix = h->ix;

	for (size_t i = 0; i < ix->words.len; i++)
		if (!i || !str_eq(ix->words.at[i]->key, ix->words.at[i - 1]->key))
			vec_push(&h->keys, i);
}

struct heads *heads_make(const struct site *site, const struct index *ix, unsigned jobs)
{
	struct heads *h = mem_zero(1, sizeof *h);
	unsigned workers;

	h->ix = ix;
	h->languages = site->settings.language_count;
	list_keys(h);
	h->rows = mem_zero(h->keys.len * h->languages, sizeof *h->rows);
	h->finder = finder_new(ix, h->languages, jobs);
	workers = pool_workers(jobs, h->keys.len);
	h->scratch = mem_zero(workers, sizeof(struct finder_scratch *));
	for (unsigned w = 0; w < workers; w++)
		h->scratch[w] = finder_scratch_new(h->finder);
	pool_run(workers, h->keys.len, find_heads, h);
	for (unsigned w = 0; w < workers; w++)
		finder_scratch_free(h->scratch[w]);
	free(h->scratch);
	finder_free(h->finder);
	return h;
}

void heads_free(struct heads *h)
{
	if (!h)
		return;
	vec_clear(&h->keys);
	free(h->rows);
	free(h);
}

const uint32_t *heads_of(const struct heads *h, size_t key, size_t language, size_t *count)
{
	const struct row *row = &h->rows[key * h->languages + language];

	*count = row->count;
	return row->answers;
}
