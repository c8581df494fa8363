/*
 * markup.h - one Markdown text (CommonMark, by cmark): parsed once, its facts listed, later written as HTML.
 *
 *	struct markup *m = markup_parse(&request, &dg);		problems of the form are in dg
 *	m->links, m->headings, m->lists ...			facts, each with its place in the source
 *	markup_html(m, &style, &out);				any number of times, from any thread
 *	markup_free(m);
 *
 * Quotes that begin with [!KIND] are blocks with a meaning; see block.h. Raw HTML is refused, but comments are kept
 * as facts and never written. After markup_parse nothing changes.
 */
#ifndef KOMEK_MARKUP_MARKUP_H
#define KOMEK_MARKUP_MARKUP_H

#include "base/buf.h"
#include "base/vec.h"
#include "diag/diag.h"
#include "markup/block.h"

/* A longer text is refused before cmark sees it: some of its cases cost the square of the length. */
enum { MARKUP_LONGEST = 1024 * 1024 };

/* A definition "[label]: target" that many texts share. */
struct definition {
	struct str label, target;
	struct place place; /* of the target */
};

typedef VEC(struct definition) definitions;

struct markup_link {
	bool is_image;
	struct str target; /* as written, with escapes and references resolved; of `shared` where that is set */
	const struct definition *shared; /* the shared definition that gives the target, else NULL */
	struct str text;		 /* plain text of the link, or the picture's alternative text */
	struct place place;		 /* of the target where it stands here, else of the whole link */
};

struct markup_table {
	size_t columns, rows; /* without the header */
	struct place place;
};

struct markup_heading {
	unsigned level; /* 1 to 6 */
	struct str text;
	struct place place;
};

/* What a piece of text is read as. */
enum markup_sort {
	MARKUP_WORDS,
	MARKUP_CODE,	/* between backticks */
	MARKUP_ADDRESS, /* of an autolink */
	MARKUP_PICTURE, /* the words for a picture */
};

/*
 * A piece of readable text. Where `exact`, byte i of the text is byte place.from + i of the source; elsewhere
 * markup_pieces tells.
 */
struct markup_text {
	struct str text;
	struct place place;
	enum markup_sort sort;
	bool exact;
	bool heading;	/* in a heading, else in a paragraph */
	bool new_line;	/* a line break stands before it */
	uint32_t block; /* which paragraph or heading it is in, counted from 1 */
};

struct markup_comment {
	struct str text; /* without <!-- and --> */
	struct place place;
	/* What it stands for: alone, the block that follows it and further comments (or nothing); at a line's end, that line. */
	struct place subject;
};

struct markup {
	struct arena arena;
	const struct source *source;
	VEC(struct markup_link) links;
	VEC(struct markup_heading) headings;
	VEC(size_t) lists;	       /* numbers of items of the ordered lists, in order */
	VEC(struct place) list_places; /* and where each begins */
	VEC(struct markup_table) tables;
	VEC(struct markup_text) texts; /* in order */
	VEC(struct markup_comment) comments;
	bool empty;		  /* no text at all */
	struct markup_tree *tree; /* cmark's, hidden */
};

struct markup_request {
	const struct source *source;
	size_t from;		   /* byte offset in the source where the Markdown begins; up to the source's end */
	const definitions *shared; /* or NULL */
	bool headless;		   /* the file's head is lacking: a heading # may be the title that belongs there */
};

/* Parses; the result is never NULL. The source and the shared definitions must outlive it. */
struct markup *markup_parse(const struct markup_request *request, struct diags *dg);
void markup_free(struct markup *m);

/*
 * Reads a file of shared definitions: "[label]: target" a line, blank lines and comments; anything else is a
 * diagnostic. The views point into the source.
 */
void markup_definitions(const struct source *source, size_t from, definitions *out, struct diags *dg);

/* A part of a text from byte `at` on: its bytes stand at byte `from` of the source, or, not exact, are written otherwise there. */
typedef void markup_see_piece(void *ctx, size_t at, size_t from, bool exact);

/* Gives the parts of a text in order: where an escape or a reference (&#1240;) stands for a character, that is one. */
void markup_pieces(const struct markup_text *t, markup_see_piece *see, void *ctx);

/* True where text without an anchor's # names a heading (part-N) or step (step-N, step-L-N) that the text has. */
bool markup_has_anchor(const struct markup *m, struct str anchor);

/* The nearest anchor that the text has, as "part-2"; in the arena; empty where it has none. */
struct str markup_nearest_anchor(const struct markup *m, struct str anchor, struct arena *a);

/* How a link is to be written on the page that is being made. */
struct markup_href {
	struct str url;		/* not yet escaped */
	bool is_external;	/* leaves the site */
	struct str rel_lang;	/* hreflang where the target is in another language, else empty */
	uint32_t width, height; /* of a picture, in pixels; 0: not known */
};

/* How a text is written on one page. */
struct markup_style {
	/* The address of a link or picture; ctx is the caller's. */
	struct markup_href (*resolve)(void *ctx, const struct markup_link *link);
	void *ctx;
	struct str id_prefix;	/* before each id: "account-blocked-" on pages of several answers, else empty */
	unsigned heading_shift; /* added to each heading's level; 6 is the deepest */
	bool alone;		/* the text begins near the page's top: its first picture may be in sight at once */
	struct str table;	/* the word for a table, in the text's language */
	struct str labels[BLOCK_COUNT]; /* the word that stands over a block, in the text's language */
};

/* Takes one paragraph, heading, row of a table or block of code as plain text, line breaks as spaces; the text is gone after the call. */
typedef void markup_see_block(void *ctx, bool is_heading, struct str text);

/* Gives what is read of the text, block by block, without the words that the page adds. From any thread. */
void markup_plain(const struct markup *m, markup_see_block *see, void *ctx);

/* Adds what is read of the text for machines that take no HTML: a line a paragraph, list items with "- " or their numbers, cells with | between. */
void markup_lines(const struct markup *m, struct buf *out);

/* Adds the text as HTML. */
void markup_html(const struct markup *m, const struct markup_style *style, struct buf *out);

#endif
