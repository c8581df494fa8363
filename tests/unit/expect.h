/*
 * expect.h - for tests that are tables: every row says why it is there, and the first that fails names itself.
 */
#ifndef KOMEK_TESTS_EXPECT_H
#define KOMEK_TESTS_EXPECT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static inline void expect_bytes(const char *reason, struct str got, struct str want)
{
	if (!str_eq(got, want))
		fail_msg("%s:\n got  \"%.*s\" (%zu bytes)\n want \"%.*s\" (%zu bytes)", reason, STR_ARG(got), got.len,
			 STR_ARG(want), want.len);
}

static inline void expect_text(const char *reason, struct str got, const char *want)
{
	expect_bytes(reason, got, str_of(want));
}

static inline void expect_number(const char *reason, uint64_t got, uint64_t want)
{
	if (got != want)
		fail_msg("%s: got %llu, want %llu", reason, (unsigned long long)got, (unsigned long long)want);
}

#endif
