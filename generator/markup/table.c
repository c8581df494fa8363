#include "markup/table.h"

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

struct table_span table_trimmed(struct str text, size_t from, size_t to)
{
	while (from < to && is_white(text.at[from]))
		from++;
	while (to > from && is_white(text.at[to - 1]))
		to--;
	return (struct table_span){from, to};
}

static bool parts(struct str text, size_t begin, size_t at)
{
	return text.at[at] == '|' && !(at > begin && text.at[at - 1] == '\\');
}

size_t table_cells(struct str text, struct table_span row, table_spans *out)
{
	size_t before = out->len, from;
	struct table_span last;

	row = table_trimmed(text, row.from, row.to);
	from = row.from + (row.to > row.from && text.at[row.from] == '|');
	for (size_t at = from; at < row.to; at++) {
		if (!parts(text, row.from, at))
			continue;
		vec_push(out, table_trimmed(text, from, at));
		from = at + 1;
	}
	last = table_trimmed(text, from, row.to);
	if (last.from < last.to)
		vec_push(out, last);
	return out->len - before;
}

/* Reads ":---:" and the like. */
static bool hyphens(struct str cell, enum table_align *align)
{
	bool begins = str_starts(cell, STR(":")), ends;
	size_t n = 0;

	cell = str_from(cell, begins);
	while (n < cell.len && cell.at[n] == '-')
		n++;
	ends = str_eq(str_from(cell, n), STR(":"));
	*align = ends ? begins ? TABLE_CENTER : TABLE_END : TABLE_START;
	return n > 0 && n + ends == cell.len;
}

size_t table_columns(struct str text, struct table_span row, table_aligns *out)
{
	size_t before = out->len, count;
	table_spans cells = {0};

	/* Without a pipe it would be what underlines a heading. */
	if (str_find_byte(str_slice(text, row.from, row.to), '|') == SIZE_MAX)
		return 0;
	count = table_cells(text, row, &cells);
	for (size_t i = 0; i < count; i++) {
		enum table_align align;

		if (hyphens(str_slice(text, cells.at[i].from, cells.at[i].to), &align))
			vec_push(out, align);
	}
	vec_clear(&cells);
	if (out->len - before == count)
		return count;
	out->len = before;
	return 0;
}

bool table_is_framed(struct str text, struct table_span row)
{
	row = table_trimmed(text, row.from, row.to);
	return row.to > row.from + 1 && text.at[row.from] == '|' && parts(text, row.from, row.to - 1);
}
