/*
 * explain.h - what there is to say of a rule beside its row of rules.def: an example, the repair, how it is silenced. The list is
 * explain.def, which describes the notation of examples.
 */
#ifndef KOMEK_DIAG_EXPLAIN_H
#define KOMEK_DIAG_EXPLAIN_H

#include "diag/rule.h"

enum silence {
	SILENCE_NEVER,	 /* the page would be wrong, unsafe or not there, or the problem stands in no text */
	SILENCE_COMMENT, /* by komek-ignore */
	SILENCE_WORD,	 /* by that, and by allowing the word */
	SILENCE_TEXT,	 /* by komek-ignore anywhere in the text: what is wrong is what is not there */
};

struct explanation {
	enum silence silence;
	const char *wrong, *right; /* examples */
	const char *repair[MESSAGES_COUNT];
};

const struct explanation *explanation_of(enum rule_id id);

/* Adds all that is to be said of a rule, in lines of at most 80 code points but for examples. */
void explain_rule(enum rule_id id, enum messages lang, struct buf *out);

/* The same as one JSON object, for programs. */
void explain_rule_json(enum rule_id id, enum messages lang, struct buf *out);

#endif
