/*
 * source.h - the bytes of one text that a person wrote, and where its lines begin. Every place in a diagnostic
 * is a range of bytes in a source; lines and columns are worked out when it is printed.
 */
#ifndef KOMEK_DIAG_SOURCE_H
#define KOMEK_DIAG_SOURCE_H

#include "base/arena.h"

/* A code point of a long line: where it begins, and how many stand before it in the line. */
struct source_mark {
	size_t at, before;
};

struct source {
	struct str path;  /* as the user would write it: folder given on the command line, then the name */
	struct str bytes; /* the whole file, as it is on disk */
	size_t *lines;	  /* byte offset of each line's beginning */
	size_t line_count;
	const struct source_mark *marks; /* of long lines, so that columns need not be counted from their beginnings */
	size_t mark_count;
};

/* Byte range of a source: from, and up to but without to. */
struct place {
	const struct source *source;
	size_t from, to;
};

/* A line and a column, both from 1; columns count code points. */
struct position {
	size_t line, column;
};

/* Makes a source in the arena. path and bytes must live as long as the arena. Lines end with LF, CRLF or CR. */
struct source *source_new(struct arena *a, struct str path, struct str bytes);

struct position source_position(const struct source *s, size_t offset);

/* Offset of a line's beginning (from 1; past the last line: the end of the bytes). */
size_t source_line_start(const struct source *s, size_t line);

/* The line (from 1) without its line end. */
struct str source_line(const struct source *s, size_t line);

/* A place in a source from a part of its bytes: view must point into s->bytes. */
struct place source_place(const struct source *s, struct str view);

#endif
