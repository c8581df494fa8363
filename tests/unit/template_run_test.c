/* Programs of templates: what they write, and that nothing in a field can leave its place. */
#include "template_fixture.h"

#include "base/escape.h"

#define K	  "xmlns:k=\"urn:komek:template\""
#define EVIL	  "</script>\"'<&>"
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static const struct author aigerim = {{"Aigerim", 7}};
static const struct link links[] = {
	{{"One", 3}, {"one.html?a=1&b='2'", 18}, {"first", 5}, true, &aigerim},
	{{"Two <b>", 7}, {"javascript:evil()", 17}, {NULL, 0}, false, NULL},
};
static const struct section sections[] = {
	{{"First", 5}, {links, 2}},
	{{"Empty", 5}, {NULL, 0}},
	{{"Second", 6}, {links, 1}},
};

static struct page full(void)
{
	return (struct page){
		.title = STR(EVIL),
		.lang = STR("kk"),
		.url = STR("a b.html?x=\"<&>"),
		.body = STR("<p>Body &amp; <b>soul</b></p>"),
		.data = STR("{\"a\":\"\\u003c/script\\u003e\"}"),
		.featured = true,
		.author = &aigerim,
		.sections = {sections, 3},
		.related = {links, 2},
	};
}

static const struct str words[] = {{"Back <home>", 11}, {"Menu", 4}, {"", 0}};

static void run(struct fixture *f, const char *file, const struct page *page, struct buf *out)
{
	compile(f, file);
	if (!f->theme) {
		told(f, out);
		return;
	}
	program_run(theme_program(f->theme, 0), page, words, out);
	buf_add(out, STR(""));
}

struct row {
	const char *why;
	const char *text;
	const char *want;
};

static void check_rows(struct fixture *f, const char *file, const struct page *page, const struct row *rows,
		       size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf got = BUF_INIT;

		write_file(f, file, rows[i].text);
		run(f, file, page, &got);
		if (strcmp(got.at, rows[i].want) != 0)
			fail_msg("%s\n%s\ngot:\n%s\nwant:\n%s", rows[i].why, rows[i].text, got.at, rows[i].want);
		buf_clear(&got);
	}
}

#define CHECK_ROWS(f, file, page, rows) check_rows((f), (file), (page), (rows), sizeof(rows) / sizeof *(rows))

static void html_syntax(void **state)
{
	static const struct row rows[] = {
		{"doctype before html, declarations dropped",
		 "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<!-- c -->\n<html xmlns=\"http://www.w3.org/1999/xhtml\" " K
		 "/>",
		 "<!DOCTYPE html>\n<html></html>\n"},
		{"no doctype before anything else", "<p/>", "<p></p>\n"},
		{"void elements without slash", "<p><br/><img alt=''/><input></input></p>",
		 "<p><br><img alt=\"\"><input></p>\n"},
		{"others never self-closed", "<div><script src='a.js'/><i/></div>",
		 "<div><script src=\"a.js\"></script><i></i></div>\n"},
		{"values in double quotes, escaped", "<p title='a \"b\" &lt; &amp; c'/>",
		 "<p title=\"a &quot;b&quot; &lt; &amp; c\"></p>\n"},
		{"a reference to the sign of references",
		 "<a href='?a&amp;b&#38;c&amp;#38;&amp;amp;' title=\"&quot;&apos;&#60;\"/>",
		 "<a href=\"?a&amp;b&amp;c&amp;#38;&amp;amp;\" title=\"&quot;'&lt;\"></a>\n"},
		{"text escaped again", "<p>1 &lt; 2 &amp; 3 &gt; 2 &#160;</p>",
		 "<p>1 &lt; 2 &amp; 3 &gt; 2 \xC2\xA0</p>\n"},
		{"CDATA is text", "<p><![CDATA[<b>&]]></p>", "<p>&lt;b&gt;&amp;</p>\n"},
		{"lang stays, xml:lang goes", "<p lang='kk' xml:lang='kk'/>", "<p lang=\"kk\"></p>\n"},
		{"xml:lang from a field goes", "<p " K " k:attr='xml:lang lang; lang lang'/>", "<p lang=\"kk\"></p>\n"},
		{"prefixes of elements go", "<h:p xmlns:h='http://www.w3.org/1999/xhtml'><h:br/></h:p>",
		 "<p><br></p>\n"},
		{"svg in place",
		 "<p><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0'/></svg></p>",
		 "<p><svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"></path></svg></p>\n"},
		{"HTML in svg keeps void elements",
		 "<svg><foreignObject><br xmlns='http://www.w3.org/1999/xhtml'/></foreignObject></svg>",
		 "<svg><foreignObject><br></foreignObject></svg>\n"},
		{"a carriage return that was a reference", "<p>a&#13;b</p>", "<p>a&#13;b</p>\n"},
	};
	struct page page = full();

	CHECK_ROWS(*state, "page.xhtml", &page, rows);
}

static void white_space(void **state)
{
	static const struct row rows[] = {
		{"between tags one line end", "<p>\n\n\t<b/>  \r\n <i/> <u/>\t</p>",
		 "<p>\n<b></b>\n<i></i> <u></u>\t</p>\n"},
		{"round comments too", "<p>\n <!-- a -->\n <b/></p>", "<p>\n<b></b></p>\n"},
		{"with words untouched", "<p>\n a\n  b\n</p>", "<p>\n a\n  b\n</p>\n"},
		{"pre untouched", "<pre>\n\n  <b/>\n\n</pre>", "<pre>\n\n  <b></b>\n\n</pre>\n"},
		{"textarea untouched", "<textarea>\n\n</textarea>", "<textarea>\n\n</textarea>\n"},
		{"the icon that is none", "<link rel='icon' href='data:,'/>", "<link rel=\"icon\" href=\"data:,\">\n"},
		{"script and style untouched inside, trimmed outside: hashed alike by all",
		 "<p><style>\n\n a{}\n\n b{}\n</style><script>\n\n b()\n</script></p>",
		 "<p><style>a{}\n\n b{}</style><script>b()</script></p>\n"},
		{"block leaves no heap of line ends", "<p " K ">\n<k:block>\n<b/>\n</k:block>\n</p>",
		 "<p>\n<b></b>\n</p>\n"},
	};
	struct page page = full();

	CHECK_ROWS(*state, "page.xhtml", &page, rows);
}

static void values(void **state)
{
	static const struct row rows[] = {
		{"text", "<p " K " k:text='title'>Sample <b/></p>", "<p>&lt;/script&gt;\"'&lt;&amp;&gt;</p>\n"},
		{"text in title", "<title " K " k:text='title'/>", "<title>&lt;/script&gt;\"'&lt;&amp;&gt;</title>\n"},
		{"attribute", "<p " K " k:attr='title title'/>",
		 "<p title=\"&lt;/script&gt;&quot;'&lt;&amp;&gt;\"></p>\n"},
		{"attribute instead of the sample", "<p " K " id='a' title='b' k:attr='title lang;class lang'/>",
		 "<p id=\"a\" title=\"kk\" class=\"kk\"></p>\n"},
		{"address", "<a " K " k:attr='href url'/>", "<a href=\"a%20b.html?x=%22%3C&amp;%3E\"></a>\n"},
		{"address as text", "<a " K " k:text='url'/>", "<a>a%20b.html?x=%22%3C&amp;%3E</a>\n"},
		{"address in a plain attribute", "<meta " K " k:attr='content url'/>",
		 "<meta content=\"a%20b.html?x=%22%3C&amp;%3E\">\n"},
		{"addresses of a script", "<a " K " k:each='l in related' k:attr='href l.url'/>",
		 "<a href=\"one.html?a=1&amp;b=&#39;2&#39;\"></a><a href=\"#\"></a>\n"},
		{"HTML", "<p " K " k:html='body'>Sample</p>", "<p><p>Body &amp; <b>soul</b></p></p>\n"},
		{"JSON", "<script " K " type='application/ld+json' k:text='data'>{}</script>",
		 "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\"}</script>\n"},
		{"word", "<p " K " k:text='say.back_home'/>", "<p>Back &lt;home&gt;</p>\n"},
		{"word in an attribute", "<p " K " k:attr='title say.back_home'/>",
		 "<p title=\"Back &lt;home&gt;\"></p>\n"},
		{"through a record", "<p " K " k:text='author.name'/>", "<p>Aigerim</p>\n"},
		{"block leaves its content", "<p " K "><k:block k:text='lang'/>.</p>", "<p>kk.</p>\n"},
		{"flag as attribute", "<input " K " k:attr='disabled featured'/>", "<input disabled>\n"},
		{"path with spaces and a line end", "<p " K " k:attr='\r\n\ttitle\r\nlang ;\n\tid lang;\n'/>",
		 "<p title=\"kk\" id=\"kk\"></p>\n"},
	};
	struct page page = full();

	CHECK_ROWS(*state, "page.xhtml", &page, rows);
}

static void conditions(void **state)
{
	static const struct row rows[] = {
		{"text", "<p " K "><b k:if='lang'/><b k:if='not lang'/></p>", "<p><b></b></p>\n"},
		{"HTML", "<p " K "><b k:if='body'/></p>", "<p><b></b></p>\n"},
		{"flag", "<p " K "><b k:if='featured'/><i k:if='not featured'/></p>", "<p><b></b></p>\n"},
		{"list", "<p " K "><b k:if='related'/><i k:if='not related'/></p>", "<p><b></b></p>\n"},
		{"record", "<p " K "><b k:if='author'/><i k:if='not author'/></p>", "<p><b></b></p>\n"},
		{"record and text in it", "<p " K "><b k:if='author.name'/><i k:if='not author.name'/></p>",
		 "<p><b></b></p>\n"},
		{"word", "<p " K "><b k:if='say.menu'/><i k:if='say.search'/></p>", "<p><b></b></p>\n"},
		{"item, which is always there", "<p " K "><b k:each='l in related' k:if='l'/></p>",
		 "<p><b></b><b></b></p>\n"},
		{"item's field, after each", "<p " K "><b k:each='l in related' k:if='l.hint' k:text='l.title'/></p>",
		 "<p><b>One</b></p>\n"},
		{"optional attribute",
		 "<p " K "><b k:each='l in related' title='x' k:attr='title l.hint?; class l.title'/></p>",
		 "<p><b title=\"first\" class=\"One\"></b><b class=\"Two &lt;b&gt;\"></b></p>\n"},
		{"flag of an item", "<p " K "><b k:each='l in related' k:attr='aria-current l.current'/></p>",
		 "<p><b aria-current></b><b></b></p>\n"},
		{"nested", "<p " K "><b k:if='lang'><i k:if='not lang'/><u k:if='lang'/></b></p>",
		 "<p><b><u></u></b></p>\n"},
	};
	struct page page = full();

	CHECK_ROWS(*state, "page.xhtml", &page, rows);
}

static const struct row with_everything[] = {
	{"a page of nothing",
	 "<html " K " k:attr='lang lang'><title k:text='title'/><p k:html='body'/><a k:attr='href url; title title?'/>"
	 "<b k:if='author'/><i k:text='author.name'/><u k:if='author.name'/><s k:each='s in sections'><i "
	 "k:text='s.title'/></s>"
	 "<em k:attr='disabled featured; title author.name'/></html>",
	 "<!DOCTYPE html>\n<html lang=\"\"><title></title><p></p><a href=\"\"></a><i></i><em "
	 "title=\"\"></em></html>\n"},
};

static void nothing_is_there(void **state)
{
	struct page page = {0};

	CHECK_ROWS(*state, "page.xhtml", &page, with_everything);
}

static void loops(void **state)
{
	static const struct row rows[] = {
		{"nested",
		 "<ul " K "><li k:each='s in sections'><b k:text='s.title'/><i k:each='l in s.links' "
		 "k:text='l.title'/></li></ul>",
		 "<ul><li><b>First</b><i>One</i><i>Two "
		 "&lt;b&gt;</i></li><li><b>Empty</b></li><li><b>Second</b><i>One</i></li></ul>\n"},
		{"outer names inside",
		 "<ul " K
		 "><li k:each='s in sections'><i k:each='l in s.links' k:attr='title s.title; lang lang'/></li></ul>",
		 "<ul><li><i title=\"First\" lang=\"kk\"></i><i title=\"First\" lang=\"kk\"></i></li><li></li>"
		 "<li><i title=\"Second\" lang=\"kk\"></i></li></ul>\n"},
		{"an inner name before an outer one",
		 "<ul " K "><li k:each='x in sections'><i k:each='x in x.links' k:text='x.title'/></li></ul>",
		 "<ul><li><i>One</i><i>Two &lt;b&gt;</i></li><li></li><li><i>One</i></li></ul>\n"},
		{"a name like a root field",
		 "<p " K "><b k:each='title in related' k:text='title.title'/><i k:text='lang'/></p>",
		 "<p><b>One</b><b>Two &lt;b&gt;</b><i>kk</i></p>\n"},
		{"a record that is not always there", "<p " K "><b k:each='l in related' k:text='l.by.name'/></p>",
		 "<p><b>Aigerim</b><b></b></p>\n"},
		{"each on a block", "<p " K "><k:block k:each='l in related'><b/><i/></k:block></p>",
		 "<p><b></b><i></i><b></b><i></i></p>\n"},
		{"a loop after a loop",
		 "<p " K "><b k:each='l in related'/><i k:each='s in sections'><u k:each='l in s.links'/></i></p>",
		 "<p><b></b><b></b><i><u></u><u></u></i><i></i><i><u></u></i></p>\n"},
		{"a loop that an if skips",
		 "<p " K
		 "><b k:if='not lang'><i k:each='l in related'/></b><u k:each='l in related' k:text='l.by.name'/></p>",
		 "<p><u>Aigerim</u><u></u></p>\n"},
	};
	struct page page = full();

	CHECK_ROWS(*state, "page.xhtml", &page, rows);
}

static void includes(void **state)
{
	static const struct row rows[] = {
		{"a part with its root", "<div " K " k:include='parts/item'>Sample</div>",
		 "<div><p class=\"a\">kk</p></div>\n"},
		{"in a block only the part", "<div " K "><k:block k:include='parts/item'/></div>",
		 "<div><p class=\"a\">kk</p></div>\n"},
		{"a part that is a block", "<div " K " k:include='parts/two'/>", "<div>\n<b></b>\n<i></i>\n</div>\n"},
		{"with the names of the place", "<ul " K "><li k:each='l in related' k:include='parts/link'/></ul>",
		 "<ul><li><a href=\"one.html?a=1&amp;b=&#39;2&#39;\">One</a></li><li><a href=\"#\">Two "
		 "&lt;b&gt;</a></li></ul>\n"},
		{"a part through a part", "<div " K " k:include='parts/outer'/>",
		 "<div><div><p class=\"a\">kk</p></div></div>\n"},
		{"style", "<style " K " k:include='parts/a.css'>p{}</style>",
		 "<style>a{b:c}d>e{f:\"/* g */\"}</style>\n"},
		{"script as it is", "<script " K " k:include='parts/a.js'/>", "<script>a(); // b</script>\n"},
		{"own text and files together", "<script " K ">x();<k:block k:include='parts/a.js'/>y();</script>",
		 "<script>x();  a(); // b\n\ny();</script>\n"},
		{"inside pre white space stays", "<pre " K " k:include='parts/two'/>",
		 "<pre>\n  <b></b>\n\n  <i></i>\n</pre>\n"},
	};
	struct fixture *f = *state;
	struct page page = full();

	write_file(f, "parts/item.xhtml", "<!-- a part -->\n<p " K " class='a' k:text='lang'>x</p>");
	write_file(f, "parts/two.xhtml", "<k:block " K ">\n  <b/>\n\n  <i/>\n</k:block>");
	write_file(f, "parts/link.xhtml", "<a " K " k:attr='href l.url' k:text='l.title'/>");
	write_file(f, "parts/outer.xhtml", "<div " K " k:include='parts/item'/>");
	write_file(f, "parts/a.css", "/* head */\r\n\r\n  a{b:c}  \r\n\td>e{f:\"/* g */\"} /* h */\r\n");
	write_file(f, "parts/a.js", "\xEF\xBB\xBF  a(); // b\r\n\r\n");
	CHECK_ROWS(f, "page.xhtml", &page, rows);
}

static void style_sheets(void **state)
{
	static const struct row rows[] = {
		{"comment at a line's end", "a{} /* b */\nc{}", "a{}c{}"},
		{"comment over lines", "a{}\n/* b\n * c\n */\nd{}", "a{}d{}"},
		{"comment between words keeps them apart", "a{margin:1px/* b */2px}", "a{margin:1px/**/2px}"},
		{"comments between classes do not make a descendant", ".a/**//**/.b{}", ".a/**/.b{}"},
		{"comment before a brace", "a/* b */{c:d;/* e */f:g}", "a{c:d;f:g}"},
		{"string with a comment and spaces", "a{b:\"  /* c */  \"}  ", "a{b:\"  /* c */  \"}"},
		{"string over lines", "a{b:'c  \\\n  d'}", "a{b:'c  \\\n  d'}"},
		{"quote in a string", "a{b:'\\'/* c */'}", "a{b:'\\'/* c */'}"},
		{"string without its end stops at the line", "a{b:'c\n/* d */e}", "a{b:'c\ne}"},
		{"address without quotes", "a{b:url(//c/*d)}/* e */", "a{b:url(//c/*d)}"},
		{"address with quotes", "a{b:url( \"/*\" )}/* e */", "a{b:url( \"/*\" )}"},
		{"escaped space at a line's end", "a\\ \n{}", "a\\ \n{}"},
		{"the end of a line keeps two words apart", "a\nb{}", "a\nb{}"},
		{"an escaped brace ends nothing", "a\\{\nb{}", "a\\{\nb{}"},
		{"blanks that part nothing", "a , b {c: d , e;  f : g }", "a ,b{c:d ,e;f :g }"},
		{"blanks that part words", "a b :c > d{e: f g calc(1px + 2px)}", "a b :c > d{e:f g calc(1px + 2px)}"},
		{"a custom property may be blank", "a{--b: ;--c: }", "a{--b: ;--c: }"},
		{"a blank behind an escaped comma", "a\\, b{}", "a\\, b{}"},
		{"a blank that ends an escape, before a brace", "a\\1F {b:c}", "a\\1F{b:c}"},
		{"comment without its end", "a{}\n/* b", "a{}"},
		{"only a comment", "/* a */\n\n", ""},
		{"nothing", "", ""},
		{"only a backslash", "\\", "\\"},
	};
	struct fixture *f = *state;
	struct page page = full();

	write_file(f, "page.xhtml", "<style " K " k:include='parts/a.css'/>");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf got = BUF_INIT, want = BUF_INIT;

		write_file(f, "parts/a.css", rows[i].text);
		run(f, "page.xhtml", &page, &got);
		buf_addf(&want, "<style>%s</style>\n", rows[i].want);
		if (strcmp(got.at, want.at) != 0)
			fail_msg("%s\ngot:\n%s\nwant:\n%s", rows[i].why, got.at, want.at);
		buf_clear(&got);
		buf_clear(&want);
	}
}

static void xml_syntax(void **state)
{
	static const struct row rows[] = {
		{"declaration, namespaces, empty elements",
		 "<?xml version='1.0' encoding='UTF-8'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
		 "xmlns:x='urn:x' " K "><x:a b='c'/><d></d></urlset>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
		 "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
		 "xmlns:x=\"urn:x\"><x:a b=\"c\"/><d/></urlset>\n"},
		{"instructions before the root", "<?xml-stylesheet href='a.xsl'?>\n<!-- c --><a/>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet href='a.xsl'?>\n<a/>\n"},
		{"HTML's names mean nothing", "<a><br/><br>b</br><title><c/></title></a>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><br/><br>b</br><title><c/></title></a>\n"},
		{"values", "<a " K "><b k:each='l in related'><c k:text='l.url'/><d k:text='l.title'/></b></a>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><b><c>one.html?a=1&amp;b=&#39;2&#39;</c><d>One</d></b>"
		 "<b><c>#</c><d>Two &lt;b&gt;</d></b></a>\n"},
		{"HTML as text, as feeds have it", "<content " K " type='html' k:text='body'/>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<content type=\"html\">&lt;p&gt;Body &amp;amp; "
		 "&lt;b&gt;soul&lt;/b&gt;&lt;/p&gt;</content>\n"},
		{"flag", "<a " K " k:attr='b featured'/>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"b\"/>\n"},
		{"xml:lang stays", "<a " K " k:attr='xml:lang lang'/>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xml:lang=\"kk\"/>\n"},
		{"line ends in values", "<a b='c&#10;d&#9;&#13;'/>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"c&#10;d&#9;&#13;\"/>\n"},
		{"declarations of a block move to what needs them",
		 "<a " K "><k:block xmlns:x='urn:x' xmlns='urn:d'><x:b/><c x:d=''><e/></c></k:block><f/></a>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><x:b xmlns:x=\"urn:x\"/><c xmlns=\"urn:d\" "
		 "xmlns:x=\"urn:x\" x:d=\"\"><e/></c><f/></a>\n"},
		{"of a part too", "<a xmlns='urn:d' " K " k:include='parts/x'/>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"urn:d\"><b c=\"kk\"/></a>\n"},
		{"white space", "<a>\n\n  <b/>\n\n  <pre>\n\n</pre></a>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n<b/>\n<pre>\n</pre></a>\n"},
	};
	struct fixture *f = *state;
	struct page page = full();

	write_file(f, "parts/x.xml", "<b xmlns='urn:d' " K " k:attr='c lang'/>");
	CHECK_ROWS(f, "page.xml", &page, rows);
}

/* XML cannot hold most controls; one in a text must not make a feed that no reader opens. */
static void xml_controls(void **state)
{
	static const struct row rows[] = {
		{"controls", "<a " K " k:attr='b title' k:text='title'/>",
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a "
		 "b=\"x\xEF\xBF\xBDy\tz\xEF\xBF\xBD&lt;\xEF\xBF\xBD\">x\xEF\xBF\xBDy\tz\xEF\xBF\xBD&lt;\xEF\xBF\xBD</"
		 "a>\n"},
	};
	struct page page = {.title = STR("x\x01y\tz\x1F<\xEF\xBF\xBF")};

	CHECK_ROWS(*state, "page.xml", &page, rows);
}

static void inlines(void **state)
{
	struct fixture *f = *state;
	const struct inline_text *list;
	size_t count;

	write_file(f, "parts/a.css", "/* a */ b{}\r\n c{}");
	write_file(f, "page.xhtml",
		   "<html " K "><style k:include='parts/a.css'/><script k:if='featured'>a&lt;b&#13;</script>"
		   "<script src='c.js'/><script type='application/ld+json' k:text='data'/>"
		   "<script type='application/json'>{}</script><script></script>"
		   "<p><script>a&lt;b\r\n</script><style></style></p></html>");
	compile(f, "page.xhtml");
	assert_non_null(f->theme);
	list = program_inline(theme_program(f->theme, 0), &count);
	assert_int_equal(count, 3);
	assert_false(list[0].is_script);
	assert_true(str_eq(list[0].text, STR("b{}c{}")));
	assert_true(list[1].is_script);
	assert_true(str_eq(list[1].text, STR("a<b"))); /* the two scripts are the same to a browser */
	assert_false(list[2].is_script);
	assert_int_equal(list[2].text.len, 0);
	write_file(f, "page.xhtml", "<p/>");
	compile(f, "page.xhtml");
	program_inline(theme_program(f->theme, 0), &count);
	assert_int_equal(count, 0);
}

/* What is hashed is what stands in the page, byte for byte. */
static void inlines_are_in_the_page(void **state)
{
	struct fixture *f = *state;
	struct page page = full();
	struct buf out = BUF_INIT;
	const struct inline_text *list;
	size_t count;

	write_file(f, "page.xhtml", "<p><script>\n\r\n a &lt; b &amp;&amp; 'ә'&#13;&#13;\n\n</script></p>");
	run(f, "page.xhtml", &page, &out);
	list = program_inline(theme_program(f->theme, 0), &count);
	assert_int_equal(count, 1);
	assert_int_equal(str_find(buf_str(&out), list[0].text, 0), strlen("<p><script>"));
	assert_int_equal(str_find_byte(buf_str(&out), '\r'), SIZE_MAX);
	buf_clear(&out);
}

static void dump(void **state)
{
	struct fixture *f = *state;
	struct buf out = BUF_INIT;

	write_file(f, "page.xhtml",
		   "<ul " K " k:if='not featured'>\n<li k:each='l in related' k:attr='title l.hint?'>"
		   "<a k:attr='href l.url' k:text='l.title'/><b k:html='body'/>\"\\\t</li></ul>");
	compile(f, "page.xhtml");
	program_dump(theme_program(f->theme, 0), &out);
	assert_string_equal(out.at, "  0 unless  featured else 17\n"
				    "  1 literal \"<ul>\\n\"\n"
				    "  2 each    related else 16\n"
				    "  3 literal \"<li\"\n"
				    "  4 if      l.hint else 8\n"
				    "  5 literal \" title=\\\"\"\n"
				    "  6 attr    l.hint\n"
				    "  7 literal \"\\\"\"\n"
				    "  8 literal \"><a href=\\\"\"\n"
				    "  9 url     l.url\n"
				    " 10 literal \"\\\">\"\n"
				    " 11 text    l.title\n"
				    " 12 literal \"</a><b>\"\n"
				    " 13 html    body\n"
				    " 14 literal \"</b>\\\"\\\\\\t</li>\"\n"
				    " 15 next    to 3\n"
				    " 16 literal \"</ul>\"\n"
				    " 17 literal \"\\n\"\n");
	buf_clear(&out);
}

/* Several pages of several schemas in one theme, a part used by two of them. */
static void many_pages(void **state)
{
	struct fixture *f = *state;
	const struct theme_page pages[] = {
		{"page.xhtml", &page_schema}, {"link.xhtml", &link_schema}, {"feed.xml", &page_schema}};
	const struct theme_request request = {.folder = f->folder,
					      .pages = pages,
					      .page_count = 3,
					      .words = word_names,
					      .word_count = 3,
					      .arena = &f->arena};
	struct page page = full();
	struct buf out = BUF_INIT;

	write_file(f, "parts/title.xhtml", "<i " K " k:text='title'/>");
	write_file(f, "page.xhtml", "<p " K " k:include='parts/title'/>");
	write_file(f, "link.xhtml", "<a " K " k:include='parts/title'/>");
	write_file(f, "feed.xml", "<feed/>");
	f->theme = theme_compile(&request, &f->dg, &f->why);
	assert_non_null(f->theme);
	program_run(theme_program(f->theme, 0), &page, words, &out);
	program_run(theme_program(f->theme, 1), &links[0], words, &out);
	program_run(theme_program(f->theme, 2), &page, words, &out);
	assert_string_equal(out.at, "<p><i>&lt;/script&gt;\"'&lt;&amp;&gt;</i></p>\n<a><i>One</i></a>\n"
				    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed/>\n");
	buf_clear(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		ROW(html_syntax),  ROW(white_space),	  ROW(values),
		ROW(conditions),   ROW(nothing_is_there), ROW(loops),
		ROW(includes),	   ROW(style_sheets),	  ROW(xml_syntax),
		ROW(xml_controls), ROW(inlines),	  ROW(inlines_are_in_the_page),
		ROW(dump),	   ROW(many_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
