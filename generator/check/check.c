#include "check/check.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "check/rules.h"

static const struct check *const checks[] = {
	&check_links,	     &check_pictures,	     &check_unused,	      &check_contact,
	&check_aliases,	     &check_translated_form, &check_translated_links, &check_translated_numbers,
	&check_untranslated, &check_roman,	     &check_punctuation,      &check_terms,
	&check_house,	     &check_letters,	     &check_findable,
};

enum { CHECK_COUNT = sizeof checks / sizeof *checks };

struct run {
	const struct site *site;
	struct check_context whole; /* what all items share */
	struct diags *slots;	    /* one per text */
	struct arena *scratch;	    /* one per worker */
};

static void check_item(void *ctx, size_t item, unsigned worker)
{
	struct run *r = ctx;
	const struct article *a = r->site->articles.at[item];
	struct check_context c = r->whole;

	c.scratch = &r->scratch[worker];
	c.dg = &r->slots[item];
	if (!a->entry)
		return; /* a draft, or shared definitions */
	for (size_t i = 0; i < CHECK_COUNT; i++)
		if (checks[i]->each_article)
			checks[i]->each_article(&c, a);
	arena_reset(c.scratch);
}

bool check_site(const struct site *site, const struct index *ix, struct speller *speller, unsigned jobs,
		struct diags *dg, struct failure *why)
{
	size_t n = site->articles.len;
	unsigned workers = pool_workers(jobs, n);
	struct address_judge *judge = address_judge_new();
	struct run r = {.site = site,
			.whole = {.site = site, .index = ix, .judge = judge, .speller = speller, .jobs = jobs}};

	r.slots = mem_zero(n, sizeof *r.slots);
	r.scratch = mem_zero(workers, sizeof *r.scratch);
	pool_run(workers, n, check_item, &r);
	for (size_t i = 0; i < n; i++)
		diags_join(dg, &r.slots[i]);
	r.whole.scratch = &r.scratch[0];
	r.whole.dg = dg;
	r.whole.why = why;
	for (size_t i = 0; i < CHECK_COUNT; i++)
		if (checks[i]->whole_site)
			checks[i]->whole_site(&r.whole);
	for (unsigned i = 0; i < workers; i++)
		arena_clear(&r.scratch[i]);
	free(r.scratch);
	free(r.slots);
	address_judge_free(judge);
	speller_problem(speller, why);
	return !why->set;
}
