/*
 * contexts.h - what kind of place an element's content or an attribute's value is to a browser, as tables.
 * Names are compared without regard to case, because HTML does so.
 */
#ifndef KOMEK_TEMPLATE_CONTEXTS_H
#define KOMEK_TEMPLATE_CONTEXTS_H

#include "base/str.h"

/* What HTML reads inside an element. */
enum content {
	CONTENT_ELEMENTS,
	CONTENT_VOID,	 /* nothing, there is no end tag */
	CONTENT_TEXT,	 /* text with references, tags are shown (title, textarea) */
	CONTENT_CODE,	 /* neither references nor tags (style, script) */
	CONTENT_REFUSED, /* swallows what follows or shows references as they are; of no use in a page of today */
};

enum content content_of(struct str element);

/* True where white space shows (pre, textarea). */
bool content_keeps_space(struct str element);

/* True where what is inside follows the rules of XML, not those of HTML (svg, math). */
bool content_foreign(struct str element);

/* What a browser makes of an attribute's value. */
enum value {
	VALUE_TEXT,
	VALUE_URL,	/* an address that is followed */
	VALUE_CODE,	/* script or style: never, the security policy blocks it */
	VALUE_DOCUMENT, /* a whole page: never */
	VALUE_FIXED,	/* says what other values mean; only as literal text of the template */
};

enum value value_of(struct str element, struct str attribute);

/* True for the type of a script that browsers do not run but keep as data: JSON in one of its dressings. */
bool script_type_json(struct str type);

/* Equal without regard to the case of ASCII letters. */
bool same_name(struct str a, struct str b);

#endif
