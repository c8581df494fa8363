#include "diag/print.h"

#include "base/escape.h"
#include "base/utf8.h"

/* Of a longer source line a part round the caret is shown, in code points. */
enum { LINE_SHOWN = 160, LINE_BEFORE = 100 };

static struct str ELLIPSIS = {"\xE2\x80\xA6", 3};

static void add_message(const struct diag *d, enum messages lang, struct buf *out)
{
	message_text(&d->message, lang, out);
	if (d->repair.len) {
		struct message m = MSG(DID_YOU_MEAN, d->repair);

		buf_add(out, STR("; "));
		message_text(&m, lang, out);
	}
}

/* Adds bytes as a terminal may see them: controls and broken bytes as U+FFFD, a tab as it is. */
static void add_visible(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.len;) {
		uint32_t point;
		size_t n = utf8_decode(s, at, &point);
		char encoded[4];

		if ((point < 0x20 && point != '\t') || (point >= 0x7F && point < 0xA0))
			point = 0xFFFD;
		buf_add(out, (struct str){encoded, utf8_encode(point, encoded)});
		at += n;
	}
}

/* Spaces of the width of s, with its tabs, so that the caret stands below the place. */
static void add_indent(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.len;) {
		uint32_t point;

		at += utf8_decode(s, at, &point);
		buf_add_byte(out, point == '\t' ? '\t' : ' ');
	}
}

static void add_source_line(const struct diag *d, struct position pos, struct buf *out)
{
	struct str line = source_line(d->place.source, pos.line);
	size_t caret = d->place.from - source_line_start(d->place.source, pos.line);
	struct str shown;
	size_t first = 0;

	if (line.len == 0)
		return;
	if (caret > line.len)
		caret = line.len;
	if (pos.column > LINE_BEFORE && utf8_count(line) > LINE_SHOWN)
		first = utf8_offset(line, pos.column - LINE_BEFORE);
	shown = str_from(line, first);
	shown = str_slice(shown, 0, utf8_offset(shown, LINE_SHOWN));
	buf_add(out, STR("  "));
	if (first)
		buf_add(out, ELLIPSIS);
	add_visible(out, shown);
	if (first + shown.len < line.len)
		buf_add(out, ELLIPSIS);
	buf_add(out, first ? STR("\n   ") : STR("\n  "));
	add_indent(out, str_slice(line, first, caret));
	buf_add(out, STR("^\n"));
}

static void print_text(const struct diag *d, struct position pos, enum messages lang, struct buf *out)
{
	const struct rule *rule = rule_of(d->rule);
	struct buf text = BUF_INIT;

	add_message(d, lang, &text);
	add_visible(out, d->place.source->path);
	buf_addf(out, ":%zu:%zu: %.*s: ", pos.line, pos.column, STR_ARG(level_word(rule->level)));
	add_visible(out, buf_str(&text));
	buf_addf(out, " [%.*s]\n", STR_ARG(rule->id));
	add_source_line(d, pos, out);
	buf_clear(&text);
}

static void print_json(const struct diag *d, struct position pos, enum messages lang, struct buf *out)
{
	const struct rule *rule = rule_of(d->rule);
	struct position end = source_position(d->place.source, d->place.to);
	struct buf text = BUF_INIT;

	message_text(&d->message, lang, &text);
	buf_add(out, STR("{\"path\":"));
	escape_json(out, d->place.source->path);
	buf_addf(out,
		 ",\"line\":%zu,\"column\":%zu,\"endLine\":%zu,\"endColumn\":%zu,\"level\":\"%.*s\",\"rule\":\"%.*s\"",
		 pos.line, pos.column, end.line, end.column, STR_ARG(level_word(rule->level)), STR_ARG(rule->id));
	buf_add(out, STR(",\"message\":"));
	escape_json(out, buf_str(&text));
	if (d->repair.len) {
		buf_add(out, STR(",\"repair\":"));
		escape_json(out, d->repair);
	}
	buf_add_byte(out, '}');
	buf_clear(&text);
}

/* Workflow commands: % CR LF are encoded, in properties : and , too. */
static void add_workflow(struct buf *out, struct str s, bool property)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
			buf_addf(out, "%%%02X", (unsigned)c);
		else
			buf_add_byte(out, c);
	}
}

static void print_github(const struct diag *d, struct position pos, enum messages lang, struct buf *out)
{
	const struct rule *rule = rule_of(d->rule);
	struct buf text = BUF_INIT;

	add_message(d, lang, &text);
	buf_addf(out, "::%s file=", rule->level == LEVEL_NOTE ? "notice" : level_word(rule->level).at);
	add_workflow(out, d->place.source->path, true);
	buf_addf(out, ",line=%zu,col=%zu,title=%.*s::", pos.line, pos.column, STR_ARG(rule->id));
	add_workflow(out, buf_str(&text), false);
	buf_add_byte(out, '\n');
	buf_clear(&text);
}

void print_diags(const struct diags *dg, enum format format, enum messages lang, bool notes, struct buf *out)
{
	bool first = true;

	if (format == FORMAT_JSON)
		buf_add_byte(out, '[');
	for (size_t i = 0; i < dg->list.len; i++) {
		const struct diag *d = &dg->list.at[i];
		struct position pos = source_position(d->place.source, d->place.from);

		if (!notes && rule_of(d->rule)->level == LEVEL_NOTE)
			continue;
		if (format == FORMAT_JSON) {
			buf_add(out, first ? STR("\n") : STR(",\n"));
			print_json(d, pos, lang, out);
		} else if (format == FORMAT_GITHUB) {
			print_github(d, pos, lang, out);
		} else {
			print_text(d, pos, lang, out);
		}
		first = false;
	}
	if (format == FORMAT_JSON)
		buf_add(out, STR("\n]\n"));
}

void print_failure(const struct failure *why, enum messages lang, struct buf *out)
{
	struct buf text = BUF_INIT;

	message_text(&why->message, lang, &text);
	buf_add(out, STR("komek: "));
	add_visible(out, buf_str(&text));
	buf_add_byte(out, '\n');
	buf_clear(&text);
}
