#include "markup/block.h"

#include <strings.h>

#include "base/near.h"

const struct block_name block_names[BLOCK_COUNT] = {
	[BLOCK_NOTE] = {"NOTE", "note"},    [BLOCK_WARNING] = {"WARNING", "warning"},	 [BLOCK_TIP] = {"TIP", "tip"},
	[BLOCK_CAUSE] = {"CAUSE", "cause"}, [BLOCK_SOLUTION] = {"SOLUTION", "solution"}, [BLOCK_LAW] = {"LAW", "law"},
};

static bool same_word(struct str a, const char *b)
{
	return b && strlen(b) == a.len && strncasecmp(a.at, b, a.len) == 0;
}

enum block_kind block_of(struct str text, struct str *marker, size_t *length)
{
	size_t close = str_find_byte(text, ']');

	if (!str_starts(text, STR("[!")) || close == SIZE_MAX)
		return BLOCK_QUOTE;
	*marker = str_trim(str_slice(text, 2, close));
	*length = close + 1;
	while (*length < text.len && text.at[*length] == ' ')
		++*length;
	for (unsigned i = 0; i < BLOCK_COUNT; i++)
		if (same_word(*marker, block_names[i].marker))
			return (enum block_kind)i;
	return BLOCK_UNKNOWN;
}

struct str block_nearest(struct str marker)
{
	struct near near = near_begin(marker);

	for (unsigned i = 0; i < BLOCK_COUNT; i++)
		if (block_names[i].marker)
			near_offer(&near, str_of(block_names[i].marker));
	return near.best;
}
