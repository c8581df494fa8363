/*
 * article.c - the page of a question, and of a page that is no question.
 */
#include "page/fill.h"

static const struct day_view *day_of(const struct fill *f, struct date date)
{
	const struct day *day = site_day(f->site, date);
	struct day_view *v = arena_new(f->a, struct day_view);

	if (!day)
		return NULL;
	*v = (struct day_view){day->iso, day->text[f->job->language]};
	return v;
}

const void *fill_article(const struct fill *f)
{
	const struct entry *e = f->job->entry;
	const struct article *text = e->shown[f->job->language];
	struct article_view *v = arena_new(f->a, struct article_view);
	struct article_root *root = arena_new(f->a, struct article_root);

	*v = (struct article_view){
		.title = text->front.title,
		.summary = text->front.summary,
		.body = fill_body(f, text, STR_NONE, 0),
		.lang = fill_lang(f, text->language),
		.notice = fill_notice(f, text),
		.updated = day_of(f, text->front.updated),
		.review = day_of(f, text->front.review),
		.related = fill_links(f, e->related, e->related_count),
		.support = fill_support(f, text->front.title),
	};
	*root = (struct article_root){fill_page(f, v->title, text), v};
	return root;
}
