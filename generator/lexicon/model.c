#include "lexicon/model.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "letters/lexicon.h"

/* Groups of five below this weight are dropped: half of all groups, next to none of the knowledge. */
static const double rare = 0.8;

static struct group *place(const struct model *m, uint32_t letters)
{
	size_t i = (uint32_t)(letters * 0x9E3779B1U) % m->cap;

	while (m->groups[i].letters && m->groups[i].letters != letters)
		i = i + 1 == m->cap ? 0 : i + 1;
	return &m->groups[i];
}

static void grow(struct model *m)
{
	struct model wider = {.cap = m->cap ? 2 * m->cap : 1024, .len = m->len, .all = m->all};

	wider.groups = mem_zero(wider.cap, sizeof *wider.groups);
	for (size_t i = 0; i < m->cap; i++)
		if (m->groups[i].letters)
			*place(&wider, m->groups[i].letters) = m->groups[i];
	free(m->groups);
	*m = wider;
}

static void count(struct model *m, uint32_t letters, double weight)
{
	if (2 * m->len >= m->cap)
		grow(m);

	struct group *g = place(m, letters);

	m->len += !g->letters;
	g->letters = letters;
	g->weight += weight;
}

/* The groups that end with the letter behind `before` (packed, the begin mark first). */
static void count_ends(struct model *m, uint32_t before, uint8_t letter, double weight)
{
	uint32_t mask = 0;

	for (int length = 1; length <= LEXICON_ORDER; length++, mask = mask << 6 | 0x3F) {
		if (length > 1 && (before & mask) == (before & mask >> 6))
			return;
		count(m, (before & mask) << 6 | letter, weight);
	}
}

void model_add(struct model *m, const struct letters *word, double weight)
{
	uint32_t before = ALPHABET_BEGIN;

	count(m, before, 0);
	for (size_t i = 0; i <= word->len; i++) {
		uint8_t letter = i < word->len ? word->at[i] : ALPHABET_END;

		count_ends(m, before, letter, weight);
		before = (before << 6 | letter) & 0xFFFFFF;
	}
}

static struct group *found(struct model *m, uint32_t letters)
{
	return letters ? place(m, letters) : &m->all;
}

/* The group without its first letter. */
static uint32_t shorter(uint32_t letters)
{
	uint32_t mask = 0x3FFFFFFF;

	while (mask && (letters & mask) == letters)
		mask >>= 6;
	return letters & mask;
}

static double chance(struct model *m, struct group *g)
{
	if (g->chance > 0)
		return g->chance;

	uint32_t rest = shorter(g->letters);
	double below = rest ? chance(m, place(m, rest)) : 1.0 / (ALPHABET_LETTERS + 3);
	const struct group *before = found(m, g->letters >> 6);

	g->chance = (g->weight + before->kinds * below) / (before->after + before->kinds);
	return g->chance;
}

/* The table is walked in its own order, which depends on the words and their order only. */
void model_finish(struct model *m)
{
	struct model kept = {0};

	for (size_t i = 0; i < m->cap; i++)
		if (m->groups[i].letters && (m->groups[i].letters < 1U << 24 || m->groups[i].weight > rare))
			count(&kept, m->groups[i].letters, m->groups[i].weight);
	free(m->groups);
	*m = kept;
	for (size_t i = 0; i < m->cap; i++) {
		const struct group *g = &m->groups[i];

		if (g->weight > 0) {
			struct group *before = found(m, g->letters >> 6);

			before->after += g->weight;
			before->kinds += 1;
		}
	}
	for (size_t i = 0; i < m->cap; i++)
		if (m->groups[i].weight > 0)
			chance(m, &m->groups[i]);
}

double model_shorter(const struct group *g)
{
	return g->kinds > 0 ? log(g->kinds / (g->after + g->kinds)) : 0;
}

static double step(const struct model *m, uint32_t before, uint8_t letter)
{
	double cost = 0;

	for (;; before = shorter(before)) {
		const struct group *g = place(m, before << 6 | letter);

		if (g->chance > 0)
			return cost + log(g->chance);
		if (!before)
			return cost - 8;
		cost += model_shorter(place(m, before));
	}
}

double model_cost(const struct model *m, const struct letters *word)
{
	uint32_t before = ALPHABET_BEGIN;
	double cost = 0;

	for (size_t i = 0; i <= word->len; i++) {
		uint8_t letter = i < word->len ? word->at[i] : ALPHABET_END;

		cost += step(m, before, letter);
		before = (before << 6 | letter) & 0xFFFFFF;
	}
	return cost;
}

void model_clear(struct model *m)
{
	free(m->groups);
	*m = (struct model){0};
}
