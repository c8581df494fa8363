/*
 * number_groups.c - telephone numbers and dates: groups of digits, and what joins them.
 */
#include "text/number_scan.h"

/* The groups of digits from one place on, with what joins them, as telephone numbers and dates are written. */
enum { GROUPS_MOST = 8, PHONE_MOST = 15 };

struct groups {
	size_t from, count;
	size_t at[GROUPS_MOST], len[GROUPS_MOST]; /* of the digits */
	size_t end[GROUPS_MOST];		  /* behind the group and its closing parenthesis */
	char join[GROUPS_MOST];			  /* in front of each: ' ', '-', '.', '/', '('; 0 for the first */
	bool plus, opened;
};

/* Reads what may stand between two groups; false where no further group follows. */
static bool next_group(struct str t, size_t *at, struct groups *g)
{
	size_t len, i = *at;
	uint32_t point = scan_point_at(t, i, &len);
	char join = scan_joint(point);

	if (point == '.' || point == '/')
		join = (char)point;
	if (join)
		i += len;
	if (i < t.len && t.at[i] == '(' && !g->opened && join != '.' && join != '/') {
		g->opened = true;
		join = '(';
		i++;
	}
	if (!join && !(g->count && t.at[*at - 1] == ')'))
		return false;
	g->join[g->count] = join ? join : ' ';
	*at = i;
	return scan_digit_at(t, i);
}

static struct groups groups_at(struct str t, size_t at)
{
	struct groups g = {.from = at};

	if (t.at[at] == '+') {
		g.plus = true;
		at++;
	}
	if (at < t.len && t.at[at] == '(') {
		g.opened = true;
		at++;
	}
	while (scan_digit_at(t, at)) {
		g.at[g.count] = at;
		g.len[g.count] = scan_digits_at(t, at);
		at += g.len[g.count];
		if (at < t.len && t.at[at] == ')' && g.opened)
			at++;
		g.end[g.count++] = at;
		if (g.count == GROUPS_MOST || !next_group(t, &at, &g))
			break;
	}
	return g;
}

/* Are the first n groups with so many digits a telephone number of their own? */
static bool is_phone(struct str t, const struct groups *g, size_t n, size_t digits)
{
	size_t hyphens = 0;
	char first = t.at[g->at[0]];

	for (size_t i = 1; i < n; i++) {
		if (g->join[i] == '.' || g->join[i] == '/')
			return false;
		hyphens += g->join[i] == '-';
	}
	if (g->plus)
		return first == '7' ? digits == 11 : digits >= 8 && digits <= PHONE_MOST;
	if (digits == 11)
		return first == '8' || first == '7';
	if (g->from + 1 == g->at[0])
		return digits == 10;
	/* 74-14-14: a thing written so is one string of digits, whatever it is. */
	return hyphens == n - 1 && hyphens >= 2 && digits >= 6 && digits <= PHONE_MOST;
}

static struct str phone_key(struct number_scan *s, const struct groups *g, size_t n)
{
	char digits[PHONE_MOST + 1];
	size_t len = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < g->len[i] && len < PHONE_MOST; k++)
			digits[len++] = s->text.at[g->at[i] + k];
	/* +7 707 and 8 707 are the same. */
	if (len == 11)
		return arena_printf(s->arena, "tel%.10s", (digits[len] = '\0', digits + 1));
	return arena_printf(s->arena, "tel%.*s", (int)len, digits);
}

/* Adds the telephone number that begins here and gives its end; 0: there is none. The longest one wins. */
static size_t phone(struct number_scan *s, const struct groups *g)
{
	size_t digits = 0, best = 0;

	for (size_t n = 0; n < g->count && digits + g->len[n] <= PHONE_MOST; n++) {
		digits += g->len[n];
		if (is_phone(s->text, g, n + 1, digits))
			best = n + 1;
	}
	if (!best)
		return 0;
	scan_add(s, phone_key(s, g, best), g->from, g->end[best - 1], false);
	return g->end[best - 1];
}

static unsigned group_value(struct str t, const struct groups *g, size_t i)
{
	uint64_t value = 0;

	return str_number(str_slice(t, g->at[i], g->at[i] + g->len[i]), 9999, &value) ? (unsigned)value : 0;
}

static bool is_year(unsigned value)
{
	return value >= 1900 && value < 2100;
}

/* Three groups with the same sign between them. */
static size_t date(struct number_scan *s, const struct groups *g)
{
	unsigned day, month, year;
	size_t from = g->from, to;
	bool iso;

	if (g->count < 3 || g->join[1] != g->join[2] || g->join[1] == ' ' || g->join[1] == '(' || g->plus ||
	    g->opened || (g->count > 3 && g->join[3] != ' ' && g->join[3] != '-'))
		return 0;
	iso = g->len[0] == 4;
	day = group_value(s->text, g, iso ? 2 : 0);
	month = group_value(s->text, g, 1);
	year = group_value(s->text, g, iso ? 0 : 2);
	to = g->end[2];
	if (!is_year(year) || day < 1 || month < 1 || day > 31 || month > 31 || (day > 12 && month > 12))
		return 0;
	if (g->join[1] == '/' || month > 12) {
		/* 05/12/2024 may be May or December: either month will do, and either day. */
		scan_add_month(s, day <= 12 ? day : month, from, to, true);
		scan_add_month(s, month <= 12 ? month : day, from, to, true);
		scan_add_number(s, day, from, to, true);
		scan_add_number(s, month, from, to, true);
	} else {
		scan_add_number(s, day, from, to, false);
		scan_add_month(s, month, from, to, false);
	}
	scan_add_number(s, year, from, to, false);
	return to;
}

/* 05.2024 */
static size_t month_and_year(struct number_scan *s, const struct groups *g)
{
	if (g->count < 2 || g->join[1] != '.' || g->len[0] != 2 || g->len[1] != 4 || g->plus || g->opened ||
	    !is_year(group_value(s->text, g, 1)) || group_value(s->text, g, 0) > 12)
		return 0;
	scan_add_month(s, group_value(s->text, g, 0), g->from, g->end[0], true);
	scan_add_number(s, group_value(s->text, g, 1), g->at[1], g->end[1], false);
	return g->end[1];
}

size_t scan_groups(struct number_scan *s, size_t at)
{
	struct groups g = groups_at(s->text, at);
	size_t to;

	if (!g.count)
		return 0;
	if ((to = date(s, &g)) || (to = month_and_year(s, &g)))
		return to;
	return phone(s, &g);
}
