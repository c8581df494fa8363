#include "letters/layout.h"

#include "base/utf8.h"

/*
 * Keys in the order of the keyboard, without and with Shift. Source: the layouts us, ru and kz of xkeyboard-config; on kz the
 * row of digits gives letters and signs.
 */
static const struct {
	const char *english, *russian;
} rows[] = {
	{"`qwertyuiop[]asdfghjkl;'zxcvbnm,./", "ёйцукенгшщзхъфывапролджэячсмитьбю."},
	{"~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?@#$^&", "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,\"№;:?"},
};

static const char kazakh_digits[] = "234589"
				    "0-="
				    "67/";
static const char kazakh_small[] = "әіңғүұқөһ,.№";
static const char kazakh_shift[] = "@#$%*()_+^&?";
static const char kazakh_capital[] = "ӘІҢҒҮҰҚӨҺ;:?";

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

uint32_t layout_from_english(enum layout layout, uint32_t point)
{
	uint32_t letter = 0;

	if (layout == LAYOUT_KAZAKH)
		letter = swap(kazakh_digits, kazakh_small, point);
	if (layout == LAYOUT_KAZAKH && !letter)
		letter = swap(kazakh_shift, kazakh_capital, point);
	for (size_t i = 0; i < 2 && !letter; i++)
		letter = swap(rows[i].english, rows[i].russian, point);
	return letter ? letter : point;
}

uint32_t layout_to_english(uint32_t point)
{
	uint32_t letter = swap(rows[0].russian, rows[0].english, point);

	if (!letter)
		letter = swap(rows[1].russian, rows[1].english, point);
	return letter ? letter : point;
}
