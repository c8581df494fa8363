/*
 * str.h - a view of bytes: where they are and how many. It owns nothing and needs no final NUL.
 *
 * Lengths and positions are bytes. An empty view may have a NULL pointer. Whoever makes a view says
 * whose bytes they are; the view must not outlive them.
 */
#ifndef KOMEK_BASE_STR_H
#define KOMEK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *at;
	size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_NONE     ((struct str){NULL, 0})
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).at ? (s).at : ""

static inline struct str str_of(const char *text)
{
	return (struct str){text, text ? strlen(text) : 0};
}

/* The bytes of s from `from` up to but without `to`; both are clipped to the length. */
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return (struct str){s.at ? s.at + from : NULL, to - from};
}

static inline struct str str_from(struct str s, size_t from)
{
	return str_slice(s, from, s.len);
}

/* Order of bytes, as memcmp; a prefix comes before what it begins. UTF-8 keeps code point order. */
int str_cmp(struct str a, struct str b);

static inline bool str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* Byte position of the first needle in s at or after `from`; SIZE_MAX where there is none. */
size_t str_find(struct str s, struct str needle, size_t from);

/* Position of the first (last) such byte; SIZE_MAX where there is none. */
size_t str_find_byte(struct str s, char c);
size_t str_find_last_byte(struct str s, char c);

/* Without ASCII white space (space, tab, CR, LF) at both ends. */
struct str str_trim(struct str s);

/* Takes the part of *rest before the next `sep` byte and moves *rest past it; false once *rest is used up. */
bool str_split(struct str *rest, char sep, struct str *part);

/* Reads the whole of s as a decimal number of 0 to max; for anything else (signs, spaces) false, *value untouched. */
bool str_number(struct str s, uint64_t max, uint64_t *value);

/* A copy with a final NUL, from the heap; the caller frees it. */
char *str_dup(struct str s);

#endif
