/*
 * program.h - a compiled template: operations side by side, the literal text in one run. Inside template/ only.
 */
#ifndef KOMEK_TEMPLATE_PROGRAM_H
#define KOMEK_TEMPLATE_PROGRAM_H

#include "base/buf.h"
#include "base/vec.h"
#include "template/parse.h"
#include "template/theme.h"

/* Operations; a and b are an operation's two numbers. */
enum op_code {
	OP_LITERAL, /* a b	b bytes of the program's text from a				*/
	OP_TEXT,    /* a	ref a between tags, with & < > escaped			*/
	OP_ATTR,    /* a	ref a inside double quotes, with " escaped too		*/
	OP_URL,	    /* a	ref a percent-encoded; a scheme that is not allowed prints #	*/
	OP_HTML,    /* a	ref a as it is; the compiler takes HTML only		*/
	OP_JSON,    /* a	ref a as it is; the compiler takes JSON only		*/
	OP_IF,	    /* a b	where ref a is true go on, else go to b			*/
	OP_UNLESS,  /* a b	where ref a is true go to b, else go on			*/
	OP_EACH,    /* a b	open a frame with the first item of list a; none: go to b	*/
	OP_NEXT,    /* a	the frame's next item, go to a; none left: close the frame	*/
};

struct op {
	enum op_code code;
	size_t a, b;
};

/* As the number of a ref's frame: its value is no field but a text of the interface. */
enum { REF_WORD = -1 };

/* Frame 0 is the root, each loop opens one more; loops take elements, so there cannot be more. */
enum { FRAMES_MOST = DEPTH_MOST + 1 };

/*
 * Where a value is: the struct of a frame, then `count` steps from p->steps[first]. A step is the offset of a field;
 * all but the last lead through a record, whose pointer may be NULL. For REF_WORD, first is the text's number.
 */
struct ref {
	int frame;
	enum field_type type;
	size_t first, count;
	size_t item;	 /* of a list: bytes of one item */
	struct str name; /* as in the template, for the dump */
};

struct program {
	VEC(struct op) ops;
	VEC(struct ref) refs;
	VEC(size_t) steps;
	struct buf text;
	VEC(struct inline_text) inlines;
	bool xml;     /* of an *.xml template: the page is XML, not HTML */
	size_t label; /* while it is made: a jump leads to this operation, so nothing before it may grow */
};

/* Makes a program, operation by operation. Literal text next to literal text becomes one operation. */
void emit_literal(struct program *p, struct str text);
void emit_value(struct program *p, enum op_code code, size_t ref);

/* One line end for white space between tags; not after another line end. */
void emit_line_end(struct program *p);

/* OP_IF, OP_UNLESS or OP_EACH whose b is not yet known; gives the operation's number for emit_land. */
size_t emit_jump(struct program *p, enum op_code code, size_t ref);

/* Makes the operation lead to here. */
void emit_land(struct program *p, size_t jump);

/* Ends the loop that began at `each`. */
void emit_next(struct program *p, size_t each);

void program_clear(struct program *p);

#endif
