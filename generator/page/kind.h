/*
 * kind.h - the kinds of pages: one row each in kind.c, with its template, its name in the contract, and what fills it.
 */
#ifndef KOMEK_PAGE_KIND_H
#define KOMEK_PAGE_KIND_H

#include "page/policy.h"
#include "site/site.h"
#include "template/theme.h"

enum page_kind { PAGE_ROOT, PAGE_HOME, PAGE_SECTION, PAGE_QUESTION, PAGE_PAGE, PAGE_SEARCH, PAGE_LOST, PAGE_KINDS };

/* One page to be made. */
struct page_job {
	enum page_kind kind;
	const struct entry *entry; /* NULL for root, search and 404 */
	size_t language;	   /* number; of the interface */
	struct str path;	   /* below the site's root */
};

/* What pages are made with; nothing in it changes while they are made. */
struct page_context {
	const struct site *site;
	const struct theme *theme;
	struct str policies[PAGE_KINDS]; /* content security policy of each kind's program */
};

/* The request's pages in the order of enum page_kind; for theme_compile. */
const struct theme_page *page_theme(void);

/* Makes ready what all pages share; texts live in the arena. */
void page_context_init(struct page_context *c, const struct site *site, const struct theme *theme, struct arena *a);

/* Adds the page's bytes. scratch holds what only this page needs; the caller resets it. */
void page_make(const struct page_context *c, const struct page_job *job, struct arena *scratch, struct buf *out);

#endif
