/* The head of a text: every key, what is refused and where, and where the text behind it begins. */
#include "site_rows.h"

#include "site/front_matter.h"

struct head {
	struct arena arena;
	struct diags dg;
	const struct source *source;
	struct front_matter front;
	size_t body;
	bool read;
};

static struct head *read_head(struct str bytes, size_t from)
{
	struct head *h = calloc(1, sizeof *h);

	assert_non_null(h);
	h->source = source_new(&h->arena, STR("a.kk.md"), arena_str(&h->arena, bytes));
	h->read = front_matter_read(h->source, from, &h->arena, &h->dg, &h->front, &h->body);
	diags_sort(&h->dg);
	return h;
}

static void head_free(struct head *h)
{
	diags_clear(&h->dg);
	arena_clear(&h->arena);
	free(h);
}

struct row {
	const char *reason, *text, *want;
};

/* ---- the frame ---- */

/* "read" or "refused", the body, the problems. */
static void frames(void **state)
{
	static const struct row rows[] = {
		{"a head and a body", "---\ntitle: a\n---\nb\n", "read|b\n|"},
		{"no body", "---\ntitle: a\n---\n", "read||"},
		{"no line end behind the head", "---\ntitle: a\n---", "read||"},
		{"an empty line in the body is the body's", "---\ntitle: a\n---\n\nb", "read|\nb|"},
		{"spaces behind the hyphens", "--- \ntitle: a\n---\t\nb", "read|b|"},
		{"CRLF", "---\r\ntitle: a\r\n---\r\nb\r\n", "read|b\r\n|"},
		{"only the first closing line counts", "---\ntitle: a\n---\nb\n---\nc\n", "read|b\n---\nc\n|"},
		{"an empty head", "---\n---\nb\n", "read|b\n|2:1-2:1 TITLE_MISSING\n"},
		{"no head", "title: a\n\nb\n", "refused|title: a\n\nb\n|1:1-1:1 FRONT_MATTER_MISSING\n"},
		{"an empty line before the head", "\n---\ntitle: a\n---\n",
		 "refused|\n---\ntitle: a\n---\n|1:1-1:1 FRONT_MATTER_MISSING\n"},
		{"four hyphens", "----\ntitle: a\n---\n",
		 "refused|----\ntitle: a\n---\n|1:1-1:1 FRONT_MATTER_MISSING\n"},
		{"never closed", "---\ntitle: a\n\nb\n", "refused||1:1-1:1 FRONT_MATTER_OPEN\n"},
		{"never closed, and nothing else", "---", "refused||1:1-1:1 FRONT_MATTER_OPEN\n"},
		{"nothing", "", "refused||1:1-1:1 FRONT_MATTER_MISSING\n"},
		{"not readable as YAML: the body is known", "---\ntitle: a: b\n---\nc\n",
		 "refused|c\n|2:9-2:9 YAML_COLON title: \"a: b\"\n"},
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct head *h = read_head(str_of(rows[i].text), 0);
		struct buf got = BUF_INIT;

		buf_addf(&got, "%s|%.*s|", h->read ? "read" : "refused", STR_ARG(str_from(h->source->bytes, h->body)));
		add_diags(&h->dg, 0, &got);
		bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
		buf_clear(&got);
		head_free(h);
	}
	assert_int_equal(bad, 0);
}

static void byte_order_mark(void **state)
{
	struct head *h = read_head(STR("\xEF\xBB\xBF---\ntitle: a\n---\nb"), 3), *lacks = read_head(STR("\xEF\xBB\xBF"
													"b"),
												    3);

	(void)state;
	assert_true(h->read);
	assert_true(str_eq(str_from(h->source->bytes, h->body), STR("b")));
	assert_false(lacks->read);
	assert_int_equal(lacks->body, 3);
	assert_int_equal(lacks->dg.list.at[0].place.from, 3);
	head_free(h);
	head_free(lacks);
}

/* The 16 KB of YAML are the head's; the text behind it does not count. */
static void long_body(void **state)
{
	struct buf text = BUF_INIT;
	struct head *h;

	(void)state;
	buf_add(&text, STR("---\ntitle: a\n---\n"));
	while (text.len < (size_t)3 * YAML_LONGEST)
		buf_add(&text, STR("сөз "));
	h = read_head(buf_str(&text), 0);
	assert_true(h->read);
	assert_int_equal(h->dg.list.len, 0);
	head_free(h);
	buf_clear(&text);
}

/* ---- the keys ---- */

/* What was read, key by key, but for what has the default; then the problems. */
static void add_front(const struct head *h, struct buf *out)
{
	const struct front_matter *f = &h->front;

	if (f->title.len) {
		add_place(f->title_place, 1, out);
		buf_addf(out, "title=%.*s\n", STR_ARG(f->title));
	}
	if (f->summary.len) {
		add_place(f->summary_place, 1, out);
		buf_addf(out, "summary=%.*s\n", STR_ARG(f->summary));
	}
	for (size_t i = 0; i < f->keyword_count; i++) {
		add_place(f->keywords[i].place, 1, out);
		buf_addf(out, "keyword=%.*s\n", STR_ARG(f->keywords[i].text));
	}
	if (f->order != ORDER_LAST)
		buf_addf(out, "order=%llu\n", (unsigned long long)f->order);
	if (f->featured)
		buf_add(out, STR("featured\n"));
	if (f->draft)
		buf_add(out, STR("draft\n"));
	if (date_given(f->updated))
		buf_addf(out, "updated=%d-%d-%d\n", f->updated.year, f->updated.month, f->updated.day);
	if (date_given(f->review))
		buf_addf(out, "review=%d-%d-%d\n", f->review.year, f->review.month, f->review.day);
	if (f->source)
		buf_addf(out, "source=%.*s\n", STR_ARG(f->source->code));
	add_diags(&h->dg, 1, out);
}

static void check_rows(const struct row *rows, size_t count)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++) {
		struct buf text = BUF_INIT, got = BUF_INIT;
		struct head *h;

		buf_addf(&text, "---\n%s---\nМәтін\n", rows[i].text);
		h = read_head(buf_str(&text), 0);
		assert_true(h->read);
		add_front(h, &got);
		bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
		buf_clear(&text);
		buf_clear(&got);
		head_free(h);
	}
	assert_int_equal(bad, 0);
}

static void right_values(void **state)
{
	static const struct row rows[] = {
		{"a title is enough", "title: Неге бұғатталды?\n", "1:8-1:24 title=Неге бұғатталды?\n"},
		{"everything",
		 "title: \"a: b\"\nsummary: c d.\nkeywords: [e, \"f g\"]\norder: 10\nfeatured: true\nupdated: "
		 "2026-05-01\n"
		 "review: 2027-02-28\ndraft: true\nsource: kk\n",
		 "1:8-1:14 title=a: b\n2:10-2:14 summary=c d.\n3:12-3:13 keyword=e\n3:15-3:20 keyword=f "
		 "g\norder=10\nfeatured\n"
		 "draft\nupdated=2026-5-1\nreview=2027-2-28\nsource=kk\n"},
		{"false is the default", "title: a\nfeatured: false\ndraft: false\n", "1:8-1:9 title=a\n"},
		{"the first of all", "title: a\norder: 0\n", "1:8-1:9 title=a\norder=0\n"},
		{"a day that only leap years have", "title: a\nupdated: 2028-02-29\n",
		 "1:8-1:9 title=a\nupdated=2028-2-29\n"},
		{"text over several lines is one line", "title: a\n  b\nsummary: >\n  c\n  d\n",
		 "1:8-2:4 title=a b\n3:10-6:1 summary=c d\n"},
		{"keywords line by line", "title: a\nkeywords:\n  - b\n  - c d\n",
		 "1:8-1:9 title=a\n3:5-3:6 keyword=b\n4:5-4:8 keyword=c d\n"},
		{"no keywords", "title: a\nkeywords: []\n", "1:8-1:9 title=a\n"},
		{"numbers may be titles and keywords", "title: 1414\nkeywords: [1414, true]\n",
		 "1:8-1:12 title=1414\n2:12-2:16 keyword=1414\n2:18-2:22 keyword=true\n"},
		{"a hash in quotes", "title: \"Ошибка #5\"\n", "1:8-1:19 title=Ошибка #5\n"},
		{"a hash without a space before it", "title: C#\n", "1:8-1:10 title=C#\n"},
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void wrong_values(void **state)
{
	static const struct row rows[] = {
		{"no title", "summary: a\n", "1:10-1:11 summary=a\n1:1-2:1 TITLE_MISSING\n"},
		{"an empty title", "title:\n", "1:7-1:7 VALUE_EMPTY\n"},
		{"a title of spaces", "title: \"  \"\n", "1:8-1:12 VALUE_EMPTY\n"},
		{"null for a title", "title: null\n", "1:8-1:12 VALUE_TEXT\n"},
		{"a list for a title", "title: [a]\n", "1:8-1:11 VALUE_TEXT\n"},
		{"a title of two lines", "title: |\n  a\n  b\n", "1:8-4:1 title=a\nb\n1:8-4:1 VALUE_ONE_LINE\n"},
		{"a hash that cuts the title", "title: Ошибка #5\n",
		 "1:8-1:14 title=Ошибка\n1:15-1:17 VALUE_HASH \"Ошибка #5\"\n"},
		{"the same with quotes inside and spaces behind", "title: Код \"a\" #5  \n",
		 "1:8-1:15 title=Код \"a\"\n1:16-1:18 VALUE_HASH \"Код \\\"a\\\" #5\"\n"},
		{"a mistyped key: that the title is missing only follows", "titel: a\n", "1:1-1:6 KEY_UNKNOWN title\n"},
		{"an unknown key", "title: a\ncategory: b\n", "1:8-1:9 title=a\n2:1-2:9 KEY_UNKNOWN\n"},
		{"a mistyped key", "title: a\nsumary: b\n", "1:8-1:9 title=a\n2:1-2:7 KEY_UNKNOWN summary\n"},
		{"a key twice: the first one counts", "title: a\ntitle: b\n", "1:8-1:9 title=a\n2:1-2:6 KEY_TWICE\n"},
		{"an empty summary", "title: a\nsummary: \"\"\n", "1:8-1:9 title=a\n2:10-2:12 VALUE_EMPTY\n"},
		{"keywords as one text", "title: a\nkeywords: b, c\n",
		 "1:8-1:9 title=a\n2:11-2:15 VALUE_LIST [b, c]\n"},
		{"keywords as a map", "title: a\nkeywords: {b: c}\n", "1:8-1:9 title=a\n2:11-2:17 VALUE_LIST\n"},
		{"no keywords behind the colon", "title: a\nkeywords:\n", "1:8-1:9 title=a\n2:10-2:10 VALUE_LIST\n"},
		{"an empty keyword among others", "title: a\nkeywords: [b, \"\", c]\n",
		 "1:8-1:9 title=a\n2:12-2:13 keyword=b\n2:19-2:20 keyword=c\n2:15-2:17 VALUE_EMPTY\n"},
		{"a list in the keywords", "title: a\nkeywords: [[b], c]\n",
		 "1:8-1:9 title=a\n2:17-2:18 keyword=c\n2:12-2:15 VALUE_TEXT\n"},
		{"a word for the order", "title: a\norder: first\n", "1:8-1:9 title=a\n2:8-2:13 VALUE_NUMBER\n"},
		{"a negative order", "title: a\norder: -1\n", "1:8-1:9 title=a\n2:8-2:10 VALUE_NUMBER\n"},
		{"an order too large", "title: a\norder: 1000001\n", "1:8-1:9 title=a\n2:8-2:15 VALUE_NUMBER\n"},
		{"yes for true", "title: a\ndraft: yes\n", "1:8-1:9 title=a\n2:8-2:11 VALUE_FLAG true\n"},
		{"nothing for true", "title: a\nfeatured:\n", "1:8-1:9 title=a\n2:10-2:10 VALUE_FLAG\n"},
		{"a day that does not exist", "title: a\nupdated: 2026-02-29\n",
		 "1:8-1:9 title=a\n2:10-2:20 VALUE_DATE\n"},
		{"a day as people write it", "title: a\nreview: 23.11.2026\n",
		 "1:8-1:9 title=a\n2:9-2:19 VALUE_DATE 2026-11-23\n"},
		{"a word for a day", "title: a\nupdated: today\n", "1:8-1:9 title=a\n2:10-2:15 VALUE_DATE\n"},
		{"a list for a day", "title: a\nupdated: [2026-01-01]\n", "1:8-1:9 title=a\n2:10-2:22 VALUE_DATE\n"},
		{"the country for the language", "title: a\nsource: kz\n",
		 "1:8-1:9 title=a\n2:9-2:11 VALUE_LANGUAGE kk\n"},
		{"a language that the program does not know", "title: a\nsource: de\n",
		 "1:8-1:9 title=a\n2:9-2:11 VALUE_LANGUAGE\n"},
		{"a list for the language", "title: a\nsource: [kk]\n", "1:8-1:9 title=a\n2:9-2:13 VALUE_LANGUAGE\n"},
		{"all of them at once", "draft: 1\norder: x\nupdated: y\n",
		 "1:1-4:1 TITLE_MISSING\n1:8-1:9 VALUE_FLAG true\n2:8-2:9 VALUE_NUMBER\n3:10-3:11 VALUE_DATE\n"},
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

/* Programs read the rule, so each problem has the right one. */
static void rules(void **state)
{
	static const struct {
		const char *reason, *text;
		enum rule_id rule;
	} rows[] = {
		{"the frame", "a\n", RULE_FRONT_MATTER},
		{"not readable", "---\ntitle: \"a\n---\n", RULE_FRONT_MATTER},
		{"a key", "---\ntitle: a\nx: b\n---\n", RULE_FRONT_MATTER_KEY},
		{"a missing key", "---\norder: 1\n---\n", RULE_FRONT_MATTER_KEY},
		{"a value", "---\ntitle: a\norder: b\n---\n", RULE_FRONT_MATTER_VALUE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct head *h = read_head(str_of(rows[i].text), 0);

		if (h->dg.list.len != 1 || h->dg.list.at[0].rule != rows[i].rule)
			fail_msg("%s", rows[i].reason);
		head_free(h);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frames),	cmocka_unit_test(byte_order_mark), cmocka_unit_test(long_body),
		cmocka_unit_test(right_values), cmocka_unit_test(wrong_values),	   cmocka_unit_test(rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
