/*
 * write_words.h - the parts of the index that are sorted by key: words with their texts, the best answers of each, and keys
 * alone.
 */
#ifndef KOMEK_SEARCH_WRITE_WORDS_H
#define KOMEK_SEARCH_WRITE_WORDS_H

#include "search/index.h"
#include "search/parts.h"

/* Adds {"from":...,"files":...}: the beginnings of the parts and the hashes of their names. */
void write_words(struct parts *p, const struct site *site, const struct index *ix, unsigned jobs, struct buf *out);
void write_keys(struct parts *p, const struct index *ix, struct buf *out);

#endif
