/*
 * related.c - questions that a reader of one question may want next: those that link to it and those that share its
 * keywords, nearest first; neighbours of the section fill up. What the text itself links to is left out: it stands
 * there already.
 */
#include "site/join.h"
#include "site/resolve.h"
#include "text/fold.h"

/* A keyword that so many questions share says nothing about two of them, and would cost the square of their number. */
enum { COMMON_KEYWORD = 30 };

/* Points: a link from the other question weighs as much as three shared keywords; the same section counts once. */
enum { POINTS_LINK = 6, POINTS_KEYWORD = 2, POINTS_SECTION = 3 };

/* How far in the section neighbours are taken from: enough to fill the list where some are left out. */
enum { NEIGHBOURS = 2 * RELATED_MOST };

struct candidate {
	const struct entry *entry;
	size_t number; /* in site->questions */
	unsigned points;
};

typedef VEC(struct candidate) candidates;

struct posting {
	VEC(size_t) questions; /* numbers, rising */
};

struct finder {
	struct site *site;
	struct arena scratch;
	struct map keywords; /* folded keyword -> struct posting */
	struct map numbers;  /* entry id -> number + 1, as a pointer */
	VEC(struct posting *) postings;
	VEC(struct posting) incoming; /* by question: who links to it */
	VEC(struct posting) outgoing;
};

static void add_once(struct posting *p, size_t number)
{
	for (size_t i = 0; i < p->questions.len; i++)
		if (p->questions.at[i] == number)
			return;
	vec_push(&p->questions, number);
}

static struct posting *posting_for(struct finder *f, struct str keyword)
{
	struct posting *p = map_get(&f->keywords, keyword);

	if (!p) {
		p = arena_new(&f->scratch, struct posting);
		map_put(&f->keywords, keyword, p);
		vec_push(&f->postings, p);
	}
	return p;
}

static void note_keywords(struct finder *f, const struct article *a, size_t number)
{
	for (size_t k = 0; k < a->front.keyword_count; k++) {
		struct posting *p = posting_for(f, fold_text(a->front.keywords[k].text, &f->scratch));

		if (p->questions.len <= COMMON_KEYWORD)
			add_once(p, number);
	}
}

static void note_links(struct finder *f, const struct article *a, size_t number)
{
	for (size_t i = 0; a->markup && i < a->markup->links.len; i++) {
		const struct markup_link *link = &a->markup->links.at[i];
		struct str section = link->shared ? STR_NONE : entry_folder(a->entry);
		struct target t = resolve_target(f->site, link->target, section, a->entry, a->language, &f->scratch);
		uintptr_t other;

		if (t.kind != TARGET_ENTRY)
			continue;
		other = (uintptr_t)map_get(&f->numbers, t.entry->id);
		if (other && other - 1 != number) {
			add_once(&f->incoming.at[other - 1], number);
			add_once(&f->outgoing.at[number], other - 1);
		}
	}
}

static void collect(struct finder *f)
{
	for (size_t n = 0; n < f->site->questions.len; n++) {
		map_put(&f->numbers, f->site->questions.at[n]->id, (void *)(uintptr_t)(n + 1));
		vec_push(&f->incoming, (struct posting){0});
		vec_push(&f->outgoing, (struct posting){0});
	}
	for (size_t n = 0; n < f->site->questions.len; n++)
		for (size_t l = 0; l < f->site->settings.language_count; l++) {
			const struct article *a = f->site->questions.at[n]->texts[l];

			if (!a)
				continue;
			note_keywords(f, a, n);
			note_links(f, a, n);
		}
}

static bool contains(const struct posting *p, size_t number)
{
	for (size_t i = 0; i < p->questions.len; i++)
		if (p->questions.at[i] == number)
			return true;
	return false;
}

static void give(struct finder *f, candidates *all, size_t self, size_t number, unsigned points)
{
	if (number == self || contains(&f->outgoing.at[self], number))
		return;
	for (size_t i = 0; i < all->len; i++)
		if (all->at[i].number == number) {
			all->at[i].points += points;
			return;
		}
	if (f->site->questions.at[number]->section == f->site->questions.at[self]->section)
		points += POINTS_SECTION;
	vec_push(all, ((struct candidate){f->site->questions.at[number], number, points}));
}

static int by_points(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->points != y->points)
		return x->points > y->points ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static void score(struct finder *f, size_t self, candidates *all)
{
	const struct entry *e = f->site->questions.at[self];

	for (size_t i = 0; i < f->incoming.at[self].questions.len; i++)
		give(f, all, self, f->incoming.at[self].questions.at[i], POINTS_LINK);
	for (size_t l = 0; l < f->site->settings.language_count; l++)
		for (size_t k = 0; e->texts[l] && k < e->texts[l]->front.keyword_count; k++) {
			const struct posting *p =
				map_get(&f->keywords, fold_text(e->texts[l]->front.keywords[k].text, &f->scratch));

			for (size_t i = 0; p->questions.len <= COMMON_KEYWORD && i < p->questions.len; i++)
				give(f, all, self, p->questions.at[i], POINTS_KEYWORD);
		}
	for (size_t d = 1; d <= NEIGHBOURS; d++) {
		if (self >= d && f->site->questions.at[self - d]->section == e->section)
			give(f, all, self, self - d, 0);
		if (self + d < f->site->questions.len && f->site->questions.at[self + d]->section == e->section)
			give(f, all, self, self + d, 0);
	}
	vec_sort(all, by_points);
}

static void keep_best(struct finder *f, size_t self)
{
	struct entry *e = f->site->questions.at[self];
	candidates all = {0};

	score(f, self, &all);
	e->related_count = all.len < RELATED_MOST ? all.len : RELATED_MOST;
	e->related = arena_array(&f->site->arena, const struct entry *, e->related_count);
	for (size_t i = 0; i < e->related_count; i++)
		e->related[i] = all.at[i].entry;
	vec_clear(&all);
}

void related_find(struct site *site)
{
	struct finder f = {.site = site};

	collect(&f);
	for (size_t n = 0; n < site->questions.len; n++)
		keep_best(&f, n);
	for (size_t i = 0; i < f.postings.len; i++)
		vec_clear(&f.postings.at[i]->questions);
	for (size_t i = 0; i < f.incoming.len; i++) {
		vec_clear(&f.incoming.at[i].questions);
		vec_clear(&f.outgoing.at[i].questions);
	}
	vec_clear(&f.postings);
	vec_clear(&f.incoming);
	vec_clear(&f.outgoing);
	map_clear(&f.keywords);
	map_clear(&f.numbers);
	arena_clear(&f.scratch);
}
