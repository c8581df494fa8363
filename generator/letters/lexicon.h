/*
 * lexicon.h - what is known of Kazakh words: where they were seen, how often, and which letters follow which.
 *
 *	const struct lexicon *lex = lexicon_kazakh();
 *	struct letters word;
 *	if (alphabet_word(text, &word) && lexicon_find(lex, &word).count > 0)
 *
 * The facts are counted from texts of Debian packages when the program is built (generator/lexicon) and stand in the
 * program as one block of bytes, read in place: nothing is parsed at start, everything is constant, any thread may ask.
 *
 * The block, in the byte order of the machine that builds and runs the program:
 *
 *	struct lexicon		the header
 *	uint64_t words[]	a hash table, word_slots long: fingerprint of the word (40 bits), count (16 bits, at most
 *				65535), seen (2 bits), headword (1 bit); 0 is an empty slot
 *	uint64_t groups[]	a hash table, group_slots long, of groups of 1 to 5 letters: the group (6 bits a letter, the
 *				last one lowest), the cost of its last letter after the others, the cost of
 *				looking at a shorter group where a longer one is unknown (16 bits each,
 *				LEXICON_UNIT to a nat); 0 is an empty slot
 *
 * Both tables are probed one by one from lexicon_word_slot() and lexicon_group_slot().
 */
#ifndef KOMEK_LETTERS_LEXICON_H
#define KOMEK_LETTERS_LEXICON_H

#include "letters/alphabet.h"

#define LEXICON_MAGIC "KKWORDS"
enum { LEXICON_VERSION = 1, LEXICON_ORDER = 5, LEXICON_UNIT = 2048 };

struct lexicon {
	char magic[8];
	uint32_t version, word_slots, group_slots, words, groups;
	uint32_t spare;
};

struct lexicon_fact {
	unsigned count; /* how often edited texts have the word */
	unsigned
		seen; /* how many ways of writing it (small, with a capital, all capitals) a list from the web has: 0 to 3 */
	bool headword; /* a spelling dictionary lists it */
};

/* The facts built into the program. */
const struct lexicon *lexicon_kazakh(void);

/* True where the bytes can be a block as described above: what a test or a tool asks once. */
bool lexicon_valid(struct str bytes);

/* What is known of the word; all zero for an unknown one. One unknown word in 10^10 is taken for another. */
struct lexicon_fact lexicon_find(const struct lexicon *lex, const struct letters *word);

/* How often edited texts have the word; 0 for unknown words and for what is no word. */
unsigned lexicon_count(const struct lexicon *lex, struct str word);

/* The word's probability by its letters alone, as a natural logarithm: the lower the stranger. */
float lexicon_cost(const struct lexicon *lex, const struct letters *word);

/*
 * The same letter by letter: the logarithm of the probability of the letter (a number of alphabet.h or ALPHABET_END)
 * after the group before it. *group begins as ALPHABET_BEGIN and moves on.
 */
float lexicon_step(const struct lexicon *lex, uint32_t *group, uint8_t letter);

/* For the builder of the block. */
uint64_t lexicon_hash(const struct letters *word);

static inline uint32_t lexicon_word_slot(uint64_t hash, uint32_t slots)
{
	return (uint32_t)((hash >> 32) * slots >> 32);
}

static inline uint32_t lexicon_group_slot(uint32_t group, uint32_t slots)
{
	return (uint32_t)((uint64_t)(uint32_t)(group * 0x9E3779B1U) * slots >> 32);
}

#endif
