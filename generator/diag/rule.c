#include "diag/rule.h"

#include "base/near.h"

static const struct rule rules[RULE_COUNT] = {
#define RULE(name, rule_id, rule_level, rule_group, en, ru, kk)         \
	[RULE_##name] = {.id = {rule_id, sizeof(rule_id) - 1},          \
			 .group = {rule_group, sizeof(rule_group) - 1}, \
			 .level = LEVEL_##rule_level,                   \
			 .about = {[MESSAGES_EN] = en, [MESSAGES_RU] = ru, [MESSAGES_KK] = kk}},
#include "diag/rules.def"
#undef RULE
};

const struct rule *rule_of(enum rule_id id)
{
	return &rules[id];
}

bool rule_named(enum rule_id id, struct str name)
{
	return str_eq(rules[id].id, name) || str_eq(rules[id].group, name);
}

struct str rule_nearest(struct str name, bool *known)
{
	struct near near = near_begin(name);

	*known = false;
	for (unsigned i = 0; i < RULE_COUNT; i++) {
		*known |= rule_named((enum rule_id)i, name);
		near_offer(&near, rules[i].id);
		near_offer(&near, rules[i].group);
	}
	return near.best;
}

struct str level_word(enum level level)
{
	static const char *const words[] = {
		[LEVEL_NOTE] = "note",
		[LEVEL_WARNING] = "warning",
		[LEVEL_ERROR] = "error",
	};

	return str_of(words[level]);
}
