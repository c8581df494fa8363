/*
 * address_fuzz.c - any bytes as an address: the judge never breaks, what it calls right has an allowed scheme and
 * nothing that could leave an attribute, its repairs are no worse; and what the escape functions write stays in its
 * place and can be read back.
 */
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "text/address.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void broken(const char *why, struct str url, struct str other)
{
	fprintf(stderr, "%s:\n%.*s\n%.*s\n", why, STR_ARG(url), STR_ARG(other));
	abort();
}

static bool holds_any(struct str s, const char *wanted)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] && strchr(wanted, s.at[i]))
			return true;
	return false;
}

static bool holds_control(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] < ' ' || s.at[i] == 0x7F)
			return true;
	return false;
}

/* Not by url_scheme, which is what is tested. */
static bool begins_well(struct str url)
{
	static const char *const begins[] = {"http://", "https://", "mailto:", "tel:"};

	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
		if (url.len >= strlen(begins[i]) && strncasecmp(url.at, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

static void check_right(struct str url)
{
	if (!begins_well(url) || !url_scheme_allowed(url))
		broken("right, with another scheme", url, STR_NONE);
	if (holds_control(url) || holds_any(url, "\"<>\\"))
		broken("right, with a sign that could leave its place", url, STR_NONE);
	if (holds_any(url, " ") && strncasecmp(url.at, "tel:", 4) != 0)
		broken("right, with a space", url, STR_NONE);
}

static void judge(struct str url, struct arena *a)
{
	static struct address_judge *j;
	struct address_verdict v, again;

	if (!j)
		j = address_judge_new();
	v = address_judge(j, url, a);
	again = address_judge(j, url, a);
	if (v.fault != again.fault || v.from != again.from || v.to != again.to || !str_eq(v.repair, again.repair))
		broken("two verdicts", url, again.repair);
	if (v.from > v.to || v.to > url.len)
		broken("a part outside of the address", url, STR_NONE);
	if (v.fault == ADDRESS_RIGHT) {
		check_right(url);
		if (v.repair.len)
			broken("a repair of what is right", url, v.repair);
	}
	if (v.repair.len && (str_eq(v.repair, url) || address_judge(j, v.repair, a).fault == ADDRESS_SCHEME))
		broken("a repair that is none", url, v.repair);
}

static void check_url(struct str s, struct str out)
{
	for (size_t i = 0; i < out.len; i++)
		if (out.at[i] <= ' ' || out.at[i] > '~' || strchr("\"'<>\\^`{|}", out.at[i]))
			broken("an address that leaves its attribute", s, out);
}

/* Text with references back to what it was; any other & is a mistake. */
static struct str without_references(struct str s, struct str text, struct arena *a)
{
	static const struct {
		struct str reference;
		char c;
	} all[] = {{{"&amp;", 5}, '&'}, {{"&lt;", 4}, '<'}, {{"&gt;", 4}, '>'}, {{"&quot;", 6}, '"'}};
	char *out = arena_alloc(a, text.len + 1);
	size_t n = 0, i;

	for (size_t at = 0; at < text.len; n++) {
		out[n] = text.at[at++];
		if (out[n] != '&')
			continue;
		for (i = 0; i < 4 && !str_starts(str_from(text, at - 1), all[i].reference); i++)
			;
		if (i == 4)
			broken("a bare &", s, text);
		out[n] = all[i].c;
		at += all[i].reference.len - 1;
	}
	return (struct str){out, n};
}

static struct str without_percents(struct str text, struct arena *a)
{
	char *out = arena_alloc(a, text.len + 1);
	size_t n = 0;

	for (size_t at = 0; at < text.len; at++, n++) {
		out[n] = text.at[at];
		if (out[n] == '%' && at + 2 < text.len) {
			char digits[] = {text.at[at + 1], text.at[at + 2], '\0'};

			out[n] = (char)strtoul(digits, NULL, 16);
			at += 2;
		}
	}
	return (struct str){out, n};
}

static void escape(struct str s, struct arena *a)
{
	struct buf out = BUF_INIT;

	escape_url(&out, s);
	check_url(s, buf_str(&out));
	buf_reset(&out);

	escape_url_part(&out, s);
	check_url(s, buf_str(&out));
	if (holds_any(buf_str(&out), "/?#&=+:@;,") || !str_eq(without_percents(buf_str(&out), a), s))
		broken("a part of an address", s, buf_str(&out));
	buf_reset(&out);

	escape_text(&out, s);
	if (holds_any(buf_str(&out), "<>") || !str_eq(without_references(s, buf_str(&out), a), s))
		broken("text", s, buf_str(&out));
	buf_reset(&out);

	escape_attr(&out, s);
	if (holds_any(buf_str(&out), "<>\"") || !str_eq(without_references(s, buf_str(&out), a), s))
		broken("an attribute", s, buf_str(&out));
	buf_reset(&out);

	escape_json(&out, s);
	if (holds_control(buf_str(&out)) || holds_any(buf_str(&out), "<>&") ||
	    utf8_valid_until(buf_str(&out)) != out.len)
		broken("JSON", s, buf_str(&out));
	buf_clear(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str input = {(const char *)bytes, len};
	struct arena arena = ARENA_INIT;

	judge(input, &arena);
	escape(input, &arena);
	arena_clear(&arena);
	return 0;
}
