#include "search/near.h"

#include <math.h>

#include "base/utf8.h"

/* Letters that a word may have behind a key that is near; fewer behind a short one. */
enum { BEHIND = 6, BEHIND_SHORT = 1, BEHIND_FROM = 7 };

/* Edits that a near stem of another word counts as more. */
static const double stem_alone = 0.25;

/* Letters from which a word is looked for with one edit, and with two. */
enum { ONE_FROM = 4, TWO_FROM = 8 };

/* Letters from which a key may be two edits away: of a shorter one too little would be left. */
enum { KEY_LONG = 6 };

/* Keys that are looked at, the nearest ones, and the edits that they are farther than the nearest one, at most. */
enum { NEAR_MOST = 16 };
static const double spread = 0.5;

/* ---- edits ---- */

/* In UTF-16 units, as JavaScript counts. */
struct letters {
	uint32_t at[EDITS_LONGEST];
	size_t len;
};

/* False where there are too many. */
static bool letters_of(struct str text, struct letters *out)
{
	uint32_t c;

	out->len = 0;
	for (size_t at = 0; at < text.len;) {
		at += utf8_decode(text, at, &c);
		if (out->len + (c > 0xFFFF) >= EDITS_LONGEST)
			return false;
		if (c > 0xFFFF)
			out->at[out->len++] = 0xD800 + ((c - 0x10000) >> 10);
		out->at[out->len++] = c > 0xFFFF ? 0xDC00 + (c & 0x3FF) : c;
	}
	return true;
}

static unsigned least_of(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Rows of the table of edits: the one that is filled in, the last, the one before. */
struct edit_rows {
	unsigned *row, *last, *before;
};

/* Fills in the row of the i-th letter of the stem (from 1); gives the least number in it. */
static unsigned fill_row(const struct edit_rows *r, const struct letters *stem, const struct letters *word, size_t i)
{
	uint32_t letter = stem->at[i - 1];
	unsigned least = (unsigned)i;

	r->row[0] = (unsigned)i;
	for (size_t k = 1; k <= word->len; k++) {
		unsigned edits = least_of(r->last[k] + 1, r->row[k - 1] + 1);

		edits = least_of(edits, r->last[k - 1] + (letter != word->at[k - 1]));
		if (i > 1 && k > 1 && letter == word->at[k - 2] && stem->at[i - 2] == word->at[k - 1])
			edits = least_of(edits, r->before[k - 2] + 1);
		r->row[k] = edits;
		least = least_of(least, edits);
	}
	return least;
}

/* The cheapest place to end in the last row. */
static bool cheapest(const unsigned *row, size_t len, unsigned most, struct edits *out)
{
	bool found = false;

	for (size_t k = 0; k <= len; k++) {
		unsigned behind = (unsigned)(len - k);

		if (row[k] > most || (found && 4 * row[k] + behind >= 4 * out->count + out->behind))
			continue;
		*out = (struct edits){row[k], behind};
		found = true;
	}
	return found;
}

static bool edits_between(const struct letters *stem, const struct letters *word, unsigned most, struct edits *out)
{
	unsigned rows[3][EDITS_LONGEST + 1];
	struct edit_rows r = {rows[0], rows[1], rows[2]};

	if (stem->len > word->len + most)
		return false;
	for (size_t k = 0; k <= word->len; k++)
		r.row[k] = (unsigned)k;
	for (size_t i = 1; i <= stem->len; i++) {
		r = (struct edit_rows){r.before, r.row, r.last};
		if (fill_row(&r, stem, word, i) > most)
			return false;
	}
	return cheapest(r.row, word->len, most, out);
}

bool edits_of(struct str stem, struct str word, unsigned most, struct edits *out)
{
	struct letters a, b;

	return letters_of(stem, &a) && letters_of(word, &b) && edits_between(&a, &b, most, out);
}

/* ---- keys ---- */

struct near_key {
	size_t key; /* its number */
	double far, price;
};

/* What is asked, with the words that a key is compared with: the skeleton, and the stems of it that are long enough. */
struct near_search {
	const struct vocabulary *v;
	VEC(struct letters) targets;
	unsigned most;
	double behind; /* edits that letters behind a key may cost beside `most` */
	VEC(struct near_key) found;
};

/* Letters of later planes are pairs for the browser: nothing becomes of them. */
static bool is_paired(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.at[i] >= 0xF0)
			return true;
	return false;
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] >= '0' && text.at[i] <= '9')
			return true;
	return false;
}

/* What one text costs to become the beginning of another: edits, and a quarter of one for each letter behind it. */
static double far_of(const struct letters *stem, const struct letters *word, unsigned most)
{
	struct edits e;

	return edits_between(stem, word, most, &e) ? e.count + e.behind / 4.0 : INFINITY;
}

static void look_at_key(struct near_search *n, size_t i)
{
	struct str key = n->v->keys.at[i].key;
	struct near_key near = {.key = i, .far = INFINITY};
	struct letters letters;

	if (is_paired(key) || !letters_of(key, &letters) || letters.len <= KEY_SHORT)
		return;
	for (size_t t = 0; t < n->targets.len; t++)
		near.far = fmin(near.far, far_of(&letters, &n->targets.at[t], letters.len < KEY_LONG ? 1 : n->most));
	if (near.far > n->most + n->behind)
		return;
	/* a longer key is nearer than a shorter one */
	near.price = near.far - (double)letters.len / 100;
	vec_push(&n->found, near);
}

/* Keys are sorted, and so are their numbers. */
static int by_price(const void *a, const void *b)
{
	const struct near_key *x = a, *y = b;

	if (x->price < y->price || x->price > y->price)
		return x->price < y->price ? -1 : 1;
	return (x->key > y->key) - (x->key < y->key);
}

static void look_from(struct near_search *n, struct str start)
{
	struct range keys = vocabulary_keys(n->v, start);

	for (size_t i = keys.first; i < keys.end; i++)
		look_at_key(n, i);
}

/* Those that begin with the same two letters; all where a fault may be among the first letters. */
static void look_at_keys(struct near_search *n, struct str skeleton, bool is_wide)
{
	size_t one = utf8_offset(skeleton, 1), two = utf8_offset(skeleton, 2);

	if (!is_wide) {
		look_from(n, str_slice(skeleton, 0, two));
		return;
	}
	look_from(n, str_slice(skeleton, 0, one));
	if (!str_eq(str_slice(skeleton, 0, one), str_slice(skeleton, one, two)))
		look_from(n, str_slice(skeleton, one, two));
}

/* A word that is near as a whole is better than one whose stem is. */
static double whole_or_stem(const struct near_search *n, const struct known_word *word, double far)
{
	const struct letters *asked = &n->targets.at[0];
	struct letters skeleton;

	far += stem_alone;
	if (!letters_of(word->skeleton, &skeleton))
		return far;
	if (!is_paired(word->skeleton))
		far = fmin(far, far_of(&skeleton, asked, n->most));
	return fmin(far, far_of(asked, &skeleton, n->most));
}

static void add_words(const struct near_search *n, struct finds_scratch *s)
{
	for (size_t i = 0; i < n->found.len && i < NEAR_MOST; i++) {
		const struct known_key *key = &n->v->keys.at[n->found.at[i].key];

		if (n->found.at[i].price > n->found.at[0].price + spread)
			break;

		for (size_t w = key->first; w < key->first + key->count; w++)
			finds_add(s, w, TIER_KEY, whole_or_stem(n, &n->v->words.at[w], n->found.at[i].far));
	}
}

static void add_targets(struct near_search *n, const struct word_forms *f)
{
	struct letters key;

	for (size_t i = 0; i < f->keys.len; i++)
		if (!str_eq(f->keys.at[i], f->skeleton) && letters_of(f->keys.at[i], &key) && key.len > KEY_SHORT)
			vec_push(&n->targets, key);
}

double near_find(const struct vocabulary *v, const struct word_forms *f, bool is_wide, struct finds_scratch *s)
{
	struct near_search n = {.v = v};
	struct letters asked;
	double nearest;

	if (is_paired(f->skeleton) || has_digit(f->skeleton) || !letters_of(f->skeleton, &asked) ||
	    asked.len < ONE_FROM)
		return INFINITY;
	n.most = asked.len < TWO_FROM ? 1 : 2;
	n.behind = (asked.len < BEHIND_FROM ? BEHIND_SHORT : BEHIND) / 4.0;
	vec_push(&n.targets, asked);
	add_targets(&n, f);
	look_at_keys(&n, f->skeleton, is_wide);
	vec_sort(&n.found, by_price);
	nearest = n.found.len ? n.found.at[0].far : INFINITY;
	add_words(&n, s);
	vec_clear(&n.found);
	vec_clear(&n.targets);
	return nearest;
}
