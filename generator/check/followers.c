#include "check/followers.h"

/* The first rule's diagnostic goes where one of the second begins at the same byte. */
static const struct {
	enum rule_id follower, cause;
} pairs[] = {
	{RULE_WRONG_LANGUAGE, RULE_UNTRANSLATED},
};

static bool same_place(const struct diag *a, const struct diag *b)
{
	return a->place.source == b->place.source && a->place.from == b->place.from;
}

/* True where a diagnostic of the rule stands at the same place; the list is sorted by place. */
static bool stands_beside(const struct diags *dg, size_t i, enum rule_id rule)
{
	size_t at = i;

	while (at > 0 && same_place(&dg->list.at[at - 1], &dg->list.at[i]))
		at--;
	for (; at < dg->list.len && same_place(&dg->list.at[at], &dg->list.at[i]); at++)
		if (dg->list.at[at].rule == rule)
			return true;
	return false;
}

static bool follows(const struct diags *dg, size_t i)
{
	for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
		if (dg->list.at[i].rule == pairs[k].follower && stands_beside(dg, i, pairs[k].cause))
			return true;
	return false;
}

void followers_drop(struct diags *dg)
{
	VEC(struct diag) kept = {0};

	diags_sort(dg);
	for (size_t i = 0; i < dg->list.len; i++)
		if (!follows(dg, i))
			vec_push(&kept, dg->list.at[i]);
	if (kept.len < dg->list.len)
		memcpy(dg->list.at, kept.at, kept.len * sizeof *kept.at);
	dg->list.len = kept.len;
	vec_clear(&kept);
}
