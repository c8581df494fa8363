/*
 * The table of headers is what the README tells operators to send: the two must not drift apart.
 */
#include "page/policy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

#include "base/fs.h"

/* Tests run in the project's folder. */
static struct str readme(struct arena *a)
{
	struct str bytes = STR_NONE;

	assert_int_equal(fs_read(AT_FDCWD, "README.md", 1 << 20, a, &bytes), 0);
	return bytes;
}

static void readme_has_every_header(void **state)
{
	struct arena a = ARENA_INIT;
	struct str text = readme(&a);

	(void)state;
	for (const struct security_header *h = security_headers; h->name; h++) {
		struct str line = arena_printf(&a, "add_header %s \"%s\" always;", h->name, h->value);

		if (str_find(text, line, 0) == SIZE_MAX)
			fail_msg("README.md lacks: %s", line.at);
	}
	arena_clear(&a);
}

static void readme_has_no_other_header(void **state)
{
	struct arena a = ARENA_INIT;
	struct str text = readme(&a);
	size_t told = 0, known = 0;

	(void)state;
	for (size_t at = 0; (at = str_find(text, STR("add_header "), at)) != SIZE_MAX; at++)
		told++;
	for (const struct security_header *h = security_headers; h->name; h++)
		known++;
	assert_int_equal(told, known);
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(readme_has_every_header),
		cmocka_unit_test(readme_has_no_other_header),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
