/*
 * check.h - every check of the content that needs the whole site. What a single file can tell is reported when it is
 * loaded.
 */
#ifndef KOMEK_CHECK_CHECK_H
#define KOMEK_CHECK_CHECK_H

#include "site/site.h"
#include "text/spell.h"

/*
 * Runs all checks over all texts, with `jobs` threads (0: one per processor); the order of dg does not depend on them.
 * False where the system refused what a check needs: then why is set, and dg may lack something.
 */
bool check_site(const struct site *site, struct speller *speller, unsigned jobs, struct diags *dg, struct failure *why);

#endif
