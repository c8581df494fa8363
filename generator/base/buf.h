/*
 * buf.h - bytes that grow.
 *
 *	struct buf b = BUF_INIT;
 *	buf_add(&b, STR("a"));
 *	buf_addf(&b, "%d", 1);
 *	use buf_str(&b);	valid until the next change of b
 *	buf_clear(&b);
 *
 * The bytes belong to the buf. They are followed by a NUL that is not counted, so that b.at is a C string.
 */
#ifndef KOMEK_BASE_BUF_H
#define KOMEK_BASE_BUF_H

#include "base/str.h"

struct buf {
	char *at;
	size_t len, cap;
};

#define BUF_INIT ((struct buf){NULL, 0, 0})

/* Makes room for n more bytes. */
void buf_reserve(struct buf *b, size_t n);

void buf_add(struct buf *b, struct str s);
void buf_add_byte(struct buf *b, char c);

/* printf to the end. */
__attribute__((format(printf, 2, 3))) void buf_addf(struct buf *b, const char *format, ...);

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){b->at, b->len};
}

/* Empties it and keeps the memory. */
void buf_reset(struct buf *b);

/* Frees the memory; an empty buf is welcome. */
void buf_clear(struct buf *b);

#endif
