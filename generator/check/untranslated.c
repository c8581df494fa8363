/*
 * untranslated.c - a paragraph that is the same, word for word, as one of the source language was left as it was.
 */
#include "base/utf8.h"
#include "check/translation.h"
#include "letters/points.h"
#include "site/passage.h"
#include "text/fold.h"

/* Shorter ones may well be alike: names, titles of laws, words on buttons. */
enum { WORDS_LEAST = 4, LETTERS_LEAST = 20, COMMON_LEAST = 2 };

/*
 * Enough words in the source language's letters, and not only names: names begin with capitals, and in Cyrillic texts
 * brands and addresses are Latin.
 */
static bool is_prose(struct str text, bool latin)
{
	unsigned alphabet = latin ? POINT_LATIN : POINT_ANY_CYRILLIC;
	size_t words = 0, letters = 0, common = 0, length = 0;
	bool small = false;

	for (size_t at = 0; at <= text.len;) {
		uint32_t point = ' ';
		size_t n = at < text.len ? utf8_decode(text, at, &point) : 1;

		if (points_class(point) & alphabet) {
			small = length++ ? small : !points_is_upper(point);
		} else {
			words += length > 0;
			letters += length;
			common += length > 2 && small;
			length = 0;
		}
		at += n;
	}
	return words >= WORDS_LEAST && letters >= LETTERS_LEAST && common >= COMMON_LEAST;
}

/* Folded, every run of white space as one space, so that lines may break anywhere. */
static struct str comparable(struct str text, struct arena *a)
{
	struct str folded = fold_text(text, a);
	char *out = arena_alloc(a, folded.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < folded.len; i++) {
		char c = folded.at[i] == '\n' || folded.at[i] == '\t' ? ' ' : folded.at[i];

		if (c != ' ' || (n && out[n - 1] != ' '))
			out[n++] = c;
	}
	return str_trim((struct str){out, n});
}

static bool is_text(enum passage_kind kind)
{
	return kind != PASSAGE_KEYWORD;
}

static void compare(const struct check_context *c, const struct article *a, const struct article *source,
		    struct map *known)
{
	bool latin = str_eq(site_language(c->site, source->language)->code, STR("en"));
	passages here = {0}, there = {0};

	passages_of_article(source, c->scratch, &there);
	passages_of_article(a, c->scratch, &here);
	for (size_t i = 0; i < there.len; i++)
		if (is_text(there.at[i].kind) && is_prose(there.at[i].text, latin))
			map_put(known, comparable(there.at[i].text, c->scratch), &there.at[i]);
	for (size_t i = 0; i < here.len; i++) {
		const struct passage *p = &here.at[i];

		if (is_text(p->kind) && is_prose(p->text, latin) && map_get(known, comparable(p->text, c->scratch)))
			diag_add(c->dg, RULE_UNTRANSLATED, passage_place(p, 0, p->text.len, NULL), STR_NONE,
				 MSG(UNTRANSLATED, source->source->path, site_language(c->site, a->language)->name));
	}
	vec_clear(&here);
	vec_clear(&there);
}

static void each_article(const struct check_context *c, const struct article *a)
{
	const struct article *source = translation_source(c->site, a);
	struct map known = {0};

	if (source)
		compare(c, a, source, &known);
	map_clear(&known);
}

const struct check check_untranslated = {.each_article = each_article};
