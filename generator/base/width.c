#include "base/width.h"

#include "base/range.h"

#define RANGE(first, last) {first, last, 0},
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

bool width_is_hidden(uint32_t point)
{
	return range_find(hidden, sizeof hidden / sizeof *hidden, point) != NULL;
}

unsigned width_of(uint32_t point)
{
	if (range_find(marks, sizeof marks / sizeof *marks, point))
		return 0;
	return range_find(wide, sizeof wide / sizeof *wide, point) ? 2 : 1;
}
