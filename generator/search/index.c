#include "search/index.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"

enum place_of_word { IN_TITLE, IN_SUMMARY, IN_KEYWORDS, IN_HEADINGS, IN_BODY, PLACES };

/*
 * What one occurrence counts for in each place; the usual number of words there, with which a place's real length is
 * compared; and how much that matters, in quarters: a title is about its subject, however long. It is a constant and not the average of the site, so that a changed text changes its own weights only. The usual
 * numbers are those of the first fifteen answers.
 */
static const struct {
	unsigned weight, usual, length;
} places[PLACES] = {
	[IN_TITLE] = {8, 6, 1},	   [IN_SUMMARY] = {4, 15, 3}, [IN_KEYWORDS] = {5, 20, 2},
	[IN_HEADINGS] = {3, 6, 2}, [IN_BODY] = {1, 100, 3},
};

/* Whole numbers in units of 1/1024: the same on every machine. */
enum { UNIT = 1024 };

/* The sum at which a word has half the weight that it can have (k1 of BM25): half an occurrence in a title. */
enum { HALF = 4 * UNIT };

/* ---- one text ---- */

/* How often a word stands in each place of a text. */
struct tally {
	struct str word;
	uint32_t count[PLACES];
};

/* What was counted of one text. */
struct counted {
	VEC(struct tally) words;
	uint32_t length[PLACES];
};

struct count {
	const struct analysis *an;
	struct arena *a; /* the words stay in it */
	struct map seen; /* word -> its number + 1 */
	struct counted *out;
	search_words words;
};

static void count_text(struct count *c, enum place_of_word place, struct str text)
{
	c->words.len = 0;
	analysis_words(c->an, text, c->a, &c->words);
	c->out->length[place] += (uint32_t)c->words.len;
	for (size_t i = 0; i < c->words.len; i++) {
		size_t at = (size_t)(uintptr_t)map_get(&c->seen, c->words.at[i]);

		if (!at) {
			vec_push(&c->out->words, ((struct tally){.word = c->words.at[i]}));
			at = c->out->words.len;
			map_put(&c->seen, c->words.at[i], (void *)(uintptr_t)at);
		}
		c->out->words.at[at - 1].count[place]++;
	}
}

static void count_block(void *ctx, bool is_heading, struct str text)
{
	count_text(ctx, is_heading ? IN_HEADINGS : IN_BODY, text);
}

/* without: the number of a keyword that is left out, or SIZE_MAX. */
static void count_article(const struct analysis *an, const struct article *text, size_t without, struct arena *a,
			  struct counted *out)
{
	struct count c = {.an = an, .a = a, .out = out};

	count_text(&c, IN_TITLE, text->front.title);
	count_text(&c, IN_SUMMARY, text->front.summary);
	for (size_t i = 0; i < text->front.keyword_count; i++)
		if (i != without)
			count_text(&c, IN_KEYWORDS, text->front.keywords[i].text);
	if (text->markup)
		markup_plain(text->markup, count_block, &c);
	map_clear(&c.seen);
	vec_clear(&c.words);
}

/*
 * BM25 over places: occurrences count by place, less in a long one, and each further one less. A word of the title has
 * WEIGHT_TITLE at least and no other so much, so that the weight also says whether the title holds the word.
 */
static uint8_t weight_of(const struct tally *t, const uint32_t length[PLACES])
{
	uint64_t sum = 0;

	/* count * weight / (1 - length + length * real length / usual) */
	for (size_t p = 0; p < PLACES; p++)
		sum += (uint64_t)t->count[p] * places[p].weight * UNIT * 4 * places[p].usual /
		       ((uint64_t)(4 - places[p].length) * places[p].usual + places[p].length * (uint64_t)length[p]);
	if (t->count[IN_TITLE])
		return (uint8_t)(WEIGHT_TITLE + sum * (WEIGHT_MOST - WEIGHT_TITLE) / (sum + HALF));
	return (uint8_t)(1 + sum * (WEIGHT_TITLE - 1) / (sum + HALF));
}

void index_weigh_without(const struct analysis *an, const struct article *text, size_t keyword, struct arena *a,
			 struct map *out)
{
	struct counted c = {0};

	count_article(an, text, keyword, a, &c);
	for (size_t i = 0; i < c.words.len; i++)
		map_put(out, c.words.at[i].word, (void *)(uintptr_t)weight_of(&c.words.at[i], c.length));
	vec_clear(&c.words);
}

/* ---- all texts ---- */

struct work {
	const struct site *site;
	const struct index *ix;
	struct analysis *an;
	struct arena *arenas;	 /* one a worker */
	struct counted *counted; /* by text */
};

static void count_answer(void *ctx, size_t item, unsigned worker)
{
	struct work *w = ctx;
	size_t n = w->site->settings.language_count;

	for (size_t l = 0; l < n; l++) {
		const struct article *text = w->ix->answers.at[item]->texts[l];

		if (text)
			count_article(w->an, text, SIZE_MAX, &w->arenas[worker], &w->counted[item * n + l]);
	}
}

struct join {
	struct index *ix;
	struct stems *st;
	struct map known[STEM_LANGUAGES]; /* word -> index_word, for words that stand in texts of the language */
	struct map all;			  /* key and word -> index_word */
};

static struct index_word *new_word(struct join *j, enum stem_language language, struct str text)
{
	struct buf key = BUF_INIT, name = BUF_INIT;
	size_t cut = stem_key(j->st, language, text, &key);
	struct index_word *word;

	buf_addf(&name, "%.*s %.*s", STR_ARG(buf_str(&key)), STR_ARG(text));
	word = map_get(&j->all, buf_str(&name));
	if (!word) {
		struct str kept = arena_str(&j->ix->arena, buf_str(&name));

		word = arena_new(&j->ix->arena, struct index_word);
		word->key = str_slice(kept, 0, key.len);
		word->word = str_from(kept, key.len + 1);
		word->cut = (uint8_t)cut;
		map_put(&j->all, kept, word);
		vec_push(&j->ix->words, word);
	}
	map_put(&j->known[language], word->word, word);
	buf_clear(&key);
	buf_clear(&name);
	return word;
}

/* Texts are joined in their order, so that each word's list is sorted whoever counted what. */
static void join_text(struct join *j, struct str code, const struct counted *c, uint32_t text)
{
	for (size_t i = 0; i < c->words.len; i++) {
		const struct tally *t = &c->words.at[i];
		enum stem_language language = stem_language_of(code, t->word);
		struct index_word *word = map_get(&j->known[language], t->word);

		if (!word)
			word = new_word(j, language, t->word);
		vec_push(&word->texts, ((struct posting){text, weight_of(t, c->length)}));
	}
}

/* Keeps the texts of one language in which the words of a key weigh most. */
static void prune(struct index_word *const *words, size_t count, uint32_t n, uint32_t language)
{
	size_t counts[WEIGHT_MOST + 1] = {0}, all = 0, room = TEXTS_MOST;
	unsigned least = WEIGHT_MOST;

	for (size_t w = 0; w < count; w++)
		for (size_t i = 0; i < words[w]->texts.len; i++)
			if (words[w]->texts.at[i].text % n == language) {
				counts[words[w]->texts.at[i].weight]++;
				all++;
			}
	if (all <= room)
		return;
	for (; counts[least] < room; least--)
		room -= counts[least];
	for (size_t w = 0; w < count; w++) {
		size_t kept = 0;

		for (size_t i = 0; i < words[w]->texts.len; i++) {
			struct posting t = words[w]->texts.at[i];

			if (t.text % n == language && (t.weight < least || (t.weight == least && !room)))
				continue;
			room -= t.text % n == language && t.weight == least;
			words[w]->texts.at[kept++] = t;
		}
		words[w]->texts.len = kept;
	}
}

/* Words that lose all their texts stay: they are words of the site. */
static void prune_all(struct index *ix, size_t n)
{
	for (size_t from = 0, to = 0; from < ix->words.len; from = to) {
		for (to = from + 1; to < ix->words.len; to++)
			if (!str_eq(ix->words.at[to]->key, ix->words.at[from]->key))
				break;
		for (size_t l = 0; l < n; l++)
			prune(&ix->words.at[from], to - from, (uint32_t)n, (uint32_t)l);
	}
}

static int by_word(const void *a, const void *b)
{
	const struct index_word *x = *(struct index_word *const *)a, *y = *(struct index_word *const *)b;
	int order = index_order(x->key, y->key);

	return order ? order : index_order(x->word, y->word);
}

static void join_all(struct work *w, struct index *ix, size_t texts)
{
	struct join j = {.ix = ix, .st = stems_new()};
	size_t n = w->site->settings.language_count;

	for (size_t i = 0; i < texts; i++) {
		join_text(&j, site_language(w->site, i % n)->code, &w->counted[i], (uint32_t)i);
		vec_clear(&w->counted[i].words);
	}
	for (size_t i = 0; i < STEM_LANGUAGES; i++)
		map_clear(&j.known[i]);
	map_clear(&j.all);
	stems_free(j.st);
	vec_sort(&ix->words, by_word);
	prune_all(ix, n);
}

struct index *index_build(const struct site *site, unsigned jobs)
{
	struct index *ix = mem_zero(1, sizeof *ix);
	struct work w = {.site = site, .ix = ix, .an = analysis_new()};
	unsigned workers;
	size_t texts;

	for (size_t i = 0; i < site->entries.len; i++) {
		const struct entry *e = site->entries.at[i];

		if ((e->kind == ENTRY_QUESTION || e->kind == ENTRY_PAGE) && e->shown[0])
			vec_push(&ix->answers, e);
	}
	texts = ix->answers.len * site->settings.language_count;
	workers = pool_workers(jobs, ix->answers.len);
	w.counted = mem_zero(texts, sizeof *w.counted);
	w.arenas = mem_zero(workers, sizeof *w.arenas);
	pool_run(workers, ix->answers.len, count_answer, &w);
	join_all(&w, ix, texts);
	for (unsigned i = 0; i < workers; i++)
		arena_clear(&w.arenas[i]);
	free(w.arenas);
	free(w.counted);
	analysis_free(w.an);
	return ix;
}

void index_free(struct index *ix)
{
	if (!ix)
		return;
	for (size_t i = 0; i < ix->words.len; i++)
		vec_clear(&ix->words.at[i]->texts);
	vec_clear(&ix->words);
	vec_clear(&ix->answers);
	arena_clear(&ix->arena);
	free(ix);
}

int index_order(struct str a, struct str b)
{
	size_t n = a.len < b.len ? a.len : b.len, i = 0;
	unsigned char x, y;

	while (i < n && a.at[i] == b.at[i])
		i++;
	if (i == n)
		return (a.len > b.len) - (a.len < b.len);
	x = (unsigned char)a.at[i];
	y = (unsigned char)b.at[i];
	/* 0xEE and 0xEF begin U+E000 to U+FFFF, 0xF0 and more the later planes. */
	if (x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0))
		return x >= 0xF0 ? -1 : 1;
	return x < y ? -1 : 1;
}
