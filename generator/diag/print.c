#include "diag/print.h"

#include "base/escape.h"
#include "diag/excerpt.h"

static void add_message(const struct diag *d, enum messages lang, struct buf *out)
{
	message_text(&d->message, lang, out);
	if (d->repair.len) {
		struct message m = MSG(DID_YOU_MEAN, d->repair);

		buf_add(out, STR("; "));
		message_text(&m, lang, out);
	}
}

/* Switches a terminal to a colour, or with "0" back. */
static void paint(struct buf *out, const struct print_style *style, const char *code)
{
	if (style->colour)
		buf_addf(out, "\x1B[%sm", code);
}

static void print_text(const struct diag *d, struct position pos, const struct print_style *style, struct buf *out)
{
	static const char *const colours[] = {[LEVEL_NOTE] = "1;36", [LEVEL_WARNING] = "1;35", [LEVEL_ERROR] = "1;31"};
	const struct rule *rule = rule_of(d->rule);
	struct buf text = BUF_INIT;

	add_message(d, style->lang, &text);
	paint(out, style, "1");
	excerpt_visible(out, d->place.source->path);
	buf_addf(out, ":%zu:%zu:", pos.line, pos.column);
	paint(out, style, "0");
	buf_add_byte(out, ' ');
	paint(out, style, colours[rule->level]);
	buf_addf(out, "%.*s:", STR_ARG(level_word(rule->level)));
	paint(out, style, "0");
	buf_add_byte(out, ' ');
	excerpt_visible(out, buf_str(&text));
	buf_addf(out, " [%.*s]\n", STR_ARG(rule->id));
	excerpt_add(out, d->place, style->colour);
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
	if (d->repair.len || d->sure) {
		buf_add(out, STR(",\"repair\":"));
		escape_json(out, d->repair);
	}
	buf_add(out, d->sure ? STR(",\"sure\":true}") : STR("}"));
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
	struct position end = source_position(d->place.source, d->place.to);
	struct buf text = BUF_INIT;

	add_message(d, lang, &text);
	buf_addf(out, "::%s file=", rule->level == LEVEL_NOTE ? "notice" : level_word(rule->level).at);
	add_workflow(out, d->place.source->path, true);
	buf_addf(out, ",line=%zu,endLine=%zu,col=%zu,endColumn=%zu,title=%.*s::", pos.line, end.line, pos.column,
		 end.column, STR_ARG(rule->id));
	add_workflow(out, buf_str(&text), false);
	buf_add_byte(out, '\n');
	buf_clear(&text);
}

static void print_one(const struct diag *d, const struct print_style *style, bool first, struct buf *out)
{
	struct position pos = source_position(d->place.source, d->place.from);

	switch (style->format) {
	case FORMAT_JSON:
		buf_add(out, first ? STR("\n") : STR(",\n"));
		print_json(d, pos, style->lang, out);
		break;
	case FORMAT_GITHUB:
		print_github(d, pos, style->lang, out);
		break;
	case FORMAT_TEXT:
		print_text(d, pos, style, out);
	}
}

void print_diags(const struct diags *dg, const struct print_style *style, struct buf *out)
{
	bool first = true;

	if (style->format == FORMAT_JSON)
		buf_add_byte(out, '[');
	for (size_t i = 0; i < dg->list.len; i++) {
		const struct diag *d = &dg->list.at[i];

		if (!style->notes && rule_of(d->rule)->level == LEVEL_NOTE)
			continue;
		print_one(d, style, first, out);
		first = false;
	}
	if (style->format == FORMAT_JSON)
		buf_add(out, STR("\n]\n"));
}

void print_failure(const struct failure *why, enum messages lang, struct buf *out)
{
	struct buf text = BUF_INIT;

	message_text(&why->message, lang, &text);
	buf_add(out, STR("komek: "));
	excerpt_visible(out, buf_str(&text));
	buf_add_byte(out, '\n');
	buf_clear(&text);
}
