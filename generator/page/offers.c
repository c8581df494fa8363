/*
 * offers.c - the two pages that speak all languages at once: the choice of a language at the root, and 404.
 */
#include "page/fill.h"
#include "site/routes.h"

static struct offer_view offer(const struct fill *f, size_t language)
{
	const struct site *s = f->site;
	struct offer_view v = {
		.code = site_language(s, language)->code,
		.name = site_language(s, language)->name,
		.site_name = s->settings.name.in[language],
		.title = words_get(&s->words, language, WORD_NOT_FOUND),
		.text = words_get(&s->words, language, WORD_NOT_FOUND_TEXT),
		.home_label = words_get(&s->words, language, WORD_NOT_FOUND_HOME),
		.unpack = words_get(&s->words, language, WORD_UNPACK),
		.path = route_entry(s, s->home, language, f->a),
		.search_label = words_get(&s->words, language, WORD_SEARCH_LABEL),
		.search_button = words_get(&s->words, language, WORD_SEARCH_BUTTON),
		.search_path = page_path(s, PAGE_SEARCH, s->home, language, f->a),
	};

	/* The 404 page is served at any depth: only an absolute address leads anywhere from it. */
	if (f->job->kind == PAGE_ROOT) {
		v.url = route_relative(f->job->path, v.path, f->a);
	} else {
		v.url = fill_absolute(f, v.path);
		v.search_url = fill_absolute(f, v.search_path);
	}
	return v;
}

static const void *offers(const struct fill *f, struct str title)
{
	struct offers_root *root = arena_new(f->a, struct offers_root);
	size_t n = f->site->settings.language_count;
	struct offer_view *all = arena_array(f->a, struct offer_view, n);

	for (size_t i = 0; i < n; i++)
		all[i] = offer(f, i);
	root->page = fill_page(f, title, NULL);
	root->offers = (struct list){all, n};
	root->needs_script = !f->site->settings.base_url.len;
	return root;
}

const void *fill_root(const struct fill *f)
{
	return offers(f, STR_NONE);
}

const void *fill_lost(const struct fill *f)
{
	return offers(f, words_get(&f->site->words, f->job->language, WORD_NOT_FOUND));
}
