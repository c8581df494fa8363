/*
 * heads.h - the answers that come first to who asks for a word: for each key of the index and each language of readers, found by
 * asking with the forms of the word that most texts of that language have.
 *
 *	struct heads *h = heads_make(site, index, jobs);	both must outlive it
 *	... heads_of(h, key, language, &count) ...
 *	heads_free(h);
 */
#ifndef KOMEK_SEARCH_HEADS_H
#define KOMEK_SEARCH_HEADS_H

#include "search/index.h"

/* Answers of a form: as many as the search page shows at first (search-page.js). Forms of a key that are asked with, at most. */
enum { HEADS_EACH = 10, HEADS_FORMS = 3 };

struct heads;

/* Never NULL. The same with any number of jobs (0: one per processor). */
struct heads *heads_make(const struct site *site, const struct index *ix, unsigned jobs);
void heads_free(struct heads *h);

/* The answers of a key (by its place among the index's keys), each once, in no order. None where no text of the language has it. */
const uint32_t *heads_of(const struct heads *h, size_t key, size_t language, size_t *count);

#endif
