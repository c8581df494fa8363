/* Tables: what is one, as GitHub decides it; their HTML; the places of what stands in cells; uneven rows and what is nearly a table. */
#include "markup_fixture.h"

struct row {
	const char *reason, *text, *want;
};

static struct markup_href resolve(void *ctx, const struct markup_link *link)
{
	(void)ctx;
	return (struct markup_href){.url = link->target};
}

typedef void tell_fn(const struct parsed *p, struct buf *out);

static void check_rows(const struct row *rows, size_t count, tell_fn *tell)
{
	size_t bad = 0;

	for (size_t i = 0; i < count; i++)
		for (enum form form = 0; form < FORM_COUNT; form++) {
			struct parsed *p = parse(rows[i].text, form);
			struct buf got = BUF_INIT;

			tell(p, &got);
			bad += row_differs(rows[i].reason, rows[i].text, buf_str(&got), rows[i].want);
			buf_clear(&got);
			parsed_free(p);
		}
	assert_int_equal(bad, 0);
}

#define CHECK_ROWS(rows, tell) check_rows((rows), COUNT(rows), (tell))

/* The cells alone: th and td, a line a row; what is no table as it is. */
static void tell_html(const struct parsed *p, struct buf *out)
{
	static const struct markup_style style = {.resolve = resolve, .table = {"Кесте", 10}};
	struct buf html = BUF_INIT;
	struct str rest, line;

	markup_html(p->m, &style, &html);
	for (rest = buf_str(&html); str_split(&rest, '\n', &line);) {
		if (str_starts(line, STR("<t")) && !str_starts(line, STR("<td")) && !str_starts(line, STR("<th ")))
			continue;
		if (str_starts(line, STR("</t")) || str_starts(line, STR("</div")) || str_starts(line, STR("<div")) ||
		    !line.len) {
			if (str_eq(line, STR("</tr>")))
				buf_add_byte(out, '\n');
			continue;
		}
		buf_add(out, line);
	}
	buf_clear(&html);
}

static void whole(void **state)
{
	static const char want[] =
		"<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Кесте: A &amp; B, "
		"C\">\n<table>\n<thead>\n<tr>\n"
		"<th scope=\"col\">A &amp; B</th>\n<td></td>\n<th scope=\"col\" class=\"end\">C</th>\n</tr>\n</thead>\n"
		"<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n<td class=\"end\">3</td>\n</tr>\n</tbody>\n</table>\n</div>\n";
	static const struct markup_style style = {.resolve = resolve, .table = {"Кесте", 10}};
	struct parsed *p = parse("| A & B |  | C |\n| --- | --- | --: |\n| 1 | 2 | 3 |\n", FORM_PLAIN);
	struct buf got = BUF_INIT;

	(void)state;
	markup_html(p->m, &style, &got);
	assert_int_equal(row_differs("a whole table", "", buf_str(&got), want), 0);
	assert_int_equal(p->m->tables.len, 1);
	assert_int_equal(p->m->tables.at[0].columns, 3);
	assert_int_equal(p->m->tables.at[0].rows, 1);
	buf_clear(&got);
	parsed_free(p);
}

#define TH(text) "<th scope=\"col\">" text "</th>"
#define TD(text) "<td>" text "</td>"

static void cells(void **state)
{
	static const struct row rows[] = {
		{"pipes at the ends may be left out", "a | b\n--- | ---\n1 | 2\n",
		 TH("a") TH("b") "\n" TD("1") TD("2") "\n"},
		{"one column", "| a |\n| - |\n| 1 |\n", TH("a") "\n" TD("1") "\n"},
		{"no rows", "| a |\n| - |\n", TH("a") "\n"},
		{"sides", "|a|b|c|\n|:-|:-:|-:|\n",
		 TH("a") "<th scope=\"col\" class=\"center\">b</th><th scope=\"col\" class=\"end\">c</th>\n"},
		{"white space", "  |  a\t|b |  \n |--|--|\t\n|1|2|\n", TH("a") TH("b") "\n" TD("1") TD("2") "\n"},
		{"Markdown in cells", "|*a*|[b](c.md)|\n|-|-|\n|**d** `e`|![f](g.png)|\n",
		 TH("<em>a</em>") TH("<a href=\"c.md\">b</a>") "\n" TD("<strong>d</strong> <code>e</code>")
			 TD("<img src=\"g.png\" alt=\"f\" loading=\"lazy\" decoding=\"async\">") "\n"},
		{"emphasis ends with its cell", "|*a|b*|\n|-|-|\n", TH("*a") TH("b*") "\n"},
		{"a link ends with its cell", "|[a|b](c.md)|\n|-|-|\n", TH("[a") TH("b](c.md)") "\n"},
		{"an escaped pipe", "|a \\| b|\n|-|\n", TH("a | b") "\n"},
		{"code too: GitHub parts cells first", "|`a|b`|\n|-|-|\n", TH("`a") TH("b`") "\n"},
		{"an escaped pipe in code", "|`a\\|b`|\n|-|\n", TH("<code>a|b</code>") "\n"},
		{"other escapes stay", "|\\*a\\* \\\\ b|\n|-|\n", TH("*a* \\ b") "\n"},
		{"a backslash at the end of a cell", "|a\\ |b|\n|-|-|\n", TH("a\\") TH("b") "\n"},
		{"what would be a block elsewhere", "|# a|- b|> c|1. d|```|\n|-|-|-|-|-|\n",
		 TH("# a") TH("- b") TH("&gt; c") TH("1. d") TH("```") "\n"},
		{"hashes at the end", "|a #|b ##|\n|-|-|\n", TH("a #") TH("b ##") "\n"},
		{"what would define something", "|[a]: b|\n|-|\n|[a]|\n", TH("[a]: b") "\n" TD("[a]") "\n"},
		{"a definition of the text, behind it", "|[a]|\n|-|\n\n[a]: b.md\n", TH("<a href=\"b.md\">a</a>") "\n"},
		{"a definition of the text, right before it", "[a]: b.md\n|[a]|\n|-|\n",
		 TH("<a href=\"b.md\">a</a>") "\n"},
		{"empty cells", "|a|b|c|\n|-|-|-|\n| |  ||\n", TH("a") TH("b") TH("c") "\n" TD("") TD("") TD("") "\n"},
		{"two tables", "|a|\n|-|\n\n|b|\n|-|\n", TH("a") "\n" TH("b") "\n"},
		{"in a quote", "> |a|\n> |-|\n> |1|\n", "<blockquote>" TH("a") "\n" TD("1") "\n</blockquote>"},
		{"behind a marker", "> [!NOTE]\n> |a|\n> |-|\n", "<p class=\"label\"></p>" TH("a") "\n"},
		{"in a step", "1. b\n\n   |a|\n   |-|\n   |1|\n",
		 "<ol><li id=\"step-1\"><p>b</p>" TH("a") "\n" TD("1") "\n</li></ol>"},
		{"a fence that is not closed below it", "|a|\n|-|\n\n```\nb\n", TH("a") "\n<pre><code>b</code></pre>"},
		{"a comment behind the last pipe", "|a|b|\n|-|-|\n|1|2| <!-- c -->\n",
		 TH("a") TH("b") "\n" TD("1") TD("2") "\n"},
		{"no table: a row of hyphens without pipes underlines", "a | b\n---\n", "<h2 id=\"part-1\">a | b</h2>"},
		{"no table: a pipe in a text", "a | b\nc | d\n", "<p>a | bc | d</p>"},
		{"no table: a line of code", "    |a|\n    |-|\n", "<pre><code>|a||-|</code></pre>"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_html);
}

static void tell_texts(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->texts.len; i++) {
		const struct markup_text *t = &p->m->texts.at[i];

		add_place(p, t->place, out);
		buf_addf(out, "%u %s%.*s\n", t->block, t->exact ? "" : "about ", STR_ARG(t->text));
	}
}

static void places_of_texts(void **state)
{
	static const struct row rows[] = {
		{"each cell is a block", "| Құжат | b |\n|---|---|\n| c *d* | e |\n",
		 "1:3-1:8 1 Құжат\n1:11-1:12 2 b\n3:3-3:5 3 c \n3:6-3:7 3 d\n3:11-3:12 4 e\n"},
		{"the same words again", "|a|a|\n|-|-|\n|a|a|\n",
		 "1:2-1:3 1 a\n1:4-1:5 2 a\n3:2-3:3 3 a\n3:4-3:5 4 a\n"},
		{"in a quote", "> t\n>\n> |a|\n> |-|\n> |b|\n", "1:3-1:4 1 t\n3:4-3:5 2 a\n5:4-5:5 3 b\n"},
		{"a lazy line", "> |a|\n> |-|\n|b|\n", "1:4-1:5 1 a\n3:2-3:3 2 b\n"},
		{"an escaped pipe", "|a\\|b|c|\n|-|-|\n", "1:2-1:6 1 about a|b\n1:7-1:8 2 c\n"},
		{"a hash at the front", "|# a|\n|-|\n", "1:2-1:5 1 # a\n"},
		{"what looks like a definition", "|[a]: b|\n|-|\n", "1:2-1:8 1 [a]: b\n"},
		{"text behind it", "|a|\n|-|\n\nb\n", "1:2-1:3 1 a\n4:1-4:2 2 b\n"},
		{"behind definitions of its own paragraph", "[x]: y.md\n|a|\n|-|\n", "2:2-2:3 1 a\n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_texts);
}

static void tell_links(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->links.len; i++) {
		add_place(p, p->m->links.at[i].place, out);
		buf_addf(out, "%.*s\n", STR_ARG(p->m->links.at[i].target));
	}
}

static void places_of_links(void **state)
{
	static const struct row rows[] = {
		{"in cells", "|[a](b.md)|[c](d.md)|\n|-|-|\n|x [e](f.md)|![g](h.png)|\n",
		 "1:6-1:10 b.md\n1:16-1:20 d.md\n3:8-3:12 f.md\n3:19-3:24 h.png\n"},
		{"behind an escaped pipe", "|a \\| [b](c.md)|\n|-|\n", "1:11-1:15 c.md\n"},
		{"behind code with one", "|`a\\|b` [b](c.md)|\n|-|\n", "1:13-1:17 c.md\n"},
		{"with one in its words", "|[a \\| b](c.md)|\n|-|\n", "1:11-1:15 c.md\n"},
		{"by name", "|x [komek-two] y|\n|-|\n\n[komek-two]: b.md\n", "1:4-1:15 b.md\n"},
	};

	(void)state;
	CHECK_ROWS(rows, tell_links);
}

static void told_rows(void **state)
{
	static const struct row rows[] = {
		{"a row lacks a cell", "|a|b|\n|-|-|\n|1|\n", "3:1-3:4 table-rows\n"},
		{"a row has one more", "|a|b|\n|-|-|\n| 1 | 2 | 3 |\n", "3:1-3:14 table-rows\n"},
		{"a text right below", "|a|b|\n|-|-|\n|1|2|\nc\n", "4:1-4:2 table-rows\n"},
		{"a lone pipe", "|a|\n|-|\n|\n", "3:1-3:2 table-rows\n"},
		{"each row is told", "> |a|b|\n> |-|-|\n> |1|\n> |2|\n", "3:3-3:6 table-rows\n4:3-4:6 table-rows\n"},
		{"more than a comment behind the last pipe", "|a|\n|-|\n|1|<!-- c --> d\n", "3:1-3:16 table-rows\n"},
		{"a row of hyphens of another width", "|a|b|\n|-|\n", "2:1-2:4 table-form | --- | --- |\n"},
		{"no header", "|-|-|\n|1|2|\n", "1:1-1:6 table-form\n"},
		{"no empty line above", "t\n|a|b|\n|-|-|\n|1|2|\n", "2:1-2:6 table-form\n"},
		{"no row of hyphens", "|a|b|\n|1|2|\n", "1:1-1:6 table-form\n"},
		{"an ordinary text with pipes", "a | b\nc | d\n\n|x| is the length of x\n|y| too\n", ""},
		{"one framed line", "|a|b|\n", ""},
		{"code", "```\n|a|b|\n|1|2|\n```\n", ""},
		{"right tables", "|a|b|\n|-|-|\n|1|2|\n", ""},
	};

	(void)state;
	CHECK_ROWS(rows, add_told);
}

static void tell_comments(const struct parsed *p, struct buf *out)
{
	for (size_t i = 0; i < p->m->comments.len; i++)
		add_place(p, p->m->comments.at[i].subject, out);
}

static void comments(void **state)
{
	static const struct row rows[] = {
		{"above a table: all of it", "<!-- a -->\n| b |\n|-|\n| 1 |\n\nc\n", "2:1-4:6 "},
		{"at the end of a row: that line", "|b|\n|-|\n|1| <!-- a -->\n", "3:1-3:15 "},
		{"in a cell: that line", "|b|\n|-|\n|1 <!-- a -->|\n", "3:1-3:15 "},
	};

	(void)state;
	CHECK_ROWS(rows, tell_comments);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole),	   cmocka_unit_test(cells),	cmocka_unit_test(places_of_texts),
		cmocka_unit_test(places_of_links), cmocka_unit_test(told_rows), cmocka_unit_test(comments),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
