/* Small YAML documents: where each value stands, what is refused and where, and the readers of single values. */
#include "site_rows.h"

#include "site/yaml.h"

/* A document read, with lines of something else before it. */
struct doc {
	struct arena arena;
	struct diags dg;
	const struct source *source;
	const struct yaml_node *root;
	size_t lines_before;
};

static struct doc *read_bytes(struct str before, struct str text)
{
	struct doc *d = calloc(1, sizeof *d);
	struct buf bytes = BUF_INIT;
	struct yaml_reader r = {.longest = YAML_LONGEST, .rule = RULE_FRONT_MATTER};

	assert_non_null(d);
	buf_add(&bytes, before);
	buf_add(&bytes, text);
	r.from = before.len;
	r.to = bytes.len;
	buf_add(&bytes, STR("---\nwhat comes behind: is not read: at all\n"));
	d->source = source_new(&d->arena, STR("a.kk.md"), arena_str(&d->arena, buf_str(&bytes)));
	buf_clear(&bytes);
	d->lines_before = source_position(d->source, before.len).line - 1;
	r.source = d->source;
	r.arena = &d->arena;
	r.dg = &d->dg;
	d->root = yaml_read(&r);
	return d;
}

static void doc_free(struct doc *d)
{
	diags_clear(&d->dg);
	arena_clear(&d->arena);
	free(d);
}

/* Nothing, or a line with letters of two bytes. */
static const struct str beginnings[] = {{"", 0}, {"--- Ә\n", 7}};

struct row {
	const char *reason, *text, *want;
};

/* ---- trees ---- */

static void add_node(const struct doc *d, const struct yaml_node *n, unsigned depth, struct buf *out)
{
	add_place(n->place, d->lines_before, out);
	if (n->kind == YAML_TEXT)
		buf_addf(out, n->quoted ? "\"%.*s\"\n" : "%.*s\n", STR_ARG(n->text));
	else
		buf_add(out, n->kind == YAML_LIST ? STR("list\n") : STR("map\n"));
	for (size_t i = 0; i < n->count; i++) {
		buf_addf(out, "%*s", (int)depth * 2, "");
		if (n->kind == YAML_MAP) {
			add_place(n->items[i].key.place, d->lines_before, out);
			buf_addf(out, "%.*s = ", STR_ARG(n->items[i].key.text));
		}
		add_node(d, &n->items[i].value, depth + 1, out);
	}
}

static size_t tree_differs(const struct row *row, struct str before)
{
	struct doc *d = read_bytes(before, str_of(row->text));
	struct buf got = BUF_INIT;
	size_t bad;

	if (d->root)
		add_node(d, d->root, 0, &got);
	add_diags(&d->dg, d->lines_before, &got);
	bad = row_differs(row->reason, row->text, buf_str(&got), row->want);
	assert_int_equal(d->root == NULL, d->dg.list.len > 0);
	buf_clear(&got);
	doc_free(d);
	return bad;
}

static void check_rows(const struct row *rows, size_t count)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++) {
		size_t differs = 0;

		for (size_t b = 0; b < COUNT(beginnings) && !differs; b++)
			differs = tree_differs(&rows[i], beginnings[b]);
		bad += differs;
	}
	assert_int_equal(bad, 0);
}

static void trees(void **state)
{
	static const struct row rows[] = {
		{"a key with its value", "a: b\n", "1:1-2:1 map\n1:1-1:2 a = 1:4-1:5 b\n"},
		{"no line end at the end", "a: b", "1:1-1:5 map\n1:1-1:2 a = 1:4-1:5 b\n"},
		{"letters of two bytes count one", "Әліпби: Қазақ\nb: 'ә'\n",
		 "1:1-3:1 map\n1:1-1:7 Әліпби = 1:9-1:14 Қазақ\n2:1-2:2 b = 2:4-2:7 \"ә\"\n"},
		{"signs of four bytes count one", "a: 👍 b\nc: d\n",
		 "1:1-3:1 map\n1:1-1:2 a = 1:4-1:7 👍 b\n2:1-2:2 c = 2:4-2:5 d\n"},
		{"an empty value stands behind its colon", "a:\nb: c\n",
		 "1:1-3:1 map\n1:1-1:2 a = 1:3-1:3 \n2:1-2:2 b = 2:4-2:5 c\n"},
		{"quotes of both kinds", "a: \"b\\\"\\u04D9\"\nc: 'd''e'\n",
		 "1:1-3:1 map\n1:1-1:2 a = 1:4-1:15 \"b\"ә\"\n2:1-2:2 c = 2:4-2:10 \"d'e\"\n"},
		{"a comment behind a value", "a: b # c\n# d\ne: f#g\n",
		 "1:1-4:1 map\n1:1-1:2 a = 1:4-1:5 b\n3:1-3:2 e = 3:4-3:7 f#g\n"},
		{"a list in one line", "a: [b, \"c\",  d e]\n",
		 "1:1-2:1 map\n1:1-1:2 a = 1:4-1:18 list\n  1:5-1:6 b\n  1:8-1:11 \"c\"\n  1:14-1:17 d e\n"},
		{"a list line by line", "a:\n  - b\n  - Ә\n",
		 "1:1-4:1 map\n1:1-1:2 a = 2:3-4:1 list\n  2:5-2:6 b\n  3:5-3:6 Ә\n"},
		{"maps in a list", "a:\n  - { b: c, d: e }\n  - f: g\n",
		 "1:1-4:1 map\n1:1-1:2 a = 2:3-4:1 list\n  2:5-2:19 map\n    2:7-2:8 b = 2:10-2:11 c\n    2:13-2:14 d "
		 "= "
		 "2:16-2:17 e\n  3:5-4:1 map\n    3:5-3:6 f = 3:8-3:9 g\n"},
		{"a map in a map", "a:\n  b: c\nd: e\n",
		 "1:1-4:1 map\n1:1-1:2 a = 2:3-3:1 map\n  2:3-2:4 b = 2:6-2:7 c\n3:1-3:2 d = 3:4-3:5 e\n"},
		{"text over several lines", "a: b\n  c\nd: |\n  e\n  f\ng: h\n",
		 "1:1-7:1 map\n1:1-1:2 a = 1:4-2:4 b c\n3:1-3:2 d = 3:4-6:1 \"e\nf\n\"\n6:1-6:2 g = 6:4-6:5 h\n"},
		{"CRLF counts as one line end", "a: b\r\nc: d\r\n",
		 "1:1-3:1 map\n1:1-1:2 a = 1:4-1:5 b\n2:1-2:2 c = 2:4-2:5 d\n"},
		{"CRLF inside quotes", "a: \"b\r\n  c\"\r\nd: e\r\n",
		 "1:1-4:1 map\n1:1-1:2 a = 1:4-2:5 \"b c\"\n3:1-3:2 d = 3:4-3:5 e\n"},
		{"a colon without a space is part of the value", "a: 10:30 https://b.kz\n",
		 "1:1-2:1 map\n1:1-1:2 a = 1:4-1:22 10:30 https://b.kz\n"},
		{"nothing is a map without items", "", "1:1-1:1 map\n"},
		{"comments only", "# a\n\n", "1:1-1:1 map\n"},
		{"what looks like numbers and dates is text", "a: 010\nb: 2026-05-01\nc: 1e3\n",
		 "1:1-4:1 map\n1:1-1:2 a = 1:4-1:7 010\n2:1-2:2 b = 2:4-2:14 2026-05-01\n3:1-3:2 c = 3:4-3:7 1e3\n"},
		{"U+2028 in quotes stays a sign of the value",
		 "a: \"b\xE2\x80\xA8"
		 "c\"\nd: e\n",
		 "1:1-3:1 map\n1:1-1:2 a = 1:4-1:9 \"b\xE2\x80\xA8"
		 "c\"\n2:1-2:2 d = 2:4-2:5 e\n"},
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

/* ---- refusals ---- */

static void refusals(void **state)
{
	static const struct row rows[] = {
		{"a colon in the value, with the line repaired", "a: b\ntitle: Ошибка: код\n",
		 "2:14-2:14 YAML_COLON title: \"Ошибка: код\"\n"},
		{"a value that is quoted in part: what was meant is not known",
		 "title: \"Код\": \\ошибка\nb: c \"d\\e\": f\n", "1:13-1:13 YAML_COLON\n"},
		{"signs in the value that quotes must escape", "b: c \"d\\e\": f\n",
		 "1:11-1:11 YAML_COLON b: \"c \\\"d\\\\e\\\": f\"\n"},
		{"a colon in a line that goes on: quoting that line alone would not help",
		 "title: Ошибка\n  ещё: код\n", "2:6-2:6 YAML_COLON\n"},
		{"@ at the beginning", "a: @b\n", "1:4-1:4 YAML_START a: \"@b\"\n"},
		{"a backtick at the beginning", "a: `b`\n", "1:4-1:4 YAML_START a: \"`b`\"\n"},
		{"% at the beginning", "a: %b\n", "1:4-1:4 YAML_START a: \"%b\"\n"},
		{"an alias", "a: *b\n", "1:4-1:6 YAML_ALIAS\n"},
		{"an alias for a key", "*b : c\n", "1:1-1:3 YAML_ALIAS\n"},
		{"an anchor", "a: &b c\n", "1:4-1:8 YAML_ALIAS\n"},
		{"an anchor on a list", "a: &b [c]\n", "1:4-1:8 YAML_ALIAS\n"},
		{"an anchor on a map", "a: &b {c: d}\n", "1:4-1:8 YAML_ALIAS\n"},
		{"a star at the beginning that begins no alias", "a: * b\n", "1:5-1:5 YAML_START a: \"* b\"\n"},
		{"a tag", "a: !b c\n", "1:4-1:8 YAML_TAG\n"},
		{"a tag of YAML's own", "a: !!str c\n", "1:4-1:11 YAML_TAG\n"},
		{"a tag on a list", "a: !b [c]\n", "1:4-1:8 YAML_TAG\n"},
		{"a tag on the whole", "!b {c: d}\n", "1:1-1:5 YAML_TAG\n"},
		{"a second document", "a: b\n...\n---\nc: d\n", "4:1-4:1 YAML_DOCUMENTS\n"},
		{"a tab for indentation", "a:\n\tb: c\n", "2:1-2:1 YAML_TAB\n"},
		{"a quote that is never closed: where it opens", "a: b\nc: \"d\ne: f\n", "2:4-2:4 YAML_UNCLOSED\n"},
		{"the same with a single quote", "a: b\nc: 'd\n", "2:4-2:4 YAML_UNCLOSED\n"},
		{"a list that is never closed: where it opens", "a: [b, c\n", "1:4-1:4 YAML_LIST_UNCLOSED\n"},
		{"a comma lacks", "a: [\"b\" \"c\"]\n", "1:4-1:4 YAML_LIST_UNCLOSED\n"},
		{"a map that is never closed", "a: {b: c\n", "1:4-1:4 YAML_LIST_UNCLOSED\n"},
		{"text behind a quote", "a: \"b\" c\n", "1:8-1:8 YAML_INDENT\n"},
		{"indentation that fits nothing", "a:\n    b: c\n  d: e\n", "3:3-3:3 YAML_INDENT\n"},
		{"a line without a colon: where it begins", "a: b\nText\nc: d\n", "2:1-2:1 YAML_NO_COLON\n"},
		{"no space behind the colon", "a: b\ntitle:Как\nc: d\n", "2:7-2:8 YAML_SPACE title: Как\n"},
		{"no space behind the first colon: a good line behind it is not to blame", "title:Как\nb: c\n",
		 "1:7-1:8 YAML_SPACE title: Как\n"},
		{"no space behind the only colon", "title:Как\n", "1:7-1:8 YAML_SPACE title: Как\n"},
		{"a control character",
		 "a: Ә\x01"
		 "b\n",
		 "1:5-1:5 YAML_CONTROL\n"},
		{"DEL", "a: b\x7F\n", "1:5-1:5 YAML_CONTROL\n"},
		{"a control character written as a code", "a: Ә\nb: \"c\\x07d\"\n", "2:4-2:12 YAML_CONTROL\n"},
		{"a NUL written as a code", "a: \"\\0\"\n", "1:4-1:8 YAML_CONTROL\n"},
		{"a control character in a key", "\"a\\eb\": c\n", "1:1-1:7 YAML_CONTROL\n"},
		{"one of the second row of controls", "a: \"b\\x85\"\n", "1:4-1:11 YAML_CONTROL\n"},
		{"an unknown code", "a: \"C:\\Users\"\n", "1:9-1:9 YAML_ESCAPE\n"},
		{"a code that YAML does not know", "a: \"\\q\"\n", "1:5-1:5 YAML_ESCAPE\n"},
		{"in a list quotes round the whole value would not help", "a: [@b, c]\n", "1:5-1:5 YAML_START\n"},
		{"half of a pair of surrogates", "a: \"\\uD800\"\n", "1:7-1:7 YAML_ESCAPE\n"},
		{"no map", "- a\n- b\n", "1:1-3:1 YAML_NO_MAP\n"},
		{"a word only", "Text\n", "1:1-1:5 YAML_NO_MAP\n"},
		{"U+2028 outside of quotes begins a line",
		 "a: b\xE2\x80\xA8"
		 "c\nd: e\n",
		 "1:6-1:6 YAML_NO_COLON\n"},
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

/* One list in another, n of them. */
static struct buf nested(size_t n)
{
	struct buf text = BUF_INIT;

	buf_add(&text, STR("a: "));
	for (size_t i = 0; i < n; i++)
		buf_add_byte(&text, '[');
	for (size_t i = 0; i < n; i++)
		buf_add_byte(&text, ']');
	buf_add_byte(&text, '\n');
	return text;
}

/* The map is the first level. */
static void depth(void **state)
{
	struct buf deepest = nested(YAML_DEEPEST - 1), deeper = nested(YAML_DEEPEST), wild = nested(4000);
	struct doc *right = read_bytes(STR_NONE, buf_str(&deepest)), *wrong = read_bytes(STR_NONE, buf_str(&deeper)),
		   *wilder = read_bytes(STR_NONE, buf_str(&wild));
	struct buf got = BUF_INIT;

	(void)state;
	assert_non_null(right->root);
	assert_int_equal(right->dg.list.len, 0);
	assert_null(wrong->root);
	add_diags(&wrong->dg, 0, &got);
	assert_string_equal(got.at, "1:19-1:20 YAML_DEEP\n");
	assert_null(wilder->root);
	assert_int_equal(wilder->dg.list.len, 1);
	buf_clear(&got);
	buf_clear(&deepest);
	buf_clear(&deeper);
	buf_clear(&wild);
	doc_free(right);
	doc_free(wrong);
	doc_free(wilder);
}

static void length(void **state)
{
	struct buf text = BUF_INIT, got = BUF_INIT;
	struct doc *right, *wrong;

	(void)state;
	buf_add(&text, STR("a: b"));
	while (text.len < YAML_LONGEST)
		buf_add_byte(&text, 'b');
	right = read_bytes(STR("x\n"), buf_str(&text));
	assert_non_null(right->root);
	assert_int_equal(yaml_get(right->root, "a")->text.len, YAML_LONGEST - 3);
	buf_add_byte(&text, 'b');
	wrong = read_bytes(STR("x\n"), buf_str(&text));
	assert_null(wrong->root);
	add_diags(&wrong->dg, 0, &got);
	assert_string_equal(got.at, "2:1-2:1 YAML_LONG\n");
	assert_true(str_eq(wrong->dg.list.at[0].message.arg[0], STR("16")));
	buf_clear(&got);
	buf_clear(&text);
	doc_free(right);
	doc_free(wrong);
}

/* What libyaml cannot read is told once: the rest only follows. */
static void first_problem_only(void **state)
{
	struct doc *d = read_bytes(STR_NONE, STR("a: &b c\nd: e: f\ng: @h\n"));

	(void)state;
	assert_int_equal(d->dg.list.len, 1);
	assert_int_equal(d->dg.list.at[0].message.id, MSG_YAML_ALIAS);
	assert_int_equal(d->dg.list.at[0].rule, RULE_FRONT_MATTER);
	doc_free(d);
}

/* ---- keys and single values ---- */

static void keys(void **state)
{
	static const char *const known[] = {"title", "summary", "draft", NULL};
	static const struct row rows[] = {
		{"known ones", "title: a\ndraft: b\n", ""},
		{"a mistyped one", "titel: a\n", "1:1-1:6 KEY_UNKNOWN title\n"},
		{"one that is near to nothing", "Тақырып: a\n", "1:1-1:8 KEY_UNKNOWN\n"},
		{"large letters", "Title: a\n", "1:1-1:6 KEY_UNKNOWN title\n"},
		{"twice, and once more", "title: a\ndraft: b\ntitle: c\ntitle: d\n",
		 "3:1-3:6 KEY_TWICE\n4:1-4:6 KEY_TWICE\n"},
		{"an unknown one twice is unknown twice", "x: a\nx: b\n", "1:1-1:2 KEY_UNKNOWN\n2:1-2:2 KEY_UNKNOWN\n"},
		{"a key that is no text", "[a]: b\n", "1:1-1:4 KEY_UNKNOWN\n"},
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct doc *d = read_bytes(STR_NONE, str_of(rows[i].text));
		struct buf got = BUF_INIT;

		assert_non_null(d->root);
		yaml_check_keys(d->root, known, RULE_FRONT_MATTER_KEY, &d->dg);
		add_diags(&d->dg, 0, &got);
		bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
		buf_clear(&got);
		doc_free(d);
	}
	assert_int_equal(bad, 0);
}

/* A value read by every reader: "text=.. flag=.. number=.. map list", those that take it. */
static void add_readings(struct doc *d, const struct yaml_node *n, struct buf *out)
{
	struct diags dg = {0};
	struct str text;
	bool flag;
	uint64_t number;
	size_t refused = 0;

	if (yaml_text(n, RULE_SETTINGS, &dg, &text))
		buf_addf(out, "text=%.*s ", STR_ARG(text));
	if (yaml_flag(n, RULE_SETTINGS, &dg, &flag))
		buf_addf(out, "flag=%d ", flag);
	if (yaml_number(n, RULE_SETTINGS, &dg, &number))
		buf_addf(out, "number=%llu ", (unsigned long long)number);
	if (yaml_is_map(n, RULE_SETTINGS, &dg))
		buf_add(out, STR("map "));
	if (yaml_is_list(n, RULE_SETTINGS, &dg))
		buf_add(out, STR("list "));
	for (size_t i = 0; i < dg.list.len; i++) {
		refused += dg.list.at[i].place.from == n->place.from && dg.list.at[i].rule == RULE_SETTINGS;
		if (dg.list.at[i].message.id == MSG_VALUE_EMPTY)
			buf_add(out, STR("empty "));
		if (dg.list.at[i].repair.len)
			buf_addf(out, "meant=%.*s ", STR_ARG(dg.list.at[i].repair));
	}
	assert_int_equal(refused, dg.list.len);
	assert_ptr_equal(yaml_get(d->root, "a"), n);
	diags_clear(&dg);
}

static void values(void **state)
{
	static const struct row rows[] = {
		{"a word", "a: b\n", "text=b "},
		{"white space round it goes", "a: \"  b \"\n", "text=b "},
		{"true", "a: true\n", "text=true flag=1 "},
		{"false", "a: false\n", "text=false flag=0 "},
		{"what people mean by true", "a: yes\n", "text=yes meant=true "},
		{"the same in Kazakh", "a: иә\n", "text=иә meant=true "},
		{"what people mean by false is not turned into true", "a: no\n", "text=no "},
		{"a number", "a: 42\n", "text=42 number=42 "},
		{"nought", "a: 0\n", "text=0 number=0 "},
		{"the largest number", "a: 1000000\n", "text=1000000 number=1000000 "},
		{"a number too large", "a: 1000001\n", "text=1000001 "},
		{"a number too large for 64 bits", "a: 99999999999999999999999\n", "text=99999999999999999999999 "},
		{"a negative number", "a: -1\n", "text=-1 "},
		{"a fraction", "a: 1.5\n", "text=1.5 "},
		{"null is no text", "a: null\n", ""},
		{"nor is ~", "a: ~\n", ""},
		{"but a quoted one is", "a: \"null\"\n", "text=null "},
		{"nothing", "a:\n", "empty "},
		{"quotes round nothing", "a: \"\"\n", "empty "},
		{"quotes round white space", "a: \" \"\n", "empty "},
		{"a list", "a: [b]\n", "list "},
		{"an empty list", "a: []\n", "list "},
		{"a map", "a: {b: c}\n", "map "},
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct doc *d = read_bytes(STR_NONE, str_of(rows[i].text));
		struct buf got = BUF_INIT;

		assert_non_null(d->root);
		add_readings(d, yaml_get(d->root, "a"), &got);
		bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
		assert_null(yaml_get(d->root, "b"));
		buf_clear(&got);
		doc_free(d);
	}
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trees),  cmocka_unit_test(refusals),		cmocka_unit_test(depth),
		cmocka_unit_test(length), cmocka_unit_test(first_problem_only), cmocka_unit_test(keys),
		cmocka_unit_test(values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
