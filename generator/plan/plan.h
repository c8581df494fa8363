/*
 * plan.h - what a build will write: every page and file with its path, before anything is made.
 */
#ifndef KOMEK_PLAN_PLAN_H
#define KOMEK_PLAN_PLAN_H

#include "output/sink.h"
#include "page/kind.h"
#include "plan/statics.h"
#include "search/write.h"

/* A file that is published as it is. */
struct file_job {
	struct str path, bytes;
};

struct plan {
	VEC(struct page_job) pages; /* in site order: the root, then language by language */
	VEC(struct file_job) files;
};

/* Lists the pages of the site, its used files, the templates' static files and the index. Paths live in the arena. */
void plan_make(struct plan *plan, const struct site *site, const struct statics *statics,
	       const struct search_files *search, struct arena *a);

/* Makes everything and puts it into the sink, with so many threads (0: one per processor). False: the sink refused. */
bool plan_run(const struct plan *plan, const struct page_context *context, unsigned jobs, struct sink *sink,
	      struct failure *why);

void plan_clear(struct plan *plan);

#endif
