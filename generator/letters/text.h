/*
 * text.h - everything that is wrong with the letters of one text.
 *
 *	struct judge judge = {.encodings = &e, .knows = &k, .language = LETTERS_KK, .scratch = &arena};
 *	findings found = {0};
 *	text_examine(&judge, text, &found);
 *	vec_clear(&found);
 *
 * This is the careful look, for texts in which the quick one (look.h) saw something. Findings come in no order, do not
 * overlap, and their repairs live in the judge's arena.
 */
#ifndef KOMEK_LETTERS_TEXT_H
#define KOMEK_LETTERS_TEXT_H

#include "letters/word.h"

void text_examine(const struct judge *j, struct str text, findings *out);

#endif
