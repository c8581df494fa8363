/*
 * rule.h - the checks by name. A rule's id is public: it stands in diagnostics, in --rules and in the comments that
 * silence a check. The list is rules.def.
 */
#ifndef KOMEK_DIAG_RULE_H
#define KOMEK_DIAG_RULE_H

#include "diag/message.h"

enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };

enum rule_id {
#define RULE(name, id, level, group, en, ru, kk) RULE_##name,
#include "diag/rules.def"
#undef RULE
	RULE_COUNT
};

struct rule {
	struct str id;	  /* "dead-link" */
	struct str group; /* "links": --rules and ignore comments take it for all its rules */
	enum level level;
	const char *about[MESSAGES_COUNT]; /* one sentence: what it finds and why that matters */
};

const struct rule *rule_of(enum rule_id id);

/* True where name is the rule's id or its group. */
bool rule_named(enum rule_id id, struct str name);

/* The known id or group nearest to name; empty where none is near. *known tells whether name itself is one. */
struct str rule_nearest(struct str name, bool *known);

/* "error", "warning", "note": the same word in every language, because programs read it. */
struct str level_word(enum level level);

#endif
