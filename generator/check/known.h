/*
 * known.h - what is known of words, for the letter checks: dictionaries, counted words, what the editor allows.
 */
#ifndef KOMEK_CHECK_KNOWN_H
#define KOMEK_CHECK_KNOWN_H

#include "letters/knowledge.h"
#include "text/spell.h"

/* Knowledge out of the speller, which must outlive it. */
struct word_knowledge known_words(struct speller *speller);

#endif
