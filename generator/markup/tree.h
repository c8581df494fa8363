/*
 * tree.h - what the files of this module share: cmark's tree, and what was found out about its nodes.
 * cmark's header is included nowhere outside this folder.
 */
#ifndef KOMEK_MARKUP_TREE_H
#define KOMEK_MARKUP_TREE_H

#include <cmark.h>

#include "markup/align.h"
#include "markup/markup.h"
#include "markup/table.h"

/* Before the document's own text stand the shared definitions; cmark's lines count them too. */
struct markup_tree {
	cmark_node *root;
	size_t lines_before; /* cmark's line n is line n - lines_before + first_line - 1 of the source */
	size_t first_line;   /* of the source, from 1: where the Markdown begins */
	size_t from;	     /* byte of the source: the same */
};

/*
 * Known to a node by cmark_node_get_user_data: for quotes a node_block, for paragraphs that a marker was taken from and for cells a
 * node_start, for links and pictures a node_link, for tables and their rows (custom blocks) a node_table.
 */
struct node_block {
	enum block_kind kind;
};

struct node_start {
	size_t at;		      /* byte of the source: what is left of the paragraph */
	const struct node_cell *cell; /* NULL: no cell of a table */
};

struct node_cell {
	struct place place;
	size_t column; /* from 0 */
	enum table_align align;
	bool is_header;
	bool is_beyond; /* stands behind the last column, and holds but a comment: it is not written */
};

/* A table holds rows, and a row paragraphs: its cells. */
struct node_table {
	struct place place;
	bool is_row;
	size_t row;	  /* of a row: its number; 0 is the header */
	struct str label; /* of a table: its header's words */
};

struct node_link {
	size_t index; /* in markup.links */
};

/* Reads a Markdown text by cmark; the caller frees the tree. */
cmark_node *tree_parse(struct str text);

/* A new node; the caller puts it into a tree or frees it. */
cmark_node *tree_new(cmark_node_type type);

/*
 * Adds shared definitions to a text for cmark and returns how many lines they are. They stand first, so that an unclosed fence of the
 * text cannot swallow them.
 */
size_t tree_add_definitions(const definitions *shared, struct buf *text);

/* The cell that a paragraph is, else NULL. */
const struct node_cell *tree_cell(cmark_node *paragraph);

/* The table or row that a node is, else NULL. */
const struct node_table *tree_table(cmark_node *node);

/* Byte range in the source that a block covers: from its first byte to the end of its last line. */
struct place tree_place(const struct markup *m, cmark_node *block);

/* The text of a node's descendants, line breaks as spaces; in the arena. */
struct str tree_text(cmark_node *node, struct arena *a);

/* The literal of a leaf as a view; empty where there is none. */
struct str tree_literal(cmark_node *node);

/* Fills the facts (links, headings, lists, texts, comments) of m from its tree; problems of form go to dg. */
void facts_collect(struct markup *m, const struct markup_request *request, struct diags *dg);

/* Where the text of a paragraph or heading begins: behind hashes and definitions, or a marker that was taken away. */
struct align facts_inlines(const struct markup *m, cmark_node *block);

/* Puts tables in the place of paragraphs that are some; what is nearly one, or has uneven rows, goes to dg. */
void facts_tables(struct markup *m, const struct markup_request *request, struct diags *dg);

/*
 * Adds the comments of a piece of HTML inside a paragraph or heading, which ends at byte block_end, to m and reports what else is
 * in it; true where there is anything else.
 */
bool facts_html(struct markup *m, struct str html, struct place place, size_t block_end, struct diags *dg);

/* The same for a block of HTML. */
bool facts_html_block(struct markup *m, cmark_node *block, struct diags *dg);

/* The target that stands for shared definition i while cmark reads: a scheme that no allow-list holds. */
#define SHARED_SCHEME "komek-shared:"

#endif
