/*
 * A parallel map does each item exactly once, with any number of workers.
 *
 * pthread_create is given here under its own name; it refuses after as many threads as a test allows.
 */
#include "expect.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/pool.h"

static int threads_allowed = -1; /* -1: as many as the system has */

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *arg)
{
	typedef int create(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
	void *next = dlsym(RTLD_NEXT, "pthread_create");
	create *real;

	memcpy(&real, &next, sizeof real);
	if (threads_allowed == 0)
		return EAGAIN;
	if (threads_allowed > 0)
		threads_allowed--;
	return real(thread, attributes, start, arg);
}

enum { MOST_ITEMS = 5000, SLOTS = 128 };

struct work {
	atomic_uint times[MOST_ITEMS]; /* how often an item was done */
	atomic_uint by[SLOTS];	       /* how many items a worker did */
	atomic_bool busy[SLOTS];
	atomic_bool shared; /* two threads had the same worker's number at once */
	atomic_uint meet;   /* so many items still wait for one another */
};

static void count(void *ctx, size_t item, unsigned worker)
{
	struct work *w = ctx;

	if (atomic_exchange(&w->busy[worker], true))
		w->shared = true;
	w->times[item]++;
	w->by[worker]++;
	if (item % 64 == 0)
		usleep(1);
	w->busy[worker] = false;
}

static const struct {
	const char *reason;
	unsigned workers;
	size_t items;
	int threads_allowed;
} rows[] = {
	{"no worker: the caller does the work", 0, 100, -1},
	{"one worker, nothing to do", 1, 0, -1},
	{"eight workers, nothing to do", 8, 0, -1},
	{"one worker, one item", 1, 1, -1},
	{"one worker, many items", 1, MOST_ITEMS, -1},
	{"two workers", 2, MOST_ITEMS, -1},
	{"eight workers, many items", 8, MOST_ITEMS, -1},
	{"eight workers, one item", 8, 1, -1},
	{"eight workers, seven items", 8, 7, -1},
	{"the most workers", POOL_MOST, MOST_ITEMS, -1},
	{"more workers than there may be", 1000, MOST_ITEMS, -1},
	{"no thread can be started", 8, 100, 0},
	{"only two threads can be started", 8, MOST_ITEMS, 2},
};

static void each_item_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static struct work w;
		unsigned workers = rows[i].workers < 1 ? 1 : rows[i].workers;

		w = (struct work){0};
		threads_allowed = rows[i].threads_allowed;
		pool_run(rows[i].workers, rows[i].items, count, &w);
		threads_allowed = -1;
		for (size_t item = 0; item < MOST_ITEMS; item++)
			expect_number(rows[i].reason, w.times[item], item < rows[i].items);
		for (unsigned n = workers < POOL_MOST ? workers : POOL_MOST; n < SLOTS; n++)
			expect_number(rows[i].reason, w.by[n], 0);
		if (w.shared)
			fail_msg("%s: two threads at once had the number of one worker", rows[i].reason);
	}
}

/* Waits until all items have begun, which needs a thread for each. */
static void meet(void *ctx, size_t item, unsigned worker)
{
	struct work *w = ctx;

	w->times[item]++;
	w->by[worker]++;
	w->meet--;
	while (w->meet)
		usleep(100);
}

static void workers_are_at_work_together(void **state)
{
	static struct work w;

	(void)state;
	w = (struct work){.meet = 8};
	alarm(20);
	pool_run(8, 8, meet, &w);
	alarm(0);
	for (unsigned i = 0; i < 8; i++) {
		expect_number("each item once", w.times[i], 1);
		expect_number("each worker one item", w.by[i], 1);
	}
}

static void workers(void **state)
{
	static const struct {
		const char *reason;
		unsigned asked;
		size_t items;
		unsigned want; /* 0: depends on the machine */
	} table[] = {
		{"as many as asked", 3, 100, 3},
		{"no more than items", 8, 5, 5},
		{"one even for nothing", 8, 0, 1},
		{"no more than the most", 1000, 1000, POOL_MOST},
		{"far more than the most", 4000000000U, SIZE_MAX, POOL_MOST},
		{"one per processor, one item", 0, 1, 1},
		{"one per processor", 0, 1000000, 0},
	};
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		unsigned want = table[i].want;

		if (!want)
			want = processors > POOL_MOST ? POOL_MOST : (unsigned)processors;
		expect_number(table[i].reason, pool_workers(table[i].asked, table[i].items), want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_item_once),
		cmocka_unit_test(workers_are_at_work_together),
		cmocka_unit_test(workers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
