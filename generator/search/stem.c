#include "search/stem.h"

#include <string.h>

#include "base/utf8.h"
#include "search/stem_rules.h"

static bool is(const struct stem_rules *rules, uint32_t letter, unsigned set)
{
	return letter < STEM_LETTERS && rules->letters.is[letter] >> set & 1;
}

/* The last vowel decides: STEM_BACK or STEM_FRONT; 0 where it takes both. */
static unsigned harmony_of(const struct stem_rules *rules, const struct stem_points *w, size_t len)
{
	while (len-- > 0)
		if (is(rules, w->at[len], STEM_VOWELS))
			return is(rules, w->at[len], STEM_BACK)	   ? STEM_BACK
			       : is(rules, w->at[len], STEM_FRONT) ? STEM_FRONT
								   : 0;
	return 0;
}

static bool fits(const struct stem_rules *rules, const struct stem_points *w, size_t len, const struct stem_ending *e)
{
	size_t rest = len - e->len;
	uint32_t before;
	unsigned harmony;

	if ((size_t)e->len + e->least > len || memcmp(w->at + rest, e->form, e->len * sizeof *e->form) != 0)
		return false;
	before = w->at[rest - 1];
	if (e->after && !(before < STEM_LETTERS && rules->letters.sound[before] >> e->after & 1))
		return false;
	harmony = e->harmony ? harmony_of(rules, w, rest) : 0;
	return !harmony || harmony == e->harmony;
}

/* A stem has a vowel and three letters; or two, if it begins with the vowel, and lost two or more. */
static bool is_stem(const struct stem_rules *rules, const struct stem_points *w, size_t len)
{
	size_t vowel = 0;

	while (vowel < len && !is(rules, w->at[vowel], STEM_VOWELS))
		vowel++;
	if (vowel == len)
		return false;
	return len > 2 || (vowel == 0 && w->len - len > 1 && is(rules, w->at[1], STEM_SECOND));
}

/* How many letters of a word chains of endings leave, from the whole word down; gives how many numbers there are. */
static size_t lengths_of(const struct stem_rules *rules, const struct stem_points *w, uint8_t lengths[TOKEN_LONGEST])
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
			const struct stem_ending *e = &rules->endings.at[i];

			if (kinds[n] & e->to && fits(rules, w, n, e))
				kinds[n - e->len] |= e->from;
		}
	}
	return count;
}

/* How many letters of a word are its stem: the fewest that any chain of endings leaves. */
static size_t stem_length(const struct stem_rules *rules, const struct stem_points *w)
{
	uint8_t lengths[TOKEN_LONGEST];
	size_t count = lengths_of(rules, w, lengths);

	return lengths[count - 1];
}

static bool is_closed(const struct stems *st, uint32_t c)
{
	return c >= STEM_LETTERS || !st->is_open[c];
}

/* A stem as it would be as a word: кітаб- is кітап, and халық, of which халқ- is left in other forms, the same. */
static void end_stem(const struct stems *st, struct stem_points *w)
{
	uint32_t last, before;

	if (w->len < 3)
		return;
	last = stem_mapped(st->hard, w->at[w->len - 1]);
	before = w->at[w->len - 2];
	if (w->len > 3 && before < STEM_LETTERS && st->is_short[before] && is_closed(st, w->at[w->len - 1]) &&
	    is_closed(st, w->at[w->len - 3]))
		w->len--;
	w->at[w->len - 1] = last;
}

static void add_points(const struct stem_points *w, struct buf *out)
{
	char bytes[4];

	for (size_t i = 0; i < w->len; i++)
		buf_add(out, (struct str){bytes, utf8_encode(w->at[i], bytes)});
}

void stem_word(const struct stems *st, enum stem_language language, struct str word, struct buf *out)
{
	struct stem_points w;

	stem_points_of(word, &w);
	w.len = stem_length(&st->rules[language][0], &w);
	end_stem(st, &w);
	add_points(&w, out);
}

size_t stem_key(const struct stems *st, enum stem_language language, struct str word, struct buf *out)
{
	struct stem_points w;
	size_t len;

	stem_points_of(word, &w);
	stem_points_fold(st, &w);
	len = w.len;
	w.len = stem_length(&st->rules[language][1], &w);
	len -= w.len;
	end_stem(st, &w);
	add_points(&w, out);
	return len;
}

/* The first letters of a word as a word: кітаб- is кітап. */
static struct str root_of(const struct stems *st, const struct stem_points *w, size_t len, struct arena *a)
{
	struct stem_points root = *w;
	struct buf text = BUF_INIT;
	struct str kept;

	root.len = len;
	if (len < w->len)
		root.at[len - 1] = stem_mapped(st->hard, root.at[len - 1]);
	add_points(&root, &text);
	kept = arena_str(a, buf_str(&text));
	buf_clear(&text);
	return kept;
}

size_t stem_roots(const struct stems *st, enum stem_language language, bool is_skeleton, struct str word,
		  struct arena *a, struct str out[TOKEN_LONGEST])
{
	uint8_t lengths[TOKEN_LONGEST];
	struct stem_points w;
	size_t count;

	stem_points_of(word, &w);
	if (is_skeleton)
		stem_points_fold(st, &w);
	count = lengths_of(&st->rules[language][is_skeleton], &w, lengths);
	for (size_t i = 0; i < count; i++)
		out[i] = root_of(st, &w, lengths[i], a);
	return count;
}

void stem_skeleton(const struct stems *st, struct str word, struct buf *out)
{
	struct stem_points w;

	stem_points_of(word, &w);
	stem_points_fold(st, &w);
	add_points(&w, out);
}

enum stem_language stem_language_of(struct str code, struct str word)
{
	uint32_t c;

	for (size_t at = 0; at < word.len;) {
		at += utf8_decode(word, at, &c);
		if (c >= 0x0400 && c < STEM_LETTERS)
			return str_eq(code, STR("kk")) ? STEM_KAZAKH : STEM_RUSSIAN;
	}
	return STEM_ENGLISH;
}
