/*
 * compiler.h - what the files of the compiler share: the state of one page's compilation, and each other's entry
 * points. Inside template/ only.
 *
 *	compile.c	walks the tree and writes elements and text
 *	directives.c	the k: attributes of an element: which there are, and if and each
 *	attributes.c	attributes as they are written, static ones and those of k:attr
 *	code.c		style and script
 *	names.c		from a path such as question.title to a ref
 *	include.c	from an include's path to a file
 *
 * All functions go on after a mistake, so that every one is told; the program is then not used.
 */
#ifndef KOMEK_TEMPLATE_COMPILER_H
#define KOMEK_TEMPLATE_COMPILER_H

#include "template/contexts.h"
#include "template/files.h"
#include "template/program.h"

/* Limits on includes: the chain of files, and the parts and bytes of one page (parts that include parts grow fast). */
enum { INCLUDE_DEPTH_MOST = 16, INCLUDE_MOST = 1000, PROGRAM_MOST = 16 * 1024 * 1024 };

/* A name that each gave to the items of a list. */
struct scope {
	struct str name;
	const struct schema *schema; /* NULL: the list had a mistake, so what is named through it is not judged */
	int frame;
	const struct scope *outer;
};

/* The files being compiled, from the innermost include to the page. */
struct chain {
	const struct file *file;
	const struct chain *outer;
};

/* A namespace prefix that stands declared in the XML written so far. */
struct binding {
	struct str prefix, space;
};

struct compiler {
	const struct theme_request *request;
	const struct schema *root;
	struct files *files;
	struct diags *dg;
	struct arena *arena; /* of the theme: inline texts and names */
	struct program *program;
	const struct source *source; /* the file that is being compiled; changes at includes */
	const struct scope *scope;
	const struct chain *chain;
	struct str ending; /* of the page: ".xhtml", also the ending of its parts */
	bool xml;
	unsigned depth;	 /* elements, through includes */
	int loops;	 /* frames in use besides the root */
	size_t includes; /* parts so far */
	VEC(struct binding) bound;
};

/* What the elements round a node mean for it. */
struct inside {
	bool keep_space;   /* pre */
	bool text_only;	   /* title */
	bool foreign;	   /* svg */
	struct str holder; /* the innermost element's name, for messages */
};

enum directive {
	DIRECTIVE_TEXT,
	DIRECTIVE_HTML,
	DIRECTIVE_INCLUDE,
	DIRECTIVE_ATTR,
	DIRECTIVE_IF,
	DIRECTIVE_EACH,
	DIRECTIVE_COUNT
};

/* An element's directives; NULL: not there. */
struct directives {
	const struct attr *of[DIRECTIVE_COUNT];
};

/* What a path leads to. */
struct target {
	size_t ref;
	enum field_type type;
	const struct schema *of; /* of a record or list */
};

/* compile.c. Compiles the page's file into c->program. */
void compile_page(struct compiler *c, struct file *file);
bool compile_is_block(const struct node *n);
/* An error at a part of the file that is being compiled. */
void compile_error(struct compiler *c, enum rule_id rule, struct str where, struct str repair, struct message m);

/* directives.c. Reads an element's directives and tells the unknown ones. */
void directives_read(struct compiler *c, const struct node *n, struct directives *d);

/* An open if: what condition_close needs. */
struct condition {
	bool open;
	size_t jump;
};
struct condition condition_open(struct compiler *c, const struct attr *a);
void condition_close(struct compiler *c, struct condition k);

/* An open each; `scope` must stay where it is until loop_close. */
struct loop {
	bool open, counted;
	size_t each;
	struct scope scope;
};
void loop_open(struct compiler *c, const struct attr *a, struct loop *l);
void loop_close(struct compiler *c, struct loop *l);

/* attributes.c. Writes all attributes of a start tag; tells those in a forbidden place. */
void attributes_write(struct compiler *c, const struct node *n, const struct attr *dynamic);
/* True where k:attr sets the attribute of this name. */
bool attributes_dynamic(const struct attr *dynamic, struct str name);
/* The qualified name of an element or attribute: prefix:name. */
struct str qualified_name(struct compiler *c, struct str prefix, struct str name);

/* code.c. The content of style and script; tells what may not be there. The element's tags are the caller's. */
void code_content(struct compiler *c, const struct node *n, const struct directives *d);

/* names.c. Resolves a path, which must be a view of the source; false: told, or it follows from another mistake. */
bool name_resolve(struct compiler *c, struct str path, struct target *t);
/* Length of the word of name characters at the beginning: Latin letters, digits, _ and -, not first a digit or -. */
size_t name_length(struct str s);
/* Cuts white space and then the next word up to white space or `stop` (any of those bytes) off *rest; may be empty. */
struct str name_word(struct str *rest, const char *stop);

/* include.c. The file that an include names, with that ending added; NULL: told. */
struct file *include_file(struct compiler *c, const struct attr *a, struct str ending);
/* Begins a part: looks for circles and sizes; false: told. */
bool include_allowed(struct compiler *c, const struct attr *a, const struct file *file);

#endif
