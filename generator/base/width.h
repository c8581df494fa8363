/*
 * width.h - how many columns of a terminal a character takes. Our own table (width.def) and not wcwidth, whose answer
 * depends on the locale.
 */
#ifndef KOMEK_BASE_WIDTH_H
#define KOMEK_BASE_WIDTH_H

#include <stdbool.h>
#include <stdint.h>

/* Columns of a code point: 2 for wide ones (Chinese, emoji), 0 for marks that join the letter before them, else 1. */
unsigned width_of(uint32_t point);

/*
 * True for characters that show nothing of their own: a soft hyphen, a zero width space, and those that turn the direction of a
 * line around. Whoever prints them shows a mark in their place.
 */
bool width_is_hidden(uint32_t point);

#endif
