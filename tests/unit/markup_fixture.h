/*
 * markup_fixture.h - one Markdown text parsed in the ways in which a file may hold it, and its facts as short lines;
 * shared by the tests of markup/.
 */
#ifndef KOMEK_TESTS_MARKUP_FIXTURE_H
#define KOMEK_TESTS_MARKUP_FIXTURE_H

#include "rows.h"

#include "markup/markup.h"

/* How a text lies in its file. None of it may change what is said about it, but for the number of the line. */
enum form {
	FORM_PLAIN,
	FORM_BEHIND_HEAD, /* front matter of HEAD_LINES lines stands before it */
	FORM_SHARED,	  /* shared definitions are known */
	FORM_WINDOWS,	  /* lines end with CRLF */
	FORM_COUNT
};

enum { HEAD_LINES = 3 };

static const char *const form_names[FORM_COUNT] = {"plain", "behind a head", "with shared definitions", "CRLF"};

struct parsed {
	struct arena arena;
	struct buf bytes;
	struct source *source;
	definitions shared;
	struct diags dg;
	struct markup *m;
	size_t lines_before;
};

/* Two shared definitions with unlikely names, and [komek] that rows use. */
static inline void add_shared(struct parsed *p)
{
	static const char text[] = "[komek-one]: one.md\n[komek]: pay/refund.md\n[Екінші]: https://komek.example/\n";
	struct diags dg = {0};

	markup_definitions(source_new(&p->arena, STR("links.kk.md"), str_of(text)), 0, &p->shared, &dg);
	assert_int_equal(p->shared.len, 3);
	assert_int_equal(dg.list.len, 0);
	diags_clear(&dg);
}

static inline void add_lines(struct buf *out, const char *text, bool windows)
{
	for (; *text; text++) {
		if (windows && *text == '\n')
			buf_add_byte(out, '\r');
		buf_add_byte(out, *text);
	}
}

static inline struct parsed *parse(const char *text, enum form form)
{
	struct parsed *p = calloc(1, sizeof *p);
	struct markup_request request = {0};

	assert_non_null(p);
	if (form == FORM_BEHIND_HEAD) {
		buf_add(&p->bytes, STR("---\ntitle: Тақырып\n---\n"));
		p->lines_before = HEAD_LINES;
	}
	request.from = p->bytes.len;
	add_lines(&p->bytes, text, form == FORM_WINDOWS);
	if (form == FORM_SHARED) {
		add_shared(p);
		request.shared = &p->shared;
	}
	p->source = source_new(&p->arena, STR("a.kk.md"), buf_str(&p->bytes));
	request.source = p->source;
	p->m = markup_parse(&request, &p->dg);
	diags_sort(&p->dg);
	return p;
}

static inline void parsed_free(struct parsed *p)
{
	markup_free(p->m);
	diags_clear(&p->dg);
	vec_clear(&p->shared);
	buf_clear(&p->bytes);
	arena_clear(&p->arena);
	free(p);
}

/* "3:5-3:9 ": lines are counted in the text alone. */
static inline void add_place(const struct parsed *p, struct place place, struct buf *out)
{
	struct position from = source_position(p->source, place.from), to = source_position(p->source, place.to);

	assert_ptr_equal(place.source, p->source);
	assert_true(place.from <= place.to && place.to <= p->source->bytes.len);
	buf_addf(out, "%zu:%zu-%zu:%zu ", from.line - p->lines_before, from.column, to.line - p->lines_before,
		 to.column);
}

/* One a line: "3:5-3:9 raw-html", with the repair behind it where one is known. */
static inline void add_told(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->dg.list.len; i++) {
		const struct diag *d = &p->dg.list.at[i];

		add_place(p, d->place, out);
		buf_addf(out, "%.*s", STR_ARG(rule_of(d->rule)->id));
		if (d->repair.len)
			buf_addf(out, " %.*s", STR_ARG(d->repair));
		buf_add_byte(out, '\n');
	}
}

#endif
