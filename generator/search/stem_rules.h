/*
 * stem_rules.h - the rows of stems.def made ready for taking words apart: of every language the endings of words and those of
 * skeletons, as code points. Only stem.c and stem_write.c look inside.
 */
#ifndef KOMEK_SEARCH_STEM_RULES_H
#define KOMEK_SEARCH_STEM_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "search/analysis.h"
#include "search/stem.h"
#include "search/stem_rows.h"

/* Letters of the alphabets have code points below; a set of them is a row of bytes, a map of them a row of numbers. */
enum { STEM_LETTERS = 0x530 };

/* Code points of the longest ending. */
enum { STEM_ENDING_LONGEST = 8 };

/* Every language has rules for words and rules for skeletons. */
enum { STEM_FORMS = 2 };

/* Which letters are in what, as bits. */
struct stem_letters {
	uint16_t sound[STEM_LETTERS]; /* 1 << number of the sound */
	uint8_t is[STEM_LETTERS];     /* 1 << STEM_VOWELS and so on */
};

struct stem_ending {
	uint16_t from, to;
	uint8_t after, len;
	uint8_t least;	 /* letters that it must leave */
	uint8_t harmony; /* 0, STEM_BACK or STEM_FRONT */
	uint32_t form[STEM_ENDING_LONGEST];
};

struct stem_rules {
	uint16_t roots, ends;
	VEC(struct stem_ending) endings;
	struct stem_letters letters;
};

struct stems {
	uint16_t fold[STEM_LETTERS], hard[STEM_LETTERS]; /* 0: itself */
	bool is_short[STEM_LETTERS], is_open[STEM_LETTERS];
	struct stem_rules rules[STEM_LANGUAGES][STEM_FORMS];
};

/* The code points of a word; no more than these are read of any. */
struct stem_points {
	uint32_t at[TOKEN_LONGEST];
	size_t len;
};

void stem_points_of(struct str text, struct stem_points *p);

/* What a map (fold, hard) makes of a letter. */
uint32_t stem_mapped(const uint16_t *map, uint32_t letter);

/* Makes a word its skeleton. */
void stem_points_fold(const struct stems *st, struct stem_points *p);

#endif
