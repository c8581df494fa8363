#include "base/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

struct pool {
	atomic_size_t next;
	size_t n;
	pool_fn *fn;
	void *ctx;
};

struct worker {
	struct pool *pool;
	pthread_t thread;
	unsigned number;
	bool started;
};

unsigned pool_workers(unsigned asked, size_t items)
{
	long online = asked ? (long)asked : sysconf(_SC_NPROCESSORS_ONLN);
	size_t n = online < 1 ? 1 : (size_t)online;

	if (n > POOL_MOST)
		n = POOL_MOST;
	if (n > items)
		n = items ? items : 1;
	return (unsigned)n;
}

static void *work(void *arg)
{
	struct worker *w = arg;
	size_t i;

	while ((i = atomic_fetch_add_explicit(&w->pool->next, 1, memory_order_relaxed)) < w->pool->n)
		w->pool->fn(w->pool->ctx, i, w->number);
	return NULL;
}

void pool_run(unsigned workers, size_t n, pool_fn *fn, void *ctx)
{
	struct pool pool = {.n = n, .fn = fn, .ctx = ctx};
	struct worker all[POOL_MOST];

	if (workers > POOL_MOST)
		workers = POOL_MOST;
	for (unsigned i = 0; i < workers || i == 0; i++)
		all[i] = (struct worker){.pool = &pool, .number = i};
	for (unsigned i = 1; i < workers; i++)
		all[i].started = pthread_create(&all[i].thread, NULL, work, &all[i]) == 0;
	work(&all[0]);
	for (unsigned i = 1; i < workers; i++)
		if (all[i].started)
			pthread_join(all[i].thread, NULL);
}
