/*
 * machine.c - pages for machines: the sitemap in parts, and a feed of updated answers in each language. All addresses in
 * them are absolute, so they are made only where a base URL is known.
 */
#include <stdlib.h>

#include "page/fill.h"
#include "site/routes.h"

/* As many as a reader's program shows at once; older news are no news. */
enum { NEWS_MOST = 50 };

/* Calls see for each page of the sitemap, in order. */
static void each_place(const struct site *site,
		       void (*see)(void *ctx, enum page_kind kind, const struct entry *e, size_t l), void *ctx)
{
	for (size_t i = 0; i < site->entries.len; i++)
		for (size_t l = 0; l < site->settings.language_count; l++)
			if (page_is_own(PAGE_QUESTION, site->entries.at[i], l))
				see(ctx, PAGE_QUESTION, site->entries.at[i], l);
	for (size_t l = 0; l < site->settings.language_count; l++)
		see(ctx, PAGE_INDEX, site->home, l);
}

static void count(void *ctx, enum page_kind kind, const struct entry *e, size_t language)
{
	(void)kind, (void)e, (void)language;
	++*(size_t *)ctx;
}

size_t page_sitemap_size(const struct site *site)
{
	size_t n = 0;

	each_place(site, count, &n);
	return n;
}

static struct place_view place_of(const struct fill *f, enum page_kind kind, const struct entry *e, size_t language)
{
	const struct article *text = kind == PAGE_INDEX ? NULL : e->texts[language];
	const struct day *day = text ? site_day(f->site, text->front.updated) : NULL;
	struct place_view v = {.url = fill_absolute(f, page_path(f->site, kind, e, language, f->a))};
	struct list alternates = fill_alternates(f, kind, e);

	if (day)
		v.updated = day->iso;
	if (alternates.len > 1)
		v.alternates = alternates;
	return v;
}

/* One part of the sitemap being filled. */
struct part {
	const struct fill *f;
	struct place_view *all;
	size_t at, n; /* places seen, places kept */
};

static void keep(void *ctx, enum page_kind kind, const struct entry *e, size_t language)
{
	struct part *p = ctx;

	if (p->at++ / SITEMAP_MOST == p->f->job->part)
		p->all[p->n++] = place_of(p->f, kind, e, language);
}

const void *fill_sitemap(const struct fill *f)
{
	struct part p = {.f = f, .all = arena_array(f->a, struct place_view, SITEMAP_MOST)};
	struct sitemap_root *root = arena_new(f->a, struct sitemap_root);

	each_place(f->site, keep, &p);
	root->places = (struct list){p.all, p.n};
	return root;
}

const void *fill_sitemaps(const struct fill *f)
{
	size_t parts = (page_sitemap_size(f->site) + SITEMAP_MOST - 1) / SITEMAP_MOST;
	struct place_view *all = arena_array(f->a, struct place_view, parts);
	struct sitemap_root *root = arena_new(f->a, struct sitemap_root);

	for (size_t i = 0; i < parts; i++)
		all[i].url = fill_absolute(f, arena_printf(f->a, "sitemap-%zu.xml", i + 1));
	root->places = (struct list){all, parts};
	return root;
}

struct item {
	const struct article *text;
	size_t number; /* of the question, in site order */
};

static int newest_first(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int order = date_cmp(y->text->front.updated, x->text->front.updated);

	return order ? order : (x->number > y->number) - (x->number < y->number);
}

/* The questions that have a dated text in the feed's language, newest first; their number. */
static size_t find_news(const struct fill *f, struct item *all)
{
	size_t n = 0;

	for (size_t i = 0; i < f->site->questions.len; i++) {
		const struct article *text = f->site->questions.at[i]->texts[f->job->language];

		if (text && date_given(text->front.updated))
			all[n++] = (struct item){text, i};
	}
	if (n)
		qsort(all, n, sizeof *all, newest_first);
	return n < NEWS_MOST ? n : NEWS_MOST;
}

static struct news_view news_of(const struct fill *f, const struct article *text)
{
	return (struct news_view){
		.title = text->front.title,
		.url = fill_absolute(f, route_entry(f->site, text->entry, f->job->language, f->a)),
		.updated = arena_printf(f->a, "%.*sT00:00:00Z", STR_ARG(date_iso(text->front.updated, f->a))),
		.summary = text->front.summary,
	};
}

const void *fill_feed(const struct fill *f)
{
	const struct settings *s = &f->site->settings;
	struct item *items = arena_array(f->a, struct item, f->site->questions.len);
	size_t n = find_news(f, items);
	struct news_view *news = arena_array(f->a, struct news_view, n);
	struct feed_root *root = arena_new(f->a, struct feed_root);
	struct str args[3] = {s->name.in[f->job->language]};

	for (size_t i = 0; i < n; i++)
		news[i] = news_of(f, items[i].text);
	*root = (struct feed_root){
		.lang = site_language(f->site, f->job->language)->code,
		.title = words_fill(&f->site->words, s, f->job->language, WORD_FEED_TITLE, args, f->a),
		.url = fill_absolute(f, f->job->path),
		.home = fill_absolute(f, route_entry(f->site, f->site->home, f->job->language, f->a)),
		.author = s->name.in[f->job->language],
		/* A feed must say when it last changed; without a dated answer there is none to tell. */
		.updated = n ? news[0].updated : STR("1970-01-01T00:00:00Z"),
		.news = {news, n},
	};
	return root;
}
