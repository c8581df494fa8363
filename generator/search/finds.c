#include "search/finds.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "search/near.h"
#include "search/weights.h"

/* Words that begin like one of the query, at most, and letters that are enough to be like it. */
enum { BEGINNINGS = 200, FIRST_LETTERS = 5 };

/* Letters that Kazakh endings must leave of a Russian word. */
enum { MIXED = 5 };

/* Letters from which on a word may be the beginning of others, by reading. */
static const size_t begun[READINGS] = {[READING_TYPED] = 2, [READING_LAYOUT] = 4, [READING_LATIN] = 4};

/* Letters that the skeleton may have more than the key of a word that begins like it. */
enum { KEY_SHORTER = 4 };

void finds_scratch_init(struct finds_scratch *s, const struct vocabulary *v)
{
	*s = (struct finds_scratch){.seen = mem_zero(v->words.len, sizeof *s->seen)};
}

void finds_scratch_clear(struct finds_scratch *s)
{
	free(s->seen);
	vec_clear(&s->list);
}

/* ---- forms ---- */

/* One of the two sorts of stems of a word, for which the list is made. */
struct stemming {
	const struct stems *st;
	bool is_key;
	struct arena *a;
	stem_list *out;
};

/* Adds the stem of a word, unless it is there. */
static void add_stem(struct stemming *s, enum stem_language l, struct str word)
{
	struct buf stem = BUF_INIT;
	size_t i = 0;

	if (s->is_key)
		stem_key(s->st, l, word, &stem);
	else
		stem_word(s->st, l, word, &stem);
	while (i < s->out->len && !str_eq(s->out->at[i], buf_str(&stem)))
		i++;
	if (i == s->out->len)
		vec_push(s->out, arena_str(s->a, buf_str(&stem)));
	buf_clear(&stem);
}

/*
 * The shortest stem is not always that of the word looked for (өтінімім: өтінім, but that is itself taken apart), so all that
 * chains of endings leave is asked for as if it were a word. Kazakh endings come off Russian words too.
 */
static void add_stems(struct stemming *s, struct str word)
{
	struct str roots[TOKEN_LONGEST];
	size_t count;
	bool cyrillic = word_is_cyrillic(word);
	enum stem_language language = cyrillic ? STEM_KAZAKH : STEM_ENGLISH;

	if (cyrillic)
		add_stem(s, STEM_RUSSIAN, word);
	count = stem_roots(s->st, language, s->is_key, word, s->a, roots);
	for (size_t i = 0; i < count; i++) {
		add_stem(s, language, roots[i]);
		if (cyrillic && utf8_count(roots[i]) >= MIXED)
			add_stem(s, STEM_RUSSIAN, roots[i]);
	}
}

static void forms_of(const struct stems *st, const struct asked_word *asked, struct word_forms *f, struct arena *a)
{
	struct buf skeleton = BUF_INIT;

	*f = (struct word_forms){0};
	stem_skeleton(st, asked->word, &skeleton);
	f->skeleton = arena_str(a, buf_str(&skeleton));
	buf_clear(&skeleton);
	add_stems(&(struct stemming){st, true, a, &f->keys}, asked->word);
	if (!asked->is_skeleton)
		add_stems(&(struct stemming){st, false, a, &f->precise}, asked->word);
}

static void forms_clear(struct word_forms *f)
{
	vec_clear(&f->keys);
	vec_clear(&f->precise);
}

static bool is_precise(const struct known_word *word, const struct word_forms *f)
{
	for (size_t i = 0; i < f->precise.len; i++)
		for (size_t l = 0; l < STEM_LANGUAGES; l++)
			if (word->stems[l].at && str_eq(word->stems[l], f->precise.at[i]))
				return true;
	return false;
}

/* ---- finds ---- */

struct search {
	const struct vocabulary *v;
	struct finds_scratch *s;
	const struct asked_word *asked;
	const struct word_forms *forms;
};

void finds_add(struct finds_scratch *s, size_t word, enum tier tier, double edits)
{
	static const enum weight worth[TIERS] = {
		[TIER_EXACT] = W_exact, [TIER_LETTERS] = W_letters, [TIER_STEM] = W_stem,   [TIER_KEY] = W_key,
		[TIER_SHORT] = W_short, [TIER_PREFIX] = W_prefix,   [TIER_FIRST] = W_first,
	};
	struct find f = {.word = (uint32_t)word,
			 .tier = tier,
			 .edits = edits,
			 .counts = weights[worth[tier]] * pow(weights[W_edit], edits),
			 .is_strong = edits <= 0 && tier != TIER_SHORT && tier != TIER_FIRST};
	uint32_t at = s->seen[word];

	if (!at) {
		vec_push(&s->list, f);
		s->seen[word] = (uint32_t)s->list.len;
	} else if (s->list.at[at - 1].counts < f.counts) {
		s->list.at[at - 1] = f;
	}
}

static void forget(struct finds_scratch *s)
{
	for (size_t i = 0; i < s->list.len; i++)
		s->seen[s->list.at[i].word] = 0;
	s->list.len = 0;
}

void finds_keep(struct finds_scratch *s, struct asked_word *word, struct arena *a)
{
	struct find *all = arena_array(a, struct find, word->find_count + s->list.len);

	if (word->find_count)
		memcpy(all, word->finds, word->find_count * sizeof *all);
	if (s->list.len)
		memcpy(all + word->find_count, s->list.at, s->list.len * sizeof *all);
	word->finds = all;
	word->find_count += s->list.len;
	forget(s);
}

bool finds_strong(const struct asked_word *word)
{
	for (size_t i = 0; i < word->find_count; i++)
		if (word->finds[i].is_strong)
			return true;
	return false;
}

/* Letters as JavaScript counts them: those of later planes are two. */
static size_t units(struct str text)
{
	size_t n = utf8_count(text);

	for (size_t i = 0; i < text.len; i++)
		n += (unsigned char)text.at[i] >= 0xF0;
	return n;
}

static enum tier tier_of(const struct search *q, const struct known_word *word, struct str key)
{
	if (!q->asked->is_skeleton && str_eq(word->in->word, q->asked->word))
		return TIER_EXACT;
	if (str_eq(word->skeleton, q->forms->skeleton))
		return TIER_LETTERS;
	if (is_precise(word, q->forms))
		return TIER_STEM;
	return units(key) > KEY_SHORT ? TIER_KEY : TIER_SHORT;
}

/* Words whose keys begin with a text. */
static void add_beginning(struct search *q, struct str prefix, enum tier tier)
{
	struct range r = vocabulary_words(q->v, prefix);

	for (size_t i = r.first; i < r.end && i < r.first + BEGINNINGS; i++)
		finds_add(q->s, i, tier, 0);
}

static bool has_exact(const struct find *finds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (finds[i].tier == TIER_EXACT)
			return true;
	return false;
}

/* Words that begin like the last one of the query, which may not be typed to its end. */
static void add_prefixes(struct search *q)
{
	struct str skeleton = q->forms->skeleton;
	size_t letters = utf8_count(skeleton), n = letters > KEY_SHORTER + 2 ? letters - KEY_SHORTER : 2;

	/* a word that is there was typed to its end */
	for (; n < letters && !has_exact(q->s->list.at, q->s->list.len); n++) {
		struct range r = vocabulary_group(q->v, str_slice(skeleton, 0, utf8_offset(skeleton, n)));

		for (size_t i = r.first; i < r.end; i++)
			if (str_starts(q->v->words.at[i].skeleton, skeleton))
				finds_add(q->s, i, TIER_PREFIX, 0);
	}
	add_beginning(q, skeleton, TIER_PREFIX);
}

static void find_word(struct search *q, enum reading reading, bool is_last)
{
	struct str skeleton = q->forms->skeleton;
	size_t letters = utf8_count(skeleton);

	for (size_t k = 0; k < q->forms->keys.len; k++) {
		struct range r = vocabulary_group(q->v, q->forms->keys.at[k]);

		for (size_t i = r.first; i < r.end; i++)
			finds_add(q->s, i, tier_of(q, &q->v->words.at[i], q->forms->keys.at[k]), 0);
	}
	if (is_last && letters >= begun[reading])
		add_prefixes(q);
	if (letters >= FIRST_LETTERS)
		add_beginning(q, str_slice(skeleton, 0, utf8_offset(skeleton, FIRST_LETTERS)), TIER_FIRST);
}

/* ---- pieces ---- */

struct look {
	const struct finds_index *ix;
	size_t reader; /* number of the reader's language */
	struct finds_scratch *s;
	struct arena *a;
};

static void look_up_reading(struct look *l, struct query_reading *r, bool is_last)
{
	struct word_forms forms;

	if (r->count > QUERY_WORDS)
		r->count = QUERY_WORDS;
	for (size_t i = 0; i < r->count; i++) {
		struct search q = {l->ix->v, l->s, &r->words[i], &forms};

		forms_of(l->ix->st, &r->words[i], &forms, l->a);
		find_word(&q, r->reading, is_last && i + 1 == r->count);
		finds_keep(l->s, &r->words[i], l->a);
		forms_clear(&forms);
	}
}

static bool all_strong(const struct query_reading *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!finds_strong(&r->words[i]))
			return false;
	return r->count > 0;
}

/* Edits up to which a near key is likely to be meant. */
static const double sure = 1;

/* Edits that a reading may be farther than the nearest one. */
static const double apart = 0.5;

/*
 * Adds what the words of a reading that were not found well may be misspellings of, or with `keep` unset only looks; gives how near
 * the nearest is, in edits, INFINITY where nothing is.
 */
static double look_up_near(struct look *l, struct query_reading *r, bool is_wide, bool keep)
{
	double nearest = INFINITY;

	for (size_t i = 0; i < r->count; i++) {
		struct word_forms forms;

		if (finds_strong(&r->words[i]))
			continue;
		forms_of(l->ix->st, &r->words[i], &forms, l->a);
		nearest = fmin(nearest, near_find(l->ix->v, &forms, is_wide, l->s));
		if (keep)
			finds_keep(l->s, &r->words[i], l->a);
		else
			forget(l->s);
		forms_clear(&forms);
	}
	return nearest;
}

/* How near the nearest of each reading is (far: one a reading); gives the least of all. */
static double nearest_of(struct look *l, struct query_piece *p, bool is_wide, double *far)
{
	double least = INFINITY;

	for (size_t i = 0; i < p->readings.len; i++) {
		far[i] = look_up_near(l, &p->readings.at[i], is_wide, false);
		least = fmin(least, far[i]);
	}
	return least;
}

/*
 * A fault among the first letters is seldom: all that begin otherwise are looked through only where nothing else is near. A reading
 * in which all is farther than in another one, or as far as what was typed, is not what was meant.
 */
static void look_up_misspelt(struct look *l, struct query_piece *p)
{
	double *far = arena_array(l->a, double, p->readings.len);
	double least = nearest_of(l, p, false, far);
	bool is_wide = least > sure;

	if (is_wide)
		least = nearest_of(l, p, true, far);
	for (size_t i = 0; i < p->readings.len; i++)
		if (far[i] <= least + apart && (!i || far[i] < far[0]))
			look_up_near(l, &p->readings.at[i], is_wide, true);
}

/* True where the word stands as it is in a text of the reader's language. */
static bool is_own(const struct look *l, const struct asked_word *word)
{
	for (size_t i = 0; i < word->find_count; i++) {
		const struct index_word *in = l->ix->v->words.at[word->finds[i].word].in;

		if (word->finds[i].tier != TIER_EXACT)
			continue;
		for (size_t t = 0; t < in->texts.len; t++)
			if (in->texts.at[t].text % l->ix->languages == l->reader)
				return true;
	}
	return false;
}

static bool all_own(const struct look *l, const struct query_reading *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!is_own(l, &r->words[i]))
			return false;
	return r->count > 0;
}

static void look_up_piece(struct look *l, struct query_piece *p, bool is_last)
{
	bool found = false;

	for (size_t i = 0; i < p->readings.len; i++) {
		look_up_reading(l, &p->readings.at[i], is_last);
		if (i == 0 && all_own(l, &p->readings.at[0]))
			p->readings.len = 1;
	}
	for (size_t i = 0; i < p->readings.len; i++)
		found = found || all_strong(&p->readings.at[i]);
	if (!found)
		look_up_misspelt(l, p);
}

void finds_look_up(const struct finds_index *ix, size_t reader, query_pieces *pieces, struct finds_scratch *s,
		   struct arena *a)
{
	struct look l = {ix, reader, s, a};

	for (size_t i = QUERY_WORDS; i < pieces->len; i++)
		vec_clear(&pieces->at[i].readings);
	if (pieces->len > QUERY_WORDS)
		pieces->len = QUERY_WORDS;
	for (size_t i = 0; i < pieces->len; i++)
		look_up_piece(&l, &pieces->at[i], i + 1 == pieces->len);
}
