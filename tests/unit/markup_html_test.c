/* Markdown as HTML: every kind of node, blocks with a meaning, ids, and that nothing written can leave its place. */
#include "markup_fixture.h"

/* Targets by their look: a scheme leads outside, en.md into another language, lost.md nowhere. */
static struct markup_href resolve(void *ctx, const struct markup_link *link)
{
	struct markup_href href = {.url = link->target};

	(void)ctx;
	href.width = str_eq(link->target, STR("a.png")) ? 1080 : 0;
	href.height = 2400;
	href.is_external = str_find_byte(link->target, ':') != SIZE_MAX;
	if (str_eq(link->target, STR("en.md")))
		href.rel_lang = STR("en");
	if (str_eq(link->target, STR("lost.md")))
		href.url = STR_NONE;
	return href;
}

static const struct markup_style plain_style = {
	.resolve = resolve,
	.labels = {[BLOCK_NOTE] = {"Note", 4},
		   [BLOCK_WARNING] = {"Маңызды", 14},
		   [BLOCK_TIP] = {"Tip <&\">", 8},
		   [BLOCK_CAUSE] = {"Cause", 5},
		   [BLOCK_SOLUTION] = {"Solution", 8},
		   [BLOCK_LAW] = {"Law", 3}},
};

struct row {
	const char *reason, *text, *want;
};

static size_t html_differs(const struct row *row, const struct markup_style *style, enum form form)
{
	struct parsed *p = parse(row->text, form);
	struct buf got = BUF_INIT, again = BUF_INIT;
	size_t bad;

	markup_html(p->m, style, &got);
	markup_html(p->m, style, &again);
	bad = row_differs(row->reason, row->text, buf_str(&got), row->want);
	bad += row_differs("written again", row->text, buf_str(&again), row->want);
	if (bad)
		print_error("(%s)\n", form_names[form]);
	buf_clear(&got);
	buf_clear(&again);
	parsed_free(p);
	return bad;
}

static void check_rows(const struct row *rows, size_t count, const struct markup_style *style)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++) {
		size_t differs = 0;

		for (enum form form = 0; form < FORM_COUNT && !differs; form++)
			differs = html_differs(&rows[i], style, form);
		bad += differs;
	}
	assert_int_equal(bad, 0);
}

#define CHECK_ROWS(rows, style) check_rows((rows), COUNT(rows), (style))

static void nodes(void **state)
{
	static const struct row rows[] = {
		{"nothing gives nothing", "", ""},
		{"a paragraph", "Сәлем", "<p>Сәлем</p>\n"},
		{"two paragraphs", "a\n\nb\n", "<p>a</p>\n<p>b</p>\n"},
		{"a line break in the source is a line break in the page", "a\nb\n", "<p>a\nb</p>\n"},
		{"a hard break by two spaces", "a  \nb\n", "<p>a<br>\nb</p>\n"},
		{"a hard break by a backslash", "a\\\nb\n", "<p>a<br>\nb</p>\n"},
		{"headings", "## A\n### B\n", "<h2 id=\"part-1\">A</h2>\n<h3 id=\"part-2\">B</h3>\n"},
		{"a heading by underlining", "A *b*\n---\n", "<h2 id=\"part-1\">A <em>b</em></h2>\n"},
		{"emphasis", "*a* **b** ***c***", "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>\n"},
		{"code in a line", "`a < b`", "<p><code>a &lt; b</code></p>\n"},
		{"a block of code by a fence, its language dropped", "```sh\nls <a> & \"b\"\n```\n",
		 "<pre><code>ls &lt;a&gt; &amp; \"b\"\n</code></pre>\n"},
		{"a block of code by indentation", "    a\n\n    b\n", "<pre><code>a\n\nb\n</code></pre>\n"},
		{"a rule", "a\n\n***\n\nb\n", "<p>a</p>\n<hr>\n<p>b</p>\n"},
		{"a link", "[a](b.md)", "<p><a href=\"b.md\">a</a></p>\n"},
		{"a link outside", "[a](https://b.kz/)", "<p><a href=\"https://b.kz/\" rel=\"noopener\">a</a></p>\n"},
		{"a link into another language", "[a](en.md)", "<p><a href=\"en.md\" hreflang=\"en\">a</a></p>\n"},
		{"a link that leads nowhere leaves its words", "[a *b*](lost.md) c", "<p>a <em>b</em> c</p>\n"},
		{"an address in angle brackets", "<https://b.kz/?a=1&b=2>",
		 "<p><a href=\"https://b.kz/?a=1&amp;b=2\" rel=\"noopener\">https://b.kz/?a=1&amp;b=2</a></p>\n"},
		{"a mail address in angle brackets", "<a@b.kz>",
		 "<p><a href=\"mailto:a@b.kz\" rel=\"noopener\">a@b.kz</a></p>\n"},
		{"a link by name", "[a][n]\n\n[n]: b.md\n", "<p><a href=\"b.md\">a</a></p>\n"},
		{"a title of a link is dropped: touch screens never show it", "[a](b.md \"t\")",
		 "<p><a href=\"b.md\">a</a></p>\n"},
		{"a picture", "![Сурет](a.png)",
		 "<p><img src=\"a.png\" alt=\"Сурет\" width=\"1080\" height=\"2400\" loading=\"lazy\" "
		 "decoding=\"async\"></p>\n"},
		{"a comment is never written", "a\n\n<!-- c -->\n\nb <!-- d -->\n", "<p>a</p>\n<p>b </p>\n"},
		{"raw HTML is never written, though its text is", "<div>a</div>\n\nb <i>c</i>\n", "<p>b c</p>\n"},
		{"a quote", "> a\n> b\n", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n"},
		{"quotes in quotes", "> a\n>> b\n",
		 "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"},
	};

	(void)state;
	CHECK_ROWS(rows, &plain_style);
}

static void escapes(void **state)
{
	static const struct row rows[] = {
		{"text", "a < b & c \" d \\<e\\>", "<p>a &lt; b &amp; c \" d &lt;e&gt;</p>\n"},
		{"text that was written as references", "&lt;b&gt; &amp;amp; &#60;",
		 "<p>&lt;b&gt; &amp;amp; &lt;</p>\n"},
		{"code", "`</code>&\"`", "<p><code>&lt;/code&gt;&amp;\"</code></p>\n"},
		{"a block of code", "    </pre>&\n", "<pre><code>&lt;/pre&gt;&amp;\n</code></pre>\n"},
		{"the address of a link", "[a](<b\"'<&>.md>)", "<p>[a](&lt;b\"'&lt;&amp;&gt;.md&gt;)</p>\n"},
		{"the address of a link, escaped", "[a](<b\"'\\<&\\>.md>)",
		 "<p><a href=\"b%22&#39;%3C&amp;%3E.md\">a</a></p>\n"},
		{"letters outside ASCII in an address", "[a](жоқ.md)",
		 "<p><a href=\"%D0%B6%D0%BE%D2%9B.md\">a</a></p>\n"},
		{"what is percent-encoded already stays", "[a](b%20c.md)", "<p><a href=\"b%20c.md\">a</a></p>\n"},
		{"alternative text; a tag in it is raw HTML, which is never written", "![\"<a>&amp;](b.png)",
		 "<p><img src=\"b.png\" alt=\"&quot;&amp;\" loading=\"lazy\" decoding=\"async\"></p>\n"},
		{"alternative text, escaped", "![\"\\<a>&amp;'](b\".png)",
		 "<p><img src=\"b%22.png\" alt=\"&quot;&lt;a&gt;&amp;'\" loading=\"lazy\" decoding=\"async\"></p>\n"},
		{"a heading", "## <\\b> & \"c\"", "<h2 id=\"part-1\">&lt;\\b&gt; &amp; \"c\"</h2>\n"},
		{"the word over a block", "> [!TIP]\n> a\n",
		 "<div class=\"block tip\">\n<p class=\"label\">Tip &lt;&amp;\"&gt;</p>\n<p>a</p>\n</div>\n"},
	};

	(void)state;
	CHECK_ROWS(rows, &plain_style);
}

static void pictures(void **state)
{
	static const struct row rows[] = {
		{"a link and a picture inside: only their words", "![a [b](c.md) ![d](e.png) f](g.png)",
		 "<p><img src=\"g.png\" alt=\"a b d f\" loading=\"lazy\" decoding=\"async\"></p>\n"},
		{"emphasis, code and line breaks inside", "![*a* `b`\nc  \nd](e.png)",
		 "<p><img src=\"e.png\" alt=\"a b c d\" loading=\"lazy\" decoding=\"async\"></p>\n"},
		{"a picture in a link", "[![a](b.png) c](d.md) e",
		 "<p><a href=\"d.md\"><img src=\"b.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\"> c</a> e</p>\n"},
		{"no words: the check reports it", "![](a.png)",
		 "<p><img src=\"a.png\" alt=\"\" width=\"1080\" height=\"2400\" loading=\"lazy\" "
		 "decoding=\"async\"></p>\n"},
	};

	(void)state;
	CHECK_ROWS(rows, &plain_style);
}

#define BLOCK(class, label, body) "<div class=\"block " class "\">\n<p class=\"label\">" label "</p>\n" body "</div>\n"

/* Which picture a browser may put off. */
static void in_sight(void **state)
{
	static const struct row rows[] = {
		{"the first one, near the top", "a\n\n![b](c.png)\n",
		 "<p>a</p>\n<p><img src=\"c.png\" alt=\"b\"></p>\n"},
		{"a comment takes no room", "<!-- x -->\n\na\n\n![b](c.png)\n",
		 "<p>a</p>\n<p><img src=\"c.png\" alt=\"b\"></p>\n"},
		{"further down", "a\n\nd\n\n![b](c.png)\n",
		 "<p>a</p>\n<p>d</p>\n<p><img src=\"c.png\" alt=\"b\" loading=\"lazy\" decoding=\"async\"></p>\n"},
		{"the second one", "![b](c.png) ![d](e.png)\n",
		 "<p><img src=\"c.png\" alt=\"b\"> <img src=\"e.png\" alt=\"d\" loading=\"lazy\" "
		 "decoding=\"async\"></p>\n"},
	};
	struct markup_style style = plain_style;

	(void)state;
	style.alone = true;
	CHECK_ROWS(rows, &style);
}

static void blocks(void **state)
{
	static const struct row rows[] = {
		{"note", "> [!NOTE]\n> a\n", BLOCK("note", "Note", "<p>a</p>\n")},
		{"warning", "> [!WARNING]\n> a\n", BLOCK("warning", "Маңызды", "<p>a</p>\n")},
		{"law", "> [!LAW]\n> a\n", BLOCK("law", "Law", "<p>a</p>\n")},
		{"small letters", "> [!note]\n> a\n", BLOCK("note", "Note", "<p>a</p>\n")},
		{"spaces inside the brackets", "> [! Note ]\n> a\n", BLOCK("note", "Note", "<p>a</p>\n")},
		{"words on the marker's line", "> [!NOTE] a *b*\n> c\n",
		 BLOCK("note", "Note", "<p>a <em>b</em>\nc</p>\n")},
		{"an element right behind the marker", "> [!NOTE] *b*\n", BLOCK("note", "Note", "<p><em>b</em></p>\n")},
		{"spaces behind the marker are no hard break", "> [!NOTE]  \n> a\n",
		 BLOCK("note", "Note", "<p>a</p>\n")},
		{"a backslash behind the marker is no hard break", "> [!NOTE]\\\n> a\n",
		 BLOCK("note", "Note", "<p>a</p>\n")},
		{"an empty line behind the marker", "> [!NOTE]\n>\n> a\n>\n> b\n",
		 BLOCK("note", "Note", "<p>a</p>\n<p>b</p>\n")},
		{"no space behind >", ">[!NOTE]\n>a\n", BLOCK("note", "Note", "<p>a</p>\n")},
		{"a list right behind the marker", "> [!NOTE]\n> - a\n> - b\n",
		 BLOCK("note", "Note", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")},
		{"in a step", "1. a\n\n   > [!NOTE]\n   > b\n",
		 "<ol>\n<li id=\"step-1\">\n<p>a</p>\n" BLOCK("note", "Note", "<p>b</p>\n") "</li>\n</ol>\n"},
		{"two notes stay two", "> [!NOTE]\n> a\n\n> [!NOTE]\n> b\n",
		 BLOCK("note", "Note", "<p>a</p>\n") BLOCK("note", "Note", "<p>b</p>\n")},
		{"an unknown kind is an error, and shown as a quote", "> [!NOTICE]\n> a\n",
		 "<blockquote>\n<p>[!NOTICE]\na</p>\n</blockquote>\n"},
		{"a bracket that was escaped is no marker", "> \\[!NOTE]\n> a\n",
		 "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n"},
		{"only the first line can be a marker", "> a\n> [!NOTE]\n",
		 "<blockquote>\n<p>a\n[!NOTE]</p>\n</blockquote>\n"},
		{"no marker outside a quote", "[!NOTE]\na\n", "<p>[!NOTE]\na</p>\n"},
		{"a marker that is not closed", "> [!NOTE\n> a\n", "<blockquote>\n<p>[!NOTE\na</p>\n</blockquote>\n"},
	};

	(void)state;
	CHECK_ROWS(rows, &plain_style);
}

#define CAUSE	    "<dt class=\"cause\">Cause</dt>\n<dd class=\"cause\">\n"
#define SOLUTION    "<dt class=\"solution\">Solution</dt>\n<dd class=\"solution\">\n"
#define END	    "</dd>\n"
#define CASE(parts) "<dl class=\"case\">\n" parts "</dl>\n"

static void cases(void **state)
{
	static const struct row rows[] = {
		{"a cause with its solution is one list", "> [!CAUSE]\n> a\n\n> [!SOLUTION]\n> b\n",
		 CASE(CAUSE "<p>a</p>\n" END SOLUTION "<p>b</p>\n" END)},
		{"a comment between them changes nothing",
		 "> [!CAUSE]\n> a\n\n<!-- c -->\n\n<!-- d -->\n\n> [!SOLUTION]\n> b\n",
		 CASE(CAUSE "<p>a</p>\n" END SOLUTION "<p>b</p>\n" END)},
		{"a comment at the end changes nothing", "> [!CAUSE]\n> a\n\n<!-- c -->\n",
		 CASE(CAUSE "<p>a</p>\n" END)},
		{"a comment at the beginning changes nothing", "<!-- c -->\n\n> [!SOLUTION]\n> a\n",
		 CASE(SOLUTION "<p>a</p>\n" END)},
		{"each pair is a list",
		 "> [!CAUSE]\n> a\n\n> [!SOLUTION]\n> b\n\n> [!CAUSE]\n> c\n\n<!-- x -->\n\n> [!SOLUTION]\n> d\n",
		 CASE(CAUSE "<p>a</p>\n" END SOLUTION "<p>b</p>\n" END)
			 CASE(CAUSE "<p>c</p>\n" END SOLUTION "<p>d</p>\n" END)},
		{"two causes are two lists", "> [!CAUSE]\n> a\n\n> [!CAUSE]\n> b\n\n> [!SOLUTION]\n> c\n",
		 CASE(CAUSE "<p>a</p>\n" END) CASE(CAUSE "<p>b</p>\n" END SOLUTION "<p>c</p>\n" END)},
		{"a solution behind a solution is a list of its own", "> [!SOLUTION]\n> a\n\n> [!SOLUTION]\n> b\n",
		 CASE(SOLUTION "<p>a</p>\n" END) CASE(SOLUTION "<p>b</p>\n" END)},
		{"text between them parts the lists", "> [!CAUSE]\n> a\n\nt\n\n> [!SOLUTION]\n> b\n",
		 CASE(CAUSE "<p>a</p>\n" END) "<p>t</p>\n" CASE(SOLUTION "<p>b</p>\n" END)},
		{"a note between them parts the lists", "> [!CAUSE]\n> a\n\n> [!NOTE]\n> n\n\n> [!SOLUTION]\n> b\n",
		 CASE(CAUSE "<p>a</p>\n" END) BLOCK("note", "Note", "<p>n</p>\n") CASE(SOLUTION "<p>b</p>\n" END)},
		{"a definition between them is nothing", "> [!CAUSE]\n> a\n\n[n]: b.md\n\n> [!SOLUTION]\n> b\n",
		 CASE(CAUSE "<p>a</p>\n" END SOLUTION "<p>b</p>\n" END)},
		{"steps in a solution", "> [!CAUSE]\n> a\n\n> [!SOLUTION]\n> 1. b\n> 2. c\n",
		 CASE(CAUSE "<p>a</p>\n" END SOLUTION
			    "<ol>\n<li id=\"step-1\">b</li>\n<li id=\"step-2\">c</li>\n</ol>\n" END)},
		{"a case in a list of its own", "- > [!CAUSE]\n  > a\n\n> [!SOLUTION]\n> b\n",
		 "<ul>\n<li>\n" CASE(CAUSE "<p>a</p>\n" END) "</li>\n</ul>\n" CASE(SOLUTION "<p>b</p>\n" END)},
	};

	(void)state;
	CHECK_ROWS(rows, &plain_style);
}

static void lists(void **state)
{
	static const struct row rows[] = {
		{"tight: no paragraphs", "- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
		{"loose: paragraphs", "- a\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"},
		{"a tight list in a tight list", "- a\n  - b\n- c\n",
		 "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"},
		{"a tight list in a loose one", "- a\n\n  - b\n  - c\n",
		 "<ul>\n<li>\n<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"},
		{"a heading in a tight item", "- ## a\n  b\n", "<ul>\n<li>\n<h2 id=\"part-1\">a</h2>\nb</li>\n</ul>\n"},
		{"code in a tight item", "- a\n  ```\n  b\n  ```\n",
		 "<ul>\n<li>a\n<pre><code>b\n</code></pre>\n</li>\n</ul>\n"},
		{"a quote in a tight item keeps its paragraphs", "- a\n  > b\n",
		 "<ul>\n<li>a\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>\n"},
		{"an empty item", "- a\n-\n- b\n", "<ul>\n<li>a</li>\n<li></li>\n<li>b</li>\n</ul>\n"},
		{"steps have ids", "1. a\n2. b\n", "<ol>\n<li id=\"step-1\">a</li>\n<li id=\"step-2\">b</li>\n</ol>\n"},
		{"a second list names itself", "1. a\n\ntext\n\n1. b\n2. c\n",
		 "<ol>\n<li id=\"step-1\">a</li>\n</ol>\n<p>text</p>\n<ol>\n<li id=\"step-2-1\">b</li>\n"
		 "<li id=\"step-2-2\">c</li>\n</ol>\n"},
		{"ids count from 1 whatever the list says", "7. a\n8. b\n",
		 "<ol start=\"7\">\n<li id=\"step-1\">a</li>\n<li id=\"step-2\">b</li>\n</ol>\n"},
		{"a list that begins at 0", "0. a\n", "<ol start=\"0\">\n<li id=\"step-1\">a</li>\n</ol>\n"},
		{"a list inside comes after the outer one in number, wherever it stands",
		 "1. a\n   1. b\n   2. c\n2. d\n\ntext\n\n1. e\n",
		 "<ol>\n<li id=\"step-1\">a\n<ol>\n<li id=\"step-2-1\">b</li>\n<li "
		 "id=\"step-2-2\">c</li>\n</ol>\n</li>\n"
		 "<li id=\"step-2\">d</li>\n</ol>\n<p>text</p>\n<ol>\n<li id=\"step-3-1\">e</li>\n</ol>\n"},
		{"bullets are not counted", "- a\n  1. b\n- c\n\ntext\n\n* d\n\ntext\n\n1. e\n",
		 "<ul>\n<li>a\n<ol>\n<li id=\"step-1\">b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>\n<p>text</p>\n"
		 "<ul>\n<li>d</li>\n</ul>\n<p>text</p>\n<ol>\n<li id=\"step-2-1\">e</li>\n</ol>\n"},
		{"headings are counted in order, whatever their level", "## a\n### b\n> ## c\n\n## d\n",
		 "<h2 id=\"part-1\">a</h2>\n<h3 id=\"part-2\">b</h3>\n<blockquote>\n<h2 id=\"part-3\">c</h2>\n"
		 "</blockquote>\n<h2 id=\"part-4\">d</h2>\n"},
	};

	(void)state;
	CHECK_ROWS(rows, &plain_style);
}

static void prefix_and_shift(void **state)
{
	static const struct row rows[] = {
		{"each id begins with the prefix, escaped", "## a\n\n1. b\n   1. c\n",
		 "<h4 id=\"x&quot;-part-1\">a</h4>\n<ol>\n<li id=\"x&quot;-step-1\">b\n<ol>\n"
		 "<li id=\"x&quot;-step-2-1\">c</li>\n</ol>\n</li>\n</ol>\n"},
		{"six is the deepest level", "### a\n#### b\n##### c\n###### d\n",
		 "<h5 id=\"x&quot;-part-1\">a</h5>\n<h6 id=\"x&quot;-part-2\">b</h6>\n<h6 "
		 "id=\"x&quot;-part-3\">c</h6>\n"
		 "<h6 id=\"x&quot;-part-4\">d</h6>\n"},
	};
	struct markup_style style = plain_style;

	(void)state;
	style.id_prefix = STR("x\"-");
	style.heading_shift = 2;
	CHECK_ROWS(rows, &style);
}

/* The buffer may hold the page's beginning already. */
static void adds_to_what_is_there(void **state)
{
	struct parsed *p = parse("a\n\nb\n", FORM_PLAIN);
	struct buf out = BUF_INIT;

	(void)state;
	buf_add(&out, STR("<div>"));
	markup_html(p->m, &plain_style, &out);
	assert_string_equal(out.at, "<div>\n<p>a</p>\n<p>b</p>\n");
	buf_clear(&out);
	parsed_free(p);
}

static void shared_definitions(void **state)
{
	static const struct row rows[] = {
		{"a name of links.<lang>.md", "[a][komek] [Екінші]",
		 "<p><a href=\"pay/refund.md\">a</a> <a href=\"https://komek.example/\" "
		 "rel=\"noopener\">Екінші</a></p>\n"},
		{"letters large and small are the same", "[KOMEK] [екінші]",
		 "<p><a href=\"pay/refund.md\">KOMEK</a> <a href=\"https://komek.example/\" "
		 "rel=\"noopener\">екінші</a></p>\n"},
		{"a picture by name", "![a][komek]",
		 "<p><img src=\"pay/refund.md\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></p>\n"},
		{"an address that only looks like one of ours", "[a](komek-shared:1)",
		 "<p><a href=\"komek-shared:1\" rel=\"noopener\">a</a></p>\n"},
	};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		bad += html_differs(&rows[i], &plain_style, FORM_SHARED);
	assert_int_equal(bad, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nodes),
		cmocka_unit_test(escapes),
		cmocka_unit_test(pictures),
		cmocka_unit_test(in_sight),
		cmocka_unit_test(blocks),
		cmocka_unit_test(cases),
		cmocka_unit_test(lists),
		cmocka_unit_test(prefix_and_shift),
		cmocka_unit_test(adds_to_what_is_there),
		cmocka_unit_test(shared_definitions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
