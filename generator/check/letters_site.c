#include "check/letters_site.h"

#include "base/utf8.h"
#include "letters/restore.h"

/* Before a spelling is called the site's own it is seen so often, and so many times as often as the other. */
enum { OFTEN = 10, TIMES = 20 };

/* A shorter word, in bytes, is another word with another letter too often. */
enum { SHORTEST = 6 };

/* A word that is longer, in bytes, is compared with nothing. */
enum { LONGEST = 96 };

static void make_folds(struct site_spellings *s)
{
	for (uint32_t i = 0; i < FOLD_COUNT; i++) {
		s->small[i] = (uint16_t)points_lower(FOLD_FIRST + i);
		s->bare[i] = (uint16_t)points_russian(s->small[i]);
	}
}

static uint32_t point_at(struct str word, size_t at)
{
	return (uint32_t)((unsigned char)word.at[at] & 0x1F) << 6 | ((unsigned char)word.at[at + 1] & 0x3F);
}

/* A word of Cyrillic letters with each of them replaced, in `out`, which has LONGEST bytes; empty: it is no such word. */
static struct str fold(struct str word, const uint16_t *letters, char *out)
{
	if (word.len > LONGEST || word.len % 2)
		return STR_NONE;
	for (size_t at = 0; at < word.len; at += 2) {
		uint32_t point = point_at(word, at);

		if (((unsigned char)word.at[at] & 0xE0) != 0xC0 || point < FOLD_FIRST || point > FOLD_LAST)
			return STR_NONE;
		utf8_encode(letters[point - FOLD_FIRST], out + at);
	}
	return (struct str){out, word.len};
}

/* True where `bare` is `full` with some of its Kazakh letters as Russian ones; both are small and of one length. */
static bool is_barer(struct str bare, struct str full, const struct site_spellings *s)
{
	for (size_t at = 0; at < full.len; at += 2)
		if (point_at(bare, at) != point_at(full, at) &&
		    point_at(bare, at) != s->bare[point_at(full, at) - FOLD_FIRST])
			return false;
	return !str_eq(bare, full);
}

static bool is_kazakh_word(const struct word_entry *w)
{
	return w->language == LETTERS_KK && !w->latin && w->word.len >= SHORTEST;
}

/* The commonest spelling with Kazakh letters of each bare form. */
static void collect_common(const struct word_table *words, const struct site_spellings *s, struct arena *a,
			   struct map *common)
{
	char small_bytes[LONGEST + 2], bare_bytes[LONGEST + 2];

	for (size_t i = 0; i < words->count; i++) {
		struct site_spelling *found;
		struct str small, bare;

		if (!is_kazakh_word(&words->at[i]) || words->counts[i] < OFTEN)
			continue;
		small = fold(words->at[i].word, s->small, small_bytes);
		bare = fold(words->at[i].word, s->bare, bare_bytes);
		if (str_eq(small, bare))
			continue;
		found = map_get(common, bare);
		if (found && found->count >= words->counts[i])
			continue;
		if (!found) {
			found = arena_new(a, struct site_spelling);
			map_put(common, arena_str(a, bare), found);
		}
		*found = (struct site_spelling){arena_str(a, small), words->counts[i]};
	}
}

void site_spellings_find(struct site_spellings *s, const struct word_table *words, unsigned sure, struct arena *a)
{
	char small_bytes[LONGEST + 2], bare_bytes[LONGEST + 2];
	struct map common = {0};

	make_folds(s);
	collect_common(words, s, a, &common);
	for (size_t i = 0; common.len && i < words->count; i++) {
		struct site_spelling *best;
		struct str small;

		if (!is_kazakh_word(&words->at[i]) || (words->at[i].verdict & sure))
			continue;
		best = map_get(&common, fold(words->at[i].word, s->bare, bare_bytes));
		if (!best || best->count / TIMES < words->counts[i])
			continue;
		small = fold(words->at[i].word, s->small, small_bytes);
		if (is_barer(small, best->word, s) && !restore_both_words(small))
			map_put(&s->outliers, arena_str(a, small), best);
	}
	map_clear(&common);
}

const struct site_spelling *site_spelling_of(const struct site_spellings *s, struct str word)
{
	char bytes[LONGEST + 2];

	return s->outliers.len ? map_get(&s->outliers, fold(word, s->small, bytes)) : NULL;
}

void site_spellings_clear(struct site_spellings *s)
{
	map_clear(&s->outliers);
}
