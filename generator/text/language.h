/*
 * language.h - the languages that the site can be written in.
 */
#ifndef KOMEK_TEXT_LANGUAGE_H
#define KOMEK_TEXT_LANGUAGE_H

#include "base/str.h"

enum { LANGUAGE_MOST = 3 };

struct language {
	struct str code;      /* BCP 47, also the folder on the site and the ending of the files: "kk" */
	struct str name;      /* in itself: "Қазақша" */
	struct str locale;    /* for ICU's dates and collation */
	struct str og_locale; /* as OpenGraph writes it */
};

/* All of them, in the order that a site without settings has. */
extern const struct language languages[LANGUAGE_MOST];

/* The language of a code, or NULL. */
const struct language *language_by_code(struct str code);

/* The code that another name for a language most likely means ("kz", the country, for "kk"); empty where none is known. */
struct str language_meant(struct str code);

#endif
