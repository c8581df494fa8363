/* Addresses that leave the site: every kind of fault, the part that is wrong, and the repair. */
#include "expect.h"

#include <stdatomic.h>

#include "base/buf.h"
#include "base/pool.h"
#include "text/address.h"
#include "text/lookalike.h"

#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

struct row {
	const char *reason;
	struct str url;
	enum address_fault fault;
	const char *part, *repair; /* NULL: none */
};

static const struct row web[] = {
	{"a site", S("https://egov.kz/"), ADDRESS_RIGHT, NULL, NULL},
	{"no slash behind", S("https://egov.kz"), ADDRESS_RIGHT, NULL, NULL},
	{"everything an address can have", S("http://my.egov.kz:8080/a/b-c_d.e~f;g=1,2/?q=%D0%B0+b&c=(d)*!'$#e:@/?f"),
	 ADDRESS_RIGHT, NULL, NULL},
	{"upper case", S("HTTPS://EGOV.KZ/A"), ADDRESS_RIGHT, NULL, NULL},
	{"a query right behind the host", S("https://egov.kz?a=b"), ADDRESS_RIGHT, NULL, NULL},
	{"a fragment right behind the host", S("https://egov.kz#a"), ADDRESS_RIGHT, NULL, NULL},
	{"hyphens and digits in a host", S("https://e-gov.24.kz/"), ADDRESS_RIGHT, NULL, NULL},
	{"a host in Punycode", S("https://xn--80aswg.xn--p1ai/"), ADDRESS_RIGHT, NULL, NULL},
	{"this machine", S("http://localhost:8000/a"), ADDRESS_RIGHT, NULL, NULL},
	{"this machine in capitals", S("http://LocalHost/"), ADDRESS_RIGHT, NULL, NULL},
	{"an address in a query", S("https://egov.kz/?to=https://did.gov.kz//a"), ADDRESS_RIGHT, NULL, NULL},
	{"an address in a fragment", S("https://egov.kz/#//a"), ADDRESS_RIGHT, NULL, NULL},
	{"two slashes begin nothing after all", S("https://egov.kz/a/?b//"), ADDRESS_RIGHT, NULL, NULL},

	{"no slashes", S("https:egov.kz"), ADDRESS_HOST, "egov.kz", NULL},
	{"one slash", S("https:/egov.kz/"), ADDRESS_HOST, "/egov.kz/", NULL},
	{"three slashes", S("https:///egov.kz/"), ADDRESS_HOST, "///egov.kz/", NULL},
	{"backslashes", S("https:\\\\egov.kz\\"), ADDRESS_HOST, "\\\\egov.kz\\", NULL},
	{"nothing behind the scheme", S("https:"), ADDRESS_HOST, "", NULL},
	{"no host", S("https://"), ADDRESS_HOST, "//", NULL},
	{"a host without a dot", S("https://egov/"), ADDRESS_HOST, "egov", NULL},
	{"a hyphen at a label's beginning", S("https://-egov.kz/"), ADDRESS_HOST, "-egov.kz", NULL},
	{"a hyphen at a label's end", S("https://egov-.kz/"), ADDRESS_HOST, "egov-.kz", NULL},
	{"a dot at the beginning", S("https://.egov.kz/"), ADDRESS_HOST, ".egov.kz", NULL},
	{"only a dot", S("https://./"), ADDRESS_HOST, ".", NULL},
	{"a space in a host", S("https://e gov.kz/"), ADDRESS_HOST, "e gov.kz", NULL},
	{"a comma in a host", S("https://egov,kz/"), ADDRESS_HOST, "egov,kz", NULL},
	{"a comma for a dot", S("https://www.egov,kz/"), ADDRESS_HOST, "www.egov,kz", NULL},
	{"an underscore in a host", S("https://e_gov.kz/"), ADDRESS_HOST, "e_gov.kz", NULL},
	{"a percent sign in a host", S("https://%65gov.kz/"), ADDRESS_HOST, "%65gov.kz", NULL},
	{"a control in a host", S("https://egov\x01.kz/"), ADDRESS_HOST, "egov\x01.kz", NULL},
	{"bytes that are no UTF-8", S("https://\xFF\xFE.kz/"), ADDRESS_HOST, "\xFF\xFE.kz", NULL},
	{"a label of 64 letters", S("https://aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.kz/"),
	 ADDRESS_HOST, "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.kz", NULL},
	{"Punycode that says nothing", S("https://xn--a-.kz/"), ADDRESS_HOST, "xn--a-.kz", NULL},
	{"two dots", S("https://a..b"), ADDRESS_DOUBLED, "a..b", NULL},
	{"two dots in a longer host", S("https://www..egov.kz/a"), ADDRESS_DOUBLED, "www..egov.kz", NULL},

	{"a port", S("https://egov.kz:443/"), ADDRESS_RIGHT, NULL, NULL},
	{"the greatest port", S("https://egov.kz:65535/"), ADDRESS_RIGHT, NULL, NULL},
	{"a port too great", S("https://egov.kz:65536/"), ADDRESS_HOST, "65536", NULL},
	{"port 0", S("https://egov.kz:0/"), ADDRESS_HOST, "0", NULL},
	{"no port behind the colon", S("https://egov.kz:/"), ADDRESS_HOST, "", NULL},
	{"letters for a port", S("https://egov.kz:http/"), ADDRESS_HOST, "http", NULL},
	{"a path without its slash", S("https://egov.kz:8a"), ADDRESS_HOST, "8a", NULL},

	{"an IPv4 address", S("http://127.0.0.1/"), ADDRESS_RIGHT, NULL, NULL},
	{"with a port", S("http://192.168.100.255:8080/a"), ADDRESS_RIGHT, NULL, NULL},
	{"a part over 255", S("http://192.168.1.256/"), ADDRESS_HOST, "192.168.1.256", NULL},
	{"three parts, which browsers read in their own way", S("http://10.0.1/"), ADDRESS_HOST, "10.0.1", NULL},
	{"five parts", S("http://10.0.0.0.1/"), ADDRESS_HOST, "10.0.0.0.1", NULL},
	{"a zero before, which browsers read as octal", S("http://010.0.0.1/"), ADDRESS_HOST, "010.0.0.1", NULL},
	{"a last label of digits", S("http://egov.123/"), ADDRESS_HOST, "egov.123", NULL},
	{"digits before a last label of letters", S("http://1.2.3.4.kz/"), ADDRESS_RIGHT, NULL, NULL},
	{"IPv6 is not for readers", S("http://[::1]/"), ADDRESS_HOST, NULL, NULL},

	{"a name before the host: a form of traps", S("https://user:secret@egov.kz/"), ADDRESS_USER, "user:secret",
	 NULL},
	{"also with a space in it", S("https://us er@egov.kz/"), ADDRESS_USER, "us er", NULL},
	{"a backslash in it: browsers end the host there", S("https://egov.kz\\@evil.kz/"), ADDRESS_USER, "egov.kz\\",
	 NULL},
};

static const struct row lookalikes[] = {
	{"Cyrillic е in a Latin name", S("https://еgov.kz"), ADDRESS_LOOKALIKE, "еgov.kz", "https://egov.kz"},
	{"Cyrillic о in a middle label", S("https://did.gоv.kz/a?b#c"), ADDRESS_LOOKALIKE, "did.gоv.kz",
	 "https://did.gov.kz/a?b#c"},
	{"in two labels", S("https://еgov.gоv.kz/"), ADDRESS_LOOKALIKE, "еgov.gоv.kz", "https://egov.gov.kz/"},
	{"capitals", S("https://ЕGOV.kz/"), ADDRESS_LOOKALIKE, "ЕGOV.kz", "https://EGOV.kz/"},
	{"with a port", S("https://еgov.kz:80/"), ADDRESS_LOOKALIKE, "еgov.kz", "https://egov.kz:80/"},
	{"a label of look-alikes alone under a Latin ending", S("https://сор.kz/"), ADDRESS_LOOKALIKE, "сор.kz",
	 "https://cop.kz/"},
	{"an ending of look-alikes", S("https://egov.со/"), ADDRESS_LOOKALIKE, "egov.со", "https://egov.co/"},
	{"a mixed label whose letters do not all look Latin", S("https://egжov.kz/"), ADDRESS_LOOKALIKE, "egжov.kz",
	 NULL},
	{"one look-alike, one that is none", S("https://еgжov.kz/"), ADDRESS_LOOKALIKE, "еgжov.kz", NULL},
	{"a mixed label under a Cyrillic ending", S("https://еgov.рф/"), ADDRESS_LOOKALIKE, "еgov.рф",
	 "https://egov.рф/"},
	{"Latin and Greek", S("https://egοv.kz/"), ADDRESS_LOOKALIKE, "egοv.kz", NULL},
	{"more than the host is wrong: one repair for all", S("https://еgov.kz/a b"), ADDRESS_LOOKALIKE, "еgov.kz",
	 "https://egov.kz/a%20b"},
	{"more is wrong than can be repaired: what can be is", S("https://еgov..kz/"), ADDRESS_LOOKALIKE, "еgov..kz",
	 "https://egov..kz/"},

	{"a Kazakh name", S("https://қазақстан.қаз/"), ADDRESS_RIGHT, NULL, NULL},
	{"a Russian name", S("https://пример.рф/"), ADDRESS_RIGHT, NULL, NULL},
	{"a Cyrillic name under a Latin ending", S("https://қазақстан.kz/"), ADDRESS_RIGHT, NULL, NULL},
	{"a Russian name of letters that all look Latin", S("https://курс.рф/"), ADDRESS_RIGHT, NULL, NULL},
	{"an ending of the root zone whose letters all look Latin", S("https://www.рост.рус/"), ADDRESS_RIGHT, NULL,
	 NULL},
	{"a mixed label under such an ending: the ending stays", S("https://еgov.рус/"), ADDRESS_LOOKALIKE, "еgov.рус",
	 "https://egov.рус/"},
	{"a Latin name under a Cyrillic ending", S("https://egov.қаз/"), ADDRESS_RIGHT, NULL, NULL},
	{"letters of Western Europe", S("https://münchen.de/"), ADDRESS_RIGHT, NULL, NULL},
};

static const struct row paths[] = {
	{"a doubled scheme", S("https://https://egov.kz/a"), ADDRESS_DOUBLED, "https://https:", "https://egov.kz/a"},
	{"two different ones", S("https://http://egov.kz/"), ADDRESS_DOUBLED, "https://http:", "http://egov.kz/"},
	{"without the second colon, as browsers leave it", S("http://http//egov.kz"), ADDRESS_DOUBLED, "http://http",
	 "http://egov.kz"},
	{"three times", S("https://https://https://egov.kz/"), ADDRESS_DOUBLED, "https://https:", "https://egov.kz/"},
	{"nothing right behind it", S("https://https://x"), ADDRESS_DOUBLED, "https://https:", "https://x"},
	{"a site of that name", S("https://https.kz/"), ADDRESS_RIGHT, NULL, NULL},
	{"two slashes in a path", S("https://egov.kz//cms"), ADDRESS_DOUBLED, "//cms", NULL},
	{"further behind", S("https://egov.kz/a//b?c"), ADDRESS_DOUBLED, "//b", NULL},
	{"an address in a path", S("https://egov.kz/https://egov.kz/"), ADDRESS_DOUBLED, "//egov.kz/", NULL},
	{"two question marks", S("https://egov.kz/a??b=c"), ADDRESS_DOUBLED, "??b=c", NULL},

	{"a space", S("https://egov.kz/a b"), ADDRESS_UNENCODED, " b", "https://egov.kz/a%20b"},
	{"Cyrillic in a path", S("https://egov.kz/услуги"), ADDRESS_UNENCODED, "услуги",
	 "https://egov.kz/%D1%83%D1%81%D0%BB%D1%83%D0%B3%D0%B8"},
	{"Cyrillic in a query", S("https://egov.kz/?q=ә&a=%D3%99"), ADDRESS_UNENCODED, "ә&a=%D3%99",
	 "https://egov.kz/?q=%D3%99&a=%D3%99"},
	{"in a fragment", S("https://egov.kz/#ә"), ADDRESS_UNENCODED, "ә", "https://egov.kz/#%D3%99"},
	{"a Cyrillic host stays as it is", S("https://қаз.қаз/ә"), ADDRESS_UNENCODED, "ә", "https://қаз.қаз/%D3%99"},
	{"what RFC 3986 has no place for", S("https://egov.kz/\"<>\\^`{|}"), ADDRESS_UNENCODED, "\"<>\\^`{|}",
	 "https://egov.kz/%22%3C%3E%5C%5E%60%7B%7C%7D"},
	{"a tab, which browsers would drop", S("https://egov.kz/a\tb"), ADDRESS_UNENCODED, "\tb",
	 "https://egov.kz/a%09b"},
	{"a line end", S("https://egov.kz/a\n"), ADDRESS_UNENCODED, "\n", "https://egov.kz/a%0A"},
	{"a percent sign at the end", S("https://egov.kz/100%"), ADDRESS_UNENCODED, "%", "https://egov.kz/100%25"},
	{"one with a single digit", S("https://egov.kz/%2"), ADDRESS_UNENCODED, "%2", "https://egov.kz/%252"},
	{"one that begins no code", S("https://egov.kz/%zz/%aF"), ADDRESS_UNENCODED, "%zz/%aF",
	 "https://egov.kz/%25zz/%aF"},
	{"one behind another", S("https://egov.kz/%%20"), ADDRESS_UNENCODED, "%%20", "https://egov.kz/%25%20"},
	{"DEL", S("https://egov.kz/\x7F"), ADDRESS_UNENCODED, "\x7F", "https://egov.kz/%7F"},
	{"a byte that is no UTF-8", S("https://egov.kz/\xFF"), ADDRESS_UNENCODED, "\xFF", "https://egov.kz/%FF"},
	{"an address behind the IPv4 address", S("http://10.0.0.1/a b"), ADDRESS_UNENCODED, " b",
	 "http://10.0.0.1/a%20b"},
	{"a fault that cannot be repaired stays", S("https://egov.kz/a b//c"), ADDRESS_UNENCODED, " b//c",
	 "https://egov.kz/a%20b//c"},
};

static const struct row mail[] = {
	{"mail", S("mailto:support@egov.kz"), ADDRESS_RIGHT, NULL, NULL},
	{"the scheme in capitals", S("MAILTO:support@egov.kz"), ADDRESS_RIGHT, NULL, NULL},
	{"signs before the @", S("mailto:a.b+c_d-e/f=g@egov.kz"), ADDRESS_RIGHT, NULL, NULL},
	{"with a subject", S("mailto:support@egov.kz?subject=%D0%90&body=b"), ADDRESS_RIGHT, NULL, NULL},
	{"an empty query", S("mailto:support@egov.kz?"), ADDRESS_RIGHT, NULL, NULL},
	{"a Kazakh host", S("mailto:support@пример.қаз"), ADDRESS_RIGHT, NULL, NULL},
	{"a subject in plain letters", S("mailto:support@egov.kz?subject=Көмек керек"), ADDRESS_UNENCODED,
	 "Көмек керек",
	 "mailto:support@egov.kz?subject=%D0%9A%D3%A9%D0%BC%D0%B5%D0%BA%20%D0%BA%D0%B5%D1%80%D0%B5%D0%BA"},
	{"a look-alike host", S("mailto:support@еgov.kz?subject=a"), ADDRESS_LOOKALIKE, "еgov.kz",
	 "mailto:support@egov.kz?subject=a"},
	{"nothing", S("mailto:"), ADDRESS_MAIL, "", NULL},
	{"only a query", S("mailto:?subject=a"), ADDRESS_MAIL, "", NULL},
	{"no @", S("mailto:support.egov.kz"), ADDRESS_MAIL, "support.egov.kz", NULL},
	{"no host", S("mailto:support@"), ADDRESS_MAIL, "support@", NULL},
	{"nobody", S("mailto:@egov.kz"), ADDRESS_MAIL, "@egov.kz", NULL},
	{"two @", S("mailto:a@b@egov.kz"), ADDRESS_MAIL, "a@b@egov.kz", NULL},
	{"a host without a dot", S("mailto:support@egov"), ADDRESS_MAIL, "support@egov", NULL},
	{"two dots in a host", S("mailto:support@egov..kz"), ADDRESS_MAIL, "support@egov..kz", NULL},
	{"a wrong host", S("mailto:support@-egov.kz"), ADDRESS_MAIL, "support@-egov.kz", NULL},
	{"a host of digits", S("mailto:support@10.0.0.1"), ADDRESS_MAIL, "support@10.0.0.1", NULL},
	{"a dot at the beginning", S("mailto:.a@egov.kz"), ADDRESS_MAIL, ".a@egov.kz", NULL},
	{"a dot before the @", S("mailto:a.@egov.kz"), ADDRESS_MAIL, "a.@egov.kz", NULL},
	{"two dots", S("mailto:a..b@egov.kz"), ADDRESS_MAIL, "a..b@egov.kz", NULL},
	{"a space", S("mailto:a b@egov.kz"), ADDRESS_MAIL, "a b@egov.kz", NULL},
	{"a space before", S("mailto: a@egov.kz"), ADDRESS_MAIL, " a@egov.kz", NULL},
	{"a line end before the @", S("mailto:a\n@egov.kz"), ADDRESS_MAIL, "a\n@egov.kz", NULL},
	{"Cyrillic letters", S("mailto:саппорт@egov.kz"), ADDRESS_MAIL, "саппорт@egov.kz", NULL},
	{"an opening bracket", S("mailto:<a@egov.kz>"), ADDRESS_MAIL, "<a@egov.kz>", NULL},
	{"a path behind the host", S("mailto:a@egov.kz/b"), ADDRESS_MAIL, "a@egov.kz/b", NULL},
};

static const struct row phones[] = {
	{"a short number", S("tel:1414"), ADDRESS_RIGHT, NULL, NULL},
	{"the shortest", S("tel:03"), ADDRESS_RIGHT, NULL, NULL},
	{"a whole number", S("tel:+77172906984"), ADDRESS_RIGHT, NULL, NULL},
	{"hyphens", S("tel:+7-717-290-69-84"), ADDRESS_RIGHT, NULL, NULL},
	{"dots", S("tel:+7.717.290.69.84"), ADDRESS_RIGHT, NULL, NULL},
	{"spaces", S("tel:+7 701 123 45 67"), ADDRESS_RIGHT, NULL, NULL},
	{"brackets", S("tel:+7(717)290-69-84"), ADDRESS_RIGHT, NULL, NULL},
	{"brackets with spaces", S("tel:+7 (717) 290-69-84"), ADDRESS_RIGHT, NULL, NULL},
	{"brackets with hyphens", S("tel:+7-(717)-290-69-84"), ADDRESS_RIGHT, NULL, NULL},
	{"the longest that E.164 has", S("tel:+123456789012345"), ADDRESS_RIGHT, NULL, NULL},
	{"an extension", S("tel:+77172906984;ext=12"), ADDRESS_RIGHT, NULL, NULL},
	{"the scheme in capitals", S("TEL:1414"), ADDRESS_RIGHT, NULL, NULL},
	{"letters", S("tel:abc"), ADDRESS_PHONE, "abc", NULL},
	{"nothing", S("tel:"), ADDRESS_PHONE, "", NULL},
	{"only a plus", S("tel:+"), ADDRESS_PHONE, "+", NULL},
	{"one digit", S("tel:1"), ADDRESS_PHONE, "1", NULL},
	{"too long", S("tel:+1234567890123456"), ADDRESS_PHONE, "+1234567890123456", NULL},
	{"too short with a plus", S("tel:+771729"), ADDRESS_PHONE, "+771729", NULL},
	{"the number of the country is missing", S("tel:87172906984"), ADDRESS_PHONE, "87172906984", NULL},
	{"no country begins with 0", S("tel:+07172906984"), ADDRESS_PHONE, "+07172906984", NULL},
	{"a letter among digits", S("tel:+7717290698О"), ADDRESS_PHONE, "+7717290698О", NULL},
	{"Arabic digits", S("tel:١٤١٤"), ADDRESS_PHONE, "١٤١٤", NULL},
	{"slashes, as in a web address", S("tel://1414"), ADDRESS_PHONE, "//1414", NULL},
	{"a line end behind", S("tel:1414\n"), ADDRESS_PHONE, "1414\n", NULL},
	{"a separator at the end", S("tel:+77172906984-"), ADDRESS_PHONE, "+77172906984-", NULL},
};

static const struct row schemes[] = {
	{"script", S("javascript:alert(1)"), ADDRESS_SCHEME, "javascript", NULL},
	{"script in mixed case", S("JaVaScRiPt:alert(1)"), ADDRESS_SCHEME, "JaVaScRiPt", NULL},
	{"script that looks like an address", S("javascript://egov.kz/%0Aalert(1)"), ADDRESS_SCHEME, "javascript",
	 NULL},
	{"an old script", S("vbscript:msgbox"), ADDRESS_SCHEME, "vbscript", NULL},
	{"a document in the address", S("data:text/html,a"), ADDRESS_SCHEME, "data", NULL},
	{"a file of the reader", S("file:///etc/passwd"), ADDRESS_SCHEME, "file", NULL},
	{"another in capitals", S("FILE:///etc/passwd"), ADDRESS_SCHEME, "FILE", NULL},
	{"another program", S("tg://resolve?domain=egov"), ADDRESS_SCHEME, "tg", NULL},
	{"a mistyped one", S("htps://egov.kz/"), ADDRESS_SCHEME, "htps", NULL},
	{"a control before", S("\x01javascript:alert(1)"), ADDRESS_SCHEME, "\x01javascript:alert(1)", NULL},
	{"a space before", S(" javascript:alert(1)"), ADDRESS_SCHEME, " javascript:alert(1)", NULL},
	{"a space before a good one", S(" https://egov.kz/"), ADDRESS_SCHEME, " https://egov.kz/", NULL},
	{"a tab inside", S("java\tscript:alert(1)"), ADDRESS_SCHEME, "java\tscript:alert(1)", NULL},
	{"a line end inside", S("java\nscript:alert(1)"), ADDRESS_SCHEME, "java\nscript:alert(1)", NULL},
	{"a NUL inside", S("java\0script:alert(1)"), ADDRESS_SCHEME, NULL, NULL},
	{"a Cyrillic letter inside", S("httрs://egov.kz/"), ADDRESS_SCHEME, "httрs://egov.kz/", NULL},
	{"none at all", S("egov.kz"), ADDRESS_SCHEME, "egov.kz", NULL},
	{"only slashes", S("//egov.kz/"), ADDRESS_SCHEME, "//egov.kz/", NULL},
	{"nothing", S(""), ADDRESS_SCHEME, "", NULL},
	{"no address", {NULL, 0}, ADDRESS_SCHEME, "", NULL},
};

static const char *const fault_names[] = {
	[ADDRESS_RIGHT] = "right",     [ADDRESS_SCHEME] = "scheme",	  [ADDRESS_LOOKALIKE] = "look-alike",
	[ADDRESS_HOST] = "host",       [ADDRESS_MAIL] = "mail",		  [ADDRESS_PHONE] = "phone",
	[ADDRESS_DOUBLED] = "doubled", [ADDRESS_UNENCODED] = "unencoded", [ADDRESS_USER] = "user",
};

static void expect_row(const struct address_judge *j, const struct row *r, struct arena *a)
{
	struct address_verdict v = address_judge(j, r->url, a);

	if (v.fault != r->fault)
		fail_msg("%s: %.*s: got %s, want %s", r->reason, STR_ARG(r->url), fault_names[v.fault],
			 fault_names[r->fault]);
	if (r->part)
		expect_text(r->reason, str_slice(r->url, v.from, v.to), r->part);
	expect_text(r->reason, v.repair, r->repair ? r->repair : "");
	if (v.repair.len && address_judge(j, v.repair, a).repair.len)
		fail_msg("%s: the repair needs a repair: %.*s", r->reason, STR_ARG(v.repair));
}

static void expect_rows(const struct row *rows, size_t count)
{
	struct address_judge *j = address_judge_new();
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < count; i++)
		expect_row(j, &rows[i], &a);
	arena_clear(&a);
	address_judge_free(j);
}

#define TABLE(name)                             \
	static void name##_rows(void **state)   \
	{                                       \
		(void)state;                    \
		expect_rows(name, COUNT(name)); \
	}

TABLE(web)
TABLE(lookalikes)
TABLE(paths)
TABLE(mail)
TABLE(phones)
TABLE(schemes)

static void hosts_have_a_longest(void **state)
{
	struct address_judge *j = address_judge_new();
	struct arena a = ARENA_INIT;
	struct buf url = BUF_INIT;

	(void)state;
	buf_add(&url, STR("https://"));
	for (unsigned i = 0; i < 125; i++)
		buf_add(&url, STR("a."));
	buf_add(&url, STR("kz"));
	expect_number("252 bytes", address_judge(j, buf_str(&url), &a).fault, ADDRESS_RIGHT);
	buf_add(&url, STR("z.kz"));
	expect_number("256 bytes", address_judge(j, buf_str(&url), &a).fault, ADDRESS_HOST);
	for (unsigned i = 0; i < 1000; i++)
		buf_add(&url, STR(".қаз"));
	expect_number("thousands", address_judge(j, buf_str(&url), &a).fault, ADDRESS_HOST);
	buf_clear(&url);
	arena_clear(&a);
	address_judge_free(j);
	address_judge_free(NULL);
}

struct shared {
	struct address_judge *j;
	struct arena arenas[8];
	atomic_uint wrong; /* only the main thread may end a test */
};

static void judge_one(void *ctx, size_t item, unsigned worker)
{
	struct shared *s = ctx;
	const struct row *r = &lookalikes[item % COUNT(lookalikes)];
	struct address_verdict v = address_judge(s->j, r->url, &s->arenas[worker]);

	s->wrong += v.fault != r->fault || !str_eq(v.repair, str_of(r->repair));
}

/* One judge for all threads; the sanitizer of threads watches. */
static void threads_share_a_judge(void **state)
{
	struct shared s = {.j = address_judge_new()};

	(void)state;
	pool_run(8, 500, judge_one, &s);
	expect_number("other verdicts than one thread gives", s.wrong, 0);
	for (size_t i = 0; i < COUNT(s.arenas); i++)
		arena_clear(&s.arenas[i]);
	address_judge_free(s.j);
}

static void lookalike_letters(void **state)
{
	static const struct {
		const char *reason, *text, *want;
		bool all;
	} rows[] = {
		{"nothing", "", "", true},
		{"ASCII stays", "egov", "egov", true},
		{"small letters", "аеорсухіјѕһ", "aeopcyxijsh", true},
		{"capitals", "АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS", true},
		{"letters that look like none stay", "жеқө", "жeқө", false},
		{"letters of other alphabets stay", "egοv", "egοv", false},
		{"broken bytes stay", "а\xFF", "a\xFF", false},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool all = !rows[i].all;

		expect_text(rows[i].reason, lookalike_to_latin(str_of(rows[i].text), &a, &all), rows[i].want);
		expect_number(rows[i].reason, all, rows[i].all);
	}
	arena_clear(&a);
	for (uint32_t point = 0; point < 0x3000; point++) {
		uint32_t latin = lookalike_latin(point);

		if (latin && (point < 0x400 || point > 0x52F || latin < 'A' || latin > 'z'))
			fail_msg("U+%04X is no Cyrillic letter or U+%04X no Latin one", point, latin);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(web_rows),
		cmocka_unit_test(lookalikes_rows),
		cmocka_unit_test(paths_rows),
		cmocka_unit_test(mail_rows),
		cmocka_unit_test(phones_rows),
		cmocka_unit_test(schemes_rows),
		cmocka_unit_test(hosts_have_a_longest),
		cmocka_unit_test(threads_share_a_judge),
		cmocka_unit_test(lookalike_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
