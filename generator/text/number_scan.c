#include "text/number_scan.h"

#include "base/utf8.h"

bool scan_digit_at(struct str s, size_t at)
{
	return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

size_t scan_digits_at(struct str s, size_t at)
{
	size_t n = 0;

	while (scan_digit_at(s, at + n))
		n++;
	return n;
}

bool scan_is_letter(uint32_t point)
{
	return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= 0x400 && point < 0x530) ||
	       (point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7);
}

uint32_t scan_point_at(struct str s, size_t at, size_t *len)
{
	uint32_t point = 0;

	*len = at < s.len ? utf8_decode(s, at, &point) : 0;
	return point;
}

char scan_joint(uint32_t point)
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

void scan_add(struct number_scan *s, struct str key, size_t from, size_t to, bool loose)
{
	struct number n = {.key = key, .from = from, .to = to, .loose = loose};

	vec_push(s->out, n);
}

void scan_add_number(struct number_scan *s, unsigned value, size_t from, size_t to, bool loose)
{
	scan_add(s, arena_printf(s->arena, "%u", value), from, to, loose);
}

void scan_add_month(struct number_scan *s, unsigned month, size_t from, size_t to, bool loose)
{
	scan_add(s, arena_printf(s->arena, "month %u", month), from, to, loose);
}
