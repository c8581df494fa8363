/*
 * check_fixture.h - every check over the site of a fixture (site_fixture.h).
 */
#ifndef KOMEK_TESTS_CHECK_FIXTURE_H
#define KOMEK_TESTS_CHECK_FIXTURE_H

#include "site_fixture.h"

#include "check/check.h"
#include "check/followers.h"

static inline void check_with(struct fixture *f, unsigned jobs)
{
	struct index *ix = index_build(f->site, jobs);

	if (!f->speller)
		f->speller = speller_new(NULL);
	assert_true(check_site(f->site, ix, f->speller, jobs, &f->dg, &f->why));
	index_free(ix);
	followers_drop(&f->dg);
}

#endif
