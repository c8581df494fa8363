/*
 * letter.h - what the browser needs to compose a letter to support in one language: a script with one call,
 * komek.letter({...}), that is loaded when a reader asks for the letter.
 */
#ifndef KOMEK_PAGE_LETTER_H
#define KOMEK_PAGE_LETTER_H

#include "site/site.h"

/* Where it lies below the site's root: "assets/letter-kk.js"; in the arena. */
struct str letter_path(const struct site *site, size_t language, struct arena *a);

/*
 * The script, in the arena: the address of support, the fields with their kinds, the regions, and every text of the
 * interface whose name begins with letter_ (without that beginning; letter_subject is not among them: the page has it
 * filled in). The site must name an address.
 */
struct str letter_script(const struct site *site, size_t language, struct arena *a);

#endif
