/*
 * search.c - the page that searches in the browser: its words, and the scripts that do it.
 */
#include "page/fill.h"
#include "site/routes.h"

/* In the order in which they rely on each other. */
static const char *const scripts[] = {"search-text",  "search-stem", "search-read", "search-rank",
				      "search-parts", "search-find", "search-page"};

enum { SCRIPTS = sizeof scripts / sizeof *scripts };

/* The form of "# answers found" that goes with a number; the browser puts the real one in the place of #. */
static struct str count_form(const struct fill *f, unsigned n)
{
	struct str args[3] = {arena_printf(f->a, "%u", n), STR("#")};

	return words_fill(&f->site->words, &f->site->settings, f->job->language, WORD_SEARCH_COUNT, args, f->a);
}

const void *fill_search(const struct fill *f)
{
	struct search_view *v = arena_new(f->a, struct search_view);
	struct search_root *root = arena_new(f->a, struct search_root);
	struct script_view *all = arena_array(f->a, struct script_view, SCRIPTS);

	for (size_t i = 0; i < SCRIPTS; i++)
		all[i].url = route_relative(f->job->path, arena_printf(f->a, "assets/%s.js", scripts[i]), f->a);
	/* 1, 2 and 5 have every form that our languages tell apart (base/plural.h). */
	*v = (struct search_view){
		.count_one = count_form(f, 1),
		.count_few = count_form(f, 2),
		.count_many = count_form(f, 5),
		.scripts = {all, SCRIPTS},
	};
	*root = (struct search_root){
		fill_page(f, words_get(&f->site->words, f->job->language, WORD_SEARCH_TITLE), NULL), v};
	return root;
}
