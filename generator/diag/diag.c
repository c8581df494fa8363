#include "diag/diag.h"

void diag_add(struct diags *dg, enum rule_id rule, struct place place, struct str repair, struct message m)
{
	struct diag d = {.rule = rule, .place = place, .message = message_keep(&dg->arena, m)};

	if (repair.len)
		d.repair = arena_str(&dg->arena, repair);
	vec_push(&dg->list, d);
}

void diag_add_sure(struct diags *dg, enum rule_id rule, struct place place, struct str repair, struct message m)
{
	diag_add(dg, rule, place, repair, m);
	dg->list.at[dg->list.len - 1].sure = true;
}

void diags_join(struct diags *to, struct diags *from)
{
	for (size_t i = 0; i < from->list.len; i++) {
		const struct diag *d = &from->list.at[i];

		diag_add(to, d->rule, d->place, d->repair, d->message);
		to->list.at[to->list.len - 1].sure = d->sure;
	}
	diags_clear(from);
}

static int order(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int by_message(const struct diag *x, const struct diag *y)
{
	int c = order(x->message.id, y->message.id);

	for (unsigned i = 0; !c && i < MESSAGE_ARGS; i++)
		c = str_cmp(x->message.arg[i], y->message.arg[i]);
	return c ? c : str_cmp(x->repair, y->repair);
}

static int by_place(const void *a, const void *b)
{
	const struct diag *x = a, *y = b;
	int c = str_cmp(x->place.source->path, y->place.source->path);

	if (!c)
		c = order(x->place.from, y->place.from);
	if (!c)
		c = order(x->rule, y->rule);
	if (!c)
		c = order(x->place.to, y->place.to);
	return c ? c : by_message(x, y);
}

void diags_sort(struct diags *dg)
{
	size_t kept = 0;

	vec_sort(&dg->list, by_place);
	for (size_t i = 0; i < dg->list.len; i++)
		if (i == 0 || by_place(&dg->list.at[kept - 1], &dg->list.at[i]) != 0)
			dg->list.at[kept++] = dg->list.at[i];
	dg->list.len = kept;
}

size_t diags_count(const struct diags *dg, enum level level)
{
	size_t n = 0;

	for (size_t i = 0; i < dg->list.len; i++)
		n += rule_of(dg->list.at[i].rule)->level == level;
	return n;
}

void diags_clear(struct diags *dg)
{
	vec_clear(&dg->list);
	arena_clear(&dg->arena);
}
