/*
 * data.c - what search engines read: JSON-LD in the words of schema.org (FAQPage, BreadcrumbList).
 */
#include "base/escape.h"
#include "page/fill.h"
#include "site/routes.h"

static void add_answer(const struct article *text, struct buf *out)
{
	struct buf answer = BUF_INIT;

	if (text->front.summary.len) {
		buf_add(&answer, text->front.summary);
		buf_add_byte(&answer, '\n');
	}
	if (text->markup)
		markup_lines(text->markup, &answer);
	escape_json(out, str_trim(buf_str(&answer)));
	buf_clear(&answer);
}

static void add_question(const struct fill *f, const struct article *text, struct buf *out)
{
	buf_add(out, STR("{\"@type\":\"FAQPage\",\"inLanguage\":"));
	escape_json(out, site_language(f->site, text->language)->code);
	buf_add(out, STR(",\"mainEntity\":[{\"@type\":\"Question\",\"name\":"));
	escape_json(out, text->front.title);
	buf_add(out, STR(",\"acceptedAnswer\":{\"@type\":\"Answer\",\"text\":"));
	add_answer(text, out);
	buf_add(out, STR("}}]}"));
}

static void add_crumb(const struct fill *f, const struct entry *e, size_t position, struct str name, struct buf *out)
{
	buf_addf(out, "%s{\"@type\":\"ListItem\",\"position\":%zu,\"name\":", position > 1 ? "," : "", position);
	escape_json(out, name);
	buf_add(out, STR(",\"item\":"));
	escape_json(out, fill_absolute(f, route_entry(f->site, e, f->job->language, f->a)));
	buf_add_byte(out, '}');
}

static void add_crumbs(const struct fill *f, const struct article *text, struct buf *out)
{
	const struct entry *e = text->entry;
	size_t in;

	buf_add(out, STR(",{\"@type\":\"BreadcrumbList\",\"itemListElement\":["));
	add_crumb(f, f->site->home, 1, words_get(&f->site->words, f->job->language, WORD_HOME), out);
	add_crumb(f, e->section->entry, 2, entry_title(f->site, e->section->entry, f->job->language, &in), out);
	add_crumb(f, e, 3, text->front.title, out);
	buf_add(out, STR("]}"));
}

struct str fill_data(const struct fill *f, const struct article *text)
{
	struct buf out = BUF_INIT;
	struct str kept;

	buf_add(&out, STR("{\"@context\":\"https://schema.org\",\"@graph\":["));
	add_question(f, text, &out);
	/* Crumbs are absolute addresses, or of no use to anybody. */
	if (f->site->settings.base_url.len)
		add_crumbs(f, text, &out);
	buf_add(&out, STR("]}"));
	kept = arena_str(f->a, buf_str(&out));
	buf_clear(&out);
	return kept;
}
