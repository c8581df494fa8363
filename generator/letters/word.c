#include "letters/word.h"

#include "base/utf8.h"
#include "letters/candidates.h"
#include "letters/odd_word.h"
#include "letters/stand_ins.h"

/* ---- what is taken away or put together before letters are judged ---- */

/* A soft hyphen is harmless beside anything else that is wrong with the word, so it is told last: true where there is one. */
static bool strip_invisible(struct odd_word *w)
{
	size_t kept = 0;
	uint32_t other = 0;
	bool soft = false;

	for (size_t i = 0; i < w->n; i++) {
		if (points_class(w->point[i]) != POINT_INVISIBLE) {
			w->point[kept++] = w->point[i];
			continue;
		}
		if (w->point[i] == 0x00AD)
			soft = true;
		else if (!other)
			other = w->point[i];
	}
	w->n = kept;
	if (other)
		odd_note(w, FINDING_INVISIBLE, other, 0);
	return soft;
}

/* Letters that have a composed form with a mark and belong to our alphabets. Unicode Character Database, decompositions. */
static uint32_t composed(uint32_t base, uint32_t mark)
{
	static const uint32_t forms[][3] = {
		{0x0438, 0x0306, 0x0439}, {0x0418, 0x0306, 0x0419}, {0x0435, 0x0308, 0x0451}, {0x0415, 0x0308, 0x0401}};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (forms[i][0] == base && forms[i][1] == mark)
			return forms[i][2];
	return 0;
}

/* An accent that shows where a word is stressed is no letter: acute and grave on vowels, but ѐ and ѝ are letters. */
static bool is_stress(uint32_t base, uint32_t mark)
{
	uint32_t small = points_lower(base), point;
	struct str vowels = STR("аәоөұүуыіэюяеиё");

	if (mark == 0x0300 && (small == 0x0435 || small == 0x0438))
		return false;
	for (size_t at = 0; at < vowels.len;) {
		at += utf8_decode(vowels, at, &point);
		if (point == small)
			return mark == 0x0301 || mark == 0x0300;
	}
	return false;
}

/* A mark that no letter has: the word without it is likely, and no more. */
static void drop_mark(struct odd_word *w, uint32_t base)
{
	odd_note(w, FINDING_MARK, base, 0);
	w->helpless = true;
}

static void compose_marks(struct odd_word *w)
{
	size_t kept = 0;

	for (size_t i = 0; i < w->n; i++) {
		uint32_t base = kept ? w->point[kept - 1] : 0, mark = w->point[i], letter;

		if (points_class(mark) != POINT_MARK) {
			w->point[kept++] = mark;
		} else if ((letter = composed(base, mark)) != 0) {
			odd_note(w, FINDING_NFC, base, letter);
			w->point[kept - 1] = letter;
		} else if ((letter = stand_in_marked(base, mark)) != 0) {
			odd_note(w, FINDING_MARK, base, letter);
			w->point[kept - 1] = letter;
		} else if ((points_class(base) & POINT_ANY_CYRILLIC) && !is_stress(base, mark)) {
			drop_mark(w, base);
		} else {
			w->point[kept++] = mark;
			w->helpless |= w->latin && w->cyrillic;
		}
	}
	w->n = kept;
}

/* ---- lost letters ---- */

/* A lost letter was a capital among capitals, and at the beginning of a sentence. */
static bool is_capital(const uint32_t *point, size_t n, size_t i, unsigned context)
{
	size_t capitals = 0, letters = 0;

	for (size_t k = 0; k < n; k++) {
		letters += !points_is_lost(point[k]);
		capitals += !points_is_lost(point[k]) && points_is_upper(point[k]);
	}
	return (i == 0 && (context & WORD_STARTS_SENTENCE)) || (capitals == letters && letters > 1);
}

/* Letters that are tried; with many lost only those of words with back or with front vowels. */
static const char *const tried[][2] = {{"іқәңғүұө", "ІҚӘҢҒҮҰӨ"}, {"іңәүө", "ІҢӘҮӨ"}, {"қғңұ", "ҚҒҢҰ"}};

static struct candidate fill(const struct judge *j, const uint32_t *point, size_t n, unsigned context, size_t set)
{
	struct candidates c = {.judge = j, .paid = true};

	for (size_t i = 0; i < n; i++) {
		if (points_is_lost(point[i]))
			candidates_add(&c, tried[set][is_capital(point, n, i, context)]);
		else
			candidates_add_point(&c, point[i]);
	}
	return candidates_best(&c);
}

struct str word_fill(const struct judge *j, const uint32_t *point, size_t n, unsigned context)
{
	struct candidate best;
	size_t lost = 0;

	for (size_t i = 0; i < n; i++)
		lost += points_is_lost(point[i]);
	if (n > WORD_MOST || lost > 6 || !j->patience || *j->patience == 0)
		return STR_NONE;
	--*j->patience;
	best = fill(j, point, n, context, lost > 4 ? 1 : 0);
	if (!best.known && lost > 4)
		best = fill(j, point, n, context, 2);
	return best.known ? points_text(best.point, best.n, j->scratch) : STR_NONE;
}

static bool has_lost(const struct odd_word *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (points_is_lost(w->point[i]))
			return true;
	return false;
}

/* ---- the whole ---- */

static void take(struct odd_word *w, const struct point_text *t, size_t from, size_t to)
{
	for (size_t i = from; i < to && w->n < WORD_MOST; i++) {
		unsigned class = points_class(t->point[i]);

		w->point[w->n++] = t->point[i];
		w->classes |= class;
		w->cyrillic += (class & POINT_ANY_CYRILLIC) != 0;
		w->latin += (class & (POINT_ANY_LATIN | POINT_GREEK)) != 0;
		w->digits += class == POINT_DIGIT;
	}
}

static bool tell(const struct judge *j, const struct odd_word *w, const struct point_text *t, size_t from, size_t to,
		 struct finding *out)
{
	*out = (struct finding){.kind = w->kind,
				.from = t->at[from],
				.to = t->at[to],
				.sure = !w->helpless,
				.wrong = w->wrong,
				.right = w->right};
	if (!w->no_repair)
		out->repair = points_text(w->point, w->n, j->scratch);
	return w->found;
}

static void judge_lost(const struct judge *j, struct odd_word *w)
{
	struct str filled = word_fill(j, w->point, w->n, w->starts_sentence ? WORD_STARTS_SENTENCE : 0);
	size_t n = 0;

	odd_note(w, FINDING_LOST, w->classes & POINT_LOST ? 0xFFFD : '?', 0);
	w->kind = FINDING_LOST;
	w->helpless = true;
	w->no_repair = filled.len == 0;
	if (filled.len) {
		struct point_text p = points_take(filled, j->scratch);

		for (; n < p.count; n++)
			w->point[n] = p.point[n];
	}
}

bool word_judge(const struct judge *j, const struct point_text *t, size_t from, size_t to, unsigned context,
		struct finding *out)
{
	struct odd_word w = {.starts_sentence = context & WORD_STARTS_SENTENCE,
			     .before_stop = to < t->count && t->point[to] == '.'};
	bool soft;

	if (to - from > WORD_MOST)
		return false;
	take(&w, t, from, to);
	soft = strip_invisible(&w);
	compose_marks(&w);
	if (has_lost(&w)) {
		if (w.cyrillic == 0)
			return false;
		judge_lost(j, &w);
	} else {
		odd_letters(j, &w);
		if (!w.helpless || !w.found)
			odd_digits(j, &w);
	}
	if (soft)
		odd_note(&w, FINDING_SOFT, 0x00AD, 0);
	return tell(j, &w, t, from, to, out);
}

void word_evidence(const struct encodings *e, const struct point_text *t, struct judge *j)
{
	for (size_t i = 0; i < t->count; i++) {
		uint32_t kz, pt;

		/* A letter of another alphabet as well (ї) shows nothing. */
		if (!(points_class(t->point[i]) & (POINT_CYRILLIC | POINT_SIGN)) || stand_in_of(t->point[i]).letters)
			continue;
		kz = encoding_letter(e, ENCODING_KZ1048, t->point[i]);
		pt = encoding_letter(e, ENCODING_PT154, t->point[i]);
		j->kz1048 += kz && !pt;
		j->pt154 += pt && !kz;
	}
}
