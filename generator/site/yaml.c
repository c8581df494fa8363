#include "site/yaml.h"

#include <yaml.h>

#include "base/utf8.h"

/* libyaml counts code points; a remembered pair of count and offset keeps the way to the next mark short. */
struct parse {
	const struct yaml_reader *r;
	struct str text; /* the document */
	yaml_parser_t parser;
	size_t known_index, known_offset;
	bool failed;
};

static size_t offset_of(struct parse *p, yaml_mark_t mark)
{
	uint32_t point;

	if (mark.index < p->known_index)
		p->known_index = p->known_offset = 0;
	while (p->known_index < mark.index && p->known_offset < p->text.len) {
		p->known_offset += utf8_decode(p->text, p->known_offset, &point);
		p->known_index++;
	}
	return p->r->from + p->known_offset;
}

static struct place place_of(struct parse *p, const yaml_event_t *e)
{
	struct place at = {.source = p->r->source, .from = offset_of(p, e->start_mark)};

	at.to = offset_of(p, e->end_mark);
	return at;
}

static void report(struct parse *p, struct place at, struct str repair, struct message m)
{
	if (!p->failed)
		diag_add(p->r->dg, p->r->rule, at, repair, m);
	p->failed = true;
}

/*
 * "title: Ошибка: код": the whole value wants quotes. The line, repaired; empty where quotes would not help: the problem,
 * at byte `at` of the line, is not in the value, or the value is no plain text.
 */
static struct str quoted_line(struct str line, size_t at, struct arena *a)
{
	size_t colon = str_find(line, STR(": "), 0);
	struct str value;

	if (colon == SIZE_MAX || at <= colon)
		return STR_NONE;
	value = str_trim(str_from(line, colon + 2));
	if (value.len == 0 || strchr("\"'[{|>", value.at[0]))
		return STR_NONE;
	return arena_printf(a, "%.*s%.*s", STR_ARG(str_slice(line, 0, colon + 2)), STR_ARG(yaml_quoted(value, a)));
}

/* libyaml's words for what editors meet most, and ours. */
static const struct {
	const char *problem;
	enum message_id message;
	bool quote; /* the repair is to quote the line's value */
} problems[] = {
	{"mapping values are not allowed", MSG_YAML_COLON, true},
	{"found character that cannot start any token", MSG_YAML_START, true},
	{"found a tab character", MSG_YAML_TAB, false},
	{"found unexpected end of stream", MSG_YAML_UNCLOSED, false},
	{"found unexpected document indicator", MSG_YAML_UNCLOSED, false},
	{"did not find expected ',' or ']'", MSG_YAML_LIST_UNCLOSED, false},
	{"did not find expected ',' or '}'", MSG_YAML_LIST_UNCLOSED, false},
	{"did not find expected key", MSG_YAML_INDENT, false},
	{"did not find expected '-' indicator", MSG_YAML_INDENT, false},
	{"could not find expected ':'", MSG_YAML_NO_COLON, false},
	{"control characters are not allowed", MSG_YAML_CONTROL, false},
	{"found unknown escape character", MSG_YAML_ESCAPE, false},
	{"did not find expected hexdecimal number", MSG_YAML_ESCAPE, false},
	{"found invalid Unicode character escape code", MSG_YAML_ESCAPE, false},
	{"did not find expected alphabetic or numeric character", MSG_YAML_START, true},
	{"found undefined tag handle", MSG_YAML_TAG, false},
};

/* What is unclosed is found at the end, and a key without colon a line late: the editor must look at the beginning. */
static bool at_beginning(const yaml_parser_t *parser)
{
	const char *context = parser->context ? parser->context : "";

	if (strstr(context, "quoted scalar"))
		return strstr(parser->problem, "found unexpected");
	return strstr(context, "flow") || strstr(context, "simple key");
}

static struct place problem_place(struct parse *p)
{
	struct place at = {.source = p->r->source};

	if (p->parser.error == YAML_READER_ERROR)
		at.from = p->r->from + p->parser.problem_offset;
	else
		at.from = offset_of(p, at_beginning(&p->parser) ? p->parser.context_mark : p->parser.problem_mark);
	if (at.from > p->r->to)
		at.from = p->r->to;
	at.to = at.from;
	return at;
}

/* "title:Как": to YAML no key at all. The first such line up to `to`, repaired; false where there is none. */
static bool find_no_space(struct parse *p, size_t to, struct place *at, struct str *repair)
{
	const struct source *s = p->r->source;
	size_t last = source_position(s, to).line;

	for (size_t n = source_position(s, p->r->from).line; n <= last && source_line_start(s, n) < p->r->to; n++) {
		struct str line = source_line(s, n);
		size_t i = 0;

		while (i < line.len && ((line.at[i] >= 'a' && line.at[i] <= 'z') || line.at[i] == '_'))
			i++;
		if (i == 0 || i + 1 >= line.len || line.at[i] != ':' || line.at[i + 1] == ' ' || line.at[i + 1] == '\t')
			continue;
		at->from = source_line_start(s, n) + i + 1;
		at->to = at->from + 1;
		*repair = arena_printf(p->r->arena, "%.*s %.*s", STR_ARG(str_slice(line, 0, i + 1)),
				       STR_ARG(str_from(line, i + 1)));
		return true;
	}
	return false;
}

/* Problems that "title:Как" on a line before may have made: a line without its colon, or a key's own colon refused. */
static bool may_lack_space(const char *problem, struct str line, size_t column)
{
	return strstr(problem, "could not find expected ':'") ||
	       (strstr(problem, "mapping values are not allowed") && str_find(line, STR(": "), 0) >= column);
}

static void report_problem(struct parse *p)
{
	const char *problem = p->parser.problem ? p->parser.problem : "";
	struct place at = problem_place(p);
	struct str no_space = STR_NONE;
	size_t number = source_position(p->r->source, at.from).line;
	struct str line = source_line(p->r->source, number);
	size_t column = at.from - source_line_start(p->r->source, number);

	if (may_lack_space(problem, line, column) && find_no_space(p, at.from, &at, &no_space)) {
		report(p, at, no_space, MSG(YAML_SPACE));
		return;
	}
	if (at.from < p->r->to && p->r->source->bytes.at[at.from] == '\t') {
		report(p, at, STR_NONE, MSG(YAML_TAB));
		return;
	}
	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
		if (!strstr(problem, problems[i].problem))
			continue;
		report(p, at, problems[i].quote ? quoted_line(line, column, p->r->arena) : STR_NONE,
		       (struct message){.id = problems[i].message});
		return;
	}
	report(p, at, STR_NONE, MSG(YAML_UNREADABLE, str_of(problem)));
}

static bool next_event(struct parse *p, yaml_event_t *e)
{
	if (p->failed)
		return false;
	if (!yaml_parser_parse(&p->parser, e)) {
		report_problem(p);
		return false;
	}
	return true;
}

static bool read_node(struct parse *p, yaml_event_t *e, unsigned depth, struct yaml_node *out);

/* Aliases and anchors can make a small document huge, tags make types nobody asked for: all are refused. */
static bool refuse_extras(struct parse *p, const yaml_event_t *e)
{
	bool anchor = false, tag = false;

	switch (e->type) {
	case YAML_ALIAS_EVENT:
		anchor = true;
		break;
	case YAML_SCALAR_EVENT:
		anchor = e->data.scalar.anchor;
		tag = e->data.scalar.tag;
		break;
	case YAML_SEQUENCE_START_EVENT:
		anchor = e->data.sequence_start.anchor;
		tag = e->data.sequence_start.tag;
		break;
	case YAML_MAPPING_START_EVENT:
		anchor = e->data.mapping_start.anchor;
		tag = e->data.mapping_start.tag;
		break;
	default:
		break;
	}
	if (anchor)
		report(p, place_of(p, e), STR_NONE, MSG(YAML_ALIAS));
	else if (tag)
		report(p, place_of(p, e), STR_NONE, MSG(YAML_TAG));
	return anchor || tag;
}

/* Reads items up to the closing event. Maps have key and value, lists only values. */
static bool read_items(struct parse *p, bool is_map, unsigned depth, struct yaml_node *out)
{
	yaml_event_type_t close = is_map ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT;
	VEC(struct yaml_item) items = {0};
	yaml_event_t e;
	bool done = false;

	while (!done && next_event(p, &e)) {
		struct yaml_item item = {0};

		done = e.type == close;
		if (!done && is_map && read_node(p, &e, depth, &item.key)) {
			yaml_event_delete(&e);
			if (!next_event(p, &e))
				break;
		}
		if (!done && !p->failed && read_node(p, &e, depth, &item.value))
			vec_push(&items, item);
		if (done)
			out->place.to = offset_of(p, e.end_mark);
		yaml_event_delete(&e);
	}
	out->count = items.len;
	out->items = arena_array(p->r->arena, struct yaml_item, items.len);
	if (items.len)
		memcpy(out->items, items.at, items.len * sizeof *items.at);
	vec_clear(&items);
	return !p->failed;
}

/* In double quotes control characters can be written as codes; nobody means them. */
static bool has_control(struct str text)
{
	uint32_t point;

	for (size_t at = 0; at < text.len;) {
		at += utf8_decode(text, at, &point);
		if ((point < ' ' && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0))
			return true;
	}
	return false;
}

static bool read_scalar(struct parse *p, const yaml_event_t *e, struct yaml_node *out)
{
	struct str text = {(const char *)e->data.scalar.value, e->data.scalar.length};

	out->kind = YAML_TEXT;
	out->text = arena_str(p->r->arena, text);
	out->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	if (has_control(text))
		report(p, out->place, STR_NONE, MSG(YAML_CONTROL));
	return !p->failed;
}

static bool read_node(struct parse *p, yaml_event_t *e, unsigned depth, struct yaml_node *out)
{
	if (refuse_extras(p, e))
		return false;
	out->place = place_of(p, e);
	if (depth > YAML_DEEPEST) {
		report(p, out->place, STR_NONE, MSG(YAML_DEEP, STR("16")));
		return false;
	}
	if (e->type == YAML_SCALAR_EVENT)
		return read_scalar(p, e, out);
	out->kind = e->type == YAML_MAPPING_START_EVENT ? YAML_MAP : YAML_LIST;
	return read_items(p, out->kind == YAML_MAP, depth + 1, out);
}

static void report_no_map(struct parse *p, const struct yaml_node *root)
{
	struct place at = root->place;
	struct str repair = STR_NONE;

	if (find_no_space(p, at.to, &at, &repair))
		report(p, at, repair, MSG(YAML_SPACE));
	else
		report(p, at, STR_NONE, MSG(YAML_NO_MAP));
}

/* The document's only node; the stream's and the document's own events are stepped over. */
static void read_document(struct parse *p, struct yaml_node *root)
{
	yaml_event_t e;
	bool seen = false, done = false;

	while (!done && next_event(p, &e)) {
		if (e.type == YAML_STREAM_END_EVENT) {
			done = true;
		} else if (e.type == YAML_SCALAR_EVENT || e.type == YAML_MAPPING_START_EVENT ||
			   e.type == YAML_SEQUENCE_START_EVENT || e.type == YAML_ALIAS_EVENT) {
			if (seen)
				report(p, place_of(p, &e), STR_NONE, MSG(YAML_DOCUMENTS));
			else
				read_node(p, &e, 1, root);
			seen = true;
		}
		yaml_event_delete(&e);
	}
	if (!p->failed && seen && root->kind != YAML_MAP)
		report_no_map(p, root);
	root->kind = YAML_MAP;
}

const struct yaml_node *yaml_read(const struct yaml_reader *r)
{
	struct parse p = {.r = r, .text = str_slice(r->source->bytes, r->from, r->to)};
	struct yaml_node *root = arena_new(r->arena, struct yaml_node);

	root->place = (struct place){r->source, r->from, r->from};
	if (p.text.len > r->longest) {
		report(&p, root->place, STR_NONE, MSG(YAML_LONG, arena_printf(r->arena, "%zu", r->longest / 1024)));
		return NULL;
	}
	if (!yaml_parser_initialize(&p.parser))
		return NULL;
	yaml_parser_set_encoding(&p.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&p.parser, (const unsigned char *)(p.text.at ? p.text.at : ""), p.text.len);
	read_document(&p, root);
	yaml_parser_delete(&p.parser);
	return p.failed ? NULL : root;
}
