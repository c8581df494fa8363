#include "letters/lines.h"

#include "base/buf.h"
#include "letters/layout.h"

/* Words that a line must have before its language is judged. */
enum { WORDS_LEAST = 4 };

enum stop { STOP_RU, STOP_KK_BARE, STOP_EN };

/* A word of the line: letters of one sort, from..to. */
struct line_word {
	size_t from, to;
	unsigned classes;
};

struct line {
	const struct judge *j;
	const struct point_text *t;
	size_t from, to;
	VEC(struct line_word) words;
	size_t cyrillic, latin, arabic; /* words */
	size_t kazakh;			/* words with Kazakh letters */
	size_t listed;			/* words with a comma or the like behind them */
};

static bool is_stop(enum stop language, struct str word)
{
	static const struct {
		enum stop language;
		const char *word;
	} stops[] = {
#define STOP(language, word) {STOP_##language, word},
#include "letters/stop_words.def"
#undef STOP
	};

	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (stops[i].language == language && str_eq(str_of(stops[i].word), word))
			return true;
	return false;
}

static const unsigned letters = POINT_ANY_CYRILLIC | POINT_ANY_LATIN | POINT_ARABIC;

static void add_word(struct line *l, size_t from, size_t to)
{
	struct line_word w = {from, to, 0};

	for (size_t i = from; i < to; i++)
		w.classes |= points_class(l->t->point[i]);
	l->cyrillic += (w.classes & POINT_ANY_CYRILLIC) != 0;
	l->latin += (w.classes & POINT_ANY_LATIN) != 0 && !(w.classes & POINT_ANY_CYRILLIC);
	l->arabic += w.classes == POINT_ARABIC && to - from >= 2;
	l->kazakh += (w.classes & POINT_KAZAKH) != 0;
	l->listed += to < l->to && l->t->point[to] < 0x80 && strchr(",;|/", (int)l->t->point[to]);
	vec_push(&l->words, w);
}

static void take_words(struct line *l)
{
	for (size_t i = l->from; i < l->to;) {
		size_t from = i;

		while (i < l->to && points_class(l->t->point[i]) & (letters | POINT_MARK))
			i++;
		if (i > from)
			add_word(l, from, i);
		else
			i++;
	}
}

static struct str small_word(const struct line *l, const struct line_word *w)
{
	uint32_t point[WORD_MOST];
	size_t n = w->to - w->from < WORD_MOST ? w->to - w->from : WORD_MOST;

	for (size_t i = 0; i < n; i++)
		point[i] = points_lower(l->t->point[w->from + i]);
	return points_text(point, n, l->j->scratch);
}

static struct str word_text(const struct line *l, const struct line_word *w)
{
	return points_text(l->t->point + w->from, w->to - w->from, l->j->scratch);
}

/* How many words of the line each language knows. */
struct tally {
	size_t words, small; /* Cyrillic words; those that begin with a small letter */
	size_t russian, kazakh, restored;
	size_t small_only_kazakh; /* small words that are Kazakh and not Russian */
	size_t small_kazakh;	  /* of these, those with Kazakh letters */
	size_t small_russian;	  /* small words that are Russian and not Kazakh */
	size_t stop_russian, stop_bare;
};

/* Initials (М. Е.) say nothing. */
static bool is_initial(const struct line *l, const struct line_word *w)
{
	return w->to - w->from == 1 && points_is_upper(l->t->point[w->from]);
}

static void count_word(const struct line *l, const struct line_word *w, struct tally *n)
{
	const struct word_knowledge *k = l->j->knows;
	struct str text = word_text(l, w), small = small_word(l, w);
	bool kazakh = k->kazakh(k->ctx, small) == KNOWS_SURELY, russian = k->russian(k->ctx, text) != KNOWS_NOT;

	n->words++;
	n->russian += russian;
	n->kazakh += kazakh && !russian;
	n->restored +=
		w->to - w->from > 2 && !russian && k->restored(k->ctx, small, WORD_STARTS_SENTENCE, l->j->scratch).len;
	n->stop_russian += is_stop(STOP_RU, small);
	n->stop_bare += is_stop(STOP_KK_BARE, small);
	if (points_is_upper(l->t->point[w->from]))
		return;
	n->small++;
	n->small_russian += russian && !kazakh;
	n->small_only_kazakh += kazakh && !russian;
	n->small_kazakh += (w->classes & POINT_KAZAKH) && kazakh && !russian;
}

static struct tally count_words(const struct line *l)
{
	struct tally n = {0};

	for (size_t i = 0; i < l->words.len; i++)
		if ((l->words.at[i].classes & POINT_ANY_CYRILLIC) && !is_initial(l, &l->words.at[i]))
			count_word(l, &l->words.at[i], &n);
	return n;
}

/* Half of the words are listed, not said: names of things in another language are what the line is about. */
static bool is_list(const struct line *l)
{
	return l->listed * 2 >= l->words.len;
}

/* ---- the verdicts ---- */

static bool tell(const struct line *l, enum finding_kind kind, struct finding *out)
{
	size_t first = l->words.len ? l->words.at[0].from : l->from;
	size_t last = l->words.len ? l->words.at[l->words.len - 1].to : l->to;

	*out = (struct finding){.kind = kind, .from = l->t->at[first], .to = l->t->at[last]};
	return true;
}

/* The line with every word that can be restored. */
static bool tell_bare(const struct line *l, struct finding *out)
{
	const struct word_knowledge *k = l->j->knows;
	struct buf text = BUF_INIT;
	size_t at;

	tell(l, FINDING_LAYOUT, out);
	at = l->words.at[0].from;
	for (size_t i = 0; i < l->words.len; i++) {
		const struct line_word *w = &l->words.at[i];
		struct str word = word_text(l, w),
			   restored = k->restored(k->ctx, word, WORD_STARTS_SENTENCE, l->j->scratch);

		buf_add(&text, points_text(l->t->point + at, w->from - at, l->j->scratch));
		buf_add(&text, restored.len ? restored : word);
		at = w->to;
	}
	out->repair = arena_str(l->j->scratch, buf_str(&text));
	out->wrong = l->t->point[l->words.at[0].from];
	buf_clear(&text);
	return true;
}

/* A Kazakh file: Russian, or Kazakh typed with Russian letters only. */
static bool judge_cyrillic(const struct line *l, struct finding *out)
{
	struct tally n;

	if (l->cyrillic < WORDS_LEAST || l->kazakh * 10 > l->cyrillic || l->latin > l->cyrillic)
		return false;
	n = count_words(l);
	if (!is_list(l) && n.russian * 10 >= n.words * 6 && n.russian > n.kazakh + n.restored &&
	    n.small_russian + n.stop_russian >= 2)
		return tell(l, FINDING_LANGUAGE, out);
	if (l->kazakh == 0 && n.restored >= 2 && (n.restored + n.stop_bare) * 10 >= n.words * 5 && n.stop_russian == 0)
		return tell_bare(l, out);
	return false;
}

/* A Russian file: Kazakh. Names of places and people are written as in Kazakh: only small letters count. */
static bool judge_kazakh(const struct line *l, struct finding *out)
{
	struct tally n;

	if (l->kazakh < 3 || l->cyrillic < WORDS_LEAST || is_list(l))
		return false;
	n = count_words(l);
	return n.small_only_kazakh >= 3 && n.small_kazakh >= 2 && n.small_kazakh + n.small_only_kazakh >= 6 &&
	       n.small_only_kazakh * 10 >= n.small * 6 && n.stop_russian == 0 && tell(l, FINDING_LANGUAGE, out);
}

/* The Latin letters of Kazakh, of the alphabet of 2021 and its forerunners, that English does not have. */
static bool is_kazakh_latin(struct str small)
{
	static const char *const special[] = {"ä", "ğ", "ñ", "ö", "ū", "ü", "ı", "ş",
					      "ǵ", "ń", "ý", "á", "ó", "ú", NULL};
	size_t q = str_find_byte(small, 'q');

	for (size_t i = 0; special[i]; i++)
		if (str_find(small, str_of(special[i]), 0) != SIZE_MAX)
			return true;
	return q != SIZE_MAX && !(q + 1 < small.len && small.at[q + 1] == 'u');
}

/* Names (Qazaqstan, Erdoğan) stand in lists and beside Cyrillic words: there words in small letters make the line. */
static bool is_named(const struct line *l, size_t special_small)
{
	return special_small < (l->cyrillic ? 3 : is_list(l) ? 1 : 0);
}

static bool judge_latin(const struct line *l, struct finding *out)
{
	const struct word_knowledge *k = l->j->knows;
	size_t special = 0, special_small = 0, english = 0, stops = 0;

	if (l->latin < WORDS_LEAST || l->latin <= 2 * l->cyrillic)
		return false;
	for (size_t i = 0; i < l->words.len; i++) {
		struct str small = small_word(l, &l->words.at[i]);

		special += is_kazakh_latin(small);
		special_small += is_kazakh_latin(small) && !points_is_upper(l->t->point[l->words.at[i].from]);
		english += k->english(k->ctx, word_text(l, &l->words.at[i])) != KNOWS_NOT;
		stops += is_stop(STOP_EN, small);
	}
	if (special >= 2 && !is_named(l, special_small) && special * 10 >= l->latin * 2 && english * 2 < l->latin)
		return tell(l, FINDING_SCRIPT, out);
	return l->cyrillic == 0 && l->latin >= 6 && stops >= 2 && english * 10 >= l->latin * 7 &&
	       tell(l, FINDING_LANGUAGE, out);
}

/* A letter that Kazakh in Arabic letters has and Arabic has not: ە ۇ ۆ ۋ ڭ ھ; and ى, which Arabic has only at a word's end. */
static bool is_kazakh_arabic(const struct line *l, size_t i)
{
	static const uint32_t own[] = {0x06D5, 0x06C7, 0x06C6, 0x06CB, 0x06AD, 0x06BE};

	for (size_t k = 0; k < sizeof own / sizeof *own; k++)
		if (own[k] == l->t->point[i])
			return true;
	return l->t->point[i] == 0x0649 && i + 1 < l->to && points_class(l->t->point[i + 1]) == POINT_ARABIC;
}

/* Most words are of Arabic letters, and Kazakh ones are among these: a name or a saying in Arabic is neither. */
static bool judge_arabic(const struct line *l, struct finding *out)
{
	bool own = false;

	if (l->arabic <= l->cyrillic + l->latin)
		return false;
	for (size_t i = l->from; i < l->to; i++)
		own |= is_kazakh_arabic(l, i);
	return own && tell(l, FINDING_SCRIPT, out);
}

/* An English file: a Cyrillic line. A button's name in quotes is no line. */
static bool judge_english(const struct line *l, struct finding *out)
{
	return l->cyrillic >= WORDS_LEAST && l->cyrillic > 2 * l->latin && tell(l, FINDING_LANGUAGE, out);
}

/* ---- the wrong layout ---- */

/* What a line would be on another keyboard. */
struct typed {
	uint32_t *point;
	size_t n;
	size_t words, known;  /* words of three letters and more: how many; how many are known */
	size_t known_letters; /* of the known ones */
};

static bool is_space(uint32_t point)
{
	return point == ' ' || point == 0x00A0 || point == '\t' || point == '\n';
}

static bool knows_typed(const struct judge *j, const uint32_t *point, size_t n)
{
	const struct word_knowledge *k = j->knows;
	struct str word = points_text(point, n, j->scratch);

	if (points_class(point[0]) & POINT_ANY_LATIN)
		return k->english(k->ctx, word) != KNOWS_NOT;
	return k->kazakh(k->ctx, word) == KNOWS_SURELY || k->russian(k->ctx, word) != KNOWS_NOT;
}

static void count_typed(const struct judge *j, struct typed *y)
{
	for (size_t i = 0; i < y->n;) {
		size_t from = i;

		while (i < y->n && points_class(y->point[i]) & letters)
			i++;
		if (i - from >= 3) {
			bool known = knows_typed(j, y->point + from, i - from);

			y->words++;
			y->known += known;
			y->known_letters += known ? i - from : 0;
		}
		i += i == from;
	}
}

static struct typed retype(const struct line *l, uint32_t (*key)(unsigned layout, uint32_t point), unsigned layout)
{
	struct typed y = {.point = arena_array(l->j->scratch, uint32_t, l->to - l->from), .n = l->to - l->from};

	for (size_t i = 0; i < y.n; i++) {
		uint32_t point = l->t->point[l->from + i];

		y.point[i] = is_space(point) ? point : key(layout, point);
	}
	count_typed(l->j, &y);
	return y;
}

static uint32_t from_english(unsigned layout, uint32_t point)
{
	return layout_from_english((enum layout)layout, point);
}

static uint32_t to_english(unsigned layout, uint32_t point)
{
	(void)layout;
	return layout_to_english(point);
}

static uint32_t as_typed(unsigned layout, uint32_t point)
{
	(void)layout;
	return point;
}

/* The line's edges without what is no part of its words: the full stop at its end may be the letter ю. */
static bool tell_typed(const struct line *l, const struct typed *y, struct finding *out)
{
	size_t from = 0, to = y->n;

	while (from < to && is_space(y->point[from]))
		from++;
	while (to > from && is_space(y->point[to - 1]))
		to--;
	*out = (struct finding){.kind = FINDING_LAYOUT,
				.from = l->t->at[l->from + from],
				.to = l->t->at[l->from + to],
				.repair = points_text(y->point + from, to - from, l->j->scratch)};
	return true;
}

static bool is_better(const struct typed *y, const struct typed *as_is)
{
	return y->words >= 2 && y->known * 10 >= y->words * 7 && as_is->known * 10 <= as_is->words * 3;
}

/* Which of two layouts: more words known, or longer ones: алу5а is half a word on the Russian layout. */
static bool is_likelier(const struct typed *y, const struct typed *best)
{
	size_t this_share = y->known * (best->words + 1), best_share = best->known * (y->words + 1);

	return this_share > best_share || (this_share == best_share && y->known_letters > best->known_letters);
}

static bool judge_layout(const struct line *l, struct finding *out)
{
	bool english = l->j->language == LETTERS_EN;
	struct typed as_is, best = {0};

	if (english ? l->cyrillic < 2 || l->latin > l->cyrillic : l->latin < 2 || l->cyrillic > l->latin)
		return false;
	as_is = retype(l, as_typed, 0);
	if (english) {
		best = retype(l, to_english, 0);
		return is_better(&best, &as_is) && tell_typed(l, &best, out);
	}
	for (unsigned layout = 0; layout < LAYOUT_COUNT; layout++) {
		struct typed y = retype(l, from_english, layout);

		if (is_better(&y, &as_is) && is_likelier(&y, &best))
			best = y;
	}
	return best.words && tell_typed(l, &best, out);
}

bool line_judge(const struct judge *j, const struct point_text *t, size_t from, size_t to, struct finding *out)
{
	struct line l = {.j = j, .t = t, .from = from, .to = to};
	bool wrong;

	take_words(&l);
	if ((j->language != LETTERS_EN && judge_arabic(&l, out)) || judge_layout(&l, out))
		wrong = true;
	else if (j->language == LETTERS_EN)
		wrong = judge_english(&l, out);
	else if (j->language == LETTERS_RU)
		wrong = judge_kazakh(&l, out) || judge_latin(&l, out);
	else
		wrong = judge_cyrillic(&l, out) || judge_latin(&l, out);
	vec_clear(&l.words);
	return wrong;
}
