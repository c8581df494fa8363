/* From files to the model: which texts belong together, what stands in for what, order, related questions. */
#include "site_fixture.h"

#include "site/routes.h"

struct row {
	const char *reason, *what, *want;
};

/* ---- what stands in for what ---- */

/* "kk<-ru ru en<-ru": for each language the text that is shown; "-" where there is none. */
static void add_shown(const struct fixture *f, const struct entry *e, struct buf *out)
{
	for (size_t i = 0; i < f->site->settings.language_count; i++) {
		const struct article *shown = e->shown[i];

		buf_addf(out, "%s%.*s", i ? " " : "", STR_ARG(site_language(f->site, i)->code));
		if (!shown)
			buf_add(out, STR("<--"));
		else if (shown != e->texts[i])
			buf_addf(out, "<-%.*s", STR_ARG(site_language(f->site, shown->language)->code));
		if (shown)
			assert_ptr_equal(shown->entry, e);
	}
}

static void fallback(void **state)
{
	/* The texts that are there, each with its keys; a row a site. */
	static const struct {
		const char *reason, *settings, *texts[3][2], *want;
	} rows[] = {
		{"every language has its own", "", {{"kk", ""}, {"ru", ""}, {"en", ""}}, "kk ru en"},
		{"the site's source comes first", "", {{"kk", ""}, {"ru", ""}}, "kk ru en<-ru"},
		{"a source of the site's own", "source: en\n", {{"ru", ""}, {"en", ""}}, "kk<-en ru en"},
		{"without the source the first language in order", "", {{"kk", ""}, {"en", ""}}, "kk ru<-kk en"},
		{"the order is the site's", "languages: [en, kk, ru]\n", {{"kk", ""}, {"en", ""}}, "en kk ru<-en"},
		{"one text for all", "", {{"en", ""}}, "kk<-en ru<-en en"},
		{"an entry with a source of its own", "", {{"kk", "source: kk\n"}, {"ru", ""}}, "kk ru en<-kk"},
		{"any of its texts may say so", "", {{"ru", "source: kk\n"}, {"kk", ""}}, "kk ru en<-kk"},
		{"its own source lacks a text", "", {{"kk", ""}, {"ru", "source: en\n"}}, "kk ru en<-kk"},
		{"its own source is no language of the site",
		 "languages: [ru, kk]\n",
		 {{"ru", "source: en\n"}},
		 "ru kk<-ru"},
		{"a draft is no text", "", {{"ru", "draft: true\n"}, {"en", ""}}, "kk<-en ru<-en en"},
	};
	struct fixture *f = *state;
	size_t bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf got = BUF_INIT;

		empty(f);
		put(f, "site.yaml", rows[i].settings);
		for (size_t t = 0; t < 3 && rows[i].texts[t][0]; t++)
			question(f, arena_printf(&f->arena, "pay/a.%s.md", rows[i].texts[t][0]).at, rows[i].texts[t][1],
				 "b\n");
		load(f);
		nothing_told(f);
		add_shown(f, entry(f, "pay/a"), &got);
		bad += row_differs(rows[i].reason, rows[i].settings, buf_str(&got), rows[i].want);
		buf_clear(&got);
	}
	assert_int_equal(bad, 0);
}

/* ---- kinds and order ---- */

static void add_entries(const struct fixture *f, struct buf *out)
{
	static const char *const kinds[] = {"home", "section", "question", "page"};

	for (size_t i = 0; i < f->site->entries.len; i++) {
		const struct entry *e = f->site->entries.at[i];

		buf_addf(out, "%s %.*s|%.*s|%.*s\n", kinds[e->kind], STR_ARG(e->key), STR_ARG(e->id),
			 STR_ARG(entry_folder(e)));
	}
}

static void kinds(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	question(f, "_index.ru.md", "", "");
	question(f, "about.ru.md", "", "a\n");
	question(f, "pay/_index.ru.md", "", "");
	question(f, "pay/a.ru.md", "", "a\n");
	question(f, "pay/a.kk.md", "", "a\n");
	put(f, "links.ru.md", "[x]: about.md\n");
	load(f);
	nothing_told(f);
	add_entries(f, &got);
	assert_string_equal(got.at,
			    "home _index||\nsection pay/_index|pay|pay\nquestion pay/a|pay/a|pay\npage about|about|\n");
	assert_int_equal(f->site->questions.len, 1);
	assert_int_equal(f->site->pages.len, 1);
	assert_int_equal(f->site->sections.len, 1);
	assert_ptr_equal(entry(f, "pay/a")->section, f->site->sections.at[0]);
	assert_int_equal(f->site->links[site_language_number(f->site, STR("ru"))].len, 1);
	buf_clear(&got);
}

static void order(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	question(f, "z/_index.ru.md", "order: 1\n", "");
	question(f, "b/_index.ru.md", "order: 2\n", "");
	question(f, "a/_index.ru.md", "order: 2\n", "");
	question(f, "n/q.ru.md", "", "a\n"); /* a section without an order, and without a page: last */
	question(f, "z/last.ru.md", "", "a\n");
	question(f, "z/also-last.ru.md", "", "a\n");
	question(f, "z/ten.ru.md", "order: 10\n", "a\n");
	question(f, "z/nine.ru.md", "order: 9\n", "a\n");
	question(f, "z/zero.ru.md", "order: 0\n", "a\n");
	/* The source's order counts, not a translation's. */
	question(f, "z/nine.kk.md", "order: 11\n", "a\n");
	question(f, "z/translated.ru.md", "", "a\n");
	question(f, "z/translated.en.md", "order: 3\n", "a\n");
	question(f, "b/q1.ru.md", "", "a\n");
	question(f, "help.ru.md", "order: 5\n", "a\n");
	question(f, "about.ru.md", "", "a\n");
	load(f);
	for (size_t i = 0; i < f->site->entries.len; i++)
		buf_addf(&got, "%.*s ", STR_ARG(f->site->entries.at[i]->key));
	assert_string_equal(
		got.at, "_index z/_index z/zero z/nine z/ten z/also-last z/last z/translated a/_index b/_index b/q1 "
			"n/_index n/q help about ");
	buf_reset(&got);
	for (size_t i = 0; i < f->site->questions.len; i++)
		buf_addf(&got, "%.*s ", STR_ARG(f->site->questions.at[i]->key));
	assert_string_equal(got.at, "z/zero z/nine z/ten z/also-last z/last z/translated b/q1 n/q ");
	assert_int_equal(f->site->sections.at[0]->count, 6);
	assert_ptr_equal(f->site->sections.at[0]->questions[1], entry(f, "z/nine"));
	assert_int_equal(f->site->sections.at[1]->count, 0);
	buf_clear(&got);
}

static void titles(void **state)
{
	struct fixture *f = *state;
	size_t in;

	put(f, "site.yaml", "languages: [kk, ru]\nname: {kk: Көмек, ru: Помощь}\n");
	question(f, "pay/a.ru.md", "", "a\n");
	load(f);
	assert_true(str_eq(entry_title(f->site, entry(f, "pay/a"), 0, &in), STR("pay/a.ru.md")));
	assert_int_equal(in, 1);
	assert_true(str_eq(entry_title(f->site, entry(f, "pay/a"), 1, &in), STR("pay/a.ru.md")));
	assert_int_equal(in, 1);
	/* Without a page of its own a section is called like its folder, and home like the site. */
	assert_true(str_eq(entry_title(f->site, entry(f, "pay/_index"), 0, &in), STR("pay")));
	assert_int_equal(in, 0);
	assert_true(str_eq(entry_title(f->site, entry(f, "_index"), 0, &in), STR("Көмек")));
	assert_true(str_eq(entry_title(f->site, entry(f, "_index"), 1, &in), STR("Помощь")));
	assert_int_equal(in, 1);
}

static void drafts(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	question(f, "pay/a.ru.md", "", "a\n");
	question(f, "pay/b.ru.md", "draft: true\n", "[dead](nowhere.md) <b>\n");
	question(f, "pay/c.ru.md", "draft: true\n", "");
	question(f, "pay/c.kk.md", "", "a\n");
	load(f);
	nothing_told(f);
	add_entries(f, &got);
	assert_string_equal(
		got.at,
		"home _index||\nsection pay/_index|pay|pay\nquestion pay/a|pay/a|pay\nquestion pay/c|pay/c|pay\n");
	assert_non_null(map_get(&f->site->drafts, STR("pay/b")));
	assert_null(map_get(&f->site->by_key, STR("pay/b")));
	assert_null(entry(f, "pay/c")->texts[site_language_number(f->site, STR("ru"))]);
	buf_clear(&got);
}

/* ---- what editors are told ---- */

static void advice(void **state)
{
	static const struct {
		const char *reason, *files[4][2], *want;
	} rows[] = {
		{"two questions of one name: the later one is told",
		 {{"a/x.ru.md", "b\n"}, {"b/x.ru.md", "b\n"}},
		 "b/x.ru.md:1:1 SLUG_TWICE\n"},
		{"in every language it has",
		 {{"a/x.ru.md", "b\n"}, {"b/x.ru.md", "b\n"}, {"b/x.kk.md", "b\n"}},
		 "b/x.kk.md:1:1 SLUG_TWICE\nb/x.ru.md:1:1 SLUG_TWICE\n"},
		{"a page and a section", {{"a.ru.md", "b\n"}, {"a/x.ru.md", "b\n"}}, "a.ru.md:1:1 SLUG_TWICE\n"},
		{"a question and a section that has no page of its own",
		 {{"a/b.ru.md", "b\n"}, {"b/x.ru.md", "b\n"}},
		 "a/b.ru.md:1:1 SLUG_TWICE\n"},
		{"a question and its own section", {{"a/a.ru.md", "b\n"}}, "a/a.ru.md:1:1 SLUG_TWICE\n"},
		{"drafts share a name with nobody", {{"a/x.ru.md", "b\n"}, {"b/x.ru.md", "draft"}}, ""},
		{"a question without a text", {{"a/x.ru.md", ""}}, "a/x.ru.md:2:8 BODY_EMPTY\n"},
		{"a page without a text", {{"x.ru.md", "<!-- a -->\n"}}, "x.ru.md:2:8 BODY_EMPTY\n"},
		{"sections and home need none",
		 {{"_index.ru.md", ""}, {"a/_index.ru.md", ""}, {"a/x.ru.md", "b\n"}},
		 ""},
		{"a draft needs none", {{"a/x.ru.md", "draft"}}, ""},
	};
	struct fixture *f = *state;
	size_t bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf got = BUF_INIT;

		empty(f);
		for (size_t t = 0; t < 4 && rows[i].files[t][0]; t++) {
			bool draft = strcmp(rows[i].files[t][1], "draft") == 0;

			question(f, rows[i].files[t][0], draft ? "draft: true\n" : "",
				 draft ? "" : rows[i].files[t][1]);
		}
		load(f);
		told(f, &got);
		bad += row_differs(rows[i].reason, rows[i].files[0][0], buf_str(&got), rows[i].want);
		buf_clear(&got);
	}
	assert_int_equal(bad, 0);
}

/* "pay/a.ru.md TRANSLATION_MISSING pay/a.kk.md" a line; sections without a page too. */
static void add_missing(const struct fixture *f, struct buf *out)
{
	for (size_t i = 0; i < f->dg.list.len; i++) {
		const struct diag *d = &f->dg.list.at[i];

		buf_addf(out, "%.*s %s %.*s\n", STR_ARG(below(f, d->place.source->path)), message_names[d->message.id],
			 STR_ARG(below(f, d->message.arg[0])));
	}
}

static void missing_translations(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	put(f, "site.yaml", "languages: [kk, ru]\n");
	question(f, "_index.kk.md", "", "");
	question(f, "pay/_index.kk.md", "", "");
	question(f, "pay/_index.ru.md", "", "");
	question(f, "pay/a.kk.md", "", "a\n");
	question(f, "pay/b.ru.md", "", "a\n");
	question(f, "pay/c.ru.md", "", "a\n");
	question(f, "pay/c.kk.md", "draft: true\n", "");
	question(f, "pay/d.kk.md", "", "a\n");
	question(f, "pay/d.ru.md", "", "a\n");
	load(f);
	add_missing(f, &got);
	assert_string_equal(got.at, "_index.kk.md TRANSLATION_MISSING _index.ru.md\n"
				    "pay/a.kk.md TRANSLATION_MISSING pay/a.ru.md\n"
				    "pay/b.ru.md TRANSLATION_MISSING pay/b.kk.md\n"
				    "pay/c.ru.md TRANSLATION_MISSING pay/c.kk.md\n");
	buf_clear(&got);
}

static void sections_without_pages(void **state)
{
	struct fixture *f = *state;

	put(f, "site.yaml", "languages: [ru]\n");
	question(f, "pay/a.ru.md", "", "a\n");
	load(f);
	assert_int_equal(f->dg.list.len, 1);
	assert_int_equal(f->dg.list.at[0].message.id, MSG_SECTION_UNNAMED);
	assert_true(str_eq(below(f, f->dg.list.at[0].place.source->path), STR("pay")));
	assert_null(entry(f, "pay/_index")->shown[0]);
}

/* ---- related questions ---- */

static void add_related(const struct entry *e, struct buf *out)
{
	for (size_t i = 0; i < e->related_count; i++)
		buf_addf(out, "%s%.*s", i ? " " : "", STR_ARG(e->related[i]->slug));
}

static void related(void **state)
{
	static const struct row rows[] = {
		{"who links to it comes first, then shared keywords, then neighbours", "a",
		 "linking shared near1 near2 near3"},
		{"what it links to stands in the text already", "linking", "near1 near2 near3 shared"},
		{"no keyword in common and no link: the neighbours", "far", ""},
		{"keywords in another spelling of the case are the same", "shared", "a near1 near2 near3 linking"},
	};
	struct fixture *f = *state;
	size_t bad = 0;

	question(f, "pay/a.ru.md", "order: 1\nkeywords: [Карта, перевод]\n", "a\n");
	question(f, "pay/near1.ru.md", "order: 2\n", "a\n");
	question(f, "pay/near2.ru.md", "order: 3\n", "a\n");
	question(f, "pay/near3.ru.md", "order: 4\n", "a\n");
	question(f, "pay/linking.ru.md", "order: 5\n", "See [a](a.md).\n");
	question(f, "pay/shared.ru.md", "order: 6\nkeywords: [КАРТА]\n", "a\n");
	question(f, "account/far.ru.md", "", "a\n");
	load(f);
	nothing_told(f);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf got = BUF_INIT;
		const char *section = strcmp(rows[i].what, "far") == 0 ? "account" : "pay";

		add_related(entry(f, arena_printf(&f->arena, "%s/%s", section, rows[i].what).at), &got);
		bad += row_differs(rows[i].reason, rows[i].what, buf_str(&got), rows[i].want);
		buf_clear(&got);
	}
	assert_int_equal(bad, 0);
}

/* A link in any language counts; shared definitions are links of the texts that use them. */
static void related_by_any_language(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	put(f, "links.kk.md", "[b]: two/b.md\n");
	question(f, "one/a.ru.md", "", "a\n");
	question(f, "one/a.kk.md", "", "[b]\n");
	question(f, "two/b.ru.md", "", "a\n");
	load(f);
	nothing_told(f);
	add_related(entry(f, "two/b"), &got);
	assert_string_equal(got.at, "a");
	assert_int_equal(entry(f, "one/a")->related_count, 0);
	buf_clear(&got);
}

enum { MANY = 60 };

/* Everybody shares a keyword and links to the first: that says nothing, and the lists stay short. */
static void related_is_bounded(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	for (int i = 0; i < MANY; i++)
		question(f, arena_printf(&f->arena, "pay/q%02d.ru.md", i).at, "keywords: [карта]\n",
			 i ? "[a](q00.md)\n" : "a\n");
	load(f);
	nothing_told(f);
	for (size_t i = 0; i < f->site->questions.len; i++) {
		const struct entry *e = f->site->questions.at[i];

		assert_int_equal(e->related_count, RELATED_MOST);
		for (size_t r = 0; r < e->related_count; r++) {
			assert_ptr_not_equal(e->related[r], e);
			assert_true(i == 0 || !str_eq(e->related[r]->slug, STR("q00")));
			for (size_t s = 0; s < r; s++)
				assert_ptr_not_equal(e->related[r], e->related[s]);
		}
	}
	add_related(entry(f, "pay/q30"), &got);
	/* Only the section is left to tell them apart: its neighbours, by their order. */
	assert_string_equal(got.at, "q20 q21 q22 q23 q24");
	buf_clear(&got);
}

static void add_everything(const struct fixture *f, struct buf *out)
{
	for (size_t i = 0; i < f->site->entries.len; i++) {
		const struct entry *e = f->site->entries.at[i];

		buf_addf(out, "%.*s ", STR_ARG(e->key));
		add_shown(f, e, out);
		buf_add_byte(out, ' ');
		add_related(e, out);
		buf_add_byte(out, '\n');
	}
	told(f, out);
	add_missing(f, out);
}

/* One thread or many: the same model, the same words. */
static void threads_change_nothing(void **state)
{
	static const char *const languages_of[] = {"kk", "ru", "en"};
	struct fixture *f = *state;
	struct buf first = BUF_INIT, again = BUF_INIT;

	for (int i = 0; i < MANY; i++) {
		struct str name = arena_printf(&f->arena, "s%d/q%02d.%s.md", i % 4, i, languages_of[i % 3]);
		struct str keys = arena_printf(&f->arena, "order: %d\nkeywords: [k%d, k%d]\n%s", i % 7, i % 5, i % 11,
					       i % 13 ? "" : "x: y\n");
		struct str body = arena_printf(&f->arena, "[a](q%02d.md) [b](../s%d/q%02d.md)\n", (i + 4) % MANY,
					       (i + 1) % 4, (i + 1) % MANY);

		question(f, name.at, keys.at, body.at);
	}
	for (unsigned jobs = 1; jobs <= 16; jobs += 5) {
		f->jobs = jobs;
		load(f);
		buf_reset(&again);
		add_everything(f, jobs == 1 ? &first : &again);
		if (jobs > 1)
			assert_string_equal(again.at, first.at);
	}
	assert_true(first.len > 1000);
	buf_clear(&first);
	buf_clear(&again);
}

/* ---- files and days ---- */

static void used_files(void **state)
{
	static const struct row rows[] = {
		{"a link", "pay/linked.pdf", "used"},
		{"a picture", "pay/shown.png", "used"},
		{"a shared definition", "pay/shared.pdf", "used"},
		{"a picture by a shared definition", "logo.png", "used"},
		{"a link of a draft", "pay/draft.pdf", "unused"},
		{"no link", "pay/forgotten.pdf", "unused"},
		{"a name in code is no link", "pay/code.pdf", "unused"},
	};
	struct fixture *f = *state;
	size_t bad = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		put(f, rows[i].what, rows[i].reason);
	put(f, "links.ru.md", "[form]: pay/shared.pdf\n[logo]: logo.png\n");
	question(f, "pay/a.ru.md", "", "[a](linked.pdf#page=2) ![b](shown.png) ![c][logo] `[d](code.pdf)`\n");
	question(f, "pay/b.ru.md", "draft: true\n", "[a](draft.pdf)\n");
	load(f);
	nothing_told(f);
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct asset *a = map_get(&f->site->by_path, str_of(rows[i].what));

		assert_non_null(a);
		assert_true(str_eq(a->bytes, str_of(rows[i].reason)));
		bad += row_differs(rows[i].reason, rows[i].what, a->used ? STR("used") : STR("unused"), rows[i].want);
	}
	assert_int_equal(bad, 0);
}

/* A file's address changes with its bytes and with nothing else. */
static void addresses_of_files(void **state)
{
	struct fixture *f = *state;
	struct str first, same, changed;

	put(f, "pay/form.pdf", "1");
	put(f, "pay/copy.pdf", "1");
	put(f, "pay/жоспар.png", "2");
	put(f, "pay/a#b.png", "3");
	put(f, "pay/LICENSE", "4");
	load(f);
	first = arena_str(&f->arena, ((const struct asset *)map_get(&f->site->by_path, STR("pay/form.pdf")))->address);
	same = ((const struct asset *)map_get(&f->site->by_path, STR("pay/copy.pdf")))->address;
	assert_true(str_starts(first, STR("assets/form.")) && str_ends(first, STR(".pdf")));
	assert_int_equal(first.len, sizeof "assets/form.0123456789ab.pdf" - 1);
	assert_true(str_eq(str_from(first, 12), str_from(same, 12)));
	/* A name that would need escapes in an address becomes a plain one. */
	same = ((const struct asset *)map_get(&f->site->by_path, STR("pay/жоспар.png")))->address;
	assert_true(str_starts(same, STR("assets/file.")) && str_ends(same, STR(".png")));
	same = ((const struct asset *)map_get(&f->site->by_path, STR("pay/a#b.png")))->address;
	assert_true(str_starts(same, STR("assets/file.")) && str_ends(same, STR(".png")));
	same = ((const struct asset *)map_get(&f->site->by_path, STR("pay/LICENSE")))->address;
	assert_true(str_starts(same, STR("assets/LICENSE.")));
	put(f, "pay/form.pdf", "5");
	load(f);
	changed = ((const struct asset *)map_get(&f->site->by_path, STR("pay/form.pdf")))->address;
	assert_false(str_eq(first, changed));
}

static void days(void **state)
{
	struct fixture *f = *state;
	const struct day *day;

	question(f, "pay/a.ru.md", "updated: 2026-05-01\nreview: 2027-05-01\n", "a\n");
	question(f, "pay/b.ru.md", "updated: 2026-05-01\n", "a\n");
	question(f, "pay/c.ru.md", "updated: 2025-12-31\n", "a\n");
	load(f);
	assert_int_equal(f->site->days.len, 3);
	day = site_day(f->site, (struct date){2026, 5, 1});
	assert_non_null(day);
	assert_true(str_eq(day->iso, STR("2026-05-01")));
	for (size_t i = 0; i < f->site->settings.language_count; i++)
		assert_true(str_find(day->text[i], STR("2026"), 0) != SIZE_MAX);
	assert_null(site_day(f->site, (struct date){2026, 5, 2}));
	assert_null(site_day(f->site, (struct date){0}));
}

/* ---- what the system refuses ---- */

static void refusals(void **state)
{
	struct fixture *f = *state;
	struct site_request nowhere = {"/nowhere/at-all", TEMPLATES, NULL, 1, NULL};
	struct site_request no_templates = {f->folder, "/nowhere/at-all", NULL, 1, NULL};
	struct site_request bad_url = {f->folder, TEMPLATES, "help.kz", 1, NULL};

	question(f, "pay/a.ru.md", "x: y\n", "<b>\n");
	assert_null(site_load(&nowhere, &f->dg, &f->why));
	assert_int_equal(f->why.message.id, MSG_NO_FOLDER);
	failure_clear(&f->why);
	f->why = FAILURE_NONE;
	assert_null(site_load(&no_templates, &f->dg, &f->why));
	assert_int_equal(f->why.message.id, MSG_NO_FOLDER);
	failure_clear(&f->why);
	f->why = FAILURE_NONE;
	assert_null(site_load(&bad_url, &f->dg, &f->why));
	assert_int_equal(f->why.message.id, MSG_BASE_URL_FORM);
	/* What was told lay in sources that went with the site. */
	assert_int_equal(f->dg.list.len, 0);
	site_free(NULL);
}

static void base_url_of_the_request(void **state)
{
	struct fixture *f = *state;

	put(f, "site.yaml", "base_url: https://a.kz\n");
	question(f, "pay/a.ru.md", "", "a\n");
	load(f);
	assert_true(str_eq(f->site->settings.base_url, STR("https://a.kz/")));
	f->base_url = "https://b.kz/c";
	load(f);
	assert_true(str_eq(f->site->settings.base_url, STR("https://b.kz/c/")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(fallback),
		TEST(kinds),
		TEST(order),
		TEST(titles),
		TEST(drafts),
		TEST(advice),
		TEST(missing_translations),
		TEST(sections_without_pages),
		TEST(related),
		TEST(related_by_any_language),
		TEST(related_is_bounded),
		TEST(threads_change_nothing),
		TEST(used_files),
		TEST(addresses_of_files),
		TEST(days),
		TEST(refusals),
		TEST(base_url_of_the_request),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
