/*
 * shelves.h - the titles of the best answers to a word, beside the word.
 *
 * The answers to one word lie anywhere in the site, so their titles would be in as many parts as there are results. A shelf is
 * some keys that stand side by side, with one file for each language that has the titles of the answers which come first to who
 * asks for one of them.
 *
 *	shelves_init(&s, &parts, site, ix, jobs);
 *	shelves_add(&s, from, to); ... for each family of a part, in the index's order ...
 *	shelves_end(&s, &list); ... after each part ...
 *	shelves_clear(&s);
 */
#ifndef KOMEK_SEARCH_SHELVES_H
#define KOMEK_SEARCH_SHELVES_H

#include "search/heads.h"
#include "search/parts.h"

struct shelves {
	struct parts *p;
	const struct site *site;
	const struct index *ix;
	struct heads *heads;
	size_t key;			     /* the next one, by its place among the keys */
	uint32_t *stamp[LANGUAGE_MOST];	     /* the number of the shelf that an answer was put on last */
	uint32_t number;		     /* of this shelf, from 1 on */
	uint32_t keys;			     /* on it */
	VEC(uint32_t) titles[LANGUAGE_MOST]; /* answers on it */
	struct buf list;		     /* the shelves of the part in hand */
	struct buf bytes;
};

/* Parts, site and index must outlive it. */
void shelves_init(struct shelves *s, struct parts *p, const struct site *site, const struct index *ix, unsigned jobs);
void shelves_clear(struct shelves *s);

/* Puts the answers of each key of the words from number `from` to before `to` on the shelf, and makes its files when it is full. */
void shelves_add(struct shelves *s, size_t from, size_t to);

/* Makes the files of the last shelf and adds the list of all: for each how many keys, then for each language its hash or -. */
void shelves_end(struct shelves *s, struct buf *list);

#endif
