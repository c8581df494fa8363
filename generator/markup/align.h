/*
 * align.h - where in the source an inline element stands.
 *
 * cmark's inline columns drift (after links over two lines, lazy quote lines, indented continuations), so
 * the place is found again from the bytes: a cursor walks through a block's source beside the events of
 * cmark's iterator and steps over the same delimiters, link tails, escapes and line prefixes.
 */
#ifndef KOMEK_MARKUP_ALIGN_H
#define KOMEK_MARKUP_ALIGN_H

#include "diag/source.h"

struct align {
	const struct source *source;
	size_t at, end; /* bytes of the source: the cursor, and the end of the block */
};

/* Begins with a block's place. */
struct align align_begin(struct place block);

/*
 * The place of a text whose source may hold escapes and references in place of characters; the cursor moves past it.
 * Where the text is not found the place is the cursor itself, which stays. *exact: the source's bytes are the text's.
 */
struct place align_text(struct align *a, struct str text, bool *exact);

/* The same for raw HTML, in which nothing is escaped. */
struct place align_html(struct align *a, struct str html);

/* Past a line break and the prefix (white space and >) of the next line. */
void align_break(struct align *a);

/* At a heading's beginning: past its hashes and the white space behind them; false where it has none. */
bool align_hashes(struct align *a);

/* At a paragraph's beginning: past the reference definitions there, which cmark takes out of its text. */
void align_definitions(struct align *a);

/* A code span: its place with the backticks; the cursor moves past it. */
struct place align_code(struct align *a);

/* Past n bytes of delimiters (emphasis). */
void align_skip(struct align *a, size_t n);

/* At a link's or picture's beginning: past <, [ or ![; true for an autolink. */
bool align_link_open(struct align *a, bool is_image);

/*
 * At its end: past ], ](...) or ][...]. True where the target stands here, in parentheses; *target is its place then.
 * An autolink is its own target: the cursor moves past >, and the answer is false.
 */
bool align_link_close(struct align *a, bool is_autolink, struct place *target);

#endif
