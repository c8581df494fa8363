#include "text/numbers.h"

#include "base/utf8.h"
#include "text/fold.h"
#include "text/number_scan.h"
#include "text/number_word.h"

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

/* ---- times ---- */

static void add_time(struct number_scan *s, unsigned hour, unsigned minute, size_t from, size_t to, bool loose)
{
	scan_add(s, arena_printf(s->arena, "%u:%02u", hour, minute), from, to, loose);
}

/* "p.m." behind a number: 12 hours to add, "a.m." none; -1: neither. */
static int half_of_day(struct number_scan *s, size_t at)
{
	size_t len;

	if (scan_joint(scan_point_at(s->text, at, &len)) == ' ')
		at += len;
	if (at + 1 >= s->text.len || !strchr("aApP", s->text.at[at]))
		return -1;
	len = at + 1 + (s->text.at[at + 1] == '.');
	if (len >= s->text.len || !strchr("mM", s->text.at[len]) ||
	    scan_is_letter(scan_point_at(s->text, len + 1, &(size_t){0})))
		return -1;
	return strchr("pP", s->text.at[at]) ? 12 : 0;
}

/* 18:00, 6:30 p.m., 6 p.m. */
static size_t time_of_day(struct number_scan *s, size_t at)
{
	size_t n = scan_digits_at(s->text, at), to = at + n;
	uint64_t hour = 0, minute = 0;
	bool colon = to < s->text.len && s->text.at[to] == ':' && scan_digits_at(s->text, to + 1) == 2;
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
		scan_add_number(s, (unsigned)hour, at, to, true);
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
static void take_groups(struct number_scan *s, struct parts *p)
{
	struct str t = s->text;
	uint32_t sign = 0;
	size_t count = 0;

	while (p->whole_len && p->whole[0] != '0' && !p->broken) {
		size_t len;
		uint32_t point = scan_point_at(t, p->to, &len);
		uint32_t now = scan_joint(point) == ' ' ? ' ' : point;

		if ((now != ' ' && now != ',' && now != '.') || (count ? now != sign : p->whole_len > 3) ||
		    scan_digits_at(t, p->to + len) != 3)
			break;
		take(t, p->to + len, 3, p->whole, &p->whole_len, sizeof p->whole, p);
		p->to += len + 3;
		sign = now;
		count++;
	}
	p->unsure = count == 1 && sign != ' ' && !(s->english && sign == ',');
}

static struct parts parts_at(struct number_scan *s, size_t at)
{
	struct parts p = {.to = at};
	size_t n = scan_digits_at(s->text, at);

	take(s->text, at, n, p.whole, &p.whole_len, sizeof p.whole, &p);
	p.to += n;
	take_groups(s, &p);
	if (!p.unsure && p.to + 1 < s->text.len && strchr(".,", s->text.at[p.to]) && scan_digit_at(s->text, p.to + 1)) {
		n = scan_digits_at(s->text, p.to + 1);
		take(s->text, p.to + 1, n, p.part, &p.part_len, sizeof p.part, &p);
		p.to += 1 + n;
	}
	while (p.to + 1 < s->text.len && s->text.at[p.to] == '.' && scan_digit_at(s->text, p.to + 1)) {
		p.to += 1 + scan_digits_at(s->text, p.to + 1);
		p.broken = true;
	}
	return p;
}

/* The digits with the decimal sign moved `zeros` places to the right, without zeros that say nothing. */
static struct str number_key(struct number_scan *s, const struct parts *p, unsigned zeros)
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
static unsigned zeros_behind(struct number_scan *s, size_t *to)
{
	size_t len, from = *to, end;
	unsigned zeros;

	if (scan_joint(scan_point_at(s->text, from, &len)) == ' ')
		from += len;
	for (end = from; scan_is_letter(scan_point_at(s->text, end, &len)); end += len)
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
	uint32_t point = scan_point_at(t, at, &len);

	if (scan_is_letter(point))
		return true;
	return scan_joint(point) == '-' && scan_is_letter(scan_point_at(t, at + len, &next));
}

/* A letter right before it, or behind a hyphen: COVID-19, A4. */
static bool has_beginning(struct str t, size_t at)
{
	size_t from = at, before = 0;
	uint32_t point = point_before(t, at, &from);

	if (scan_is_letter(point) || point == '_')
		return true;
	return (scan_joint(point) == '-' || point == '/' || point == '.') &&
	       scan_is_letter(point_before(t, from, &before));
}

/* 9.00 and 9 are times as well, to those who write them so. */
static void add_as_time(struct number_scan *s, const struct parts *p, size_t at)
{
	uint64_t hour, minute = 0;

	if (!str_number((struct str){p->whole, p->whole_len}, 24, &hour))
		return;
	if (p->part_len && (p->part_len != 2 || !str_number((struct str){p->part, 2}, 59, &minute)))
		return;
	add_time(s, (unsigned)hour, (unsigned)minute, at, p->to, true);
}

static size_t plain(struct number_scan *s, size_t at)
{
	struct parts p = parts_at(s, at);
	bool loose = has_beginning(s->text, at), ordinal;
	size_t to = p.to;
	unsigned zeros;

	if (p.broken) {
		scan_add(s, arena_str(s->arena, str_slice(s->text, at, to)), at, to, loose);
		return to;
	}
	zeros = zeros_behind(s, &to);
	ordinal = !zeros && has_ending(s->text, to);
	scan_add(s, number_key(s, &p, zeros), at, to, loose || ordinal || p.unsure);
	s->out->at[s->out->len - 1].ordinal = ordinal && !loose && !p.unsure;
	if (p.unsure) {
		/* The same as a decimal: 5,000 is 5. */
		p.part_len = 3;
		p.whole_len -= 3;
		memcpy(p.part, p.whole + p.whole_len, 3);
		scan_add(s, number_key(s, &p, zeros), at, to, true);
	}
	if (!zeros)
		add_as_time(s, &p, at);
	return to;
}

/* Reads a number that begins at byte `at` with a digit, + or an opening parenthesis; gives its end, or `at` for none. */
static size_t number(struct number_scan *s, size_t at)
{
	size_t to = scan_groups(s, at);

	if (to)
		return to;
	if (!scan_digit_at(s->text, at))
		return at;
	to = time_of_day(s, at);
	return to ? to : plain(s, at);
}

/* ---- words ---- */

static void see_value(void *ctx, const char *value)
{
	struct number_scan *s = ctx;

	scan_add(s, str_of(value), s->word_from, s->word_from, true);
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
	if (scan_joint(scan_point_at(t, at, &len)) == '-')
		at += len;
	while (scan_is_letter(scan_point_at(t, at, &len)))
		at += len;
	return at;
}

/* Only spaces (one, as people write) between two bytes. */
static bool beside(struct str t, size_t from, size_t to)
{
	size_t len;

	return from < to && scan_joint(scan_point_at(t, from, &len)) == ' ' && from + len == to;
}

/* A month that has a day beside it is as sure as a number; "in May" may be left out. */
static bool has_day(struct number_scan *s, size_t from, size_t to)
{
	size_t len;

	for (size_t i = s->out->len; i-- > 0;) {
		const struct number *n = &s->out->at[i];

		if (n->to > n->from && is_day(n) && beside(s->text, behind_ending(s->text, n->to), from))
			return true;
		if (n->to + 64 < from)
			break;
	}
	if (scan_joint(scan_point_at(s->text, to, &len)) != ' ')
		return false;
	to += len;
	len = scan_digits_at(s->text, to);
	return (len == 1 || len == 2) && s->text.at[to] < '4';
}

static size_t word(struct number_scan *s, size_t from)
{
	size_t to = from, len;
	struct str folded;
	unsigned value;

	while (scan_is_letter(scan_point_at(s->text, to, &len)))
		to += len;
	folded = fold_text(str_slice(s->text, from, to), s->arena);
	s->word_from = from;
	number_word_values(folded, s->language, see_value, s);
	value = number_word_month(folded);
	if (value)
		scan_add_month(s, value, from, to, !has_day(s, from, to));
	value = number_word_roman(str_slice(s->text, from, to));
	if (value)
		scan_add_number(s, value, from, to, true);
	return to;
}

void numbers_of(struct str text, struct str language, struct arena *a, number_list *out)
{
	struct number_scan s = {
		.text = text, .language = language, .english = str_eq(language, STR("en")), .arena = a, .out = out};
	size_t at = 0;

	while (at < text.len) {
		size_t len, to = at;
		uint32_t point = scan_point_at(text, at, &len);

		if (scan_is_letter(point))
			to = word(&s, at);
		else if (scan_digit_at(text, at) || point == '+' || point == '(')
			to = number(&s, at);
		at = to > at ? to : at + len;
	}
}
