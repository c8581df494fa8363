#include "search/analysis.h"

#include <stdlib.h>

#include "base/escape.h"
#include "base/mem.h"
#include "base/utf8.h"

enum kind { ROW, LONG, SHIFT, PAIRS, DROP, NONE, JOIN, QUOTE, BETWEEN };

/* One row of letters.def: its numbers in their order, and its text where it has one. */
struct row {
	enum kind kind;
	uint32_t number[3];
	const char *text;
};

static const struct row rows[] = {
#define ROW(first, letters)	     {.kind = ROW, .number = {first}, .text = letters},
#define LONG(point, letters)	     {.kind = LONG, .number = {point}, .text = letters},
#define SHIFT(first, last, distance) {.kind = SHIFT, .number = {first, last, distance}},
#define PAIRS(first, last)	     {.kind = PAIRS, .number = {first, last}},
#define DROP(first, last)	     {.kind = DROP, .number = {first, last}},
#define NONE(first, last)	     {.kind = NONE, .number = {first, last}},
#define JOIN(letter, mark, result)   {.kind = JOIN, .number = {letter, mark, result}},
#define QUOTE(point)		     {.kind = QUOTE, .number = {point}},
#define BETWEEN(letter, result)	     {.kind = BETWEEN, .number = {letter, result}},
#include "search/letters.def"
#undef ROW
#undef LONG
#undef SHIFT
#undef PAIRS
#undef DROP
#undef NONE
#undef JOIN
#undef QUOTE
#undef BETWEEN
};

enum { ROWS = sizeof rows / sizeof *rows };

/* How a row is written for the browser. */
static const struct {
	const char *name;
	unsigned numbers;
	bool has_text;
} forms[] = {
	[ROW] = {"ROW", 1, true},      [LONG] = {"LONG", 1, true},    [SHIFT] = {"SHIFT", 3, false},
	[PAIRS] = {"PAIRS", 2, false}, [DROP] = {"DROP", 2, false},   [NONE] = {"NONE", 2, false},
	[JOIN] = {"JOIN", 3, false},   [QUOTE] = {"QUOTE", 1, false}, [BETWEEN] = {"BETWEEN", 2, false},
};

/* Letters in a ROW at most, so that most rows are passed over without counting. */
enum { ROW_LONGEST = 32 };

/* Unlisted code points from here on are letters; from Greek to scripts that are yet to come. */
enum { REST = 0x0370 };

/* What a code point becomes. */
struct folded {
	bool is_letter; /* or a digit */
	bool is_dropped;
	uint32_t points[2]; /* the second is 0 where there is one only */
};

/* Code points below are looked up once and kept: the scripts of our languages, with punctuation. */
enum { KEPT = 0x2100 };

struct analysis {
	struct folded kept[KEPT];
};

/* ---- one code point ---- */

/* The letters of a row from the n-th on; the first is 0 where there is none. */
static uint32_t letter_at(const char *text, uint32_t n)
{
	struct str s = str_of(text);
	uint32_t point = 0;
	size_t at = utf8_offset(s, n);

	if (at < s.len)
		utf8_decode(s, at, &point);
	return point;
}

static bool by_row(const struct row *r, uint32_t c, struct folded *f)
{
	uint32_t first = r->number[0], last = r->number[1];

	if (r->kind > NONE || c < first)
		return false;
	if (r->kind == ROW)
		last = c - first < ROW_LONGEST ? first + (uint32_t)utf8_count(str_of(r->text)) - 1 : first;
	else if (r->kind == LONG)
		last = first;
	if (c > last)
		return false;
	*f = (struct folded){.is_letter = r->kind < DROP, .is_dropped = r->kind == DROP};
	if (r->kind == ROW)
		f->points[0] = letter_at(r->text, c - first);
	else if (r->kind == LONG)
		f->points[0] = letter_at(r->text, 0), f->points[1] = letter_at(r->text, 1);
	else if (r->kind == SHIFT)
		f->points[0] = c + r->number[2];
	else if (r->kind == PAIRS)
		f->points[0] = c + (c - first + 1) % 2;
	if (f->points[0] == ' ')
		f->is_letter = false;
	return true;
}

static struct folded fold(uint32_t c)
{
	struct folded f = {.is_letter = c >= REST, .points = {c}};

	for (size_t i = 0; i < ROWS; i++)
		if (by_row(&rows[i], c, &f))
			break;
	return f;
}

static bool is_quote(uint32_t c)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].kind == QUOTE && rows[i].number[0] == c)
			return true;
	return false;
}

/* The letter that a mark makes of the one before it; the letter itself where it makes none. */
static uint32_t joined(uint32_t letter, uint32_t mark)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].kind == JOIN && rows[i].number[0] == letter && rows[i].number[1] == mark)
			return rows[i].number[2];
	return letter;
}

static uint32_t between_digits(uint32_t letter)
{
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].kind == BETWEEN && rows[i].number[0] == letter)
			return rows[i].number[1];
	return letter;
}

struct analysis *analysis_new(void)
{
	struct analysis *an = mem_alloc(sizeof *an);

	for (uint32_t c = 0; c < KEPT; c++)
		an->kept[c] = fold(c);
	return an;
}

void analysis_free(struct analysis *an)
{
	free(an);
}

/* ---- words ---- */

struct cutter {
	struct arena *a;
	search_words *out; /* one of both is NULL */
	word_places *places;
	uint32_t word[TOKEN_LONGEST];
	size_t len;
	size_t from, to; /* bytes of the word so far */
	bool quoted;	 /* a quote stands behind the word so far: a letter must follow */
};

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static void end_word(struct cutter *c)
{
	char text[TOKEN_LONGEST * 4];
	size_t n = 0;

	for (size_t i = 1; i + 1 < c->len; i++)
		if (is_digit(c->word[i - 1]) && is_digit(c->word[i + 1]))
			c->word[i] = between_digits(c->word[i]);
	for (size_t i = 0; i < c->len; i++)
		n += utf8_encode(c->word[i], text + n);
	if (n && c->out)
		vec_push(c->out, arena_str(c->a, (struct str){text, n}));
	else if (n)
		vec_push(c->places, ((struct word_place){arena_str(c->a, (struct str){text, n}), c->from, c->to}));
	c->len = 0;
	c->quoted = false;
}

/* A code point that stands in the bytes `from` to `to`. */
static void add_point(struct cutter *c, uint32_t point, const struct folded *f, size_t from, size_t to)
{
	if (f->is_dropped) {
		if (c->len && !c->quoted) {
			c->word[c->len - 1] = joined(c->word[c->len - 1], point);
			c->to = to;
		}
	} else if (f->is_letter) {
		if (!c->len)
			c->from = from;
		c->to = to;
		c->quoted = false;
		for (size_t i = 0; i < 2 && f->points[i] && c->len < TOKEN_LONGEST; i++)
			c->word[c->len++] = f->points[i];
	} else if (c->len && !c->quoted && is_quote(point)) {
		c->quoted = true;
	} else {
		end_word(c);
	}
}

static struct folded folded(const struct analysis *an, uint32_t point)
{
	return point < KEPT ? an->kept[point] : fold(point);
}

static void cut(const struct analysis *an, struct str text, struct cutter *c)
{
	uint32_t point;

	for (size_t at = 0, n; at < text.len; at += n) {
		struct folded f;

		n = utf8_decode(text, at, &point);
		f = folded(an, point);
		add_point(c, point, &f, at, at + n);
	}
	end_word(c);
}

void analysis_words(const struct analysis *an, struct str text, struct arena *a, search_words *out)
{
	cut(an, text, &(struct cutter){.a = a, .out = out});
}

void analysis_places(const struct analysis *an, struct str text, struct arena *a, word_places *out)
{
	cut(an, text, &(struct cutter){.a = a, .places = out});
}

int analysis_letters(const struct analysis *an, uint32_t point, uint32_t letters[2])
{
	struct folded f = folded(an, point);

	letters[0] = f.points[0];
	letters[1] = f.points[1];
	if (f.is_dropped)
		return 0;
	return !f.is_letter ? -1 : f.points[1] ? 2 : 1;
}

/* ---- for the browser ---- */

void analysis_write(struct buf *out)
{
	buf_addf(out, "\"longest\":%d,\"rest\":%d,\"letters\":", TOKEN_LONGEST, REST);
	for (size_t i = 0; i < ROWS; i++) {
		const struct row *r = &rows[i];

		buf_addf(out, "%s[\"%s\"", i ? "," : "[", forms[r->kind].name);
		for (unsigned n = 0; n < forms[r->kind].numbers; n++)
			buf_addf(out, ",%u", r->number[n]);
		if (forms[r->kind].has_text) {
			buf_add_byte(out, ',');
			escape_json(out, str_of(r->text));
		}
		buf_add_byte(out, ']');
	}
	buf_add_byte(out, ']');
}
