/*
 * rules.c - the list of checks: id, level, group, and what each is for.
 */
#include <unistd.h>

#include "cli/command.h"

void rules_row(enum rule_id id, enum messages lang, struct buf *out)
{
	const struct rule *r = rule_of(id);

	buf_addf(out, "%-22s %-8s %-13s %s\n", r->id.at, level_word(r->level).at, r->group.at, r->about[lang]);
}

enum status command_rules(struct options *o)
{
	struct buf text = BUF_INIT;

	for (unsigned i = 0; i < RULE_COUNT; i++)
		rules_row((enum rule_id)i, o->messages, &text);
	say(STDOUT_FILENO, &text);
	return STATUS_DONE;
}
