/*
 * points.h - code points as the letter checks see them: the alphabets that our texts are written in, and what goes wrong
 * with them.
 *
 *	points_class(0x0456)	POINT_KAZAKH: і
 *	points_class('i')	POINT_LATIN
 *
 * A quick look at a text asks for the class of every code point, so the classes of those below POINTS_KEPT are one table,
 * made once by points_table.
 */
#ifndef KOMEK_LETTERS_POINTS_H
#define KOMEK_LETTERS_POINTS_H

#include "base/arena.h"

enum point_class {
	POINT_OTHER = 0,	 /* spaces, punctuation: ends a word */
	POINT_RUSSIAN = 1 << 0,	 /* the 33 letters of the Russian alphabet */
	POINT_KAZAKH = 1 << 1,	 /* ә ғ қ ң ө ұ ү һ і */
	POINT_CYRILLIC = 1 << 2, /* further Cyrillic letters: wrong ones, or another language */
	POINT_LATIN = 1 << 3,	 /* a to z */
	POINT_ACCENTED = 1 << 4, /* further Latin letters, with ə and ɵ */
	POINT_GREEK = 1 << 5,
	POINT_DIGIT = 1 << 6,	  /* 0 to 9 */
	POINT_MARK = 1 << 7,	  /* combining */
	POINT_INVISIBLE = 1 << 8, /* has no width: joiners, bidi controls, soft hyphen, byte-order mark */
	POINT_LOST = 1 << 9,	  /* U+FFFD */
	POINT_SIGN = 1 << 10,	  /* what a letter of an old encoding can have become: ± ‰ ¤ ¦ ‡ µ */
	POINT_CONTROL = 1 << 11,  /* U+0080 to U+009F: bytes of a broken encoding */
	POINT_ARABIC = 1 << 12,
	POINT_FOREIGN = 1 << 13, /* letters of other scripts */
};

enum {
	POINT_ANY_CYRILLIC = POINT_RUSSIAN | POINT_KAZAKH | POINT_CYRILLIC,
	POINT_ANY_LATIN = POINT_LATIN | POINT_ACCENTED,
	/* What a word may hold without anything being odd about it. */
	POINT_PLAIN_CYRILLIC = POINT_RUSSIAN | POINT_KAZAKH,
};

enum { POINTS_KEPT = 0x2100 };

/* Beside the class, in struct points alone: a capital of the Russian and Kazakh letters. */
enum { POINT_CAPITAL = 1 << 14 };

/* The classes of all code points below POINTS_KEPT, with POINT_CAPITAL; made for each who asks. */
struct points {
	uint16_t class[POINTS_KEPT];
};

void points_make(struct points *p);

/* The class of any code point. */
unsigned points_class(uint32_t point);

/* The class of any code point, perhaps with POINT_CAPITAL. */
static inline unsigned points_of(const struct points *p, uint32_t point)
{
	return point < POINTS_KEPT ? p->class[point] : points_class(point);
}

/* A text taken apart: point[i] stands at byte at[i] of it; at[count] is its length. */
struct point_text {
	uint32_t *point;
	size_t *at;
	size_t count;
};

/* Takes a text apart, in the arena. */
struct point_text points_take(struct str text, struct arena *a);

/* The text of n code points, in the arena. */
struct str points_text(const uint32_t *point, size_t n, struct arena *a);

/* The Russian letter that people type for a Kazakh one, in the same case; other points as they are. */
uint32_t points_russian(uint32_t point);

/* Cyrillic, Latin and Greek letters of these classes in the other case; others as they are. */
uint32_t points_lower(uint32_t point);
uint32_t points_upper(uint32_t point);
bool points_is_upper(uint32_t point);

/* What stands where a letter was lost. */
static inline bool points_is_lost(uint32_t point)
{
	return point == '?' || point == 0xFFFD;
}

/* A small Cyrillic letter. */
static inline bool points_is_small(uint32_t point)
{
	return (points_class(point) & POINT_ANY_CYRILLIC) && !points_is_upper(point);
}

/* What ends an address in running text: white space, quotation marks, < and >. */
bool points_ends_url(uint32_t point);

#endif
