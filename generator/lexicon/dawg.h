/*
 * dawg.h - the word list inside a file of trained data of Tesseract 4 and 5 (kaz.traineddata).
 */
#ifndef KOMEK_LEXICON_DAWG_H
#define KOMEK_LEXICON_DAWG_H

#include "base/str.h"

typedef void dawg_fn(void *ctx, struct str word);

/* Gives fn every word, in the order of the file. False where the bytes are no such file, or a damaged one. */
bool dawg_words(struct str bytes, dawg_fn *fn, void *ctx);

#endif
