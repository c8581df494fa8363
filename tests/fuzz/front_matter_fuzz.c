/*
 * front_matter_fuzz.c - any UTF-8 as the head of a text, and as the site's settings: every place lies in the source,
 * what is refused says why, and what is accepted holds what its header promises.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "site/front_matter.h"
#include "site/settings.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void broken(const char *why, struct str shown)
{
	fprintf(stderr, "%s:\n%.*s\n", why, STR_ARG(shown));
	abort();
}

static void check_place(const struct source *s, struct place p)
{
	if (p.source != s || p.from > p.to || p.to > s->bytes.len)
		broken("a place outside of the source", s->bytes);
}

static void check_text(struct str text)
{
	if (utf8_valid_until(text) < text.len)
		broken("no UTF-8", text);
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.at[i] < ' ' && text.at[i] != '\n' && text.at[i] != '\t')
			broken("a control character", text);
}

static void check_diags(const struct source *s, const struct diags *dg)
{
	for (size_t i = 0; i < dg->list.len; i++) {
		check_place(s, dg->list.at[i].place);
		if (utf8_valid_until(dg->list.at[i].repair) < dg->list.at[i].repair.len)
			broken("a repair cuts a letter", dg->list.at[i].repair);
	}
}

static void check_front(const struct source *s, const struct front_matter *f, bool faultless)
{
	check_text(f->title);
	check_text(f->summary);
	if (f->title.len)
		check_place(s, f->title_place);
	if (f->summary.len)
		check_place(s, f->summary_place);
	for (size_t i = 0; i < f->keyword_count; i++) {
		check_text(f->keywords[i].text);
		check_place(s, f->keywords[i].place);
		if (f->keywords[i].text.len == 0)
			broken("an empty keyword", s->bytes);
	}
	if (f->order > ORDER_LAST)
		broken("an order beyond the last", s->bytes);
	if (faultless && f->title.len == 0)
		broken("no title, and nobody says so", s->bytes);
}

static void try_head(const struct source *s, size_t from, struct arena *a)
{
	struct front_matter front;
	struct diags dg = {0};
	size_t body = SIZE_MAX;
	bool read = front_matter_read(s, from, a, &dg, &front, &body);

	if (body < from || body > s->bytes.len)
		broken("the text begins outside of the source", s->bytes);
	if (!read && dg.list.len == 0)
		broken("refused without a reason", s->bytes);
	check_diags(s, &dg);
	check_front(s, &front, read && dg.list.len == 0);
	diags_clear(&dg);
}

static void try_settings(const struct source *s, size_t from, struct arena *a)
{
	struct settings settings;
	struct diags dg = {0};

	settings_default(&settings);
	settings_read(s, from, a, &dg, &settings);
	check_diags(s, &dg);
	if (settings.language_count < 1 || settings.language_count > LANGUAGE_MOST ||
	    settings.source >= settings.language_count)
		broken("languages that nobody can use", s->bytes);
	for (size_t i = 0; i < settings.language_count; i++) {
		check_text(settings.name.in[i]);
		if (settings.name.in[i].len == 0)
			broken("a site without a name", s->bytes);
	}
	check_text(settings.base_url);
	if (settings.base_url.len && !str_ends(settings.base_url, STR("/")))
		broken("a base address without its slash", settings.base_url);
	settings_clear(&settings);
	diags_clear(&dg);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str input = {(const char *)bytes, len};
	size_t from = str_starts(input, STR("\xEF\xBB\xBF")) ? 3 : 0;
	struct arena a = ARENA_INIT;
	struct buf fenced = BUF_INIT;

	if (utf8_valid_until(input) < len || memchr(bytes, 0, len))
		return 0;
	try_head(source_new(&a, STR("a.kk.md"), input), from, &a);
	try_settings(source_new(&a, STR("site.yaml"), input), from, &a);
	/* Most inputs lack the fences: with them the parser sees the input. */
	buf_addf(&fenced, "---\n%.*s\n---\nMätin\n", STR_ARG(input));
	try_head(source_new(&a, STR("b.kk.md"), buf_str(&fenced)), 0, &a);
	buf_clear(&fenced);
	arena_clear(&a);
	return 0;
}
