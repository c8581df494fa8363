/*
 * template_fuzz.c - any bytes as a templates folder: the compiler never breaks, and what it accepts keeps every field
 * in its place and writes XML that is well-formed.
 *
 * The input is cut at lines "%%" into page, part, style sheet and script; each page is compiled as HTML and as XML.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "template/parse.h"
#include "template/theme_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

struct item {
	struct str name, url;
	bool on;
	const struct item *next;
	struct list list;
};

static const struct schema item_schema;
static const struct schema page_schema;

static const struct field item_fields[] = {
	FIELD(struct item, TEXT, name),
	FIELD(struct item, URL, url),
	FIELD(struct item, BOOL, on),
	FIELD_OF(struct item, RECORD, next, item_schema),
	FIELD_OF(struct item, LIST, list, item_schema),
};
static const struct schema item_schema = SCHEMA("item", struct item, item_fields);

struct page {
	struct str t, u, h, j;
	bool b;
	const struct item *r, *none;
	struct list l;
};

static const struct field page_fields[] = {
	FIELD(struct page, TEXT, t),
	FIELD(struct page, URL, u),
	FIELD(struct page, HTML, h),
	FIELD(struct page, JSON, j),
	FIELD(struct page, BOOL, b),
	FIELD_OF(struct page, RECORD, r, item_schema),
	FIELD_OF(struct page, RECORD, none, item_schema),
	FIELD_OF(struct page, LIST, l, item_schema),
};
static const struct schema page_schema = SCHEMA("page", struct page, page_fields);

/* Bytes that would show outside of their place; HTML and JSON are trusted and hold none. */
#define EVIL "\x01</script></style></title>\"'--><zqx>&]]>"

static const struct str names[] = {{"a", 1}, {"back", 4}};
static const struct str words[] = {{EVIL, sizeof EVIL - 1}, {"", 0}};
static const struct item leaf = {
	{EVIL, sizeof EVIL - 1}, {"javascript:" EVIL, sizeof EVIL + 10}, false, NULL, {NULL, 0}};
static const struct item items[] = {
	{{"one", 3}, {EVIL, sizeof EVIL - 1}, true, &leaf, {&leaf, 1}},
	{{"", 0}, {"", 0}, false, NULL, {NULL, 0}},
};
static const struct page page = {
	.t = {EVIL, sizeof EVIL - 1},
	.u = {EVIL, sizeof EVIL - 1},
	.h = {"<p>h</p>", 8},
	.j = {"{}", 2},
	.b = true,
	.r = items,
	.l = {items, 2},
};

static void broken(const char *why, const struct buf *out)
{
	fprintf(stderr, "%s:\n%.*s\n", why, (int)out->len, out->at);
	abort();
}

static bool well_formed(struct str bytes)
{
	struct arena a = ARENA_INIT;
	struct diags dg = {0};
	bool fine = parse_template(&a, source_new(&a, STR("out.xml"), bytes), &dg);

	diags_clear(&dg);
	arena_clear(&a);
	return fine;
}

static struct str next_file(struct str *rest)
{
	size_t cut = str_find(*rest, STR("\n%%\n"), 0);
	struct str file = str_slice(*rest, 0, cut);

	*rest = cut == SIZE_MAX ? STR_NONE : str_from(*rest, cut + 4);
	return file;
}

/* Loops in loops in loops write without end; programs of many are only compiled. */
static bool is_small(const struct theme *t)
{
	struct buf text = BUF_INIT;
	size_t loops = 0, at = 0;

	program_dump(theme_program(t, 0), &text);
	while ((at = str_find(buf_str(&text), STR(" each "), at)) != SIZE_MAX)
		at++, loops++;
	buf_clear(&text);
	return loops <= 8;
}

static void run(const struct theme *t, bool xml, bool has_marker)
{
	struct buf out = BUF_INIT;

	if (is_small(t)) {
		program_run(theme_program(t, 0), &page, words, &out);
		if (!has_marker && str_find(buf_str(&out), STR("<zqx"), 0) != SIZE_MAX)
			broken("a field left its place", &out);
		if (xml && !well_formed(buf_str(&out)))
			broken("not well-formed", &out);
	}
	buf_clear(&out);
}

static void try(struct str input, const char *name, bool xml)
{
	struct arena arena = ARENA_INIT;
	struct diags dg = {0};
	struct failure why = FAILURE_NONE;
	struct files f = FILES_INIT(STR("t"), &arena, &dg, &why);
	const struct theme_page theme_page = {name, &page_schema};
	const struct theme_request request = {
		.folder = "t", .pages = &theme_page, .page_count = 1, .words = names, .word_count = 2, .arena = &arena};
	struct str rest = input;
	struct theme *t;

	files_put(&f, str_of(name), next_file(&rest));
	files_put(&f, xml ? STR("p.xml") : STR("p.xhtml"), next_file(&rest));
	files_put(&f, STR("a.css"), next_file(&rest));
	files_put(&f, STR("a.js"), next_file(&rest));
	t = theme_compile_files(&f, &request);
	diags_sort(&dg);
	if (!t && diags_count(&dg, LEVEL_ERROR) == 0)
		abort();
	for (size_t i = 0; i < dg.list.len; i++)
		source_position(dg.list.at[i].place.source, dg.list.at[i].place.from);
	if (t)
		run(t, xml, str_find(input, STR("zqx"), 0) != SIZE_MAX);
	theme_free(t);
	files_clear(&f);
	diags_clear(&dg);
	failure_clear(&why);
	arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str input = {(const char *)bytes, len};

	try(input, "page.xhtml", false);
	try(input, "page.xml", true);
	return 0;
}
