#include "plan/plan.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "page/letter.h"
#include "site/routes.h"

static const enum page_kind kinds[] = {
	[ENTRY_HOME] = PAGE_HOME,
	[ENTRY_SECTION] = PAGE_SECTION,
	[ENTRY_QUESTION] = PAGE_QUESTION,
	[ENTRY_PAGE] = PAGE_PAGE,
};

static void add_page(struct plan *plan, enum page_kind kind, const struct entry *e, size_t language, struct str path)
{
	vec_push(&plan->pages, ((struct page_job){.kind = kind, .entry = e, .language = language, .path = path}));
}

/* The pages of old addresses that the entry's text in this language names. */
static void plan_moved(struct plan *plan, const struct site *site, const struct entry *e, size_t l, struct arena *a)
{
	const struct article *text = e->texts[l];

	for (size_t i = 0; text && i < text->front.alias_count; i++)
		add_page(plan, PAGE_MOVED, e, l, route_alias(site, e, text->front.aliases[i].text, l, a));
}

static void plan_language(struct plan *plan, const struct site *site, size_t l, struct arena *a)
{
	for (size_t i = 0; i < site->entries.len; i++) {
		const struct entry *e = site->entries.at[i];

		add_page(plan, kinds[e->kind], e, l, route_entry(site, e, l, a));
		if (e->kind == ENTRY_SECTION)
			add_page(plan, PAGE_ALL, e, l, page_path(site, PAGE_ALL, e, l, a));
		plan_moved(plan, site, e, l, a);
	}
	add_page(plan, PAGE_ALL, site->home, l, page_path(site, PAGE_ALL, site->home, l, a));
	add_page(plan, PAGE_INDEX, site->home, l, page_path(site, PAGE_INDEX, site->home, l, a));
	add_page(plan, PAGE_SEARCH, site->home, l, page_path(site, PAGE_SEARCH, site->home, l, a));
}

/* What machines read; all of it needs absolute addresses. */
static void plan_machine(struct plan *plan, const struct site *site, struct arena *a)
{
	size_t parts = (page_sitemap_size(site) + SITEMAP_MOST - 1) / SITEMAP_MOST;
	struct str base = site->settings.base_url;

	if (!base.len)
		return;
	for (size_t l = 0; l < site->settings.language_count; l++)
		add_page(plan, PAGE_FEED, site->home, l, page_path(site, PAGE_FEED, site->home, l, a));
	add_page(plan, parts > 1 ? PAGE_SITEMAPS : PAGE_SITEMAP, NULL, 0, STR("sitemap.xml"));
	for (size_t i = 0; parts > 1 && i < parts; i++) {
		add_page(plan, PAGE_SITEMAP, NULL, 0, arena_printf(a, "sitemap-%zu.xml", i + 1));
		plan->pages.at[plan->pages.len - 1].part = i;
	}
	vec_push(&plan->files, ((struct file_job){STR("robots.txt"),
						  arena_printf(a, "User-agent: *\nAllow: /\nSitemap: %.*ssitemap.xml\n",
							       STR_ARG(base))}));
}

/* What composes a letter to support, where the site names an address. */
static void plan_letters(struct plan *plan, const struct site *site, struct arena *a)
{
	if (!site->settings.support_mail.len)
		return;
	for (size_t l = 0; l < site->settings.language_count; l++)
		vec_push(&plan->files, ((struct file_job){letter_path(site, l, a), letter_script(site, l, a)}));
}

static void plan_pages(struct plan *plan, const struct site *site, struct arena *a)
{
	add_page(plan, PAGE_ROOT, NULL, 0, STR("index.html"));
	add_page(plan, PAGE_LOST, NULL, 0, STR("404.html"));
	for (size_t l = 0; l < site->settings.language_count; l++)
		plan_language(plan, site, l, a);
	plan_machine(plan, site, a);
}

void plan_make(struct plan *plan, const struct site *site, const struct statics *statics,
	       const struct search_files *search, struct arena *a)
{
	plan_pages(plan, site, a);
	plan_letters(plan, site, a);
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
