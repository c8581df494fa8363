/*
 * translated_form.c - a translation has the steps, the headings and the tables of its source: their numbers are in the addresses of
 * parts, so a link to step 3 must mean the same step in each language.
 */
#include "check/translation.h"

static struct str number(const struct check_context *c, size_t n)
{
	return arena_printf(c->scratch, "%zu", n);
}

static void check_steps(const struct check_context *c, const struct article *a, const struct article *source)
{
	const struct markup *here = a->markup, *there = source->markup;

	if (here->lists.len != there->lists.len) {
		diag_add(c->dg, RULE_TRANSLATION_STEPS, translation_place(a), STR_NONE,
			 MSG(TRANSLATION_LISTS, number(c, here->lists.len), number(c, there->lists.len),
			     source->source->path));
		return;
	}
	for (size_t i = 0; i < here->lists.len; i++)
		if (here->lists.at[i] != there->lists.at[i])
			diag_add(c->dg, RULE_TRANSLATION_STEPS, here->list_places.at[i], STR_NONE,
				 MSG(TRANSLATION_STEPS, number(c, here->lists.at[i]), number(c, there->lists.at[i]),
				     source->source->path));
}

static void check_headings(const struct check_context *c, const struct article *a, const struct article *source)
{
	const struct markup *here = a->markup, *there = source->markup;

	if (here->headings.len != there->headings.len) {
		diag_add(c->dg, RULE_TRANSLATION_HEADINGS, translation_place(a), STR_NONE,
			 MSG(TRANSLATION_HEADINGS, number(c, here->headings.len), number(c, there->headings.len),
			     source->source->path));
		return;
	}
	for (size_t i = 0; i < here->headings.len; i++) {
		const struct markup_heading *h = &here->headings.at[i], *other = &there->headings.at[i];
		static const char hashes[] = "######";

		if (h->level == other->level)
			continue;
		diag_add(c->dg, RULE_TRANSLATION_HEADINGS, h->place, STR_NONE,
			 MSG(TRANSLATION_HEADING_LEVEL, (struct str){hashes, h->level},
			     (struct str){hashes, other->level}, other->text, source->source->path));
		return; /* the levels that come follow from this one */
	}
}

static struct str size(const struct check_context *c, const struct markup_table *t)
{
	return arena_printf(c->scratch, "%zu × %zu", t->columns, t->rows);
}

static void check_tables(const struct check_context *c, const struct article *a, const struct article *source)
{
	const struct markup *here = a->markup, *there = source->markup;

	if (here->tables.len != there->tables.len) {
		diag_add(c->dg, RULE_TRANSLATION_TABLES, translation_place(a), STR_NONE,
			 MSG(TRANSLATION_TABLES, number(c, here->tables.len), number(c, there->tables.len),
			     source->source->path));
		return;
	}
	for (size_t i = 0; i < here->tables.len; i++) {
		const struct markup_table *t = &here->tables.at[i], *other = &there->tables.at[i];

		if (t->columns != other->columns || t->rows != other->rows)
			diag_add(c->dg, RULE_TRANSLATION_TABLES, t->place, STR_NONE,
				 MSG(TRANSLATION_TABLE_SIZE, size(c, t), size(c, other), source->source->path));
	}
}

static void each_article(const struct check_context *c, const struct article *a)
{
	const struct article *source = translation_source(c->site, a);

	if (!source)
		return;
	check_steps(c, a, source);
	check_headings(c, a, source);
	check_tables(c, a, source);
}

const struct check check_translated_form = {.each_article = each_article};
