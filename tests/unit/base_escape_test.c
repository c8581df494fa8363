/* Text made safe for the place where it is written, and the schemes that addresses may have. */
#include "expect.h"

#include "base/escape.h"

#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

typedef void escape_fn(struct buf *out, struct str s);

static const struct {
	const char *reason;
	escape_fn *escape;
	struct str s;
	const char *want;
} rows[] = {
	{"plain text stays", escape_text, S("Қалай? 1 'a' \"b\""), "Қалай? 1 'a' \"b\""},
	{"all that begins or ends a tag", escape_text, S("<a>&amp;"), "&lt;a&gt;&amp;amp;"},
	{"text that is empty", escape_text, {NULL, 0}, ""},
	{"special letters side by side, and at both ends", escape_text, S("<<x>>"), "&lt;&lt;x&gt;&gt;"},

	{"a quote ends an attribute", escape_attr, S("a\" onclick=\"b"), "a&quot; onclick=&quot;b"},
	{"tags in an attribute", escape_attr, S("<&>"), "&lt;&amp;&gt;"},
	{"an apostrophe does not end a double-quoted one", escape_attr, S("it's"), "it's"},

	{"an ordinary address stays", escape_url, S("https://egov.kz:8/a-b_c.d~e?f=g+h#i"),
	 "https://egov.kz:8/a-b_c.d~e?f=g+h#i"},
	{"& becomes a reference", escape_url, S("?a=b&c=d"), "?a=b&amp;c=d"},
	{"an apostrophe too", escape_url, S("it's"), "it&#39;s"},
	{"what is encoded stays", escape_url, S("%D0%B0%zz%"), "%D0%B0%zz%"},
	{"Kazakh letters byte by byte", escape_url, S("ә"), "%D3%99"},
	{"spaces, tabs and line ends", escape_url, S(" \t\r\n"), "%20%09%0D%0A"},
	{"what could leave an attribute", escape_url, S("\"<>"), "%22%3C%3E"},
	{"what RFC 3986 has no place for", escape_url, S("\\^`{|}"), "%5C%5E%60%7B%7C%7D"},
	{"the controls at both ends of ASCII", escape_url, S("\0\x1F\x7F"), "%00%1F%7F"},
	{"bytes that are no UTF-8", escape_url, S("\xFF\x80"), "%FF%80"},
	{"brackets of an IPv6 host stay", escape_url, S("[::1]"), "[::1]"},

	{"unreserved characters stay", escape_url_part, S("azAZ09-._~"), "azAZ09-._~"},
	{"all that parts an address", escape_url_part, S("/?#&=+:@%"), "%2F%3F%23%26%3D%2B%3A%40%25"},
	{"letters and spaces", escape_url_part, S("а б"), "%D0%B0%20%D0%B1"},
	{"a NUL", escape_url_part, S("a\0b"), "a%00b"},

	{"nothing in quotes", escape_json, {NULL, 0}, "\"\""},
	{"letters stay", escape_json, S("Қалай"), "\"Қалай\""},
	{"a quote and a backslash", escape_json, S("\"\\"), "\"\\\"\\\\\""},
	{"a slash stays", escape_json, S("/"), "\"/\""},
	{"line ends and tabs", escape_json, S("\n\t\r"), "\"\\n\\t\\u000d\""},
	{"other controls", escape_json, S("\0\x1F\x7F"), "\"\\u0000\\u001f\\u007f\""},
	{"what could end a script", escape_json, S("</script>&<!--"), "\"\\u003c/script\\u003e\\u0026\\u003c!--\""},
	{"line ends of JavaScript", escape_json, S("\xE2\x80\xA8\xE2\x80\xA9"), "\"\\u2028\\u2029\""},
	{"bytes that are no UTF-8", escape_json, S("a\xFFz\xD3"), "\"a\\ufffdz\\ufffd\""},
	{"U+FFFD that was there stays", escape_json, S("\xEF\xBF\xBD"), "\"\xEF\xBF\xBD\""},
	{"beyond the first plane", escape_json, S("\xF0\x9F\x98\x80"), "\"\xF0\x9F\x98\x80\""},
};

static void escapes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = BUF_INIT;

		rows[i].escape(&out, rows[i].s);
		expect_text(rows[i].reason, buf_str(&out), rows[i].want);
		buf_clear(&out);
	}
}

static void they_add_to_what_is_there(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	buf_add(&out, STR("<"));
	escape_text(&out, STR("<"));
	escape_attr(&out, STR("\""));
	escape_url(&out, STR(" "));
	escape_url_part(&out, STR("/"));
	escape_json(&out, STR("x"));
	expect_text("one after another", buf_str(&out), "<&lt;&quot;%20%2F\"x\"");
	buf_clear(&out);
}

/* No byte at all may leave a double-quoted or single-quoted attribute by way of an address. */
static void no_byte_leaves_an_address(void **state)
{
	(void)state;
	for (unsigned c = 0; c < 256; c++) {
		char byte = (char)c;
		struct buf out = BUF_INIT;

		escape_url(&out, (struct str){&byte, 1});
		escape_url_part(&out, (struct str){&byte, 1});
		for (size_t i = 0; i < out.len; i++)
			if (out.at[i] <= ' ' || out.at[i] > '~' || strchr("\"'<>`", out.at[i]))
				fail_msg("byte %02X is written as \"%s\"", c, out.at);
		buf_clear(&out);
	}
}

static void schemes(void **state)
{
	static const struct {
		const char *reason;
		struct str url;
		const char *scheme;
		bool allowed;
	} table[] = {
		{"https", S("https://egov.kz/"), "https", true},
		{"http", S("http://egov.kz/"), "http", true},
		{"mail", S("mailto:a@b.kz"), "mailto", true},
		{"telephone", S("tel:1414"), "tel", true},
		{"case does not matter", S("HtTpS://egov.kz/"), "HtTpS", true},
		{"a relative path", S("../a/b.html"), "", true},
		{"a part of the page", S("#a:b"), "", true},
		{"a colon behind a slash", S("a/b:c"), "", true},
		{"a colon in a query", S("a?b:c"), "", true},
		{"an address without a scheme", S("//egov.kz/"), "", true},
		{"nothing", {NULL, 0}, "", true},
		{"only a colon", S(":a"), "", true},
		{"script", S("javascript:alert(1)"), "javascript", false},
		{"script in mixed case", S("JaVaScRiPt:alert(1)"), "JaVaScRiPt", false},
		{"an old script", S("vbscript:x"), "vbscript", false},
		{"a document in the address", S("data:text/html,x"), "data", false},
		{"a file of the reader", S("file:///etc/passwd"), "file", false},
		{"a longer name than an allowed one", S("httpsx:a"), "httpsx", false},
		{"a shorter name than an allowed one", S("htt:a"), "htt", false},
		{"signs that a scheme may hold", S("a+b-c.d:x"), "a+b-c.d", false},
		{"a sign at its beginning is none", S("+a:b"), "", true},
		{"browsers drop white space before", S(" javascript:x"), "", false},
		{"and controls", S("\x01javascript:x"), "", false},
		{"and a NUL", S("\0javascript:x"), "", false},
		{"they drop tabs anywhere", S("java\tscript:x"), "", false},
		{"and line feeds", S("java\nscript:x"), "", false},
		{"and carriage returns", S("java\rscript:x"), "", false},
		{"even where all else is right", S("https://egov.kz/\ta"), "https", false},
		{"a NUL is no part of a scheme, and nothing good", S("java\0script:x"), "", false},
		{"a letter that only looks Latin is none either", S("httрs:x"), "", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		expect_text(table[i].reason, url_scheme(table[i].url), table[i].scheme);
		expect_number(table[i].reason, url_scheme_allowed(table[i].url), table[i].allowed);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escapes),
		cmocka_unit_test(they_add_to_what_is_there),
		cmocka_unit_test(no_byte_leaves_an_address),
		cmocka_unit_test(schemes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
