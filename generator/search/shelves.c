#include "search/shelves.h"

#include <stdlib.h>

#include "base/mem.h"
#include "search/pack.h"
#include "search/write_answers.h"

void shelves_init(struct shelves *s, struct parts *p, const struct site *site, const struct index *ix, unsigned jobs)
{
	*s = (struct shelves){.p = p, .site = site, .ix = ix, .number = 1};
	s->heads = heads_make(site, ix, jobs);
	for (size_t l = 0; l < site->settings.language_count; l++)
		s->stamp[l] = mem_zero(ix->answers.len, sizeof *s->stamp[l]);
}

void shelves_clear(struct shelves *s)
{
	heads_free(s->heads);
	for (size_t l = 0; l < LANGUAGE_MOST; l++) {
		free(s->stamp[l]);
		vec_clear(&s->titles[l]);
	}
	buf_clear(&s->list);
	buf_clear(&s->bytes);
}

static int by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Puts the answers of a key for readers of a language on the shelf, each once. */
static void put(struct shelves *s, size_t key, size_t language)
{
	size_t count;
	const uint32_t *answers = heads_of(s->heads, key, language, &count);

	for (size_t i = 0; i < count; i++) {
		if (s->stamp[language][answers[i]] != s->number)
			vec_push(&s->titles[language], answers[i]);
		s->stamp[language][answers[i]] = s->number;
	}
}

static void end_shelf(struct shelves *s)
{
	if (!s->keys)
		return;
	pack_number(&s->list, s->keys);
	for (size_t l = 0; l < s->site->settings.language_count; l++) {
		if (!s->titles[l].len) {
			buf_add_byte(&s->list, '-');
			continue;
		}
		vec_sort(&s->titles[l], by_number);
		parts_begin("heads", &s->bytes);
		write_heads(s->ix, l, s->titles[l].at, s->titles[l].len, &s->bytes);
		parts_end(s->p, "heads", &s->bytes, &s->list);
		s->titles[l].len = 0;
	}
	s->keys = 0;
	s->number++;
}

/* Titles from which on a shelf is full. */
enum { SHELF = 24 };

void shelves_add(struct shelves *s, size_t from, size_t to)
{
	bool full = false;

	for (size_t i = from; i < to; i++) {
		if (i > from && str_eq(s->ix->words.at[i]->key, s->ix->words.at[i - 1]->key))
			continue;
		for (size_t l = 0; l < s->site->settings.language_count; l++)
			put(s, s->key, l);
		s->key++;
		s->keys++;
	}
	for (size_t l = 0; l < s->site->settings.language_count; l++)
		full = full || s->titles[l].len >= SHELF;
	if (full)
		end_shelf(s);
}

void shelves_end(struct shelves *s, struct buf *list)
{
	end_shelf(s);
	buf_add(list, buf_str(&s->list));
	buf_reset(&s->list);
}
