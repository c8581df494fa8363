#include "letters/restore.h"

#include <math.h>

#include "base/utf8.h"

/*
 * The weights of what is known of a spelling, in nats; fitted by multinomial logistic regression over news text into
 * which slips were put, so that each word's right spelling came out as the likeliest of all.
 */
static const float by_letters = 0.44F, by_stem = 0.34F, by_dictionary = 0.65F;
static const float by_list[4] = {0, 0.85F, 2.5F, 3.2F};
/* A word is more likely right than not; more so a short one, and one with a Kazakh letter, whose writer has them. */
static const float as_it_stands = 2.45F, as_short = 0.4F, as_kazakh = 0.2F;
/* Names: what a Russian dictionary knows with a capital, and capitals inside a sentence. */
static const float as_russian_name = 7, as_russian_word = 2, as_name = 0.7F, as_russian_short = 1;
/* How much likelier the repair must be than the word, and than the next repair: found by counting false alarms. */
static const float sure = 3.5F, alone = 1;

/* A stem of this weight is a word for certain: a headword, or one that texts have. */
static const float sure_stem = 1.5F;

/* The most that a stem and a dictionary can add. */
static const float most_more = 0.34F * 6 + 0.65F;

enum { SHORTEST = 3, SHORT = 4, SHORTEST_CAPITALS = 6, MOST_SPELLINGS = 4096, KEPT = 6 };

struct spelling {
	struct letters word;
	float rough, likelihood;
};

/* The spellings of a word, best first by what is soon known. */
struct search {
	const struct restore *r;
	const struct letters *word;
	struct letters now;
	float hopeless; /* a spelling whose first letters are less likely than this cannot win */
	struct spelling best[KEPT];
	size_t len;
};

enum { A = 1, AE, G = 5, GH, YO = 9, I_RUSSIAN = 12, K = 14, Q, O = 20, OE, U = 26, UU, UE, H = 31, Y = 37, I = 38 };

static bool is_q(uint8_t letter)
{
	return letter == Q || letter == GH;
}

static bool is_front(uint8_t letter)
{
	return letter == AE || letter == OE || letter == UE || letter == I;
}

static bool is_vowel(uint8_t letter)
{
	return letter == A || letter == AE || letter == 8 || letter == YO || letter == I_RUSSIAN || letter == O ||
	       letter == OE || (letter >= U && letter <= UE) || letter == Y || letter == I || letter >= 40;
}

static uint8_t vowel_before(const struct letters *word)
{
	for (size_t i = word->len; i > 0; i--)
		if (is_vowel(word->at[i - 1]))
			return word->at[i - 1];
	return 0;
}

/* No word has қ or ғ beside a front vowel, nor clearly front and clearly back vowels in neighbouring syllables. */
static bool may_come(const struct letters *word, uint8_t letter)
{
	uint8_t before = word->len ? word->at[word->len - 1] : 0, vowel;

	if ((is_q(before) && is_front(letter)) || (is_front(before) && is_q(letter)))
		return false;
	if (letter != AE && letter != OE && letter != UE && letter != O && letter != UU && letter != Y)
		return true;
	vowel = vowel_before(word);
	if (letter == AE || letter == OE || letter == UE)
		return vowel != O && vowel != UU && vowel != Y;
	return !is_front(vowel);
}

/* All that is known without a dictionary and without looking for a stem. */
static float plain_likelihood(const struct restore *r, const struct letters *word)
{
	return by_letters * lexicon_cost(r->lex, word) + by_list[lexicon_find(r->lex, word).seen];
}

static bool is_known(const struct restore *r, enum restore_dictionary which, struct str word)
{
	return r->known && r->known(r->ctx, which, word);
}

static float full_likelihood(const struct restore *r, const struct letters *word)
{
	char text[2 * ALPHABET_LONGEST];

	return plain_likelihood(r, word) + by_stem * restore_stem(r->lex, word) +
	       (is_known(r, RESTORE_KAZAKH, alphabet_text(word, text)) ? by_dictionary : 0);
}

static unsigned how_many(const struct letters *word, uint8_t letter)
{
	unsigned n = 0;

	for (size_t i = 0; i < word->len; i++)
		n += word->at[i] == letter;
	return n;
}

/* Keeps the spelling if it is among the best. */
static void offer(struct search *s, float letters)
{
	struct lexicon_fact fact = lexicon_find(s->r->lex, &s->now);
	struct spelling found = {s->now, letters + 2 * logf(1 + (float)fact.count) + 2 * (float)fact.seen, 0};
	size_t at = s->len;

	if (memcmp(s->now.at, s->word->at, s->now.len) == 0)
		return;
	/* Few words have һ: only one that is known well may have been meant. */
	if (fact.count + fact.seen < 2 && how_many(&s->now, H) > how_many(s->word, H))
		return;
	while (at > 0 && s->best[at - 1].rough < found.rough)
		at--;
	if (at == KEPT)
		return;
	s->len += s->len < KEPT;
	memmove(&s->best[at + 1], &s->best[at], (s->len - at - 1) * sizeof *s->best);
	found.likelihood = by_letters * letters + by_list[fact.seen];
	s->best[at] = found;
}

static void spell(struct search *s, uint32_t group, float letters)
{
	size_t at = s->now.len;

	if (letters < s->hopeless)
		return;
	if (at == s->word->len) {
		offer(s, letters + lexicon_step(s->r->lex, &group, ALPHABET_END));
		return;
	}

	uint8_t options[3];
	size_t count = alphabet_meant(s->word->at[at], options);

	for (size_t i = 0; i < count; i++) {
		uint32_t next = group;

		if (!may_come(&s->now, options[i]))
			continue;
		s->now.at[at] = options[i];
		s->now.len = at + 1;
		spell(s, next, letters + lexicon_step(s->r->lex, &next, options[i]));
		s->now.len = at;
	}
}

static size_t spellings(const struct letters *word)
{
	size_t product = 1;

	for (size_t i = 0; i < word->len && product <= MOST_SPELLINGS; i++) {
		uint8_t options[3];

		product *= alphabet_meant(word->at[i], options);
	}
	return product;
}

enum capitals { NONE, FIRST, ALL, MIXED };

static enum capitals capitals_of(struct str word)
{
	size_t count = 0, letters = 0;
	bool first = false;

	for (size_t at = 0; at < word.len; letters++) {
		uint32_t point;
		bool capital = false;

		at += utf8_decode(word, at, &point);
		alphabet_number(point, &capital);
		count += capital;
		first |= capital && letters == 0;
	}
	return count == 0 ? NONE : count == letters && letters > 1 ? ALL : count == 1 && first ? FIRST : MIXED;
}

bool restore_both_words(struct str word)
{
#define BOTH_WORDS(WORD) STR(WORD),
	const struct str both[] = {
#include "letters/both_words.def"
	};
#undef BOTH_WORDS

	for (size_t i = 0; i < sizeof both / sizeof *both; i++)
		if (str_eq(both[i], word))
			return true;
	return false;
}

/* Words that are left alone whatever their letters; text: the word in small letters. */
static bool is_exempt(struct str text, const struct letters *word, enum capitals capitals, unsigned place)
{
	return word->len < SHORTEST || capitals == MIXED || (capitals == ALL && word->len < SHORTEST_CAPITALS) ||
	       (capitals != NONE && place & RESTORE_HYPHEN) || str_ends(text, STR("ый")) || str_ends(text, STR("ий")) ||
	       restore_both_words(text);
}

static bool has_kazakh(const struct letters *word)
{
	for (size_t i = 0; i < word->len; i++)
		if (alphabet_russian(word->at[i]) != word->at[i])
			return true;
	return false;
}

/* How often the texts that words are counted in have one of the commonest: және 1618, болады 532, but ғана 93. */
enum { VERY_COMMON = 500 };

/* A Russian word, and no name, is written with a small letter as well. */
static bool is_ordinary_russian(const struct restore *r, const struct letters *letters)
{
	char room[2 * ALPHABET_LONGEST];

	return is_known(r, RESTORE_RUSSIAN, alphabet_text(letters, room));
}

/* What speaks for the word as it stands, whatever its letters. */
static float standing(const struct restore *r, struct str word, const struct letters *letters, enum capitals capitals,
		      unsigned place)
{
	float sum = as_it_stands + (letters->len <= SHORT ? as_short : 0) + (has_kazakh(letters) ? as_kazakh : 0);

	if (capitals == NONE)
		return sum + (letters->len <= SHORT && is_known(r, RESTORE_RUSSIAN, word) ? as_russian_short : 0);
	if (is_known(r, RESTORE_RUSSIAN, word))
		return sum +
		       (place & RESTORE_BEGINS && is_ordinary_russian(r, letters) ? as_russian_word : as_russian_name);
	return sum + (place & RESTORE_BEGINS ? 0 : as_name);
}

static struct str like_case(const struct letters *word, enum capitals capitals, struct arena *a)
{
	char text[2 * ALPHABET_LONGEST];
	size_t len = 0;

	for (size_t i = 0; i < word->len; i++)
		len += utf8_encode(alphabet_letter(word->at[i], capitals == ALL || (capitals == FIRST && i == 0)),
				   text + len);
	return arena_str(a, (struct str){text, len});
}

/* The likeliest spelling, where it is so by far; NULL else. against: what speaks for the word, but for stem, dictionary. */
static const struct spelling *clear_best(struct search *s, float against)
{
	const struct spelling *best = NULL;
	float first = -INFINITY, second = -INFINITY, top = -INFINITY;

	/* Most words end here, before dictionaries are asked. */
	for (size_t i = 0; i < s->len; i++)
		top = s->best[i].likelihood > top ? s->best[i].likelihood : top;
	if (top + most_more < against + sure)
		return NULL;
	for (size_t i = 0; i < s->len; i++) {
		float likelihood = full_likelihood(s->r, &s->best[i].word);

		if (likelihood > first) {
			second = first;
			first = likelihood;
			best = &s->best[i];
		} else if (likelihood > second) {
			second = likelihood;
		}
	}
	against += full_likelihood(s->r, s->word) - plain_likelihood(s->r, s->word);
	return first >= against + sure && first >= second + alone ? best : NULL;
}

/* A capital may begin a foreign name, whose letters follow no rules of Kazakh: the repair must be a word that is known. */
static bool is_attested(const struct restore *r, const struct letters *word)
{
	struct lexicon_fact fact = lexicon_find(r->lex, word);

	return fact.count || fact.seen || fact.headword || restore_stem(r->lex, word) >= sure_stem;
}

static bool restore_as(const struct restore *r, struct str word, enum capitals capitals, const struct letters *letters,
		       unsigned place, struct arena *a, struct str *repaired)
{
	struct search s = {.r = r, .word = letters};
	float against = plain_likelihood(r, letters) + standing(r, word, letters, capitals, place);
	const struct spelling *best;

	s.hopeless = (against + sure - alone - most_more - by_list[3]) / by_letters;
	spell(&s, ALPHABET_BEGIN, 0);
	best = clear_best(&s, against);
	if (best && capitals == FIRST && !is_attested(r, &best->word))
		return false;
	if (best)
		*repaired = like_case(&best->word, capitals, a);
	return best != NULL;
}

/*
 * At the beginning of a sentence even what may be a name (Жане) is one of the commonest words far more often: if that is
 * what it would be in small letters.
 */
static bool restore_common(const struct restore *r, struct str small, const struct letters *letters, struct arena *a,
			   struct str *repaired)
{
	struct letters found;

	if (!restore_as(r, small, NONE, letters, 0, a, repaired) || lexicon_count(r->lex, *repaired) < VERY_COMMON ||
	    !alphabet_word(*repaired, &found))
		return false;
	*repaired = like_case(&found, FIRST, a);
	return true;
}

bool restore_word(const struct restore *r, struct str word, unsigned place, struct arena *a, struct str *repaired)
{
	char room[2 * ALPHABET_LONGEST];
	struct letters letters;
	enum capitals capitals;
	struct str small;

	if (!alphabet_word(word, &letters))
		return false;
	capitals = capitals_of(word);
	small = alphabet_text(&letters, room);
	if (is_exempt(small, &letters, capitals, place) || spellings(&letters) > MOST_SPELLINGS)
		return false;
	if (restore_as(r, word, capitals, &letters, place, a, repaired))
		return true;
	return capitals == FIRST && (place & RESTORE_BEGINS) && restore_common(r, small, &letters, a, repaired);
}

enum restore_level restore_known(const struct restore *r, struct str word)
{
	char room[2 * ALPHABET_LONGEST];
	struct letters letters;

	if (!alphabet_word(word, &letters))
		return RESTORE_UNKNOWN;

	struct lexicon_fact fact = lexicon_find(r->lex, &letters);

	if (fact.headword || fact.count >= 2 || fact.seen >= 2 ||
	    is_known(r, RESTORE_KAZAKH, alphabet_text(&letters, room)))
		return RESTORE_STRONG;
	return fact.count || fact.seen || restore_stem(r->lex, &letters) >= sure_stem ? RESTORE_KNOWN : RESTORE_UNKNOWN;
}

float restore_likelihood(const struct restore *r, struct str word)
{
	struct letters letters;

	return alphabet_word(word, &letters) ? full_likelihood(r, &letters) : -INFINITY;
}
