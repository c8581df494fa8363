/*
 * broken.h - UTF-8 that was read as an 8-bit encoding and written as UTF-8 again, once or more often: "Т›Р°Т›" was "қақ".
 *
 * Every such stretch decodes strictly: each of its characters is a byte of Windows-1251 or Windows-1252, and the bytes are
 * well-formed UTF-8 for letters of our alphabets. Ordinary text does not do that by chance: two letters at least must
 * come out, or one out of a character that no ordinary text has.
 */
#ifndef KOMEK_LETTERS_BROKEN_H
#define KOMEK_LETTERS_BROKEN_H

#include "letters/encoding.h"
#include "letters/points.h"

struct broken {
	size_t from, to;     /* numbers of code points in the text */
	struct str repaired; /* in the arena; a letter that was lost is U+FFFD */
	bool lossy;	     /* a byte was lost on the way: there is no sure repair */
	size_t tried;	     /* how far was read in vain; 0 before the first call, then kept for the next one */
};

/*
 * Finds the next stretch at or behind code point `from`; false where there is none. In what was read in vain before, it
 * comes in pieces, so that the time stays proportional to the text.
 */
bool broken_next(const struct encodings *e, const struct point_text *t, size_t from, struct arena *a,
		 struct broken *out);

#endif
