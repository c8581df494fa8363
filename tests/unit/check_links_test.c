/* The checks of the whole site, on a content folder: links, pictures, forgotten files and the address of support. */
#include "check_fixture.h"

/* A site without problems, in two languages; rows add texts to it. */
static void base_site(struct fixture *f)
{
	put(f, "site.yaml", "languages: [kk, ru]\nsupport: {email: help@egov.kz}\n");
	put(f, "pay/form.pdf", "1");
	put(f, "pay/map.svg", A_PICTURE);
	question(f, "about.ru.md", "", "About\n");
	question(f, "pay/_index.ru.md", "", "Section\n\n## Part\n");
	question(f, "pay/refund.ru.md", "", "## Part\n\n1. a\n2. b\n\n[c](form.pdf) ![d](map.svg)\n");
	question(f, "pay/refund.kk.md", "", "## Part\n\n1. a\n2. b\n\n[c](form.pdf) ![d](map.svg)\n");
	question(f, "pay/only.kk.md", "", "a\n");
	question(f, "pay/later.ru.md", "draft: true\n", "a\n");
	question(f, "account/blocked.ru.md", "", "a\n");
}

static void check(struct fixture *f)
{
	load(f);
	check_with(f, f->jobs);
	diags_sort(&f->dg);
}

struct row {
	const char *reason, *body, *want;
};

/* Every row is the body of pay/a.ru.md, whose head has three lines; "pay/a.ru.md:" is left out of what is told. */
static void check_rows(struct fixture *f, const struct row *rows, size_t count)
{
	size_t bad = 0;

	base_site(f);
	check(f);
	nothing_told(f);
	for (size_t i = 0; i < count; i++) {
		struct buf got = BUF_INIT, own = BUF_INIT;
		struct str rest, line;

		question(f, "pay/a.ru.md", "", rows[i].body);
		check(f);
		told(f, &got);
		for (rest = buf_str(&got); str_split(&rest, '\n', &line) && line.len;) {
			buf_add(&own, str_starts(line, STR("pay/a.ru.md:")) ? str_from(line, 12) : line);
			buf_add_byte(&own, '\n');
		}
		bad += row_differs(rows[i].reason, rows[i].body, buf_str(&own), rows[i].want);
		buf_clear(&got);
		buf_clear(&own);
	}
	assert_int_equal(bad, 0);
}

static void right_links(void **state)
{
	static const struct row rows[] = {
		{"a question with and without its language", "[a](refund.md) [b](refund.ru.md)\n", ""},
		{"a part of it, and steps", "[a](refund.md#part-1) [b](refund.md#step-2)\n", ""},
		{"parts that pages add", "[a](refund.md#support) [b](refund.md#main) [c](#support) [d](#main)\n", ""},
		{"a part of the same text", "[a](#part-1)\n\n## b\n", ""},
		{"a section, its folder and a part of it",
		 "[a](_index.md) [b](../account/) [c](_index.md#part-1) [d](.)\n", ""},
		{"home, which has no text", "[a](../_index.md) [b](..)\n", ""},
		{"a page", "[a](../about.md#support)\n", ""},
		{"files", "[a](form.pdf) [b](form.pdf#page=2)\n", ""},
		{"outside",
		 "[a](https://egov.kz/cms/kk?a=b#c) <https://egov.kz> [b](mailto:a@egov.kz) [c](tel:+77172123456) "
		 "[d](tel:1414)\n",
		 ""},
		{"a section without a page: its parts are not known", "[a](../account/#part-9)\n", ""},
		{"a picture with words", "![a](map.svg)\n", ""},
		{"a text that is no link", "`[a](nowhere.md)` \\[b](nowhere.md)\n", ""},
	};

	check_rows(*state, rows, COUNT(rows));
}

static void dead_links(void **state)
{
	static const struct row rows[] = {
		{"a mistyped name, at its target", "Ә [б](refnud.md) c\n", "4:7 LINK_DEAD refund.ru.md\n"},
		{"two in a line", "[a](refnud.md) [b](bloked.md)\n",
		 "4:5 LINK_DEAD refund.ru.md\n4:20 LINK_DEAD ../account/blocked.ru.md\n"},
		{"near to nothing", "[a](nowhere-at-all.md)\n", "4:5 LINK_DEAD\n"},
		{"no address: the whole link", "a [b]()\n", "4:3 LINK_EMPTY\n"},
		{"a hash only", "a [b](#)\n", "4:7 LINK_DEAD\n"},
		{"a draft", "[a](later.md)\n", "4:5 LINK_DRAFT\n"},
		{"from the root, with the repair", "[a](/ru/pay/refund.html#step-1)\n",
		 "4:5 LINK_ROOTED refund.ru.md#step-1\n"},
		{"from the root to nowhere", "[a](/nowhere-at-all)\n", "4:5 LINK_ROOTED\n"},
		{"an address without https://", "[a](egov.kz/cms)\n", "4:5 LINK_DEAD https://egov.kz/cms\n"},
		{"a mail address without mailto:", "[a](help@egov.kz)\n", "4:5 LINK_DEAD mailto:help@egov.kz\n"},
		{"a file that is not there", "[a](from.pdf)\n", "4:5 LINK_DEAD\n"},
		{"above the content folder", "[a](../../etc/passwd)\n", "4:5 LINK_DEAD\n"},
		{"a link by name, where it is used", "[a][b]\n\n[b]: refnud.md\n", "4:1 LINK_DEAD refund.ru.md\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

static void parts(void **state)
{
	static const struct row rows[] = {
		{"a heading too many", "[a](refund.md#part-2)\n", "4:5 ANCHOR_DEAD refund.md#part-1\n"},
		{"a step too many", "[a](refund.md#step-9)\n", "4:5 ANCHOR_DEAD refund.md#step-1\n"},
		{"a mistyped one", "[a](refund.md#suport)\n", "4:5 ANCHOR_DEAD refund.md#support\n"},
		{"near to nothing", "[a](refund.md#оплата)\n", "4:5 ANCHOR_DEAD\n"},
		{"of the same text", "[a](#part-3)\n\n## b\n", "4:5 ANCHOR_DEAD #part-1\n"},
		{"a section has no block of support", "[a](_index.md#support)\n", "4:5 ANCHOR_DEAD\n"},
		{"the text that readers of the language see is asked", "[a](only.kk.md#part-1)\n",
		 "4:5 ANCHOR_DEAD\n4:5 LINK_LANGUAGE only.ru.md#part-1\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

static void languages_of_links(void **state)
{
	static const struct row rows[] = {
		{"another language, with the own one", "[a](refund.kk.md)\n", "4:5 LINK_LANGUAGE refund.ru.md\n"},
		{"in another section", "[a](../account/blocked.kk.md#main)\n",
		 "4:5 LINK_LANGUAGE ../account/blocked.ru.md#main\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

static void addresses_outside(void **state)
{
	static const struct row rows[] = {
		{"a host without a scheme", "[a](//egov.kz/)\n", "4:5 LINK_NO_SCHEME https://egov.kz/\n"},
		{"a scheme that can do harm", "[a](javascript:alert(1))\n", "4:5 LINK_SCHEME\n"},
		{"a mistyped scheme", "[a](htps://egov.kz)\n", "4:5 LINK_SCHEME https://egov.kz\n"},
		{"a scheme of our own making", "[a](komek-shared:0)\n", "4:5 LINK_SCHEME\n"},
		{"a letter that only looks Latin, where it stands", "[a](https://eg\xD0\xBEv.kz/)\n",
		 "4:13 LINK_LOOKALIKE https://egov.kz/\n"},
		{"the same in angle brackets", "<https://eg\xD0\xBEv.kz/>\n", "4:10 LINK_LOOKALIKE https://egov.kz/\n"},
		{"no mail address", "[a](mailto:help)\n", "4:12 LINK_MAIL\n"},
		{"no telephone number", "[a](tel:abc)\n", "4:9 LINK_PHONE\n"},
		{"a scheme twice", "[a](https://https://egov.kz/)\n", "4:5 LINK_DOUBLED https://egov.kz/\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

static void pictures(void **state)
{
	static const struct row rows[] = {
		{"no words", "a ![](map.svg)\n", "4:7 PICTURE_TEXT\n"},
		{"words of spaces", "![ ](map.svg)\n", "4:6 PICTURE_TEXT\n"},
		{"it is not there", "![a](mop.png)\n", "4:6 PICTURE_DEAD\n"},
		{"from another site", "![a](https://egov.kz/a.png)\n", "4:6 PICTURE_OUTSIDE\n"},
		{"from another site without a scheme", "![a](//egov.kz/a.png)\n", "4:6 PICTURE_OUTSIDE\n"},
		{"a text is no picture", "![a](refund.md)\n", "4:6 PICTURE_DEAD\n"},
		{"no address", "![a]()\n", "4:1 PICTURE_DEAD\n"},
		{"both at once", "![](mop.png)\n", "4:5 PICTURE_TEXT\n4:5 PICTURE_DEAD\n"},
	};

	check_rows(*state, rows, COUNT(rows));
}

/* ---- shared definitions ---- */

static void shared_definitions(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	base_site(f);
	put(f, "links.ru.md",
	    "[refund]: pay/refund.md\n[dead]: pay/refnud.md\n[form]: pay/form.pdf\n[map]: pay/map.svg\n[site]: "
	    "https://egov.kz/\n"
	    "[bad]: htps://egov.kz/\n[part]: pay/refund.md#part-7\n[kazakh]: pay/refund.kk.md\n[help]: "
	    "#support\n[beside]: refund.md\n");
	put(f, "links.kk.md", "[refund]: pay/refund.md\n");
	question(f, "pay/a.ru.md", "", "[refund] [dead] ![x][map] [form] [site] [bad] [part] [help] [beside]\n");
	question(f, "pay/a.kk.md", "", "[refund] [dead]\n");
	check(f);
	told(f, &got);
	/* Each is told once, where it stands; the definition's folder is the content folder. */
	assert_string_equal(
		got.at,
		"links.ru.md:2:9 LINK_DEAD pay/refund.ru.md\nlinks.ru.md:6:8 LINK_SCHEME https://egov.kz/\n"
		"links.ru.md:7:9 ANCHOR_DEAD pay/refund.md#part-1\n"
		"links.ru.md:8:11 LINK_LANGUAGE pay/refund.ru.md\nlinks.ru.md:10:11 LINK_DEAD pay/refund.ru.md\n");
	buf_clear(&got);
}

/* Only a part of the page that uses it depends on who that is. */
static void shared_parts(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	base_site(f);
	put(f, "links.ru.md", "[first]: #part-1\n");
	question(f, "pay/a.ru.md", "", "[first]\n\n## a\n");
	question(f, "pay/b.ru.md", "", "[first]\n");
	check(f);
	told(f, &got);
	assert_string_equal(got.at, "pay/b.ru.md:4:1 ANCHOR_DEAD\n");
	buf_clear(&got);
}

/* ---- the rest ---- */

static void no_support(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	put(f, "site.yaml", "languages: [ru]\n");
	question(f, "pay/a.ru.md", "", "[a](#support) [b](b.md#support)\n");
	question(f, "pay/b.ru.md", "", "a\n");
	check(f);
	told(f, &got);
	/* Without an address there is no such block. */
	assert_string_equal(got.at, "pay/a.ru.md:4:5 ANCHOR_DEAD\npay/a.ru.md:4:19 ANCHOR_DEAD\n");
	buf_clear(&got);
}

static void broken_texts(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	base_site(f);
	put(f, "pay/broken.ru.md", "---\ntitle: a: b\n---\n## Part\n\n[a](nowhere-at-all.md)\n");
	put(f, "pay/bytes.ru.md", "---\ntitle: a\n---\n\xFF\n");
	question(f, "pay/a.ru.md", "", "[a](broken.md) [b](broken.md#part-5) [c](bytes.md#part-1)\n");
	check(f);
	told(f, &got);
	/* That a part is lacking there only follows; its own links are judged as far as they can be read. */
	assert_string_equal(got.at, "pay/broken.ru.md:2:9 YAML_COLON title: \"a: b\"\npay/broken.ru.md:6:5 LINK_DEAD\n"
				    "pay/bytes.ru.md:4:1 NOT_UTF8\n");
	buf_clear(&got);
}

static void forgotten_files(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	base_site(f);
	put(f, "pay/old.pdf", "3");
	put(f, "logo.png", "4");
	question(f, "pay/a.ru.md", "", "[a](old-pdf)\n");
	check(f);
	told(f, &got);
	assert_string_equal(got.at,
			    "logo.png:1:1 FILE_UNUSED\npay/a.ru.md:4:5 LINK_DEAD\npay/old.pdf:1:1 FILE_UNUSED\n");
	buf_clear(&got);
}

static void address_of_support(void **state)
{
	static const struct row rows[] = {
		{"right", "help@egov.kz", ""},
		{"no mail address", "help", "site.yaml:1:18 LINK_MAIL\n"},
		{"a letter that only looks Latin, where it stands", "help@eg\xD0\xBEv.kz",
		 "site.yaml:1:23 LINK_LOOKALIKE help@egov.kz\n"},
	};
	struct fixture *f = *state;
	size_t bad = 0;

	question(f, "pay/a.ru.md", "", "a\n");
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf got = BUF_INIT;

		put(f, "site.yaml", arena_printf(&f->arena, "support: {email: %s}\n", rows[i].body).at);
		check(f);
		told(f, &got);
		bad += row_differs(rows[i].reason, rows[i].body, buf_str(&got), rows[i].want);
		buf_clear(&got);
	}
	assert_int_equal(bad, 0);
}

/* One thread or many: the same problems in the same order, before they are sorted. */
static void threads_change_nothing(void **state)
{
	struct fixture *f = *state;
	struct buf first = BUF_INIT, again = BUF_INIT;

	base_site(f);
	for (int i = 0; i < 40; i++)
		question(f, arena_printf(&f->arena, "pay/q%02d.ru.md", i).at, "",
			 "[a](refnud.md) [b](//egov.kz) ![](map.svg)\n");
	for (unsigned jobs = 1; jobs <= 9; jobs += 4) {
		f->jobs = jobs;
		load(f);
		check_with(f, jobs);
		buf_reset(&again);
		told(f, jobs == 1 ? &first : &again);
		if (jobs > 1)
			assert_string_equal(again.at, first.at);
	}
	assert_true(str_find(buf_str(&first), STR("pay/q39.ru.md:4:20 LINK_NO_SCHEME"), 0) != SIZE_MAX);
	buf_clear(&first);
	buf_clear(&again);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(right_links),
		TEST(dead_links),
		TEST(parts),
		TEST(languages_of_links),
		TEST(addresses_outside),
		TEST(pictures),
		TEST(shared_definitions),
		TEST(shared_parts),
		TEST(no_support),
		TEST(broken_texts),
		TEST(forgotten_files),
		TEST(address_of_support),
		TEST(threads_change_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
