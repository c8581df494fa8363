/*
 * odd_letters.c - words with letters that do not belong: which alphabet the word is in, and which letters were meant.
 */
#include "letters/candidates.h"
#include "letters/odd_word.h"
#include "letters/peoples.h"
#include "letters/stand_ins.h"
#include "text/lookalike.h"

/* How odd Cyrillic letters and signs came about. */
enum reading { READ_SHAPE, READ_KZ1048, READ_PT154, READINGS };

static bool is_latin(uint32_t point)
{
	return points_class(point) & (POINT_ANY_LATIN | POINT_GREEK);
}

static bool is_cyrillic(uint32_t point)
{
	return points_class(point) & POINT_ANY_CYRILLIC;
}

static bool is_odd_cyrillic(uint32_t point)
{
	return points_class(point) & (POINT_CYRILLIC | POINT_SIGN);
}

/* ---- the word in Cyrillic ---- */

/* Adds what one letter can be under a reading; false where nothing is known. *pure: the reading itself knows it. */
static bool add_cyrillic(struct candidates *c, uint32_t point, enum reading reading, bool *pure)
{
	const struct encodings *e = c->judge->encodings;
	uint32_t kz = encoding_letter(e, ENCODING_KZ1048, point), pt = encoding_letter(e, ENCODING_PT154, point);
	struct stand_in shape = stand_in_of(point);

	*pure = reading == READ_SHAPE ? shape.letters != NULL : reading == READ_KZ1048 ? kz != 0 : pt != 0;
	if (reading == READ_KZ1048 && kz)
		candidates_add_point(c, kz);
	else if (reading == READ_PT154 && pt)
		candidates_add_point(c, pt);
	else if (shape.letters)
		candidates_add(c, shape.letters);
	else if (kz || pt)
		candidates_add_point(c, kz ? kz : pt);
	else
		return false;
	return true;
}

/* Latin i is и in a Russian word at least as often as і. */
static bool add_latin(struct candidates *c, uint32_t point, bool near)
{
	struct stand_in s = stand_in_of(point);

	if (!s.letters || (s.sort == STAND_IN_NEAR && !near))
		return false;
	if (c->judge->language == LETTERS_RU && (point == 'i' || point == 'I'))
		candidates_add(c, point == 'i' ? "иі" : "ИІ");
	else
		candidates_add(c, s.letters);
	return true;
}

/* A capital inside small letters is a small one: K in қаKпа, and signs whose case the encoding gave. */
static uint32_t fit_case(const struct odd_word *w, size_t i, uint32_t letter)
{
	bool before = i > 0 && !points_is_upper(w->point[i - 1]) && points_upper(w->point[i - 1]) != w->point[i - 1];
	bool behind = i + 1 >= w->n || !points_is_upper(w->point[i + 1]);

	return before && behind ? points_lower(letter) : letter;
}

static void fit_cases(struct candidates *c, const struct odd_word *w)
{
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->place[i].count; k++)
			if (c->place[i].letter[k] != w->point[i])
				c->place[i].letter[k] = fit_case(w, i, c->place[i].letter[k]);
}

/* The best Cyrillic word under one reading; n = 0: some letter has no Cyrillic one. */
static struct candidate in_cyrillic(const struct judge *j, const struct odd_word *w, enum reading reading, bool near,
				    bool *pure)
{
	struct candidates c = {.judge = j};
	struct candidate none = {.n = 0};

	*pure = true;
	for (size_t i = 0; i < w->n; i++) {
		bool own = true;

		if (is_latin(w->point[i])) {
			if (!add_latin(&c, w->point[i], near))
				return none;
		} else if (!is_odd_cyrillic(w->point[i])) {
			candidates_add_point(&c, w->point[i]);
		} else if (!add_cyrillic(&c, w->point[i], reading, &own)) {
			return none;
		}
		*pure &= own;
	}
	fit_cases(&c, w);
	return candidates_best(&c);
}

static bool same(const struct candidate *a, const struct candidate *b)
{
	return a->n == b->n && memcmp(a->point, b->point, a->n * sizeof *a->point) == 0;
}

/* Of two known words the commoner one: the logarithm of its odds, bounded so that other evidence weighs more. */
static float commonness(const struct judge *j, const struct candidate *c)
{
	float likely = 0;

	if (c->n && j->language == LETTERS_KK)
		likely = j->knows->likelihood(j->knows->ctx, points_text(c->point, c->n, j->scratch));
	return likely > 99 ? 99 : likely < -99 ? -99 : likely;
}

/* A reading is likelier where the word is known, the rest of the text was written so, and it explains every letter. */
static float worth(const struct judge *j, const struct candidate *c, enum reading reading, bool pure)
{
	bool vote = false;

	if (reading == READ_KZ1048)
		vote = j->kz1048 > j->pt154;
	else if (reading == READ_PT154)
		vote = j->pt154 > j->kz1048;
	return (float)((int)c->known * 1000 + vote * 200 + pure * 2 + (reading == READ_SHAPE)) + commonness(j, c);
}

struct cyrillic {
	struct candidate word; /* n = 0: there is none */
	enum reading reading;
	bool sole; /* no other reading gives another word that is as likely */
};

/* Whether it matters at all how a word is read. */
static bool has_readings(const struct odd_word *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (is_odd_cyrillic(w->point[i]))
			return true;
	return false;
}

static struct cyrillic best_cyrillic(const struct judge *j, const struct odd_word *w, bool near)
{
	struct cyrillic best = {.word = {.n = 0}, .sole = true};
	enum reading readings = has_readings(w) ? READINGS : READ_SHAPE + 1;
	float best_worth = 0;

	for (enum reading r = READ_SHAPE; r < readings; r++) {
		bool pure, doubtful;
		struct candidate c = in_cyrillic(j, w, r, near, &pure);
		float this_worth = worth(j, &c, r, pure);

		if (c.n == 0)
			continue;
		doubtful = best.word.n && !same(&c, &best.word) && c.known == best.word.known;
		if (best.word.n == 0 || this_worth > best_worth) {
			bool sole = !doubtful && (best.sole || c.known > best.word.known);

			best = (struct cyrillic){c, r, best.word.n == 0 || sole};
			best_worth = this_worth;
		} else if (doubtful && pure) {
			best.sole = false;
		}
	}
	return best;
}

/* ---- the word in Latin ---- */

/* Small т, к and м have Latin letters of another shape: only capitals and true twins count. */
static bool is_twin(uint32_t cyrillic, uint32_t latin)
{
	struct stand_in s = stand_in_of(latin);

	return s.sort == STAND_IN_EXACT || cyrillic == 0x0455 || cyrillic == 0x0458 || cyrillic == 0x0405 ||
	       cyrillic == 0x0408;
}

static bool in_latin(const struct odd_word *w, struct candidate *out)
{
	out->n = w->n;
	for (size_t i = 0; i < w->n; i++) {
		uint32_t latin = is_cyrillic(w->point[i]) ? lookalike_latin(w->point[i]) : w->point[i];

		if (!latin || (latin != w->point[i] && !is_twin(w->point[i], latin)) ||
		    points_class(latin) == POINT_GREEK)
			return false;
		out->point[i] = latin;
	}
	return true;
}

/* Where a Latin beginning ends and a Cyrillic ending begins; 0: the word is not made like that. */
static size_t brand_border(const struct odd_word *w)
{
	size_t border = 0;

	while (border < w->n && points_class(w->point[border]) & (POINT_LATIN | POINT_DIGIT))
		border++;
	for (size_t i = border; i < w->n; i++)
		if (!(points_class(w->point[i]) & POINT_PLAIN_CYRILLIC))
			return 0;
	return border >= 2 && w->n - border >= 2 && w->n - border <= 8 ? border : 0;
}

/* A beginning of look-alikes only ("Ce" in Ceрікбай) is more likely half a Cyrillic word than a name. */
static bool is_name(const struct judge *j, const struct odd_word *w, size_t border)
{
	struct str text = points_text(w->point, border, j->scratch);

	if (j->knows->english(j->knows->ctx, text))
		return true;
	for (size_t i = 0; i < border; i++)
		if (stand_in_of(w->point[i]).sort != STAND_IN_EXACT)
			return true;
	return border >= 4;
}

/* ---- the verdict ---- */

static void put(struct odd_word *w, const struct candidate *c)
{
	memcpy(w->point, c->point, c->n * sizeof *c->point);
	w->n = c->n;
}

/* Notes the kind by the first letter that the repair changes. */
static void note_change(struct odd_word *w, const struct candidate *c, enum finding_kind kind)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->point[i] != w->point[i]) {
			odd_note(w, kind, w->point[i], c->point[i]);
			return;
		}
}

static void as_cyrillic(struct odd_word *w, const struct cyrillic *c, bool near)
{
	enum finding_kind kind = w->latin ? FINDING_MIXED : c->reading == READ_SHAPE ? FINDING_WRONG : FINDING_OLD;

	note_change(w, &c->word, kind);
	if (!c->sole || !c->word.alone || (near && !c->word.known))
		w->helpless = true;
	put(w, &c->word);
}

static void as_latin(struct odd_word *w, const struct candidate *c)
{
	note_change(w, c, FINDING_MIXED);
	put(w, c);
}

static void as_brand(struct odd_word *w, size_t border)
{
	odd_note(w, FINDING_BRAND, 0, 0);
	w->helpless = true;
	if (w->n == WORD_MOST)
		return;
	memmove(w->point + border + 1, w->point + border, (w->n - border) * sizeof *w->point);
	w->point[border] = '-';
	w->n++;
}

/* Signs at a word's edge are more often signs: 10‰, ±5; a known word must come out. */
static bool only_signs(const struct odd_word *w)
{
	if (w->classes & (POINT_CYRILLIC | POINT_ANY_LATIN | POINT_GREEK))
		return false;
	for (size_t i = 1; i + 1 < w->n; i++)
		if (points_class(w->point[i]) == POINT_SIGN)
			return false;
	return true;
}

/* Letters of our own alphabets together with Latin ones: which side is at home? */
static void judge_mixed(const struct judge *j, struct odd_word *w)
{
	size_t border = brand_border(w);
	struct cyrillic exact = best_cyrillic(j, w, false), near = exact.word.n ? exact : best_cyrillic(j, w, true);
	struct candidate latin;
	bool can_latin = in_latin(w, &latin);
	enum knows english = KNOWS_NOT;

	if (can_latin)
		english = j->knows->english(j->knows->ctx, points_text(latin.point, latin.n, j->scratch));
	if (near.word.n && near.word.known && (!english || w->cyrillic > w->latin) &&
	    (exact.word.n || !can_latin || w->cyrillic >= w->latin)) {
		as_cyrillic(w, &near, !exact.word.n);
	} else if (can_latin && (english || w->latin > w->cyrillic || !near.word.n || j->language == LETTERS_EN)) {
		as_latin(w, &latin);
	} else if (border && is_name(j, w, border)) {
		as_brand(w, border);
	} else if (near.word.n) {
		as_cyrillic(w, &near, !exact.word.n);
	} else {
		odd_note(w, FINDING_MIXED, 0, 0);
		w->helpless = w->no_repair = true;
	}
}

/* µм, µл, µс: the sign stands before a unit of one letter. */
static bool is_unit(const struct odd_word *w)
{
	return w->n == 2 && w->point[0] == 0x00B5;
}

/* A letter that stands alone is spoken of (ў әрпі); with a full stop it would be somebody's initial. */
static bool is_spoken_of(const struct odd_word *w)
{
	return w->n == 1 && !w->before_stop;
}

/*
 * Words of other peoples are what they are, unless a letter less makes them known ones. In a Russian or English text all
 * Cyrillic letters of others are taken for such.
 */
static bool is_foreign(const struct judge *j, const struct odd_word *w, const struct candidate *meant)
{
	return !meant->known && (only_signs(w) || j->language != LETTERS_KK || peoples_word(w->point, w->n));
}

void odd_letters(const struct judge *j, struct odd_word *w)
{
	if (w->latin && w->cyrillic) {
		judge_mixed(j, w);
	} else if (w->classes & (POINT_CYRILLIC | POINT_SIGN)) {
		struct cyrillic c = best_cyrillic(j, w, false);

		if (w->cyrillic == 0 || is_unit(w) || is_spoken_of(w) || is_foreign(j, w, &c.word))
			return;
		if (c.word.n) {
			as_cyrillic(w, &c, false);
		} else {
			odd_note(w, FINDING_WRONG, 0, 0);
			w->helpless = w->no_repair = true;
		}
	}
}
