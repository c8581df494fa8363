/*
 * look.h - the quick look at a text: which words it has, and whether anything in it deserves the careful look (text.h).
 *
 * Ten megabytes of clean text pass here at nearly the speed of reading them: every word is looked up once, in one table
 * for all texts, and what is to be said of it is worked out once, however often it stands there.
 *
 *	struct word_table table = {0};
 *	unsigned odd = look_quick(&points, &table, LETTERS_KK, text, &numbers);
 *	table.at[numbers.at[i].number]		the word; table.counts: how often it was seen
 *	word_table_clear(&table);
 *
 * The texts must outlive the table: its words are views of them.
 */
#ifndef KOMEK_LETTERS_LOOK_H
#define KOMEK_LETTERS_LOOK_H

#include "letters/word.h"

struct word_entry {
	struct str word; /* as written, with its capitals */
	uint64_t hash; /* of word and language: the same hash is the same word (two words in 2^64 are taken for one) */
	uint8_t language; /* enum letters_language */
	bool latin;	  /* of Latin letters only; else of Russian and Kazakh ones only */
	uint8_t verdict;  /* the caller's */
};

struct word_slot;

struct word_table {
	struct word_entry *at;
	uint32_t *counts; /* how often each was seen */
	size_t count, cap;
	struct word_slot *slots;
	size_t slot_count;
};

/* A word in a text: its number in the table, and the byte where it begins. */
struct word_at {
	uint32_t number, at;
};

typedef VEC(struct word_at) word_numbers;

/* What the quick look sees; bits. */
enum look_result {
	LOOK_ODD = 1,  /* something odd in itself: letters, signs, numbers of persons, a line in another script */
	LOOK_LINE = 2, /* a line of Cyrillic words without Kazakh letters: odd if its words are Russian */
};

/*
 * Adds a text's words to the table and where they stand, in order, to `numbers`; words of odd letters are left out. What
 * is odd in the text, whatever is known of its words, is the result: bits of enum look_result.
 */
unsigned look_quick(const struct points *points, struct word_table *table, enum letters_language language,
		    struct str text, word_numbers *numbers);

/* Adds a word `times` times; its number. */
uint32_t word_table_add(struct word_table *table, const struct word_entry *word, uint32_t times);

void word_table_clear(struct word_table *table);

#endif
