/*
 * table.h - pipe tables as GitHub has them; cmark knows none. A paragraph whose second line is a row of hyphens is one:
 *
 *	| Document | Days |
 *	| --- | ---: |
 *	| Passport | 15 |
 *
 * Rows are lines of the paragraph. A pipe parts cells, also in code, unless a backslash stands right before it; pipes at a row's ends
 * part nothing.
 */
#ifndef KOMEK_MARKUP_TABLE_H
#define KOMEK_MARKUP_TABLE_H

#include "base/str.h"
#include "base/vec.h"

/* Bytes of a text: from, and up to but without to. */
struct table_span {
	size_t from, to;
};

typedef VEC(struct table_span) table_spans;

/* Without the white space at both ends. */
struct table_span table_trimmed(struct str text, size_t from, size_t to);

/* Adds the cells of a row of the text, without the white space around them, and returns how many there are; none in a lone pipe. */
size_t table_cells(struct str text, struct table_span row, table_spans *out);

enum table_align { TABLE_START, TABLE_CENTER, TABLE_END };

typedef VEC(enum table_align) table_aligns;

/* Adds the columns that a row of hyphens makes and returns how many; 0, and nothing added, where the row is none. */
size_t table_columns(struct str text, struct table_span row, table_aligns *out);

/* True where a row begins and ends with a pipe: hardly anything but a table looks so. */
bool table_is_framed(struct str text, struct table_span row);

#endif
