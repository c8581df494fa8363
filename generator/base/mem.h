/*
 * mem.h - heap memory that is never NULL.
 *
 * A program that cannot get memory has nothing sensible left to do, so the policy for failed
 * allocations stands in this one place: say so on standard error in one line and end the process with
 * status 2 (_exit: no clean-up runs that could need memory). Libraries that allow it get these functions.
 */
#ifndef KOMEK_BASE_MEM_H
#define KOMEK_BASE_MEM_H

#include <stddef.h>

/* Allocates size bytes (size 0 gives a valid pointer). The caller frees with free(). */
void *mem_alloc(size_t size);

/* Allocates count * size bytes set to zero; an overflowing product counts as out of memory. */
void *mem_zero(size_t count, size_t size);

/* realloc() with the same policy: old may be NULL. */
void *mem_resize(void *old, size_t size);

/* Ends the process as described above. */
_Noreturn void mem_exhausted(void);

#endif
