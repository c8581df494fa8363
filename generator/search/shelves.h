/*
 * shelves.h - the titles of the best answers to a word, beside the word.
 *
 * The answers to one word lie anywhere in the site, so their titles would be in as many parts as there are results. A shelf is
 * some families of keys that stand side by side, with one file for each language that has the titles of the best answers of each. The
 * browser sees from the words' texts which these are (search-parts.js) and loads the file only where it holds enough of what
 * is to be shown.
 *
 *	shelves_init(&s, &parts, site, ix);
 *	shelves_add(&s, from, to); ... for each family of a part ...
 *	shelves_end(&s, &list); ... after each part ...
 *	shelves_clear(&s);
 */
#ifndef KOMEK_SEARCH_SHELVES_H
#define KOMEK_SEARCH_SHELVES_H

#include "search/index.h"
#include "search/parts.h"

/* Answers of a key whose titles are on its shelf. The browser is told the number. */
enum { HEADS_EACH = 20 };

struct shelves {
	struct parts *p;
	const struct site *site;
	const struct index *ix;
	uint16_t *value;		    /* of the answers of the key in hand */
	uint32_t *stamp[LANGUAGE_MOST];	    /* the number of the shelf that an answer was put on last */
	uint32_t number;		    /* of this shelf, from 1 on */
	uint32_t keys;			    /* on it */
	VEC(uint32_t) heads[LANGUAGE_MOST]; /* answers on it */
	VEC(uint32_t) found;		    /* answers of the key in hand */
	struct buf list;		    /* the shelves of the part in hand */
	struct buf bytes;
};

/* Parts, site and index must outlive it. */
void shelves_init(struct shelves *s, struct parts *p, const struct site *site, const struct index *ix);
void shelves_clear(struct shelves *s);

/*
 * Puts the best answers of each key of the words from number `from` to before `to` on the shelf, and makes its files when it is
 * full. The words are a family: keys that begin with the same letters, which a query for one of them finds, too.
 */
void shelves_add(struct shelves *s, size_t from, size_t to);

/* Makes the files of the last shelf and adds the list of all: for each how many keys, then for each language its hash or -. */
void shelves_end(struct shelves *s, struct buf *list);

#endif
