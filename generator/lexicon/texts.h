/*
 * texts.h - reading the files of the packages: catalogues of messages (.mo), language packs (.xpi), headwords of a
 * spelling dictionary (.dic), the word list of Tesseract (.traineddata).
 */
#ifndef KOMEK_LEXICON_TEXTS_H
#define KOMEK_LEXICON_TEXTS_H

#include "lexicon/forms.h"

/*
 * Reads every such file in the folder and the folders in it, in the order of their names, and adds their words.
 * False where something cannot be read or is damaged; a line on standard error has said what.
 */
bool texts_read(const char *folder, struct forms *forms);

#endif
