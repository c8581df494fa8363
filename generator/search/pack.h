/*
 * pack.h - numbers and sorted words as short texts. search-parts.js takes them apart again.
 */
#ifndef KOMEK_SEARCH_PACK_H
#define KOMEK_SEARCH_PACK_H

#include <stdint.h>

#include "base/buf.h"

/* One character for a number below 64. */
void pack_digit(struct buf *out, uint32_t n);

/* Any number: five bits a character, all but the last with 32 added. */
void pack_number(struct buf *out, uint32_t n);

/*
 * A word behind the one before: a digit for the UTF-16 units that it shares with it (63 at most), then `between`, then the
 * rest of the word.
 */
void pack_word(struct buf *out, struct str last, struct str word, struct str between);

/* Bytes of a word until it differs from the one that is sorted before it: as much as tells it from that. */
size_t pack_distinct(struct str last, struct str word);

#endif
