/*
 * diag.h - problems of content, collected as data: every one of a run, at its place, with its repair.
 *
 *	struct diags dg = {0};
 *	diag_add(&dg, RULE_DEAD_LINK, place, nearest, MSG(DEAD_LINK, target));
 *	diags_sort(&dg);
 *	diags_count(&dg, LEVEL_ERROR)
 *	diags_clear(&dg);
 *
 * Each worker fills its own; diags_join moves them together in the order of the work, so that the number of threads
 * changes nothing. Sources must outlive the diagnostics.
 */
#ifndef KOMEK_DIAG_DIAG_H
#define KOMEK_DIAG_DIAG_H

#include "base/vec.h"
#include "diag/rule.h"
#include "diag/source.h"

struct diag {
	enum rule_id rule;
	struct place place;
	struct message message;
	struct str repair; /* the text that should stand there; empty: not known */
	bool sure; /* the repair, put in the place of the bytes of `place`, is right: it may be applied unseen */
};

struct diags {
	VEC(struct diag) list;
	struct arena arena; /* the arguments and repairs */
};

/* Adds one; the arguments and the repair are copied. */
void diag_add(struct diags *dg, enum rule_id rule, struct place place, struct str repair, struct message m);

/* The same with a sure repair, which may be empty: then the bytes are to go. place must be the bytes it stands for. */
void diag_add_sure(struct diags *dg, enum rule_id rule, struct place place, struct str repair, struct message m);

/* Moves all of `from` to the end of `to`; `from` is empty afterwards. */
void diags_join(struct diags *to, struct diags *from);

/* Sorts by path, place, rule and words, and drops all but one of those that say the same at the same place. */
void diags_sort(struct diags *dg);

size_t diags_count(const struct diags *dg, enum level level);

void diags_clear(struct diags *dg);

#endif
