/*
 * parts.h - the files of the index, each a script of one call: komek.part("family", ...). Names follow the bytes.
 *
 *	struct parts p = {.a = &arena, .out = &files};
 *	parts_begin("words", &bytes); ... add to bytes ...; parts_end(&p, "words", &bytes, &hash);
 *	parts_clear(&p);
 */
#ifndef KOMEK_SEARCH_PARTS_H
#define KOMEK_SEARCH_PARTS_H

#include "base/map.h"
#include "search/write.h"

/*
 * Hexadecimal digits of the hash in a name: 36 bits. What another part has in common with this one, its family and where it
 * stands in the index, is seldom enough; parts_end looks out for two of one build.
 */
enum { HASH_DIGITS = 9 };

struct parts {
	struct arena *a; /* paths and bytes live in it */
	struct search_files *out;
	struct map made; /* path -> its bytes as struct str */
};

/* Empties bytes and begins the call. */
void parts_begin(const char *family, struct buf *bytes);

/* Ends the call and adds the file FAMILY-HASH.js, once where the same was made before; adds the hash to `hash`. */
void parts_end(struct parts *p, const char *family, struct buf *bytes, struct buf *hash);

void parts_clear(struct parts *p);

#endif
