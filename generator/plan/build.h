/*
 * build.h - the whole flow: load, check, compile, plan, make, publish.
 *
 *	struct build b = {.request = request};
 *	build_run(&b);
 *	... b.dg, b.why, b.result ...
 *	build_clear(&b);
 */
#ifndef KOMEK_PLAN_BUILD_H
#define KOMEK_PLAN_BUILD_H

#include "output/publish.h"
#include "plan/plan.h"

struct build_request {
	const char *content, *templates, *output;
	const char *base_url; /* or NULL */
	const char *rules;    /* ids and groups with commas, or NULL for all: other diagnostics are dropped */
	unsigned jobs;
	bool in_place;
	bool strict;	 /* warnings stop the build as well */
	bool check_only; /* nothing is made or written */
};

struct build_result {
	bool published;
	size_t pages, languages, questions;
	struct publish_result files;
};

struct build {
	struct build_request request;
	struct diags dg; /* sorted */
	struct failure why;
	struct build_result result;
	struct site *site; /* NULL where the system refused early */
	struct arena arena;
};

/* Runs. Afterwards why.set tells of a refusal by the system, dg of problems in the content; either way nothing was
 * published then. */
void build_run(struct build *b);

/* True where the diagnostics forbid to publish. */
bool build_blocked(const struct build *b);

void build_clear(struct build *b);

#endif
