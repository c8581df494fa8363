/*
 * template_fixture.h - a page of every kind of field, a templates folder in memory of the disk, and diagnostics as
 * short lines; shared by the tests of template/.
 */
#ifndef KOMEK_TESTS_TEMPLATE_FIXTURE_H
#define KOMEK_TESTS_TEMPLATE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "template/theme.h"

struct author {
	struct str name;
};

struct link {
	struct str title, url, hint;
	bool current;
	const struct author *by;
};

struct section {
	struct str title;
	struct list links;
};

struct page {
	struct str title, lang, url, body, data;
	bool featured;
	const struct author *author;
	struct list sections, related;
};

static const struct field author_fields[] = {FIELD(struct author, TEXT, name)};
static const struct schema author_schema = SCHEMA("author", struct author, author_fields);
static const struct field link_fields[] = {
	FIELD(struct link, TEXT, title),
	FIELD(struct link, URL, url),
	FIELD(struct link, TEXT, hint),
	FIELD(struct link, BOOL, current),
	FIELD_OF(struct link, RECORD, by, author_schema),
};
static const struct schema link_schema = SCHEMA("link", struct link, link_fields);
static const struct field section_fields[] = {
	FIELD(struct section, TEXT, title),
	FIELD_OF(struct section, LIST, links, link_schema),
};
static const struct schema section_schema = SCHEMA("section", struct section, section_fields);
static const struct field page_fields[] = {
	FIELD(struct page, TEXT, title),
	FIELD(struct page, TEXT, lang),
	FIELD(struct page, URL, url),
	FIELD(struct page, HTML, body),
	FIELD(struct page, JSON, data),
	FIELD(struct page, BOOL, featured),
	FIELD_OF(struct page, RECORD, author, author_schema),
	FIELD_OF(struct page, LIST, sections, section_schema),
	FIELD_OF(struct page, LIST, related, link_schema),
};
static const struct schema page_schema = SCHEMA("page", struct page, page_fields);

static const struct str word_names[] = {{"back_home", 9}, {"menu", 4}, {"search", 6}};

/* A templates folder on disk and what one compilation of it gave. */
struct fixture {
	char folder[256];
	struct arena arena;
	struct diags dg;
	struct failure why;
	struct theme *theme;
};

static inline int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st, (void)type, (void)where;
	return remove(path);
}

static inline void forget(struct fixture *f)
{
	theme_free(f->theme);
	f->theme = NULL;
	diags_clear(&f->dg);
	failure_clear(&f->why);
	arena_clear(&f->arena);
}

static inline int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	const char *tmp = getenv("TMPDIR");
	char parts[300];

	if (!f)
		return -1;
	snprintf(f->folder, sizeof f->folder, "%s/komek-template-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(f->folder))
		return -1;
	snprintf(parts, sizeof parts, "%s/parts", f->folder);
	*state = f;
	return mkdir(parts, 0700);
}

static inline int teardown(void **state)
{
	struct fixture *f = *state;

	forget(f);
	nftw(f->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	free(f);
	return 0;
}

static inline void write_bytes(const struct fixture *f, const char *name, struct str bytes)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", f->folder, name);
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes.at ? bytes.at : "", 1, bytes.len, file), bytes.len);
	assert_int_equal(fclose(file), 0);
}

static inline void write_file(const struct fixture *f, const char *name, const char *text)
{
	write_bytes(f, name, str_of(text));
}

/* Compiles one page of struct page; its template lies in the folder already. */
static inline void compile(struct fixture *f, const char *file)
{
	const struct theme_page page = {file, &page_schema};
	const struct theme_request request = {.folder = f->folder,
					      .pages = &page,
					      .page_count = 1,
					      .words = word_names,
					      .word_count = 3,
					      .arena = &f->arena};

	forget(f);
	f->theme = theme_compile(&request, &f->dg, &f->why);
	diags_sort(&f->dg);
}

/* One line a diagnostic: "page.xhtml:1:2 template-name title": path below the folder, place, rule, repair if known. */
static inline void told(const struct fixture *f, struct buf *out)
{
	for (size_t i = 0; i < f->dg.list.len; i++) {
		const struct diag *d = &f->dg.list.at[i];
		struct position p = source_position(d->place.source, d->place.from);
		struct str path = str_from(d->place.source->path, strlen(f->folder) + 1);

		buf_addf(out, "%s%.*s:%zu:%zu %.*s", i ? "\n" : "", STR_ARG(path), p.line, p.column,
			 STR_ARG(rule_of(d->rule)->id));
		if (d->repair.len)
			buf_addf(out, " %.*s", STR_ARG(d->repair));
	}
	buf_add(out, STR(""));
}

#endif
