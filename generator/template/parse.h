/*
 * parse.h - a template's bytes as a tree in which every element and attribute knows its bytes.
 *
 * libxml2 reads the XML and is known in parse.c and parse_error.c only. The tree is our own, because a compiler
 * that says exactly where a mistake stands needs byte ranges, which libxml2's tree does not keep.
 *
 *	struct tree *t = parse_template(&arena, source, &dg);	NULL: dg says why
 *
 * The tree lives in the arena. Comments are left out, text on both sides of one is a single node, line ends are LF.
 */
#ifndef KOMEK_TEMPLATE_PARSE_H
#define KOMEK_TEMPLATE_PARSE_H

#include "diag/diag.h"

#define NAMESPACE_TEMPLATE "urn:komek:template"
#define NAMESPACE_XHTML	   "http://www.w3.org/1999/xhtml"
#define NAMESPACE_XMLNS	   "http://www.w3.org/2000/xmlns/"
#define NAMESPACE_XML	   "http://www.w3.org/XML/1998/namespace"

/* Elements inside one another, in one file or through includes; libxml2 has the same limit. */
enum { DEPTH_MOST = 256 };

struct attr {
	struct str space;		/* the namespace; empty: none; NAMESPACE_XMLNS for a declaration of one */
	struct str prefix, name;	/* a declaration xmlns:x has the name x, xmlns an empty one */
	struct str value;		/* with its references resolved */
	struct str raw_name, raw_value; /* as written: views of the source, the value without its quotes */
};

enum node_kind { NODE_ELEMENT, NODE_TEXT, NODE_INSTRUCTION };

struct node {
	enum node_kind kind;
	struct node *parent, *first, *last, *next;
	struct str space, prefix, name; /* of an element; an instruction's target is its name */
	struct str text;		/* of a text or an instruction */
	const struct attr *attrs;
	size_t attr_count;
	struct str tag;	    /* the source of the start tag's name with its < (or of the instruction) */
	struct str content; /* the source between start and end tag */
};

struct tree {
	const struct source *source;
	struct node *prolog; /* the instructions before the root, by next */
	struct node *root;
};

/* The bytes must be UTF-8 without zero bytes (files.h sees to it). At most one error is added: the first. */
struct tree *parse_template(struct arena *a, const struct source *source, struct diags *dg);

/* The attribute of an element by namespace ("": none) and name; NULL where it is not there. */
const struct attr *node_attr(const struct node *n, struct str space, struct str name);

#endif
