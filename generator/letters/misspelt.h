/*
 * misspelt.h - Russian and English words with one wrong letter.
 */
#ifndef KOMEK_LETTERS_MISSPELT_H
#define KOMEK_LETTERS_MISSPELT_H

#include "letters/word.h"

/*
 * The word that was meant, where that is sure: the word, in small letters, is in no dictionary, and one known word alone
 * differs from it by what people get wrong: vowels that sound alike, single and double letters, two letters that changed
 * places. Its ending does not count: dictionaries lack forms more often than people miswrite them. Empty otherwise. In
 * the arena.
 */
struct str misspelt_meant(const struct word_knowledge *knows, enum letters_language language, struct str word,
			  struct arena *a);

#endif
