/* Whole pages: content, the repository's own templates, the plan, and a site in memory. */
#include "check_fixture.h"

#include "base/escape.h"
#include "output/memory.h"
#include "plan/plan.h"

/* Warnings do not keep a site from being made. */
static void no_errors(const struct fixture *f)
{
	struct buf got = BUF_INIT;

	told(f, &got);
	if (diags_count(&f->dg, LEVEL_ERROR))
		fail_msg("%s", got.at);
	buf_clear(&got);
}

static void write_index(struct fixture *f, struct search_files *search)
{
	struct index *ix = index_build(f->site, f->jobs);

	search_write(f->site, ix, 1, &f->arena, search);
	index_free(ix);
}

/* Makes the whole site of the folder in memory. */
static struct memory *make(struct fixture *f)
{
	struct theme_request request = {.folder = TEMPLATES, .pages = page_theme(), .page_count = PAGE_KINDS};
	struct memory *m = memory_new();
	struct page_context context;
	struct statics statics = {0};
	struct search_files search = {0};
	struct theme *theme;
	struct plan plan = {0};

	load(f);
	check_with(f, f->jobs);
	no_errors(f);
	request.words = f->site->words.names.at;
	request.word_count = f->site->words.names.len;
	request.arena = &f->arena;
	theme = theme_compile(&request, &f->dg, &f->why);
	no_errors(f);
	assert_non_null(theme);
	assert_true(statics_load(&statics, TEMPLATES, &f->arena, &f->why));
	assert_true(page_context_init(&context, f->site, theme, &f->arena, &f->why));
	write_index(f, &search);
	plan_make(&plan, f->site, &statics, &search, &f->arena);
	assert_true(plan_run(&plan, &context, f->jobs, memory_sink(m), &f->why));
	plan_clear(&plan);
	search_files_clear(&search);
	statics_clear(&statics);
	theme_free(theme);
	return m;
}

static struct str file(struct memory *m, const char *path)
{
	const struct memory_file *found = memory_find(m, str_of(path));

	if (!found)
		fail_msg("there is no %s", path);
	return found->bytes;
}

static size_t times(struct str text, const char *needle)
{
	size_t n = 0;

	for (size_t at = 0; (at = str_find(text, str_of(needle), at)) != SIZE_MAX; at++)
		n++;
	return n;
}

static bool has(struct str text, const char *needle)
{
	return times(text, needle) > 0;
}

static void replace_all(struct buf *text, struct str old, struct str new)
{
	struct buf out = BUF_INIT;
	size_t at = 0, next;

	while ((next = str_find(buf_str(text), old, at)) != SIZE_MAX) {
		buf_add(&out, str_slice(buf_str(text), at, next));
		buf_add(&out, new);
		at = next + old.len;
	}
	buf_add(&out, str_from(buf_str(text), at));
	buf_clear(text);
	*text = out;
}

/* ---- texts stay texts ---- */

#define EVIL  "</script></title></style><b a=\"1\" c='2'>&amp;{1} --></b>"
#define PLAIN "Harmless"

/* Every text of an editor that pages show but the bodies, which are Markdown. */
static void put_texts(struct fixture *f, const char *text)
{
	struct buf quoted = BUF_INIT;
	struct str head;

	buf_add(&quoted, str_of(text));
	replace_all(&quoted, STR("'"), STR("''"));
	head = arena_printf(&f->arena, "---\ntitle: '%s'\nsummary: '%s'\nkeywords: ['%s']\nfeatured: true\n---\n",
			    quoted.at, quoted.at, quoted.at);
	put(f, "site.yaml",
	    arena_printf(&f->arena,
			 "languages: [kk, ru]\nname: {kk: '%s', ru: '%s'}\nbase_url: https://a.kz/\nsupport:\n  email: "
			 "a@b.kz\n  fields: [{kk: '%s', ru: '%s'}]\n",
			 quoted.at, quoted.at, quoted.at, quoted.at)
		    .at);
	put_bytes(f, "_index.ru.md", head);
	put_bytes(f, "about.ru.md", arena_printf(&f->arena, "%.*sa\n", STR_ARG(head)));
	put_bytes(f, "pay/_index.ru.md", head);
	put_bytes(f, "pay/a.ru.md", arena_printf(&f->arena, "%.*sa\n", STR_ARG(head)));
	put_bytes(f, "pay/b.kk.md", arena_printf(&f->arena, "%.*sb\n", STR_ARG(head)));
	buf_clear(&quoted);
}

/* The page with the evil text in each of its escaped forms replaced by the harmless one. */
static struct buf harmless(struct str page)
{
	struct buf out = BUF_INIT, form = BUF_INIT;

	buf_add(&out, page);
	escape_attr(&form, STR(EVIL));
	replace_all(&out, buf_str(&form), STR(PLAIN));
	buf_reset(&form);
	escape_text(&form, STR(EVIL));
	replace_all(&out, buf_str(&form), STR(PLAIN));
	buf_reset(&form);
	escape_url_part(&form, STR(EVIL));
	replace_all(&out, buf_str(&form), STR(PLAIN));
	buf_clear(&form);
	return out;
}

/* Takes out what lies from the first `from` up to the next `to`, so that what follows from the words (hashes, data) does not count. */
static void cut(struct buf *page, const char *from, const char *to)
{
	size_t start = str_find(buf_str(page), str_of(from), 0), end;
	struct buf out = BUF_INIT;

	if (start == SIZE_MAX)
		return;
	end = str_find(buf_str(page), str_of(to), start);
	assert_true(end != SIZE_MAX);
	buf_add(&out, str_slice(buf_str(page), 0, start));
	buf_add(&out, str_from(buf_str(page), end));
	buf_clear(page);
	*page = out;
}

static void cut_data(struct buf *page)
{
	cut(page, "<script type=\"application/ld+json\">", "</script>");
	cut(page, "; script-src", "\">");
}

/* A title that would end scripts and tags changes nothing in a page but the words. */
static void evil_texts(void **state)
{
	struct fixture *f = *state;
	struct memory *plain, *evil;
	const struct memory_file *files;
	size_t count, with_title = 0;

	put_texts(f, PLAIN);
	plain = make(f);
	put_texts(f, EVIL);
	evil = make(f);
	files = memory_files(evil, &count);
	for (size_t i = 0; i < count; i++) {
		struct buf page = BUF_INIT, calm = BUF_INIT;
		const struct memory_file *same = memory_find(plain, files[i].path);

		/* In the alphabet the words decide the letters, too. */
		if (!str_ends(files[i].path, STR(".html")) || str_ends(files[i].path, STR("a-z.html")))
			continue;
		assert_non_null(same);
		page = harmless(files[i].bytes);
		buf_add(&calm, same->bytes);
		cut_data(&page);
		cut_data(&calm);
		assert_false(has(files[i].bytes, "<b "));
		assert_int_equal(
			row_differs("the same page but for the words", files[i].path.at, buf_str(&page), calm.at), 0);
		buf_clear(&calm);
		with_title += str_ends(files[i].path, STR(".html")) && has(same->bytes, PLAIN);
		buf_clear(&page);
	}
	/* All of them: the site's name alone stands on every page. */
	assert_int_equal(with_title, 2 + 2 * (5 + 3));
	assert_int_equal(times(file(plain, "ru/pay/a.html"), "<h1>" PLAIN "</h1>"), 1);
	memory_free(plain);
	memory_free(evil);
}

/* ---- borrowed texts ---- */

static void fallback(void **state)
{
	static const struct {
		const char *reason, *page, *needle;
		size_t times;
	} rows[] = {
		{"the page is Kazakh", "kk/pay/a.html", "<html lang=\"kk\">", 1},
		{"its text is Russian", "kk/pay/a.html", "<div class=\"answer\" lang=\"ru\">", 1},
		{"and the reader is told so", "kk/pay/a.html", "<p class=\"notice\">", 1},
		{"in the name that the language gives itself", "kk/pay/a.html", "Русский", 2},
		{"search engines pass over it", "kk/pay/a.html", "<meta name=\"robots\" content=\"noindex\">", 1},
		{"it is nobody's canonical page", "kk/pay/a.html", "rel=\"canonical\"", 0},
		{"and names no other languages", "kk/pay/a.html", "rel=\"alternate\" hreflang=", 0},
		{"a text of its own: no notice", "ru/pay/a.html", "class=\"notice\"", 0},
		{"no language within the language", "ru/pay/a.html", "<div class=\"answer\">", 1},
		{"search engines may take it", "ru/pay/a.html", "noindex", 0},
		{"it is canonical", "ru/pay/a.html", "<link rel=\"canonical\" href=\"https://a.kz/ru/pay/a.html\">", 1},
		{"the borrowed page is no alternate", "ru/pay/a.html", "https://a.kz/kk/pay/a.html", 0},
		{"the page itself is one", "ru/pay/a.html",
		 "<link rel=\"alternate\" hreflang=\"ru\" href=\"https://a.kz/ru/pay/a.html\">", 1},
		{"of one", "ru/pay/a.html", "rel=\"alternate\" hreflang=", 1},
		{"two texts: two alternates", "kk/pay/b.html", "rel=\"alternate\" hreflang=", 2},
		{"on both pages", "ru/pay/b.html", "hreflang=\"kk\" href=\"https://a.kz/kk/pay/b.html\"", 1},
		{"a borrowed title in a list says its language", "kk/pay/index.html", "<a href=\"a.html\" lang=\"ru\">",
		 1},
		{"an own one does not", "kk/pay/index.html", "<a href=\"b.html\">", 1},
		{"a link of a borrowed text stays in the reader's language", "kk/pay/a.html",
		 "<a href=\"b.html\">to b</a>", 1},
		{"unless it names another one", "kk/pay/b.html",
		 "<a href=\"../../ru/pay/a.html\" hreflang=\"ru\">to a</a>", 1},
		{"the section has no text: its folder's name", "kk/pay/index.html", "<h1>pay</h1>", 1},
	};
	struct fixture *f = *state;
	struct memory *m;
	size_t bad = 0;

	put(f, "site.yaml", "languages: [kk, ru]\nname: {kk: Көмек, ru: Помощь}\nbase_url: https://a.kz\n");
	question(f, "pay/a.ru.md", "", "[to b](b.md)\n");
	question(f, "pay/b.kk.md", "", "[to a](a.ru.md)\n");
	question(f, "pay/b.ru.md", "", "b\n");
	m = make(f);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (times(file(m, rows[i].page), rows[i].needle) != rows[i].times) {
			print_error("%s: %s has %s %zu times\n", rows[i].reason, rows[i].page, rows[i].needle,
				    times(file(m, rows[i].page), rows[i].needle));
			bad++;
		}
	assert_int_equal(bad, 0);
	memory_free(m);
}

/* ---- the site as a whole ---- */

/* One of everything that pages can hold. */
static void full_site(struct fixture *f)
{
	put(f, "site.yaml",
	    "languages: [kk, ru]\nname: {kk: Көмек, ru: Помощь}\nsupport:\n  email: a@b.kz\n  fields: [{kk: ЖСН, ru: "
	    "ИИН}]\n");
	put(f, "links.ru.md", "[shared]: pay/b.md\n[logo]: logo.svg\n");
	put(f, "logo.svg", A_PICTURE);
	put(f, "pay/form.pdf", "2");
	put(f, "pay/forgotten.pdf", "3");
	question(f, "_index.kk.md", "", "Үй\n");
	question(f, "_index.ru.md", "", "Home, [a](pay/a.md)\n");
	question(f, "about.ru.md", "", "[support](#support) [a](pay/a.md#part-1) [section](pay)\n");
	question(f, "pay/_index.ru.md", "summary: S\n", "Section\n");
	question(f, "pay/a.ru.md", "updated: 2026-05-01\nreview: 2027-05-01\nfeatured: true\nkeywords: [k]\n",
		 "## A\n\n1. [b](b.md#step-2)\n   1. [c](#step-2-1)\n\n[form](form.pdf#page=2) [shared] ![logo][logo]\n"
		 "[home](../_index.md) [above](../about.md)\n");
	question(f, "pay/b.ru.md", "keywords: [k]\n", "1. a\n2. b\n\n> [!CAUSE]\n> c\n\n> [!SOLUTION]\n> d\n");
	question(f, "pay/b.kk.md", "", "1. a\n2. b\n");
	question(f, "pay/later.ru.md", "draft: true\n", "a\n");
	question(f, "account/c.kk.md", "", "[b](../pay/b.md)\n");
}

static void kinds(void **state)
{
	static const struct {
		const char *path, *kind;
	} rows[] = {
		{"index.html", "root"},
		{"404.html", "404"},
		{"kk/index.html", "home"},
		{"ru/pay/index.html", "section"},
		{"kk/pay/a.html", "question"},
		{"ru/about.html", "page"},
		{"kk/about.html", "page"},
		{"ru/account/index.html", "section"},
		{"ru/account/c.html", "question"},
	};
	struct fixture *f = *state;
	const struct memory_file *files;
	struct memory *m;
	size_t count, pages = 0;

	full_site(f);
	m = make(f);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str kind = arena_printf(&f->arena, "<meta name=\"komek:kind\" content=\"%s\">", rows[i].kind);

		assert_int_equal(times(file(m, rows[i].path), kind.at), 1);
		assert_true(str_starts(file(m, rows[i].path), STR("<!DOCTYPE html>\n<html")));
	}
	files = memory_files(m, &count);
	for (size_t i = 0; i < count; i++)
		pages += str_ends(files[i].path, STR(".html"));
	/* The root, 404, and in each language home, two sections, three questions, a page; three of all answers, A-Z, search. */
	assert_int_equal(pages, 2 + 2 * (1 + 2 + 3 + 1 + 3 + 1 + 1));
	assert_null(memory_find(m, STR("ru/pay/later.html")));
	memory_free(m);
}

/* What a file of the content becomes, and what stays behind. */
static void files_of_the_content(void **state)
{
	struct fixture *f = *state;
	const struct memory_file *files;
	struct memory *m;
	size_t count, forms = 0, logos = 0;

	full_site(f);
	m = make(f);
	files = memory_files(m, &count);
	for (size_t i = 0; i < count; i++) {
		forms += str_starts(files[i].path, STR("assets/form.")) && str_eq(files[i].bytes, STR("2"));
		logos += str_starts(files[i].path, STR("assets/logo.")) && str_eq(files[i].bytes, STR(A_PICTURE));
		assert_false(has(files[i].path, "forgotten"));
		assert_false(str_ends(files[i].path, STR(".css")) || str_ends(files[i].path, STR(".md")));
	}
	assert_int_equal(forms, 1);
	assert_int_equal(logos, 1);
	assert_non_null(memory_find(m, STR("assets/komek.js")));
	/* The part of a file that a link names is not lost. */
	assert_true(has(file(m, "ru/pay/a.html"), ".pdf#page=2\">form</a>"));
	memory_free(m);
}

/* The value of the next href or src of a page from *at on; false at its end. */
static bool next_address(struct str page, size_t *at, struct str *address)
{
	size_t href = str_find(page, STR(" href=\""), *at), src = str_find(page, STR(" src=\""), *at);

	if (href == SIZE_MAX && src == SIZE_MAX)
		return false;
	*at = href < src ? href + 7 : src + 6;
	*address = str_slice(page, *at, str_find(page, STR("\""), *at));
	return true;
}

/* The file that a relative address names from a page, as a browser finds it. */
static struct str named(struct arena *a, struct str page, struct str address)
{
	struct str folder = str_slice(page, 0,
				      str_find_last_byte(page, '/') == SIZE_MAX ? 0 : str_find_last_byte(page, '/')),
		   step;

	while (str_split(&address, '/', &step)) {
		size_t slash = str_find_last_byte(folder, '/');

		if (str_eq(step, STR("..")))
			folder = str_slice(folder, 0, slash == SIZE_MAX ? 0 : slash);
		else
			folder = folder.len ? arena_printf(a, "%.*s/%.*s", STR_ARG(folder), STR_ARG(step)) : step;
	}
	return folder;
}

/* Every relative address of every page names a file of the site, and every part of one is there. */
static void every_address_leads_somewhere(void **state)
{
	struct fixture *f = *state;
	struct memory *m;
	const struct memory_file *files;
	size_t count, followed = 0, parts = 0;

	full_site(f);
	m = make(f);
	files = memory_files(m, &count);
	for (size_t i = 0; i < count; i++) {
		struct str address;

		if (!str_ends(files[i].path, STR(".html")))
			continue;
		for (size_t at = 0; next_address(files[i].bytes, &at, &address);) {
			size_t hash = str_find_byte(address, '#');
			struct str path = str_slice(address, 0, hash);
			const struct memory_file *target = &files[i];

			if (url_scheme(address).len)
				continue;
			assert_false(str_starts(address, STR("/")));
			if (path.len)
				target = memory_find(m, named(&f->arena, files[i].path, path));
			if (!target)
				fail_msg("%s: %.*s", files[i].path.at, STR_ARG(address));
			followed++;
			if (hash == SIZE_MAX || !str_ends(target->path, STR(".html")))
				continue;
			parts++;
			if (!has(target->bytes,
				 arena_printf(&f->arena, "id=\"%.*s\"", STR_ARG(str_from(address, hash + 1))).at))
				fail_msg("%s: %.*s", files[i].path.at, STR_ARG(address));
		}
	}
	assert_true(followed > 100);
	assert_true(parts > 20);
	memory_free(m);
}

/* Without a base address nothing absolute is written. */
static void no_base_url(void **state)
{
	struct fixture *f = *state;
	const struct memory_file *files;
	struct memory *m;
	size_t count;

	full_site(f);
	m = make(f);
	files = memory_files(m, &count);
	for (size_t i = 0; i < count; i++) {
		assert_false(has(files[i].bytes, "rel=\"canonical\""));
		assert_false(has(files[i].bytes, "rel=\"alternate\" hreflang="));
	}
	assert_true(has(file(m, "404.html"), "noindex"));
	memory_free(m);
}

static void support(void **state)
{
	struct fixture *f = *state;
	struct memory *m;
	struct str page;

	full_site(f);
	m = make(f);
	page = file(m, "kk/pay/a.html");
	assert_int_equal(times(page, "id=\"support\""), 1);
	assert_int_equal(times(page, "<li>ЖСН</li>"), 1);
	/* The address, and what composes the letter: mail too where no script runs. */
	assert_int_equal(times(page, "href=\"mailto:a@b.kz?subject="), 2);
	assert_int_equal(times(page, "&amp;body=%D0%96%D0%A1%D0%9D%3A%20%0D%0A\""), 2);
	assert_int_equal(
		times(page, "data-komek-letter=\"../../assets/letter.js\" data-words=\"../../assets/letter-kk.js\""),
		1);
	assert_true(has(file(m, "assets/letter-kk.js"), "\"fields\":[[\"line\",\"ЖСН\"]]"));
	assert_true(has(file(m, "ru/pay/a.html"), "<li>ИИН</li>"));
	/* Every letter to support gives the details, whatever page it begins on. */
	assert_true(has(file(m, "ru/about.html"), "id=\"support\""));
	assert_true(has(file(m, "ru/about.html"), "<li>ИИН</li>"));
	assert_false(has(file(m, "ru/pay/index.html"), "id=\"support\""));
	memory_free(m);
}

static void dates(void **state)
{
	struct fixture *f = *state;
	struct memory *m;

	full_site(f);
	m = make(f);
	assert_int_equal(times(file(m, "ru/pay/a.html"), "<time datetime=\"2026-05-01\">"), 1);
	assert_int_equal(times(file(m, "kk/pay/a.html"), "<time datetime=\"2027-05-01\">"), 1);
	assert_int_equal(times(file(m, "ru/pay/b.html"), "<time"), 0);
	memory_free(m);
}

/* The files in which two sites differ, one a line. */
static void add_changed(struct memory *before, struct memory *after, struct buf *out)
{
	size_t count, count_before;
	const struct memory_file *files = memory_files(after, &count);

	memory_files(before, &count_before);
	assert_int_equal(count, count_before);
	for (size_t i = 0; i < count; i++) {
		const struct memory_file *old = memory_find(before, files[i].path);

		/* The parts of the index are the search's own affair. */
		if (str_starts(files[i].path, STR("assets/search/")))
			continue;
		if (!old || !str_eq(old->bytes, files[i].bytes))
			buf_addf(out, "%.*s\n", STR_ARG(files[i].path));
	}
	buf_add(out, STR(""));
}

/* A word in a text changes the pages that show that text. */
static void one_word(void **state)
{
	struct fixture *f = *state;
	struct memory *before, *after;
	struct buf got = BUF_INIT;

	full_site(f);
	before = make(f);
	question(f, "pay/b.kk.md", "", "1. a\n2. word\n");
	after = make(f);
	add_changed(before, after, &got);
	assert_string_equal(got.at, "kk/all.html\nkk/pay/all.html\nkk/pay/b.html\n");
	memory_free(after);
	question(f, "pay/b.kk.md", "", "1. a\n2. b\n");
	question(f, "about.ru.md", "", "[support](#support) [a](pay/a.md#part-1) word\n");
	after = make(f);
	buf_reset(&got);
	add_changed(before, after, &got);
	assert_string_equal(got.at, "kk/about.html\nru/about.html\n");
	memory_free(before);
	memory_free(after);
	buf_clear(&got);
}

static void threads_change_nothing(void **state)
{
	struct fixture *f = *state;
	struct memory *one, *many;
	struct buf got = BUF_INIT;

	full_site(f);
	f->jobs = 1;
	one = make(f);
	f->jobs = 8;
	many = make(f);
	add_changed(one, many, &got);
	assert_string_equal(got.at, "");
	memory_free(one);
	memory_free(many);
	buf_clear(&got);
}

/* A sink that refuses its third file. */
struct refusing {
	struct sink sink;
	size_t taken;
};

static bool refuse(struct sink *s, struct str path, struct str bytes, struct failure *why)
{
	struct refusing *r = (struct refusing *)s;

	(void)bytes;
	return ++r->taken < 3 || failure_errno(why, MSG_CANNOT_READ, path, 28);
}

static void refused_sink(void **state)
{
	struct refusing r = {.sink = {refuse}};
	struct fixture *f = *state;
	struct theme_request request = {.folder = TEMPLATES, .pages = page_theme(), .page_count = PAGE_KINDS};
	struct page_context context;
	struct statics statics = {0};
	struct search_files search = {0};
	struct theme *theme;
	struct plan plan = {0};

	full_site(f);
	load(f);
	request.words = f->site->words.names.at;
	request.word_count = f->site->words.names.len;
	request.arena = &f->arena;
	theme = theme_compile(&request, &f->dg, &f->why);
	assert_non_null(theme);
	assert_true(page_context_init(&context, f->site, theme, &f->arena, &f->why));
	write_index(f, &search);
	plan_make(&plan, f->site, &statics, &search, &f->arena);
	assert_false(plan_run(&plan, &context, 1, &r.sink, &f->why));
	assert_true(f->why.set);
	/* The rest is not worth making. */
	assert_int_equal(r.taken, 3);
	plan_clear(&plan);
	search_files_clear(&search);
	theme_free(theme);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(evil_texts),
		TEST(fallback),
		TEST(kinds),
		TEST(files_of_the_content),
		TEST(every_address_leads_somewhere),
		TEST(no_base_url),
		TEST(support),
		TEST(dates),
		TEST(one_word),
		TEST(threads_change_nothing),
		TEST(refused_sink),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
