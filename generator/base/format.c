#include "base/format.h"

#include "base/plural.h"

/* Chooses among "one|few|many" of Russian, "one|many" of English, "many" of Kazakh; too few forms: the last one. */
static struct str form_for(struct str forms, struct str number, struct str lang)
{
	struct str form = STR_NONE;
	uint64_t n = 0;
	unsigned wanted;

	str_number(number, UINT64_MAX - 1, &n);
	switch (plural_of(lang, n)) {
	case PLURAL_ONE:
		wanted = 0;
		break;
	case PLURAL_FEW:
		wanted = 1;
		break;
	default:
		wanted = 2;
	}
	for (unsigned i = 0; str_split(&forms, '|', &form) && i < wanted; i++)
		;
	return form;
}

/* The next placeholder's inside ("1" or "1:forms"); false where there is none left. */
static bool next_placeholder(struct str pattern, size_t from, size_t *open, size_t *close)
{
	*open = str_find(pattern, STR("{"), from);
	*close = *open == SIZE_MAX ? SIZE_MAX : str_find(pattern, STR("}"), *open);
	return *close != SIZE_MAX;
}

void format_fill(struct str pattern, struct str lang, const struct str *args, size_t count, struct buf *out)
{
	size_t from = 0, open, close;

	for (; next_placeholder(pattern, from, &open, &close); from = close + 1) {
		struct str inside = str_slice(pattern, open + 1, close);
		size_t i = inside.len ? (size_t)(inside.at[0] - '1') : SIZE_MAX;

		buf_add(out, str_slice(pattern, from, open));
		if (i >= count)
			continue;
		/* a text that was refused (format_right) may have anything behind the number */
		buf_add(out, str_starts(str_from(inside, 1), STR(":")) ? form_for(str_from(inside, 2), args[i], lang)
								       : args[i]);
	}
	buf_add(out, str_from(pattern, from));
}

bool format_right(struct str pattern, size_t count)
{
	size_t from = 0, open, close;

	for (; next_placeholder(pattern, from, &open, &close); from = close + 1) {
		struct str inside = str_slice(pattern, open + 1, close);

		if (!inside.len || inside.at[0] < '1' || (size_t)(inside.at[0] - '1') >= count)
			return false;
		if (inside.len > 1 && (inside.at[1] != ':' || inside.len == 2))
			return false;
		if (str_find_byte(inside, '{') != SIZE_MAX)
			return false;
	}
	return str_find(pattern, STR("{"), from) == SIZE_MAX;
}
