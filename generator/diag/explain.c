#include "diag/explain.h"

#include "base/escape.h"
#include "base/utf8.h"

enum { LINE_LONGEST = 80 };

static const struct explanation explanations[] = {
#define EXPLAIN(name, how, wrong_example, right_example, en, ru, kk) \
	[RULE_##name] = {.silence = SILENCE_##how,                   \
			 .wrong = wrong_example,                     \
			 .right = right_example,                     \
			 .repair = {[MESSAGES_EN] = en, [MESSAGES_RU] = ru, [MESSAGES_KK] = kk}},
#include "diag/explain.def"
#undef EXPLAIN
};

/* Each rule has its row: counted here, by name in the unit test. */
_Static_assert(sizeof explanations / sizeof *explanations == RULE_COUNT, "explain.def lacks the last rule");

const struct explanation *explanation_of(enum rule_id id)
{
	return &explanations[id];
}

/* Adds words with spaces between them, a new line where one would become too long. */
static void add_wrapped(struct buf *out, struct str text)
{
	struct str word;
	size_t column = 0;

	while (str_split(&text, ' ', &word)) {
		size_t width = utf8_count(word);

		if (column > 0 && column + 1 + width > LINE_LONGEST) {
			buf_add_byte(out, '\n');
			column = 0;
		} else if (column > 0) {
			buf_add_byte(out, ' ');
			column++;
		}
		buf_add(out, word);
		column += width;
	}
	buf_add_byte(out, '\n');
}

static void add_message(struct buf *out, enum messages lang, struct message m)
{
	struct buf text = BUF_INIT;

	message_text(&m, lang, &text);
	add_wrapped(out, buf_str(&text));
	buf_clear(&text);
}

/* A heading, and the example below it, indented; "== PATH" becomes the path with a colon. */
static void add_example(struct buf *out, enum messages lang, struct message heading, struct str example)
{
	struct str line;

	buf_add_byte(out, '\n');
	add_message(out, lang, heading);
	while (str_ends(example, STR("\n")))
		example.len--;
	while (str_split(&example, '\n', &line)) {
		if (str_starts(line, STR("== ")))
			buf_addf(out, "  %.*s:\n", STR_ARG(str_from(line, 3)));
		else if (line.len == 0)
			buf_add_byte(out, '\n');
		else
			buf_addf(out, "    %.*s\n", STR_ARG(line));
	}
}

static void add_silencing(struct buf *out, const struct explanation *e, struct str id, enum messages lang)
{
	buf_add_byte(out, '\n');
	if (e->silence == SILENCE_NEVER) {
		add_message(out, lang, MSG(EXPLAIN_NEVER));
		return;
	}
	add_message(out, lang, e->silence == SILENCE_TEXT ? MSG(EXPLAIN_TEXT, id) : MSG(EXPLAIN_COMMENT, id));
	if (e->silence == SILENCE_WORD)
		add_message(out, lang, MSG(EXPLAIN_WORD));
}

void explain_rule(enum rule_id id, enum messages lang, struct buf *out)
{
	const struct explanation *e = &explanations[id];
	const struct rule *r = rule_of(id);

	buf_addf(out, "%.*s: %.*s, %.*s\n\n", STR_ARG(r->id), STR_ARG(level_word(r->level)), STR_ARG(r->group));
	add_wrapped(out, str_of(r->about[lang]));
	add_example(out, lang, MSG(EXPLAIN_WRONG), str_of(e->wrong));
	add_example(out, lang, MSG(EXPLAIN_RIGHT), str_of(e->right));
	buf_add_byte(out, '\n');
	add_message(out, lang, MSG(EXPLAIN_REPAIR, str_of(e->repair[lang])));
	add_silencing(out, e, r->id, lang);
}

static void add_field(struct buf *out, const char *name, struct str value)
{
	buf_addf(out, ",\n \"%s\":", name);
	escape_json(out, value);
}

void explain_rule_json(enum rule_id id, enum messages lang, struct buf *out)
{
	static const char *const silenced[] = {[SILENCE_NEVER] = "never",
					       [SILENCE_COMMENT] = "comment",
					       [SILENCE_WORD] = "word",
					       [SILENCE_TEXT] = "text"};
	const struct explanation *e = &explanations[id];
	const struct rule *r = rule_of(id);

	buf_add(out, STR("{\"rule\":"));
	escape_json(out, r->id);
	add_field(out, "group", r->group);
	add_field(out, "level", level_word(r->level));
	add_field(out, "about", str_of(r->about[lang]));
	add_field(out, "wrong", str_of(e->wrong));
	add_field(out, "right", str_of(e->right));
	add_field(out, "repair", str_of(e->repair[lang]));
	add_field(out, "silenced", str_of(silenced[e->silence]));
	buf_add_byte(out, '}');
}
