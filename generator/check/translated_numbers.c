/*
 * translated_numbers.c - the numbers of a translation are those of its source. Two questions are sure enough to ask: where a paragraph has as
 * many numbers as the one it translates, are they the same; and does a number of one text stand nowhere in the other,
 * neither in digits nor in words. How often a number stands says nothing: languages repeat differently.
 */
#include "check/translation.h"
#include "site/passage.h"
#include "text/numbers.h"

enum { GROUPS = 4 };

/* A number of a text. */
struct found {
	struct number n;
	const struct passage *passage;
	bool told, met;
};

/* The numbers of one passage, in `numbers` of its text. */
struct span {
	size_t from, to;
};

struct text {
	const struct article *article;
	passages passages;
	VEC(struct found) numbers;
	VEC(struct span) spans[GROUPS]; /* in order, one a passage */
	struct map by_key;
};

/* The passages that are compared; those of a group stand in the same order in each language. */
static bool group_of(enum passage_kind kind, size_t *group)
{
	switch (kind) {
	case PASSAGE_TITLE:
		return *group = 0, true;
	case PASSAGE_SUMMARY:
		return *group = 1, true;
	case PASSAGE_HEADING:
		return *group = 2, true;
	case PASSAGE_BODY:
		return *group = 3, true;
	case PASSAGE_KEYWORD:
	case PASSAGE_PICTURE:
	case PASSAGE_SETTING:
	case PASSAGE_INTERFACE:
		break;
	}
	return false;
}

static void read_passage(const struct check_context *c, const struct passage *p, size_t group, struct text *t)
{
	struct span span = {t->numbers.len, 0};
	number_list list = {0};

	numbers_of(p->text, site_language(c->site, p->language)->code, c->scratch, &list);
	for (size_t i = 0; i < list.len; i++)
		vec_push(&t->numbers, ((struct found){.n = list.at[i], .passage = p}));
	span.to = t->numbers.len;
	vec_push(&t->spans[group], span);
	vec_clear(&list);
}

static void read_text(const struct check_context *c, const struct article *a, struct text *t)
{
	size_t group;

	t->article = a;
	passages_of_article(a, c->scratch, &t->passages);
	for (size_t i = 0; i < t->passages.len; i++)
		if (group_of(t->passages.at[i].kind, &group))
			read_passage(c, &t->passages.at[i], group, t);
	for (size_t i = 0; i < t->numbers.len; i++)
		map_put(&t->by_key, t->numbers.at[i].n.key, &t->numbers.at[i]);
}

static void clear_text(struct text *t)
{
	for (size_t g = 0; g < GROUPS; g++)
		vec_clear(&t->spans[g]);
	vec_clear(&t->passages);
	vec_clear(&t->numbers);
	map_clear(&t->by_key);
}

static struct str as_written(const struct found *f)
{
	return str_slice(f->passage->text, f->n.from, f->n.to);
}

static struct place place_of(const struct found *f)
{
	return passage_place(f->passage, f->n.from, f->n.to, NULL);
}

/* ---- paragraph by paragraph ---- */

/* Written in digits and meant as a number, in this language or in the other. */
static bool is_digits(const struct found *f)
{
	return !f->n.loose || f->n.ordinal;
}

static bool is_word(const struct found *f)
{
	return f->n.from == f->n.to;
}

/* How a number may be answered, the surer ways first. */
enum way { BY_DIGITS, BY_OTHER_SIGNS, BY_WORDS, WAYS };

static bool answers(const struct found *g, enum way way)
{
	switch (way) {
	case BY_DIGITS:
		return is_digits(g) && !g->met;
	case BY_OTHER_SIGNS:
		return !is_digits(g) && !is_word(g);
	default:
		return is_word(g) && !g->met;
	}
}

static void meet(struct text *of, struct span span, struct text *by, struct span other, enum way way)
{
	for (size_t i = span.from; i < span.to; i++)
		for (size_t k = other.from; k < other.to; k++) {
			struct found *f = &of->numbers.at[i], *g = &by->numbers.at[k];

			if (is_digits(f) && !f->met && answers(g, way) && str_eq(f->n.key, g->n.key))
				f->met = g->met = true;
		}
}

/* A word may stand for several numbers; once it stands for one, it is none of the others. */
static void use_up(struct text *t, struct span span, size_t at)
{
	size_t from = t->numbers.at[at].n.from;

	for (size_t i = span.from; i < span.to; i++)
		if (is_word(&t->numbers.at[i]) && t->numbers.at[i].n.from == from)
			t->numbers.at[i].met = true;
}

/* Words that answer to each other excuse no digits. */
static void meet_words(struct text *of, struct span span, struct text *by, struct span other)
{
	for (size_t i = span.from; i < span.to; i++)
		for (size_t k = other.from; k < other.to; k++) {
			const struct found *f = &of->numbers.at[i], *g = &by->numbers.at[k];

			if (!is_word(f) || f->met || !is_word(g) || g->met || !str_eq(f->n.key, g->n.key))
				continue;
			use_up(of, span, i);
			use_up(by, other, k);
		}
}

static struct found *next_left(struct text *t, struct span *span)
{
	while (span->from < span->to) {
		struct found *f = &t->numbers.at[span->from++];

		if (is_digits(f) && !f->met)
			return f;
	}
	return NULL;
}

static size_t left(struct text *t, struct span span)
{
	size_t count = 0;

	while (next_left(t, &span))
		count++;
	return count;
}

/* As many numbers, but not the same: each that is left over here stands for one there. */
static void compare_pair(const struct check_context *c, struct text *here, struct span mine, struct text *there,
			 struct span theirs)
{
	struct found *f, *g;

	meet(here, mine, there, theirs, BY_DIGITS);
	meet_words(here, mine, there, theirs);
	for (enum way way = BY_OTHER_SIGNS; way < WAYS; way++) {
		meet(here, mine, there, theirs, way);
		meet(there, theirs, here, mine, way);
	}
	if (left(here, mine) != left(there, theirs))
		return;
	while ((f = next_left(here, &mine)) && (g = next_left(there, &theirs))) {
		/* Two ordinals are two names of things. */
		if (f->n.loose && g->n.loose)
			continue;
		diag_add(c->dg, RULE_TRANSLATION_NUMBERS, place_of(f), STR_NONE,
			 MSG(TRANSLATION_NUMBER_OTHER, as_written(f), as_written(g), there->article->source->path));
		f->told = g->told = true;
	}
}

/* ---- the text as a whole ---- */

/* "1" and "2" come and go with "a", "both" and grammar. */
static bool says_little(struct str key)
{
	return str_eq(key, STR("0")) || str_eq(key, STR("1")) || str_eq(key, STR("2"));
}

static void tell_lonely(const struct check_context *c, const struct found *f, const struct text *of,
			const struct text *other, bool is_source)
{
	struct str path = is_source ? of->article->source->path : other->article->source->path;

	if (is_source)
		diag_add(c->dg, RULE_TRANSLATION_NUMBERS, translation_place(other->article), STR_NONE,
			 MSG(TRANSLATION_NUMBER_LACKS, as_written(f), path));
	else
		diag_add(c->dg, RULE_TRANSLATION_NUMBERS, place_of(f), STR_NONE,
			 MSG(TRANSLATION_NUMBER_EXTRA, as_written(f), path));
}

/* Numbers of `of` that stand nowhere in the other, each once. */
static void find_lonely(const struct check_context *c, struct text *of, const struct text *other, bool is_source)
{
	struct map told = {0};

	for (size_t i = 0; i < of->numbers.len; i++)
		if (of->numbers.at[i].told)
			map_put(&told, of->numbers.at[i].n.key, &of->numbers.at[i]);
	for (size_t i = 0; i < of->numbers.len; i++) {
		struct found *f = &of->numbers.at[i];

		if (f->n.loose || says_little(f->n.key) || map_get(&other->by_key, f->n.key) ||
		    map_put(&told, f->n.key, f))
			continue;
		tell_lonely(c, f, of, other, is_source);
	}
	map_clear(&told);
}

static void compare(const struct check_context *c, struct text *here, struct text *there)
{
	for (size_t g = 0; g < GROUPS; g++)
		for (size_t i = 0; here->spans[g].len == there->spans[g].len && i < here->spans[g].len; i++)
			compare_pair(c, here, here->spans[g].at[i], there, there->spans[g].at[i]);
	find_lonely(c, here, there, false);
	find_lonely(c, there, here, true);
}

static void each_article(const struct check_context *c, const struct article *a)
{
	const struct article *source = translation_source(c->site, a);
	struct text here = {0}, there = {0};

	if (!source)
		return;
	read_text(c, a, &here);
	read_text(c, source, &there);
	compare(c, &here, &there);
	clear_text(&here);
	clear_text(&there);
}

const struct check check_translated_numbers = {.each_article = each_article};
