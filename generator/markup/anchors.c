#include "markup/markup.h"

#include "base/near.h"

bool markup_has_anchor(const struct markup *m, struct str anchor)
{
	struct str rest, first, second;
	uint64_t a, b;

	if (str_starts(anchor, STR("part-")))
		return str_number(str_from(anchor, 5), m->headings.len, &a) && a > 0;
	if (!str_starts(anchor, STR("step-")))
		return false;
	rest = str_from(anchor, 5);
	if (str_find_byte(rest, '-') == SIZE_MAX)
		return m->lists.len && str_number(rest, m->lists.at[0], &a) && a > 0;
	str_split(&rest, '-', &first);
	second = rest;
	return str_number(first, m->lists.len, &a) && a > 1 && str_number(second, m->lists.at[a - 1], &b) && b > 0;
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
