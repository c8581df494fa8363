#include "base/arena.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

struct arena_block {
	struct arena_block *before;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

/* Blocks of 16 KiB carry a typical answer with its tree of facts in one or two pieces. */
enum { BLOCK_SIZE = 16 * 1024 };

static struct arena_block *add_block(struct arena *a, size_t size)
{
	struct arena_block *b;

	if (size < BLOCK_SIZE)
		size = BLOCK_SIZE;
	if (size > SIZE_MAX - sizeof *b)
		mem_exhausted();
	b = mem_alloc(sizeof *b + size);
	b->before = a->last;
	b->used = 0;
	b->size = size;
	a->last = b;
	return b;
}

void *arena_alloc(struct arena *a, size_t size)
{
	size_t align = alignof(max_align_t);
	struct arena_block *b = a->last;
	void *p;

	if (size > SIZE_MAX - align)
		mem_exhausted();
	size = (size + align - 1) / align * align;
	if (!b || b->size - b->used < size)
		b = add_block(a, size);
	p = b->bytes + b->used;
	b->used += size;
	return memset(p, 0, size);
}

size_t arena_product(size_t size, size_t n)
{
	if (size && n > SIZE_MAX / size)
		mem_exhausted();
	return size * n;
}

struct str arena_str(struct arena *a, struct str s)
{
	char *copy = arena_alloc(a, s.len + 1);

	if (s.len)
		memcpy(copy, s.at, s.len);
	return (struct str){copy, s.len};
}

struct str arena_printf(struct arena *a, const char *format, ...)
{
	va_list args, again;
	char *text;
	int n;

	va_start(args, format);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){text, (size_t)(n < 0 ? 0 : n)};
}

static void free_blocks(struct arena_block *b)
{
	while (b) {
		struct arena_block *before = b->before;

		free(b);
		b = before;
	}
}

void arena_reset(struct arena *a)
{
	if (!a->last)
		return;
	free_blocks(a->last->before);
	a->last->before = NULL;
	a->last->used = 0;
}

void arena_clear(struct arena *a)
{
	free_blocks(a->last);
	a->last = NULL;
}
