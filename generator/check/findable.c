/*
 * findable.c - what readers find: an answer by its own title, and which keywords search has no need of.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "check/rules.h"
#include "search/finder.h"
#include "text/fold.h"

/* Places of a result that readers look at. */
enum { LOOKED_AT = 3 };

struct work {
	const struct check_context *c;
	const struct finder *finder;
	const struct analysis *analysis;
	const struct stems *stems;
	const struct map *shared;	 /* keywords of more than one answer: they make answers related */
	struct finder_scratch **scratch; /* one per worker */
	struct arena *arenas;
	struct diags *slots; /* one per answer */
};

/* An answer's text in one language. */
struct item {
	const struct work *w;
	const struct article *text;
	uint32_t answer;
	unsigned worker;
};

/* ---- titles ---- */

/* The files of the first answers, with commas between. */
static struct str files_of(const struct item *i, const struct found *found)
{
	struct buf list = BUF_INIT;
	struct str kept;

	for (size_t k = 0; k < found->answers.len && k < LOOKED_AT; k++) {
		const struct entry *e = i->w->c->index->answers.at[found->answers.at[k].answer];

		buf_addf(&list, "%s%.*s", k ? ", " : "", STR_ARG(e->shown[i->text->language]->source->path));
	}
	kept = arena_str(&i->w->arenas[i->worker], buf_str(&list));
	buf_clear(&list);
	return kept;
}

/* Where the answer stands, from 0; SIZE_MAX: nowhere. */
static size_t rank_of(const struct found *found, uint32_t answer)
{
	for (size_t k = 0; k < found->answers.len; k++)
		if (found->answers.at[k].answer == answer)
			return k;
	return SIZE_MAX;
}

static void check_title(const struct item *i)
{
	const struct front_matter *front = &i->text->front;
	struct diags *dg = &i->w->slots[i->answer];
	struct found found = {0};

	finder_find(i->w->finder, i->text->language, front->title, i->w->scratch[i->worker], &found);
	if (!found.answers.len)
		diag_add(dg, RULE_TITLE_NOT_FOUND, front->title_place, STR_NONE, MSG(TITLE_NO_WORDS));
	else if (rank_of(&found, i->answer) >= LOOKED_AT)
		diag_add(dg, RULE_TITLE_NOT_FOUND, front->title_place, STR_NONE,
			 MSG(TITLE_NOT_FOUND, files_of(i, &found)));
	found_clear(&found);
}

/* ---- keywords ---- */

/* The keys of words that stand where they weigh most. */
struct keys {
	const struct item *i;
	struct map keys; /* key -> something */
};

static struct str key_of(const struct item *i, struct str word)
{
	const struct language *language = site_language(i->w->c->site, i->text->language);
	struct buf key = BUF_INIT;
	struct str kept;

	stem_key(i->w->stems, stem_language_of(language->code, word), word, &key);
	kept = arena_str(&i->w->arenas[i->worker], buf_str(&key));
	buf_clear(&key);
	return kept;
}

static void add_keys(struct keys *k, struct str text)
{
	search_words words = {0};

	analysis_words(k->i->w->analysis, text, &k->i->w->arenas[k->i->worker], &words);
	for (size_t n = 0; n < words.len; n++)
		map_put(&k->keys, key_of(k->i, words.at[n]), k);
	vec_clear(&words);
}

static void add_heading(void *ctx, bool is_heading, struct str text)
{
	if (is_heading)
		add_keys(ctx, text);
}

static void add_text(struct keys *k, const struct article *text)
{
	add_keys(k, text->front.title);
	add_keys(k, text->front.summary);
	if (text->markup)
		markup_plain(text->markup, add_heading, k);
}

/* True where each word of a keyword stands in the title, the summary or a heading, in some form. */
static bool is_said(struct keys *k, struct str keyword)
{
	search_words words = {0};
	size_t n = 0;
	bool all;

	analysis_words(k->i->w->analysis, keyword, &k->i->w->arenas[k->i->worker], &words);
	while (n < words.len && map_get(&k->keys, key_of(k->i, words.at[n])))
		n++;
	all = words.len > 0 && n == words.len;
	vec_clear(&words);
	return all;
}

static bool is_first_without(const struct item *i, size_t keyword)
{
	struct found found = {0};
	bool is_first;

	finder_find_without(i->w->finder, i->text->language, i->answer, keyword, i->w->scratch[i->worker], &found);
	is_first = rank_of(&found, i->answer) == 0 && !found.answers.at[0].is_similar;
	found_clear(&found);
	return is_first;
}

static void check_keywords(const struct item *i)
{
	const struct front_matter *front = &i->text->front;
	struct keys k = {.i = i};

	if (front->keyword_count)
		add_text(&k, i->text);
	for (size_t n = 0; n < front->keyword_count; n++) {
		const struct keyword *keyword = &front->keywords[n];
		struct str folded = fold_text(keyword->text, &i->w->arenas[i->worker]);

		if (!map_get(i->w->shared, folded) && is_said(&k, keyword->text) && is_first_without(i, n))
			diag_add(&i->w->slots[i->answer], RULE_NEEDLESS_KEYWORD, keyword->place, STR_NONE,
				 MSG(KEYWORD_NEEDLESS, keyword->text));
	}
	map_clear(&k.keys);
}

/* ---- all ---- */

static void check_answer(void *ctx, size_t item, unsigned worker)
{
	const struct work *w = ctx;
	const struct entry *e = w->c->index->answers.at[item];

	for (size_t l = 0; l < w->c->site->settings.language_count; l++) {
		struct item i = {w, e->texts[l], (uint32_t)item, worker};

		if (!i.text || !i.text->front.title.len)
			continue;
		check_title(&i);
		check_keywords(&i);
		arena_reset(&w->arenas[worker]);
	}
}

/* Notes the keywords that stand in more than one answer; known has all, each with the number of its last answer + 1. */
static void note_shared(const struct check_context *c, struct map *known, struct map *shared)
{
	const struct index *ix = c->index;

	for (size_t i = 0; i < ix->answers.len; i++)
		for (size_t l = 0; l < c->site->settings.language_count; l++) {
			const struct article *text = ix->answers.at[i]->texts[l];

			for (size_t n = 0; text && n < text->front.keyword_count; n++) {
				struct str folded = fold_text(text->front.keywords[n].text, c->scratch);
				void *own = (void *)(uintptr_t)(i + 1), *other = map_put(known, folded, own);

				if (other && other != own)
					map_put(shared, folded, other);
			}
		}
}

static void whole_site(const struct check_context *c)
{
	size_t n = c->index ? c->index->answers.len : 0;
	unsigned workers = pool_workers(c->jobs, n);
	struct map known = {0}, shared = {0};
	struct work w = {.c = c, .shared = &shared};
	struct finder *finder;

	if (!n)
		return;
	note_shared(c, &known, &shared);
	finder = finder_new(c->index, c->site->settings.language_count, c->jobs);
	w.finder = finder;
	w.analysis = finder_analysis(finder);
	w.stems = finder_stems(finder);
	w.scratch = mem_zero(workers, sizeof(struct finder_scratch *));
	w.arenas = mem_zero(workers, sizeof *w.arenas);
	w.slots = mem_zero(n, sizeof *w.slots);
	for (unsigned i = 0; i < workers; i++)
		w.scratch[i] = finder_scratch_new(finder);
	pool_run(workers, n, check_answer, &w);
	for (size_t i = 0; i < n; i++)
		diags_join(c->dg, &w.slots[i]);
	for (unsigned i = 0; i < workers; i++) {
		finder_scratch_free(w.scratch[i]);
		arena_clear(&w.arenas[i]);
	}
	free(w.scratch);
	free(w.arenas);
	free(w.slots);
	map_clear(&known);
	map_clear(&shared);
	finder_free(finder);
}

const struct check check_findable = {.whole_site = whole_site};
