#include "plan/plan.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "site/routes.h"

static const enum page_kind kinds[] = {
	[ENTRY_HOME] = PAGE_HOME,
	[ENTRY_SECTION] = PAGE_SECTION,
	[ENTRY_QUESTION] = PAGE_QUESTION,
	[ENTRY_PAGE] = PAGE_PAGE,
};

static void plan_pages(struct plan *plan, const struct site *site, struct arena *a)
{
	vec_push(&plan->pages, ((struct page_job){.kind = PAGE_ROOT, .path = STR("index.html")}));
	vec_push(&plan->pages, ((struct page_job){.kind = PAGE_LOST, .path = STR("404.html")}));
	for (size_t l = 0; l < site->settings.language_count; l++) {
		struct page_job search = {PAGE_SEARCH, NULL, l, route_tool(site, STR("search.html"), l, a)};

		for (size_t i = 0; i < site->entries.len; i++) {
			const struct entry *e = site->entries.at[i];
			struct page_job job = {kinds[e->kind], e, l, route_entry(site, e, l, a)};

			vec_push(&plan->pages, job);
		}
		vec_push(&plan->pages, search);
	}
}

void plan_make(struct plan *plan, const struct site *site, const struct statics *statics,
	       const struct search_files *search, struct arena *a)
{
	plan_pages(plan, site, a);
	for (size_t i = 0; i < statics->files.len; i++)
		vec_push(&plan->files, ((struct file_job){statics->files.at[i].path, statics->files.at[i].bytes}));
	for (size_t i = 0; i < search->list.len; i++)
		vec_push(&plan->files, ((struct file_job){search->list.at[i].path, search->list.at[i].bytes}));
	for (size_t i = 0; i < site->assets.len; i++)
		if (site->assets.at[i]->used)
			vec_push(&plan->files,
				 ((struct file_job){site->assets.at[i]->address, site->assets.at[i]->bytes}));
}

/* What one worker keeps from page to page. */
struct worker {
	struct arena scratch;
	struct buf page;
	struct failure why;
};

struct run {
	const struct plan *plan;
	const struct page_context *context;
	struct sink *sink;
	struct worker *workers;
	atomic_bool stopped; /* after a refusal the rest is not worth making */
};

static void make_item(void *ctx, size_t item, unsigned worker)
{
	struct run *r = ctx;
	struct worker *w = &r->workers[worker];
	struct str path, bytes;

	if (atomic_load_explicit(&r->stopped, memory_order_relaxed))
		return;
	if (item < r->plan->pages.len) {
		path = r->plan->pages.at[item].path;
		buf_reset(&w->page);
		page_make(r->context, &r->plan->pages.at[item], &w->scratch, &w->page);
		bytes = buf_str(&w->page);
	} else {
		path = r->plan->files.at[item - r->plan->pages.len].path;
		bytes = r->plan->files.at[item - r->plan->pages.len].bytes;
	}
	if (!r->sink->put(r->sink, path, bytes, &w->why))
		atomic_store_explicit(&r->stopped, true, memory_order_relaxed);
	arena_reset(&w->scratch);
}

bool plan_run(const struct plan *plan, const struct page_context *context, unsigned jobs, struct sink *sink,
	      struct failure *why)
{
	size_t n = plan->pages.len + plan->files.len;
	unsigned workers = pool_workers(jobs, n);
	struct run r = {
		.plan = plan, .context = context, .sink = sink, .workers = mem_zero(workers, sizeof *r.workers)};

	pool_run(workers, n, make_item, &r);
	for (unsigned i = 0; i < workers; i++) {
		failure_join(why, &r.workers[i].why);
		arena_clear(&r.workers[i].scratch);
		buf_clear(&r.workers[i].page);
	}
	free(r.workers);
	return !why->set;
}

void plan_clear(struct plan *plan)
{
	vec_clear(&plan->pages);
	vec_clear(&plan->files);
}
