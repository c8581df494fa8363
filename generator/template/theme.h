/*
 * theme.h - the templates of a site, compiled once into flat programs.
 *
 * A template is a well-formed XHTML file that a designer can open in a browser: its sample text is replaced.
 * Directives are attributes of the namespace urn:komek:template (prefix k by custom):
 *
 *	<h1 k:text="question.title">Sample</h1>		the element's content becomes the field's text
 *	<div k:html="question.body">...</div>		... becomes HTML (only fields of type HTML)
 *	<a k:attr="href link.url; title link.hint?">	attributes from fields; with ? left out where the field is
 *							empty; a BOOL writes the name alone where it is true
 *	<ul k:if="page.related">			the element is there only where the field is true, not
 *							empty, not NULL
 *	<p k:if="not page.related">			the contrary
 *	<li k:each="link in page.related">		the element once for each item; `link` is the item inside
 *	<div k:include="parts/footer">			the content becomes that of the template
 *							parts/footer.xhtml, compiled in place
 *	<style k:include="assets/style.css">		in style and script: the text of that file (relative to the
 *							templates folder); several: <k:block k:include="..."/> inside
 *	<k:block k:if="...">...</k:block>		an element that leaves only its content (also the root of
 *							a part)
 *	k:text="say.back_home"				a text of the interface, in the page's language
 *							(strings/<lang>.yaml)
 *
 * On one element the order is each, if, attr, then text, html or include (one of the three at most).
 * Names are paths: root fields directly (title), then through records (question.title) and loop names, the innermost
 * first. What a part may name is decided where it is included. A part has the ending of the page that includes it.
 *
 * Comments of templates are dropped, and white space that holds a line end between tags shrinks to one line end.
 * *.xhtml become HTML (<!DOCTYPE html>, void elements without slash); *.xml become XML with its declaration, and there
 * k:text also takes HTML, escaped, as feeds hold it. Included style sheets lose their comments and white space at both
 * ends of lines; scripts are included as they are.
 *
 * Found at compile time, all in one run, each as path:line:column:
 * - what is not well-formed (the first place in a file); unknown elements or attributes of our namespace;
 * - unknown names (with the nearest known one); missing templates; includes that go in circles or grow too large;
 * - a value in a forbidden place: anything inside style or script but JSON in a data script; on* and style attributes,
 *   srcdoc; HTML or JSON in an attribute; TEXT where an address is expected (contexts.c has the list); a list or record
 *   as text;
 * - each over what is no list;
 * - what the security policy of the pages would block: static on* and style attributes, addresses with another scheme.
 *
 *	struct theme *t = theme_compile(&request, &dg, &why);	NULL: see dg and why
 *	program_run(theme_program(t, i), &view, words, &out);
 *	theme_free(t);
 */
#ifndef KOMEK_TEMPLATE_THEME_H
#define KOMEK_TEMPLATE_THEME_H

#include "base/arena.h"
#include "base/map.h"
#include "diag/diag.h"
#include "diag/failure.h"
#include "template/schema.h"

/* One kind of page: its template's name without the ending ("question") and what it may name. */
struct theme_page {
	const char *file; /* "question.xhtml", "sitemap.xml": relative to the templates folder */
	const struct schema *root;
};

struct theme_request {
	const char *folder; /* as given on the command line */
	const struct theme_page *pages;
	size_t page_count;
	const struct str *words; /* names of the interface's texts, sorted by bytes: say.<name> becomes an index into
				    such an array */
	size_t word_count;
	bool words_lack;     /* some are lost to an error told elsewhere: an unknown one is no news then */
	struct arena *arena; /* holds the sources that diagnostics point to; must outlive them */
	const struct map
		*instead; /* paths (folder and all) to struct str: bytes that take the place of files; or NULL */
};

struct theme;
struct program;

/* An inline style or script as it stands in every page of a program; for the hashes of a content security policy. */
struct inline_text {
	bool is_script; /* else a style */
	struct str text;
};

/* Compiles every page's template. NULL where there were errors (in dg) or the system refused (in why). */
struct theme *theme_compile(const struct theme_request *request, struct diags *dg, struct failure *why);

/* The program of page i of the request; it belongs to the theme and may be run by any number of threads. */
const struct program *theme_program(const struct theme *t, size_t i);

/* The inline styles and scripts of a program, in page order; data blocks such as JSON are not among them. */
const struct inline_text *program_inline(const struct program *p, size_t *count);

/*
 * Adds the page made from root (a struct of the page's schema). words[i] is the text for the i-th name of the request.
 * Cannot fail: everything was checked when the program was compiled.
 */
void program_run(const struct program *p, const void *root, const struct str *words, struct buf *out);

/* The program as readable lines, one an operation; for tests and for people. */
void program_dump(const struct program *p, struct buf *out);

/* Frees the theme and its programs; NULL is welcome. */
void theme_free(struct theme *t);

#endif
