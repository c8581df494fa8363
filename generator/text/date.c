#include "text/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "base/mem.h"

struct date_writer {
	UDateFormat *format;
	UCalendar *calendar;
};

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool date_read(struct str s, struct date *d)
{
	uint64_t year, month, day;
	struct date read;

	if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-')
		return false;
	if (!str_number(str_slice(s, 0, 4), 2199, &year) || !str_number(str_slice(s, 5, 7), 12, &month) ||
	    !str_number(str_from(s, 8), 31, &day) || year < 1900 || month < 1 || day < 1)
		return false;
	read = (struct date){(int)year, (int)month, (int)day};
	if (read.day > days_in(read.year, read.month))
		return false;
	*d = read;
	return true;
}

/* Three numbers with one kind of separator between them. */
static bool three_numbers(struct str s, char separator, uint64_t n[3])
{
	struct str part;
	size_t i = 0;

	for (; str_split(&s, separator, &part); i++)
		if (i == 3 || !str_number(part, 9999, &n[i]))
			return false;
	return i == 3;
}

struct date date_guess(struct str s)
{
	static const char separators[] = {'.', '/', '-'};
	struct date d = {0};
	uint64_t n[3];
	char iso[16];

	for (size_t i = 0; i < sizeof separators; i++) {
		if (!three_numbers(s, separators[i], n))
			continue;
		if (n[0] <= 31 && n[2] > 31) {
			uint64_t day = n[0];

			n[0] = n[2];
			n[2] = day;
		}
		snprintf(iso, sizeof iso, "%04u-%02u-%02u", (unsigned)n[0], (unsigned)n[1] % 100, (unsigned)n[2] % 100);
		if (n[1] < 100 && n[2] < 100 && date_read(str_of(iso), &d))
			return d;
	}
	return (struct date){0};
}

int date_cmp(struct date a, struct date b)
{
	int x = (a.year * 100 + a.month) * 100 + a.day, y = (b.year * 100 + b.month) * 100 + b.day;

	return (x > y) - (x < y);
}

struct str date_iso(struct date d, struct arena *a)
{
	if (!date_given(d))
		return STR_NONE;
	return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

struct date_writer *date_writer_new(const struct language *language, const char **error)
{
	/* A fixed zone: a day must not move with the time zone of whoever builds. */
	static const UChar utc[] = {'U', 'T', 'C', 0};
	struct date_writer *w = mem_zero(1, sizeof *w);
	UErrorCode status = U_ZERO_ERROR;

	w->format = udat_open(UDAT_NONE, UDAT_LONG, language->locale.at, utc, -1, NULL, 0, &status);
	w->calendar = ucal_open(utc, -1, language->locale.at, UCAL_GREGORIAN, &status);
	if (U_FAILURE(status)) {
		*error = u_errorName(status);
		date_writer_free(w);
		return NULL;
	}
	return w;
}

struct str date_text(struct date_writer *w, struct date d, struct arena *a)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[128];
	char text[512];
	int32_t n, len = 0;

	if (!date_given(d))
		return STR_NONE;
	ucal_clear(w->calendar);
	ucal_setDate(w->calendar, d.year, d.month - 1, d.day, &status);
	n = udat_format(w->format, ucal_getMillis(w->calendar, &status), wide, 128, NULL, &status);
	u_strToUTF8(text, sizeof text, &len, wide, n, &status);
	return U_FAILURE(status) ? date_iso(d, a) : arena_str(a, (struct str){text, (size_t)len});
}

void date_writer_free(struct date_writer *w)
{
	if (!w)
		return;
	if (w->format)
		udat_close(w->format);
	if (w->calendar)
		ucal_close(w->calendar);
	free(w);
}
