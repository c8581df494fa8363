/*
 * search.c - the page that searches in the browser: its words.
 */
#include "page/fill.h"

/* The form of "# answers found" that goes with a number; the browser puts the real one in the place of #. */
static struct str count_form(const struct fill *f, unsigned n)
{
	struct str args[3] = {arena_printf(f->a, "%u", n), STR("#")};

	return words_fill(&f->site->words, &f->site->settings, f->job->language, WORD_SEARCH_COUNT, args, f->a);
}

/* The address alone: what a letter about no answer must hold nobody knows, and encoded it would cost readers 200 bytes. */
static const struct support_view *support(const struct fill *f)
{
	struct support_view *v = arena_new(f->a, struct support_view);

	if (!f->site->settings.support_mail.len)
		return NULL;
	v->mail = f->site->settings.support_mail;
	v->url = arena_printf(f->a, "mailto:%.*s", STR_ARG(v->mail));
	return v;
}

const void *fill_search(const struct fill *f)
{
	struct search_view *v = arena_new(f->a, struct search_view);
	struct search_root *root = arena_new(f->a, struct search_root);
	struct str title = words_get(&f->site->words, f->job->language, WORD_SEARCH_TITLE);

	/* 1, 2 and 5 have every form that our languages tell apart (base/plural.h). */
	*v = (struct search_view){
		.count_one = count_form(f, 1),
		.count_few = count_form(f, 2),
		.count_many = count_form(f, 5),
		.support = support(f),
	};
	*root = (struct search_root){fill_page(f, title, NULL), v};
	return root;
}
