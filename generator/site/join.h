/*
 * join.h - from loaded files to entries: which texts belong together, what stands in for a lacking one, the order of
 * everything.
 */
#ifndef KOMEK_SITE_JOIN_H
#define KOMEK_SITE_JOIN_H

#include "site/scan.h"
#include "site/site.h"

/* Builds entries, sections, questions and pages from site->articles; then nothing in the site changes any more. */
void join_site(struct site *site, const struct scan *scan, struct diags *dg);

/* Finds the related questions of every question: see related.c. */
void related_find(struct site *site);

#endif
