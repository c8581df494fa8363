/*
 * alphabet.h - Kazakh words as rows of small numbers: 1 to 42, the letter's place in the alphabet.
 *
 * Numbers of six bits make lookups of words and of groups of letters cheap, and name what belongs to the alphabet:
 * Russian letters do, for loanwords are written with them; look-alikes of other alphabets do not.
 */
#ifndef KOMEK_LETTERS_ALPHABET_H
#define KOMEK_LETTERS_ALPHABET_H

#include "base/str.h"

/* Letters of the longest word that is looked at; a longer one is no word. */
enum { ALPHABET_LONGEST = 40, ALPHABET_LETTERS = 42 };

/* Marks of the word's two ends, in groups of letters only. */
enum { ALPHABET_BEGIN = 43, ALPHABET_END = 44 };

struct letters {
	uint8_t at[ALPHABET_LONGEST];
	size_t len;
};

/* The letter's number, 0 for what is no letter of the alphabet; *capital (not NULL): whether it is a capital. */
uint8_t alphabet_number(uint32_t point, bool *capital);

/* The small or capital letter (a code point) with that number, 1 to 42. */
uint32_t alphabet_letter(uint8_t number, bool capital);

/* The letter that a Russian keyboard has in the place of a Kazakh one (к for қ, у for ұ and ү); others stay. */
uint8_t alphabet_russian(uint8_t number);

/* What may be meant by a letter, itself first: к and қ for к; у, ұ, ү for у. How many, 1 to 3. */
size_t alphabet_meant(uint8_t number, uint8_t out[3]);

/*
 * The word's letters, capitals as small ones. False where another sign stands in it, where it is empty or longer than
 * ALPHABET_LONGEST.
 */
bool alphabet_word(struct str word, struct letters *out);

/* The word in small letters; out has room for 2 * ALPHABET_LONGEST bytes. */
struct str alphabet_text(const struct letters *word, char *out);

#endif
