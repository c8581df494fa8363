/*
 * align_byte.h - looking at the byte under the cursor; for the files of align.h.
 */
#ifndef KOMEK_MARKUP_ALIGN_BYTE_H
#define KOMEK_MARKUP_ALIGN_BYTE_H

#include "markup/align.h"

static inline const char *bytes(const struct align *a)
{
	return a->source->bytes.at;
}

static inline bool sees(const struct align *a, char c)
{
	return a->at < a->end && bytes(a)[a->at] == c;
}

/* What a backslash can escape. */
static inline bool is_punct(char c)
{
	return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
}

static inline bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* One step through a text and its source: how many bytes of each stand for one another; none: they differ. */
struct align_step {
	size_t source, text;
	bool exact; /* the same byte, not an escape or a reference */
};

struct align_step align_step(const struct align *a, size_t at, struct str text, size_t i);

#endif
