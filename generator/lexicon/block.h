/*
 * block.h - the lexicon as the program reads it: letters/lexicon.h says how it is laid out.
 */
#ifndef KOMEK_LEXICON_BLOCK_H
#define KOMEK_LEXICON_BLOCK_H

#include "base/buf.h"
#include "lexicon/forms.h"
#include "lexicon/model.h"

/* Adds the block to out. Same forms and model, same bytes. */
void block_write(const struct forms *forms, const struct model *model, struct buf *out);

#endif
