/*
 * build.h - what every run over the content shares: load, check, compile, make. Where the made files go is the caller's
 * (publication.h, bundle.h), or nowhere.
 *
 *	struct build b = {.request = request};
 *	if (build_load(&b) && build_check(&b))
 *		build_make(&b, sink);
 *	... b.dg, b.why, b.result ...
 *	build_clear(&b);
 *
 * Each step says whether the next may follow. Where it may not, why.set tells of a refusal by the system, else dg of
 * problems in the content.
 */
#ifndef KOMEK_PLAN_BUILD_H
#define KOMEK_PLAN_BUILD_H

#include "plan/plan.h"

struct build_request {
	const char *content, *templates;
	const char *base_url; /* or NULL */
	const char *cache;    /* folder for what the next run can use; or NULL */
	const char *rules;    /* ids and groups with commas, or NULL for all: other diagnostics are dropped */
	unsigned jobs;
	bool strict;	 /* warnings stop the build as well */
	bool check_only; /* nothing will be made: with rules, errors of other rules are dropped as well */
	/* Texts that take the place of files, see site/text_file.h; or NULL. */
	const struct map *instead;
};

struct build_result {
	size_t pages, languages, questions;
	int cache_error; /* an errno: the cache could not be kept, which only costs the next run time */
};

struct build {
	struct build_request request;
	struct diags dg; /* sorted once build_check has run */
	struct failure why;
	struct build_result result;
	struct site *site;   /* NULL where the system refused early */
	struct index *index; /* NULL before build_check */
	struct theme *theme; /* NULL before build_check, and where the templates have errors */
	struct arena arena;
};

/* Loads the site. False: the system refused. */
bool build_load(struct build *b);

/* Checks the site and compiles the templates; all diagnostics are in dg then. True: the site may be made. */
bool build_check(struct build *b);

/* Makes every page and file into the sink. False: the system or the sink refused. */
bool build_make(struct build *b, struct sink *sink);

/* True where the diagnostics forbid to publish. */
bool build_blocked(const struct build *b);

void build_clear(struct build *b);

#endif
