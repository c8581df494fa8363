/*
 * utf8.h - code points in UTF-8 bytes (The Unicode Standard, table 3-7: well-formed sequences).
 */
#ifndef KOMEK_BASE_UTF8_H
#define KOMEK_BASE_UTF8_H

#include "base/str.h"

/*
 * Decodes the code point at s[at]; gives its length in bytes (1 to 4). Bytes that are not well-formed give
 * U+FFFD and length 1, so that a loop always moves on. at must be below s.len.
 */
size_t utf8_decode(struct str s, size_t at, uint32_t *point);

/* Writes 1 to 4 bytes for a code point (surrogates and values over U+10FFFF become U+FFFD); gives the count. */
size_t utf8_encode(uint32_t point, char out[4]);

/* Position of the first byte that is not well-formed UTF-8, or s.len. */
size_t utf8_valid_until(struct str s);

/* Number of code points; a byte that is not well-formed counts as one. */
size_t utf8_count(struct str s);

/* Byte position of the n-th code point (from 0), or s.len where there are fewer. */
size_t utf8_offset(struct str s, size_t n);

#endif
