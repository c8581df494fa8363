/*
 * alphabet.c - the questions in the order of each language's alphabet, and the page that lists them so.
 */
#include <stdlib.h>

#include "page/fill.h"
#include "text/collate.h"

struct keyed {
	struct str key;
	const struct entry *entry;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : str_cmp(x->entry->id, y->entry->id);
}

static bool sort_language(struct page_context *c, size_t language, struct arena *a, struct failure *why)
{
	const struct site *site = c->site;
	size_t n = site->questions.len, in;
	struct keyed *keyed = arena_array(a, struct keyed, n);
	const struct entry **sorted = arena_array(a, const struct entry *, n);
	struct str *letters = arena_array(a, struct str, n);
	const char *error = NULL;
	struct collator *collator = collator_new(site_language(site, language), &error);

	if (!collator)
		return failure_set(why, MSG(ICU_LACKS, str_of(error)));
	for (size_t i = 0; i < n; i++) {
		const struct entry *e = site->questions.at[i];

		keyed[i] = (struct keyed){collate_key(collator, entry_title(site, e, language, &in), a), e};
	}
	if (n)
		qsort(keyed, n, sizeof *keyed, by_key);
	for (size_t i = 0; i < n; i++) {
		sorted[i] = keyed[i].entry;
		letters[i] = collate_letter(collator, entry_title(site, sorted[i], language, &in), a);
	}
	collator_free(collator);
	c->alphabet[language] = (struct alphabet){sorted, letters, n};
	return true;
}

bool alphabet_sort(struct page_context *c, struct arena *a, struct failure *why)
{
	for (size_t l = 0; l < c->site->settings.language_count; l++)
		if (!sort_language(c, l, a, why))
			return false;
	return true;
}

static struct list letters_of(const struct fill *f)
{
	const struct alphabet *order = &f->c->alphabet[f->job->language];
	struct letter_view *letters = arena_array(f->a, struct letter_view, order->len);
	size_t count = 0;

	for (size_t from = 0, to; from < order->len; from = to) {
		struct letter_view *v = &letters[count++];

		for (to = from + 1; to < order->len && str_eq(order->letters[to], order->letters[from]);)
			to++;
		v->letter = order->letters[from];
		v->id = arena_printf(f->a, "letter-%zu", count);
		v->url = arena_printf(f->a, "#letter-%zu", count);
		v->questions = fill_links(f, order->questions + from, to - from);
	}
	return (struct list){letters, count};
}

const void *fill_index(const struct fill *f)
{
	struct index_view *v = arena_new(f->a, struct index_view);
	struct index_root *root = arena_new(f->a, struct index_root);

	v->title = words_get(&f->site->words, f->job->language, WORD_INDEX_TITLE);
	v->letters = letters_of(f);
	*root = (struct index_root){fill_page(f, v->title, NULL), v};
	return root;
}
