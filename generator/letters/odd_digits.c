/*
 * odd_digits.c - digits in the place of letters: к0д, ба3а, 3аң.
 *
 * Numbers stand beside letters in ordinary text as well (МК24, 5кг, H1N1), so the word that comes out must be known,
 * unless the digit stands between small letters, where no ordinary word has one.
 */
#include "letters/candidates.h"
#include "letters/odd_word.h"
#include "letters/stand_ins.h"

enum { DIGITS_MOST = 4, LETTERS_LEAST = 2 };

static bool is_digit(uint32_t point)
{
	return points_class(point) == POINT_DIGIT;
}

static bool between_small(const struct odd_word *w)
{
	for (size_t i = 1; i + 1 < w->n; i++)
		if (is_digit(w->point[i]) && points_is_small(w->point[i - 1]) && points_is_small(w->point[i + 1]))
			return true;
	return false;
}

/* A letter is a capital among capitals, and at the beginning of a sentence. */
static bool is_capital(const struct odd_word *w, size_t i)
{
	bool before = i > 0 ? points_is_upper(w->point[i - 1]) : w->starts_sentence;
	bool behind = i + 1 < w->n && points_is_upper(w->point[i + 1]);

	return i == 0 ? before || behind : before && (i + 1 == w->n || behind || is_digit(w->point[i + 1]));
}

static bool add_digit(struct candidates *c, const struct odd_word *w, size_t i)
{
	const char *letters = stand_in_digit(w->point[i]);

	if (!letters)
		return false;
	candidates_add(c, letters);
	if (is_capital(w, i))
		for (size_t k = 0; k < c->place[c->n - 1].count; k++)
			c->place[c->n - 1].letter[k] = points_upper(c->place[c->n - 1].letter[k]);
	return true;
}

static size_t digits_before(const struct odd_word *w)
{
	size_t n = 0;

	while (n < w->n && is_digit(w->point[n]))
		n++;
	return n;
}

/* Whether a word without its digit is known, and likelier than the one with a letter in the digit's place. */
static bool is_commoner(const struct judge *j, const uint32_t *point, size_t n, const struct candidate *best)
{
	const struct word_knowledge *k = j->knows;

	if (!candidates_known(j, point, n))
		return false;
	return j->language != LETTERS_KK ||
	       k->likelihood(k->ctx, points_text(point, n, j->scratch)) >
		       k->likelihood(k->ctx, points_text(best->point, best->n, j->scratch));
}

/* How well a word must be known: numbers with a unit or an ending before or behind letters are common. */
static bool is_believed(const struct judge *j, const struct odd_word *w, const struct candidate *best)
{
	bool first = is_digit(w->point[0]), last = is_digit(w->point[w->n - 1]);

	if (!first && !last)
		return best->known != KNOWS_NOT;
	if (w->n < 3 || best->known < (w->n >= 5 ? KNOWS_FORM : KNOWS_SURELY) ||
	    (last && points_is_upper(w->point[w->n - 2])))
		return false;
	/* No number begins with 0; else the word without the digit may have been meant: 6 ай is no бай. */
	return (first && w->point[0] == '0') || !is_commoner(j, w->point + first, w->n - first - last, best);
}

void odd_digits(const struct judge *j, struct odd_word *w)
{
	struct candidates c = {.judge = j};
	struct candidate best;

	if (w->digits == 0 || w->digits > DIGITS_MOST || w->cyrillic < LETTERS_LEAST || w->latin ||
	    digits_before(w) > 1 || (w->n > 1 && is_digit(w->point[w->n - 1]) && is_digit(w->point[w->n - 2])))
		return;
	for (size_t i = 0; i < w->n; i++) {
		if (!is_digit(w->point[i]))
			candidates_add_point(&c, w->point[i]);
		else if (!add_digit(&c, w, i))
			return;
	}
	best = candidates_best(&c);
	if (best.n == 0 || (!is_believed(j, w, &best) && !between_small(w)))
		return;
	for (size_t i = 0; i < w->n; i++)
		if (is_digit(w->point[i])) {
			odd_note(w, FINDING_DIGIT, w->point[i], best.point[i]);
			break;
		}
	w->helpless = true;
	memcpy(w->point, best.point, best.n * sizeof *best.point);
}
