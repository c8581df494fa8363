/*
 * encoding.h - what becomes of letters when bytes are read in the wrong encoding.
 *
 * The tables come from the system's own converters (iconv: CP1251, CP1252, RK1048, PT154), so none is written from
 * memory. A byte without a character reads as the control character of its number (U+0098), as many programs do.
 */
#ifndef KOMEK_LETTERS_ENCODING_H
#define KOMEK_LETTERS_ENCODING_H

#include <stdbool.h>
#include <stdint.h>

enum encoding { ENCODING_CP1251, ENCODING_CP1252, ENCODING_KZ1048, ENCODING_PT154, ENCODING_COUNT };

/* Every character of these encodings lies below. */
enum { ENCODING_POINTS = 0x2200 };

struct encodings {
	uint32_t point[ENCODING_COUNT][256];		     /* the code point of each byte */
	unsigned char byte[ENCODING_COUNT][ENCODING_POINTS]; /* the byte of each code point from 0x80 on; 0: none */
};

/* False where the system lacks a converter; *name says which. */
bool encodings_make(struct encodings *e, const char **name);

/* The byte that an encoding reads as this code point; -1: none. */
int encoding_byte(const struct encodings *e, enum encoding encoding, uint32_t point);

/*
 * The Kazakh letter that was written in `encoding` (KZ1048 or PT154) where Windows-1251 shows this code point; 0 where
 * it shows the same or no Kazakh letter.
 */
uint32_t encoding_letter(const struct encodings *e, enum encoding encoding, uint32_t shown);

#endif
