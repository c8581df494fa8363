/*
 * overview.c - pages that lead on: home, with the most asked questions and the sections, and a section with its
 * questions.
 */
#include "page/fill.h"
#include "site/routes.h"

/* More than this is no choice any more but a list. */
enum { FEATURED_MOST = 8 };

static struct list featured_of(const struct fill *f)
{
	const struct entry *featured[FEATURED_MOST];
	size_t n = 0;

	for (size_t i = 0; i < f->site->questions.len && n < FEATURED_MOST; i++) {
		const struct article *text = f->site->questions.at[i]->shown[f->job->language];

		if (text->front.featured)
			featured[n++] = f->site->questions.at[i];
	}
	return fill_links(f, featured, n);
}

static struct list questions_of(const struct fill *f, const struct section *s)
{
	return fill_links(f, (const struct entry *const *)s->questions, s->count);
}

static struct list sections_of(const struct fill *f)
{
	size_t n = f->site->sections.len;
	struct section_view *all = arena_array(f->a, struct section_view, n);

	for (size_t i = 0; i < n; i++) {
		const struct section *s = f->site->sections.at[i];
		struct link_view link = fill_link(f, s->entry);

		all[i] = (struct section_view){link.title, link.url, link.lang, link.summary, link.count, {0}};
	}
	return (struct list){all, n};
}

const void *fill_overview(const struct fill *f)
{
	const struct entry *e = f->job->entry;
	const struct article *text = e->shown[f->job->language];
	struct overview_view *v = arena_new(f->a, struct overview_view);
	struct overview_root *root = arena_new(f->a, struct overview_root);
	size_t language;

	v->title = entry_title(f->site, e, f->job->language, &language);
	v->lang = fill_lang(f, language);
	v->summary = text ? text->front.summary : STR_NONE;
	v->body = fill_body(f, text, STR_NONE, 0);
	if (e->kind == ENTRY_HOME) {
		v->count = fill_count(f, f->site->questions.len);
		v->featured = featured_of(f);
		v->sections = sections_of(f);
	} else {
		v->count = fill_count(f, e->section->count);
		v->questions = questions_of(f, e->section);
		v->all = route_relative(f->job->path, page_path(f->site, PAGE_ALL, e, f->job->language, f->a), f->a);
	}
	*root = (struct overview_root){fill_page(f, e->kind == ENTRY_HOME ? STR_NONE : v->title, text), v};
	return root;
}
