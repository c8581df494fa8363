#include "letters/look.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"

/* ---- the table ---- */

enum { SLOTS_FIRST = 1024 };

static bool is_word(const struct word_entry *e, const struct word_entry *word)
{
	return e->hash == word->hash && e->language == word->language && str_eq(e->word, word->word);
}

static void place(struct word_table *t, uint32_t number)
{
	size_t i = t->at[number].hash & (t->slot_count - 1);

	while (t->slots[i])
		i = (i + 1) & (t->slot_count - 1);
	t->slots[i] = number + 1;
}

static void grow(struct word_table *t)
{
	size_t slots = t->slot_count ? t->slot_count * 2 : SLOTS_FIRST;

	free(t->slots);
	t->slots = mem_zero(slots, sizeof *t->slots);
	t->slot_count = slots;
	for (size_t i = 0; i < t->count; i++)
		place(t, (uint32_t)i);
}

uint32_t word_table_add(struct word_table *t, const struct word_entry *word, uint32_t times)
{
	size_t i;

	if (t->count * 2 >= t->slot_count)
		grow(t);
	for (i = word->hash & (t->slot_count - 1); t->slots[i]; i = (i + 1) & (t->slot_count - 1)) {
		struct word_entry *e = &t->at[t->slots[i] - 1];

		if (is_word(e, word)) {
			e->count += times;
			return t->slots[i] - 1;
		}
	}
	if (t->count == t->cap)
		t->at = vec_grow(t->at, &t->cap, sizeof *t->at);
	t->at[t->count] = *word;
	t->at[t->count].count = times;
	t->slots[i] = (uint32_t)++t->count;
	return (uint32_t)t->count - 1;
}

void word_table_clear(struct word_table *t)
{
	free(t->at);
	free(t->slots);
	*t = (struct word_table){0};
}

/* ---- the look ---- */

/* What is counted of a line, so that lines of another language are seen. */
struct line_count {
	size_t cyrillic, kazakh, latin; /* words */
};

struct look {
	const struct points *points;
	struct word_table *table;
	enum letters_language language;
	struct str text;
	word_numbers *numbers;
	struct line_count line;
	bool odd;
};

/* The class of the code point at `at`, and how many bytes it has. Most text is letters of two bytes. */
static inline unsigned next(const struct look *l, size_t at, uint32_t *point, size_t *n)
{
	unsigned char c = (unsigned char)l->text.at[at];

	if (c < 0x80) {
		*point = c;
		*n = 1;
	} else if (c < 0xE0 && c >= 0xC2 && at + 1 < l->text.len) {
		*point = (uint32_t)(c & 0x1F) << 6 | ((unsigned char)l->text.at[at + 1] & 0x3F);
		*n = 2;
	} else {
		*n = utf8_decode(l->text, at, point);
	}
	return points_of(l->points, *point);
}

static bool is_odd_line(const struct look *l)
{
	const struct line_count *n = &l->line;

	if (l->language == LETTERS_EN)
		return n->cyrillic >= 2 && n->cyrillic > n->latin;
	if (n->latin >= 2 && n->latin >= n->cyrillic)
		return true;
	if (l->language == LETTERS_RU)
		return n->kazakh >= 3;
	return n->cyrillic >= 4 && n->kazakh * 10 <= n->cyrillic;
}

static void end_line(struct look *l)
{
	l->odd |= is_odd_line(l);
	l->line = (struct line_count){0};
}

/* A capital Р, С, Т or У before a sign of three bytes or a quotation mark: half of a broken letter, or an abbreviation. */
static bool may_be_broken(const struct look *l, size_t from, size_t to)
{
	if (to - from != 2 || to >= l->text.len || (unsigned char)l->text.at[from] != 0xD0)
		return false;
	if (!strchr("\xA0\xA1\xA2\xA3", l->text.at[from + 1]))
		return false;
	return (unsigned char)l->text.at[to] == 0xE2 || (unsigned char)l->text.at[to] == 0xC2;
}

/* A question mark before a letter, or two: lost letters, or a space forgotten. */
static bool is_odd_mark(const struct look *l, size_t at)
{
	return at + 1 < l->text.len && ((unsigned char)l->text.at[at + 1] >= 0xD0 || l->text.at[at + 1] == '?');
}

static bool is_url(const struct look *l, size_t at)
{
	return str_starts(str_from(l->text, at), STR("://"));
}

static void end_word(struct look *l, size_t from, size_t to, unsigned classes, uint32_t hash, bool mixed_case)
{
	struct word_entry word = {.word = str_slice(l->text, from, to),
				  .hash = hash,
				  .language = (uint8_t)l->language,
				  .latin = classes == POINT_LATIN};
	uint32_t number;

	if (classes == POINT_DIGIT) {
		l->odd |= to - from == 12;
		return;
	}
	l->line.cyrillic += (classes & POINT_ANY_CYRILLIC) != 0;
	l->line.kazakh += (classes & POINT_KAZAKH) != 0;
	l->line.latin += !(classes & POINT_ANY_CYRILLIC) && (classes & POINT_ANY_LATIN);
	if ((classes & ~(unsigned)POINT_PLAIN_CYRILLIC) && classes != POINT_LATIN) {
		/* Latin letters and digits (B2B, H1N1, KZ86) are names of things. */
		l->odd |= (classes & ~(unsigned)(POINT_LATIN | POINT_DIGIT)) != 0;
		return;
	}
	l->odd |= (mixed_case && !word.latin) || may_be_broken(l, from, to);
	number = word_table_add(l->table, &word, 1);
	vec_push(l->numbers, ((struct word_at){number, (uint32_t)from}));
}

/* Looks at the word that begins at `at`; its end. */
static size_t look_word(struct look *l, size_t at)
{
	/* FNV-1a, 32 bits. */
	uint32_t hash = 2166136261U;
	unsigned classes = 0, class;
	size_t from = at, n;
	bool small = false, mixed = false;
	uint32_t point;

	while (at < l->text.len && (class = next(l, at, &point, &n)) != POINT_OTHER) {
		bool upper = (point >= 0x0410 && point <= 0x042F) || point == 0x0406 || point == 0x0401;

		classes |= class;
		mixed |= small && upper;
		small |= !upper;
		for (size_t i = 0; i < n; i++)
			hash = (hash ^ (unsigned char)l->text.at[at + i]) * 16777619U;
		at += n;
	}
	end_word(l, from, at, classes, hash, mixed);
	return at;
}

/* Past "://": the host is looked at like words, the path is not. */
static size_t pass_path(const struct look *l, size_t at)
{
	uint32_t point;
	size_t n;

	while (at < l->text.len && (next(l, at, &point, &n), !points_ends_url(point)))
		at += n;
	return at;
}

bool look_quick(const struct points *points, struct word_table *table, enum letters_language language, struct str text,
		word_numbers *numbers)
{
	struct look l = {.points = points, .table = table, .language = language, .text = text, .numbers = numbers};
	bool in_host = false;

	for (size_t at = 0; at < text.len;) {
		uint32_t point;
		size_t n;

		if (next(&l, at, &point, &n) != POINT_OTHER) {
			at = look_word(&l, at);
			continue;
		}
		if (point == '\n')
			end_line(&l);
		else if (point == '?')
			l.odd |= is_odd_mark(&l, at);
		else if (point == ':' && is_url(&l, at))
			in_host = true, n = 3;
		else if (in_host && point == '/')
			n = pass_path(&l, at) - at;
		if (point == '/' || points_ends_url(point))
			in_host = false;
		at += n;
	}
	end_line(&l);
	return l.odd;
}
