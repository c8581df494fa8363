/*
 * pool.h - a parallel map over numbered work: item i writes only slot i, the caller joins in order.
 */
#ifndef KOMEK_BASE_POOL_H
#define KOMEK_BASE_POOL_H

#include <stddef.h>

/* More threads than this are never started. */
enum { POOL_MOST = 64 };

/* One item: its number, and the number of the worker (0 to workers - 1) for memory that is one per worker. */
typedef void pool_fn(void *ctx, size_t item, unsigned worker);

/* The number of workers that pool_run uses for `asked` (0: one per processor) and so many items; 1 to POOL_MOST. */
unsigned pool_workers(unsigned asked, size_t items);

/* Runs fn for items 0 to n - 1 and returns when all are done. Where threads cannot be started, fewer do the work. */
void pool_run(unsigned workers, size_t n, pool_fn *fn, void *ctx);

#endif
