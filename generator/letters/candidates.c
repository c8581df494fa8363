#include "letters/candidates.h"

#include "base/utf8.h"

void candidates_add(struct candidates *c, const char *letters)
{
	struct str s = str_of(letters);

	c->place[c->n].count = 0;
	for (size_t at = 0; at < s.len && c->place[c->n].count < OPTIONS_MOST;) {
		uint32_t point;

		at += utf8_decode(s, at, &point);
		c->place[c->n].letter[c->place[c->n].count++] = point;
	}
	c->n++;
}

void candidates_add_point(struct candidates *c, uint32_t letter)
{
	c->place[c->n].letter[0] = letter;
	c->place[c->n++].count = 1;
}

static enum knows better(enum knows a, enum knows b)
{
	return a > b ? a : b;
}

enum knows candidates_known(const struct judge *j, const uint32_t *point, size_t n)
{
	struct str word = points_text(point, n, j->scratch);
	const struct word_knowledge *k = j->knows;
	enum knows first, second;

	if (j->language == LETTERS_EN)
		return k->english(k->ctx, word);
	first = j->language == LETTERS_KK ? k->kazakh(k->ctx, word) : k->russian(k->ctx, word);
	if (first == KNOWS_SURELY)
		return first;
	/* Russian words stand in Kazakh texts and the reverse, but count less. */
	second = j->language == LETTERS_KK ? k->russian(k->ctx, word) : k->kazakh(k->ctx, word);
	return better(first, second ? KNOWS_FORM : KNOWS_NOT);
}

static float likelihood_of(const struct judge *j, const struct candidate *c)
{
	if (j->language != LETTERS_KK)
		return 0;
	return j->knows->likelihood(j->knows->ctx, points_text(c->point, c->n, j->scratch));
}

/* The n-th candidate: its number, written with a digit a place, says which option each place takes. */
static unsigned make(const struct candidates *c, size_t number, struct candidate *out)
{
	unsigned later = 0;

	out->n = c->n;
	for (size_t i = c->n; i-- > 0;) {
		size_t option = number % c->place[i].count;

		number /= c->place[i].count;
		out->point[i] = c->place[i].letter[option];
		later += option > 0;
	}
	return later;
}

/* How many there are; CANDIDATES_MOST where there are more. */
static size_t count(const struct candidates *c)
{
	size_t n = 1;

	for (size_t i = 0; i < c->n; i++) {
		if (c->place[i].count == 0)
			return 0;
		n *= c->place[i].count;
		if (n > CANDIDATES_MOST)
			return CANDIDATES_MOST;
	}
	return n;
}

/* Where there are more, only those whose letters follow each other best are looked up: that is dear. */
enum { LOOKED_UP_MOST = 48 };

/* The numbers of the candidates to be looked up, in order; how many. */
static size_t choose(const struct candidates *c, size_t all, size_t chosen[LOOKED_UP_MOST])
{
	const struct word_knowledge *k = c->judge->knows;
	float worths[LOOKED_UP_MOST];
	size_t n = 0;

	for (size_t i = 0; i < all; i++) {
		struct candidate next;
		size_t at = n;
		float worth = 0;

		if (all > LOOKED_UP_MOST && c->judge->language == LETTERS_KK) {
			make(c, i, &next);
			worth = k->letters(k->ctx, points_text(next.point, next.n, c->judge->scratch));
		}
		while (at > 0 && worths[at - 1] < worth)
			at--;
		if (at == LOOKED_UP_MOST)
			continue;
		n += n < LOOKED_UP_MOST;
		memmove(worths + at + 1, worths + at, (n - at - 1) * sizeof *worths);
		memmove(chosen + at + 1, chosen + at, (n - at - 1) * sizeof *chosen);
		worths[at] = worth;
		chosen[at] = i;
	}
	return n;
}

/* Thousands of candidates take milliseconds; a text of such words must not take hours. */
static bool has_patience(const struct candidates *c)
{
	if (c->paid)
		return true;
	if (!c->judge->patience || *c->judge->patience == 0)
		return false;
	--*c->judge->patience;
	return true;
}

struct candidate candidates_best(const struct candidates *c)
{
	size_t chosen[LOOKED_UP_MOST], all = count(c), n, as_well = 0;
	struct candidate best = {.n = 0};
	float best_worth = 0;

	n = choose(c, all > LOOKED_UP_MOST && !has_patience(c) ? LOOKED_UP_MOST : all, chosen);
	for (size_t i = 0; i < n; i++) {
		struct candidate next;
		unsigned later = make(c, chosen[i], &next);
		float worth;

		next.known = candidates_known(c->judge, next.point, next.n);
		if (best.n && next.known < best.known)
			continue;
		worth = likelihood_of(c->judge, &next) - (float)later;
		as_well = best.n && next.known == best.known ? as_well + 1 : 0;
		if (best.n && next.known == best.known && worth <= best_worth)
			continue;
		best = next;
		best_worth = worth;
	}
	best.alone = as_well == 0 && (best.known != KNOWS_NOT || all == 1);
	return best;
}
