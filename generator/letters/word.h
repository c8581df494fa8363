/*
 * word.h - one word whose letters look odd: what is wrong with it, and how it should be written.
 *
 * A word is a run of letters, digits, marks and whatever letters can turn into; hyphens and spaces end it. All that is
 * wrong with a word is one finding: its kind is the first that was found, its repair mends everything.
 */
#ifndef KOMEK_LETTERS_WORD_H
#define KOMEK_LETTERS_WORD_H

#include "letters/encoding.h"
#include "letters/finding.h"
#include "letters/knowledge.h"
#include "letters/points.h"

/* A longer word is no word. In code points. */
enum { WORD_MOST = 64 };

enum letters_language { LETTERS_KK, LETTERS_RU, LETTERS_EN };

struct judge {
	const struct encodings *encodings;
	const struct word_knowledge *knows;
	enum letters_language language;
	/* How many letters of the whole text can only come from each of the old encodings. */
	unsigned kz1048, pt154;
	unsigned *
		patience; /* words with lost letters, or with very many readings, that are still tried: each takes milliseconds; NULL: none */
	struct arena *scratch; /* repairs live here */
};

/* Judges code points from..to of a text, which stand in a context (enum word_context). True where something is wrong; then *out tells. */
bool word_judge(const struct judge *j, const struct point_text *t, size_t from, size_t to, unsigned context,
		struct finding *out);

/* A word in which letters are lost (? or U+FFFD), in a context: the likeliest word, empty where none is known. */
struct str word_fill(const struct judge *j, const uint32_t *point, size_t n, unsigned context);

/* Counts, for a judge, the letters of a text that only one of the old encodings can have left. */
void word_evidence(const struct encodings *e, const struct point_text *t, struct judge *j);

#endif
