#include "base/map.h"

#include <stdlib.h>

#include "base/mem.h"

struct map_entry {
	struct str key;
	void *value;
};

/* FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t hash(struct str key)
{
	uint64_t h = 0xcbf29ce484222325U;

	for (size_t i = 0; i < key.len; i++)
		h = (h ^ (unsigned char)key.at[i]) * 0x100000001b3U;
	return h ^ (h >> 32);
}

static struct map_entry *slot_of(const struct map *m, struct str key)
{
	size_t i = hash(key) & (m->cap - 1);

	while (m->slots[i].value && !str_eq(m->slots[i].key, key))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

static void grow(struct map *m)
{
	struct map bigger = {.cap = m->cap ? m->cap * 2 : 16};

	bigger.slots = mem_zero(bigger.cap, sizeof *bigger.slots);
	for (size_t i = 0; i < m->cap; i++)
		if (m->slots[i].value)
			*slot_of(&bigger, m->slots[i].key) = m->slots[i];
	bigger.len = m->len;
	free(m->slots);
	*m = bigger;
}

void *map_put(struct map *m, struct str key, void *value)
{
	struct map_entry *slot;
	void *before;

	if ((m->len + 1) * 4 > m->cap * 3)
		grow(m);
	slot = slot_of(m, key);
	before = slot->value;
	if (!before) {
		slot->key = key;
		m->len++;
	}
	slot->value = value;
	return before;
}

void *map_get(const struct map *m, struct str key)
{
	return m->cap ? slot_of(m, key)->value : NULL;
}

void map_clear(struct map *m)
{
	free(m->slots);
	*m = (struct map){0};
}
