#include "letters/misspelt.h"

/* Shorter words have too many neighbours, longer ones cost too much. In letters. */
enum { SHORTEST = 7, LONGEST = 24 };

struct search {
	const struct word_knowledge *knows;
	enum letters_language language;
	struct arena *arena;
	const uint32_t *word;
	size_t n;
	struct str found;
	bool several;
};

static bool is_known(const struct search *s, struct str word)
{
	const struct word_knowledge *k = s->knows;

	return s->language == LETTERS_RU ? k->russian(k->ctx, word) != KNOWS_NOT
					 : k->english(k->ctx, word) != KNOWS_NOT;
}

static void try(struct search *s, const uint32_t *point, size_t n)
{
	struct str word;

	if (s->several)
		return;
	word = points_text(point, n, s->arena);
	if (!is_known(s, word) || str_eq(s->found, word))
		return;
	s->several = s->found.len > 0;
	s->found = word;
}

/* Vowels that sound alike where they are not stressed, and signs that are taken for each other: а о, е и, ь ъ. */
static uint32_t twin(uint32_t letter)
{
	static const uint32_t pairs[][2] = {
		{0x0430, 0x043E}, {0x0435, 0x0438}, {0x044C, 0x044A}, {'a', 'e'}, {'e', 'i'}};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		for (size_t k = 0; k < 2; k++)
			if (pairs[i][k] == letter)
				return pairs[i][1 - k];
	return 0;
}

/*
 * The last letters are left alone: another ending is another form of the word, which a dictionary may lack. So are the
 * first, where раз and роз, при and пре are both right.
 */
enum { ENDING = 3, ENDING_VOWEL = 5, PREFIX = 3 };

static void try_twins(struct search *s)
{
	uint32_t point[LONGEST];

	for (size_t i = PREFIX; i + ENDING_VOWEL < s->n; i++) {
		memcpy(point, s->word, s->n * sizeof *point);
		point[i] = twin(s->word[i]);
		if (point[i])
			try(s, point, s->n);
	}
}

/* нн for н, н for нн. */
static void try_doubles(struct search *s)
{
	uint32_t point[LONGEST + 1];

	for (size_t i = 1; i + ENDING < s->n; i++) {
		bool doubled = s->word[i] == s->word[i - 1];

		memcpy(point, s->word, i * sizeof *point);
		if (!doubled)
			point[i] = s->word[i - 1];
		memcpy(point + i + !doubled, s->word + i + doubled, (s->n - i - doubled) * sizeof *point);
		try(s, point, doubled ? s->n - 1 : s->n + 1);
	}
}

/* Two letters that changed places. */
static void try_swaps(struct search *s)
{
	uint32_t point[LONGEST];

	for (size_t i = PREFIX - 1; i + ENDING < s->n; i++) {
		memcpy(point, s->word, s->n * sizeof *point);
		point[i] = s->word[i + 1];
		point[i + 1] = s->word[i];
		try(s, point, s->n);
	}
}

/* British ways of writing that the American dictionary lacks; a word that it has after the change is right. */
static bool is_british(const struct search *s, struct str word)
{
	static const char *const ways[][2] = {{"our", "or"},	 {"is", "iz"},	   {"ys", "yz"},     {"ll", "l"},
					      {"ence", "ense"},	 {"tre", "ter"},   {"grey", "gray"}, {"ae", "e"},
					      {"oe", "e"},	 {"ogue", "og"},   {"amme", "am"},   {"l", "ll"},
					      {"eable", "able"}, {"ement", "ment"}};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct str from = str_of(ways[i][0]);

		for (size_t at = 0; (at = str_find(word, from, at)) != SIZE_MAX; at++)
			if (is_known(s, arena_printf(s->arena, "%.*s%s%.*s", STR_ARG(str_slice(word, 0, at)),
						     ways[i][1], STR_ARG(str_from(word, at + from.len)))))
				return true;
	}
	return false;
}

static bool may_be_misspelt(const struct search *s, struct str word)
{
	if (s->n < SHORTEST || s->n > LONGEST || s->language == LETTERS_KK)
		return false;
	for (size_t i = 0; i < s->n; i++)
		if (points_class(s->word[i]) != (s->language == LETTERS_RU ? POINT_RUSSIAN : POINT_LATIN) ||
		    points_is_upper(s->word[i]))
			return false;
	if (is_known(s, word) || (s->language == LETTERS_EN && is_british(s, word)))
		return false;
	return s->language == LETTERS_EN || !s->knows->kazakh(s->knows->ctx, word);
}

struct str misspelt_meant(const struct word_knowledge *knows, enum letters_language language, struct str word,
			  struct arena *a)
{
	struct point_text t = points_take(word, a);
	struct search s = {.knows = knows, .language = language, .arena = a, .word = t.point, .n = t.count};

	if (!may_be_misspelt(&s, word))
		return STR_NONE;
	try_twins(&s);
	try_doubles(&s);
	try_swaps(&s);
	return s.several ? STR_NONE : s.found;
}
