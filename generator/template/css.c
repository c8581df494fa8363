#include "template/css.h"

#include <strings.h>

struct strip {
	struct str css;
	size_t at;
	struct buf *out;
	size_t begin; /* out.len at the beginning */
	size_t fixed; /* what stands before this in out is not white space to be dropped: an escape or a string ended
			 there */
	bool pending; /* a line ended; it is written before the next byte that counts */
};

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r' || c == '\f';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || is_line_end(c);
}

static bool looking_at(const struct strip *s, struct str text)
{
	return str_starts(str_from(s->css, s->at), text);
}

static void drop_trailing(struct strip *s)
{
	while (s->out->len > s->fixed && (s->out->at[s->out->len - 1] == ' ' || s->out->at[s->out->len - 1] == '\t'))
		s->out->len--;
}

static void end_line(struct strip *s)
{
	drop_trailing(s);
	s->pending = true;
}

/* A line that ends behind one of these ends nothing else. */
static bool ends_by_itself(const struct strip *s)
{
	return s->out->len > s->fixed && strchr("{};,", s->out->at[s->out->len - 1]);
}

/* Writes n bytes of the sheet as they are. */
static void add(struct strip *s, size_t n)
{
	if (s->pending && s->out->len > s->begin && !ends_by_itself(s))
		buf_add_byte(s->out, '\n');
	s->pending = false;
	buf_add(s->out, str_slice(s->css, s->at, s->at + n));
	s->at += n;
}

/* Length of the string at the place: up to its quote, or to the end of the line where that is missing. */
static size_t string_length(struct str rest)
{
	size_t n = 1;

	while (n < rest.len && rest.at[n] != rest.at[0] && !is_line_end(rest.at[n]))
		n += rest.at[n] == '\\' ? 2 : 1;
	if (n < rest.len && rest.at[n] == rest.at[0])
		n++;
	return n < rest.len ? n : rest.len;
}

/* Length of an unquoted url(...) at the place, in which a comment is no comment; 0 where there is none. */
static size_t url_length(struct str rest)
{
	size_t n = strlen("url(");

	if (rest.len < n || strncasecmp(rest.at, "url(", n) != 0)
		return 0;
	while (n < rest.len && is_blank(rest.at[n]))
		n++;
	if (n < rest.len && (rest.at[n] == '"' || rest.at[n] == '\''))
		return 0;
	while (n < rest.len && rest.at[n] != ')')
		n += rest.at[n] == '\\' ? 2 : 1;
	return n < rest.len ? n : rest.len;
}

/* True where c ends a word or is none, so that nothing can merge with it. */
static bool stands_alone(char c)
{
	return is_blank(c) || (c && strchr("{};,", c));
}

static void skip_comment(struct strip *s)
{
	size_t end = str_find(s->css, STR("*/"), s->at + 2);
	bool after_word = !s->pending && s->out->len > s->begin && !stands_alone(s->out->at[s->out->len - 1]);

	s->at = end == SIZE_MAX ? s->css.len : end + 2;
	if (after_word && s->at < s->css.len && !stands_alone(s->css.at[s->at]) && !looking_at(s, STR("/*")))
		buf_add(s->out, STR("/**/"));
}

static void add_fixed(struct strip *s, size_t n)
{
	add(s, n);
	s->fixed = s->out->len;
}

/*
 * A blank that parts nothing: behind a brace, a semicolon, a comma, a colon, or before an opening brace. But a custom property may
 * be nothing but its blank ("--a: ;").
 */
static bool is_needless(const struct strip *s, struct str rest)
{
	size_t n = 0;

	while (n < rest.len && is_blank(rest.at[n]))
		n++;
	if (n < rest.len && rest.at[n] == '{')
		return true;
	if (s->out->len > s->fixed && s->out->at[s->out->len - 1] == ':')
		return n < rest.len && rest.at[n] != ';' && rest.at[n] != '}';
	return ends_by_itself(s);
}

static void step(struct strip *s)
{
	struct str rest = str_from(s->css, s->at);
	size_t url = url_length(rest);
	bool at_start = s->pending || s->out->len == s->begin;

	if (looking_at(s, STR("/*")))
		skip_comment(s);
	else if (rest.at[0] == '"' || rest.at[0] == '\'')
		add_fixed(s, string_length(rest));
	else if (url)
		add_fixed(s, url);
	else if (rest.at[0] == '\\')
		add_fixed(s, rest.len > 1 ? 2 : 1);
	else if (is_line_end(rest.at[0]))
		end_line(s), s->at++;
	else if (is_blank(rest.at[0]) && (at_start || is_needless(s, rest)))
		s->at++;
	else
		add(s, 1);
}

void css_strip(struct buf *out, struct str css)
{
	struct strip s = {.css = css, .out = out, .begin = out->len, .fixed = out->len};

	while (s.at < css.len)
		step(&s);
	drop_trailing(&s);
	if (out->at)
		out->at[out->len] = '\0';
}
