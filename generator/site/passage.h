/*
 * passage.h - what people read, in the units in which checks of letters and words read it: a title, a summary, a keyword,
 * a heading, a paragraph, the words for a picture, a text of the settings or of the interface.
 *
 *	passages all = {0};
 *	passages_of_article(article, &arena, &all);
 *	place = passage_place(&all.at[0], from, to, &exact);
 *	vec_clear(&all);
 *
 * The text of a passage is UTF-8, joined out of what stands on both sides of emphasis and links, a line break of the
 * source as \n. Code and addresses between < and > are one U+FFFC each, so that nothing reads them as words.
 */
#ifndef KOMEK_SITE_PASSAGE_H
#define KOMEK_SITE_PASSAGE_H

#include "site/site.h"

enum passage_kind {
	PASSAGE_TITLE,
	PASSAGE_SUMMARY,
	PASSAGE_KEYWORD,
	PASSAGE_HEADING,
	PASSAGE_BODY,
	PASSAGE_PICTURE,
	PASSAGE_SETTING,   /* of site.yaml */
	PASSAGE_INTERFACE, /* of templates/strings */
};

/* From byte `at` of the passage on, up to the next piece, the text stands at byte `from` of the source. */
struct passage_piece {
	size_t at, from;
	bool exact; /* byte by byte; else it is written otherwise there (an escape, a reference, a folded line) */
};

struct passage {
	enum passage_kind kind;
	size_t language; /* number in the settings */
	const struct source *source;
	struct str text;
	const struct passage_piece *pieces;
	size_t piece_count;
};

typedef VEC(struct passage) passages;

/* Adds the passages of one file in the order of the source; texts and pieces live in the arena and in the article. */
void passages_of_article(const struct article *article, struct arena *a, passages *out);

/* Adds those of site.yaml and of templates/strings. */
void passages_of_site(const struct site *site, struct arena *a, passages *out);

/*
 * The place of bytes from..to of the passage's text. *exact (may be NULL): these very bytes stand there in one piece, so a
 * repair may replace them.
 */
struct place passage_place(const struct passage *p, size_t from, size_t to, bool *exact);

/* The same for bytes of any value of YAML that stands at `value`, with its quotes. */
struct place passage_value_place(struct str text, struct place value, size_t from, size_t to, struct arena *a);

#endif
