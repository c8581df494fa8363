/*
 * check.h - every check of the content that needs the whole site. What a single file can tell is reported when it is
 * loaded.
 */
#ifndef KOMEK_CHECK_CHECK_H
#define KOMEK_CHECK_CHECK_H

#include "search/index.h"
#include "site/site.h"
#include "text/spell.h"

/*
 * Runs all checks over all texts (ix: the site's index, or NULL: what readers find is not checked), with `jobs` threads (0: one per processor); the order of dg does not depend on them.
 * False where the system refused what a check needs: then why is set, and dg may lack something.
 */
bool check_site(const struct site *site, const struct index *ix, struct speller *speller, unsigned jobs,
		struct diags *dg, struct failure *why);

#endif
