/*
 * near.h - the known name that a mistyped one probably meant.
 */
#ifndef KOMEK_BASE_NEAR_H
#define KOMEK_BASE_NEAR_H

#include "base/str.h"

/* The longest name that is compared, in code points; a longer one is near to nothing. */
enum { NEAR_LONGEST = 128 };

/*
 * Optimal string alignment distance (Damerau-Levenshtein without second edits of a swapped pair) in code
 * points, upper and lower case ASCII alike; at most limit + 1 is said, and limit + 1 for names over NEAR_LONGEST.
 */
unsigned near_distance(struct str a, struct str b, unsigned limit);

struct near {
	struct str name; /* what was typed */
	struct str best; /* the nearest known name so far; empty: none is near enough */
	unsigned distance;
};

/* Begins a search for the known name nearest to `name`: at most a third of its code points (1 at least) may differ. */
struct near near_begin(struct str name);

/* Offers a known name; of equally near ones the first in byte order wins, so the order of offers does not matter. */
void near_offer(struct near *n, struct str known);

/* The nearest of an array of C strings that ends with NULL; empty where none is near. */
struct str near_of(struct str name, const char *const *known);

#endif
