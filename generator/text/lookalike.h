/*
 * lookalike.h - Cyrillic letters that look like Latin ones, as a table.
 */
#ifndef KOMEK_TEXT_LOOKALIKE_H
#define KOMEK_TEXT_LOOKALIKE_H

#include "base/arena.h"

/* The Latin letter that a Cyrillic code point looks like, or 0. */
uint32_t lookalike_latin(uint32_t cyrillic);

/* s with every Cyrillic look-alike replaced, in the arena; *all tells whether every letter outside ASCII was one. */
struct str lookalike_to_latin(struct str s, struct arena *a, bool *all);

#endif
