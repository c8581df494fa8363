/*
 * layout.h - the keyboards of Kazakhstan: which letter a key gives in each layout.
 */
#ifndef KOMEK_LETTERS_LAYOUT_H
#define KOMEK_LETTERS_LAYOUT_H

#include "letters/points.h"

enum layout { LAYOUT_RUSSIAN, LAYOUT_KAZAKH, LAYOUT_COUNT };

/* What was meant by a character typed with the English layout on. Characters without a key stay. */
uint32_t layout_from_english(enum layout layout, uint32_t point);

/* What was meant by a Cyrillic letter typed with the Russian layout on where English was meant. */
uint32_t layout_to_english(uint32_t point);

#endif
