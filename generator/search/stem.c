#include "search/stem.h"

#include <stdlib.h>

#include "base/escape.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "search/analysis.h"

/* Kinds of words, as bits. Other languages than Kazakh use the same names for what comes at the same place. */
enum kind {
	NOUN = 1,
	PLURAL = 2,
	OWN = 4,     /* with a possessive of the first or second person */
	THEIRS = 8,  /* of the third */
	CASE = 16,   /* Russian: any ending of a noun or an adjective */
	VERB = 32,   /* the bare stem */
	VOICE = 64,  /* passive, reflexive, causative */
	NO = 128,    /* negated */
	PART = 256,  /* a participle that is used as a noun */
	TENSE = 512, /* takes personal endings of the past */
	CONVERB = 1024,
	CLOSED = 2048, /* takes nothing more */
	KI = 4096,     /* locative adjectives, comparison; Russian: the stem of a participle */
	ACTION = 8192, /* the verb as a noun: алу */
	FUTURE = 16384,
	N = NOUN | PART | KI | ACTION,
	V = VERB | VOICE | NO,
	ALL_KINDS = 32767
};

enum sound { ANY, VOWEL, CONSONANT, VOICELESS, VOICED, GLIDE, SONORANT, NASAL, OPEN, SOUNDS };

enum { KK = STEM_KAZAKH, RU = STEM_RUSSIAN, EN = STEM_ENGLISH };

static const char *const codes[STEM_LANGUAGES] = {[KK] = "kk", [RU] = "ru", [EN] = "en"};

/* The rows of stems.def, by sort. */
struct row {
	uint8_t language, after;
	uint16_t from, to;
	bool is_loose;
	const char *back, *front; /* endings with spaces between; no front ones: they are the same */
};

struct language {
	uint16_t roots, ends;
	const char *vowels, *second, *back, *front;
};

#define FOLD(from, to)
#define SOFT(from, to)
#define HARD(from, to)
#define SHORT(letters, vowels)
#define LANGUAGE(name, roots, ends, vowels, second, back, front)
#define SOUND(language, name, letters)
#define LOOSE(language, from, to, after, back, front)  {language, after, from, to, true, back, front},
#define ENDING(language, from, to, after, back, front) {language, after, from, to, false, back, front},
static const struct row rows[] = {
#include "search/stems.def"
};
#undef LOOSE
#undef ENDING
#define LOOSE(language, from, to, after, back, front)
#define ENDING(language, from, to, after, back, front)

#undef LANGUAGE
#define LANGUAGE(name, roots, ends, vowels, second, back, front) \
	[name] = {(roots)&ALL_KINDS, (ends)&ALL_KINDS, vowels, second, back, front},
static const struct language languages[STEM_LANGUAGES] = {
#include "search/stems.def"
};
#undef LANGUAGE
#define LANGUAGE(name, roots, ends, vowels, second, back, front)

#undef SOUND
#define SOUND(language, name, letters) [language][name] = letters,
static const char *const sounds[STEM_LANGUAGES][SOUNDS] = {
#include "search/stems.def"
};
#undef SOUND
#define SOUND(language, name, letters)

#undef FOLD
#define FOLD(from, to) from, to,
static const char *const folds[2] = {
#include "search/stems.def"
};
#undef FOLD
#define FOLD(from, to)

#undef SOFT
#define SOFT(from, to) from, to,
static const char *const softs[2] = {
#include "search/stems.def"
};
#undef SOFT
#define SOFT(from, to)

#undef HARD
#define HARD(from, to) from, to,
static const char *const hard[2] = {
#include "search/stems.def"
};
#undef HARD
#define HARD(from, to)

#undef SHORT
#define SHORT(letters, vowels) letters, vowels,
static const char *const shorts[2] = {
#include "search/stems.def"
};

enum { ROWS = sizeof rows / sizeof *rows };

/* Letters of the alphabets have code points below; a set of them is a row of bytes, a map of them a row of numbers. */
enum { LETTERS = 0x530, ENDING_LONGEST = 8, FORMS = 2 };

/* Letters that an ending must leave; derivation is taken off longer words only, or all short ones would meet. */
enum { LEAST = 2, LEAST_LOOSE = 4 };

/* Which letters are in what, as bits of a byte or more for each. */
struct letters {
	uint16_t sound[LETTERS]; /* 1 << enum sound */
	uint8_t is[LETTERS];	 /* of VOWELS and so on */
};

enum { VOWELS = 1, SECOND = 2, BACK = 4, FRONT = 8 };

struct ending {
	uint16_t from, to;
	uint8_t after, len, least;
	uint8_t harmony; /* 0, BACK or FRONT */
	uint32_t form[ENDING_LONGEST];
};

/* One language's rules for words, and for skeletons. */
struct rules {
	uint16_t roots, ends;
	VEC(struct ending) endings;
	struct letters letters;
};

struct stems {
	uint16_t fold[LETTERS], hard[LETTERS]; /* 0: itself */
	bool is_short[LETTERS], is_open[LETTERS];
	struct rules rules[STEM_LANGUAGES][FORMS];
};

/* ---- the rows made ready ---- */

struct points {
	uint32_t at[TOKEN_LONGEST];
	size_t len;
};

static void points_of(struct str text, struct points *p)
{
	p->len = 0;
	for (size_t at = 0; at < text.len && p->len < TOKEN_LONGEST;)
		at += utf8_decode(text, at, &p->at[p->len++]);
}

static uint32_t mapped(const uint16_t *map, uint32_t c)
{
	return c < LETTERS && map[c] ? map[c] : c;
}

static void fill_map(uint16_t *map, const char *const texts[2])
{
	struct points from, to;

	points_of(str_of(texts[0]), &from);
	points_of(str_of(texts[1]), &to);
	for (size_t i = 0; i < from.len; i++)
		map[from.at[i]] = (uint16_t)to.at[i];
}

static void skeleton(const struct stems *st, struct points *p)
{
	for (size_t i = 0; i < p->len; i++)
		p->at[i] = mapped(st->fold, p->at[i]);
}

/* The letters of a text, folded where the rules are those of skeletons. */
static void letters_of(const struct stems *st, const char *text, bool is_skeleton, struct points *p)
{
	points_of(str_of(text ? text : ""), p);
	if (is_skeleton)
		skeleton(st, p);
}

static void fill_letters(const struct stems *st, enum stem_language l, bool is_skeleton, struct letters *out)
{
	const struct language *own = &languages[l];
	const char *const sets[] = {own->vowels, own->second, own->back, own->front};
	struct points p;

	for (unsigned s = 0; s < SOUNDS; s++) {
		letters_of(st, sounds[l][s], is_skeleton, &p);
		for (size_t i = 0; i < p.len; i++)
			out->sound[p.at[i]] |= (uint16_t)(1U << s);
	}
	for (unsigned s = 0; s < sizeof sets / sizeof *sets; s++) {
		letters_of(st, sets[s], is_skeleton, &p);
		for (size_t i = 0; i < p.len; i++)
			out->is[p.at[i]] |= (uint8_t)(1U << s);
	}
}

static void add_ending(const struct stems *st, struct rules *rules, const struct row *r, struct str text,
		       uint8_t harmony, bool is_skeleton)
{
	struct ending e = {.from = r->from, .to = r->to, .after = r->after, .harmony = harmony};
	struct points p;

	points_of(text, &p);
	if (is_skeleton)
		skeleton(st, &p);
	e.len = (uint8_t)p.len;
	e.least = r->is_loose ? LEAST_LOOSE : LEAST;
	memcpy(e.form, p.at, p.len * sizeof *p.at);
	vec_push(&rules->endings, e);
}

static void add_row(const struct stems *st, struct rules *rules, const struct row *r, bool is_skeleton)
{
	struct str back = str_of(r->back), front = str_of(r->front), text;
	bool both = front.len && !is_skeleton;

	while (str_split(&back, ' ', &text))
		add_ending(st, rules, r, text, both ? BACK : 0, is_skeleton);
	while (front.len && str_split(&front, ' ', &text))
		add_ending(st, rules, r, text, both ? FRONT : 0, is_skeleton);
}

struct stems *stems_new(void)
{
	struct stems *st = mem_zero(1, sizeof *st);
	struct points p;

	fill_map(st->fold, folds);
	fill_map(st->hard, hard);
	points_of(str_of(shorts[0]), &p);
	for (size_t i = 0; i < p.len; i++)
		st->is_short[p.at[i]] = true;
	points_of(str_of(shorts[1]), &p);
	for (size_t i = 0; i < p.len; i++)
		st->is_open[p.at[i]] = true;
	for (size_t n = 0; n < (size_t)STEM_LANGUAGES * FORMS; n++) {
		enum stem_language l = (enum stem_language)(n / FORMS);
		bool is_skeleton = n % FORMS;
		struct rules *rules = &st->rules[l][is_skeleton];

		rules->roots = languages[l].roots;
		rules->ends = languages[l].ends;
		fill_letters(st, l, is_skeleton, &rules->letters);
		for (size_t i = 0; i < ROWS; i++)
			if (rows[i].language == l && (is_skeleton || !rows[i].is_loose))
				add_row(st, rules, &rows[i], is_skeleton);
	}
	return st;
}

void stems_free(struct stems *st)
{
	for (size_t n = 0; st && n < (size_t)STEM_LANGUAGES * FORMS; n++)
		vec_clear(&st->rules[n / FORMS][n % FORMS].endings);
	free(st);
}

/* ---- taking endings off ---- */

static bool is(const struct rules *rules, uint32_t letter, unsigned sets)
{
	return letter < LETTERS && rules->letters.is[letter] & sets;
}

/* The last vowel decides: BACK or FRONT; 0 where it takes both. */
static unsigned harmony_of(const struct rules *rules, const struct points *w, size_t len)
{
	while (len-- > 0)
		if (is(rules, w->at[len], VOWELS))
			return rules->letters.is[w->at[len]] & (BACK | FRONT);
	return 0;
}

static bool fits(const struct rules *rules, const struct points *w, size_t len, const struct ending *e)
{
	size_t rest = len - e->len;
	uint32_t before;
	unsigned harmony;

	if ((size_t)e->len + e->least > len || memcmp(w->at + rest, e->form, e->len * sizeof *e->form) != 0)
		return false;
	before = w->at[rest - 1];
	if (e->after && !(before < LETTERS && rules->letters.sound[before] >> e->after & 1))
		return false;
	harmony = e->harmony ? harmony_of(rules, w, rest) : 0;
	return !harmony || harmony == e->harmony;
}

/* A stem has a vowel and three letters; or two, if it begins with the vowel, and lost two or more. */
static bool is_stem(const struct rules *rules, const struct points *w, size_t len)
{
	size_t vowel = 0;

	while (vowel < len && !is(rules, w->at[vowel], VOWELS))
		vowel++;
	if (vowel == len)
		return false;
	return len > 2 || (vowel == 0 && w->len - len > 1 && is(rules, w->at[1], SECOND));
}

/* How many letters of a word chains of endings leave, from the whole word down; gives how many numbers there are. */
static size_t lengths_of(const struct rules *rules, const struct points *w, uint8_t lengths[TOKEN_LONGEST])
{
	uint16_t kinds[TOKEN_LONGEST + 1] = {0}; /* of word that the first letters can be */
	size_t count = 0;

	lengths[count++] = (uint8_t)w->len;
	if (w->len < 4)
		return count;
	kinds[w->len] = rules->ends;
	for (size_t n = w->len; n >= 2; n--) {
		if (!kinds[n])
			continue;
		if (n < w->len && kinds[n] & rules->roots && is_stem(rules, w, n))
			lengths[count++] = (uint8_t)n;
		for (size_t i = 0; n > 2 && i < rules->endings.len; i++) {
			const struct ending *e = &rules->endings.at[i];

			if (kinds[n] & e->to && fits(rules, w, n, e))
				kinds[n - e->len] |= e->from;
		}
	}
	return count;
}

/* How many letters of a word are its stem: the fewest that any chain of endings leaves. */
static size_t stem_length(const struct rules *rules, const struct points *w)
{
	uint8_t lengths[TOKEN_LONGEST];
	size_t count = lengths_of(rules, w, lengths);

	return lengths[count - 1];
}

static bool is_closed(const struct stems *st, uint32_t c)
{
	return c >= LETTERS || !st->is_open[c];
}

/* A stem as it would be as a word: кітаб- is кітап, and халық, of which халқ- is left in other forms, the same. */
static void end_stem(const struct stems *st, struct points *w)
{
	uint32_t last, before;

	if (w->len < 3)
		return;
	last = mapped(st->hard, w->at[w->len - 1]);
	before = w->at[w->len - 2];
	if (w->len > 3 && before < LETTERS && st->is_short[before] && is_closed(st, w->at[w->len - 1]) &&
	    is_closed(st, w->at[w->len - 3]))
		w->len--;
	w->at[w->len - 1] = last;
}

static void add_points(const struct points *w, struct buf *out)
{
	char bytes[4];

	for (size_t i = 0; i < w->len; i++)
		buf_add(out, (struct str){bytes, utf8_encode(w->at[i], bytes)});
}

void stem_word(const struct stems *st, enum stem_language language, struct str word, struct buf *out)
{
	struct points w;

	points_of(word, &w);
	w.len = stem_length(&st->rules[language][0], &w);
	end_stem(st, &w);
	add_points(&w, out);
}

size_t stem_key(const struct stems *st, enum stem_language language, struct str word, struct buf *out)
{
	struct points w;
	size_t len;

	points_of(word, &w);
	skeleton(st, &w);
	len = w.len;
	w.len = stem_length(&st->rules[language][1], &w);
	len -= w.len;
	end_stem(st, &w);
	add_points(&w, out);
	return len;
}

/* The first letters of a word as a word: кітаб- is кітап. */
static struct str root_of(const struct stems *st, const struct points *w, size_t len, struct arena *a)
{
	struct points root = *w;
	struct buf text = BUF_INIT;
	struct str kept;

	root.len = len;
	if (len < w->len)
		root.at[len - 1] = mapped(st->hard, root.at[len - 1]);
	add_points(&root, &text);
	kept = arena_str(a, buf_str(&text));
	buf_clear(&text);
	return kept;
}

size_t stem_roots(const struct stems *st, enum stem_language language, bool is_skeleton, struct str word,
		  struct arena *a, struct str out[TOKEN_LONGEST])
{
	uint8_t lengths[TOKEN_LONGEST];
	struct points w;
	size_t count;

	points_of(word, &w);
	if (is_skeleton)
		skeleton(st, &w);
	count = lengths_of(&st->rules[language][is_skeleton], &w, lengths);
	for (size_t i = 0; i < count; i++)
		out[i] = root_of(st, &w, lengths[i], a);
	return count;
}

void stem_skeleton(const struct stems *st, struct str word, struct buf *out)
{
	struct points w;

	points_of(word, &w);
	skeleton(st, &w);
	add_points(&w, out);
}

enum stem_language stem_language_of(struct str code, struct str word)
{
	uint32_t c;

	for (size_t at = 0; at < word.len;) {
		at += utf8_decode(word, at, &c);
		if (c >= 0x0400 && c < LETTERS)
			return str_eq(code, STR("kk")) ? STEM_KAZAKH : STEM_RUSSIAN;
	}
	return STEM_ENGLISH;
}

/* ---- for the browser ---- */

static void add_texts(struct buf *out, const char *name, const char *const *texts, size_t n)
{
	buf_addf(out, "%s[", name);
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_add_byte(out, ',');
		escape_json(out, str_of(texts[i] ? texts[i] : ""));
	}
	buf_add_byte(out, ']');
}

/* Does SOFT make the front endings of the back ones? Then the browser makes them, too. */
static bool is_softened(const struct row *r)
{
	struct points back, front, from, to;

	points_of(str_of(r->back), &back);
	points_of(str_of(r->front), &front);
	points_of(str_of(softs[0]), &from);
	points_of(str_of(softs[1]), &to);
	for (size_t i = 0; i < back.len; i++)
		for (size_t k = 0; k < from.len; k++)
			if (back.at[i] == from.at[k]) {
				back.at[i] = to.at[k];
				break;
			}
	return back.len == front.len && memcmp(back.at, front.at, back.len * sizeof *back.at) == 0;
}

static void add_endings(struct buf *out, enum stem_language l, bool is_loose)
{
	bool first = true;

	buf_addf(out, ",\"%s\":[", is_loose ? "loose" : "endings");
	for (size_t i = 0; i < ROWS; i++) {
		const struct row *r = &rows[i];

		if (r->language != l || r->is_loose != is_loose)
			continue;
		buf_addf(out, "%s[%u,%u,%u,", first ? "" : ",", r->from, r->to, r->after);
		escape_json(out, str_of(r->back));
		if (*r->front && is_softened(r)) {
			buf_add(out, STR(",1"));
		} else if (*r->front) {
			buf_add_byte(out, ',');
			escape_json(out, str_of(r->front));
		}
		buf_add_byte(out, ']');
		first = false;
	}
	buf_add_byte(out, ']');
}

void stems_write(struct buf *out)
{
	buf_add(out, STR("\"stems\":{"));
	add_texts(out, "\"folds\":", folds, 2);
	add_texts(out, ",\"softs\":", softs, 2);
	add_texts(out, ",\"hard\":", hard, 2);
	add_texts(out, ",\"shorts\":", shorts, 2);
	buf_add(out, STR(",\"languages\":{"));
	for (unsigned l = 0; l < STEM_LANGUAGES; l++) {
		const struct language *own = &languages[l];
		const char *const sets[] = {own->vowels, own->second, own->back, own->front};

		buf_addf(out, "%s\"%s\":{\"roots\":%u,\"ends\":%u", l ? "," : "", codes[l], own->roots, own->ends);
		add_texts(out, ",\"sets\":", sets, sizeof sets / sizeof *sets);
		add_texts(out, ",\"sounds\":", sounds[l], SOUNDS);
		add_endings(out, (enum stem_language)l, false);
		add_endings(out, (enum stem_language)l, true);
		buf_add_byte(out, '}');
	}
	buf_add(out, STR("}}"));
}
