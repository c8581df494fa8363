/*
 * rows.h - tables of cases: every row is tried, and each that fails is told with its reason.
 *
 *	size_t bad = 0;
 *	for each row: bad += row_differs(row->reason, row->text, got, row->want);
 *	assert_int_equal(bad, 0);
 */
#ifndef KOMEK_TESTS_ROWS_H
#define KOMEK_TESTS_ROWS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* 1, and says so, where what came out is not what the row wants; else 0. */
static inline size_t row_differs(const char *reason, const char *input, struct str got, const char *want)
{
	if (str_eq(got, str_of(want)))
		return 0;
	print_error("%s\n----- input\n%s\n----- got\n%.*s\n----- want\n%s\n-----\n", reason, input, STR_ARG(got), want);
	return 1;
}

#endif
