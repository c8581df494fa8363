#include "check/letters_site.h"

#include <stdlib.h>

#include "letters/restore.h"

/* Before a spelling is called the site's own it is seen so often, and so many times as often as the other. */
enum { OFTEN = 10, TIMES = 20 };

/* A word without regard to its case, and without its Kazakh letters. */
struct spelling {
	struct str word, bare;
	uint32_t count;
};

typedef VEC(struct spelling) spellings;

static struct spelling spelling_of(struct str word, struct arena *a)
{
	struct point_text t = points_take(word, a);
	struct spelling s = {0};

	for (size_t i = 0; i < t.count; i++)
		t.point[i] = points_lower(t.point[i]);
	s.word = points_text(t.point, t.count, a);
	for (size_t i = 0; i < t.count; i++)
		t.point[i] = points_russian(t.point[i]);
	s.bare = points_text(t.point, t.count, a);
	return s;
}

static int by_bare(const void *a, const void *b)
{
	const struct spelling *x = a, *y = b;
	int c = str_cmp(x->bare, y->bare);

	return c ? c : str_cmp(x->word, y->word);
}

/* Words that differ in case alone become one. */
static void join_cases(spellings *all)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->len; i++) {
		if (kept && str_eq(all->at[kept - 1].word, all->at[i].word))
			all->at[kept - 1].count += all->at[i].count;
		else
			all->at[kept++] = all->at[i];
	}
	all->len = kept;
}

/* True where `bare` is `full` with some of its Kazakh letters as Russian ones. */
static bool is_barer(struct str bare, struct str full, struct arena *a)
{
	struct point_text b = points_take(bare, a), f = points_take(full, a);
	bool barer = false;

	for (size_t i = 0; i < b.count && i < f.count; i++) {
		if (b.point[i] == f.point[i])
			continue;
		if (b.point[i] != points_russian(f.point[i]))
			return false;
		barer = true;
	}
	return barer && b.count == f.count;
}

/* Spellings first..last have one bare form. */
static void judge_group(const spellings *all, size_t first, size_t last, const struct word_knowledge *knows, struct arena *a,
			struct map *out)
{
	const struct spelling *best = &all->at[first];

	for (size_t i = first; i < last; i++)
		if (all->at[i].count > best->count)
			best = &all->at[i];
	for (size_t i = first; i < last; i++) {
		const struct spelling *s = &all->at[i];
		struct site_spelling *found;

		if (best->count < OFTEN || best->count / TIMES < s->count || !is_barer(s->word, best->word, a) ||
		    restore_both_words(s->word) || knows->kazakh(knows->ctx, s->word) == KNOWS_SURELY || knows->russian(knows->ctx, s->word))
			continue;
		found = arena_new(a, struct site_spelling);
		*found = (struct site_spelling){best->word, best->count};
		map_put(out, s->word, found);
	}
}

void site_spellings(const struct word_table *words, const struct word_knowledge *knows, struct arena *a, struct map *out)
{
	spellings all = {0};
	size_t last;

	for (size_t i = 0; i < words->count; i++) {
		const struct word_entry *w = &words->at[i];

		if (w->language != LETTERS_KK || w->latin || w->word.len < 6)
			continue;
		vec_push(&all, spelling_of(w->word, a));
		all.at[all.len - 1].count = w->count;
	}
	vec_sort(&all, by_bare);
	join_cases(&all);
	for (size_t first = 0; first < all.len; first = last) {
		for (last = first + 1; last < all.len && str_eq(all.at[last].bare, all.at[first].bare);)
			last++;
		if (last - first > 1)
			judge_group(&all, first, last, knows, a, out);
	}
	vec_clear(&all);
}

const struct site_spelling *site_spelling_of(const struct map *all, struct str word, struct arena *a)
{
	return all->len ? map_get(all, spelling_of(word, a).word) : NULL;
}
