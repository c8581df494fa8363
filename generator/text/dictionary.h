/*
 * dictionary.h - one language's spelling dictionary (Hunspell), loaded when the first word is asked. spell.h stands
 * before it and remembers what it said.
 *
 *	struct dictionaries *d = dictionaries_new();		before the first thread
 *	dictionary_knows(d, DICTIONARY_KK, word)		any number of threads; they wait for each other
 *	dictionaries_free(d);
 *
 * The files lie in the folders that DICPATH names (separated by colons), or in /usr/share/hunspell where it is not set.
 */
#ifndef KOMEK_TEXT_DICTIONARY_H
#define KOMEK_TEXT_DICTIONARY_H

#include "base/arena.h"
#include "base/buf.h"
#include "diag/failure.h"

enum dictionary { DICTIONARY_KK, DICTIONARY_RU, DICTIONARY_EN, DICTIONARY_COUNT };

/* What a dictionary says of a word. */
enum knowledge {
	KNOWLEDGE_NONE = 0, /* the dictionary is lacking: see dictionaries_problem */
	KNOWLEDGE_UNKNOWN = 1,
	KNOWLEDGE_KNOWN = 2,
};

struct dictionaries;

/* Finds the files and reads nothing of them. From now on the process ends as base/mem.h says where C++ lacks memory. */
struct dictionaries *dictionaries_new(void);

/* Can a dictionary be asked this word? Valid UTF-8 of 1 to 100 bytes, up to U+FFFF, without control characters and <. */
bool dictionary_takes(struct str word);

/* The word must be one that dictionary_takes. */
enum knowledge dictionary_knows(struct dictionaries *all, enum dictionary which, struct str word);

/*
 * Adds bytes that change whenever a file that verdicts come from changes: the dictionaries, Hunspell, and the program
 * itself, each by its path, size and times. False where nothing is known of the program (there is no /proc).
 */
bool dictionaries_describe(const struct dictionaries *all, struct buf *out);

/* Sets why where a dictionary was needed and is lacking or cannot be used; the caller looks at why->set. */
void dictionaries_problem(struct dictionaries *all, struct failure *why);

void dictionaries_free(struct dictionaries *all);

#endif
