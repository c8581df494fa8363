/*
 * fill.h - filling the views: what the kinds of pages share.
 */
#ifndef KOMEK_PAGE_FILL_H
#define KOMEK_PAGE_FILL_H

#include "page/kind.h"
#include "page/view.h"

/* One page being filled. */
struct fill {
	const struct page_context *c;
	const struct site *site;
	const struct page_job *job;
	struct arena *a;
};

/* The relative address of an entry's page in a language. */
struct str fill_url(const struct fill *f, const struct entry *e, size_t language);

/* The code of a text's language where it is not the page's; else empty. */
struct str fill_lang(const struct fill *f, size_t text_language);

struct link_view fill_link(const struct fill *f, const struct entry *e);

/* Links to n entries. */
struct list fill_links(const struct fill *f, const struct entry *const *entries, size_t n);

/* "9 questions". */
struct str fill_count(const struct fill *f, size_t n);

/* The text of an entry as HTML; empty where it has none. Ids begin with the prefix, headings go down by the shift. */
struct str fill_body(const struct fill *f, const struct article *text, struct str id_prefix, unsigned heading_shift);

/* Tells readers that a text is in another language; empty where it is in theirs. */
struct str fill_notice(const struct fill *f, const struct article *text);

/* The absolute address of a path; empty where no base URL is known. */
struct str fill_absolute(const struct fill *f, struct str path);

/*
 * Addresses of an entry's page of a kind in the languages that have it (alternate_view): those with a text of their own, for
 * the alphabet all. None without a base URL.
 */
struct list fill_alternates(const struct fill *f, enum page_kind kind, const struct entry *e);

/* JSON-LD for a question with its answer and the way to it; see data.c. */
struct str fill_data(const struct fill *f, const struct article *text);

/* What every page of an entry has. title is the page's own, `text` what is shown (or NULL). */
const struct page_view *fill_page(const struct fill *f, struct str title, const struct article *text);

/* The block that leads to support; NULL where the site names no address. subject: the page's title. */
const struct support_view *fill_support(const struct fill *f, struct str subject);

/* Each kind's root; see kind.c. */
const void *fill_root(const struct fill *f);
const void *fill_overview(const struct fill *f);
const void *fill_article(const struct fill *f);
const void *fill_search(const struct fill *f);
const void *fill_lost(const struct fill *f);
const void *fill_all(const struct fill *f);
const void *fill_index(const struct fill *f);
const void *fill_moved(const struct fill *f);
const void *fill_sitemap(const struct fill *f);
const void *fill_sitemaps(const struct fill *f);
const void *fill_feed(const struct fill *f);

/* Puts the questions into the order of each language's alphabet; see alphabet.c. */
bool alphabet_sort(struct page_context *c, struct arena *a, struct failure *why);

#endif
