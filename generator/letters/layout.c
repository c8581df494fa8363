#include "letters/layout.h"

#include "base/utf8.h"

static const struct {
	enum layout layout;
	const char *english, *meant;
} rows[] = {
#define KEYS(layout, from, to) {layout, from, to},
#include "letters/layout.def"
#undef KEYS
};

enum { ROWS = sizeof rows / sizeof *rows };

/* The letter of `to` at the place that the point has in `from`; 0: it has none. */
static uint32_t swap(const char *from, const char *to, uint32_t point)
{
	struct str a = str_of(from), b = str_of(to);
	size_t i = 0, k = 0;

	while (i < a.len && k < b.len) {
		uint32_t x, y;

		i += utf8_decode(a, i, &x);
		k += utf8_decode(b, k, &y);
		if (x == point)
			return y;
	}
	return 0;
}

static uint32_t from_english(enum layout layout, uint32_t point)
{
	uint32_t letter = 0;

	for (size_t i = 0; i < ROWS && !letter; i++)
		if (rows[i].layout == layout)
			letter = swap(rows[i].english, rows[i].meant, point);
	return letter;
}

uint32_t layout_from_english(enum layout layout, uint32_t point)
{
	uint32_t letter = from_english(layout, point);

	if (!letter)
		letter = from_english(LAYOUT_RUSSIAN, point);
	return letter ? letter : point;
}

uint32_t layout_to_english(uint32_t point)
{
	uint32_t letter = 0;

	for (size_t i = 0; i < ROWS && !letter; i++)
		if (rows[i].layout == LAYOUT_RUSSIAN)
			letter = swap(rows[i].meant, rows[i].english, point);
	return letter ? letter : point;
}
