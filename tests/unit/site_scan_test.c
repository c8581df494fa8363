/* The content folder before a file is read: what each name means, what is passed over and what is refused. */
#include "site_fixture.h"

#include <sys/socket.h>
#include <sys/un.h>

#include "site/scan.h"

struct scanned {
	struct scan scan;
	struct settings settings;
	bool done;
};

static struct scanned scan_folder(struct fixture *f, const char *settings)
{
	struct scanned s = {.done = false};
	int folder = open(f->folder, O_RDONLY | O_DIRECTORY);

	assert_true(folder >= 0);
	diags_clear(&f->dg);
	settings_default(&s.settings);
	settings_read(source_new(&f->arena, STR("site.yaml"), str_of(settings)), 0, &f->arena, &f->dg, &s.settings);
	s.done = scan_content(folder, str_of(f->folder), &s.settings, &f->arena, &s.scan, &f->dg, &f->why);
	close(folder);
	diags_sort(&f->dg);
	return s;
}

/* "text pay|a|ru", "entry" or "links" before it; "asset pay/a.png"; "section pay"; the problems. */
static void add_scan(const struct fixture *f, const struct scanned *s, struct buf *out)
{
	for (size_t i = 0; i < s->scan.sections.len; i++)
		buf_addf(out, "section %.*s\n", STR_ARG(s->scan.sections.at[i]));
	for (size_t i = 0; i < s->scan.texts.len; i++) {
		const struct found_text *t = &s->scan.texts.at[i];

		assert_true(str_ends(t->path, t->name));
		assert_true(str_starts(t->path, str_of(f->folder)));
		buf_addf(out, "%s %.*s|%.*s|%.*s\n", scan_is_entry(t) ? "entry" : "links", STR_ARG(t->section),
			 STR_ARG(t->slug), STR_ARG(s->settings.languages[t->language]->code));
	}
	for (size_t i = 0; i < s->scan.assets.len; i++) {
		const struct found_asset *a = &s->scan.assets.at[i];

		assert_true(str_ends(a->path, a->below));
		assert_true(str_starts(a->below, a->section) && str_ends(a->below, a->name));
		buf_addf(out, "asset %.*s\n", STR_ARG(a->below));
	}
	told(f, out);
}

struct row {
	const char *reason;
	const char *files; /* with spaces between them */
	const char *want;
};

static void check_rows(struct fixture *f, const struct row *rows, size_t count, const char *settings)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++) {
		struct str rest = str_of(rows[i].files), name;
		struct buf got = BUF_INIT;
		struct scanned s;

		empty(f);
		while (str_split(&rest, ' ', &name))
			put(f, arena_str(&f->arena, name).at, "x");
		s = scan_folder(f, settings);
		assert_true(s.done);
		add_scan(f, &s, &got);
		bad += row_differs(rows[i].reason, rows[i].files, buf_str(&got), rows[i].want);
		scan_clear(&s.scan);
		buf_clear(&got);
	}
	assert_int_equal(bad, 0);
}

static void names(void **state)
{
	static const struct row rows[] = {
		{"every kind of text", "_index.ru.md about.kk.md links.en.md pay/_index.kk.md pay/a.ru.md pay/a.en.md",
		 "section pay\nentry |_index|ru\nentry |about|kk\nlinks |links|en\nentry pay|_index|kk\nentry "
		 "pay|a|en\nentry pay|a|ru\n"},
		{"links in a section is a question", "pay/links.ru.md", "section pay\nentry pay|links|ru\n"},
		{"what is no text is a file to link to", "form.pdf pay/map.png pay/a.MD",
		 "section pay\nasset form.pdf\nasset pay/a.MD\nasset pay/map.png\n"},
		{"digits and hyphens", "pay/e-gov-2.ru.md", "section pay\nentry pay|e-gov-2|ru\n"},
		{"eighty characters are right",
		 "pay/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ru.md",
		 "section pay\nentry "
		 "pay|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|ru\n"},
		{"what editors and systems leave behind",
		 ".a.ru.md.swp a.ru.md~ #a.ru.md# Thumbs.db pay/.DS_Store site.yaml", "section pay\n"},
		{"a file that only looks like litter", "a#.png b#", "asset a#.png\nasset b#\n"},
		{"site.yaml of a section is a file like others", "pay/site.yaml", "section pay\nasset pay/site.yaml\n"},
	};

	check_rows(*state, rows, COUNT(rows), "");
}

static void wrong_names(void **state)
{
	static const struct row rows[] = {
		{"no language", "pay/a.md", "section pay\npay/a.md:1:1 LANGUAGE_MISSING\n"},
		{"no name", "ru.md", "ru.md:1:1 LANGUAGE_MISSING\n"},
		{"an unknown language", "pay/a.de.md", "section pay\npay/a.de.md:1:1 LANGUAGE_UNKNOWN\n"},
		{"the country for the language", "pay/a.kz.md",
		 "section pay\npay/a.kz.md:1:1 LANGUAGE_UNKNOWN a.kk.md\n"},
		{"large letters", "pay/A.ru.md", "section pay\npay/A.ru.md:1:1 SLUG_FORM a\n"},
		{"underscores", "pay/a_b.ru.md", "section pay\npay/a_b.ru.md:1:1 SLUG_FORM a-b\n"},
		{"Cyrillic letters", "pay/оплата.ru.md", "section pay\npay/оплата.ru.md:1:1 SLUG_FORM\n"},
		{"a dot in the name", "pay/a.b.ru.md", "section pay\npay/a.b.ru.md:1:1 SLUG_FORM\n"},
		{"two hyphens", "pay/a--b.ru.md", "section pay\npay/a--b.ru.md:1:1 SLUG_FORM\n"},
		{"a hyphen at the beginning", "pay/-a.ru.md", "section pay\npay/-a.ru.md:1:1 SLUG_FORM\n"},
		{"a hyphen at the end", "pay/a-.ru.md", "section pay\npay/a-.ru.md:1:1 SLUG_FORM\n"},
		{"an empty name", "pay/..ru.md", "section pay\n"},
		{"eighty-one characters",
		 "pay/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ru.md",
		 "section "
		 "pay\npay/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.ru.md:1:1 "
		 "SLUG_FORM\n"},
		{"names of pages that the program makes",
		 "search.ru.md index.kk.md 404.ru.md all.ru.md a-z.ru.md kk.ru.md",
		 "404.ru.md:1:1 SLUG_TAKEN\na-z.ru.md:1:1 SLUG_TAKEN\nall.ru.md:1:1 SLUG_TAKEN\nindex.kk.md:1:1 "
		 "SLUG_TAKEN\nkk.ru.md:1:1 SLUG_TAKEN\nsearch.ru.md:1:1 SLUG_TAKEN\n"},
		{"sections of such names, with what lies in them", "assets/a.ru.md ru/a.ru.md search/_index.ru.md",
		 "assets:1:1 SLUG_TAKEN\nru:1:1 SLUG_TAKEN\nsearch:1:1 SLUG_TAKEN\n"},
		{"index is the section's own page", "pay/index.ru.md", "section pay\npay/index.ru.md:1:1 SLUG_TAKEN\n"},
		{"other such names are free in a section", "pay/search.ru.md pay/kk.ru.md",
		 "section pay\nentry pay|kk|ru\nentry pay|search|ru\n"},
		{"a section with large letters", "Pay/a.ru.md", "Pay:1:1 SLUG_FORM pay\n"},
		{"a section that is called like a text", "a.ru.md/b.ru.md", "a.ru.md:1:1 SLUG_FORM\n"},
		{"every problem is told, and what is right is taken", "pay/A.ru.md pay/b.md pay/c.ru.md",
		 "section pay\nentry pay|c|ru\npay/A.ru.md:1:1 SLUG_FORM a\npay/b.md:1:1 LANGUAGE_MISSING\n"},
	};

	check_rows(*state, rows, COUNT(rows), "");
}

static void languages_of_the_site(void **state)
{
	static const struct row rows[] = {
		{"a language that this site does not have", "pay/a.ru.md pay/a.kk.md",
		 "section pay\nentry pay|a|kk\npay/a.ru.md:1:1 LANGUAGE_UNKNOWN\n"},
		{"what was meant is not offered where the site does not have it either", "pay/a.ua.md",
		 "section pay\npay/a.ua.md:1:1 LANGUAGE_UNKNOWN\n"},
	};

	check_rows(*state, rows, COUNT(rows), "languages: [en, kk]\n");
}

/* What the messages say: a name that would be right, and the languages there are. */
static void names_in_messages(void **state)
{
	struct fixture *f = *state;
	struct scanned s;

	put(f, "pay/a.md", "x");
	put(f, "pay/b.de.md", "x");
	s = scan_folder(f, "languages: [en, kk]\nsource: kk\n");
	assert_int_equal(f->dg.list.len, 2);
	assert_true(str_eq(f->dg.list.at[0].message.arg[0], STR("a.kk.md")));
	assert_true(str_eq(f->dg.list.at[1].message.arg[0], STR("de")));
	assert_true(str_eq(f->dg.list.at[1].message.arg[1], STR("en, kk")));
	scan_clear(&s.scan);
}

static void make_socket(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	assert_true(fd >= 0);
	snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
	close(fd);
}

static void no_files(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;
	struct scanned s;

	put(f, "pay/a.ru.md", "x");
	assert_int_equal(symlink("a.ru.md", path_of(f, "pay/b.ru.md").at), 0);
	assert_int_equal(symlink("pay", path_of(f, "section").at), 0);
	assert_int_equal(symlink("nowhere", path_of(f, "pay/map.png").at), 0);
	assert_int_equal(mkfifo(path_of(f, "pay/c.ru.md").at, 0600), 0);
	make_socket(path_of(f, "pay/d").at);
	assert_int_equal(mkdir(path_of(f, "pay/deep").at, 0700), 0);
	assert_int_equal(mkdir(path_of(f, "pay/e.ru.md").at, 0700), 0);
	s = scan_folder(f, "");
	add_scan(f, &s, &got);
	assert_string_equal(got.at,
			    "section pay\nentry pay|a|ru\n"
			    "pay/b.ru.md:1:1 FILE_IS_LINK\npay/c.ru.md:1:1 FILE_IS_FIFO\npay/d:1:1 FILE_IS_SOCKET\n"
			    "pay/deep:1:1 FOLDER_NESTED\npay/e.ru.md:1:1 FOLDER_NESTED\npay/map.png:1:1 FILE_IS_LINK\n"
			    "section:1:1 FILE_IS_LINK\n");
	scan_clear(&s.scan);
	buf_clear(&got);
}

static void nothing(void **state)
{
	struct fixture *f = *state;
	struct scanned s = scan_folder(f, "");

	assert_true(s.done);
	assert_int_equal(s.scan.texts.len + s.scan.assets.len + s.scan.sections.len + f->dg.list.len, 0);
	scan_clear(&s.scan);
}

/* What the system refuses is a failure, not a problem of the content. */
static void folder_that_cannot_be_listed(void **state)
{
	struct fixture *f = *state;
	struct scan scan = {0};
	struct settings settings;
	int file;

	put(f, "a.ru.md", "x");
	file = open(path_of(f, "a.ru.md").at, O_RDONLY);
	assert_true(file >= 0);
	settings_default(&settings);
	assert_false(scan_content(file, str_of(f->folder), &settings, &f->arena, &scan, &f->dg, &f->why));
	assert_true(f->why.set);
	assert_int_equal(f->why.message.id, MSG_CANNOT_READ);
	assert_int_equal(f->dg.list.len, 0);
	scan_clear(&scan);
	close(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names),	TEST(wrong_names), TEST(languages_of_the_site),	       TEST(names_in_messages),
		TEST(no_files), TEST(nothing),	   TEST(folder_that_cannot_be_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
