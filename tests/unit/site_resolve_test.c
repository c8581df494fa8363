/* Where a link of a text leads: to an entry, a part, a file, outside, or nowhere, and what was meant then. */
#include "site_fixture.h"

#include "site/resolve.h"

static void small_site(struct fixture *f)
{
	put(f, "site.yaml", "languages: [kk, ru]\n");
	question(f, "_index.ru.md", "", "Home\n");
	question(f, "about.ru.md", "", "About\n");
	question(f, "pay/_index.ru.md", "", "Section\n");
	question(f, "pay/refund.ru.md", "", "a\n");
	question(f, "pay/refund.kk.md", "", "a\n");
	question(f, "pay/card-lost.ru.md", "", "a\n");
	question(f, "pay/later.ru.md", "draft: true\n", "a\n");
	question(f, "account/blocked.ru.md", "", "a\n");
	put(f, "logo.png", "x");
	put(f, "pay/form.pdf", "x");
	put(f, "pay/жоспар 1.png", "x");
	load(f);
}

static void add_target(const struct fixture *f, const struct target *t, struct buf *out)
{
	static const char *const kinds[] = {"outside", "here", "entry", "asset", "rooted", "draft", "nothing"};

	buf_addf(out, "%s", kinds[t->kind]);
	if (t->kind == TARGET_ENTRY)
		buf_addf(out, " %.*s %.*s", STR_ARG(t->entry->key), STR_ARG(site_language(f->site, t->language)->code));
	if (t->kind == TARGET_ASSET)
		buf_addf(out, " %.*s", STR_ARG(t->asset->path));
	if (t->fragment.len)
		buf_addf(out, " #%.*s", STR_ARG(t->fragment));
	if (t->nearest.len)
		buf_addf(out, " -> %.*s", STR_ARG(t->nearest));
}

struct row {
	const char *reason, *target, *want;
};

/* Links of the Russian text `from`. */
static void check_rows(struct fixture *f, const char *from, const struct row *rows, size_t count)
{
	const struct entry *own = from ? entry(f, from) : NULL;
	struct str section = own ? entry_folder(own) : STR_NONE;
	size_t bad = 0, russian = site_language_number(f->site, STR("ru"));

	for (size_t i = 0; i < count; i++) {
		struct arena a = ARENA_INIT;
		struct buf got = BUF_INIT;
		struct target t = resolve_target(f->site, str_of(rows[i].target), section, own, russian, &a);

		add_target(f, &t, &got);
		bad += row_differs(rows[i].reason, rows[i].target, buf_str(&got), rows[i].want);
		if (t.kind == TARGET_HERE)
			assert_ptr_equal(t.entry, own);
		assert_true(t.language < 2);
		buf_clear(&got);
		arena_clear(&a);
	}
	assert_int_equal(bad, 0);
}

static void from_a_question(void **state)
{
	static const struct row rows[] = {
		{"with its language", "refund.ru.md", "entry pay/refund ru"},
		{"without: the language of the text", "refund.md", "entry pay/refund ru"},
		{"another language", "refund.kk.md", "entry pay/refund kk"},
		{"a language that the entry lacks: the page is there all the same", "card-lost.kk.md",
		 "entry pay/card-lost kk"},
		{"a part of it", "refund.md#part-2", "entry pay/refund ru #part-2"},
		{"an empty part", "refund.md#", "entry pay/refund ru"},
		{"two hashes", "refund.md#a#b", "entry pay/refund ru #a#b"},
		{"another section", "../account/blocked.md", "entry account/blocked ru"},
		{"a page", "../about.ru.md", "entry about ru"},
		{"the home page", "../_index.md", "entry _index ru"},
		{"the section", "_index.ru.md", "entry pay/_index ru"},
		{"a step that goes nowhere", "./refund.md", "entry pay/refund ru"},
		{"up and down again", "../account/../pay/refund.md", "entry pay/refund ru"},
		{"slashes twice", "..//account///blocked.md", "entry account/blocked ru"},
		{"percent-encoded letters", "re%66und%2Emd", "entry pay/refund ru"},
		{"a percent-encoded slash is a slash, as for a server", "..%2faccount/blocked.md",
		 "entry account/blocked ru"},
		{"a folder stands for its section", "../account", "entry account/_index ru"},
		{"with a slash behind", "../account/", "entry account/_index ru"},
		{"a folder and a part", "../account#part-1", "entry account/_index ru #part-1"},
		{"the own folder", ".", "entry pay/_index ru"},
		{"the folder above is home", "..", "entry _index ru"},
		{"a part of the same page", "#part-1", "here #part-1"},
		{"a file", "form.pdf", "asset pay/form.pdf"},
		{"a file's page", "form.pdf#page=2", "asset pay/form.pdf #page=2"},
		{"a file above", "../logo.png", "asset logo.png"},
		{"a file with a space and Kazakh letters", "%D0%B6%D0%BE%D1%81%D0%BF%D0%B0%D1%80%201.png",
		 "asset pay/жоспар 1.png"},
		{"small hex digits", "%d0%b6%d0%be%d1%81%d0%bf%d0%b0%d1%80%201.png", "asset pay/жоспар 1.png"},
		{"a scheme", "https://egov.kz/", "outside"},
		{"a mail address", "mailto:a@b.kz", "outside"},
		{"a scheme that nobody may use", "javascript:alert(1)", "outside"},
		{"a host without a scheme", "//egov.kz/", "outside"},
		{"a scheme only where its letters are ones", "a/b:c.md", "nothing"},
		{"a draft", "later.md", "draft"},
		{"a draft with its language", "later.ru.md#part-1", "draft #part-1"},
	};

	small_site(*state);
	nothing_told(*state);
	check_rows(*state, "pay/card-lost", rows, COUNT(rows));
}

static void nowhere(void **state)
{
	static const struct row rows[] = {
		{"no address", "", "nothing"},
		{"a hash only", "#", "nothing"},
		{"a mistyped name", "refnud.md", "nothing -> refund.ru.md"},
		{"a mistyped name, with a part", "refnud.md#part-2", "nothing #part-2 -> refund.ru.md#part-2"},
		{"large letters", "Refund.md", "nothing -> refund.ru.md"},
		{"no ending", "refund", "nothing -> refund.ru.md"},
		{"the page's ending", "refund.html", "nothing -> refund.ru.md"},
		{"the page's ending, another section", "../account/blocked.html#step-1",
		 "nothing #step-1 -> ../account/blocked.ru.md#step-1"},
		{"an unknown language", "refund.de.md", "nothing -> refund.ru.md"},
		{"mistyped in another language", "refnud.kk.md", "nothing -> refund.kk.md"},
		{"it lies in another section", "blocked.md", "nothing -> ../account/blocked.ru.md"},
		{"it lies above", "about.md", "nothing -> ../about.ru.md"},
		{"mistyped, and in another section", "bloked.ru.md", "nothing -> ../account/blocked.ru.md"},
		{"the folder is mistyped", "../acount/blocked.md", "nothing -> ../account/blocked.ru.md"},
		{"near to nothing", "оплата.md", "nothing"},
		{"a mistyped file", "from.pdf", "nothing"},
		{"a mistyped section", "../acount/_index.md", "nothing -> ../account/_index.ru.md"},
		{"above the content folder", "../../refund.md", "nothing"},
		{"far above it", "../../../../etc/passwd", "nothing"},
		{"above it, percent-encoded", "%2e%2e/%2e%2e/etc/passwd", "nothing"},
		{"a query", "refund.md?a=b", "nothing"},
		{"a percent sign that encodes nothing", "re%fund%4", "nothing -> refund.ru.md"},
		{"a NUL", "refund%00.md", "nothing -> refund.ru.md"},
		{"the name of a file of definitions", "../links.ru.md", "nothing"},
	};

	small_site(*state);
	check_rows(*state, "pay/card-lost", rows, COUNT(rows));
}

static void rooted(void **state)
{
	static const struct row rows[] = {
		{"a page's address", "/ru/pay/refund.html", "rooted -> refund.ru.md"},
		{"with a part", "/ru/pay/refund.html#part-2", "rooted #part-2 -> refund.ru.md#part-2"},
		{"another section", "/ru/account/blocked.html", "rooted -> ../account/blocked.ru.md"},
		{"a section's page", "/ru/account/index.html", "rooted -> ../account/_index.ru.md"},
		{"a section's folder", "/ru/account/", "rooted -> ../account/_index.ru.md"},
		{"a section's folder without slash and language", "/account", "rooted -> ../account/_index.ru.md"},
		{"the home page", "/ru/index.html", "rooted -> ../_index.ru.md"},
		{"the language's folder", "/kk/", "rooted -> ../_index.ru.md"},
		{"the root", "/", "rooted -> ../_index.ru.md"},
		{"a source file", "/pay/refund.md", "rooted -> refund.ru.md"},
		{"a source file with its language", "/about.ru.md", "rooted -> ../about.ru.md"},
		{"a mistyped one", "/ru/abuot.html", "rooted -> ../about.ru.md"},
		{"near to nothing", "/оплата", "rooted"},
	};

	small_site(*state);
	check_rows(*state, "pay/card-lost", rows, COUNT(rows));
}

static void from_the_root(void **state)
{
	static const struct row rows[] = {
		{"a question", "pay/refund.md", "entry pay/refund ru"},
		{"a page beside it", "about.md", "entry about ru"},
		{"a section", "pay", "entry pay/_index ru"},
		{"the folder itself", ".", "entry _index ru"},
		{"above the content folder", "..", "nothing"},
		{"a question without its section", "refund.md", "nothing -> pay/refund.ru.md"},
		{"a rooted one", "/ru/pay/refund.html", "rooted -> pay/refund.ru.md"},
		{"a file of a section", "pay/form.pdf", "asset pay/form.pdf"},
	};

	small_site(*state);
	check_rows(*state, "about", rows, COUNT(rows));
	/* Shared definitions lie at the root, too, and belong to no entry. */
	check_rows(*state, NULL, rows, COUNT(rows));
}

static void parts_that_pages_add(void **state)
{
	static const struct {
		const char *key, *anchor;
		bool there, without_mail;
	} rows[] = {
		{"pay/refund", "main", true, true},
		{"pay/_index", "main", true, true},
		{"_index", "main", true, true},
		{"pay/refund", "support", true, false},
		{"about", "support", true, false},
		{"pay/_index", "support", false, false},
		{"_index", "support", false, false},
		{"pay/refund", "Support", false, false},
		{"pay/refund", "support-title", false, false},
		{"pay/refund", "", false, false},
	};
	struct fixture *f = *state;

	small_site(f);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(resolve_page_anchor(f->site, entry(f, rows[i].key), str_of(rows[i].anchor)),
				 rows[i].without_mail);
	put(f, "site.yaml", "languages: [kk, ru]\nsupport: {email: a@b.kz}\n");
	load(f);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(resolve_page_anchor(f->site, entry(f, rows[i].key), str_of(rows[i].anchor)),
				 rows[i].there);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(from_a_question), TEST(nowhere), TEST(rooted), TEST(from_the_root), TEST(parts_that_pages_add),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
