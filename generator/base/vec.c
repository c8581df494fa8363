#include "base/vec.h"

#include <stdint.h>

#include "base/mem.h"

void *vec_grow(void *at, size_t *cap, size_t item)
{
	size_t more = *cap ? *cap * 2 : 8;

	if (more > SIZE_MAX / item)
		mem_exhausted();
	*cap = more;
	return mem_resize(at, more * item);
}
