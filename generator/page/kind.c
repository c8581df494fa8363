#include "page/kind.h"

#include "page/fill.h"

static const struct theme_page theme_pages[PAGE_KINDS] = {
	[PAGE_ROOT] = {"root.xhtml", &offers_root_schema},
	[PAGE_HOME] = {"home.xhtml", &overview_root_schema},
	[PAGE_SECTION] = {"section.xhtml", &overview_root_schema},
	[PAGE_QUESTION] = {"question.xhtml", &article_root_schema},
	[PAGE_PAGE] = {"page.xhtml", &article_root_schema},
	[PAGE_SEARCH] = {"search.xhtml", &search_root_schema},
	[PAGE_LOST] = {"404.xhtml", &offers_root_schema},
};

static const void *(*const fillers[PAGE_KINDS])(const struct fill *) = {
	[PAGE_ROOT] = fill_root,	[PAGE_HOME] = fill_overview, [PAGE_SECTION] = fill_overview,
	[PAGE_QUESTION] = fill_article, [PAGE_PAGE] = fill_article,  [PAGE_SEARCH] = fill_search,
	[PAGE_LOST] = fill_lost,
};

const struct theme_page *page_theme(void)
{
	return theme_pages;
}

void page_context_init(struct page_context *c, const struct site *site, const struct theme *theme, struct arena *a)
{
	*c = (struct page_context){.site = site, .theme = theme};
	for (size_t i = 0; i < PAGE_KINDS; i++)
		c->policies[i] = policy_text(theme_program(theme, i), a);
}

void page_make(const struct page_context *c, const struct page_job *job, struct arena *scratch, struct buf *out)
{
	struct fill f = {.c = c, .site = c->site, .job = job, .a = scratch};
	const void *root = fillers[job->kind](&f);

	program_run(theme_program(c->theme, job->kind), root, c->site->words.texts[job->language], out);
}
