#include "search/shelves.h"

#include <stdlib.h>

#include "base/mem.h"
#include "search/pack.h"
#include "search/write_answers.h"

void shelves_init(struct shelves *s, struct parts *p, const struct site *site, const struct index *ix)
{
	*s = (struct shelves){.p = p, .site = site, .ix = ix, .number = 1};
	s->value = mem_zero(ix->answers.len, sizeof *s->value);
	for (size_t l = 0; l < site->settings.language_count; l++)
		s->stamp[l] = mem_zero(ix->answers.len, sizeof *s->stamp[l]);
}

void shelves_clear(struct shelves *s)
{
	free(s->value);
	for (size_t l = 0; l < LANGUAGE_MOST; l++) {
		free(s->stamp[l]);
		vec_clear(&s->heads[l]);
	}
	vec_clear(&s->found);
	buf_clear(&s->list);
	buf_clear(&s->bytes);
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/*
 * What a word says of a text in it, from 0 to FULL, by its weight; a word of another key less. The same as search-rank.js does
 * with the values of weights.def, in whole numbers, so that the browser comes to the same.
 */
enum { FULL = 4096, LEAST = 410, STEP = 58, BESIDE = 3, OF = 10 };

static void add_text(struct shelves *s, uint32_t answer, unsigned weight, bool beside)
{
	uint32_t value = LEAST + STEP * (uint32_t)weight, old = s->value[answer];
	uint32_t high, low;

	if (beside)
		value = value * BESIDE / OF;
	high = old > value ? old : value;
	low = old > value ? value : old;
	if (!old)
		vec_push(&s->found, answer);
	/* two words of one text add up, but never to more than all: 2/5 of what is left */
	s->value[answer] = (uint16_t)(high + (FULL - high) * low * 2 / (5 * FULL));
}

/* What the words from `from` to before `to` say of the texts in one language, to one who asks for the key of word `asked`. */
static void weigh(struct shelves *s, size_t from, size_t to, size_t asked, size_t language)
{
	uint32_t n = (uint32_t)s->site->settings.language_count;
	struct str key = s->ix->words.at[asked]->key;

	for (size_t i = from; i < to; i++) {
		const struct index_word *word = s->ix->words.at[i];
		bool beside = !str_eq(word->key, key);

		for (size_t k = 0; k < word->texts.len; k++)
			if (word->texts.at[k].text % n == language)
				add_text(s, word->texts.at[k].text / n, word->texts.at[k].weight, beside);
	}
}

static bool is_better(const struct shelves *s, uint32_t a, uint32_t b)
{
	return s->value[a] != s->value[b] ? s->value[a] > s->value[b] : a < b;
}

/* Puts the best answers that were found on the shelf. A single answer is found by its own title as fast. */
static void put(struct shelves *s, size_t language)
{
	uint32_t best[HEADS_EACH];
	size_t count = 0;

	for (size_t i = 0; s->found.len > 1 && i < s->found.len; i++) {
		size_t at = count < HEADS_EACH ? count++ : HEADS_EACH;

		for (; at > 0 && is_better(s, s->found.at[i], best[at - 1]); at--)
			if (at < HEADS_EACH)
				best[at] = best[at - 1];
		if (at < HEADS_EACH)
			best[at] = s->found.at[i];
	}
	for (size_t i = 0; i < count; i++) {
		if (s->stamp[language][best[i]] != s->number)
			vec_push(&s->heads[language], best[i]);
		s->stamp[language][best[i]] = s->number;
	}
	for (size_t i = 0; i < s->found.len; i++)
		s->value[s->found.at[i]] = 0;
	s->found.len = 0;
}

static void end_shelf(struct shelves *s)
{
	if (!s->keys)
		return;
	pack_number(&s->list, s->keys);
	for (size_t l = 0; l < s->site->settings.language_count; l++) {
		if (!s->heads[l].len) {
			buf_add_byte(&s->list, '-');
			continue;
		}
		vec_sort(&s->heads[l], by_number);
		parts_begin("heads", &s->bytes);
		write_heads(s->ix, l, s->heads[l].at, s->heads[l].len, &s->bytes);
		parts_end(s->p, "heads", &s->bytes, &s->list);
		s->heads[l].len = 0;
	}
	s->keys = 0;
	s->number++;
}

/* Answers from which on a shelf is full. */
enum { SHELF = 40 };

void shelves_add(struct shelves *s, size_t from, size_t to)
{
	bool full = false;

	for (size_t i = from; i < to; i++) {
		if (i > from && str_eq(s->ix->words.at[i]->key, s->ix->words.at[i - 1]->key))
			continue;
		s->keys++;
		for (size_t l = 0; l < s->site->settings.language_count; l++) {
			weigh(s, from, to, i, l);
			put(s, l);
		}
	}
	for (size_t l = 0; l < s->site->settings.language_count; l++)
		full = full || s->heads[l].len >= SHELF;
	if (full)
		end_shelf(s);
}

void shelves_end(struct shelves *s, struct buf *list)
{
	end_shelf(s);
	buf_add(list, buf_str(&s->list));
	buf_reset(&s->list);
}
