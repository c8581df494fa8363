/*
 * all.c - many answers on one page: for printing, and for reading without script. Every answer of a small site, or of
 * one section; the page of a large site leads to the sections' pages.
 */
#include "page/fill.h"
#include "site/routes.h"

static struct answer_view answer(const struct fill *f, const struct entry *e, unsigned heading_shift)
{
	const struct article *text = e->shown[f->job->language];
	struct link_view link = fill_link(f, e);
	struct str prefix = arena_printf(f->a, "%.*s-", STR_ARG(e->slug));

	return (struct answer_view){
		.id = e->slug,
		.title = link.title,
		.url = link.url,
		.summary = link.summary,
		.lang = link.lang,
		.notice = fill_notice(f, text),
		.body = fill_body(f, text, prefix, heading_shift),
	};
}

static struct chapter_view chapter(const struct fill *f, const struct section *s, bool with_answers,
				   unsigned heading_shift)
{
	struct link_view link = fill_link(f, s->entry);
	struct chapter_view v = {.title = link.title, .lang = link.lang, .count = link.count};
	struct answer_view *all;

	if (!with_answers) {
		v.url = route_relative(f->job->path, page_path(f->site, PAGE_ALL, s->entry, f->job->language, f->a),
				       f->a);
		return v;
	}
	all = arena_array(f->a, struct answer_view, s->count);
	for (size_t i = 0; i < s->count; i++)
		all[i] = answer(f, s->questions[i], heading_shift);
	v.answers = (struct list){all, s->count};
	return v;
}

static void fill_whole(const struct fill *f, struct all_view *v)
{
	size_t n = f->site->sections.len;
	struct chapter_view *all = arena_array(f->a, struct chapter_view, n);
	bool with_answers = f->site->questions.len <= ALL_MOST;

	/* Page, section, question: what stood under the page's title as ## is two levels deeper here. */
	for (size_t i = 0; i < n; i++)
		all[i] = chapter(f, f->site->sections.at[i], with_answers, 2);
	v->chapters = (struct list){all, n};
	v->title = words_get(&f->site->words, f->job->language, WORD_ALL_TITLE);
}

static void fill_section(const struct fill *f, struct all_view *v)
{
	struct chapter_view *one = arena_new(f->a, struct chapter_view);
	struct str args[3];

	*one = chapter(f, f->job->entry->section, true, 1);
	args[0] = one->title;
	args[1] = args[2] = STR_NONE;
	v->chapters = (struct list){one, 1};
	v->one_section = true;
	v->title = words_fill(&f->site->words, &f->site->settings, f->job->language, WORD_ALL_SECTION, args, f->a);
}

const void *fill_all(const struct fill *f)
{
	struct all_view *v = arena_new(f->a, struct all_view);
	struct all_root *root = arena_new(f->a, struct all_root);

	if (f->job->entry->kind == ENTRY_SECTION)
		fill_section(f, v);
	else
		fill_whole(f, v);
	v->support = fill_support(f, v->title);
	*root = (struct all_root){fill_page(f, v->title, NULL), v};
	return root;
}
