#include "search/finder.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "search/weights.h"

struct finder {
	const struct index *ix;
	size_t languages;
	struct analysis *an;
	struct stems *st;
	struct reader *rd;
	struct vocabulary *v;
};

struct finder_scratch {
	struct finds_scratch finds;
	struct rank_scratch *rank;
};

struct finder *finder_new(const struct index *ix, size_t language_count, unsigned jobs)
{
	struct finder *f = mem_zero(1, sizeof *f);

	f->ix = ix;
	f->languages = language_count;
	f->an = analysis_new();
	f->st = stems_new();
	f->rd = reader_new(f->an, f->st);
	f->v = vocabulary_new(ix, f->st, jobs);
	return f;
}

void finder_free(struct finder *f)
{
	if (!f)
		return;
	vocabulary_free(f->v);
	reader_free(f->rd);
	stems_free(f->st);
	analysis_free(f->an);
	free(f);
}

const struct analysis *finder_analysis(const struct finder *f)
{
	return f->an;
}

const struct stems *finder_stems(const struct finder *f)
{
	return f->st;
}

struct finder_scratch *finder_scratch_new(const struct finder *f)
{
	struct finder_scratch *s = mem_zero(1, sizeof *s);

	finds_scratch_init(&s->finds, f->v);
	s->rank = rank_scratch_new(f->ix->answers.len, f->languages);
	return s;
}

void finder_scratch_free(struct finder_scratch *s)
{
	if (!s)
		return;
	finds_scratch_clear(&s->finds);
	rank_scratch_free(s->rank);
	free(s);
}

void found_clear(struct found *found)
{
	query_pieces_clear(&found->pieces);
	vec_clear(&found->answers);
	arena_clear(&found->arena);
}

/* ---- reasons ---- */

/* The weight of a text in a find; 0 where it is not there. */
static uint8_t weight_in(const struct index_word *word, uint32_t text)
{
	size_t low = 0, high = word->texts.len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (word->texts.at[middle].text < text)
			low = middle + 1;
		else
			high = middle;
	}
	return low < word->texts.len && word->texts.at[low].text == text ? word->texts.at[low].weight : 0;
}

/* The best find of a word so far. */
struct best {
	const struct find *find; /* NULL: none */
	double counts;
	uint8_t weight;
	bool is_shown;
};

static void offer(const struct finder *f, struct best *b, const struct find *find, uint32_t answer, size_t shown)
{
	for (size_t l = 0; l < f->languages; l++) {
		uint8_t weight =
			weight_in(f->v->words.at[find->word].in, answer * (uint32_t)f->languages + (uint32_t)l);
		/* letters in common say less of what was meant than anything else */
		double counts = find->tier == TIER_FIRST ? 0 : find->counts * (l == shown ? 1 : weights[W_foreign]);
		bool is_equal = b->find && counts <= b->counts && counts >= b->counts;

		if (weight && (!b->find || counts > b->counts || (is_equal && weight > b->weight)))
			*b = (struct best){find, counts, weight, l == shown};
	}
}

/* The reading of a piece that suits the answer best; NULL where none does. */
static const struct query_reading *reading_of(const struct found *found, const struct ranked *answer, size_t piece)
{
	int8_t n = answer->readings[piece];

	return n < 0 ? NULL : &found->pieces.at[piece].readings.at[n];
}

static void piece_reasons(const struct finder *f, const struct query_reading *r, uint32_t answer, size_t shown,
			  reasons *out)
{
	for (size_t i = 0; r && i < r->count; i++) {
		const struct asked_word *asked = &r->words[i];
		struct best b = {0};

		for (size_t k = 0; k < asked->find_count; k++)
			offer(f, &b, &asked->finds[k], answer, shown);
		if (b.find)
			vec_push(out, ((struct reason){.asked = asked->word,
						       .reading = r->reading,
						       .tier = b.find->tier,
						       .is_edited = b.find->edits > 0,
						       .word = f->v->words.at[b.find->word].in->word,
						       .is_shown = b.is_shown}));
	}
}

void finder_reasons(const struct finder *f, const struct found *found, const struct ranked *answer, size_t shown,
		    reasons *out)
{
	for (size_t i = 0; i < found->pieces.len; i++)
		piece_reasons(f, reading_of(found, answer, i), answer->answer, shown, out);
}

const char *reading_name(enum reading reading)
{
	static const char *const names[READINGS] = {
		[READING_TYPED] = "typed", [READING_LAYOUT] = "layout", [READING_LATIN] = "latin"};

	return names[reading];
}

const char *reason_tier(const struct reason *r)
{
	static const char *const names[TIERS] = {
		[TIER_EXACT] = "exact", [TIER_LETTERS] = "letters", [TIER_STEM] = "stem",   [TIER_KEY] = "key",
		[TIER_SHORT] = "short", [TIER_PREFIX] = "prefix",   [TIER_FIRST] = "first",
	};

	return r->is_edited ? "edit" : names[r->tier];
}

/* ---- as understood ---- */

/* Answers that are asked how they understood a piece. */
enum { UNDERSTOOD_BY = 10 };

static bool found_as_typed(const struct query_piece *p)
{
	const struct query_reading *typed = &p->readings.at[0];

	for (size_t i = 0; i < typed->count; i++)
		if (!finds_strong(&typed->words[i]))
			return false;
	return typed->count > 0;
}

/* The best answer that holds a piece, of the first ones; NULL: none. */
static const struct ranked *holder_of(const struct found *found, size_t piece)
{
	for (size_t i = 0; i < found->answers.len && i < UNDERSTOOD_BY; i++)
		if (found->answers.at[i].readings[piece] >= 0)
			return &found->answers.at[i];
	return NULL;
}

/* A piece as the best answer that holds it understood it. One that was found well as typed stays. */
static void add_understood(const struct finder *f, const struct found *found, size_t piece, size_t reader,
			   struct buf *out)
{
	const struct query_piece *p = &found->pieces.at[piece];
	const struct ranked *answer = holder_of(found, piece);
	const struct query_reading *typed = &p->readings.at[0], *r = answer ? reading_of(found, answer, piece) : NULL;
	bool by_words = r && r->reading == READING_LATIN;
	struct buf words = BUF_INIT;
	reasons all = {0};
	size_t count = 0;

	if (r)
		piece_reasons(f, r, answer->answer, reader, &all);
	for (size_t i = 0; i < all.len; i++) {
		if (all.at[i].tier == TIER_FIRST && !all.at[i].is_edited)
			continue;
		by_words = by_words || all.at[i].is_edited;
		buf_addf(&words, "%s%.*s", count++ ? " " : "", STR_ARG(all.at[i].word));
	}
	if (!r || found_as_typed(p) || !count || (r != typed && count < r->count))
		buf_add(out, typed->text);
	else
		buf_add(out, by_words ? buf_str(&words) : r->text);
	buf_clear(&words);
	vec_clear(&all);
}

static void understand(const struct finder *f, size_t reader, struct found *found)
{
	struct buf said = BUF_INIT, typed = BUF_INIT;

	for (size_t i = 0; i < found->pieces.len; i++) {
		if (i) {
			buf_add_byte(&said, ' ');
			buf_add_byte(&typed, ' ');
		}
		buf_add(&typed, found->pieces.at[i].readings.at[0].text);
		add_understood(f, found, i, reader, &said);
	}
	if (!str_eq(buf_str(&said), buf_str(&typed)))
		found->understood = arena_str(&found->arena, buf_str(&said));
	buf_clear(&said);
	buf_clear(&typed);
}

/* ---- a query ---- */

/* Bytes that are no UTF-8 become U+FFFD: parts of the query are shown again. */
static struct str as_text(struct str query, struct arena *a)
{
	struct buf text = BUF_INIT;
	struct str kept;
	char bytes[4];
	uint32_t c;

	for (size_t at = 0; at < query.len;) {
		at += utf8_decode(query, at, &c);
		buf_add(&text, (struct str){bytes, utf8_encode(c, bytes)});
	}
	kept = arena_str(a, buf_str(&text));
	buf_clear(&text);
	return kept;
}

static void look_up(const struct finder *f, size_t reader, struct str query, struct finder_scratch *s,
		    struct found *out)
{
	const struct finds_index ix = {f->v, f->st, f->languages};

	query = as_text(str_slice(query, 0, utf8_offset(query, QUERY_SIGNS)), &out->arena);
	reader_read(f->rd, query, &out->arena, &out->pieces);
	finds_look_up(&ix, reader, &out->pieces, &s->finds, &out->arena);
}

void finder_find(const struct finder *f, size_t reader, struct str query, struct finder_scratch *s, struct found *out)
{
	look_up(f, reader, query, s, out);
	rank_pieces(f->v, &out->pieces, reader, NULL, s->rank, &out->answers);
	rank_order(&out->answers);
	out->is_similar = out->answers.len > 0;
	for (size_t i = 0; i < out->answers.len; i++)
		out->is_similar = out->is_similar && out->answers.at[i].is_similar;
	if (out->answers.len)
		understand(f, reader, out);
}

size_t finder_best(const struct finder *f, size_t reader, struct str query, struct finder_scratch *s, size_t most,
		   uint32_t *answers)
{
	struct found found = {0};
	size_t count;

	look_up(f, reader, query, s, &found);
	rank_pieces(f->v, &found.pieces, reader, NULL, s->rank, &found.answers);
	count = rank_best(&found.answers, most);
	for (size_t i = 0; i < count; i++)
		answers[i] = found.answers.at[i].answer;
	found_clear(&found);
	return count;
}

void finder_find_without(const struct finder *f, size_t language, uint32_t answer, size_t keyword,
			 struct finder_scratch *s, struct found *out)
{
	const struct article *text = f->ix->answers.at[answer]->texts[language];
	struct other_weights other = {.text = answer * (uint32_t)f->languages + (uint32_t)language};

	index_weigh_without(f->an, text, keyword, &out->arena, &other.weights);
	look_up(f, language, text->front.keywords[keyword].text, s, out);
	rank_pieces(f->v, &out->pieces, language, &other, s->rank, &out->answers);
	rank_order(&out->answers);
	map_clear(&other.weights);
}
