/* Another program that turns bytes into bytes. */
#include "expect.h"

#include <errno.h>

#include "base/child.h"

static int run(const char *const *command, struct str input, struct arena *a, struct child_said *said)
{
	struct child c;

	child_start(&c, command, input);
	return child_finish(&c, a, said);
}

static void bytes_become_bytes(void **state)
{
	static const char *const command[] = {"tr", "a-z", "A-Z", NULL};
	struct arena a = ARENA_INIT;
	struct child_said said;

	(void)state;
	assert_int_equal(run(command, STR("a\0b"), &a, &said), 0);
	expect_bytes("output", said.output, STR("A\0B"));
	expect_bytes("complaint", said.complaint, STR(""));
	assert_int_equal(said.status, 0);
	arena_clear(&a);
}

/* More than a pipe holds, and a program that does not read it. */
static void much_that_is_not_read(void **state)
{
	static const char *const command[] = {"true", NULL};
	struct arena a = ARENA_INIT;
	struct child_said said;
	size_t len = 4 << 20;
	char *bytes = arena_alloc(&a, len);

	(void)state;
	memset(bytes, 'x', len);
	assert_int_equal(run(command, (struct str){bytes, len}, &a, &said), 0);
	assert_int_equal(said.status, 0);
	arena_clear(&a);
}

static void what_goes_wrong(void **state)
{
	static const char *const none[] = {"no-program-has-this-name", NULL};
	static const char *const fails[] = {"sh", "-c", "echo out; echo why >&2; exit 3", NULL};
	static const char *const dies[] = {"sh", "-c", "kill -9 $$", NULL};
	struct arena a = ARENA_INIT;
	struct child_said said;

	(void)state;
	assert_int_equal(run(none, STR("x"), &a, &said), ENOENT);
	assert_int_equal(run(fails, STR("x"), &a, &said), 0);
	assert_int_equal(said.status, 3);
	expect_bytes("output", said.output, STR("out\n"));
	expect_bytes("complaint", said.complaint, STR("why\n"));
	assert_int_equal(run(dies, STR("x"), &a, &said), 0);
	assert_int_equal(said.status, 128 + 9);
	arena_clear(&a);
}

static void side_by_side(void **state)
{
	static const char *const command[] = {"cat", NULL};
	const struct str inputs[] = {STR("one"), STR("two"), STR("three")};
	struct child children[3];
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < 3; i++)
		child_start(&children[i], command, inputs[i]);
	for (size_t i = 3; i-- > 0;) {
		struct child_said said;

		assert_int_equal(child_finish(&children[i], &a, &said), 0);
		expect_bytes("output", said.output, inputs[i]);
	}
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_become_bytes),
		cmocka_unit_test(much_that_is_not_read),
		cmocka_unit_test(what_goes_wrong),
		cmocka_unit_test(side_by_side),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
