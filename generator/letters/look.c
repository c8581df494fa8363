#include "letters/look.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "letters/person.h"

/* ---- the table ---- */

enum { SLOTS_FIRST = 1024 };

/* All that a word seen before needs lies in one place of memory. */
struct word_slot {
	uint64_t hash;
	uint32_t number; /* + 1; 0: free */
};

static inline struct word_slot *slot_of(const struct word_table *t, uint64_t hash)
{
	size_t i = hash & (t->slot_count - 1);

	while (t->slots[i].number && t->slots[i].hash != hash)
		i = (i + 1) & (t->slot_count - 1);
	return &t->slots[i];
}

/* Counts a word that is in the table; false where it is not. */
static inline bool find(struct word_table *t, uint64_t hash, uint32_t *number)
{
	const struct word_slot *slot;

	if (!t->slot_count)
		return false;
	slot = slot_of(t, hash);
	*number = slot->number - 1;
	if (!slot->number)
		return false;
	t->counts[*number]++;
	return true;
}

static void grow_slots(struct word_table *t)
{
	size_t slots = t->slot_count ? t->slot_count * 2 : SLOTS_FIRST;

	free(t->slots);
	t->slots = mem_zero(slots, sizeof *t->slots);
	t->slot_count = slots;
	for (size_t i = 0; i < t->count; i++)
		*slot_of(t, t->at[i].hash) = (struct word_slot){t->at[i].hash, (uint32_t)i + 1};
}

static uint32_t add_entry(struct word_table *t, const struct word_entry *word)
{
	if (t->count == t->cap) {
		t->at = vec_grow(t->at, &t->cap, sizeof *t->at);
		t->counts = mem_resize(t->counts, t->cap * sizeof *t->counts);
	}
	t->at[t->count] = *word;
	t->counts[t->count] = 0;
	return (uint32_t)t->count++;
}

uint32_t word_table_add(struct word_table *t, const struct word_entry *word, uint32_t times)
{
	struct word_slot *slot;

	if (t->count * 2 >= t->slot_count)
		grow_slots(t);
	slot = slot_of(t, word->hash);
	if (!slot->number)
		*slot = (struct word_slot){word->hash, add_entry(t, word) + 1};
	t->counts[slot->number - 1] += times;
	return slot->number - 1;
}

void word_table_clear(struct word_table *t)
{
	free(t->at);
	free(t->counts);
	free(t->slots);
	*t = (struct word_table){0};
}

/* ---- the look ---- */

/* Odd, with its bits evenly mixed: 2^64 divided by the golden ratio. */
#define HASH_FACTOR 0x9E3779B97F4A7C15U

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
	struct word_entry waiting; /* the word read last, not yet in the table; empty: none */
	unsigned odd;		   /* enum look_result */
};

/* The class of the code point at `at`, and how many bytes it has. Most text is letters of two bytes. */
static inline unsigned next(const struct look *l, size_t at, uint32_t *point, size_t *n)
{
	unsigned char c = (unsigned char)l->text.at[at];

	if (c >= 0xC2 && c < 0xE0 && at + 1 < l->text.len) {
		*point = (uint32_t)(c & 0x1F) << 6 | ((unsigned char)l->text.at[at + 1] & 0x3F);
		*n = 2;
		return l->points->class[*point];
	}
	if (c < 0x80) {
		*point = c;
		*n = 1;
		return l->points->class[c];
	}
	*n = utf8_decode(l->text, at, point);
	return points_of(l->points, *point);
}

static unsigned judge_line(const struct look *l)
{
	const struct line_count *n = &l->line;

	if (l->language == LETTERS_EN)
		return n->cyrillic >= 2 && n->cyrillic > n->latin ? LOOK_ODD : 0;
	if (n->latin >= 2 && n->latin >= n->cyrillic)
		return LOOK_ODD;
	if (l->language == LETTERS_RU)
		return n->kazakh >= 3 ? LOOK_ODD : 0;
	return n->cyrillic >= 4 && n->kazakh * 10 <= n->cyrillic ? LOOK_LINE : 0;
}

static void end_line(struct look *l)
{
	l->odd |= judge_line(l);
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

/* Latin letters and digits (B2B, H1N1, KZ86) are names of things. */
static bool is_odd(unsigned classes)
{
	return classes & ~(unsigned)(POINT_LATIN | POINT_DIGIT);
}

static void settle(struct look *l)
{
	const struct word_entry *word = &l->waiting;
	uint32_t number;

	if (!word->word.len)
		return;
	if (!find(l->table, word->hash, &number))
		number = word_table_add(l->table, word, 1);
	vec_push(l->numbers, ((struct word_at){number, (uint32_t)(word->word.at - l->text.at)}));
	l->waiting.word.len = 0;
}

/*
 * A word of the letters of one alphabet goes into the table; but while the memory of its slot is on its way, the next word
 * is read.
 */
static void add_word(struct look *l, size_t from, size_t to, bool latin, uint64_t hash)
{
	settle(l);
	hash = (hash ^ (uint64_t)l->language) * HASH_FACTOR;
	hash ^= hash >> 32;
	if (l->table->slot_count)
		__builtin_prefetch(&l->table->slots[hash & (l->table->slot_count - 1)]);
	l->waiting = (struct word_entry){str_slice(l->text, from, to), hash, (uint8_t)l->language, latin, 0};
}

static void end_word(struct look *l, size_t from, size_t to, unsigned classes, uint64_t hash)
{
	bool plain = !(classes & ~(unsigned)POINT_PLAIN_CYRILLIC), latin = classes == POINT_LATIN;

	l->line.cyrillic += (classes & POINT_ANY_CYRILLIC) != 0;
	l->line.kazakh += (classes & POINT_KAZAKH) != 0;
	l->line.latin += !(classes & POINT_ANY_CYRILLIC) && (classes & POINT_ANY_LATIN);
	if (plain || latin)
		add_word(l, from, to, latin, hash);
	else if (classes == POINT_DIGIT ? person_number(str_slice(l->text, from, to)) : is_odd(classes))
		l->odd |= LOOK_ODD;
}

/* Looks at the word that begins at `at`; its end. */
static size_t look_word(struct look *l, size_t at)
{
	uint64_t hash = 0;
	unsigned classes = 0, small = 0, mixed = 0, class;
	size_t from = at, n;
	uint32_t point;

	while (at < l->text.len && (class = next(l, at, &point, &n)) != POINT_OTHER) {
		classes |= class;
		mixed |= small & class;
		small |= ~class;
		hash = (hash ^ point) * HASH_FACTOR;
		at += n;
	}
	classes &= ~(unsigned)POINT_CAPITAL;
	end_word(l, from, at, classes, hash);
	if ((mixed & POINT_CAPITAL) || (at - from == 2 && may_be_broken(l, from, at)))
		l->odd |= LOOK_ODD;
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

unsigned look_quick(const struct points *points, struct word_table *table, enum letters_language language,
		    struct str text, word_numbers *numbers)
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
			l.odd |= is_odd_mark(&l, at) ? LOOK_ODD : 0;
		else if (point == ':' && is_url(&l, at))
			in_host = true, n = 3;
		else if (in_host && point == '/')
			n = pass_path(&l, at) - at;
		if (point == '/' || points_ends_url(point))
			in_host = false;
		at += n;
	}
	end_line(&l);
	settle(&l);
	return l.odd;
}
