#include "search/stem_rows.h"

#include "search/stem.h"

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

enum sound { ANY, VOWEL, CONSONANT, VOICELESS, VOICED, GLIDE, SONORANT, NASAL, OPEN };

enum { KK = STEM_KAZAKH, RU = STEM_RUSSIAN, EN = STEM_ENGLISH };

#define FOLD(from, to)	       {STEM_FOLD, 0, ANY, 0, 0, {from, to}},
#define SOFT(from, to)	       {STEM_SOFT, 0, ANY, 0, 0, {from, to}},
#define HARD(from, to)	       {STEM_HARD, 0, ANY, 0, 0, {from, to}},
#define SHORT(letters, vowels) {STEM_SHORT, 0, ANY, 0, 0, {letters, vowels}},
#define LANGUAGE(name, roots, ends, vowels, second, back, front) \
	{STEM_LANGUAGE, name, ANY, (roots)&ALL_KINDS, (ends)&ALL_KINDS, {vowels, second, back, front}},
#define SOUND(language, name, letters)		       {STEM_SOUND, language, name, 0, 0, {letters}},
#define ENDING(language, from, to, after, back, front) {STEM_ENDING, language, after, from, to, {back, front}},
#define STRICT(language, from, to, after, back, front) {STEM_STRICT, language, after, from, to, {back, front}},
#define LOOSE(language, from, to, after, back, front)  {STEM_LOOSE, language, after, from, to, {back, front}},

const struct stem_row *stem_rows(size_t *count)
{
	static const struct stem_row rows[] = {
#include "search/stems.def"
	};

	*count = sizeof rows / sizeof *rows;
	return rows;
}
