/* Files of shared definitions: what is one, what is refused and where, and that what is accepted works in a text. */
#include "markup_fixture.h"

struct row {
	const char *reason, *text, *want;
};

/* One a line: "label|target line:column-line:column", then the problems. */
static void tell(struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->shared.len; i++) {
		const struct definition *d = &p->shared.at[i];

		assert_true(str_eq(str_slice(p->source->bytes, d->place.from, d->place.to), d->target));
		buf_addf(out, "%.*s|%.*s ", STR_ARG(d->label), STR_ARG(d->target));
		add_place(p, d->place, out);
		buf_add_byte(out, '\n');
	}
	add_told(p, out);
}

static struct parsed *read(struct str bytes, size_t from)
{
	struct parsed *p = calloc(1, sizeof *p);

	assert_non_null(p);
	p->source = source_new(&p->arena, STR("links.kk.md"), bytes);
	markup_definitions(p->source, from, &p->shared, &p->dg);
	diags_sort(&p->dg);
	return p;
}

static const struct row accepted[] = {
	{"one", "[a]: b.md\n", "a|b.md 1:6-1:10 \n"},
	{"no line end at the end", "[a]: b.md", "a|b.md 1:6-1:10 \n"},
	{"Kazakh letters", "[Әліпби]: https://әліпби.kz/\n", "Әліпби|https://әліпби.kz/ 1:11-1:29 \n"},
	{"no space, many spaces, a tab", "[a]:b.md\n[c]:   d.md  \n[e]:\tf.md\n",
	 "a|b.md 1:5-1:9 \nc|d.md 2:8-2:12 \ne|f.md 3:6-3:10 \n"},
	{"in angle brackets", "[a]: <b.md>\n", "a|b.md 1:7-1:11 \n"},
	{"indented", "  [a]: b.md\n", "a|b.md 1:8-1:12 \n"},
	{"empty lines and comments between them", "<!-- c -->\n\n[a]: b.md\n<!-- d\n[x]: y.md\n-->\n[e]: f.md\n",
	 "a|b.md 3:6-3:10 \ne|f.md 7:6-7:10 \n"},
	{"behind the end of a comment", "<!-- c --> [a]: b.md\n<!--\n--> [d]: e.md\n",
	 "a|b.md 1:17-1:21 \nd|e.md 3:10-3:14 \n"},
	{"a colon and an escaped bracket in the name", "[a: \\]b]: c.md\n", "a: \\]b|c.md 1:11-1:15 \n"},
	{"names that differ", "[a]: b.md\n[ab]: b.md\n", "a|b.md 1:6-1:10 \nab|b.md 2:7-2:11 \n"},
	{"a part of the page", "[a]: #support\n", "a|#support 1:6-1:14 \n"},
	{"a name that another one begins with a bracket for", "[!a]: b.md\n", "!a|b.md 1:7-1:11 \n"},
};

static void reads(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++) {
		struct parsed *p = read(str_of(accepted[i].text), 0);
		struct buf got = BUF_INIT;

		tell(p, &got);
		bad += row_differs(accepted[i].reason, accepted[i].text, buf_str(&got), accepted[i].want);
		buf_clear(&got);
		parsed_free(p);
	}
	assert_int_equal(bad, 0);
}

/* The promise behind each row: every accepted name gives a link, and none of them shows on the page. */
static void accepted_ones_work(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++) {
		struct parsed *p = read(str_of(accepted[i].text), 0);
		struct markup_request request = {.shared = &p->shared};
		struct buf text = BUF_INIT;
		struct markup *m;

		for (size_t d = 0; d < p->shared.len; d++)
			buf_addf(&text, "[%.*s]\n\n", STR_ARG(p->shared.at[d].label));
		request.source = source_new(&p->arena, STR("a.kk.md"), buf_str(&text));
		m = markup_parse(&request, &p->dg);
		assert_int_equal(m->links.len, p->shared.len);
		assert_int_equal(m->texts.len, p->shared.len);
		for (size_t d = 0; d < p->shared.len; d++)
			assert_ptr_equal(m->links.at[d].shared, &p->shared.at[d]);
		markup_free(m);
		buf_clear(&text);
		parsed_free(p);
	}
}

static void refuses(void **state)
{
	static const struct row rows[] = {
		{"text", "[a]: b.md\n\nМәтін\n", "a|b.md 1:6-1:10 \n3:1-3:6 link-form\n"},
		{"no colon", "[a] b.md\n", "1:1-1:9 link-form\n"},
		{"a space before the colon", "[a] : b.md\n", "1:1-1:11 link-form\n"},
		{"no name", "[]: b.md\n", "1:1-1:9 link-form\n"},
		{"a name of spaces", "[  ]: b.md\n", "1:1-1:11 link-form\n"},
		{"a bracket in the name", "[a[b]: c.md\n", "1:1-1:12 link-form\n"},
		{"a bracket in the name that closes it", "[a]b]: c.md\n", "1:1-1:12 link-form\n"},
		{"the bracket that would close the name is escaped", "[a\\]: c.md\n", "1:1-1:11 link-form\n"},
		{"a bad name does not spoil the next one", "[a[b]: c.md\n[d]: e.md\n",
		 "d|e.md 2:6-2:10 \n1:1-1:12 link-form\n"},
		{"no target", "[a]:\n", "1:1-1:5 link-form\n"},
		{"an empty target in angle brackets", "[a]: <>\n", "1:1-1:8 link-form\n"},
		{"a title, which nobody would see", "[a]: b.md \"c\"\n", "1:1-1:14 link-form\n"},
		{"a title behind a tab", "[a]: b.md\t\"c\"\n", "1:1-1:14 link-form\n"},
		{"the target on the next line", "[a]:\n  b.md\n", "1:1-1:5 link-form\n2:3-2:7 link-form\n"},
		{"the same name twice: the second one", "[a]: b.md\n[a]: c.md\n",
		 "a|b.md 1:6-1:10 \n2:2-2:3 link-form\n"},
		{"the same name in large letters", "[Сайт бет]: b.md\n[САЙТ  БЕТ]: c.md\n",
		 "Сайт бет|b.md 1:13-1:17 \n2:2-2:11 link-form\n"},
		{"three times", "[a]: b.md\n[A]: c.md\n[a]: d.md\n",
		 "a|b.md 1:6-1:10 \n2:2-2:3 link-form\n3:2-3:3 link-form\n"},
		{"a comment that is never closed hides what follows", "[a]: b.md\n\n <!-- c\n[d]: e.md\n",
		 "a|b.md 1:6-1:10 \n3:2-3:8 link-form\n"},
		{"text behind a comment", "<!-- a --> b\n", "1:12-1:13 link-form\n"},
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct parsed *p = read(str_of(rows[i].text), 0);
		struct buf got = BUF_INIT;

		tell(p, &got);
		bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
		buf_clear(&got);
		parsed_free(p);
	}
	assert_int_equal(bad, 0);
}

static void twice_names_the_name(void **state)
{
	struct parsed *p = read(STR("[a]: b.md\n[A]: c.md\n"), 0);

	(void)state;
	assert_int_equal(p->dg.list.len, 1);
	assert_int_equal(p->dg.list.at[0].message.id, MSG_DEFINITION_TWICE);
	assert_true(str_eq(p->dg.list.at[0].message.arg[0], STR("A")));
	parsed_free(p);
}

static void byte_order_mark_and_windows(void **state)
{
	struct parsed *p = read(STR("\xEF\xBB\xBF[a]: b.md\r\n\r\n[c]: d.md\r\n"), 3);
	struct buf got = BUF_INIT;

	(void)state;
	tell(p, &got);
	assert_string_equal(got.at, "a|b.md 1:7-1:11 \nc|d.md 3:6-3:10 \n");
	buf_clear(&got);
	parsed_free(p);
}

static void nothing(void **state)
{
	struct parsed *p = read(STR(""), 0);

	(void)state;
	assert_int_equal(p->shared.len, 0);
	assert_int_equal(p->dg.list.len, 0);
	parsed_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads),
		cmocka_unit_test(accepted_ones_work),
		cmocka_unit_test(refuses),
		cmocka_unit_test(twice_names_the_name),
		cmocka_unit_test(byte_order_mark_and_windows),
		cmocka_unit_test(nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
