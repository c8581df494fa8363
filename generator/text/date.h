/*
 * date.h - calendar days as editors write them (2026-11-23) and as readers read them (ICU).
 */
#ifndef KOMEK_TEXT_DATE_H
#define KOMEK_TEXT_DATE_H

#include "base/arena.h"
#include "text/language.h"

struct date {
	int year, month, day; /* all 0: no date; else 1900 to 2199, 1 to 12, 1 to 31 */
};

/* Reads YYYY-MM-DD, a day that exists; for anything else false, *d untouched. */
bool date_read(struct str s, struct date *d);

/* The day that people mean by 23.11.2026, 23/11/2026 or 2026-5-3; no date where it is none of these. */
struct date date_guess(struct str s);

static inline bool date_given(struct date d)
{
	return d.year != 0;
}

/* -1, 0 or 1. */
int date_cmp(struct date a, struct date b);

/* "2026-11-23" in the arena; empty for no date. */
struct str date_iso(struct date d, struct arena *a);

struct date_writer;

/*
 * Writes dates in one language's long form ("23 ноября 2026 г."). One thread at a time uses a writer. NULL where ICU
 * lacks its data, with ICU's name for the error in *error.
 */
struct date_writer *date_writer_new(const struct language *language, const char **error);
struct str date_text(struct date_writer *w, struct date d, struct arena *a);
void date_writer_free(struct date_writer *w);

#endif
