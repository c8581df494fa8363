#include "search/rank.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "search/weights.h"

/* What one word is worth in a text, and the most that a find there counts for, and one in the title. */
struct in_text {
	double value, counts, titled;
	bool is_strong, is_touched;
};

/* What one word is worth in the best text of an answer. */
struct of_word {
	double best, counts, titled;
	uint32_t languages;
	bool is_strong, is_touched;
};

/* What an answer has of a reading, a piece, the query. */
struct held {
	double sum, held, titled;
	uint32_t languages;
	bool is_sure, is_touched;
};

/* The numbers of the items of a table that were touched: only those are looked at again. Whoever has read one empties it. */
typedef VEC(uint32_t) touched;

/* A power that was worked out before. */
struct power {
	double of, is;
};

enum { POWERS = 16 };

struct rank_scratch {
	double bend[WEIGHT_MOST + 1]; /* what a weight counts for */
	struct power powers[POWERS];  /* of 0: free */
	size_t answers, languages;
	struct in_text *in_text;
	struct of_word *of_word;
	struct held *of_reading, *of_piece, *of_all;
	touched texts, word, reading, piece, all;
	int8_t *choice; /* by piece and answer: a reading's number + 1 */
};

static void touch(touched *list, bool *is_touched, uint32_t i)
{
	if (*is_touched)
		return;
	*is_touched = true;
	vec_push(list, i);
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
	for (unsigned w = 0; w <= WEIGHT_MOST; w++)
		s->bend[w] = pow(w / 64.0, weights[W_bend]);
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
	vec_clear(&s->texts);
	vec_clear(&s->word);
	vec_clear(&s->reading);
	vec_clear(&s->piece);
	vec_clear(&s->all);
	free(s);
}

/* ---- a word ---- */

struct ranker {
	const struct vocabulary *v;
	struct rank_scratch *s;
	size_t reader; /* number of the reader's language */
	const struct other_weights *other;
};

static void add_posting(struct rank_scratch *s, struct posting p, const struct find *f)
{
	double floor = weights[W_floor], value = (floor + (1 - floor) * s->bend[p.weight]) * f->counts;
	struct in_text *in = &s->in_text[p.text];
	double high = in->value > value ? in->value : value, low = in->value > value ? value : in->value;

	touch(&s->texts, &in->is_touched, p.text);
	in->value = high + weights[W_more] * (1 - high) * low;
	in->counts = fmax(in->counts, f->counts);
	if (p.weight >= WEIGHT_TITLE)
		in->titled = fmax(in->titled, f->counts);
	in->is_strong = in->is_strong || f->is_strong;
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
			add_posting(r->s, p, f);
	}
}

/* Of an answer the best text counts. */
static void add_text(struct ranker *r, uint32_t text)
{
	uint32_t answer = text / (uint32_t)r->s->languages, language = text % (uint32_t)r->s->languages;
	struct of_word *w = &r->s->of_word[answer];
	struct in_text *in = &r->s->in_text[text];
	double own = in->value * (language == r->reader ? 1 : weights[W_foreign]);

	touch(&r->s->word, &w->is_touched, answer);
	w->best = fmax(w->best, own) + weights[W_both] * fmin(w->best, own);
	w->counts = fmax(w->counts, in->counts);
	w->titled = fmax(w->titled, in->titled);
	w->is_strong = w->is_strong || in->is_strong;
	w->languages |= 1U << language;
	*in = (struct in_text){0};
}

/* A find's worth in the share of the query that an answer holds; worths are few, and powers dear. */
static double bent(struct rank_scratch *s, double counts)
{
	struct power *p = &s->powers[0];

	while (p < &s->powers[POWERS - 1] && p->of > 0 && !(p->of >= counts && p->of <= counts))
		p++;
	if (!(p->of >= counts && p->of <= counts))
		*p = (struct power){counts, pow(counts, weights[W_bent])};
	return p->is;
}

/*
 * Where as many titles hold a word as its list may be long, the list was cut, perhaps by far: whether an answer holds the word is
 * not known, and it says next to nothing.
 */
static bool is_common(const struct rank_scratch *s)
{
	size_t titles = 0;

	for (size_t i = 0; i < s->word.len; i++)
		titles += s->of_word[s->word.at[i]].titled > weights[W_prefix];
	return (double)titles >= weights[W_common];
}

static double rarity(const struct rank_scratch *s)
{
	double n = 0, answers = (double)s->answers;

	for (size_t i = 0; i < s->word.len; i++)
		n += s->of_word[s->word.at[i]].is_strong;
	if (n < 1)
		n = (double)s->word.len;
	return weights[W_base] + fmin(weights[W_rarest], log(1 + (answers - n + 0.5) / (n + 0.5)));
}

/* A table of what answers hold, and which of them do. */
struct holders {
	struct held *held;
	touched *list;
};

/* Adds a word to what answers hold; gives how much it is of the query. s->word has the answers until it is emptied. */
static double add_word(struct ranker *r, const struct asked_word *asked, double worth, struct holders to)
{
	struct rank_scratch *s = r->s;
	double rare;

	for (size_t i = 0; i < asked->find_count; i++)
		add_find(r, &asked->finds[i]);
	for (size_t i = 0; i < s->texts.len; i++)
		add_text(r, s->texts.at[i]);
	if (is_common(s))
		rare = weights[W_base] * weights[W_small];
	else
		rare = rarity(s) * (asked->is_small ? weights[W_small] : 1) *
		       (asked->find_count ? 1 : weights[W_nowhere]);
	for (size_t i = 0; i < s->word.len; i++) {
		uint32_t answer = s->word.at[i];
		struct of_word *w = &s->of_word[answer];
		struct held *h = &to.held[answer];

		touch(to.list, &h->is_touched, answer);
		h->sum += rare * w->best * worth;
		h->held += rare * bent(s, w->counts);
		h->titled += rare * bent(s, w->titled);
		h->languages |= w->languages;
		h->is_sure = h->is_sure || (!asked->is_small && w->is_strong);
		*w = (struct of_word){0};
	}
	s->texts.len = 0;
	return rare;
}

/* ---- a piece ---- */

/* Each answer takes the reading where it is better than those before; gives the most that any answer holds of it. */
static double choose(struct rank_scratch *s, int8_t *choice, size_t number)
{
	double peak = 0;

	for (size_t i = 0; i < s->reading.len; i++) {
		uint32_t answer = s->reading.at[i];
		struct held *h = &s->of_reading[answer], *own = &s->of_piece[answer];

		if (h->held > peak)
			peak = h->held;
		if (!choice[answer] || own->sum < h->sum) {
			touch(&s->piece, &own->is_touched, answer);
			choice[answer] = (int8_t)(number + 1);
			*own = *h;
		}
		*h = (struct held){0};
	}
	s->reading.len = 0;
	return peak;
}

/* What an answer holds of a piece goes to what it holds of all. */
static void add_held(struct rank_scratch *s, uint32_t answer)
{
	struct held *all = &s->of_all[answer], *own = &s->of_piece[answer];

	touch(&s->all, &all->is_touched, answer);
	all->sum += own->sum;
	all->held += own->held;
	all->titled += own->titled;
	all->languages |= own->languages;
	all->is_sure = all->is_sure || own->is_sure;
	*own = (struct held){0};
}

/* Nothing is to be chosen where a piece is one word: it goes to all at once, which is most of what titles ask. */
static double add_single(struct ranker *r, const struct query_reading *reading, int8_t *choice)
{
	struct rank_scratch *s = r->s;
	double own = add_word(r, &reading->words[0], reading->worth, (struct holders){s->of_all, &s->all});

	for (size_t i = 0; i < s->word.len; i++)
		choice[s->word.at[i]] = 1;
	s->word.len = 0;
	return own;
}

/* Adds a piece; gives how much it is of the query, by the reading of which any answer holds most. */
static double add_piece(struct ranker *r, const struct query_piece *p, int8_t *choice)
{
	struct rank_scratch *s = r->s;
	double most = -1, total = 0;

	if (p->readings.len == 1 && p->readings.at[0].count == 1)
		return add_single(r, &p->readings.at[0], choice);
	for (size_t n = 0; n < p->readings.len; n++) {
		const struct query_reading *reading = &p->readings.at[n];
		double own = 0, peak;

		for (size_t i = 0; i < reading->count; i++) {
			own += add_word(r, &reading->words[i], reading->worth,
					(struct holders){s->of_reading, &s->reading});
			s->word.len = 0;
		}
		peak = choose(s, choice, n);
		if (peak > most) {
			most = peak;
			total = own;
		}
	}
	for (size_t i = 0; i < s->piece.len; i++)
		add_held(s, s->piece.at[i]);
	s->piece.len = 0;
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
	double cover = total > 0 ? h->held / total : 0, titled = total > 0 ? h->titled / total : 0;
	struct ranked found = {.answer = answer, .languages = h->languages, .is_similar = !h->is_sure};
	double whole, gain;

	if (cover < weights[pieces > 1 || h->is_sure ? W_least : W_like])
		return;
	whole = weights[W_whole] * pow(cover, weights[W_wholly]);
	gain = 1 + whole + weights[W_full] * pow(titled, weights[W_fuller]);
	/* Rounded as Math.round does, so that a last digit of a logarithm decides nothing. */
	found.score = floor(h->sum * pow(cover, weights[W_cover]) * gain * 1e6 + 0.5) / 1e6;
	for (size_t p = 0; p < pieces; p++)
		found.readings[p] = (int8_t)(s->choice[p * s->answers + answer] - 1);
	if (found.score > 0)
		vec_push(out, found);
}

void rank_pieces(const struct vocabulary *v, const query_pieces *pieces, size_t reader,
		 const struct other_weights *other, struct rank_scratch *s, ranking *out)
{
	struct ranker r = {v, s, reader, other};
	double total = 0;

	for (size_t i = 0; i < pieces->len; i++)
		total += add_piece(&r, &pieces->at[i], s->choice + i * s->answers);
	for (size_t i = 0; i < s->all.len; i++)
		add_answer(s, s->all.at[i], total, pieces->len, out);
	for (size_t i = 0; i < s->all.len; i++) {
		s->of_all[s->all.at[i]] = (struct held){0};
		for (size_t k = 0; k < pieces->len; k++)
			s->choice[k * s->answers + s->all.at[i]] = 0;
	}
	s->all.len = 0;
}

void rank_order(ranking *found)
{
	vec_sort(found, by_score);
}

size_t rank_best(ranking *found, size_t most)
{
	size_t count = 0;

	/* What is better than the last of those in order goes to its place among them. */
	for (size_t i = 0; i < found->len; i++) {
		struct ranked one = found->at[i];
		size_t at = count < most ? count++ : most;

		if (at == most && (!most || by_score(&one, &found->at[most - 1]) > 0))
			continue;
		if (at == most)
			found->at[i] = found->at[--at];
		for (; at > 0 && by_score(&one, &found->at[at - 1]) < 0; at--)
			found->at[at] = found->at[at - 1];
		found->at[at] = one;
	}
	return count;
}
