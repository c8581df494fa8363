#include "lexicon/block.h"

#include <math.h>

#include "base/mem.h"
#include "letters/lexicon.h"

struct table {
	uint64_t *slots;
	uint32_t count, used;
};

/* One place in five stays empty, so that a look at an unknown key ends soon. */
static struct table table_for(size_t entries)
{
	struct table t = {.count = (uint32_t)(entries + entries / 4 + 1)};

	t.slots = mem_zero(t.count, sizeof *t.slots);
	return t;
}

static void put(struct table *t, uint32_t slot, uint64_t entry)
{
	while (t->slots[slot])
		slot = slot + 1 == t->count ? 0 : slot + 1;
	t->slots[slot] = entry;
	t->used++;
}

static bool is_known(const struct form *form)
{
	return form->count || form->listed || form->headword;
}

static struct table words_of(const struct forms *forms)
{
	size_t known = 0;

	for (size_t i = 0; i < forms->all.len; i++)
		known += is_known(forms->all.at[i]);

	struct table t = table_for(known);

	for (size_t i = 0; i < forms->all.len; i++) {
		const struct form *form = forms->all.at[i];
		uint64_t hash = lexicon_hash(&form->word), count = form->count < 65535 ? form->count : 65535;

		if (is_known(form))
			put(&t, lexicon_word_slot(hash, t.count),
			    (hash & (((uint64_t)1 << 40) - 1)) | count << 40 | (uint64_t)form->listed << 56 |
				    (uint64_t)form->headword << 58);
	}
	return t;
}

/* A logarithm of a chance as a cost; 0 would say that there is none. */
static uint64_t cost(double log_chance)
{
	double units = -log_chance * LEXICON_UNIT;

	return units >= 65535 ? 65535 : units < 1 ? 1 : (uint64_t)lrint(units);
}

static struct table groups_of(const struct model *model)
{
	struct table t = table_for(model->len);

	for (size_t i = 0; i < model->cap; i++) {
		const struct group *g = &model->groups[i];

		if (g->letters)
			put(&t, lexicon_group_slot(g->letters, t.count),
			    g->letters | cost(g->chance > 0 ? log(g->chance) : -100) << 32 |
				    (g->kinds > 0 ? cost(model_shorter(g)) << 48 : 0));
	}
	return t;
}

void block_write(const struct forms *forms, const struct model *model, struct buf *out)
{
	struct table words = words_of(forms), groups = groups_of(model);
	struct lexicon head = {.magic = LEXICON_MAGIC,
			       .version = LEXICON_VERSION,
			       .word_slots = words.count,
			       .group_slots = groups.count,
			       .words = words.used,
			       .groups = groups.used};

	buf_add(out, (struct str){(const char *)&head, sizeof head});
	buf_add(out, (struct str){(const char *)words.slots, sizeof *words.slots * words.count});
	buf_add(out, (struct str){(const char *)groups.slots, sizeof *groups.slots * groups.count});
	free(words.slots);
	free(groups.slots);
}
