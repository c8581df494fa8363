/*
 * finding.h - what is wrong with the letters of a text: which kind, where, and what should stand there.
 */
#ifndef KOMEK_LETTERS_FINDING_H
#define KOMEK_LETTERS_FINDING_H

#include "base/str.h"
#include "base/vec.h"

enum finding_kind {
	FINDING_MIXED,	    /* a letter of another alphabet in a word */
	FINDING_WRONG,	    /* a Cyrillic letter of another people's alphabet */
	FINDING_OLD,	    /* an old encoding read as Windows-1251 */
	FINDING_BROKEN,	    /* UTF-8 read as an 8-bit encoding */
	FINDING_LOST,	    /* ? or U+FFFD for a letter */
	FINDING_MARK,	    /* a combining mark that fakes a letter */
	FINDING_NFC,	    /* letter and mark instead of one character */
	FINDING_INVISIBLE,  /* zero width, bidi controls, byte-order mark */
	FINDING_SOFT,	    /* soft hyphen */
	FINDING_DIGIT,	    /* 0 for О */
	FINDING_LAYOUT,	    /* a line typed on the wrong keyboard layout */
	FINDING_LATIN_WORD, /* a whole word in Latin letters that look Cyrillic */
	FINDING_RUSSIAN,    /* Russian letters for Kazakh ones */
	FINDING_KAZAKH,	    /* a Kazakh letter in a Russian word */
	FINDING_LANGUAGE,   /* a line in another language */
	FINDING_SCRIPT,	    /* Kazakh in Latin or Arabic letters */
	FINDING_BRAND,	    /* a Latin name with a Cyrillic ending, no hyphen */
	FINDING_PERSON,	    /* a person's identification number */
	FINDING_COUNT
};

struct finding {
	enum finding_kind kind;
	size_t from, to;       /* bytes of the text */
	struct str repair;     /* what should stand there; empty: not known, or nothing where `sure` */
	bool sure;	       /* the repair is certain */
	uint32_t wrong, right; /* the first letter that is wrong, and what it should be; 0: there is no single one */
};

typedef VEC(struct finding) findings;

#endif
