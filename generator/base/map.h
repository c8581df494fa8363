/*
 * map.h - from byte strings to pointers; an open-addressing hash table.
 *
 *	struct map m = {0};
 *	map_put(&m, key, value);
 *	value = map_get(&m, key);	NULL where the key is not there
 *	map_clear(&m);
 *
 * Keys are views: their bytes must live as long as the map. Values are never NULL. The order of entries
 * means nothing; whoever needs an order sorts.
 */
#ifndef KOMEK_BASE_MAP_H
#define KOMEK_BASE_MAP_H

#include "base/str.h"

struct map_entry;

struct map {
	struct map_entry *slots;
	size_t len, cap;
};

/* Adds or replaces; gives back the value that stood there before, else NULL. */
void *map_put(struct map *m, struct str key, void *value);
void *map_get(const struct map *m, struct str key);
void map_clear(struct map *m);

#endif
