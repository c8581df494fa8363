/*
 * unused.c - files in the content that nothing links to: forgotten, or meant to be linked.
 */
#include "check/rules.h"

static void whole_site(const struct check_context *c)
{
	for (size_t i = 0; i < c->site->assets.len; i++) {
		const struct asset *a = c->site->assets.at[i];

		if (!a->used)
			diag_add(c->dg, RULE_FILE_UNUSED, (struct place){.source = a->source}, STR_NONE,
				 MSG(FILE_UNUSED));
	}
}

const struct check check_unused = {.whole_site = whole_site};
