/*
 * What a text says about itself - links, headings, comments, readable text - and what is wrong with its form, each at
 * its exact line and column.
 */
#include "markup_fixture.h"

struct row {
	const char *reason, *text, *want;
};

typedef void tell_fn(const struct parsed *p, struct buf *out);

/* What must hold for every text: no place leaves the source, exact texts are the source's bytes, none goes back. */
static void check_texts(const struct parsed *p)
{
	size_t last = 0;

	for (size_t i = 0; i < p->m->texts.len; i++) {
		const struct markup_text *t = &p->m->texts.at[i];

		assert_true(t->place.from <= t->place.to && t->place.to <= p->source->bytes.len);
		assert_true(last <= t->place.from);
		last = t->place.to;
		if (t->exact)
			assert_true(str_eq(str_slice(p->source->bytes, t->place.from, t->place.to), t->text));
	}
}

static size_t facts_differ(const struct row *row, tell_fn *tell, enum form form)
{
	struct parsed *p = parse(row->text, form);
	struct buf got = BUF_INIT;
	size_t bad;

	check_texts(p);
	tell(p, &got);
	bad = row_differs(row->reason, row->text, buf_str(&got), row->want);
	if (bad)
		print_error("(%s)\n", form_names[form]);
	buf_clear(&got);
	parsed_free(p);
	return bad;
}

/* Every row in every form; a row that fails is told in the first form that fails. */
static void check_rows(const struct row *rows, size_t count, tell_fn *tell)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++) {
		size_t differs = 0;

		for (enum form form = 0; form < FORM_COUNT && !differs; form++)
			differs = facts_differ(&rows[i], tell, form);
		bad += differs;
	}
	assert_int_equal(bad, 0);
}

#define CHECK_ROWS(rows, tell) check_rows((rows), COUNT(rows), (tell))

/* ---- links ---- */

static void tell_links(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->links.len; i++) {
		const struct markup_link *l = &p->m->links.at[i];

		add_place(p, l->place, out);
		buf_addf(out, "%s%.*s\n", l->is_image ? "picture " : "", STR_ARG(l->target));
	}
}

static void targets(void **state)
{
	static const struct row rows[] = {
		{"a plain paragraph", "See [page](a.md) now", "1:12-1:16 a.md\n"},
		{"Kazakh letters count one each", "Әріп [бет](a.md)", "1:12-1:16 a.md\n"},
		{"a sign of four bytes counts one", "👍 [b](a.md)", "1:7-1:11 a.md\n"},
		{"one right after another", "[a](b.md)[c](d.md)", "1:5-1:9 b.md\n1:14-1:18 d.md\n"},
		{"after a link over two lines", "[long\ntext](a.md) and [b](c.md)", "2:7-2:11 a.md\n2:21-2:25 c.md\n"},
		{"a target on the next line", "[a](\n  b.md) [c](d.md)", "2:3-2:7 b.md\n2:13-2:17 d.md\n"},
		{"a target on the next line of a quote", "> [a](\n> b.md) [c](d.md)", "2:3-2:7 b.md\n2:13-2:17 d.md\n"},
		{"a title on the next line of a quote", "> [a](b.md\n> 'c') [c](d.md)",
		 "1:7-1:11 b.md\n2:12-2:16 d.md\n"},
		{"a later line of a quote", "> one\n> two [b](c.md)", "2:11-2:15 c.md\n"},
		{"a lazy line of a quote", "> one\ntwo [b](c.md)", "2:9-2:13 c.md\n"},
		{"a lazy line that keeps its white space", "> a\\\n  b [c](d.md) b [e](f.md)",
		 "2:9-2:13 d.md\n2:21-2:25 f.md\n"},
		{"a lazy line of a quote in a quote", "> > one\n> two\nthree [b](c.md)", "3:11-3:15 c.md\n"},
		{"no space behind >", ">one\n>[b](c.md)", "2:6-2:10 c.md\n"},
		{"a list in a list", "- a\n  - b\n\n    c [d](e.md)", "4:11-4:15 e.md\n"},
		{"a lazy line of an item", "- a\nb [c](d.md)", "2:7-2:11 d.md\n"},
		{"a quote in an item", "- > [a](b.md)\n  > [c](d.md)", "1:9-1:13 b.md\n2:9-2:13 d.md\n"},
		{"a number of two digits", "10. [a](b.md)\n    [c](d.md)", "1:9-1:13 b.md\n2:9-2:13 d.md\n"},
		{"a tab behind the bullet", "-\ta [d](e.md)", "1:9-1:13 e.md\n"},
		{"a tab for the item's indentation", "- a\n\n\tb [c](d.md)", "3:8-3:12 d.md\n"},
		{"a tab inside the line", "a\tb [c](d.md)", "1:9-1:13 d.md\n"},
		{"up to three spaces of indentation", "   [a](b.md)\n      [c](d.md)",
		 "1:8-1:12 b.md\n2:11-2:15 d.md\n"},
		{"a reference before it", "a &amp; b &#1240; [c](d.md)", "1:23-1:27 d.md\n"},
		{"what only looks like a reference", "AT&T; R&D &nothing; [c](d.md)", "1:25-1:29 d.md\n"},
		{"a backslash escape before it", "a \\* b \\[ [c](d.md)", "1:15-1:19 d.md\n"},
		{"a backslash that escapes nothing", "C:\\dir [c](d.md)", "1:12-1:16 d.md\n"},
		{"an escaped backtick opens no code", "\\`[a](b.md)\\` [c](d.md)", "1:7-1:11 b.md\n1:19-1:23 d.md\n"},
		{"code with backticks before it", "``a ` b`` and `c` [d](e.md)", "1:23-1:27 e.md\n"},
		{"code that holds a link", "`[a](b.md)` [c](d.md)", "1:17-1:21 d.md\n"},
		{"code over two lines", "`a\nb` [c](d.md)", "2:8-2:12 d.md\n"},
		{"a backtick alone", "`a [c](d.md)", "1:8-1:12 d.md\n"},
		{"emphasis before it", "*a* **b** _c_ ***d*** [e](f.md)", "1:27-1:31 f.md\n"},
		{"stars that are no emphasis", "2 * 3 ** 4 *[e](f.md)", "1:17-1:21 f.md\n"},
		{"emphasis inside it", "[a *b* **c**](d.md) [e](f.md)", "1:15-1:19 d.md\n1:25-1:29 f.md\n"},
		{"brackets inside its words", "[a [b] c](d.md) [e](f.md)", "1:11-1:15 d.md\n1:21-1:25 f.md\n"},
		{"code with a bracket inside it", "[`]`](a.md) [e](f.md)", "1:7-1:11 a.md\n1:17-1:21 f.md\n"},
		{"an escaped bracket inside it", "[a\\]b](c.md) [d](e.md)", "1:8-1:12 c.md\n1:18-1:22 e.md\n"},
		{"a bracket that opens nothing before it", "[a ![b [c](d.md)", "1:12-1:16 d.md\n"},
		{"a hard break before it", "a  \nb [c](d.md)\\\n[e](f.md)", "2:7-2:11 d.md\n3:5-3:9 f.md\n"},
		{"spaces at a line's end", "a \nb [c](d.md)", "2:7-2:11 d.md\n"},
		{"a comment before it", "a <!-- c --> [b](c.md)", "1:18-1:22 c.md\n"},
		{"a target in angle brackets", "[a](<b c.md>) [d](e.md)", "1:6-1:12 b c.md\n1:19-1:23 e.md\n"},
		{"a title behind it", "[a](b.md \"t ) [x](y)\") [c](d.md)", "1:5-1:9 b.md\n1:28-1:32 d.md\n"},
		{"a title in parentheses", "[a](b.md (t \\) u)) [c](d.md)", "1:5-1:9 b.md\n1:24-1:28 d.md\n"},
		{"parentheses in the target", "[a](b(1).md) [c](d.md)", "1:5-1:12 b(1).md\n1:18-1:22 d.md\n"},
		{"escapes in the target", "[a](b\\(&amp;.md) [c](d.md)", "1:5-1:16 b(&.md\n1:22-1:26 d.md\n"},
		{"spaces round the target", "[a](  b.md  ) [c](d.md)", "1:7-1:11 b.md\n1:19-1:23 d.md\n"},
		{"no target: the whole link", "a [b]() [c](<>)", "1:3-1:8 \n1:9-1:16 \n"},
		{"no words", "[](b.md) [c](d.md)", "1:4-1:8 b.md\n1:14-1:18 d.md\n"},
		{"an address in angle brackets", "a <https://b.kz> [c](d.md)",
		 "1:4-1:16 https://b.kz\n1:22-1:26 d.md\n"},
		{"a mail address in angle brackets", "a <b@c.kz> [c](d.md)",
		 "1:4-1:10 mailto:b@c.kz\n1:16-1:20 d.md\n"},
		{"a heading", "## [a](b.md)\n", "1:8-1:12 b.md\n"},
		{"a heading that begins with an address", "## <https://b.kz> [c](d.md) ##\n",
		 "1:5-1:17 https://b.kz\n1:23-1:27 d.md\n"},
		{"a heading that begins with code", "### `[` [c](d.md)\n", "1:13-1:17 d.md\n"},
		{"a heading by underlining", "Title [a](b.md)\n---\n", "1:11-1:15 b.md\n"},
		{"a heading by underlining over two lines", "Two\nlines [a](b.md)\n---\n", "2:11-2:15 b.md\n"},
		{"a heading in an item", "- ## [a](b.md)\n", "1:10-1:14 b.md\n"},
		{"a picture", "![alt](p.png) [a](b.md)", "1:8-1:13 picture p.png\n1:19-1:23 b.md\n"},
		{"a picture in a link", "[![alt](p.png)](b.md)", "1:17-1:21 b.md\n1:9-1:14 picture p.png\n"},
		{"a picture in a picture", "![a ![b](c.png)](d.png) [e](f.md)",
		 "1:18-1:23 picture d.png\n1:10-1:15 picture c.png\n1:29-1:33 f.md\n"},
		{"a picture over two lines", "![a\nb](c.png) [d](e.md)", "2:4-2:9 picture c.png\n2:15-2:19 e.md\n"},
		{"code blocks hold no links", "```\n[x](y.md)\n```\n\n    [x](y.md)\n\n[a](b.md)\n", "7:5-7:9 b.md\n"},
		{"behind a block's marker", "> [!NOTE] [a](b.md)\n> [c](d.md)\n", "1:15-1:19 b.md\n2:7-2:11 d.md\n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_links);
}

/* A link by name has its target elsewhere: its place is the whole of it. */
static void references(void **state)
{
	static const struct row rows[] = {
		{"words and name", "see [text][ref] x\n\n[ref]: b.md\n", "1:5-1:16 b.md\n"},
		{"the name alone", "see [ref] x\n\n[ref]: b.md\n", "1:5-1:10 b.md\n"},
		{"the name and empty brackets", "see [ref][] x\n\n[ref]: b.md\n", "1:5-1:12 b.md\n"},
		{"a picture", "see ![ref] x\n\n[ref]: b.png\n", "1:5-1:11 picture b.png\n"},
		{"words over two lines", "see [a\nb][ref] x [ref]\n\n[ref]: b.md\n", "1:5-2:8 b.md\n2:11-2:16 b.md\n"},
		{"parentheses behind it that hold no target", "[ref](a b) [ref](<a\nb>) [c](d.md)\n\n[ref]: b.md\n",
		 "1:1-1:6 b.md\n1:12-1:17 b.md\n2:9-2:13 d.md\n"},
		{"a title right behind the target", "[ref](a'b' c) [c](d.md)\n\n[ref]: b.md\n",
		 "1:1-1:6 b.md\n1:19-1:23 d.md\n"},
		{"a bracket behind it that is no name", "[ref][a [c](d.md)\n\n[ref]: b.md\n",
		 "1:1-1:6 b.md\n1:13-1:17 d.md\n"},
		{"a definition at the paragraph's beginning", "[ref]: b.md\nSee [ref] and [c](d.md)\n",
		 "2:5-2:10 b.md\n2:19-2:23 d.md\n"},
		{"the words are those of the definition before them", "[ref]: b.md\n[ref]\n", "2:1-2:6 b.md\n"},
		{"two definitions before it", "[a]: b.md\n[c]: <d e.md> 'title'\n[a] [c]\n",
		 "3:1-3:4 b.md\n3:5-3:8 d e.md\n"},
		{"a definition over four lines", "[a\nb]:\n  b.md\n  'ti\ntle'\n[a b] [c](d.md)\n",
		 "6:1-6:6 b.md\n6:11-6:15 d.md\n"},
		{"a definition in a quote", "> [a]:\n> b.md\n> \"t\"\n> [a]\n", "4:3-4:6 b.md\n"},
		{"a lazy line behind a definition", "> [a]: b.md\n[a] [c](d.md)\n", "2:1-2:4 b.md\n2:9-2:13 d.md\n"},
		{"a definition in an item", "- [a]: b.md\n  [a]\n", "2:3-2:6 b.md\n"},
		{"a definition before a heading by underlining", "[a]: b.md\nTitle [a]\n---\n", "2:7-2:10 b.md\n"},
		{"two titles: the second line is text", "[a]: b.md 'x'\n'a' [a]\n", "2:5-2:8 b.md\n"},
		{"words behind the title: no definition", "[a]: b.md 'x' y\n[c](d.md)\n", "2:5-2:9 d.md\n"},
		{"words behind the target: no definition", "[a]: b.md x [c](d.md)\n", "1:17-1:21 d.md\n"},
		{"a line that looks like a title and is none", "[a]: b.md\n'x' y [a]\n", "2:7-2:10 b.md\n"},
		{"a sign that no target may hold: no definition", "[a]: <b<c>\n[d](e.md)\n", "2:5-2:9 e.md\n"},
		{"a parenthesis that is not closed: no definition", "[a]: b(c\n[d](e.md)\n", "2:5-2:9 e.md\n"},
		{"a name with an escaped bracket", "[a\\]]: b.md\n[a\\]] [c](d.md)\n",
		 "2:1-2:6 b.md\n2:11-2:15 d.md\n"},
		{"no target: no definition", "[a]:\n\n[c](d.md)\n", "3:5-3:9 d.md\n"},
		{"the name of a block's marker line is no reference", "> [!NOTE]\n> [ref]\n\n[ref]: b.md\n",
		 "2:3-2:8 b.md\n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_links);
}

static void words_of_links(void **state)
{
	struct parsed *p = parse("[a *b* `c`\nd](e.md) ![f [g](h.md)](i.png)", FORM_PLAIN);

	(void)state;
	assert_int_equal(p->m->links.len, 3);
	assert_true(str_eq(p->m->links.at[0].text, STR("a b c d")));
	assert_true(str_eq(p->m->links.at[1].text, STR("f g")));
	assert_true(str_eq(p->m->links.at[2].text, STR("g")));
	parsed_free(p);
}

static void shared_links(void **state)
{
	struct parsed *p =
		parse("[komek](one two) [a](komek-shared:0)\n\n[b] <komek-shared:0>\n\n[b]: own.md\n", FORM_SHARED);

	(void)state;
	assert_int_equal(p->m->links.len, 4);
	assert_ptr_equal(p->m->links.at[0].shared, &p->shared.at[1]);
	assert_true(str_eq(p->m->links.at[0].target, STR("pay/refund.md")));
	assert_int_equal(p->m->links.at[0].place.from, 0);
	assert_int_equal(p->m->links.at[0].place.to, 7);
	/* What is written out, and what the text defines itself, is not shared. */
	assert_null(p->m->links.at[1].shared);
	assert_true(str_eq(p->m->links.at[1].target, STR("komek-shared:0")));
	assert_null(p->m->links.at[2].shared);
	assert_true(str_eq(p->m->links.at[2].target, STR("own.md")));
	assert_null(p->m->links.at[3].shared);
	parsed_free(p);
}

/* ---- headings and lists ---- */

static void tell_headings(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->headings.len; i++) {
		const struct markup_heading *h = &p->m->headings.at[i];

		add_place(p, h->place, out);
		buf_addf(out, "%u %.*s\n", h->level, STR_ARG(h->text));
	}
	for (size_t i = 0; i < p->m->lists.len; i++)
		buf_addf(out, "list %zu\n", p->m->lists.at[i]);
}

static void headings_and_lists(void **state)
{
	static const struct row rows[] = {
		{"hashes", "## Әліпби\n", "1:1-1:10 2 Әліпби\n"},
		{"indented, with hashes behind", "\n  ### A b ###\n", "2:3-2:14 3 A b\n"},
		{"emphasis, code and a link in it", "## *a* `b` [c](d.md)\n", "1:1-1:21 2 a b c\n"},
		{"underlined", "a\n\nTitle\n---\nb\n", "3:1-4:4 2 Title\n"},
		{"underlined, at the end of the text", "Title\n---", "1:1-2:4 2 Title\n"},
		{"underlined, over two lines", "Two\nlines\n---\n\nb\n", "1:1-3:4 2 Two lines\n"},
		{"underlined, a heading right behind", "A\n---\n### B\n", "1:1-2:4 2 A\n3:1-3:6 3 B\n"},
		{"underlined, behind a definition", "[a]: b.md\nTitle\n---\n", "2:1-3:4 2 Title\n"},
		{"in a quote", "> ## A\n> b\n", "1:3-1:7 2 A\n"},
		{"underlined in an item", "- A\n  ---\n  b\n", "1:3-2:6 2 A\n"},
		{"empty", "##\n", "1:1-1:3 2 \n"},
		{"no bullets among the lists", "1. a\n2. b\n   - c\n\ntext\n\n1. d\n", "list 2\nlist 1\n"},
		{"lists in lists", "1. a\n   1. b\n   2. c\n   3. d\n2. e\n", "list 2\nlist 3\n"},
		{"two kinds of numbers are two lists", "1. a\n1) b\n", "list 1\nlist 1\n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_headings);
}

/* ---- comments ---- */

static void tell_subjects(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->comments.len; i++) {
		add_place(p, p->m->comments.at[i].subject, out);
		buf_add_byte(out, '\n');
	}
}

/* What a comment stands for: the block that follows one that is alone, the line of one at its end. */
static void subjects(void **state)
{
	static const struct row rows[] = {
		{"the paragraph right below", "<!-- a -->\nb\nc\n\nd\n", "2:1-3:2 \n"},
		{"an empty line between", "<!-- a -->\n\nb\n", "3:1-3:2 \n"},
		{"it parts two paragraphs", "a\n<!-- b -->\nc\n", "3:1-3:2 \n"},
		{"over several lines", "<!-- a\nb -->\nc\n", "3:1-3:2 \n"},
		{"a list as a whole", "<!-- a -->\n- b\n\n- c\n  - d\n\ne\n", "2:1-6:1 \n"},
		{"a heading", "<!-- a -->\n## b\nc\n", "2:1-2:5 \n"},
		{"a quote with all that is in it", "<!-- a -->\n> b\n>\n> - c\n\nd\n", "2:1-4:6 \n"},
		{"code", "<!-- a -->\n\n```\nb\n```\n", "3:1-5:4 \n"},
		{"several comments before one block", "<!-- a -->\n<!-- b -->\n\n<!-- c -->\nd\n",
		 "5:1-5:2 \n5:1-5:2 \n5:1-5:2 \n"},
		{"two on one line", "<!-- a --> <!-- b -->\nc\n", "2:1-2:2 \n2:1-2:2 \n"},
		{"nothing behind it", "a\n\n<!-- b -->\n", "3:11-3:11 \n"},
		{"in an item, only what is in the item", "- a\n\n  <!-- b -->\n  c\n\n  d\n", "4:3-4:4 \n"},
		{"at the end of an item: nothing", "- a\n\n  <!-- b -->\n\nc\n", "3:13-3:13 \n"},
		{"in a quote", "> <!-- a -->\n> b\n\nc\n", "2:3-2:4 \n"},
		{"at a line's end", "a\nb <!-- c -->\nd\n", "2:1-2:13 \n"},
		{"amid a line", "a <!-- b --> c\nd\n", "1:1-1:15 \n"},
		{"at a heading's end", "## a <!-- b -->\nc\n", "1:1-1:16 \n"},
		{"at the end of an item's line", "- a <!-- b -->\n- c\n", "1:1-1:15 \n"},
		{"over two lines of a paragraph", "a <!-- b\nc --> d\ne\n", "1:1-2:8 \n"},
		{"alone, but indented like code: the rest of its paragraph", "a\n     <!-- b -->\nc\nd\n\ne\n",
		 "2:16-4:2 \n"},
		{"a list with a heading right behind", "<!-- a -->\n- b\n## c\n", "2:1-2:4 \n"},
		{"a quote with a heading right behind", "<!-- a -->\n> b\n## c\n", "2:1-2:4 \n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_subjects);
}

static void tell_comments(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->comments.len; i++) {
		add_place(p, p->m->comments.at[i].place, out);
		buf_addf(out, "%.*s\n", STR_ARG(p->m->comments.at[i].text));
	}
	add_told(p, out);
}

static void comments(void **state)
{
	static const struct row rows[] = {
		{"alone on a line", "a\n\n<!-- komek-ignore links -->\n\nb\n", "3:1-3:28 komek-ignore links\n"},
		{"right above a paragraph", "<!-- Пікір -->\na\n", "1:1-1:15 Пікір\n"},
		{"right below a paragraph", "a\n<!-- b -->\nc\n", "2:1-2:11 b\n"},
		{"at a line's end", "a <!-- b -->\nc", "1:3-1:13 b\n"},
		{"at a line's end behind Kazakh letters and code", "Ә `і` &amp; <!-- b -->\nc\n", "1:13-1:23 b\n"},
		{"two in a line", "a <!-- b --> c <!-- d -->\n", "1:3-1:13 b\n1:16-1:26 d\n"},
		{"two in a line of their own", "<!-- b --> <!-- d -->\n", "1:1-1:11 b\n1:12-1:22 d\n"},
		{"over three lines", "<!-- a\nb\n\n c -->\n\nd\n", "1:1-4:7 a\nb\n\n c\n"},
		{"in an item", "- a\n\n  <!-- b -->\n", "3:3-3:13 b\n"},
		{"in a quote", "> <!-- b -->\n> a\n", "1:3-1:13 b\n"},
		{"over two lines, the second one lazy", "> a <!-- b\n   c --> d <!-- e -->\n",
		 "1:5-2:9 b\n   c\n2:12-2:22 e\n"},
		{"empty", "a <!---->\n", "1:3-1:10 \n"},
		{"in code it is code", "`<!-- a -->`\n\n    <!-- b -->\n", ""},
		{"never closed, in a block", "a\n\n<!-- b\n\nc\n", "3:1-5:2 raw-html\n"},
		{"never closed, in a line: cmark takes it as text", "a <!-- b\n", ""},
		{"text right behind one at the beginning of a line", "<!-- b --> Мәтін <i>\n",
		 "1:1-1:11 b\n1:12-1:21 raw-html\n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_comments);
}

/* ---- what is wrong ---- */

static void tell_problems(const struct parsed *p, struct buf *out)
{
	add_told(p, out);
}

static void raw_html(void **state)
{
	static const struct row rows[] = {
		{"a block", "a\n\n<div>\nb\n</div>\n", "3:1-5:7 raw-html\n"},
		{"a tag in a line", "Ә <b>c</b>", "1:3-1:6 raw-html\n1:7-1:11 raw-html\n"},
		{"a tag in a heading", "## A <br>\n", "1:6-1:10 raw-html\n"},
		{"a tag on a lazy line of a quote", "> a\nb <i>c\n", "2:3-2:6 raw-html\n"},
		{"a tag over two lines", "a <b\nc> d <i>\n", "1:3-2:3 raw-html\n2:6-2:9 raw-html\n"},
		{"a block behind a comment of its line", "<!-- a --><hr>\n", "1:11-1:15 raw-html\n"},
		{"backslashes in a tag escape nothing", "a <b c='\\\\&amp;'> <d>",
		 "1:3-1:18 raw-html\n1:19-1:22 raw-html\n"},
		{"a tag over two lines that cannot be found: what follows is", "a <b\n    > <d>\n",
		 "1:3-1:3 raw-html\n2:7-2:10 raw-html\n"},
		{"a tag over two lines of a quote", "> a <b\n>  c> <d>\n", "1:5-2:6 raw-html\n2:7-2:10 raw-html\n"},
		{"a processing instruction", "a <?b?>\n", "1:3-1:8 raw-html\n"},
		{"a script", "<script>\nx\n\ny\n</script>\n", "1:1-5:10 raw-html\n"},
		{"an escaped sign is none", "\\<b> &lt;b> 1 < 2 <3\n", ""},
	};

	(void)state;
	CHECK_ROWS(rows, tell_problems);
}

static void block_kinds(void **state)
{
	static const struct row rows[] = {
		{"known ones", "> [!NOTE]\n> a\n\n> [!warning] b\n\n> [!TIP]\n>\n> c\n", ""},
		{"an unknown one, with the nearest", "a\n\n> [!NOTTE]\n> b\n", "3:5-3:10 block-kind NOTE\n"},
		{"one that is near to nothing", "> [!ХАБАРЛАМА]\n> b\n", "1:5-1:14 block-kind\n"},
		{"in a quote in an item", "- > [!TYP]\n  > b\n", "1:7-1:10 block-kind TIP\n"},
		{"behind a definition", "> [a]: b.md\n> [!TYP]\n> b\n", "2:5-2:8 block-kind TIP\n"},
		{"no kind at all", "> [!]\n> b\n", "1:5-1:5 block-kind\n"},
		{"no text", "> [!NOTE]\n\na\n", "1:1-1:10 block-kind\n"},
		{"no text but spaces", "> [!NOTE]  \n>\n", "1:1-2:2 block-kind\n"},
		{"an escaped bracket is no marker", "> \\[!NOTTE]\n> b\n", ""},
		{"a plain quote", "> a\n", ""},
	};

	(void)state;
	CHECK_ROWS(rows, tell_problems);
}

static void heading_levels(void **state)
{
	static const struct row rows[] = {
		{"down one at a time, up any number", "## a\n### b\n#### c\n## d\n", ""},
		{"the title's level", "a\n\n# b\n", "3:1-3:4 heading-level ##\n"},
		{"the title's level, underlined", "b\n===\n", "1:1-2:4 heading-level ##\n"},
		{"a first heading too deep", "### a\n", "1:1-1:6 heading-level ##\n"},
		{"one level skipped", "## a\n\nb\n\n#### c\n", "5:1-5:7 heading-level ###\n"},
		{"what follows a skip is judged by it", "## a\n#### b\n##### c\n", "2:1-2:7 heading-level ###\n"},
		{"no words", "##\n\n## <!-- a -->\n", "1:1-1:3 heading-level\n3:1-3:14 heading-level\n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_problems);
}

static void undefined_references(void **state)
{
	static const struct row rows[] = {
		{"words and a name", "Ә [b][нет] c", "1:6-1:11 undefined-reference\n"},
		{"a name and empty brackets", "a [b][] c", "1:6-1:8 undefined-reference\n"},
		{"two in a line: both are told", "[a][b] [c][d]",
		 "1:4-1:7 undefined-reference\n1:11-1:14 undefined-reference\n"},
		{"emphasis in the words", "[*a*][b]", "1:6-1:9 undefined-reference\n"},
		{"behind an escape the place is that of the text", "a\n\\* [b][c]\n", "2:1-2:10 undefined-reference\n"},
		{"a defined one before it", "[a] [b][c]\n\n[a]: d.md\n", "1:8-1:11 undefined-reference\n"},
		{"defined", "[a][b]\n\n[B]: c.md\n", ""},
		{"brackets that are no reference", "[a] [b], x[1]\n", ""},
		{"in code", "`a[1][2]`\n", ""},
	};

	(void)state;
	CHECK_ROWS(rows, tell_problems);
}

/* The message names what editors have to write. */
static void names_of_references(void **state)
{
	static const struct row rows[] = {
		{"the name", "[a][b]", "b"},
		{"words that are the name", "x [a b][]", "a b"},
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct parsed *p = parse(rows[i].text, FORM_PLAIN);

		assert_int_equal(p->dg.list.len, 1);
		bad += row_differs(rows[i].reason, rows[i].text, p->dg.list.at[0].message.arg[0], rows[i].want);
		parsed_free(p);
	}
	assert_int_equal(bad, 0);
}

/* One line, valid UTF-8 and not long, whatever the tag is. */
static void names_of_tags(void **state)
{
	static const struct row rows[] = {
		{"a tag", "a <b>c", "<b>"},
		{"a closing tag", "a </b> c", "</b>"},
		{"a tag over two lines ends with its first", "<div\nclass='x'>\n", "<div"},
		{"words behind a comment are cut between letters", "<!-- a --> Текст ответа на вопрос\n",
		 "Текст ответа на вопр"},
		{"a long tag is cut between letters", "<div title='Қайырлы таң, қалай жағдайыңыз'>\n",
		 "<div title='Қайырлы таң, қалай жағдайыңы"},
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct parsed *p = parse(rows[i].text, FORM_PLAIN);

		assert_true(p->dg.list.len > 0);
		bad += row_differs(rows[i].reason, rows[i].text, p->dg.list.at[0].message.arg[0], rows[i].want);
		parsed_free(p);
	}
	assert_int_equal(bad, 0);
}

/* ---- readable text ---- */

static void tell_texts(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->texts.len; i++) {
		const struct markup_text *t = &p->m->texts.at[i];

		add_place(p, t->place, out);
		buf_addf(out, "%s%s%.*s\n", t->exact ? "" : "~", t->sort == MARKUP_CODE ? "code " : "",
			 STR_ARG(t->text));
	}
}

static void texts(void **state)
{
	static const struct row rows[] = {
		{"a line", "Сәлем, әлем", "1:1-1:12 Сәлем, әлем\n"},
		{"lines apart", "a\n  b\n", "1:1-1:2 a\n2:3-2:4 b\n"},
		{"elements apart", "a *b* [c](d.md) `e` f",
		 "1:1-1:3 a \n1:4-1:5 b\n1:6-1:7  \n1:8-1:9 c\n1:16-1:17  \n"
		 "1:17-1:20 ~code e\n1:20-1:22  f\n"},
		{"escapes and references are not exact", "a \\* b\n\n&lt;c\n", "1:1-1:7 ~a * b\n3:1-3:6 ~<c\n"},
		{"the same word again and again", "a *a* a `a` a",
		 "1:1-1:3 a \n1:4-1:5 a\n1:6-1:9  a \n1:9-1:12 ~code a\n1:12-1:14  a\n"},
		{"a word that the definition before it holds", "[a]: a 'a'\na\n", "2:1-2:2 a\n"},
		{"a word that the marker before it holds", "> [!NOTE]\n> NOTE\n", "2:3-2:7 NOTE\n"},
		{"words on the marker's line", "> [!NOTE] O T\n", "1:11-1:14 O T\n"},
		{"a heading of a hash", "## # a\n", "1:4-1:7 # a\n"},
		{"alternative text", "![a](b.png)", "1:3-1:4 a\n"},
		{"code blocks are not among them", "```\na\n```\n", ""},
	};

	(void)state;
	CHECK_ROWS(rows, tell_texts);
}

static void emptiness(void **state)
{
	static const struct {
		const char *reason, *text;
		bool empty;
	} rows[] = {
		{"nothing", "", true},
		{"white space", " \n\n\t\n", true},
		{"a comment", "<!-- a -->\n", true},
		{"definitions only", "[a]: b.md\n", true},
		{"a rule says nothing", "---\n", true},
		{"a word", "a\n", false},
		{"code in a line", "`a`\n", false},
		{"a block of code", "```\na\n```\n", false},
		{"an empty block of code", "```\n```\n", true},
		{"a picture with words", "![a](b.png)\n", false},
		{"a picture without words is something, too", "![](b.png)\n", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct parsed *p = parse(rows[i].text, FORM_PLAIN);

		if (p->m->empty != rows[i].empty)
			fail_msg("%s", rows[i].reason);
		parsed_free(p);
	}
}

/* A file without a head may begin with a byte-order mark, which is stepped over. */
static void byte_order_mark(void **state)
{
	struct parsed p = {0};
	struct markup_request request = {.from = 3};
	struct buf got = BUF_INIT;

	(void)state;
	p.source = source_new(&p.arena, STR("a.kk.md"), STR("\xEF\xBB\xBF[e] [a](b.md)\n[c](d.md)\n\n[e]: f.md\n"));
	request.source = p.source;
	p.m = markup_parse(&request, &p.dg);
	tell_links(&p, &got);
	/* The mark counts as one. */
	assert_string_equal(got.at, "1:2-1:5 f.md\n1:10-1:14 b.md\n2:5-2:9 d.md\n");
	buf_clear(&got);
	markup_free(p.m);
	diags_clear(&p.dg);
	arena_clear(&p.arena);
}

/* Two files that were joined: the second one's mark stands where the Markdown begins. */
static void byte_order_mark_behind_head(void **state)
{
	struct parsed *p = parse("\xEF\xBB\xBF[a]() b\n", FORM_BEHIND_HEAD);
	struct buf got = BUF_INIT;

	(void)state;
	tell_links(p, &got);
	assert_string_equal(got.at, "1:2-1:7 \n");
	buf_clear(&got);
	parsed_free(p);
}

static void length_limit(void **state)
{
	struct buf text = BUF_INIT;
	struct parsed *p;

	(void)state;
	while (text.len < MARKUP_LONGEST)
		buf_add(&text, STR("сөз\n"));
	text.len = MARKUP_LONGEST;
	text.at[text.len] = '\0';
	p = parse(text.at, FORM_PLAIN);
	assert_int_equal(p->dg.list.len, 0);
	assert_true(p->m->texts.len > 1000);
	parsed_free(p);
	buf_add_byte(&text, 'a');
	p = parse(text.at, FORM_BEHIND_HEAD);
	assert_int_equal(p->dg.list.len, 1);
	assert_int_equal(p->dg.list.at[0].message.id, MSG_TEXT_TOO_LONG);
	assert_int_equal(source_position(p->source, p->dg.list.at[0].place.from).line, HEAD_LINES + 1);
	assert_int_equal(p->m->texts.len, 0);
	parsed_free(p);
	buf_clear(&text);
	markup_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(targets),
		cmocka_unit_test(references),
		cmocka_unit_test(words_of_links),
		cmocka_unit_test(shared_links),
		cmocka_unit_test(headings_and_lists),
		cmocka_unit_test(comments),
		cmocka_unit_test(subjects),
		cmocka_unit_test(raw_html),
		cmocka_unit_test(block_kinds),
		cmocka_unit_test(heading_levels),
		cmocka_unit_test(undefined_references),
		cmocka_unit_test(names_of_references),
		cmocka_unit_test(names_of_tags),
		cmocka_unit_test(texts),
		cmocka_unit_test(emptiness),
		cmocka_unit_test(byte_order_mark),
		cmocka_unit_test(byte_order_mark_behind_head),
		cmocka_unit_test(length_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
