/*
 * routes.h - where each entry's page lies below the site's root, and the way from one page to another.
 * Addresses are the contract with every link ever made to the site: they change only with a redirect.
 */
#ifndef KOMEK_SITE_ROUTES_H
#define KOMEK_SITE_ROUTES_H

#include "site/site.h"

/* "kk/digital-id/account-blocked.html"; section "kk/digital-id/index.html"; home "kk/index.html"; page "kk/about.html".
 * In the arena. */
struct str route_entry(const struct site *site, const struct entry *e, size_t language, struct arena *a);

/* "kk/search.html": a page that stands in each language's folder and is made of no entry. In the arena. */
struct str route_tool(const struct site *site, struct str name, size_t language, struct arena *a);

/*
 * The relative address from the page at `from` to the file at `to`, both below the root: it names a file and never
 * begins with a slash. In the arena.
 */
struct str route_relative(struct str from, struct str to, struct arena *a);

#endif
