/*
 * kind.h - the kinds of pages: one row each in kind.c, with its template, its name in the contract, and what fills it.
 */
#ifndef KOMEK_PAGE_KIND_H
#define KOMEK_PAGE_KIND_H

#include "page/policy.h"
#include "site/site.h"
#include "template/theme.h"

enum page_kind {
	PAGE_ROOT,
	PAGE_HOME,
	PAGE_SECTION,
	PAGE_QUESTION,
	PAGE_PAGE,
	PAGE_ALL,   /* every answer, or those of a section */
	PAGE_INDEX, /* the questions by the alphabet */
	PAGE_MOVED, /* an old address */
	PAGE_SEARCH,
	PAGE_LOST,
	PAGE_SITEMAP,  /* for machines; with a base URL only */
	PAGE_SITEMAPS, /* names the sitemap's parts */
	PAGE_FEED,
	PAGE_KINDS
};

/* One page to be made. */
struct page_job {
	enum page_kind kind;
	const struct entry *entry; /* NULL for root and 404 */
	size_t language;	   /* number; of the interface */
	struct str path;	   /* below the site's root */
	size_t part;		   /* of a sitemap, from 0 */
};

/* A sitemap holds so many addresses at most (sitemaps.org); more make parts. */
enum { SITEMAP_MOST = 50000 };

/* Above so many questions the page of all answers leads to one for each section instead. */
enum { ALL_MOST = 200 };

/* Where an entry's page of a kind lies: "kk/digital-id/all.html" for PAGE_ALL of a section. In the arena. */
struct str page_path(const struct site *site, enum page_kind kind, const struct entry *e, size_t language,
		     struct arena *a);

/* True where a language has the entry's page of a kind itself: a text of its own. The alphabet every language has. */
bool page_is_own(enum page_kind kind, const struct entry *e, size_t language);

/* The number of addresses that the sitemap holds: each language's own pages that search engines may find. */
size_t page_sitemap_size(const struct site *site);

/* The questions in the order of a language's alphabet, and the letter under which each stands. */
struct alphabet {
	const struct entry *const *questions;
	const struct str *letters;
	size_t len;
};

/* What pages are made with; nothing in it changes while they are made. */
struct page_context {
	const struct site *site;
	const struct theme *theme;
	struct str policies[PAGE_KINDS]; /* of each kind's program; see policy_begin */
	struct alphabet alphabet[LANGUAGE_MOST];
};

/* The request's pages in the order of enum page_kind; for theme_compile. */
const struct theme_page *page_theme(void);

/* Makes ready what all pages share; it lives in the arena. False where ICU lacks its data (why). */
bool page_context_init(struct page_context *c, const struct site *site, const struct theme *theme, struct arena *a,
		       struct failure *why);

/* Adds the page's bytes. scratch holds what only this page needs; the caller resets it. */
void page_make(const struct page_context *c, const struct page_job *job, struct arena *scratch, struct buf *out);

#endif
