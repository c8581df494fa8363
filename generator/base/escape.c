#include "base/escape.h"

#include <strings.h>

#include "base/utf8.h"

static struct str reference(char c)
{
	switch (c) {
	case '&':
		return STR("&amp;");
	case '<':
		return STR("&lt;");
	case '>':
		return STR("&gt;");
	case '"':
		return STR("&quot;");
	default:
		return STR_NONE;
	}
}

static void add_with_references(struct buf *out, struct str s, const char *special)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (!s.at[i] || !strchr(special, s.at[i]))
			continue;
		buf_add(out, str_slice(s, from, i));
		buf_add(out, reference(s.at[i]));
		from = i + 1;
	}
	buf_add(out, str_from(s, from));
}

void escape_text(struct buf *out, struct str s)
{
	add_with_references(out, s, "&<>");
}

void escape_attr(struct buf *out, struct str s)
{
	add_with_references(out, s, "&<>\"");
}

static void add_percent(struct buf *out, unsigned char c)
{
	static const char digits[] = "0123456789ABCDEF";

	buf_add_byte(out, '%');
	buf_add_byte(out, digits[c >> 4]);
	buf_add_byte(out, digits[c & 15]);
}

static bool is_alnum(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void escape_url(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c == '&')
			buf_add(out, STR("&amp;"));
		else if (c == '\'')
			buf_add(out, STR("&#39;"));
		else if (c <= ' ' || c >= 0x7F || strchr("\"<>\\^`{|}", c))
			add_percent(out, c);
		else
			buf_add_byte(out, (char)c);
	}
}

void escape_url_part(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (is_alnum(c) || (c && strchr("-._~", c)))
			buf_add_byte(out, (char)c);
		else
			add_percent(out, c);
	}
}

static void add_json_point(struct buf *out, struct str s, uint32_t point)
{
	switch (point) {
	case '"':
		buf_add(out, STR("\\\""));
		break;
	case '\\':
		buf_add(out, STR("\\\\"));
		break;
	case '\n':
		buf_add(out, STR("\\n"));
		break;
	case '\t':
		buf_add(out, STR("\\t"));
		break;
	default:
		if (point < 0x20 || point == '<' || point == '>' || point == '&' || point == 0x7F || point == 0x2028 ||
		    point == 0x2029 || (point == 0xFFFD && s.len == 1))
			buf_addf(out, "\\u%04x", (unsigned)point);
		else
			buf_add(out, s);
	}
}

void escape_json(struct buf *out, struct str s)
{
	buf_add_byte(out, '"');
	for (size_t at = 0; at < s.len;) {
		uint32_t point;
		size_t n = utf8_decode(s, at, &point);

		add_json_point(out, str_slice(s, at, at + n), point);
		at += n;
	}
	buf_add_byte(out, '"');
}

struct str url_scheme(struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.at[i];

		if (c == ':')
			return i > 0 ? str_slice(url, 0, i) : STR_NONE;
		if (!is_alnum(c) && !(i > 0 && c && strchr("+-.", c)))
			break;
	}
	return STR_NONE;
}

bool url_scheme_allowed(struct str url)
{
	static const char *const allowed[] = {"http", "https", "mailto", "tel"};
	struct str scheme;

	/* A browser drops leading white space and controls before it looks for a scheme; so must the judge. */
	if (url.len && (unsigned char)url.at[0] <= ' ')
		return false;
	for (size_t i = 0; i < url.len; i++)
		if (!url.at[i] || url.at[i] == '\t' || url.at[i] == '\n' || url.at[i] == '\r')
			return false;
	scheme = url_scheme(url);
	if (scheme.len == 0)
		return true;
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (strlen(allowed[i]) == scheme.len && strncasecmp(allowed[i], scheme.at, scheme.len) == 0)
			return true;
	return false;
}
