#include "letters/latin_word.h"

#include "letters/stand_ins.h"

/* No word that looks the same in both alphabets is longer. */
enum { LONGEST = 16 };

struct latin_word {
	const struct judge *j;
	const struct latin_line *line; /* that the word stands on */
	const uint32_t *point;
	size_t len;
	size_t from; /* its first code point in the text */
};

static bool is_roman(const struct latin_word *w)
{
	for (size_t i = 0; i < w->len; i++)
		if (w->point[i] >= 0x80 || !strchr("IVXLCM", (int)w->point[i]))
			return false;
	return true;
}

/* The word with Cyrillic letters of the same shapes; false where some letter has none. */
static bool cyrillic_twin(const struct latin_word *w, struct str *twin)
{
	uint32_t point[LONGEST];

	for (size_t i = 0; i < w->len; i++) {
		struct stand_in s = stand_in_of(w->point[i]);
		struct point_text letter;

		if (s.sort != STAND_IN_EXACT)
			return false;
		letter = points_take(str_of(s.letters), w->j->scratch);
		point[i] = letter.point[0];
	}
	*twin = points_text(point, w->len, w->j->scratch);
	return true;
}

/* Counts the line that the code point `from` stands on, unless it was the last one counted. */
static void count_line(const struct point_text *t, size_t from, struct latin_line *line)
{
	struct latin_line l = {.from = from, .to = from, .first_cyrillic = SIZE_MAX};

	if (from >= line->from && from < line->to)
		return;
	while (l.from > 0 && t->point[l.from - 1] != '\n')
		l.from--;
	for (l.to = l.from; l.to < t->count && t->point[l.to] != '\n'; l.to++) {
		unsigned class = points_class(t->point[l.to]);

		l.latin += (class & POINT_ANY_LATIN) != 0;
		l.cyrillic += (class & POINT_ANY_CYRILLIC) != 0;
		if (class & POINT_ANY_CYRILLIC && l.first_cyrillic == SIZE_MAX)
			l.first_cyrillic = l.to;
	}
	*line = l;
}

/* Cyrillic letters on the word's line are many times as many as Latin ones. */
static bool stands_among_cyrillic(const struct latin_line *l)
{
	return l->cyrillic > 4 * (l->latin + 1);
}

static bool all_upper(const struct latin_word *w)
{
	for (size_t i = 0; i < w->len; i++)
		if (!points_is_upper(w->point[i]))
			return false;
	return w->len > 1;
}

/* TeX, iPod: a capital behind a small letter. */
static bool has_inner_capital(const struct latin_word *w)
{
	for (size_t i = 1; i < w->len; i++)
		if (points_is_upper(w->point[i]) && !points_is_upper(w->point[i - 1]))
			return true;
	return false;
}

/* A Kazakh word that texts have more often than most: its likelihood, see knowledge.h. */
enum { COMMON = 1 };

/* Mac, Max: an English word of three letters with a capital is a name, unless it is a common word of ours (Tap: Тар). */
static bool is_brand(const struct latin_word *w, struct str twin)
{
	const struct word_knowledge *k = w->j->knows;

	return w->j->language == LETTERS_KK && w->len == 3 && points_is_upper(w->point[0]) &&
	       k->likelihood(k->ctx, twin) <= COMMON;
}

/* A vowel drawn out ("aa"), which lists of words do not have; ii at a line's beginning counts something. */
static bool is_drawl(const struct latin_word *w)
{
	if (w->len < 2 || w->len > 4 || w->from == 0 || w->point[0] >= 0x80 || !strchr("aeio", (int)w->point[0]))
		return false;
	for (size_t i = 1; i < w->len; i++)
		if (w->point[i] != w->point[0])
			return false;
	return w->line->first_cyrillic < w->from;
}

/*
 * A word of English letters only: Cyrillic ones were meant where the word is known, stands among Cyrillic letters, and is
 * no English word. Capitals are names of things more often; small words of both languages are Cyrillic where no other
 * Latin letter stands on the line.
 */
static bool is_cyrillic_word(const struct latin_word *w, struct str twin)
{
	const struct word_knowledge *k = w->j->knows;
	enum knows known = w->j->language == LETTERS_KK ? k->kazakh(k->ctx, twin) : k->russian(k->ctx, twin);
	bool english = k->english(k->ctx, points_text(w->point, w->len, w->j->scratch)) != KNOWS_NOT;

	if (!stands_among_cyrillic(w->line))
		return false;
	if (is_drawl(w))
		return true;
	if (known != KNOWS_SURELY || has_inner_capital(w) || (all_upper(w) && (english || w->len < 4)))
		return false;
	return !english || (w->len <= 3 && w->line->latin == w->len && !is_brand(w, twin));
}

bool latin_word_judge(const struct judge *j, const struct point_text *t, struct latin_line *line, size_t from,
		      size_t to, bool is_special, struct finding *out)
{
	const struct latin_word w = {j, line, t->point + from, to - from, from};
	const struct word_knowledge *k = j->knows;

	*out = (struct finding){FINDING_LATIN_WORD, t->at[from], t->at[to], STR_NONE, false, 0, 0};
	if (w.len < 2 || w.len > LONGEST || is_roman(&w) || j->language == LETTERS_EN ||
	    !cyrillic_twin(&w, &out->repair))
		return false;
	if (is_special)
		return k->kazakh(k->ctx, out->repair) != KNOWS_NOT;
	count_line(t, from, line);
	return is_cyrillic_word(&w, out->repair);
}
