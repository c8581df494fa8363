#include "base/width.h"

#include <stddef.h>

struct range {
	uint32_t first, last;
};

#define RANGE(first, last) {first, last},
#define NO_RANGE(first, last)

#define WIDTH_HIDDEN RANGE
#define WIDTH_MARK   NO_RANGE
#define WIDTH_WIDE   NO_RANGE
static const struct range hidden[] = {
#include "base/width.def"
};
#undef WIDTH_HIDDEN
#undef WIDTH_MARK
#undef WIDTH_WIDE

#define WIDTH_HIDDEN NO_RANGE
#define WIDTH_MARK   RANGE
#define WIDTH_WIDE   NO_RANGE
static const struct range marks[] = {
#include "base/width.def"
};
#undef WIDTH_MARK
#undef WIDTH_WIDE

#define WIDTH_MARK NO_RANGE
#define WIDTH_WIDE RANGE
static const struct range wide[] = {
#include "base/width.def"
};

static bool holds(const struct range *ranges, size_t count, uint32_t point)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (point > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && point >= ranges[low].first;
}

bool width_is_hidden(uint32_t point)
{
	return holds(hidden, sizeof hidden / sizeof *hidden, point);
}

unsigned width_of(uint32_t point)
{
	if (holds(marks, sizeof marks / sizeof *marks, point))
		return 0;
	return holds(wide, sizeof wide / sizeof *wide, point) ? 2 : 1;
}
