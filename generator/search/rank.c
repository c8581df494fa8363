#include "search/rank.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "search/weights.h"

/* What one word is worth in a text, and the most that a find there counts for. */
struct in_text {
	double value, counts;
};

/* What one word is worth in the best text of an answer. */
struct of_word {
	double best, counts;
	uint32_t languages;
};

/* What an answer has of a reading, a piece, the query. */
struct held {
	double sum, held;
	uint32_t languages;
	bool is_sure;
};

/* Which items of a table were touched: only those are looked at again. */
struct touched {
	VEC(uint32_t) list;
	bool *is;
};

struct rank_scratch {
	size_t answers, languages;
	struct in_text *in_text;
	struct of_word *of_word;
	struct held *of_reading, *of_piece, *of_all;
	struct touched texts, word, reading, piece, all;
	int8_t *choice; /* by piece and answer: a reading's number + 1 */
};

static void touch(struct touched *t, uint32_t i)
{
	if (t->is[i])
		return;
	t->is[i] = true;
	vec_push(&t->list, i);
}

static void touched_init(struct touched *t, size_t n)
{
	t->is = mem_zero(n, sizeof *t->is);
}

static void touched_clear(struct touched *t)
{
	free(t->is);
	vec_clear(&t->list);
}

struct rank_scratch *rank_scratch_new(size_t answers, size_t language_count)
{
	struct rank_scratch *s = mem_zero(1, sizeof *s);

	s->answers = answers;
	s->languages = language_count;
	s->in_text = mem_zero(answers * language_count, sizeof *s->in_text);
	s->of_word = mem_zero(answers, sizeof *s->of_word);
	s->of_reading = mem_zero(answers, sizeof *s->of_reading);
	s->of_piece = mem_zero(answers, sizeof *s->of_piece);
	s->of_all = mem_zero(answers, sizeof *s->of_all);
	s->choice = mem_zero(answers * QUERY_WORDS, sizeof *s->choice);
	touched_init(&s->texts, answers * language_count);
	touched_init(&s->word, answers);
	touched_init(&s->reading, answers);
	touched_init(&s->piece, answers);
	touched_init(&s->all, answers);
	return s;
}

void rank_scratch_free(struct rank_scratch *s)
{
	if (!s)
		return;
	free(s->in_text);
	free(s->of_word);
	free(s->of_reading);
	free(s->of_piece);
	free(s->of_all);
	free(s->choice);
	touched_clear(&s->texts);
	touched_clear(&s->word);
	touched_clear(&s->reading);
	touched_clear(&s->piece);
	touched_clear(&s->all);
	free(s);
}

/* Empties a table: what was touched is zero again. */
static void reset(struct touched *t, void *table, size_t item)
{
	for (size_t i = 0; i < t->list.len; i++) {
		memset((char *)table + t->list.at[i] * item, 0, item);
		t->is[t->list.at[i]] = false;
	}
	t->list.len = 0;
}

/* ---- a word ---- */

struct ranker {
	const struct vocabulary *v;
	struct rank_scratch *s;
	size_t reader; /* number of the reader's language */
	const struct other_weights *other;
};

static void add_posting(struct rank_scratch *s, struct posting p, double counts)
{
	double floor = weights[W_floor], value = (floor + (1 - floor) * (p.weight / 64.0)) * counts;
	struct in_text *in = &s->in_text[p.text];
	double high = in->value > value ? in->value : value, low = in->value > value ? value : in->value;

	touch(&s->texts, p.text);
	in->value = high + weights[W_more] * (1 - high) * low;
	if (counts > in->counts)
		in->counts = counts;
}

/* What one word's finds are worth in each text: several forms of it in one text add up, but to no more than 1. */
static void add_find(struct ranker *r, const struct find *f)
{
	const struct index_word *word = r->v->words.at[f->word].in;

	for (size_t i = 0; i < word->texts.len; i++) {
		struct posting p = word->texts.at[i];

		if (r->other && r->other->text == p.text)
			p.weight = (uint8_t)(uintptr_t)map_get(&r->other->weights, word->word);
		if (p.weight)
			add_posting(r->s, p, f->counts);
	}
}

/* Of an answer the best text counts. */
static void add_text(struct ranker *r, uint32_t text)
{
	uint32_t answer = text / (uint32_t)r->s->languages, language = text % (uint32_t)r->s->languages;
	struct of_word *w = &r->s->of_word[answer];
	double own = r->s->in_text[text].value * (language == r->reader ? 1 : weights[W_foreign]);

	touch(&r->s->word, answer);
	if (own > w->best)
		w->best = own;
	if (r->s->in_text[text].counts > w->counts)
		w->counts = r->s->in_text[text].counts;
	w->languages |= 1U << language;
}

static double rarity(const struct rank_scratch *s)
{
	double n = 0, answers = (double)s->answers;

	for (size_t i = 0; i < s->word.list.len; i++)
		n += s->of_word[s->word.list.at[i]].counts >= weights[W_strong];
	if (n < 1)
		n = (double)s->word.list.len;
	return log(1 + (answers - n + 0.5) / (n + 0.5));
}

/* Adds a word of a reading; gives how much it is of the query. */
static double add_word(struct ranker *r, const struct asked_word *asked, double worth)
{
	struct rank_scratch *s = r->s;
	double rare;

	for (size_t i = 0; i < asked->find_count; i++)
		add_find(r, &asked->finds[i]);
	for (size_t i = 0; i < s->texts.list.len; i++)
		add_text(r, s->texts.list.at[i]);
	rare = rarity(s) * (asked->is_small ? weights[W_small] : 1) * (asked->find_count ? 1 : weights[W_nowhere]);
	for (size_t i = 0; i < s->word.list.len; i++) {
		uint32_t answer = s->word.list.at[i];
		const struct of_word *w = &s->of_word[answer];
		struct held *h = &s->of_reading[answer];

		touch(&s->reading, answer);
		h->sum += rare * w->best * worth;
		h->held += rare * pow(w->counts, weights[W_bent]);
		h->languages |= w->languages;
		h->is_sure = h->is_sure || (!asked->is_small && w->counts >= weights[W_strong]);
	}
	reset(&s->texts, s->in_text, sizeof *s->in_text);
	reset(&s->word, s->of_word, sizeof *s->of_word);
	return rare;
}

/* ---- a piece ---- */

/* Each answer takes the reading where it is better than those before; gives the most that any answer holds of it. */
static double choose(struct rank_scratch *s, int8_t *choice, size_t number)
{
	double peak = 0;

	for (size_t i = 0; i < s->reading.list.len; i++) {
		uint32_t answer = s->reading.list.at[i];
		const struct held *h = &s->of_reading[answer];

		if (h->held > peak)
			peak = h->held;
		if (choice[answer] && s->of_piece[answer].sum >= h->sum)
			continue;
		touch(&s->piece, answer);
		choice[answer] = (int8_t)(number + 1);
		s->of_piece[answer] = *h;
	}
	return peak;
}

/* Adds a piece; gives how much it is of the query, by the reading of which any answer holds most. */
static double add_piece(struct ranker *r, const struct query_piece *p, int8_t *choice)
{
	struct rank_scratch *s = r->s;
	double most = -1, total = 0;

	for (size_t n = 0; n < p->readings.len; n++) {
		const struct query_reading *reading = &p->readings.at[n];
		double own = 0, peak;

		for (size_t i = 0; i < reading->count; i++)
			own += add_word(r, &reading->words[i], reading->worth);
		peak = choose(s, choice, n);
		if (peak > most) {
			most = peak;
			total = own;
		}
		reset(&s->reading, s->of_reading, sizeof *s->of_reading);
	}
	for (size_t i = 0; i < s->piece.list.len; i++) {
		uint32_t answer = s->piece.list.at[i];
		struct held *all = &s->of_all[answer], *own = &s->of_piece[answer];

		touch(&s->all, answer);
		all->sum += own->sum;
		all->held += own->held;
		all->languages |= own->languages;
		all->is_sure = all->is_sure || own->is_sure;
	}
	reset(&s->piece, s->of_piece, sizeof *s->of_piece);
	return total;
}

/* ---- all ---- */

static int by_score(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->score < y->score || x->score > y->score)
		return x->score > y->score ? -1 : 1;
	return (x->answer > y->answer) - (x->answer < y->answer);
}

static void add_answer(struct rank_scratch *s, uint32_t answer, double total, size_t pieces, ranking *out)
{
	const struct held *h = &s->of_all[answer];
	double cover = total > 0 ? h->held / total : 0;
	struct ranked found = {.answer = answer, .languages = h->languages, .is_similar = !h->is_sure};

	/* Rounded as Math.round does, so that a last digit of a logarithm decides nothing. */
	found.score = floor(h->sum * pow(cover, weights[W_cover]) * 1e6 + 0.5) / 1e6;
	for (size_t p = 0; p < pieces; p++)
		found.readings[p] = (int8_t)(s->choice[p * s->answers + answer] - 1);
	if (found.score > 0 && cover >= weights[W_least])
		vec_push(out, found);
}

void rank_pieces(const struct vocabulary *v, const query_pieces *pieces, size_t reader,
		 const struct other_weights *other, struct rank_scratch *s, ranking *out)
{
	struct ranker r = {v, s, reader, other};
	double total = 0;

	for (size_t i = 0; i < pieces->len; i++)
		total += add_piece(&r, &pieces->at[i], s->choice + i * s->answers);
	for (size_t i = 0; i < s->all.list.len; i++)
		add_answer(s, s->all.list.at[i], total, pieces->len, out);
	for (size_t i = 0; i < pieces->len; i++)
		for (size_t k = 0; k < s->all.list.len; k++)
			s->choice[i * s->answers + s->all.list.at[k]] = 0;
	reset(&s->all, s->of_all, sizeof *s->of_all);
	vec_sort(out, by_score);
}
