/*
 * arena.h - memory of one lifetime: taken piece by piece, given back all at once.
 *
 *	struct arena a = ARENA_INIT;
 *	struct str s = arena_str(&a, text);
 *	arena_reset(&a);	everything taken is gone, the newest block is kept for reuse
 *	arena_clear(&a);	everything is freed
 *
 * One thread at a time uses an arena. Nobody frees single pieces, so error paths cannot leak.
 */
#ifndef KOMEK_BASE_ARENA_H
#define KOMEK_BASE_ARENA_H

#include <stdarg.h>

#include "base/str.h"

struct arena_block;

struct arena {
	struct arena_block *last;
};

#define ARENA_INIT ((struct arena){NULL})

/* size bytes set to zero, aligned for any type. */
void *arena_alloc(struct arena *a, size_t size);

/* One T, or an array of n, set to zero. */
#define arena_new(a, T)	     ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), arena_product(sizeof(T), (n))))

/* size * n, or the end of the process where that overflows. */
size_t arena_product(size_t size, size_t n);

/* A copy in the arena, followed by a NUL that is not counted; never a NULL pointer. */
struct str arena_str(struct arena *a, struct str s);

/* printf into the arena. */
__attribute__((format(printf, 2, 3))) struct str arena_printf(struct arena *a, const char *format, ...);

void arena_reset(struct arena *a);
void arena_clear(struct arena *a);

#endif
