/* The sink that keeps files in memory, and what every sink refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/pool.h"
#include "output/memory.h"

static bool put(struct memory *m, struct str path, struct str bytes, enum message_id *refused)
{
	struct failure why = FAILURE_NONE;
	struct sink *sink = memory_sink(m);
	bool ok = sink->put(sink, path, bytes, &why);

	assert_int_equal(ok, !why.set);
	*refused = why.message.id;
	failure_clear(&why);
	return ok;
}

static void keeps_copies_sorted(void **state)
{
	struct memory *m = memory_new();
	const struct memory_file *files;
	char bytes[] = "one";
	enum message_id id;
	size_t count;

	(void)state;
	assert_true(put(m, STR("ru/index.html"), STR("two"), &id));
	assert_true(put(m, STR("kk/index.html"), str_of(bytes), &id));
	assert_true(put(m, STR("kk.txt"), STR_NONE, &id));
	bytes[0] = 'X';
	files = memory_files(m, &count);
	assert_int_equal(count, 3);
	files = memory_files(m, &count);
	assert_int_equal(count, 3); /* asking changes nothing */
	assert_true(str_eq(files[0].path, STR("kk.txt")));
	assert_int_equal(files[0].bytes.len, 0);
	assert_true(str_eq(files[1].path, STR("kk/index.html")));
	assert_true(str_eq(files[1].bytes, STR("one")));
	assert_true(str_eq(files[2].path, STR("ru/index.html")));
	memory_free(m);
}

static void finds(void **state)
{
	struct memory *m = memory_new();
	enum message_id id;
	size_t count;

	(void)state;
	memory_files(m, &count);
	assert_int_equal(count, 0);
	assert_null(memory_find(m, STR("a")));
	assert_true(put(m, STR("a/b"), STR("text"), &id));
	assert_true(str_eq(memory_find(m, STR("a/b"))->bytes, STR("text")));
	assert_null(memory_find(m, STR("a"))); /* a folder is no file */
	memory_free(m);
	memory_free(NULL);
}

static void refuses_the_same_place(void **state)
{
	struct memory *m = memory_new();
	enum message_id id;
	size_t count;

	(void)state;
	assert_true(put(m, STR("a/b"), STR("1"), &id));
	assert_false(put(m, STR("a/b"), STR("1"), &id));
	assert_int_equal(id, MSG_OUTPUT_PUT_TWICE);
	assert_false(put(m, STR("a"), STR("a file where a folder is"), &id));
	assert_int_equal(id, MSG_OUTPUT_PUT_TWICE);
	assert_false(put(m, STR("a/b/c"), STR("a folder where a file is"), &id));
	assert_int_equal(id, MSG_OUTPUT_PUT_TWICE);
	memory_files(m, &count);
	assert_int_equal(count, 1);
	memory_free(m);
}

static const struct {
	const char *reason;
	struct str path;
	bool allowed;
} paths[] = {
	{"a name", STR("index.html"), true},
	{"names in folders", STR("kk/digital-id/a.html"), true},
	{"spaces and Kazakh letters", STR("kk/Жеке куәлік/ә ғ.html"), true},
	{"dots inside and at the end", STR("a..b/c."), true},
	{"nothing", STR(""), false},
	{"absolute", STR("/etc/passwd"), false},
	{"a slash at the end", STR("kk/"), false},
	{"an empty name", STR("kk//a"), false},
	{"this folder", STR("./a"), false},
	{"the folder above", STR("kk/../../a"), false},
	{"the folder above at the end", STR("kk/.."), false},
	{"a dot-file", STR(".htaccess"), false},
	{"a dot-folder", STR("kk/.git/config"), false},
	{"a NUL", STR("a\0b"), false},
	{"a backslash, a separator elsewhere", STR("kk\\a"), false},
};

static void refuses_paths(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		struct memory *m = memory_new();
		enum message_id id;
		bool ok = put(m, paths[i].path, STR("x"), &id);

		print_message("%s\n", paths[i].reason);
		assert_int_equal(ok, paths[i].allowed);
		assert_int_equal(id, ok ? 0 : MSG_OUTPUT_PATH_NOT_PLAIN);
		memory_free(m);
	}
}

enum { MANY = 2000 };

/* Every path is put by two items; exactly one of them may succeed. */
static void put_one(void *ctx, size_t item, unsigned worker)
{
	struct sink *sink = memory_sink(ctx);
	struct failure why = FAILURE_NONE;
	char path[32];

	(void)worker;
	snprintf(path, sizeof path, "kk/%zu/%zu.html", item / 2 % 10, item / 2);
	sink->put(sink, str_of(path), str_of(path), &why);
	failure_clear(&why);
}

static void from_many_threads(void **state)
{
	struct memory *m = memory_new();
	const struct memory_file *files;
	size_t count;

	(void)state;
	pool_run(8, MANY, put_one, m);
	files = memory_files(m, &count);
	assert_int_equal(count, MANY / 2);
	for (size_t i = 0; i < count; i++) {
		assert_true(str_eq(files[i].path, files[i].bytes));
		assert_true(i == 0 || str_cmp(files[i - 1].path, files[i].path) < 0);
	}
	memory_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_copies_sorted),	  cmocka_unit_test(finds),
		cmocka_unit_test(refuses_the_same_place), cmocka_unit_test(refuses_paths),
		cmocka_unit_test(from_many_threads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
