#include "text/numbers.h"

#include "base/utf8.h"
#include "text/fold.h"
#include "text/number_word.h"

/* The groups of digits from one place on, with what joins them, as telephone numbers and dates are written. */
enum { GROUPS_MOST = 8, PHONE_MOST = 15 };

struct groups {
	size_t from, count;
	size_t at[GROUPS_MOST], len[GROUPS_MOST]; /* of the digits */
	size_t end[GROUPS_MOST];		  /* behind the group and its closing parenthesis */
	char join[GROUPS_MOST];			  /* in front of each: ' ', '-', '.', '/', '('; 0 for the first */
	bool plus, opened;
};

struct scan {
	struct str text;
	struct str language;
	bool english;
	struct arena *arena;
	number_list *out;
	size_t word_from; /* of the word that is being read */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool digit_at(struct str s, size_t at)
{
	return at < s.len && is_digit(s.at[at]);
}

static size_t digits_at(struct str s, size_t at)
{
	size_t n = 0;

	while (digit_at(s, at + n))
		n++;
	return n;
}

static bool is_letter(uint32_t point)
{
	return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= 0x400 && point < 0x530) ||
	       (point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7);
}

static uint32_t point_at(struct str s, size_t at, size_t *len)
{
	uint32_t point = 0;

	*len = at < s.len ? utf8_decode(s, at, &point) : 0;
	return point;
}

/* The code point before byte `at`; 0 at the beginning. */
static uint32_t point_before(struct str s, size_t at, size_t *from)
{
	uint32_t point;

	if (at == 0)
		return 0;
	*from = at - 1;
	while (*from > 0 && ((unsigned char)s.at[*from] & 0xC0) == 0x80)
		--*from;
	utf8_decode(s, *from, &point);
	return point;
}

/* The space or hyphen that may stand inside a number, as ' ' or '-'; 0 for anything else. */
static char joint(uint32_t point)
{
	switch (point) {
	case ' ':
	case 0xA0:
	case 0x2009:
	case 0x202F:
		return ' ';
	case '-':
	case 0x2010:
	case 0x2011:
	case 0x2013:
		return '-';
	default:
		return 0;
	}
}

static void add(struct scan *s, struct str key, size_t from, size_t to, bool loose)
{
	struct number n = {.key = key, .from = from, .to = to, .loose = loose};

	vec_push(s->out, n);
}

/* ---- telephone numbers and dates ---- */

/* Reads what may stand between two groups; false where no further group follows. */
static bool next_group(struct str t, size_t *at, struct groups *g)
{
	size_t len, i = *at;
	uint32_t point = point_at(t, i, &len);
	char join = joint(point);

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
	return digit_at(t, i);
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
	while (digit_at(t, at)) {
		g.at[g.count] = at;
		g.len[g.count] = digits_at(t, at);
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

static struct str phone_key(struct scan *s, const struct groups *g, size_t n)
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
static size_t phone(struct scan *s, const struct groups *g)
{
	size_t digits = 0, best = 0;

	for (size_t n = 0; n < g->count && digits + g->len[n] <= PHONE_MOST; n++) {
		digits += g->len[n];
		if (is_phone(s->text, g, n + 1, digits))
			best = n + 1;
	}
	if (!best)
		return 0;
	add(s, phone_key(s, g, best), g->from, g->end[best - 1], false);
	return g->end[best - 1];
}

static unsigned group_value(struct str t, const struct groups *g, size_t i)
{
	uint64_t value = 0;

	return str_number(str_slice(t, g->at[i], g->at[i] + g->len[i]), 9999, &value) ? (unsigned)value : 0;
}

static void add_number(struct scan *s, unsigned value, size_t from, size_t to, bool loose)
{
	add(s, arena_printf(s->arena, "%u", value), from, to, loose);
}

static void add_month(struct scan *s, unsigned month, size_t from, size_t to, bool loose)
{
	add(s, arena_printf(s->arena, "month %u", month), from, to, loose);
}

static bool is_year(unsigned value)
{
	return value >= 1900 && value < 2100;
}

/* Three groups with the same sign between them. */
static size_t date(struct scan *s, const struct groups *g)
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
		add_month(s, day <= 12 ? day : month, from, to, true);
		add_month(s, month <= 12 ? month : day, from, to, true);
		add_number(s, day, from, to, true);
		add_number(s, month, from, to, true);
	} else {
		add_number(s, day, from, to, false);
		add_month(s, month, from, to, false);
	}
	add_number(s, year, from, to, false);
	return to;
}

/* 05.2024 */
static size_t month_and_year(struct scan *s, const struct groups *g)
{
	if (g->count < 2 || g->join[1] != '.' || g->len[0] != 2 || g->len[1] != 4 || g->plus || g->opened ||
	    !is_year(group_value(s->text, g, 1)) || group_value(s->text, g, 0) > 12)
		return 0;
	add_month(s, group_value(s->text, g, 0), g->from, g->end[0], true);
	add_number(s, group_value(s->text, g, 1), g->at[1], g->end[1], false);
	return g->end[1];
}

/* ---- times ---- */

static void add_time(struct scan *s, unsigned hour, unsigned minute, size_t from, size_t to, bool loose)
{
	add(s, arena_printf(s->arena, "%u:%02u", hour, minute), from, to, loose);
}

/* "p.m." behind a number: 12 hours to add, "a.m." none; -1: neither. */
static int half_of_day(struct scan *s, size_t at)
{
	size_t len;

	if (joint(point_at(s->text, at, &len)) == ' ')
		at += len;
	if (at + 1 >= s->text.len || !strchr("aApP", s->text.at[at]))
		return -1;
	len = at + 1 + (s->text.at[at + 1] == '.');
	if (len >= s->text.len || !strchr("mM", s->text.at[len]) || is_letter(point_at(s->text, len + 1, &(size_t){0})))
		return -1;
	return strchr("pP", s->text.at[at]) ? 12 : 0;
}

/* 18:00, 6:30 p.m., 6 p.m. */
static size_t time_of_day(struct scan *s, size_t at)
{
	size_t n = digits_at(s->text, at), to = at + n;
	uint64_t hour = 0, minute = 0;
	bool colon = to < s->text.len && s->text.at[to] == ':' && digits_at(s->text, to + 1) == 2;
	int half;

	if (n > 2 || !str_number(str_slice(s->text, at, to), 24, &hour))
		return 0;
	if (colon && !str_number(str_slice(s->text, to + 1, to + 3), 59, &minute))
		return 0;
	to += colon ? 3 : 0;
	half = s->english && hour <= 12 ? half_of_day(s, to) : -1;
	if (!colon && half < 0)
		return 0;
	if (half >= 0)
		hour = hour % 12 + (unsigned)half;
	add_time(s, (unsigned)hour, (unsigned)minute, at, to, false);
	if (minute == 0)
		add_number(s, (unsigned)hour, at, to, true);
	return to;
}

/* ---- numbers ---- */

/* A number taken apart: its digits without signs, and those behind the decimal sign. */
struct parts {
	char whole[32], part[16];
	size_t whole_len, part_len;
	size_t to;
	bool unsure; /* 5.000 and 5,000 are five thousand to some, five to others */
	bool broken; /* too long, or a version such as 2.0.1 */
};

static void take(struct str t, size_t at, size_t n, char *out, size_t *len, size_t room, struct parts *p)
{
	if (*len + n > room) {
		p->broken = true;
		return;
	}
	memcpy(out + *len, t.at + at, n);
	*len += n;
}

/* Groups of three digits behind spaces, or behind the same comma or point. */
static void take_groups(struct scan *s, struct parts *p)
{
	struct str t = s->text;
	uint32_t sign = 0;
	size_t count = 0;

	while (p->whole_len && p->whole[0] != '0' && !p->broken) {
		size_t len;
		uint32_t point = point_at(t, p->to, &len);
		uint32_t now = joint(point) == ' ' ? ' ' : point;

		if ((now != ' ' && now != ',' && now != '.') || (count ? now != sign : p->whole_len > 3) ||
		    digits_at(t, p->to + len) != 3)
			break;
		take(t, p->to + len, 3, p->whole, &p->whole_len, sizeof p->whole, p);
		p->to += len + 3;
		sign = now;
		count++;
	}
	p->unsure = count == 1 && sign != ' ' && !(s->english && sign == ',');
}

static struct parts parts_at(struct scan *s, size_t at)
{
	struct parts p = {.to = at};
	size_t n = digits_at(s->text, at);

	take(s->text, at, n, p.whole, &p.whole_len, sizeof p.whole, &p);
	p.to += n;
	take_groups(s, &p);
	if (!p.unsure && p.to + 1 < s->text.len && strchr(".,", s->text.at[p.to]) && digit_at(s->text, p.to + 1)) {
		n = digits_at(s->text, p.to + 1);
		take(s->text, p.to + 1, n, p.part, &p.part_len, sizeof p.part, &p);
		p.to += 1 + n;
	}
	while (p.to + 1 < s->text.len && s->text.at[p.to] == '.' && digit_at(s->text, p.to + 1)) {
		p.to += 1 + digits_at(s->text, p.to + 1);
		p.broken = true;
	}
	return p;
}

/* The digits with the decimal sign moved `zeros` places to the right, without zeros that say nothing. */
static struct str number_key(struct scan *s, const struct parts *p, unsigned zeros)
{
	size_t moved = zeros < p->part_len ? zeros : p->part_len, part = p->part_len;
	struct str whole;

	while (part > moved && p->part[part - 1] == '0')
		part--;
	whole = arena_printf(s->arena, "%.*s%.*s%.*s", (int)p->whole_len, p->whole, (int)moved, p->part,
			     (int)(zeros - moved), "000000000000");
	/* "05" is 5, but a code such as 0101 is what it is. */
	if (whole.len == 2 || moved)
		while (whole.len > 1 && whole.at[0] == '0')
			whole = str_from(whole, 1);
	if (part == moved)
		return whole;
	return arena_printf(s->arena, "%.*s.%.*s", STR_ARG(whole), (int)(part - moved), p->part + moved);
}

/* The zeros that the word behind a number adds; *to moves behind the word. */
static unsigned zeros_behind(struct scan *s, size_t *to)
{
	size_t len, from = *to, end;
	unsigned zeros;

	if (joint(point_at(s->text, from, &len)) == ' ')
		from += len;
	for (end = from; is_letter(point_at(s->text, end, &len)); end += len)
		;
	if (end == from)
		return 0;
	zeros = number_word_zeros(fold_text(str_slice(s->text, from, end), s->arena));
	if (zeros)
		*to = end;
	return zeros;
}

/* A letter, or a hyphen and a letter, right behind the number: 1st, 1-ші, 15-минутный. */
static bool has_ending(struct str t, size_t at)
{
	size_t len, next;
	uint32_t point = point_at(t, at, &len);

	if (is_letter(point))
		return true;
	return joint(point) == '-' && is_letter(point_at(t, at + len, &next));
}

/* A letter right before it, or behind a hyphen: COVID-19, A4. */
static bool has_beginning(struct str t, size_t at)
{
	size_t from = at, before = 0;
	uint32_t point = point_before(t, at, &from);

	if (is_letter(point) || point == '_')
		return true;
	return (joint(point) == '-' || point == '/' || point == '.') && is_letter(point_before(t, from, &before));
}

/* 9.00 and 9 are times as well, to those who write them so. */
static void add_as_time(struct scan *s, const struct parts *p, size_t at)
{
	uint64_t hour, minute = 0;

	if (!str_number((struct str){p->whole, p->whole_len}, 24, &hour))
		return;
	if (p->part_len && (p->part_len != 2 || !str_number((struct str){p->part, 2}, 59, &minute)))
		return;
	add_time(s, (unsigned)hour, (unsigned)minute, at, p->to, true);
}

static size_t plain(struct scan *s, size_t at)
{
	struct parts p = parts_at(s, at);
	bool loose = has_beginning(s->text, at), ordinal;
	size_t to = p.to;
	unsigned zeros;

	if (p.broken) {
		add(s, arena_str(s->arena, str_slice(s->text, at, to)), at, to, loose);
		return to;
	}
	zeros = zeros_behind(s, &to);
	ordinal = !zeros && has_ending(s->text, to);
	add(s, number_key(s, &p, zeros), at, to, loose || ordinal || p.unsure);
	s->out->at[s->out->len - 1].ordinal = ordinal && !loose && !p.unsure;
	if (p.unsure) {
		/* The same as a decimal: 5,000 is 5. */
		p.part_len = 3;
		p.whole_len -= 3;
		memcpy(p.part, p.whole + p.whole_len, 3);
		add(s, number_key(s, &p, zeros), at, to, true);
	}
	if (!zeros)
		add_as_time(s, &p, at);
	return to;
}

/* Reads a number that begins at byte `at` with a digit, + or an opening parenthesis; gives its end, or `at` for none. */
static size_t number(struct scan *s, size_t at)
{
	struct groups g = groups_at(s->text, at);
	size_t to;

	if (!g.count)
		return at;
	if ((to = date(s, &g)) || (to = month_and_year(s, &g)) || (to = phone(s, &g)))
		return to;
	if (!is_digit(s->text.at[at]))
		return at;
	if ((to = time_of_day(s, at)))
		return to;
	return plain(s, at);
}

/* ---- words ---- */

static void see_value(void *ctx, const char *value)
{
	struct scan *s = ctx;

	add(s, str_of(value), s->word_from, s->word_from, true);
}

static bool is_day(const struct number *n)
{
	uint64_t value;

	return str_number(n->key, 31, &value) && value > 0;
}

/* The end of an ordinal's ending: "12-ші", "12th". */
static size_t behind_ending(struct str t, size_t at)
{
	size_t len;

	if (!has_ending(t, at))
		return at;
	if (joint(point_at(t, at, &len)) == '-')
		at += len;
	while (is_letter(point_at(t, at, &len)))
		at += len;
	return at;
}

/* Only spaces (one, as people write) between two bytes. */
static bool beside(struct str t, size_t from, size_t to)
{
	size_t len;

	return from < to && joint(point_at(t, from, &len)) == ' ' && from + len == to;
}

/* A month that has a day beside it is as sure as a number; "in May" may be left out. */
static bool has_day(struct scan *s, size_t from, size_t to)
{
	size_t len;

	for (size_t i = s->out->len; i-- > 0;) {
		const struct number *n = &s->out->at[i];

		if (n->to > n->from && is_day(n) && beside(s->text, behind_ending(s->text, n->to), from))
			return true;
		if (n->to + 64 < from)
			break;
	}
	if (joint(point_at(s->text, to, &len)) != ' ')
		return false;
	to += len;
	len = digits_at(s->text, to);
	return (len == 1 || len == 2) && s->text.at[to] < '4';
}

static size_t word(struct scan *s, size_t from)
{
	size_t to = from, len;
	struct str folded;
	unsigned value;

	while (is_letter(point_at(s->text, to, &len)))
		to += len;
	folded = fold_text(str_slice(s->text, from, to), s->arena);
	s->word_from = from;
	number_word_values(folded, s->language, see_value, s);
	value = number_word_month(folded);
	if (value)
		add_month(s, value, from, to, !has_day(s, from, to));
	value = number_word_roman(str_slice(s->text, from, to));
	if (value)
		add_number(s, value, from, to, true);
	return to;
}

void numbers_of(struct str text, struct str language, struct arena *a, number_list *out)
{
	struct scan s = {
		.text = text, .language = language, .english = str_eq(language, STR("en")), .arena = a, .out = out};
	size_t at = 0;

	while (at < text.len) {
		size_t len, to = at;
		uint32_t point = point_at(text, at, &len);

		if (is_letter(point))
			to = word(&s, at);
		else if (is_digit(text.at[at]) || point == '+' || point == '(')
			to = number(&s, at);
		at = to > at ? to : at + len;
	}
}
