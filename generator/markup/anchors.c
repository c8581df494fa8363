#include "markup/markup.h"

#include "base/near.h"

/* Reads a number as ids are written: from 1 to most, without zeros before it. */
static bool number(struct str s, size_t most, uint64_t *value)
{
	return s.len < 20 && !str_starts(s, STR("0")) && str_number(s, most, value);
}

bool markup_has_anchor(const struct markup *m, struct str anchor)
{
	struct str rest, list;
	uint64_t l, n;

	if (str_starts(anchor, STR("part-")))
		return number(str_from(anchor, 5), m->headings.len, &n);
	if (!str_starts(anchor, STR("step-")))
		return false;
	rest = str_from(anchor, 5);
	if (str_find_byte(rest, '-') == SIZE_MAX)
		return m->lists.len && number(rest, m->lists.at[0], &n);
	str_split(&rest, '-', &list);
	/* The first list does not name itself. */
	return number(list, m->lists.len, &l) && l > 1 && number(rest, m->lists.at[l - 1], &n);
}

struct str markup_nearest_anchor(const struct markup *m, struct str anchor, struct arena *a)
{
	struct near near = near_begin(anchor);

	for (size_t i = 1; i <= m->headings.len; i++)
		near_offer(&near, arena_printf(a, "part-%zu", i));
	for (size_t l = 0; l < m->lists.len; l++)
		for (size_t i = 1; i <= m->lists.at[l]; i++)
			near_offer(&near,
				   l ? arena_printf(a, "step-%zu-%zu", l + 1, i) : arena_printf(a, "step-%zu", i));
	return near.best;
}
