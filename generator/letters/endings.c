#include <math.h>

#include "letters/restore.h"

/* Kinds of words, as bits: endings.def explains them. */
enum kind {
	NOUN = 1,
	PLURAL = 2,
	POSSESSED = 4,
	POSSESSED_3 = 8,
	CASE = 16,
	VERB = 32,
	NEGATED = 64,
	PARTICIPLE = 128,
	TENSE = 256,
	CONVERB = 512,
	CLOSED = 1024,
	ADVERBIAL = 2048,
	ANY_KIND = 4095
};

enum sound { ANY, VOWEL, CONSONANT, VOICELESS, VOICED, GLIDE, SONORANT, NASAL, HIGH };

struct ending {
	uint16_t from, to;
	uint8_t after;
	struct str form[2]; /* after back vowels, after front vowels */
};

#define ENDING(FROM, TO, BACK, FRONT, AFTER) {FROM, TO, AFTER, {{BACK, sizeof(BACK) - 1}, {FRONT, sizeof(FRONT) - 1}}},
static const struct ending endings[] = {
#include "letters/endings.def"
};
#undef ENDING

/* Every letter of the alphabet has two bytes. */
static const size_t letter = 2;

enum { DEEPEST = 4, ROOM = 2 * (ALPHABET_LONGEST + 1) };

static struct str last(struct str word)
{
	return str_from(word, word.len - letter);
}

static bool in(struct str sound, struct str set)
{
	for (size_t at = 0; at < set.len; at += letter)
		if (str_eq(sound, str_slice(set, at, at + letter)))
			return true;
	return false;
}

static bool may_follow(struct str stem, uint8_t after)
{
	struct str sound = last(stem);
	bool vowel = in(sound, STR("аәеёиоөуұүыіэюя"));

	switch (after) {
	case VOWEL:
		return vowel && !str_eq(sound, STR("у"));
	case CONSONANT:
		return !vowel || in(sound, STR("уи"));
	case VOICELESS:
		return in(sound, STR("пткқсшщчцфхһбвгғдьъ"));
	case VOICED:
		return !in(sound, STR("пткқсшщчцфхһбвгғдьъ"));
	case GLIDE:
		return vowel || in(sound, STR("рй"));
	case SONORANT:
		return in(sound, STR("лмнңзж"));
	case NASAL:
		return in(sound, STR("мнң"));
	case HIGH:
		return in(sound, STR("ыі"));
	default:
		return true;
	}
}

/* The last vowel decides; those that go with both, and names in -ев, take both kinds of endings. */
static bool in_harmony(struct str stem, bool front)
{
	if (str_ends(stem, STR("ев")))
		return true;
	for (; stem.len; stem.len -= letter) {
		struct str sound = last(stem);

		if (in(sound, STR("иуюё")))
			return true;
		if (in(sound, STR("аоұыя")))
			return !front;
		if (in(sound, STR("әеөүіэ")))
			return front;
	}
	return true;
}

static float weight(const struct lexicon *lex, struct str word)
{
	struct letters letters;

	if (!alphabet_word(word, &letters))
		return 0;

	struct lexicon_fact fact = lexicon_find(lex, &letters);
	float sum = logf(1.0F + (float)fact.count) + 0.7F * (float)fact.seen + (fact.headword ? 1.5F : 0);

	return sum < 6 ? sum : 6;
}

/* stem (room for one letter more) + `added` in the place of its last `drop` bytes. */
static struct str with(char *room, struct str stem, size_t drop, struct str added)
{
	memmove(room, stem.at, stem.len - drop);
	memcpy(room + stem.len - drop, added.at, added.len);
	return (struct str){room, stem.len - drop + added.len};
}

/* Dictionaries list verbs with у: жаз, жазу; оқы, оқу. */
static float verb_weight(const struct lexicon *lex, struct str stem)
{
	char room[ROOM];
	float whole = weight(lex, with(room, stem, 0, STR("у")));
	float melted = in(last(stem), STR("ыі")) ? weight(lex, with(room, stem, letter, STR("у"))) : 0;

	return whole > melted ? whole : melted;
}

static float best_stem(const struct lexicon *lex, struct str word, unsigned kinds, unsigned depth);

/* The word without the ending: as it is, or with the sound that the ending has changed. */
static float before_ending(const struct lexicon *lex, struct str stem, const struct ending *e, size_t form,
			   unsigned depth)
{
	static const char changed[][2][3] = {{"б", "п"}, {"ғ", "қ"}, {"г", "к"}};
	char room[ROOM];
	struct str candidates[2] = {stem, STR_NONE};
	bool front = form == 1, both = str_eq(e->form[0], e->form[1]);
	float best = 0;

	if (e->after == HIGH) {
		candidates[0] = with(room, stem, 0, in_harmony(stem, true) ? STR("і") : STR("ы"));
	} else if (in(str_slice(e->form[form], 0, letter), STR("аеыіу"))) {
		for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
			if (str_ends(stem, str_of(changed[i][0])))
				candidates[1] = with(room, stem, letter, str_of(changed[i][1]));
	}
	for (size_t i = 0; i < 2 && candidates[i].len; i++) {
		struct str candidate = candidates[i];

		if (!may_follow(candidate, e->after) || (!both && !in_harmony(candidate, front)))
			continue;

		float found = best_stem(lex, candidate, e->from, depth);

		/* Two letters are soon found at the beginning of anything. */
		if (candidate.len < 3 * letter)
			found *= 0.6F;
		best = found > best ? found : best;
	}
	return best;
}

static float best_stem(const struct lexicon *lex, struct str word, unsigned kinds, unsigned depth)
{
	float best = kinds & NOUN ? weight(lex, word) : 0;

	if (kinds & VERB && word.len >= 2 * letter) {
		float verb = verb_weight(lex, word);

		best = verb > best ? verb : best;
	}
	for (size_t i = 0; depth && i < sizeof endings / sizeof *endings; i++) {
		const struct ending *e = &endings[i];

		for (size_t form = 0; e->to & kinds && form < 2; form++) {
			struct str text = e->form[form];

			if (word.len < text.len + 2 * letter || !str_ends(word, text))
				continue;

			float found = before_ending(lex, str_slice(word, 0, word.len - text.len), e, form, depth - 1);

			best = found > best ? found : best;
		}
	}
	return best;
}

float restore_stem(const struct lexicon *lex, const struct letters *word)
{
	char text[2 * ALPHABET_LONGEST];

	return best_stem(lex, alphabet_text(word, text), ANY_KIND, DEEPEST);
}
