/*
 * Diagnostics as text with the source line and a caret, as JSON and as commands of GitHub. The wording of messages is
 * asked from the catalogue, so that a better wording breaks nothing here.
 */
#include "expect.h"

#include "base/utf8.h"
#include "diag/print.h"

#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

#define REPLACEMENT "\xEF\xBF\xBD"
#define ELLIPSIS    "…"

/* One diagnostic at text[from..to) of a source, printed. The caller clears out. */
static void print_one(const char *path, struct str text, size_t from, size_t to, struct message m, const char *repair,
		      enum format format, enum messages lang, struct buf *out)
{
	struct arena a = ARENA_INIT;
	struct diags dg = {0};
	struct place place = {source_new(&a, str_of(path), text), from, to};

	diag_add(&dg, RULE_DEAD_LINK, place, str_of(repair), m);
	print_diags(&dg, &(struct print_style){format, lang, true, false}, out);
	diags_clear(&dg);
	arena_clear(&a);
}

static struct str nth_line(const struct buf *out, size_t n)
{
	struct str rest = buf_str(out), line = STR_NONE;

	for (size_t i = 0; i <= n; i++)
		if (!str_split(&rest, '\n', &line))
			return STR_NONE;
	return line;
}

static void first_line(void **state)
{
	static const struct {
		const char *reason, *path;
		enum messages lang;
		const char *before; /* before the message */
	} rows[] = {
		{"English", "content/a.md", MESSAGES_EN, "content/a.md:2:3: error: "},
		{"the level stays in Kazakh: programs read it", "content/a.md", MESSAGES_KK,
		 "content/a.md:2:3: error: "},
		{"a path outside ASCII", "қала/а.md", MESSAGES_EN, "қала/а.md:2:3: error: "},
		{"a path with a line end and an escape", "a\n\x1B[31m.md", MESSAGES_EN,
		 "a" REPLACEMENT REPLACEMENT "[31m.md:2:3: error: "},
	};
	struct message m = MSG(LINK_EMPTY);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = BUF_INIT, want = BUF_INIT;

		print_one(rows[i].path, STR("a\nbcd\n"), 4, 5, m, "", FORMAT_TEXT, rows[i].lang, &out);
		buf_add(&want, str_of(rows[i].before));
		message_text(&m, rows[i].lang, &want);
		buf_add(&want, STR(" [dead-link]"));
		expect_bytes(rows[i].reason, nth_line(&out, 0), buf_str(&want));
		expect_text("the source line", nth_line(&out, 1), "  bcd");
		expect_text("the caret", nth_line(&out, 2), "    ^");
		expect_text("no more", nth_line(&out, 3), "");
		buf_clear(&want);
		buf_clear(&out);
	}
}

static void repair(void **state)
{
	struct message m = MSG(LINK_DEAD, STR("x")), ask = MSG(DID_YOU_MEAN, STR("қала.md"));
	struct buf out = BUF_INIT, want = BUF_INIT;

	(void)state;
	print_one("p", STR("x"), 0, 1, m, "қала.md", FORMAT_TEXT, MESSAGES_RU, &out);
	buf_add(&want, STR("p:1:1: error: "));
	message_text(&m, MESSAGES_RU, &want);
	buf_add(&want, STR("; "));
	message_text(&ask, MESSAGES_RU, &want);
	buf_add(&want, STR(" [dead-link]"));
	expect_bytes("the message, then the question", nth_line(&out, 0), buf_str(&want));
	buf_clear(&want);
	buf_clear(&out);
}

/* What content holds may not command the terminal, wherever it is shown. */
static void no_control_gets_through(void **state)
{
	static const char evil[] = "\x1B]0;x\x07\x7F\xC2\x9B\r\n\xFF";
	struct message m = MSG(LINK_DEAD, str_of(evil));
	struct failure why = FAILURE_NONE;
	struct buf out = BUF_INIT;

	(void)state;
	print_one(evil, str_of(evil), 0, 3, m, evil, FORMAT_TEXT, MESSAGES_EN, &out);
	failure_set(&why, MSG(CANNOT_READ, str_of(evil), str_of(evil)));
	print_failure(&why, MESSAGES_EN, &out);
	for (size_t at = 0; at < out.len;) {
		uint32_t point;
		size_t n = utf8_decode(buf_str(&out), at, &point);

		if ((point < 0x20 && point != '\n') || (point >= 0x7F && point < 0xA0) || (point == 0xFFFD && n == 1))
			fail_msg("U+%04X is printed: %s", point, out.at);
		at += n;
	}
	expect_text("three lines of the diagnostic, one of the failure, no more", nth_line(&out, 4), "");
	assert_true(nth_line(&out, 3).len > 0);
	failure_clear(&why);
	buf_clear(&out);
}

static void carets(void **state)
{
	static const struct {
		const char *reason;
		struct str text;
		size_t from;
		const char *line, *caret; /* NULL: not shown */
	} rows[] = {
		{"the first letter", S("abc"), 0, "  abc", "  ^"},
		{"the last letter", S("abc\n"), 2, "  abc", "    ^"},
		{"the end of a line", S("abc\nd"), 3, "  abc", "     ^"},
		{"the end of a text", S("abc"), 3, "  abc", "     ^"},
		{"past the end", S("abc"), 99, "  abc", "     ^"},
		{"LF of CRLF stands at the end too", S("abc\r\nd"), 4, "  abc", "     ^"},
		{"after CRLF", S("abc\r\nd"), 5, "  d", "  ^"},
		{"after CR", S("abc\rd"), 4, "  d", "  ^"},
		{"under Kazakh letters", S("Қалай болды?"), 11, "  Қалай болды?", "        ^"},
		{"after Kazakh letters and a tab", S("ә\tөz"), 5, "  ә\tөz", "   \t ^"},
		{"a tab before, as wide as it is", S("\t\tab"), 3, "  \t\tab", "  \t\t ^"},
		{"on a tab", S("a\tb"), 1, "  a\tb", "   ^"},
		{"controls are replaced, one column each", S("a\x1B[1mb\x07z"), 7,
		 "  a" REPLACEMENT "[1mb" REPLACEMENT "z", "         ^"},
		{"controls of two bytes as well", S("\xC2\x9Bz\xC2\x85"), 2, "  " REPLACEMENT "z" REPLACEMENT, "   ^"},
		{"a NUL and DEL", S("\0\x7Fz"), 2, "  " REPLACEMENT REPLACEMENT "z", "    ^"},
		{"broken bytes", S("\xFF\xD2z"), 2, "  " REPLACEMENT REPLACEMENT "z", "    ^"},
		{"an empty line shows nothing", S("a\n\nb"), 2, NULL, NULL},
		{"nor does an empty text", S(""), 0, NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = BUF_INIT;

		print_one("p", rows[i].text, rows[i].from, rows[i].from, MSG(LINK_EMPTY), "", FORMAT_TEXT, MESSAGES_EN,
			  &out);
		expect_text(rows[i].reason, nth_line(&out, 1), rows[i].line ? rows[i].line : "");
		expect_text(rows[i].reason, nth_line(&out, 2), rows[i].caret ? rows[i].caret : "");
		expect_text(rows[i].reason, nth_line(&out, 3), "");
		buf_clear(&out);
	}
}

/* The mark below a whole place, in columns of a terminal. */
static void ranges(void **state)
{
	static const struct {
		const char *reason;
		struct str text;
		const char *place; /* the part of it */
		const char *line, *marks;
	} rows[] = {
		{"one letter", S("abc"), "b", "  abc", "   ^"},
		{"a word", S("бір сөз бар"), "сөз", "  бір сөз бар", "      ^~~"},
		{"up to the end of the line only", S("ab\ncd"), "b\nc", "  ab", "   ^"},
		{"wide letters before it", S("日本 x"), "x", "  日本 x", "       ^"},
		{"wide letters are marked in full", S("a日本b"), "日本", "  a日本b", "   ^~~~"},
		{"an emoji before it", S("👍 ab"), "ab", "  👍 ab", "     ^~"},
		{"fullwidth letters", S("Ａb"), "b", "  Ａb", "    ^"},
		{"a combining mark takes no column", S("и\xCC\x86 ab"), "ab", "  и\xCC\x86 ab", "    ^~"},
		{"a mark is shown at its letter", S("аи\xCC\x86б"), "\xCC\x86", "  аи\xCC\x86б", "   ^"},
		{"two marks at their letter", S("аи\xCC\x86\xCC\xA1б"), "\xCC\xA1", "  аи\xCC\x86\xCC\xA1б", "   ^"},
		{"a mark without a letter", S("\xCC\x86z"), "\xCC\x86", "  \xCC\x86z", "  ^"},
		{"a zero width space is shown",
		 S("a\xE2\x80\x8B"
		   "b"),
		 "b", "  a" REPLACEMENT "b", "    ^"},
		{"and pointed at",
		 S("a\xE2\x80\x8B"
		   "b"),
		 "\xE2\x80\x8B", "  a" REPLACEMENT "b", "   ^"},
		{"a soft hyphen",
		 S("a\xC2\xAD"
		   "b"),
		 "\xC2\xAD", "  a" REPLACEMENT "b", "   ^"},
		{"nothing turns the line around",
		 S("\xE2\x80\xAE"
		   "abc\xE2\x81\xA9"),
		 "abc", "  " REPLACEMENT "abc" REPLACEMENT, "   ^~~"},
		{"a line separator",
		 S("a\xE2\x80\xA8"
		   "b"),
		 "b", "  a" REPLACEMENT "b", "    ^"},
		{"a joined emoji falls apart",
		 S("👩\xE2\x80\x8D"
		   "👧x"),
		 "x", "  👩" REPLACEMENT "👧x", "       ^"},
		{"a tab within: up to the next stop", S("a\tb"), "a\tb", "  a\tb", "  ^~~~~~~"},
		{"a tab alone: as wide as it is", S("\tb"), "\t", "  \tb", "  ^~~~~~"},
		{"a tab before", S("\tbc"), "bc", "  \tbc", "  \t^~"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = BUF_INIT;
		size_t from = str_find(rows[i].text, str_of(rows[i].place), 0);

		print_one("p", rows[i].text, from, from + strlen(rows[i].place), MSG(LINK_EMPTY), "", FORMAT_TEXT,
			  MESSAGES_EN, &out);
		expect_text(rows[i].reason, nth_line(&out, 1), rows[i].line);
		expect_text(rows[i].reason, nth_line(&out, 2), rows[i].marks);
		buf_clear(&out);
	}
}

/* The part of a long place that is shown is marked, no more. */
static void long_place(void **state)
{
	struct buf text = BUF_INIT, out = BUF_INIT;

	(void)state;
	for (size_t n = 0; n < 400; n++)
		buf_add(&text, STR("ә"));
	print_one("p", buf_str(&text), 0, text.len, MSG(LINK_EMPTY), "", FORMAT_TEXT, MESSAGES_EN, &out);
	expect_number("as many marks as letters", nth_line(&out, 2).len, 2 + 160);
	buf_clear(&text);
	buf_clear(&out);
}

static void coloured(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags dg = {0};
	const struct source *s = source_new(&a, STR("p"), STR("abc"));
	struct message m = MSG(LINK_EMPTY);
	struct buf out = BUF_INIT, want = BUF_INIT;

	(void)state;
	diag_add(&dg, RULE_DEAD_LINK, (struct place){s, 1, 3}, STR_NONE, m);
	print_diags(&dg, &(struct print_style){.lang = MESSAGES_EN, .colour = true}, &out);
	buf_add(&want, STR("\x1B[1mp:1:2:\x1B[0m \x1B[1;31merror:\x1B[0m "));
	message_text(&m, MESSAGES_EN, &want);
	buf_add(&want, STR(" [dead-link]\n  abc\n   \x1B[1;32m^~\x1B[0m\n"));
	expect_bytes("path, level and mark", buf_str(&out), buf_str(&want));
	buf_reset(&out);
	print_diags(&dg, &(struct print_style){.format = FORMAT_JSON, .colour = true}, &out);
	assert_null(strchr(out.at, '\x1B'));
	diags_clear(&dg);
	arena_clear(&a);
	buf_clear(&want);
	buf_clear(&out);
}

static void notes_are_asked_for(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags dg = {0};
	const struct source *s = source_new(&a, STR("p"), STR("abc"));
	struct buf out = BUF_INIT;

	(void)state;
	diag_add(&dg, RULE_IGNORE_UNUSED, (struct place){s, 1, 3}, STR_NONE, MSG(LINK_EMPTY));
	for (int format = FORMAT_TEXT; format <= FORMAT_GITHUB; format++) {
		print_diags(&dg, &(struct print_style){.format = (enum format)format}, &out);
		expect_text("none", buf_str(&out), format == FORMAT_JSON ? "[\n]\n" : "");
		buf_reset(&out);
		print_diags(&dg, &(struct print_style){.format = (enum format)format, .notes = true}, &out);
		assert_non_null(strstr(out.at, "ignore-unused"));
		buf_reset(&out);
	}
	diags_clear(&dg);
	arena_clear(&a);
	buf_clear(&out);
}

static void sure_repairs(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags dg = {0};
	const struct source *s = source_new(&a, STR("p"), STR("abc"));
	struct buf out = BUF_INIT;

	(void)state;
	diag_add_sure(&dg, RULE_DEAD_LINK, (struct place){s, 0, 1}, STR("x"), MSG(LINK_EMPTY));
	diag_add_sure(&dg, RULE_DEAD_LINK, (struct place){s, 1, 2}, STR_NONE, MSG(LINK_EMPTY));
	diag_add(&dg, RULE_DEAD_LINK, (struct place){s, 2, 3}, STR("x"), MSG(LINK_EMPTY));
	print_diags(&dg, &(struct print_style){.format = FORMAT_JSON}, &out);
	assert_true(str_ends(nth_line(&out, 1), STR(",\"repair\":\"x\",\"sure\":true},")));
	assert_true(str_ends(nth_line(&out, 2), STR(",\"repair\":\"\",\"sure\":true},")));
	assert_true(str_ends(nth_line(&out, 3), STR(",\"repair\":\"x\"}")));
	diags_clear(&dg);
	arena_clear(&a);
	buf_clear(&out);
}

/* A line of Kazakh letters with an X at the place: where it is cut, and that the caret stands below the X. */
static void long_lines(void **state)
{
	static const struct {
		const char *reason;
		size_t letters, x, shown; /* code points; x from 0; shown without ellipses */
		bool cut_before, cut_behind;
	} rows[] = {
		{"as long as is shown: whole", 160, 0, 160, false, false},
		{"the same with the place at its end", 160, 159, 160, false, false},
		{"one letter too long", 161, 0, 160, false, true},
		{"the place is the last before the text is moved", 300, 99, 160, false, true},
		{"the place is the first after which it is moved", 300, 100, 160, true, true},
		{"in the middle", 1000, 500, 160, true, true},
		{"as far behind as ends are cut", 300, 238, 160, true, true},
		{"the end is shown", 300, 239, 160, true, false},
		{"at the very end", 300, 299, 100, true, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf text = BUF_INIT, out = BUF_INIT;
		struct str line;
		size_t from = rows[i].x * 2, x;

		for (size_t n = 0; n < rows[i].letters; n++)
			buf_add(&text, n == rows[i].x ? STR("X") : n % 7 ? STR("ә") : STR("қ"));
		print_one("p", buf_str(&text), from, from + 1, MSG(LINK_EMPTY), "", FORMAT_TEXT, MESSAGES_EN, &out);
		line = nth_line(&out, 1);
		x = str_find_byte(line, 'X');
		if (x == SIZE_MAX)
			fail_msg("%s: the place is not shown", rows[i].reason);
		expect_number(rows[i].reason, str_starts(line, STR("  " ELLIPSIS)), rows[i].cut_before);
		expect_number(rows[i].reason, str_ends(line, STR(ELLIPSIS)), rows[i].cut_behind);
		expect_number(rows[i].reason, utf8_count(line) - 2 - rows[i].cut_before - rows[i].cut_behind,
			      rows[i].shown);
		expect_number(rows[i].reason, str_find_byte(nth_line(&out, 2), '^'), utf8_count(str_slice(line, 0, x)));
		buf_clear(&text);
		buf_clear(&out);
	}
}

/* A JSON text of RFC 8259, read strictly: where it ends, or SIZE_MAX. */
static size_t json_value(struct str s, size_t at);

static size_t json_space(struct str s, size_t at)
{
	while (at < s.len && memchr(" \t\r\n", s.at[at], 4))
		at++;
	return at;
}

static size_t json_string(struct str s, size_t at)
{
	if (at >= s.len || s.at[at] != '"')
		return SIZE_MAX;
	for (at++; at < s.len && s.at[at] != '"'; at++) {
		if ((unsigned char)s.at[at] < 0x20)
			return SIZE_MAX;
		if (s.at[at] != '\\')
			continue;
		at++;
		if (at >= s.len || !memchr("\"\\/bfnrtu", s.at[at], 9))
			return SIZE_MAX;
		if (s.at[at] == 'u') {
			if (at + 4 >= s.len || strspn(s.at + at + 1, "0123456789abcdefABCDEF") < 4)
				return SIZE_MAX;
			at += 4;
		}
	}
	return at < s.len ? at + 1 : SIZE_MAX;
}

/* The inside of {} or [], from after the opening bracket. */
static size_t json_items(struct str s, size_t at, char end)
{
	at = json_space(s, at);
	if (at < s.len && s.at[at] == end)
		return at + 1;
	for (; at < s.len; at++) {
		if (end == '}') {
			at = json_space(s, json_string(s, json_space(s, at)));
			if (at >= s.len || s.at[at++] != ':')
				return SIZE_MAX;
		}
		at = json_space(s, json_value(s, at));
		if (at >= s.len)
			return SIZE_MAX;
		if (s.at[at] == end)
			return at + 1;
		if (s.at[at] != ',')
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

static size_t json_value(struct str s, size_t at)
{
	size_t digits;

	at = json_space(s, at);
	if (at >= s.len)
		return SIZE_MAX;
	if (s.at[at] == '"')
		return json_string(s, at);
	if (s.at[at] == '{' || s.at[at] == '[')
		return json_items(s, at + 1, s.at[at] == '{' ? '}' : ']');
	digits = strspn(s.at + at, "0123456789");
	return digits && (s.at[at] != '0' || digits == 1) ? at + digits : SIZE_MAX;
}

static void json_one(void **state)
{
	static const struct {
		const char *reason, *path;
		struct str text;
		size_t from, to;
		const char *argument, *repair, *before, *after; /* before and after the message */
	} rows[] = {
		{"one line", "content/a.md", S("a [b](c)"), 6, 7, "c", "",
		 "{\"path\":\"content/a.md\",\"line\":1,\"column\":7,\"endLine\":1,\"endColumn\":8,\"level\":\"error\","
		 "\"rule\":\"dead-link\",\"message\":",
		 "}"},
		{"columns are code points, ends are in another line", "a", S("қазақ\r\nтілі"), 8, 16, "c", "тіл",
		 "{\"path\":\"a\",\"line\":1,\"column\":5,\"endLine\":2,\"endColumn\":3,\"level\":\"error\","
		 "\"rule\":\"dead-link\",\"message\":",
		 ",\"repair\":\"тіл\"}"},
		{"everything that must be escaped", "a\"\\\n<\xFF>", S("x"), 0, 1, "\"\\\n\x1B\xFF", "</script>\"",
		 "{\"path\":\"a\\\"\\\\\\n\\u003c\\ufffd\\u003e\",\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":"
		 "2,"
		 "\"level\":\"error\",\"rule\":\"dead-link\",\"message\":",
		 ",\"repair\":\"\\u003c/script\\u003e\\\"\"}"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct message m = MSG(LINK_DEAD, str_of(rows[i].argument));
		struct buf out = BUF_INIT;
		struct str line;
		size_t end;

		print_one(rows[i].path, rows[i].text, rows[i].from, rows[i].to, m, rows[i].repair, FORMAT_JSON,
			  MESSAGES_KK, &out);
		if (json_space(buf_str(&out), json_value(buf_str(&out), 0)) != out.len)
			fail_msg("%s: this is no JSON: %s", rows[i].reason, out.at);
		line = nth_line(&out, 1);
		expect_text(rows[i].reason, str_slice(line, 0, strlen(rows[i].before)), rows[i].before);
		end = json_string(line, strlen(rows[i].before));
		expect_text(rows[i].reason, str_from(line, end), rows[i].after);
		buf_clear(&out);
	}
}

static void json_escapes_the_message(void **state)
{
	struct message m = MSG(LINK_DEAD, STR("\"\\\n\xFF"));
	struct buf out = BUF_INIT;

	(void)state;
	print_one("a", STR("x"), 0, 1, m, "", FORMAT_JSON, MESSAGES_EN, &out);
	assert_non_null(strstr(out.at, "\"message\":\"'\\\"\\\\\\n\\ufffd'"));
	buf_clear(&out);
}

/* The reader above is strict: what is no JSON must be found to be none. */
static void json_reader_is_strict(void **state)
{
	static const char *const wrong[] = {"",		 "[",	  "[1,]", "[1 2]",     "{\"a\"}",
					    "{\"a\":}",	 "{a:1}", "01",	  "\"\n\"",    "\"\\x\"",
					    "\"\\u12\"", "\"",	  "[1]]", "{\"a\":1,}"};
	static const char *const right[] = {"[]", "{}", "[\n]\n", "0", "[1,{\"a\":[\"\\u00e9\\\"\"]},20]"};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (json_space(str_of(wrong[i]), json_value(str_of(wrong[i]), 0)) == strlen(wrong[i]))
			fail_msg("taken as JSON: %s", wrong[i]);
	for (size_t i = 0; i < COUNT(right); i++)
		if (json_space(str_of(right[i]), json_value(str_of(right[i]), 0)) != strlen(right[i]))
			fail_msg("not taken as JSON: %s", right[i]);
}

static void several(void **state)
{
	static const enum rule_id rules[] = {RULE_DEAD_LINK, RULE_FILE_UNUSED, RULE_RAW_HTML};
	struct arena a = ARENA_INIT;
	const struct source *s = source_new(&a, STR("p"), STR("abc"));
	struct diags dg = {0};
	struct buf out = BUF_INIT;

	(void)state;
	print_diags(&dg, &(struct print_style){FORMAT_TEXT, MESSAGES_EN, true, false}, &out);
	print_diags(&dg, &(struct print_style){FORMAT_GITHUB, MESSAGES_EN, true, false}, &out);
	expect_text("nothing to tell", buf_str(&out), "");
	print_diags(&dg, &(struct print_style){FORMAT_JSON, MESSAGES_EN, true, false}, &out);
	expect_text("an empty array", buf_str(&out), "[\n]\n");
	buf_reset(&out);
	for (size_t i = 0; i < COUNT(rules); i++)
		diag_add(&dg, rules[i], (struct place){s, i, i + 1}, STR_NONE, MSG(LINK_EMPTY));
	print_diags(&dg, &(struct print_style){FORMAT_JSON, MESSAGES_EN, true, false}, &out);
	expect_number("one array", json_space(buf_str(&out), json_value(buf_str(&out), 0)), out.len);
	assert_true(str_ends(nth_line(&out, 1), STR("},")));
	assert_true(str_ends(nth_line(&out, 3), STR("}")));
	assert_non_null(strstr(nth_line(&out, 2).at, "\"level\":\"warning\""));
	expect_text("the end", nth_line(&out, 4), "]");
	buf_reset(&out);
	print_diags(&dg, &(struct print_style){FORMAT_TEXT, MESSAGES_EN, true, false}, &out);
	assert_true(str_starts(nth_line(&out, 3), STR("p:1:2: warning: ")));
	assert_true(str_starts(nth_line(&out, 6), STR("p:1:3: error: ")));
	expect_text("no more", nth_line(&out, 9), "");
	diags_clear(&dg);
	arena_clear(&a);
	buf_clear(&out);
}

static void github(void **state)
{
	static const struct {
		const char *reason, *path, *argument, *repair, *begins, *holds;
	} rows[] = {
		{"plain", "content/a.md", "x.md", "",
		 "::error file=content/a.md,line=1,endLine=1,col=2,endColumn=3,title=dead-link::", "'x.md'"},
		{"what parts properties", "a,b:c%d.md", "x", "",
		 "::error file=a%2Cb%3Ac%25d.md,line=1,endLine=1,col=2,endColumn=3,title=dead-link::", "'x'"},
		{"line ends would begin a new command", "a\r\n::b", "x\r\n::error::y", "",
		 "::error file=a%0D%0A%3A%3Ab,line=1,endLine=1,col=2,endColumn=3,title=dead-link::",
		 "'x%0D%0A::error::y'"},
		{"a percent sign", "a", "100%0A", "",
		 "::error file=a,line=1,endLine=1,col=2,endColumn=3,title=dead-link::", "'100%250A'"},
		{"commas and colons stay in a message", "a", "b,c:d", "",
		 "::error file=a,line=1,endLine=1,col=2,endColumn=3,title=dead-link::", "'b,c:d'"},
		{"the repair is told", "a", "x", "қала.md",
		 "::error file=a,line=1,endLine=1,col=2,endColumn=3,title=dead-link::", "'қала.md'"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct message m = MSG(LINK_DEAD, str_of(rows[i].argument));
		struct buf out = BUF_INIT;

		print_one(rows[i].path, STR("abc"), 1, 2, m, rows[i].repair, FORMAT_GITHUB, MESSAGES_EN, &out);
		expect_text(rows[i].reason, str_slice(buf_str(&out), 0, strlen(rows[i].begins)), rows[i].begins);
		if (!strstr(out.at, rows[i].holds))
			fail_msg("%s: %s", rows[i].reason, out.at);
		expect_number("one line", str_find_byte(buf_str(&out), '\n'), out.len - 1);
		buf_clear(&out);
	}
}

static void failures(void **state)
{
	struct failure why = FAILURE_NONE;
	struct buf out = BUF_INIT, want = BUF_INIT;

	(void)state;
	failure_set(&why, MSG(CANNOT_READ, STR("қала"), STR("why")));
	print_failure(&why, MESSAGES_KK, &out);
	buf_add(&want, STR("komek: "));
	message_text(&why.message, MESSAGES_KK, &want);
	buf_add_byte(&want, '\n');
	expect_bytes("the name of the program, the words, a line end", buf_str(&out), buf_str(&want));
	buf_clear(&want);
	buf_clear(&out);
	failure_clear(&why);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_line),
		cmocka_unit_test(repair),
		cmocka_unit_test(no_control_gets_through),
		cmocka_unit_test(carets),
		cmocka_unit_test(ranges),
		cmocka_unit_test(long_place),
		cmocka_unit_test(coloured),
		cmocka_unit_test(notes_are_asked_for),
		cmocka_unit_test(sure_repairs),
		cmocka_unit_test(long_lines),
		cmocka_unit_test(json_reader_is_strict),
		cmocka_unit_test(json_one),
		cmocka_unit_test(json_escapes_the_message),
		cmocka_unit_test(several),
		cmocka_unit_test(github),
		cmocka_unit_test(failures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
