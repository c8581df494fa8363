#include "letters/text.h"

#include "letters/broken.h"
#include "letters/candidates.h"
#include "letters/latin_word.h"
#include "letters/lines.h"
#include "letters/odd_word.h"
#include "letters/person.h"
#include "text/fold.h"

/* What is left to be said of a code point. */
enum told { TOLD_NOTHING, TOLD_DOUBT /* only errors */, TOLD_ALL };

struct examined {
	const struct judge *j;
	struct point_text t;
	unsigned char *told;
	findings *out;
	struct latin_line line; /* of the Latin word seen last */
};

static void tell_from(struct examined *x, size_t from, size_t to, enum told told)
{
	for (size_t i = from; i < to; i++)
		if (x->told[i] < told)
			x->told[i] = (unsigned char)told;
}

/* The number of the code point at a byte. */
static size_t number_at(const struct point_text *t, size_t byte)
{
	size_t low = 0, high = t->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (t->at[middle] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void add(struct examined *x, struct finding f, enum told told)
{
	tell_from(x, number_at(&x->t, f.from), number_at(&x->t, f.to), told);
	vec_push(x->out, f);
}

/* ---- what is no text: paths of addresses ---- */

/* Behind "://" the host is looked at, for a wrong letter there leads to somebody else; what follows its slash is not. */
static void pass_urls(struct examined *x)
{
	const struct point_text *t = &x->t;

	for (size_t i = 0; i + 2 < t->count; i++) {
		size_t end = i + 3;

		if (t->point[i] != ':' || t->point[i + 1] != '/' || t->point[i + 2] != '/')
			continue;
		while (end < t->count && !points_ends_url(t->point[end]) && t->point[end] != '/')
			end++;
		i = end;
		while (end < t->count && !points_ends_url(t->point[end]))
			end++;
		tell_from(x, i, end, TOLD_ALL);
		i = end;
	}
}

/* ---- broken encodings, lines ---- */

static void find_broken(struct examined *x)
{
	struct broken b = {0};

	for (size_t from = 0; broken_next(x->j->encodings, &x->t, from, x->j->scratch, &b); from = b.to) {
		struct finding f = {.kind = FINDING_BROKEN,
				    .from = x->t.at[b.from],
				    .to = x->t.at[b.to],
				    .repair = b.lossy ? STR_NONE : b.repaired,
				    .sure = !b.lossy};

		add(x, f, TOLD_ALL);
	}
}

static void judge_lines(struct examined *x)
{
	for (size_t from = 0; from < x->t.count;) {
		size_t to = from;
		bool broken = false;
		struct finding f;

		for (; to < x->t.count && x->t.point[to] != '\n'; to++)
			broken |= x->told[to] == TOLD_ALL;
		if (!broken && line_judge(x->j, &x->t, from, to, &f))
			add(x, f, f.kind == FINDING_LAYOUT ? TOLD_ALL : TOLD_DOUBT);
		from = to + 1;
	}
}

/* ---- words ---- */

static bool is_cyrillic(const struct point_text *t, size_t i)
{
	return i < t->count && (points_class(t->point[i]) & POINT_ANY_CYRILLIC);
}

static bool is_small_at(const struct point_text *t, size_t i)
{
	return i < t->count && points_is_small(t->point[i]);
}

/* Two question marks before a small letter, and none behind one: the word has lost its first letters. */
static bool begins_lost(const struct point_text *t, size_t i)
{
	return i + 2 < t->count && t->point[i] == '?' && t->point[i + 1] == '?' && (i == 0 || !is_cyrillic(t, i - 1)) &&
	       (is_small_at(t, i + 2) || (t->point[i + 2] == '?' && is_small_at(t, i + 3)));
}

/* Two behind a word that is none without them, but is with two letters more. */
static bool ends_lost(const struct examined *x, size_t from, size_t to)
{
	const struct point_text *t = &x->t;

	return to - from >= 2 && to + 1 < t->count && t->point[to] == '?' && t->point[to + 1] == '?' &&
	       is_small_at(t, to - 1) && !candidates_known(x->j, t->point + from, to - from) &&
	       word_fill(x->j, t->point + from, to + 2 - from, 0).len > 0;
}

/* A question mark between letters: келдің?Иә is a space forgotten, so a capital behind it ends the word. */
static bool is_inner_mark(const struct point_text *t, size_t i)
{
	size_t next = i;

	if (i == 0 || !is_cyrillic(t, i - 1))
		return false;
	while (next < t->count && points_is_lost(t->point[next]))
		next++;
	return is_cyrillic(t, next) && (!points_is_upper(t->point[next]) || points_is_upper(t->point[i - 1]));
}

/* The end of the word that begins at `from`; *marks: a question mark stands inside. */
static size_t word_end(const struct point_text *t, size_t from, bool *marks)
{
	size_t i = from;

	*marks = false;
	for (; i < t->count; i++) {
		if (points_class(t->point[i]) != POINT_OTHER)
			continue;
		if (t->point[i] != '?' ||
		    !(is_inner_mark(t, i) || (*marks && t->point[i - 1] == '?' && is_cyrillic(t, i + 1))))
			break;
		*marks = true;
	}
	return i;
}

/* Words that lost a letter inside may have lost the first and the last as well. What stands before `free` is taken. */
static void widen(const struct point_text *t, size_t free, size_t *from, size_t *to)
{
	while (*from > free && t->point[*from - 1] == '?')
		--*from;
	if (*to < t->count && t->point[*to] == '?' && *to + 1 < t->count && t->point[*to + 1] != '\n')
		++*to;
}

static struct str slice(const struct examined *x, size_t from, size_t to)
{
	return points_text(x->t.point + from, to - from, x->j->scratch);
}

/* A capital follows behind a hyphen, as in names (Бендери-Аббас, Усти-над-Лабем), and the word has no Kazakh letter. */
static bool begins_name(const struct point_text *t, size_t from, size_t to)
{
	size_t end = to + WORD_MOST < t->count ? to + WORD_MOST : t->count;

	for (size_t i = from; i < to; i++)
		if (points_class(t->point[i]) & POINT_KAZAKH)
			return false;
	for (size_t i = to; i + 1 < end && (is_cyrillic(t, i) || t->point[i] == '-'); i++)
		if (t->point[i] == '-' && is_cyrillic(t, i + 1) && points_is_upper(t->point[i + 1]))
			return true;
	return false;
}

/* Behind white space, what stands before a word decides: nothing, or the end of a sentence. */
static unsigned context_of(const struct point_text *t, size_t from, size_t to)
{
	size_t i = from;

	if ((from > 0 && t->point[from - 1] == '-') || begins_name(t, from, to))
		return WORD_BY_HYPHEN;
	while (i > 0 && (t->point[i - 1] == ' ' || t->point[i - 1] == 0x00A0 || t->point[i - 1] == '\n' ||
			 t->point[i - 1] == 0x00AB || t->point[i - 1] == '"' || t->point[i - 1] == '('))
		i--;
	return i == 0 || strchr(".!?:", (int)(t->point[i - 1] < 0x80 ? t->point[i - 1] : 'x')) ? WORD_STARTS_SENTENCE
											       : 0;
}

/* Part of an address or a file's name (адилет.қаз, @ана_тили): those are written without Kazakh letters on purpose. */
static bool is_in_address(const struct point_text *t, size_t from, size_t to)
{
	if (from > 1 && t->point[from - 1] == '.' && points_class(t->point[from - 2]) != POINT_OTHER &&
	    !points_is_upper(t->point[from]))
		return true;
	if (from > 0 && t->point[from - 1] < 0x80 && strchr("@#_\\", (int)t->point[from - 1]))
		return true;
	return (to < t->count && (t->point[to] == '@' || t->point[to] == '_')) ||
	       (to + 1 < t->count && t->point[to] == '.' && points_class(t->point[to + 1]) != POINT_OTHER &&
		!points_is_upper(t->point[to + 1]));
}

static void judge_kazakh(struct examined *x, size_t from, size_t to)
{
	const struct word_knowledge *k = x->j->knows;
	struct str repair = k->restored(k->ctx, slice(x, from, to), context_of(&x->t, from, to), x->j->scratch);
	struct finding f = {FINDING_RUSSIAN, x->t.at[from], x->t.at[to], repair, false, 0, 0};

	if (repair.len && !is_in_address(&x->t, from, to))
		add(x, f, TOLD_ALL);
}

/* A word that no list has but whose letters follow each other as in Kazakh (жиһаз): a logarithm, see knowledge.h. */
enum { LOOKS_KAZAKH = -8 };

/* Whether a word of a Russian text is a Kazakh one; where it is Russian but for a letter (оңа), it must be a common one. */
static bool is_kazakh(const struct examined *x, struct str word, bool else_russian)
{
	const struct word_knowledge *k = x->j->knows;
	enum knows known = k->kazakh(k->ctx, word);

	if (else_russian)
		return known == KNOWS_SURELY && k->likelihood(k->ctx, word) > -1;
	return known != KNOWS_NOT || k->likelihood(k->ctx, word) > LOOKS_KAZAKH;
}

/* A Kazakh letter in a Russian word; names and words that Kazakh has are left alone. */
static void judge_russian(struct examined *x, size_t from, size_t to)
{
	const struct word_knowledge *k = x->j->knows;
	struct finding f = {FINDING_KAZAKH, x->t.at[from], x->t.at[to], STR_NONE, false, 0, 0};
	uint32_t point[WORD_MOST];
	bool kazakh = false;

	if (to - from > WORD_MOST || to - from < 2 || points_is_upper(x->t.point[from]))
		return;
	for (size_t i = from; i < to; i++) {
		point[i - from] = points_russian(x->t.point[i]);
		kazakh |= point[i - from] != x->t.point[i];
	}
	if (!kazakh)
		return;
	f.repair = points_text(point, to - from, x->j->scratch);
	if (!is_kazakh(x, slice(x, from, to), k->russian(k->ctx, f.repair) != KNOWS_NOT))
		add(x, f, TOLD_ALL);
}

static void judge_latin(struct examined *x, size_t from, size_t to, bool has_special)
{
	struct finding f;

	if (latin_word_judge(x->j, &x->t, &x->line, from, to, has_special, &f))
		add(x, f, TOLD_ALL);
}

static void judge_number(struct examined *x, size_t from, size_t to)
{
	struct finding f = {FINDING_PERSON, x->t.at[from], x->t.at[to], STR_NONE, false, 0, 0};

	if (to - from == 12 && person_number(slice(x, from, to)))
		add(x, f, TOLD_ALL);
}

/* Accents and the like of other languages: one normal form, nothing else. Thousands of marks in a row are no word. */
static void judge_form(struct examined *x, size_t from, size_t to)
{
	struct str word = to - from > WORD_MOST ? STR_NONE : slice(x, from, to);
	struct finding f = {FINDING_NFC, x->t.at[from], x->t.at[to], STR_NONE, true, 0, 0};

	if (fold_is_nfc(word))
		return;
	f.repair = fold_nfc(word, x->j->scratch);
	add(x, f, TOLD_ALL);
}

/* Joiners belong to emoji and to scripts that need them. */
static bool is_joining(const struct point_text *t, size_t from, size_t to)
{
	uint32_t before = from ? t->point[from - 1] : ' ', behind = to < t->count ? t->point[to] : ' ';

	return before >= 0x2190 && behind >= 0x2190;
}

static void judge_alone(struct examined *x, size_t from, size_t to)
{
	struct finding f = {FINDING_INVISIBLE, x->t.at[from], x->t.at[to], STR_NONE, true, x->t.point[from], 0};

	if (x->t.point[from] == 0x00AD && to - from == 1)
		f.kind = FINDING_SOFT;
	if (!is_joining(&x->t, from, to))
		add(x, f, TOLD_ALL);
}

static void judge_odd(struct examined *x, size_t from, size_t to, unsigned classes)
{
	struct finding f;

	if (classes == POINT_INVISIBLE)
		judge_alone(x, from, to);
	else if (classes & (POINT_ARABIC | POINT_FOREIGN))
		return;
	else if (word_judge(x->j, &x->t, from, to, context_of(&x->t, from, to), &f))
		add(x, f, TOLD_ALL);
	else if (classes & POINT_CONTROL)
		add(x, (struct finding){FINDING_BROKEN, x->t.at[from], x->t.at[to], STR_NONE, false, 0, 0}, TOLD_ALL);
	else if (classes & POINT_MARK)
		judge_form(x, from, to);
	else if (!(classes & ~(unsigned)(POINT_ANY_LATIN | POINT_GREEK)))
		judge_latin(x, from, to, true);
}

static void judge_word(struct examined *x, size_t from, size_t to, bool marks)
{
	unsigned classes = 0;
	enum told told = TOLD_NOTHING;

	for (size_t i = from; i < to; i++) {
		classes |= points_class(x->t.point[i]);
		told = x->told[i] > told ? (enum told)x->told[i] : told;
	}
	if (told == TOLD_ALL)
		return;
	if (classes & ~(unsigned)POINT_PLAIN_CYRILLIC || marks) {
		if (classes == POINT_DIGIT)
			judge_number(x, from, to);
		else if (classes == POINT_LATIN && told == TOLD_NOTHING)
			judge_latin(x, from, to, false);
		else if (classes != POINT_LATIN)
			judge_odd(x, from, to, classes);
	} else if (told == TOLD_NOTHING && x->j->language == LETTERS_KK) {
		judge_kazakh(x, from, to);
	} else if (told == TOLD_NOTHING && x->j->language == LETTERS_RU) {
		judge_russian(x, from, to);
	}
}

static void judge_words(struct examined *x)
{
	size_t free = 0; /* no word before reaches this far */

	for (size_t i = 0; i < x->t.count;) {
		size_t from = i, to;
		bool marks;

		if (begins_lost(&x->t, i)) {
			while (x->t.point[i] == '?')
				i++;
		} else if (points_class(x->t.point[i]) == POINT_OTHER) {
			i++;
			continue;
		}
		to = word_end(&x->t, i, &marks);
		marks |= i > from;
		if (ends_lost(x, from, to)) {
			marks = true;
			to += 2;
		}
		if (marks)
			widen(&x->t, free, &from, &to);
		i = free = to;
		judge_word(x, from, to, marks);
	}
}

void text_examine(const struct judge *j, struct str text, findings *out)
{
	struct examined x = {.j = j, .t = points_take(text, j->scratch), .out = out};

	x.told = arena_alloc(j->scratch, x.t.count + 1);
	pass_urls(&x);
	find_broken(&x);
	judge_lines(&x);
	judge_words(&x);
}
