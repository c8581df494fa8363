/*
 * rules.c - the list of checks: id, level, group, and what each is for.
 */
#include <unistd.h>

#include "cli/command.h"

enum status command_rules(struct options *o)
{
	struct buf text = BUF_INIT;

	for (unsigned i = 0; i < RULE_COUNT; i++) {
		const struct rule *r = rule_of((enum rule_id)i);

		buf_addf(&text, "%-22s %-8s %-13s %s\n", r->id.at, level_word(r->level).at, r->group.at,
			 r->about[o->messages]);
	}
	say(STDOUT_FILENO, &text);
	return STATUS_DONE;
}
