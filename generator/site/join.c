#include "site/join.h"

#include "site/resolve.h"

/* ---- entries from files ---- */

static enum entry_kind kind_of(struct str section, struct str slug)
{
	bool index = str_eq(slug, STR("_index"));

	if (section.len)
		return index ? ENTRY_SECTION : ENTRY_QUESTION;
	return index ? ENTRY_HOME : ENTRY_PAGE;
}

static struct str key_of(struct site *site, struct str section, struct str slug)
{
	return section.len ? arena_printf(&site->arena, "%.*s/%.*s", STR_ARG(section), STR_ARG(slug)) : slug;
}

static struct section *section_named(const struct site *site, struct str folder)
{
	for (size_t i = 0; i < site->sections.len; i++)
		if (str_eq(site->sections.at[i]->entry->slug, folder))
			return site->sections.at[i];
	return NULL;
}

/* The entry of a file, made where it is the first one; a new question or page joins its list. */
static struct entry *entry_for(struct site *site, struct str section, struct str slug)
{
	struct arena *a = &site->arena;
	struct str key = key_of(site, section, slug);
	struct entry *e = map_get(&site->by_key, key);

	if (e)
		return e;
	e = arena_new(a, struct entry);
	e->kind = kind_of(section, slug);
	e->key = key;
	e->slug = e->kind == ENTRY_SECTION ? section : e->kind == ENTRY_HOME ? STR("") : slug;
	e->id = e->kind == ENTRY_QUESTION ? key : e->slug;
	map_put(&site->by_key, key, e);
	if (e->kind == ENTRY_QUESTION) {
		e->section = section_named(site, section);
		vec_push(&site->questions, e);
	} else if (e->kind == ENTRY_PAGE) {
		vec_push(&site->pages, e);
	}
	return e;
}

static void add_section(struct site *site, struct str folder)
{
	struct section *s = arena_new(&site->arena, struct section);

	s->entry = entry_for(site, folder, STR("_index"));
	s->entry->section = s;
	vec_push(&site->sections, s);
}

static void put_article(struct site *site, const struct found_text *t, struct article *article)
{
	struct entry *e;

	if (article->front.draft) {
		map_put(&site->drafts, key_of(site, t->section, t->slug), article);
		return;
	}
	e = entry_for(site, t->section, t->slug);
	article->entry = e;
	e->texts[article->language] = article;
}

static bool has_text(const struct entry *e)
{
	for (size_t i = 0; i < LANGUAGE_MOST; i++)
		if (e->texts[i])
			return true;
	return false;
}

/* ---- what stands in for what ---- */

size_t entry_source_language(const struct site *site, const struct entry *e)
{
	for (size_t i = 0; i < site->settings.language_count; i++)
		if (e->texts[i] && e->texts[i]->front.source)
			return site_language_number(site, e->texts[i]->front.source->code);
	return site->settings.source;
}

/* The text of the source language, else of the first language in site order. */
static const struct article *first_text(const struct site *site, const struct entry *e)
{
	size_t source = entry_source_language(site, e);

	if (source != SIZE_MAX && e->texts[source])
		return e->texts[source];
	for (size_t i = 0; i < site->settings.language_count; i++)
		if (e->texts[i])
			return e->texts[i];
	return NULL;
}

static void fill_shown(const struct site *site, struct entry *e)
{
	const struct article *first = first_text(site, e);

	e->order = first ? first->front.order : ORDER_LAST;
	for (size_t i = 0; i < site->settings.language_count; i++)
		e->shown[i] = e->texts[i] ? e->texts[i] : first;
}

/* ---- order ---- */

static int by_order(const struct entry *a, const struct entry *b)
{
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	return str_cmp(a->id, b->id);
}

static int entries_by_order(const void *a, const void *b)
{
	return by_order(*(struct entry *const *)a, *(struct entry *const *)b);
}

static int sections_by_order(const void *a, const void *b)
{
	return by_order((*(struct section *const *)a)->entry, (*(struct section *const *)b)->entry);
}

/* Cuts the sorted questions into their sections. */
static void share_questions(struct site *site)
{
	struct arena *a = &site->arena;

	for (size_t i = 0; i < site->questions.len; i++)
		site->questions.at[i]->section->count++;
	for (size_t i = 0; i < site->sections.len; i++) {
		struct section *s = site->sections.at[i];

		s->questions = arena_array(a, struct entry *, s->count);
		s->count = 0;
	}
	for (size_t i = 0; i < site->questions.len; i++) {
		struct section *s = site->questions.at[i]->section;

		s->questions[s->count++] = site->questions.at[i];
	}
}

/* Puts everything into site order: home, then each section with its questions, then pages. */
static void list_entries(struct site *site)
{
	share_questions(site);
	site->questions.len = 0;
	vec_push(&site->entries, site->home);
	for (size_t i = 0; i < site->sections.len; i++) {
		struct section *s = site->sections.at[i];

		vec_push(&site->entries, s->entry);
		for (size_t q = 0; q < s->count; q++) {
			vec_push(&site->entries, s->questions[q]);
			vec_push(&site->questions, s->questions[q]);
		}
	}
	for (size_t i = 0; i < site->pages.len; i++)
		vec_push(&site->entries, site->pages.at[i]);
}

/* ---- what editors should know ---- */

static struct place top_of(const struct article *a)
{
	if (a->front.title_place.source)
		return a->front.title_place;
	return (struct place){.source = a->source};
}

static void warn_missing(struct site *site, const struct entry *e, struct diags *dg)
{
	const struct article *first = first_text(site, e);

	if (!first)
		return;
	for (size_t i = 0; i < site->settings.language_count; i++)
		if (!e->texts[i])
			diag_add(dg, RULE_MISSING_TRANSLATION, top_of(first), STR_NONE,
				 MSG(TRANSLATION_MISSING,
				     arena_printf(&site->arena, "%.*s/%.*s.%.*s.md", STR_ARG(site->content),
						  STR_ARG(e->key), STR_ARG(site_language(site, i)->code))));
}

static void warn_unnamed(struct site *site, const struct section *s, struct diags *dg)
{
	struct str path = arena_printf(&site->arena, "%.*s/%.*s", STR_ARG(site->content), STR_ARG(s->entry->slug));
	struct place at = {.source = source_new(&site->arena, path, STR(""))};

	diag_add(dg, RULE_SECTION_INDEX, at, STR_NONE, MSG(SECTION_UNNAMED, s->entry->slug));
}

static void report_twice(const struct entry *e, const struct entry *other, struct diags *dg)
{
	/* A section without a page of its own has no file to report; then it is the other one's turn. */
	if (!has_text(e)) {
		const struct entry *unwritten = e;

		e = other;
		other = unwritten;
	}
	for (size_t i = 0; i < LANGUAGE_MOST; i++)
		if (e->texts[i])
			diag_add(dg, RULE_DUPLICATE_SLUG, (struct place){.source = e->texts[i]->source}, STR_NONE,
				 MSG(SLUG_TWICE, e->slug, other->key));
}

/* Slugs must differ over the whole site: on pages of several answers they begin every id. */
static void check_slugs(const struct site *site, struct diags *dg)
{
	struct map seen = {0};

	for (size_t i = 0; i < site->entries.len; i++) {
		struct entry *e = site->entries.at[i], *other;

		if (e->kind == ENTRY_HOME)
			continue;
		other = map_put(&seen, e->slug, e);
		if (other)
			report_twice(e, other, dg);
	}
	map_clear(&seen);
}

static void warn_empty(const struct site *site, struct diags *dg)
{
	for (size_t i = 0; i < site->articles.len; i++) {
		const struct article *a = site->articles.at[i];
		bool answer = a->entry && (a->entry->kind == ENTRY_QUESTION || a->entry->kind == ENTRY_PAGE);

		if (answer && !a->broken && a->markup && a->markup->empty)
			diag_add(dg, RULE_EMPTY_BODY, top_of(a), STR_NONE, MSG(BODY_EMPTY));
	}
}

static void advise(struct site *site, struct diags *dg)
{
	for (size_t i = 0; i < site->entries.len && !site->settings.unsure; i++)
		warn_missing(site, site->entries.at[i], dg);
	for (size_t i = 0; i < site->sections.len; i++)
		if (!has_text(site->sections.at[i]->entry))
			warn_unnamed(site, site->sections.at[i], dg);
	check_slugs(site, dg);
	warn_empty(site, dg);
}

/* ---- files that are used ---- */

static void mark(struct site *site, struct target t, bool shown)
{
	struct asset *asset = t.kind == TARGET_ASSET ? map_get(&site->by_path, t.asset->path) : NULL;

	if (!asset)
		return;
	asset->used = true;
	asset->shown |= shown;
}

static void mark_used(struct site *site)
{
	struct arena scratch = ARENA_INIT;

	for (size_t i = 0; i < site->articles.len; i++) {
		const struct article *a = site->articles.at[i];

		for (size_t l = 0; a->entry && a->markup && l < a->markup->links.len; l++)
			mark(site, resolve_link(site, a, &a->markup->links.at[l], &scratch),
			     a->markup->links.at[l].is_image);
		arena_reset(&scratch);
	}
	for (size_t i = 0; i < LANGUAGE_MOST; i++)
		for (size_t d = 0; d < site->links[i].len; d++)
			mark(site, resolve_target(site, site->links[i].at[d].target, STR_NONE, NULL, i, &scratch),
			     false);
	arena_clear(&scratch);
}

/* ---- the whole ---- */

void join_site(struct site *site, const struct scan *scan, struct diags *dg)
{
	site->home = entry_for(site, STR_NONE, STR("_index"));
	for (size_t i = 0; i < scan->sections.len; i++)
		add_section(site, scan->sections.at[i]);
	for (size_t i = 0; i < scan->texts.len; i++)
		if (scan_is_entry(&scan->texts.at[i]))
			put_article(site, &scan->texts.at[i], site->articles.at[i]);
	fill_shown(site, site->home);
	for (size_t i = 0; i < site->sections.len; i++)
		fill_shown(site, site->sections.at[i]->entry);
	for (size_t i = 0; i < site->questions.len; i++)
		fill_shown(site, site->questions.at[i]);
	for (size_t i = 0; i < site->pages.len; i++)
		fill_shown(site, site->pages.at[i]);
	vec_sort(&site->sections, sections_by_order);
	vec_sort(&site->questions, entries_by_order);
	vec_sort(&site->pages, entries_by_order);
	list_entries(site);
	mark_used(site);
	advise(site, dg);
	related_find(site);
}
