/* One file in the place of another, on a real disk: the new one whole, or the old one as it was. */
#include "output_scratch.h"

#include "output/replace.h"

static bool replaced(const char *path, const char *text)
{
	struct failure why = FAILURE_NONE;
	bool touched;

	assert_true(replace_allowed(path, &why));
	assert_true(replace_file(path, str_of(text), &touched, &why));
	assert_false(why.set);
	return touched;
}

static enum message_id refused_file(const char *path, int error)
{
	struct failure why = FAILURE_NONE;
	enum message_id id;
	bool touched;

	assert_false(replace_file(path, STR("new"), &touched, &why));
	assert_true(why.set);
	assert_int_equal(why.message.error, error);
	id = why.message.id;
	failure_clear(&why);
	return id;
}

static void makes_and_replaces(void **state)
{
	(void)state;
	assert_true(replaced("a.zip", "one"));
	assert_true(holds("a.zip", "one"));
	assert_true(replaced("a.zip", "two, and longer"));
	assert_true(holds("a.zip", "two, and longer"));
	assert_true(replaced("content/Көмек 1.zip", ""));
	assert_true(holds("content/Көмек 1.zip", ""));
	assert_false(there(".a.zip.komek-stage"));
	assert_false(there(".a.zip.komek-lock"));
}

static void the_same_bytes_touch_nothing(void **state)
{
	struct stat before;

	(void)state;
	replaced("a.zip", "one");
	before = look("a.zip");
	assert_false(replaced("a.zip", "one"));
	assert_true(same_as_before("a.zip", &before));
}

static void whoever_reads_the_old_file_keeps_it(void **state)
{
	struct stat before;

	(void)state;
	replaced("a.zip", "one");
	before = look("a.zip");
	replaced("a.zip", "two");
	assert_int_not_equal(look("a.zip").st_ino, before.st_ino);
}

static void sweeps_what_a_killed_run_left(void **state)
{
	(void)state;
	assert_true(write_file(".a.zip.komek-stage", "half an arch"));
	assert_true(write_file(".a.zip.komek-lock", ""));
	assert_true(replaced("a.zip", "one"));
	assert_true(holds("a.zip", "one"));
	assert_false(there(".a.zip.komek-stage"));
	assert_false(there(".a.zip.komek-lock"));
}

static void a_link_is_replaced_and_not_followed(void **state)
{
	(void)state;
	assert_true(write_file("precious.txt", "years of work"));
	assert_int_equal(symlink("precious.txt", "a.zip"), 0);
	assert_true(replaced("a.zip", "one"));
	assert_true(holds("precious.txt", "years of work"));
	assert_true(S_ISREG(look("a.zip").st_mode));
}

static void a_disk_that_fails_leaves_the_old_file(void **state)
{
	(void)state;
	replaced("a.zip", "one");
	no_fsync = EIO;
	assert_int_equal(refused_file("a.zip", EIO), MSG_BUNDLE_CANNOT_WRITE);
	assert_true(holds("a.zip", "one"));
	assert_false(there(".a.zip.komek-stage"));
	assert_false(there(".a.zip.komek-lock"));
}

static void another_run_is_left_alone(void **state)
{
	int lock;

	(void)state;
	replaced("a.zip", "one");
	lock = open(".a.zip.komek-lock", O_RDWR | O_CREAT, 0666);
	assert_int_equal(flock(lock, LOCK_EX), 0);
	assert_int_equal(refused_file("a.zip", 0), MSG_BUNDLE_BUSY);
	assert_true(holds("a.zip", "one"));
	close(lock);
}

static void places_that_cannot_be(void **state)
{
	static const struct {
		const char *reason, *path;
		enum message_id refused;
	} rows[] = {
		{"no such folder", "none/a.zip", MSG_BUNDLE_NO_PARENT},
		{"a file as folder", "plain/a.zip", MSG_BUNDLE_NO_PARENT},
		{"a folder has the name", "content", MSG_BUNDLE_CANNOT_WRITE},
	};

	(void)state;
	assert_true(write_file("plain", ""));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct failure why = FAILURE_NONE;

		print_message("%s\n", rows[i].reason);
		assert_false(replace_allowed(rows[i].path, &why));
		assert_int_equal(why.message.id, rows[i].refused);
		failure_clear(&why);
	}
	assert_int_equal(refused_file("content", EISDIR), MSG_BUNDLE_CANNOT_WRITE);
	assert_int_equal(refused_file("none/a.zip", ENOENT), MSG_BUNDLE_NO_PARENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(makes_and_replaces),
		TEST(the_same_bytes_touch_nothing),
		TEST(whoever_reads_the_old_file_keeps_it),
		TEST(sweeps_what_a_killed_run_left),
		TEST(a_link_is_replaced_and_not_followed),
		TEST(a_disk_that_fails_leaves_the_old_file),
		TEST(another_run_is_left_alone),
		TEST(places_that_cannot_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
