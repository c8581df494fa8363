#include "search/shelves.h"

#include <stdlib.h>

#include "base/mem.h"
#include "search/pack.h"
#include "search/write_answers.h"

void shelves_init(struct shelves *s, struct parts *p, const struct site *site, const struct index *ix)
{
	*s = (struct shelves){.p = p, .site = site, .ix = ix, .number = 1};
	s->weight = mem_zero(ix->answers.len, sizeof *s->weight);
	for (size_t l = 0; l < site->settings.language_count; l++)
		s->stamp[l] = mem_zero(ix->answers.len, sizeof *s->stamp[l]);
}

void shelves_clear(struct shelves *s)
{
	free(s->weight);
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

/* The answers of one key in one language, each with the most that one of the key's words weighs in it. */
static void find(struct shelves *s, size_t from, size_t to, size_t language)
{
	uint32_t n = (uint32_t)s->site->settings.language_count;

	s->found.len = 0;
	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < s->ix->words.at[i]->texts.len; k++) {
			const struct posting *t = &s->ix->words.at[i]->texts.at[k];
			uint8_t *weight = &s->weight[t->text / n];

			if (t->text % n != language)
				continue;
			if (!*weight)
				vec_push(&s->found, t->text / n);
			if (*weight < t->weight)
				*weight = t->weight;
		}
	vec_sort(&s->found, by_number);
}

/* The weight that the last of the best has, and in `room` how many of that weight are among them. */
static unsigned least_of(const struct shelves *s, size_t *room)
{
	size_t counts[WEIGHT_MOST + 1] = {0};
	unsigned least = WEIGHT_MOST;

	for (size_t i = 0; i < s->found.len; i++)
		counts[s->weight[s->found.at[i]]]++;
	for (; least > 1 && counts[least] < *room; least--)
		*room -= counts[least];
	return least;
}

/* The best by weight, then by their order. A single answer is found by its own title as fast. */
static void put(struct shelves *s, size_t language)
{
	size_t room = HEADS_EACH;
	unsigned least = least_of(s, &room);

	for (size_t i = 0; i < s->found.len; i++) {
		uint32_t answer = s->found.at[i];
		unsigned weight = s->weight[answer];

		s->weight[answer] = 0;
		if (s->found.len < 2 || weight < least || (weight == least && !room))
			continue;
		room -= weight == least;
		if (s->stamp[language][answer] != s->number)
			vec_push(&s->heads[language], answer);
		s->stamp[language][answer] = s->number;
	}
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

	for (size_t l = 0; l < s->site->settings.language_count; l++) {
		find(s, from, to, l);
		put(s, l);
		full = full || s->heads[l].len >= SHELF;
	}
	s->keys++;
	if (full)
		end_shelf(s);
}

void shelves_end(struct shelves *s, struct buf *list)
{
	end_shelf(s);
	buf_add(list, buf_str(&s->list));
	buf_reset(&s->list);
}
