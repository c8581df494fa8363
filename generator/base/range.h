/*
 * range.h - tables of code points by ranges, as the Unicode Character Database has them.
 */
#ifndef KOMEK_BASE_RANGE_H
#define KOMEK_BASE_RANGE_H

#include <stddef.h>
#include <stdint.h>

/* Code points first to last, and what the table says of them; 0 where it only lists them. */
struct range {
	uint32_t first, last;
	unsigned value;
};

/* The range that holds the point, of `count` in rising order without overlaps; NULL: none does. */
const struct range *range_find(const struct range *ranges, size_t count, uint32_t point);

#endif
