/* The compiler of templates: what it refuses and where it says so. */
#include "template_fixture.h"

#define K "xmlns:k=\"urn:komek:template\""

struct row {
	const char *why;
	const char *text;
	const char *want; /* see told() */
};

static void check_rows(struct fixture *f, const char *file, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf got = BUF_INIT;

		write_file(f, file, rows[i].text);
		compile(f, file);
		told(f, &got);
		if (strcmp(got.at, rows[i].want) != 0)
			fail_msg("%s\n%s\ngot:\n%s\nwant:\n%s", rows[i].why, rows[i].text, got.at, rows[i].want);
		assert_false(f->why.set);
		assert_int_equal(f->theme == NULL, rows[i].want[0] != '\0');
		buf_clear(&got);
	}
}

#define CHECK_ROWS(f, file, rows) check_rows((f), (file), (rows), sizeof(rows) / sizeof *(rows))

static void malformed(void **state)
{
	static const struct row rows[] = {
		{"closed by another", "<html>\n <p>a\n</html>", "page.xhtml:3:1 template"},
		{"never closed", "<html>\n <p>\n", "page.xhtml:2:2 template"},
		{"bare ampersand", "<p>\nA & B</p>", "page.xhtml:2:3 template"},
		{"ampersand without semicolon", "<p>\nA &B C</p>", "page.xhtml:2:3 template"},
		{"entity of HTML", "<p>\n&nbsp;</p>", "page.xhtml:2:1 template"},
		{"entity of HTML after a doctype", "<!DOCTYPE html>\n<p>a&nbsp;</p>", "page.xhtml:2:5 template"},
		{"entity in an attribute", "<p title='a&nbsp;'/>", "page.xhtml:1:12 template"},
		{"bare less-than", "<p>1 < 2</p>", "page.xhtml:1:6 template"},
		{"less-than in an attribute", "<p title='a<b'/>", "page.xhtml:1:12 template"},
		{"attribute twice", "<p id='a'\n id='b'/>", "page.xhtml:2:2 template"},
		{"attribute without a value", "<input disabled/>", "page.xhtml:1:16 template"},
		{"attribute without quotes", "<input type=text/>", "page.xhtml:1:13 template"},
		{"prefix not declared", "<p>\n<b k:text='title'/></p>", "page.xhtml:2:4 template"},
		{"prefix of an element not declared", "<p>\n<k:block/></p>", "page.xhtml:2:1 template"},
		{"two roots", "<p/>\n<p/>", "page.xhtml:2:1 template"},
		{"nothing", "", "page.xhtml:1:1 template"},
		{"only white space", "\n\n", "page.xhtml:3:1 template"},
		{"only text", "words", "page.xhtml:1:1 template"},
		{"a comment with --", "<p><!-- a -- b --></p>", "page.xhtml:1:11 template"},
		{"a control character", "<p>a\x01</p>", "page.xhtml:1:5 template"},
		{"after Kazakh letters columns count letters", "<p>\nәғқ & ө</p>", "page.xhtml:2:5 template"},
		{"after CRLF", "<p>\r\n\r\n & </p>", "page.xhtml:3:2 template"},
		{"an instruction in a page", "<p><?php echo 1 ?></p>", "page.xhtml:1:4 template"},
	};

	CHECK_ROWS(*state, "page.xhtml", rows);
}

/* libxml2 never declares an entity, nor asks for a file or an address. */
static void doctypes(void **state)
{
	static const struct row rows[] = {
		{"the plain one", "<!DOCTYPE html><html/>", ""},
		{"an address", "<!DOCTYPE html SYSTEM 'file:///etc/passwd'><html/>", "page.xhtml:1:1 template"},
		{"a public one",
		 "\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://localhost/x.dtd'><html/>",
		 "page.xhtml:2:1 template"},
		{"an entity", "<!DOCTYPE html [<!ENTITY a 'b'>]><html>&a;</html>", "page.xhtml:1:1 template"},
		{"an outer entity", "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html>&a;</html>",
		 "page.xhtml:1:1 template"},
		{"a billion laughs",
		 "<!DOCTYPE html [<!ENTITY a '&b;&b;&b;'><!ENTITY b '&c;&c;&c;'><!ENTITY c 'ha'>]><html>&a;</html>",
		 "page.xhtml:1:1 template"},
		{"an empty subset", "<!DOCTYPE html []><html/>", "page.xhtml:1:1 template"},
		{"UTF-8 declared", "<?xml version='1.0' encoding='utf-8'?><html/>", ""},
		{"another encoding declared", "<?xml version='1.0' encoding='windows-1251'?><html/>",
		 "page.xhtml:1:31 template"},
	};

	CHECK_ROWS(*state, "page.xhtml", rows);
}

static void directives(void **state)
{
	static const struct row rows[] = {
		{"misspelt", "<p " K "\nk:tetx='title'/>", "page.xhtml:2:1 template k:text"},
		{"misspelt with another prefix", "<p xmlns:t='urn:komek:template' t:eahc='a in related'/>",
		 "page.xhtml:1:33 template t:each"},
		{"unknown and near to nothing", "<p " K " k:wonderful='title'/>", "page.xhtml:1:33 template"},
		{"unknown element", "<p " K "><k:blok/></p>", "page.xhtml:1:34 template k:block"},
		{"misspelt namespace", "<p xmlns:k='urn:komek:templates' k:text='title'/>",
		 "page.xhtml:1:13 template urn:komek:template"},
		{"foreign namespace", "<p xmlns:x='urn:x'/>", "page.xhtml:1:13 template"},
		{"block with an attribute", "<k:block " K " class='a'/>", "page.xhtml:1:39 template"},
		{"block with attr", "<k:block " K " k:attr='class title'/>", "page.xhtml:1:39 template"},
		{"two contents", "<p " K " k:html='body' k:text='title'/>", "page.xhtml:1:47 template"},
		{"two contents, the other way round", "<p " K " k:text='title' k:html='body'/>",
		 "page.xhtml:1:48 template"},
		{"each without in", "<p " K " k:each='a of related'/>", "page.xhtml:1:41 template"},
		{"each without a list", "<p " K " k:each='a in'/>", "page.xhtml:1:41 template"},
		{"each with too much", "<p " K " k:each='a in related now'/>", "page.xhtml:1:54 template"},
		{"each with a name that is none", "<p " K " k:each='9a in related'/>", "page.xhtml:1:41 template"},
		{"each with a reserved name", "<p " K " k:each='say in related'/>", "page.xhtml:1:41 template"},
		{"if without a name", "<p " K " k:if=' '/>", "page.xhtml:1:39 template"},
		{"if not without a name", "<p " K " k:if='not'/>", "page.xhtml:1:39 template-name"},
		{"if with two names", "<p " K " k:if='title lang'/>", "page.xhtml:1:45 template"},
		{"attr without a field", "<p " K " k:attr='id title; class'/>", "page.xhtml:1:51 template"},
		{"attr with too much", "<p " K " k:attr='id title lang'/>", "page.xhtml:1:41 template"},
		{"attr that is empty", "<p " K " k:attr=''/>", "page.xhtml:1:41 template"},
		{"attr with a name that is none", "<p " K " k:attr='a=b title'/>", "page.xhtml:1:41 template"},
		{"attr twice", "<p " K " k:attr='id title; ID lang'/>", "page.xhtml:1:51 template"},
		{"attr with an unknown prefix", "<p " K " k:attr='x:id title'/>", "page.xhtml:1:41 template"},
		{"attr that sets a directive", "<p " K " k:attr='k:text title'/>", "page.xhtml:1:41 template"},
		{"no path", "<p " K " k:text='a b'/>", "page.xhtml:1:42 template"},
		{"a path that ends with a dot", "<p " K " k:text='title.'/>", "page.xhtml:1:47 template"},
		{"an empty path", "<p " K " k:text=''/>", "page.xhtml:1:41 template"},
		{"a reference in a path", "<p " K " k:text='ti&#116;le'/>", "page.xhtml:1:43 template"},
		{"capitals", "<P/>", "page.xhtml:1:1 template"},
	};

	CHECK_ROWS(*state, "page.xhtml", rows);
}

static void names(void **state)
{
	static const struct row rows[] = {
		{"unknown root field", "<p " K "\n\tk:text='titel'/>", "page.xhtml:2:10 template-name title"},
		{"unknown field of a record", "<p " K "\nk:text=' author.nmae '/>",
		 "page.xhtml:2:17 template-name name"},
		{"unknown field of an item", "<p " K " k:each='x in related'>\n<b k:text='x.titl'/></p>",
		 "page.xhtml:2:14 template-name title"},
		{"a misspelt loop name", "<p " K " k:each='item in related'>\n<b k:text='itme.title'/></p>",
		 "page.xhtml:2:12 template-name item"},
		{"a loop's name after the loop", "<p " K "><b k:each='item in related'/>\n<b k:text='item.title'/></p>",
		 "page.xhtml:2:12 template-name"},
		{"near to nothing", "<p " K " k:text='zzzzz'/>", "page.xhtml:1:41 template-name"},
		{"unknown word", "<p " K " k:text='say.back_hme'/>", "page.xhtml:1:45 template-name back_home"},
		{"no word", "<p " K " k:text='say'/>", "page.xhtml:1:44 template"},
		{"into a text", "<p " K " k:text='title.x'/>", "page.xhtml:1:47 template-name"},
		{"into a list", "<p " K " k:text='related.title'/>", "page.xhtml:1:49 template-name"},
		{"in if", "<p " K " k:if='not titel'/>", "page.xhtml:1:43 template-name title"},
		{"in attr", "<p " K " k:attr='id titel'/>", "page.xhtml:1:44 template-name title"},
		{"in attr, optional", "<p " K " k:attr='id titel ?'/>", "page.xhtml:1:44 template-name title"},
		{"what follows from an unknown list is not told",
		 "<p " K " k:each='x in relatde'><b k:text='x.foo'/></p>", "page.xhtml:1:46 template-name related"},
		{"all are told", "<p " K " k:text='a'>\n</p>", "page.xhtml:1:41 template-name"},
		{"sample text is not read", "<p " K " k:text='title'><b k:text='no'/></p>", ""},
	};

	CHECK_ROWS(*state, "page.xhtml", rows);
}

static void all_in_one_run(void **state)
{
	struct row row = {
		"every mistake of a file",
		"<p " K ">\n<b k:text='titel'/>\n<b style='x'/>\n<b k:nope=''/>\n<b k:text='say.mneu'/></p>",
		"page.xhtml:2:12 template-name title\npage.xhtml:3:4 template-place\npage.xhtml:4:4 template\n"
		"page.xhtml:5:16 template-name menu"};

	check_rows(*state, "page.xhtml", &row, 1);
}

static void places(void **state)
{
	static const struct row rows[] = {
		{"list as text", "<p " K " k:text='related'/>", "page.xhtml:1:41 template-place"},
		{"record as text", "<p " K " k:text='author'/>", "page.xhtml:1:41 template-place"},
		{"item as text", "<p " K " k:each='x in related' k:text='x'/>", "page.xhtml:1:63 template-place"},
		{"flag as text", "<p " K " k:text='featured'/>", "page.xhtml:1:41 template-place"},
		{"HTML as text", "<p " K " k:text='body'/>", "page.xhtml:1:41 template-place"},
		{"JSON as text", "<p " K " k:text='data'/>", "page.xhtml:1:41 template-place"},
		{"text as HTML", "<p " K " k:html='title'/>", "page.xhtml:1:41 template-place"},
		{"word as HTML", "<p " K " k:html='say.menu'/>", "page.xhtml:1:41 template-place"},
		{"HTML in title", "<title " K " k:html='body'/>", "page.xhtml:1:37 template-place"},
		{"HTML in a block in textarea", "<textarea " K "><k:block k:html='body'/></textarea>",
		 "page.xhtml:1:49 template-place"},
		{"tags in title", "<title>a<b/></title>", "page.xhtml:1:9 template-place"},
		{"HTML in an attribute", "<p " K " k:attr='id body'/>", "page.xhtml:1:44 template-place"},
		{"JSON in an attribute", "<p " K " k:attr='id data'/>", "page.xhtml:1:44 template-place"},
		{"list in an attribute", "<p " K " k:attr='id related'/>", "page.xhtml:1:44 template-place"},
		{"record in an attribute", "<p " K " k:attr='id author'/>", "page.xhtml:1:44 template-place"},
		{"text in href", "<a " K " k:attr='href title'/>", "page.xhtml:1:46 template-place"},
		{"word in src", "<img " K " k:attr='src say.menu'/>", "page.xhtml:1:47 template-place"},
		{"text in action", "<form " K " k:attr='action title'/>", "page.xhtml:1:51 template-place"},
		{"text in formaction", "<p " K " k:attr='formaction title'/>", "page.xhtml:1:52 template-place"},
		{"text in poster", "<p " K " k:attr='poster title'/>", "page.xhtml:1:48 template-place"},
		{"text in cite", "<p " K " k:attr='cite title'/>", "page.xhtml:1:46 template-place"},
		{"text in data", "<p " K " k:attr='data title'/>", "page.xhtml:1:46 template-place"},
		{"text in HREF", "<p " K " k:attr='HREF title'/>", "page.xhtml:1:46 template-place"},
		{"text in a prefixed href", "<p " K " xmlns:l='http://www.w3.org/1999/xlink' k:attr='l:href title'/>",
		 "page.xhtml:1:87 template-place"},
		{"field in onclick", "<p " K " k:attr='onclick title'/>", "page.xhtml:1:41 template-place"},
		{"field in style", "<p " K " k:attr='style title'/>", "page.xhtml:1:41 template-place"},
		{"field in srcdoc", "<iframe " K " k:attr='srcdoc body'/>", "page.xhtml:1:46 template-place"},
		{"field in http-equiv", "<meta " K " k:attr='http-equiv title'/>", "page.xhtml:1:44 template-place"},
		{"field in a refresh", "<meta " K " http-equiv='Refresh' k:attr='content title'/>",
		 "page.xhtml:1:65 template-place"},
		{"field in another meta", "<meta " K " http-equiv='Content-Security-Policy' k:attr='content title'/>",
		 ""},
		{"field in an animation", "<svg><set " K " k:attr='to title'/></svg>",
		 "page.xhtml:1:48 template-place"},
		{"field in xmlns", "<p " K " k:attr='xmlns title'/>", "page.xhtml:1:41 template-place"},
		{"static onclick", "<p onclick='f()'/>", "page.xhtml:1:4 template-place"},
		{"static OnClick", "<p OnClick='f()'/>", "page.xhtml:1:4 template-place"},
		{"static style", "<p style='color:red'/>", "page.xhtml:1:4 template-place"},
		{"static srcdoc", "<iframe srcdoc='a'/>", "page.xhtml:1:9 template-place"},
		{"static javascript:", "<a href='javascript:f()'/>", "page.xhtml:1:10 template-place"},
		{"static JavaScript: after a space", "<a href=' JavaScript:f()'/>", "page.xhtml:1:10 template-place"},
		{"a picture as data", "<img src='data:,' alt=''/>", "page.xhtml:1:11 template-place"},
		{"static scheme with a tab inside", "<a href='java&#9;script:f()'/>", "page.xhtml:1:10 template-place"},
		{"static data:", "<img src='data:image/png;base64,AA'/>", "page.xhtml:1:11 template-place"},
		{"static addresses that are fine",
		 "<p><a href='https://gov.kz/?a=1&amp;b=2'/><a href='#a'/><a href='tel:1414'/></p>", ""},
		{"each over a text", "<p " K " k:each='a in title'/>", "page.xhtml:1:46 template-place"},
		{"each over a word", "<p " K " k:each='a in say.menu'/>", "page.xhtml:1:46 template-place"},
		{"void element with content", "<br>a</br>", "page.xhtml:1:1 template-place"},
		{"void element with text", "<img " K " k:text='title'/>", "page.xhtml:1:1 template-place"},
		{"plaintext", "<p><plaintext/></p>", "page.xhtml:1:4 template-place"},
		{"a static sample that a field replaces is judged too",
		 "<a " K " href='javascript:f()' k:attr='href url'/>", "page.xhtml:1:39 template-place"},
	};

	CHECK_ROWS(*state, "page.xhtml", rows);
}

static void code_places(void **state)
{
	static const struct row rows[] = {
		{"text in script", "<script " K " k:text='title'/>", "page.xhtml:1:38 template-place"},
		{"JSON in a script that runs", "<script " K " k:text='data'/>", "page.xhtml:1:38 template-place"},
		{"HTML in script", "<script " K " k:html='body'/>", "page.xhtml:1:38 template-place"},
		{"text in style", "<style " K " k:text='title'/>", "page.xhtml:1:37 template-place"},
		{"text in a JSON script", "<script " K " type='application/ld+json' k:text='title'/>",
		 "page.xhtml:1:73 template-place"},
		{"JSON in a JSON script", "<script " K " type='application/ld+json' k:text='data'/>", ""},
		{"type from a field", "<script " K " k:attr='type title'/>", "page.xhtml:1:46 template-place"},
		{"script once for each", "<p " K "><script k:each='x in related'>1</script></p>",
		 "page.xhtml:1:41 template-place"},
		{"style under a condition", "<p " K "><style k:if='featured'>a{}</style></p>", ""},
		{"a directive inside", "<script " K ">a<k:block k:text='title'/></script>",
		 "page.xhtml:1:48 template-place"},
		{"a condition inside", "<style " K ">a<k:block k:if='featured'>b</k:block></style>",
		 "page.xhtml:1:47 template-place"},
		{"an element inside", "<style><b/></style>", "page.xhtml:1:8 template-place"},
		{"end of a script", "<script><![CDATA[\n var a = '</SCRIPT>';]]></script>",
		 "page.xhtml:2:11 template-place"},
		{"end of a script by references", "<script>&lt;/script></script>", "page.xhtml:1:9 template-place"},
		{"hidden part", "<script><![CDATA[\n<!-- a]]></script>", "page.xhtml:2:1 template-place"},
		{"end of a style", "<style><![CDATA[</style]]></style>", "page.xhtml:1:17 template-place"},
		{"the other's end is harmless", "<style><![CDATA[</script]]></style>", ""},
		{"end of a JSON script", "<script type='application/json'><![CDATA[\"</script>\"]]></script>",
		 "page.xhtml:1:43 template-place"},
		{"script with src and text", "<script src='a.js'>f()</script>", "page.xhtml:1:1 template-place"},
		{"script in svg", "<svg><script>1</script></svg>", "page.xhtml:1:6 template-place"},
		{"style in math", "<math><style>1</style></math>", "page.xhtml:1:7 template-place"},
		{"script of svg by another spelling",
		 "<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:SCRIPT>1</s:SCRIPT></s:svg>",
		 "page.xhtml:1:45 template-place"},
	};

	CHECK_ROWS(*state, "page.xhtml", rows);
}

static void end_across_pieces(void **state)
{
	struct fixture *f = *state;
	struct row row = {"harmless alone, not side by side",
			  "<script " K ">1&lt;/scr<k:block k:include='b.js'/></script>",
			  "page.xhtml:1:1 template-place"};

	write_file(f, "b.js", "ipt>");
	check_rows(f, "page.xhtml", &row, 1);
}

static void xml_pages(void **state)
{
	static const struct row rows[] = {
		{"HTML is no XML", "<a " K " k:html='body'/>", "page.xml:1:33 template-place"},
		{"script", "<a><script>1</script></a>", "page.xml:1:4 template-place"},
		{"a root that may be missing", "<a " K " k:if='featured'/>", "page.xml:1:33 template-place"},
		{"many roots", "<a " K " k:each='x in related'/>", "page.xml:1:33 template-place"},
		{"a root that leaves its content only", "<k:block " K "/>", "page.xml:1:1 template-place"},
		{"text in href", "<a " K " k:attr='href title'/>", "page.xml:1:46 template-place"},
		{"its own namespaces", "<a xmlns='urn:a' xmlns:b='urn:b'><b:c/></a>", ""},
		{"a slip of our namespace", "<a xmlns:k='urn:komek:templte'/>",
		 "page.xml:1:13 template urn:komek:template"},
		{"an instruction", "<?xml-stylesheet href='a.xsl'?><a/>", ""},
	};

	CHECK_ROWS(*state, "page.xml", rows);
}

static void includes(void **state)
{
	static const struct row rows[] = {
		{"nearest part", "<p " K "\nk:include='parts/foter'/>", "page.xhtml:2:12 template parts/footer"},
		{"near to nothing", "<p " K " k:include='wonderful'/>", "page.xhtml:1:44 template"},
		{"nearest style", "<style " K " k:include='parts/stlye.css'/>",
		 "page.xhtml:1:48 template parts/style.css"},
		{"no folder of this name", "<p " K " k:include='part/footer'/>",
		 "page.xhtml:1:44 template parts/footer"},
		{"out of the folder", "<p " K " k:include='../footer'/>", "page.xhtml:1:44 template"},
		{"out of the folder, hidden", "<p " K " k:include='parts/../footer'/>", "page.xhtml:1:44 template"},
		{"from the root", "<p " K " k:include='/etc/passwd'/>", "page.xhtml:1:44 template"},
		{"nothing", "<p " K " k:include=''/>", "page.xhtml:1:44 template"},
		{"a circle of one", "<p " K " k:include='page'/>", "page.xhtml:1:44 template"},
		{"a circle of two", "<p " K " k:include='parts/a'/>", "parts/b.xhtml:1:44 template"},
		{"a part's names come from where it is included",
		 "<p " K "><b k:each='x in related' k:include='parts/item'/></p>", ""},
		{"and are missing elsewhere", "<p " K " k:include='parts/item'/>",
		 "parts/item.xhtml:1:41 template-name"},
		{"the same part twice says it once",
		 "<p " K "><b k:include='parts/bad'/><b k:include='parts/bad'/></p>",
		 "parts/bad.xhtml:1:41 template-name title"},
		{"a part that is not well-formed says it once",
		 "<p " K "><b k:include='parts/open'/><b k:include='parts/open'/></p>",
		 "parts/open.xhtml:1:1 template"},
		{"a part with script in svg", "<svg " K " k:include='parts/script'/>",
		 "parts/script.xhtml:1:1 template-place"},
		{"a style sheet that ends its element", "<style " K " k:include='parts/end.css'/>",
		 "parts/end.css:2:3 template-place"},
		{"a link", "<p " K " k:include='parts/link'/>", "page.xhtml:1:44 file-kind"},
		{"through a link", "<p " K " k:include='away/footer'/>", "page.xhtml:1:44 file-kind"},
		{"a pipe", "<p " K " k:include='parts/pipe'/>", "page.xhtml:1:44 file-kind"},
		{"not UTF-8", "<p " K " k:include='parts/koi8'/>", "parts/koi8.xhtml:2:3 encoding"},
	};
	struct fixture *f = *state;
	char path[600], to[600];

	write_file(f, "parts/footer.xhtml", "<i/>");
	write_file(f, "parts/style.css", "a{}");
	write_file(f, "parts/a.xhtml", "<p " K " k:include='parts/b'/>");
	write_file(f, "parts/b.xhtml", "<p " K " k:include='parts/a'/>");
	write_file(f, "parts/item.xhtml", "<p " K " k:text='x.title'/>");
	write_file(f, "parts/bad.xhtml", "<p " K " k:text='titel'/>");
	write_file(f, "parts/open.xhtml", "<p>");
	write_file(f, "parts/script.xhtml", "<script>1</script>");
	write_file(f, "parts/end.css", "/* </style> */\na{</style}");
	write_bytes(f, "parts/koi8.xhtml", STR("<p>\n\xD0\xB0 \xC1</p>"));
	snprintf(path, sizeof path, "%s/parts/link.xhtml", f->folder);
	assert_int_equal(symlink("footer.xhtml", path), 0);
	snprintf(path, sizeof path, "%s/away", f->folder);
	snprintf(to, sizeof to, "%s/parts", f->folder);
	assert_int_equal(symlink(to, path), 0);
	snprintf(path, sizeof path, "%s/parts/pipe.xhtml", f->folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	CHECK_ROWS(f, "page.xhtml", rows);
}

/* Parts that include the next: n of them fit below the page. */
static void chain(struct fixture *f, int n)
{
	char name[32], text[128];

	for (int i = 0; i < n; i++) {
		snprintf(name, sizeof name, "parts/p%d.xhtml", i);
		if (i + 1 < n)
			snprintf(text, sizeof text, "<p %s k:include='parts/p%d'/>", K, i + 1);
		else
			snprintf(text, sizeof text, "<p/>");
		write_file(f, name, text);
	}
}

static void include_depth(void **state)
{
	struct fixture *f = *state;
	struct row fits = {"16 levels", "<p " K " k:include='parts/p0'/>", ""};
	struct row too_deep = {"17 levels", "<p " K " k:include='parts/p0'/>", "parts/p15.xhtml:1:44 template"};

	chain(f, 16);
	check_rows(f, "page.xhtml", &fits, 1);
	chain(f, 17);
	check_rows(f, "page.xhtml", &too_deep, 1);
}

/* Each part includes the next ten times over: a million parts in six files. */
static void include_bomb(void **state)
{
	struct fixture *f = *state;
	char name[32];

	for (int i = 0; i < 6; i++) {
		struct buf b = BUF_INIT;

		buf_addf(&b, "<p %s>", K);
		for (int j = 0; j < 10 && i < 5; j++)
			buf_addf(&b, "<b k:include='parts/q%d'/>", i + 1);
		buf_add(&b, STR("</p>"));
		snprintf(name, sizeof name, "parts/q%d.xhtml", i);
		write_bytes(f, name, buf_str(&b));
		buf_clear(&b);
	}
	write_file(f, "page.xhtml", "<p " K " k:include='parts/q0'/>");
	compile(f, "page.xhtml");
	assert_null(f->theme);
	assert_in_range(f->dg.list.len, 1, 60);
	assert_int_equal(f->dg.list.at[0].message.id, MSG_TEMPLATE_INCLUDE_MUCH);
}

static void nested(struct buf *b, int depth)
{
	for (int i = 0; i < depth; i++)
		buf_add(b, STR("<p>"));
	for (int i = 0; i < depth; i++)
		buf_add(b, STR("</p>"));
}

static void depth(void **state)
{
	struct fixture *f = *state;
	struct buf b = BUF_INIT, got = BUF_INIT;

	nested(&b, 256);
	write_bytes(f, "page.xhtml", buf_str(&b));
	compile(f, "page.xhtml");
	assert_non_null(f->theme);
	buf_reset(&b);
	nested(&b, 257);
	write_bytes(f, "page.xhtml", buf_str(&b));
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "page.xhtml:1:769 template");
	assert_int_equal(f->dg.list.at[0].message.id, MSG_TEMPLATE_DEPTH);
	buf_clear(&got);

	/* the same through an include */
	buf_reset(&b);
	nested(&b, 250);
	write_bytes(f, "parts/deep.xhtml", buf_str(&b));
	write_file(f, "page.xhtml", "<p " K "><p><p><p><p><p><p k:include='parts/deep'/></p></p></p></p></p></p>");
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "parts/deep.xhtml:1:748 template");
	buf_clear(&b);
	buf_clear(&got);
}

/* Far into a file libxml2 has dropped what it read, and the places must still be right. */
static void far_into_a_file(void **state)
{
	struct fixture *f = *state;
	struct buf b = BUF_INIT, got = BUF_INIT;

	buf_add(&b, STR("<html " K ">\n"));
	for (int i = 0; i < 20000; i++)
		buf_add(&b, STR("<p title='ә'>Сұрақ &amp; жауап</p>\r\n"));
	buf_add(&b, STR("<p>ә</p> <p k:text='titel'/>\n<p style='a'/></html>"));
	write_bytes(f, "page.xhtml", buf_str(&b));
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "page.xhtml:20002:21 template-name title\npage.xhtml:20003:4 template-place");
	buf_clear(&b);
	buf_clear(&got);
}

static void encodings(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;

	write_bytes(f, "page.xhtml", STR("<p>a\0b</p>"));
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "page.xhtml:1:5 encoding");
	buf_reset(&got);
	write_bytes(f, "page.xhtml", STR("<p>\xFF</p>"));
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "page.xhtml:1:4 encoding");
	buf_reset(&got);
	write_bytes(f, "page.xhtml", STR("\xEF\xBB\xBF<p>\n<b style=''/></p>"));
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "page.xhtml:1:1 byte-order-mark\npage.xhtml:2:4 template-place");
	buf_reset(&got);
	write_bytes(f, "page.xhtml", STR("\xFF\xFE<\0p\0/\0>\0"));
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "page.xhtml:1:1 encoding\npage.xhtml:1:4 encoding");
	buf_clear(&got);
}

static void missing_files(void **state)
{
	struct fixture *f = *state;
	struct buf got = BUF_INIT;
	char *big = calloc(1, 1024 * 1024 + 1);

	assert_non_null(big);
	compile(f, "none.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "none.xhtml:1:1 template");
	assert_int_equal(f->dg.list.at[0].message.id, MSG_TEMPLATE_MISSING);
	assert_null(f->theme);
	assert_false(f->why.set);
	buf_reset(&got);
	memset(big, ' ', 1024 * 1024 + 1);
	write_bytes(f, "page.xhtml", (struct str){big, 1024 * 1024 + 1});
	compile(f, "page.xhtml");
	told(f, &got);
	assert_string_equal(got.at, "page.xhtml:1:1 template");
	assert_int_equal(f->dg.list.at[0].message.id, MSG_TEMPLATE_TOO_BIG);
	memcpy(big, "<p/>", 4);
	write_bytes(f, "page.xhtml", (struct str){big, 1024 * 1024});
	compile(f, "page.xhtml");
	assert_non_null(f->theme);
	free(big);
	buf_clear(&got);
}

static void missing_folder(void **state)
{
	struct fixture *f = *state;
	const struct theme_page page = {"page.xhtml", &page_schema};
	char path[600];
	struct theme_request request = {.folder = "/nonexistent/templates",
					.pages = &page,
					.page_count = 1,
					.words = word_names,
					.word_count = 3,
					.arena = &f->arena};

	assert_null(theme_compile(&request, &f->dg, &f->why));
	assert_true(f->why.set);
	assert_int_equal(f->why.message.id, MSG_NO_FOLDER);
	assert_int_equal(f->dg.list.len, 0);
	failure_clear(&f->why);
	write_file(f, "file", "");
	snprintf(path, sizeof path, "%s/file", f->folder);
	request.folder = path;
	assert_null(theme_compile(&request, &f->dg, &f->why));
	assert_int_equal(f->why.message.id, MSG_NO_FOLDER);
	theme_free(NULL);
}

static void unreadable(void **state)
{
	struct fixture *f = *state;
	char path[600];

	write_file(f, "page.xhtml", "<p/>");
	snprintf(path, sizeof path, "%s/page.xhtml", f->folder);
	assert_int_equal(chmod(path, 0), 0);
	assert_int_equal(chmod(f->folder, 0755), 0);
	if (geteuid() == 0) { /* root may read everything, so be somebody else */
		assert_int_equal(seteuid(65534), 0);
		compile(f, "page.xhtml");
		assert_int_equal(seteuid(0), 0);
	} else {
		compile(f, "page.xhtml");
	}
	assert_null(f->theme);
	assert_true(f->why.set);
	assert_int_equal(f->why.message.id, MSG_CANNOT_READ);
}

/* Whatever a template holds, libxml2 itself says nothing. */
static void silent(void **state)
{
	struct fixture *f = *state;
	FILE *file = tmpfile();
	int before = dup(STDERR_FILENO);

	assert_non_null(file);
	dup2(fileno(file), STDERR_FILENO);
	write_file(f, "page.xhtml", "<!DOCTYPE html [<!ENTITY % a SYSTEM 'x'> %a;]><p a a='1'>&b;<b></p>");
	compile(f, "page.xhtml");
	write_file(f, "page.xhtml", "<p xmlns='relative' xmlns:b='%%' a='1' a='1'>&b;<c:d></p>");
	compile(f, "page.xhtml");
	fflush(stderr);
	dup2(before, STDERR_FILENO);
	close(before);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	assert_int_equal(ftell(file), 0);
	fclose(file);
}

/* The mistake that everybody makes names both tags and the line of the first. */
static void words(void **state)
{
	struct fixture *f = *state;
	const struct message *m;

	write_file(f, "page.xhtml", "<html>\n<p>a<br></p></html>");
	compile(f, "page.xhtml");
	m = &f->dg.list.at[0].message;
	assert_int_equal(m->id, MSG_TEMPLATE_TAG_MISMATCH);
	assert_true(str_eq(m->arg[0], STR("br")));
	assert_true(str_eq(m->arg[1], STR("2")));
	assert_true(str_eq(m->arg[2], STR("p")));
}

/* Mistakes at one kind of place are told apart by their words. */
static void which_message(void **state)
{
	static const struct {
		const char *directive;
		enum message_id id;
	} rows[] = {
		{"k:text='title.x'", MSG_TEMPLATE_NOT_RECORD},
		{"k:text='related.x'", MSG_TEMPLATE_INTO_LIST},
		{"k:text='author.x'", MSG_TEMPLATE_FIELD_UNKNOWN},
		{"k:text='x'", MSG_TEMPLATE_NAME_UNKNOWN},
		{"k:text='say.x'", MSG_TEMPLATE_WORD_UNKNOWN},
		{"k:text='related'", MSG_TEMPLATE_TEXT_OF_LIST},
		{"k:text='author'", MSG_TEMPLATE_TEXT_OF_RECORD},
		{"k:text='featured'", MSG_TEMPLATE_TEXT_OF_BOOL},
		{"k:text='body'", MSG_TEMPLATE_TEXT_OF_HTML},
		{"k:text='data'", MSG_TEMPLATE_TEXT_OF_JSON},
		{"k:html='title'", MSG_TEMPLATE_HTML_OF_OTHER},
		{"k:attr='id related'", MSG_TEMPLATE_TEXT_OF_LIST},
		{"k:attr='id author'", MSG_TEMPLATE_TEXT_OF_RECORD},
		{"k:attr='id body'", MSG_TEMPLATE_ATTR_OF_MARKUP},
		{"k:attr='href title'", MSG_TEMPLATE_ATTR_WANTS_URL},
		{"k:attr='onclick title'", MSG_TEMPLATE_ATTR_CODE},
		{"k:attr='srcdoc title'", MSG_TEMPLATE_ATTR_DOCUMENT},
		{"k:include='none'", MSG_TEMPLATE_INCLUDE_MISSING},
		{"k:include='page'", MSG_TEMPLATE_INCLUDE_CIRCLE},
		{"k:include='../page'", MSG_TEMPLATE_INCLUDE_FORM},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char text[256];

		snprintf(text, sizeof text, "<p %s %s/>", K, rows[i].directive);
		write_file(f, "page.xhtml", text);
		compile(f, "page.xhtml");
		assert_int_equal(f->dg.list.len, 1);
		if (f->dg.list.at[0].message.id != rows[i].id)
			fail_msg("%s: %s", rows[i].directive,
				 message_pattern(f->dg.list.at[0].message.id, MESSAGES_EN));
	}
}

/* In every language a message of this module has the same arguments. */
static void catalogue(void **state)
{
	(void)state;
	for (int id = MSG_TEMPLATE_MISSING; id <= MSG_TEMPLATE_ROOT; id++)
		for (int arg = 1; arg <= MESSAGE_ARGS; arg++) {
			char name[16];
			bool there[MESSAGES_COUNT];

			snprintf(name, sizeof name, "{%d", arg);
			for (int lang = 0; lang < MESSAGES_COUNT; lang++)
				there[lang] = strstr(message_pattern((enum message_id)id, (enum messages)lang), name);
			if (there[MESSAGES_EN] != there[MESSAGES_RU] || there[MESSAGES_EN] != there[MESSAGES_KK])
				fail_msg("argument %d: %s", arg, message_pattern((enum message_id)id, MESSAGES_EN));
		}
}

int main(void)
{
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		ROW(malformed),	     ROW(doctypes),
		ROW(directives),     ROW(names),
		ROW(all_in_one_run), ROW(places),
		ROW(code_places),    ROW(end_across_pieces),
		ROW(xml_pages),	     ROW(includes),
		ROW(include_depth),  ROW(include_bomb),
		ROW(depth),	     ROW(far_into_a_file),
		ROW(encodings),	     ROW(missing_files),
		ROW(missing_folder), ROW(unreadable),
		ROW(silent),	     ROW(words),
		ROW(which_message),  cmocka_unit_test(catalogue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
