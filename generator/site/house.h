/*
 * house.h - content/rules.yaml: rules of the site's own, each a pattern that no text may match.
 *
 *	rules:
 *	  - id: formal-you
 *	    pattern: '(?i)\bты\b'
 *	    languages: [ru]
 *	    level: warning
 *	    message: { ru: "обращаемся на «вы»", kk: "«сіз» деп жазамыз", en: "we say «вы»" }
 *	    replacement: вы
 *
 * pattern and message are required. A message is one text or a text in each language of the messages. Without
 * languages the rule reads all; without a level it warns. After loading nothing changes.
 */
#ifndef KOMEK_SITE_HOUSE_H
#define KOMEK_SITE_HOUSE_H

#include "base/vec.h"
#include "site/settings.h"
#include "text/pattern.h"

struct house_rule {
	struct str name;    /* its id, or its number in the file */
	struct place place; /* of the pattern */
	struct pattern *pattern;
	bool in[LANGUAGE_MOST]; /* by language number: it reads texts of this language */
	enum level level;
	struct str message[MESSAGES_COUNT];
	struct str replacement;
	bool replaces;
};

struct house {
	VEC(struct house_rule) rules;
};

/* Reads the file; problems go to dg as RULE_HOUSE_RULES, and a rule with a problem is left out. */
void house_read(const struct source *source, size_t from, const struct settings *settings, struct arena *a,
		struct diags *dg, struct house *h);

void house_clear(struct house *h);

#endif
