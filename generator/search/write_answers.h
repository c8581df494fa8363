/*
 * write_answers.h - the parts of the index that are asked for by the number of an answer: titles, and what can be read below.
 */
#ifndef KOMEK_SEARCH_WRITE_ANSWERS_H
#define KOMEK_SEARCH_WRITE_ANSWERS_H

#include "search/index.h"
#include "search/parts.h"

/* A site of so many answers has all titles of a language in one part. */
enum { TITLES_ALONE = 32 };

/*
 * Adds {"titles":{...},"texts":{...}} for a language. Of each family: "each" answers a part, "group" parts a group, "files" the
 * hashes of the groups. The names of a group's parts have the hash of all their bytes: a large site would else have a list of
 * hashes as long as what is looked for in it.
 */
void write_answers(struct parts *p, const struct site *site, const struct index *ix, size_t language, struct buf *out);

/* Adds the titles of some answers, by number: [[number, ...], ...], each as in a part of titles. */
void write_heads(const struct index *ix, size_t language, const uint32_t *answers, size_t count, struct buf *out);

#endif
