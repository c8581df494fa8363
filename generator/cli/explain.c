/*
 * explain.c - the command explain: one check in full, or the checks of a group.
 */
#include "diag/explain.h"

#include <unistd.h>

#include "cli/command.h"

static enum status unknown(const struct options *o, struct str name, struct str near)
{
	if (near.len)
		return fail(o, MSG(EXPLAIN_UNKNOWN_NEAR, name, near));
	return fail(o, MSG(EXPLAIN_UNKNOWN, name));
}

/* True where name is a rule's id: its explanation is added. */
static bool one_rule(struct buf *out, const struct options *o, struct str name)
{
	for (unsigned i = 0; i < RULE_COUNT; i++) {
		if (!str_eq(rule_of((enum rule_id)i)->id, name))
			continue;
		if (o->format == FORMAT_JSON) {
			explain_rule_json((enum rule_id)i, o->messages, out);
			buf_add_byte(out, '\n');
		} else {
			explain_rule((enum rule_id)i, o->messages, out);
		}
		return true;
	}
	return false;
}

static void group_as_json(struct buf *out, const struct options *o, struct str name)
{
	bool first = true;

	for (unsigned i = 0; i < RULE_COUNT; i++) {
		if (!rule_named((enum rule_id)i, name))
			continue;
		buf_add(out, first ? STR("[") : STR(",\n"));
		explain_rule_json((enum rule_id)i, o->messages, out);
		first = false;
	}
	buf_add(out, STR("]\n"));
}

static void group_as_text(struct buf *out, const struct options *o, struct str name)
{
	struct message m = MSG(EXPLAIN_GROUP, name);

	message_text(&m, o->messages, out);
	buf_add_byte(out, '\n');
	for (unsigned i = 0; i < RULE_COUNT; i++)
		if (rule_named((enum rule_id)i, name))
			rules_row((enum rule_id)i, o->messages, out);
}

enum status command_explain(struct options *o)
{
	struct str name = str_of(o->argument);
	struct buf text = BUF_INIT;
	bool known;
	struct str near = rule_nearest(name, &known);

	if (!known)
		return unknown(o, name, near);
	if (!one_rule(&text, o, name))
		(o->format == FORMAT_JSON ? group_as_json : group_as_text)(&text, o, name);
	say(STDOUT_FILENO, &text);
	return STATUS_DONE;
}
