#include "page/kind.h"

#include "page/fill.h"
#include "site/routes.h"

static const struct theme_page theme_pages[PAGE_KINDS] = {
	[PAGE_ROOT] = {"root.xhtml", &offers_root_schema},
	[PAGE_HOME] = {"home.xhtml", &overview_root_schema},
	[PAGE_SECTION] = {"section.xhtml", &overview_root_schema},
	[PAGE_QUESTION] = {"question.xhtml", &article_root_schema},
	[PAGE_PAGE] = {"page.xhtml", &article_root_schema},
	[PAGE_ALL] = {"all.xhtml", &all_root_schema},
	[PAGE_INDEX] = {"a-z.xhtml", &index_root_schema},
	[PAGE_MOVED] = {"moved.xhtml", &moved_root_schema},
	[PAGE_SEARCH] = {"search.xhtml", &search_root_schema},
	[PAGE_LOST] = {"404.xhtml", &offers_root_schema},
	[PAGE_SITEMAP] = {"sitemap.xml", &sitemap_root_schema},
	[PAGE_SITEMAPS] = {"sitemaps.xml", &sitemap_root_schema},
	[PAGE_FEED] = {"feed.xml", &feed_root_schema},
};

static const void *(*const fillers[PAGE_KINDS])(const struct fill *) = {
	[PAGE_ROOT] = fill_root,	[PAGE_HOME] = fill_overview,	 [PAGE_SECTION] = fill_overview,
	[PAGE_QUESTION] = fill_article, [PAGE_PAGE] = fill_article,	 [PAGE_ALL] = fill_all,
	[PAGE_INDEX] = fill_index,	[PAGE_MOVED] = fill_moved,	 [PAGE_LOST] = fill_lost,
	[PAGE_SITEMAP] = fill_sitemap,	[PAGE_SITEMAPS] = fill_sitemaps, [PAGE_FEED] = fill_feed,
	[PAGE_SEARCH] = fill_search,
};

const struct theme_page *page_theme(void)
{
	return theme_pages;
}

struct str page_path(const struct site *site, enum page_kind kind, const struct entry *e, size_t language,
		     struct arena *a)
{
	struct str lang = site_language(site, language)->code;

	if (kind == PAGE_INDEX)
		return arena_printf(a, "%.*s/a-z.html", STR_ARG(lang));
	if (kind == PAGE_SEARCH)
		return arena_printf(a, "%.*s/search.html", STR_ARG(lang));
	if (kind == PAGE_FEED)
		return arena_printf(a, "%.*s/feed.xml", STR_ARG(lang));
	if (kind != PAGE_ALL)
		return route_entry(site, e, language, a);
	if (e->kind == ENTRY_SECTION)
		return arena_printf(a, "%.*s/%.*s/all.html", STR_ARG(lang), STR_ARG(e->slug));
	return arena_printf(a, "%.*s/all.html", STR_ARG(lang));
}

bool page_is_own(enum page_kind kind, const struct entry *e, size_t language)
{
	return kind == PAGE_INDEX || e->texts[language] != NULL;
}

bool page_context_init(struct page_context *c, const struct site *site, const struct theme *theme, struct arena *a,
		       struct failure *why)
{
	*c = (struct page_context){.site = site, .theme = theme};
	for (size_t i = 0; i < PAGE_KINDS; i++)
		c->policies[i] = policy_begin(theme_program(theme, i), a);
	return alphabet_sort(c, a, why);
}

void page_make(const struct page_context *c, const struct page_job *job, struct arena *scratch, struct buf *out)
{
	struct fill f = {.c = c, .site = c->site, .job = job, .a = scratch};
	const void *root = fillers[job->kind](&f);

	program_run(theme_program(c->theme, job->kind), root, c->site->words.texts[job->language], out);
}
