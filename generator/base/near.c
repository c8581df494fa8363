#include "base/near.h"

#include "base/utf8.h"

static size_t points_of(struct str s, uint32_t out[NEAR_LONGEST])
{
	size_t n = 0;

	for (size_t at = 0; at < s.len;) {
		uint32_t point;

		at += utf8_decode(s, at, &point);
		if (n == NEAR_LONGEST)
			return SIZE_MAX;
		out[n++] = point >= 'A' && point <= 'Z' ? point + 32 : point;
	}
	return n;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

unsigned near_distance(struct str a, struct str b, unsigned limit)
{
	uint32_t x[NEAR_LONGEST], y[NEAR_LONGEST];
	unsigned rows[3][NEAR_LONGEST + 1];
	size_t nx = points_of(a, x), ny = points_of(b, y);

	if (nx == SIZE_MAX || ny == SIZE_MAX || (nx > ny ? nx - ny : ny - nx) > limit)
		return limit + 1;
	for (size_t j = 0; j <= ny; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= nx; i++) {
		unsigned *now = rows[i % 3];
		const unsigned *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (size_t j = 1; j <= ny; j++) {
			now[j] = least(least(above[j], now[j - 1]) + 1, above[j - 1] + (x[i - 1] != y[j - 1]));
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
				now[j] = least(now[j], above2[j - 2] + 1);
		}
	}
	return least(rows[nx % 3][ny], limit + 1);
}

struct near near_begin(struct str name)
{
	unsigned third = (unsigned)(utf8_count(name) / 3);

	return (struct near){.name = name, .distance = (third ? third : 1) + 1};
}

void near_offer(struct near *n, struct str known)
{
	unsigned d = near_distance(n->name, known, n->distance);

	if (d < n->distance || (d == n->distance && n->best.len && str_cmp(known, n->best) < 0)) {
		n->distance = d;
		n->best = known;
	}
}

struct str near_of(struct str name, const char *const *known)
{
	struct near n = near_begin(name);

	for (; *known; known++)
		near_offer(&n, str_of(*known));
	return n.best;
}
