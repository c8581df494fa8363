#include "search/query_read.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "letters/layout.h"
#include "search/weights.h"

static const struct {
	const char *typed, *meant; /* ways to read it with | between */
} latin[] = {
#define LATIN(typed, meant) {typed, meant},
#define SMALL(words)
#include "search/readings.def"
#undef LATIN
#undef SMALL
};

enum { LATIN_ROWS = sizeof latin / sizeof *latin };

static const char *const small[] = {
#define LATIN(typed, meant)
#define SMALL(words) words,
#include "search/readings.def"
#undef LATIN
#undef SMALL
};

/* Ways to read one word in Latin letters, and letters of the longest row of readings.def. */
enum { WAYS = 8, TYPED_LONGEST = 4 };

/* Letters of what is taken for an ending behind a hyphen. */
enum { ENDING_LONGEST = 6 };

struct reader {
	const struct analysis *an;
	const struct stems *st;
	struct map small; /* word -> itself */
};

struct reader *reader_new(const struct analysis *an, const struct stems *st)
{
	struct reader *rd = mem_zero(1, sizeof *rd);

	rd->an = an;
	rd->st = st;
	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		struct str rest = str_of(small[i]), word;

		while (str_split(&rest, ' ', &word))
			map_put(&rd->small, word, (void *)(uintptr_t)word.at);
	}
	return rd;
}

void reader_free(struct reader *rd)
{
	if (!rd)
		return;
	map_clear(&rd->small);
	free(rd);
}

void query_pieces_clear(query_pieces *pieces)
{
	for (size_t i = 0; i < pieces->len; i++)
		vec_clear(&pieces->at[i].readings);
	vec_clear(pieces);
}

/* ---- signs ---- */

static bool is_latin(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_cyrillic(uint32_t c)
{
	return c >= 0x0400 && c <= 0x052F;
}

/* Where the row of digits gives letters, and signs of the English layout that are letters on another. */
static bool is_key(uint32_t c)
{
	return c < 0x80 && c && strchr("0123456789[];',.=/-", (int)c);
}

/* Neither digits nor what stands in numbers and at the end of sentences. */
static bool is_more(uint32_t c)
{
	return c >= 0x80 || !c || !strchr("0123456789.,:;!?-", (int)c);
}

/* White space as JavaScript's \s has it. */
static bool is_space(uint32_t c)
{
	return (c >= 9 && c <= 13) || c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
	       c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

static bool has(struct str text, bool (*is)(uint32_t c))
{
	uint32_t c;

	for (size_t at = 0; at < text.len;) {
		at += utf8_decode(text, at, &c);
		if (is(c))
			return true;
	}
	return false;
}

static void add_point(struct buf *out, uint32_t point)
{
	char bytes[4];

	buf_add(out, (struct str){bytes, utf8_encode(point, bytes)});
}

/* ---- keyboards ---- */

enum keys { TO_RUSSIAN = LAYOUT_RUSSIAN, TO_KAZAKH = LAYOUT_KAZAKH, TO_ENGLISH = LAYOUT_COUNT };

static uint32_t typed_point(enum keys keys, uint32_t c)
{
	if (keys == TO_ENGLISH)
		return is_cyrillic(c) || c < 0x80 || c == 0x2116 ? layout_to_english(c) : c;
	return c < 0x80 ? layout_from_english((enum layout)keys, c) : c;
}

/* What the same keys give on another keyboard. */
static struct str typed_on(enum keys keys, struct str text, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;
	uint32_t c;

	for (size_t at = 0; at < text.len;) {
		at += utf8_decode(text, at, &c);
		add_point(&out, typed_point(keys, c));
	}
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

/* ---- Latin letters ---- */

/* The number of the first row whose letters stand at `at`; LATIN_ROWS: none. */
static size_t row_at(struct str text, size_t at)
{
	size_t i = 0;

	while (i < LATIN_ROWS && !str_starts(str_from(text, at), str_of(latin[i].typed)))
		i++;
	return i;
}

static bool is_typed(struct str sign)
{
	for (size_t i = 0; i < LATIN_ROWS; i++)
		if (str_eq(sign, str_of(latin[i].typed)))
			return true;
	return false;
}

/* The text in small letters without marks, but for what readings.def names. */
static void plain(const struct reader *rd, struct str text, struct buf *out)
{
	uint32_t c, letters[2];

	for (size_t at = 0, n; at < text.len; at += n) {
		int count;

		n = utf8_decode(text, at, &c);
		count = analysis_letters(rd->an, c, letters);
		if (count < 0 || is_typed(str_slice(text, at, at + n)))
			add_point(out, c);
		for (int i = 0; i < count && !is_typed(str_slice(text, at, at + n)); i++)
			add_point(out, letters[i]);
	}
}

/* The readings of a word so far. */
struct ways {
	struct buf at[WAYS];
	size_t len;
};

/* Each way goes on in each of the ways to read the next letters; the first WAYS of them are kept. */
static void go_on(struct ways *w, struct str meant)
{
	struct ways next = {.len = 0};

	for (size_t i = 0; i < w->len; i++) {
		struct str rest = meant, letters;

		do {
			size_t bar = str_find_byte(rest, '|');

			letters = str_slice(rest, 0, bar);
			rest = bar == SIZE_MAX ? STR_NONE : str_from(rest, bar + 1);
			if (next.len < WAYS) {
				buf_add(&next.at[next.len], buf_str(&w->at[i]));
				buf_add(&next.at[next.len++], letters);
			}
		} while (rest.len);
		buf_clear(&w->at[i]);
	}
	*w = next;
}

static void from_latin(const struct reader *rd, struct str text, struct ways *w)
{
	struct buf letters = BUF_INIT;
	uint32_t c;

	*w = (struct ways){.len = 1};
	plain(rd, text, &letters);
	for (size_t at = 0; at < letters.len;) {
		size_t row = row_at(buf_str(&letters), at);
		size_t n = row < LATIN_ROWS ? strlen(latin[row].typed) : utf8_decode(buf_str(&letters), at, &c);

		go_on(w, row < LATIN_ROWS ? str_of(latin[row].meant) : str_slice(buf_str(&letters), at, at + n));
		at += n;
	}
	buf_clear(&letters);
}

/* ---- words ---- */

static bool is_small(const struct reader *rd, struct str word)
{
	struct buf skeleton = BUF_INIT;
	bool found;

	stem_skeleton(rd->st, word, &skeleton);
	found = map_get(&rd->small, buf_str(&skeleton)) || map_get(&rd->small, word);
	buf_clear(&skeleton);
	return found;
}

/* What endings alone would be: of a stem that fits them all nothing else is left. */
static bool is_ending(const struct reader *rd, struct str word)
{
	static const char *const stems[] = {"каркар", "карка", "керкер", "керке"};
	bool found = false;

	if (utf8_count(word) > ENDING_LONGEST || !has(word, is_cyrillic))
		return false;
	for (size_t i = 0; i < sizeof stems / sizeof *stems && !found; i++) {
		struct buf whole = BUF_INIT, key = BUF_INIT, own = BUF_INIT;

		buf_addf(&whole, "%s%.*s", stems[i], STR_ARG(word));
		stem_key(rd->st, STEM_KAZAKH, buf_str(&whole), &key);
		stem_key(rd->st, STEM_KAZAKH, str_of(stems[i]), &own);
		found = str_eq(buf_str(&key), buf_str(&own));
		buf_clear(&whole);
		buf_clear(&key);
		buf_clear(&own);
	}
	return found;
}

/* The words of a text, without endings behind a hyphen, as on abbreviations: ИИН-ім. */
static void words_of(const struct reader *rd, struct str text, bool is_skeleton, struct arena *a,
		     struct query_reading *out)
{
	word_places found = {0};

	analysis_places(rd->an, text, a, &found);
	out->words = arena_array(a, struct asked_word, found.len);
	for (size_t i = 0; i < found.len; i++) {
		struct word_place *p = &found.at[i];

		if (i > 0 && str_eq(str_slice(text, p[-1].to, p->from), STR("-")) && is_ending(rd, p->word))
			continue;
		out->words[out->count++] = (struct asked_word){
			.word = p->word, .is_small = is_small(rd, p->word), .is_skeleton = is_skeleton};
	}
	vec_clear(&found);
}

/* ---- pieces ---- */

static bool same_words(const struct query_reading *x, const struct query_reading *y)
{
	size_t i = 0;

	if (x->count != y->count)
		return false;
	while (i < x->count && str_eq(x->words[i].word, y->words[i].word))
		i++;
	return i == x->count;
}

static double worth_of(enum reading reading)
{
	return reading == READING_LAYOUT ? weights[W_layout] : reading == READING_LATIN ? weights[W_latin] : 1;
}

/* Adds a reading that has words which no reading before has. */
static void add(const struct reader *rd, struct query_piece *p, enum reading reading, struct str text, struct arena *a)
{
	struct query_reading r = {.reading = reading, .text = text, .worth = worth_of(reading)};

	words_of(rd, text, reading == READING_LATIN, a, &r);
	if (!r.count)
		return;
	for (size_t i = 0; i < p->readings.len; i++)
		if (same_words(&p->readings.at[i], &r))
			return;
	vec_push(&p->readings, r);
}

static void add_latin(const struct reader *rd, struct query_piece *p, struct str text, struct arena *a)
{
	struct ways ways;

	from_latin(rd, text, &ways);
	for (size_t i = 0; i < ways.len; i++) {
		add(rd, p, READING_LATIN, arena_str(a, buf_str(&ways.at[i])), a);
		buf_clear(&ways.at[i]);
	}
}

static bool all_small(const struct query_reading *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (!r->words[i].is_small)
			return false;
	return r->count > 0;
}

static void read_piece(const struct reader *rd, struct str text, struct arena *a, struct query_piece *p)
{
	bool latin_letters = has(text, is_latin), cyrillic_letters = has(text, is_cyrillic);
	struct query_reading typed = {.reading = READING_TYPED, .text = arena_str(a, text), .worth = 1};

	words_of(rd, text, false, a, &typed);
	vec_push(&p->readings, typed);
	if (all_small(&typed))
		return; /* "was" is no вас */
	for (enum layout l = LAYOUT_RUSSIAN; l < LAYOUT_COUNT && (latin_letters || has(text, is_key)); l++) {
		struct str meant = typed_on((enum keys)l, text, a);

		if (has(meant, is_cyrillic) && has(text, is_more))
			add(rd, p, READING_LAYOUT, meant, a);
	}
	if (latin_letters && !cyrillic_letters)
		add_latin(rd, p, text, a);
	if (cyrillic_letters && !latin_letters) {
		struct str meant = typed_on(TO_ENGLISH, text, a);

		if (!has(meant, is_cyrillic))
			add(rd, p, READING_LAYOUT, meant, a);
	}
}

static bool has_words(const struct query_piece *p)
{
	for (size_t i = 0; i < p->readings.len; i++)
		if (p->readings.at[i].count)
			return true;
	return false;
}

void reader_read(const struct reader *rd, struct str query, struct arena *a, query_pieces *out)
{
	size_t from = 0;
	uint32_t c;

	for (size_t at = 0, n; at <= query.len; at += n) {
		struct query_piece p = {0};

		n = at < query.len ? utf8_decode(query, at, &c) : 1;
		if (at < query.len && !is_space(c))
			continue;
		if (at > from)
			read_piece(rd, str_slice(query, from, at), a, &p);
		if (has_words(&p))
			vec_push(out, p);
		else
			vec_clear(&p.readings);
		from = at + n;
	}
}
