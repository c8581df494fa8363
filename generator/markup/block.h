/*
 * block.h - the kinds of blocks with a meaning: quotes whose first line is [!KIND].
 */
#ifndef KOMEK_MARKUP_BLOCK_H
#define KOMEK_MARKUP_BLOCK_H

#include "base/str.h"

enum block_kind {
	BLOCK_QUOTE, /* a plain quote */
	BLOCK_NOTE,
	BLOCK_WARNING,
	BLOCK_TIP,
	BLOCK_CAUSE,
	BLOCK_SOLUTION,
	BLOCK_LAW,
	BLOCK_UNKNOWN,
	BLOCK_COUNT
};

struct block_name {
	const char *marker; /* as editors write it: "NOTE"; NULL for BLOCK_QUOTE and BLOCK_UNKNOWN */
	const char *word;   /* class on the page, and the name of its label among the interface's texts: "note" */
};

extern const struct block_name block_names[BLOCK_COUNT];

/*
 * The kind that a quote's first text declares. *marker becomes the part of it between [! and ], *length the bytes of
 * the marker with the brackets and the spaces after it; BLOCK_QUOTE where it declares none.
 */
enum block_kind block_of(struct str text, struct str *marker, size_t *length);

/* The known marker nearest to the given one, else empty. */
struct str block_nearest(struct str marker);

#endif
