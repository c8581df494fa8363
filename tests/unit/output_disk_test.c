/* Publishing where the disk refuses: full, read-only, not flushed, without links; and in place of an exchange. */
#include "output_scratch.h"

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

static void first_publication_without_rename_flags(void **state)
{
	(void)state;
	no_rename_flags = EINVAL;
	expect(published(&exchanging, small_site), 3, 3, 0, true);
	assert_true(holds("public/kk/b.html", "B"));
}

static void dot_files_are_copied_without_links(void **state)
{
	files list = {"kk/a.html", "A2", "kk/b.html", "B", NULL};
	const struct timespec long_ago[2] = {{1000000000, 0}, {1000000000, 0}};
	struct stat before;

	(void)state;
	published(&exchanging, small_site);
	make_dot_files();
	assert_int_equal(chmod("public/.gitignore", 0640), 0);
	assert_int_equal(utimensat(AT_FDCWD, "public/.gitignore", long_ago, 0), 0);
	before = look("public/.gitignore");
	no_link = EPERM;
	expect(published(&exchanging, list), 2, 1, 1, true); /* b.html was written again, but it is not new */
	expect_dot_files();
	assert_int_equal(look("public/.gitignore").st_mode & 07777, 0640);
	assert_int_equal(look("public/.gitignore").st_mtime, 1000000000);
	assert_int_not_equal(look("public/.gitignore").st_ino, before.st_ino);
}

/* Every write beyond the limit fails with EFBIG, as a full disk would with ENOSPC. */
static void a_full_disk_leaves_the_old_site(void **state)
{
	static char big[1 << 20];
	files list = {"index.html", "new", "big.txt", big, NULL};
	struct rlimit old, small;
	struct failure why = FAILURE_NONE;
	struct publish_result r;

	(void)state;
	published(&exchanging, small_site);
	memset(big, 'x', sizeof big - 1);
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = (struct rlimit){64 * 1024, old.rlim_max};
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_false(publish(&exchanging, list, &r, &why));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_int_equal(why.message.id, MSG_OUTPUT_CANNOT_WRITE);
	assert_true(str_eq(why.message.arg[0], STR("public/big.txt")));
	assert_int_equal(why.message.error, EFBIG);
	failure_clear(&why);
	assert_true(holds("public/index.html", "root"));
	assert_true(holds("public/kk/a.html", "A"));
	assert_false(there(".public.komek-stage"));
}

static void an_unflushed_disk_leaves_the_old_site(void **state)
{
	files list = {"index.html", "new", NULL};

	(void)state;
	no_fsync = EIO;
	assert_int_equal(unpublished(&exchanging, small_site), MSG_OUTPUT_CANNOT_EXCHANGE);
	assert_false(there("public"));
	no_fsync = 0;
	published(&exchanging, small_site);
	no_fsync = EIO;
	assert_int_equal(unpublished(&exchanging, list), MSG_OUTPUT_CANNOT_EXCHANGE);
	assert_true(holds("public/index.html", "root"));
	no_fsync = 0;
	no_syncfs = EIO;
	assert_int_equal(unpublished(&exchanging, list), MSG_OUTPUT_CANNOT_WRITE);
	assert_true(holds("public/index.html", "root"));
	assert_true(holds("public/kk/b.html", "B"));
}

static void a_folder_that_cannot_be_flushed_is_no_failure(void **state)
{
	(void)state;
	no_fsync = EINVAL;
	expect(published(&exchanging, small_site), 3, 3, 0, true);
}

static void a_folder_made_at_the_last_moment_is_left_alone(void **state)
{
	(void)state;
	no_rename_flags = EEXIST;
	assert_int_equal(unpublished(&exchanging, small_site), MSG_OUTPUT_CHANGED);
	assert_false(there("public"));
}

static void a_refused_exchange_is_explained(void **state)
{
	static const struct {
		int error;
		enum message_id refused;
	} rows[] = {
		{EINVAL, MSG_OUTPUT_NO_EXCHANGE_HERE}, {ENOSYS, MSG_OUTPUT_NO_EXCHANGE_HERE},
		{EXDEV, MSG_OUTPUT_NO_EXCHANGE_MOUNT}, {EBUSY, MSG_OUTPUT_NO_EXCHANGE_MOUNT},
		{EPERM, MSG_OUTPUT_NO_EXCHANGE_RIGHT}, {EIO, MSG_OUTPUT_CANNOT_EXCHANGE},
	};
	files list = {"index.html", "new", "kk/a.html", "A", NULL};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		no_rename_flags = 0;
		published(&exchanging, small_site);
		no_rename_flags = rows[i].error;
		assert_int_equal(unpublished(&exchanging, list), rows[i].refused);
		assert_true(holds("public/index.html", "root"));
		assert_true(holds("public/kk/b.html", "B"));
		/* A broken disk is no reason to go on in another way. */
		if (rows[i].refused == MSG_OUTPUT_CANNOT_EXCHANGE) {
			assert_int_equal(unpublished(&in_place, list), MSG_OUTPUT_CANNOT_EXCHANGE);
			continue;
		}
		expect(published(&in_place, list), 2, 1, 1, true);
		assert_true(holds("public/index.html", "new"));
		assert_false(there("public/kk/b.html"));
	}
}

static void in_place_only_where_there_is_no_exchange(void **state)
{
	struct stat before;
	struct publish_result r;

	(void)state;
	published(&in_place, small_site);
	before = look("public");
	r = published(&in_place, (files){"index.html", "new", NULL});
	assert_false(r.in_place);
	assert_int_not_equal(look("public").st_ino, before.st_ino);
}

static void in_place_brings_the_whole_site(void **state)
{
	files before = {"index.html", "root", "kk/a.html", "A", "kk/b.html", "B", "ru/a", "3", "en/a", "4", NULL};
	files list = {"index.html/deep/a",
		      "1",
		      "kk/a.html",
		      "A",
		      "kk/b.html",
		      "B2",
		      "kk/c.html",
		      "C",
		      "ru",
		      "2",
		      "same/a",
		      "5",
		      NULL};
	struct stat folder, a;
	struct publish_result r;

	(void)state;
	published(&exchanging, before);
	make_dot_files();
	assert_int_equal(mkdir("public/same", 0755), 0);
	assert_true(write_file("public/same/a", "5"));
	assert_true(write_file("public/same/.komek-new", "left by a killed run in place"));
	folder = look("public");
	a = look("public/kk/a.html");
	no_rename_flags = EINVAL;
	r = published(&in_place, list);
	expect(r, 6, 4, 3, true);
	assert_true(r.in_place);
	assert_int_equal(look("public").st_ino, folder.st_ino);
	assert_true(same_as_before("public/kk/a.html", &a));
	assert_true(holds("public/kk/b.html", "B2"));
	assert_true(holds("public/kk/c.html", "C"));
	assert_true(holds("public/index.html/deep/a", "1"));
	assert_true(holds("public/ru", "2"));
	assert_false(there("public/en"));
	assert_false(there("public/same/.komek-new"));
	expect_dot_files();
	r = published(&in_place, list);
	expect(r, 6, 0, 0, false);
	assert_false(r.in_place);
}

static void in_place_marks_an_empty_folder(void **state)
{
	(void)state;
	assert_int_equal(mkdir("public", 0755), 0);
	no_rename_flags = EINVAL;
	expect(published(&in_place, small_site), 3, 3, 0, true);
	assert_true(holds("public/.komek", "komek 1\n"));
}

static void in_place_tells_where_it_stopped(void **state)
{
	struct failure why = FAILURE_NONE;
	struct publish_result r;

	(void)state;
	published(&exchanging, small_site);
	no_rename_flags = EINVAL;
	no_fsync = EIO;
	assert_false(publish(&in_place, (files){"kk/a.html", "A2", NULL}, &r, &why));
	assert_int_equal(why.message.id, MSG_OUTPUT_IN_PLACE_STOPPED);
	assert_true(str_eq(why.message.arg[0], STR("public/kk/a.html")));
	failure_clear(&why);
	assert_true(holds("public/kk/a.html", "A"));
	assert_true(holds("public/kk/b.html", "B")); /* removal comes last */
	assert_false(there("public/kk/.komek-new"));
}

static void in_place_brings_new_files_before_changed_ones(void **state)
{
	struct failure why = FAILURE_NONE;
	struct publish_result r;

	(void)state;
	published(&exchanging, small_site);
	no_rename_flags = EINVAL;
	no_fsync = EIO;
	good_fsyncs = 1;
	assert_false(publish(&in_place, (files){"index.html", "see style.css", "style.css", "new", NULL}, &r, &why));
	failure_clear(&why);
	assert_true(holds("public/style.css", "new"));
	assert_true(holds("public/index.html", "root"));
}

/*
 * In a child, because it must leave the test's view of the file systems. 0 done, 77 not permitted, else the line that
 * failed.
 */
static void with_mounts(int (*story)(void))
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		if (geteuid() != 0 || unshare(CLONE_NEWNS) || mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL))
			_exit(77);
		_exit(story());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77) {
		print_message("skipped: mounting needs the superuser\n");
		skip();
	}
	assert_int_equal(WEXITSTATUS(status), 0);
}

#define CHECK(what)                                                                 \
	do {                                                                        \
		if (!(what)) {                                                      \
			fprintf(stderr, "line %d: %s is false\n", __LINE__, #what); \
			return 1;                                                   \
		}                                                                   \
	} while (0)

/* wanted MSG_COUNT: published. */
static bool ends_with(const struct publish_request *request, files list, enum message_id wanted,
		      struct publish_result *r)
{
	struct failure why = FAILURE_NONE;
	bool ok = publish(request, list, r, &why);
	enum message_id id = why.message.id;

	failure_clear(&why);
	return ok ? wanted == MSG_COUNT : wanted == id;
}

static int publish_into_a_mount(void)
{
	files list = {"index.html", "new", "kk/a.html", "A", NULL};
	struct failure why = FAILURE_NONE;
	struct publish_result r;

	CHECK(!publish_allowed(&exchanging, &why));
	failure_clear(&why);
	CHECK(publish_allowed(&in_place, &why));
	CHECK(ends_with(&exchanging, small_site, MSG_OUTPUT_NO_EXCHANGE_MOUNT, &r));
	CHECK(!there("public/index.html") && !there(".public.komek-stage"));
	CHECK(ends_with(&in_place, small_site, MSG_COUNT, &r));
	CHECK(r.in_place && r.written == 3);
	/* It could not be carried to another file system, and need not be. */
	CHECK(mkfifo("public/.pipe", 0600) == 0);
	CHECK(ends_with(&in_place, list, MSG_COUNT, &r));
	CHECK(r.in_place && r.files == 2 && r.written == 1 && r.removed == 1);
	CHECK(holds("public/index.html", "new") && holds("public/kk/a.html", "A") && !there("public/kk/b.html"));
	CHECK(ends_with(&in_place, list, MSG_COUNT, &r));
	CHECK(!r.touched && there("public/.pipe"));
	no_syncfs = EIO;
	CHECK(ends_with(&in_place, small_site, MSG_OUTPUT_IN_PLACE_STOPPED, &r));
	return 0;
}

static int bind_mount(void)
{
	if (mkdir("public", 0755) || mkdir("elsewhere", 0755) || mount("elsewhere", "public", "none", MS_BIND, NULL))
		return 77;
	return publish_into_a_mount();
}

static int other_file_system(void)
{
	if (mkdir("public", 0755) || mount("none", "public", "tmpfs", 0, NULL))
		return 77;
	return publish_into_a_mount();
}

/* What hosts mount into a site, such as certificates' challenges, must not go with the old tree. */
static int mount_inside(void)
{
	files list = {"index.html", "new", NULL};
	struct publish_result r;

	CHECK(ends_with(&exchanging, small_site, MSG_COUNT, &r));
	CHECK(!mkdir("public/.well-known", 0755) && !mkdir("elsewhere", 0755));
	CHECK(write_file("elsewhere/challenge", "x"));
	if (mount("elsewhere", "public/.well-known", "none", MS_BIND, NULL))
		return 77;
	CHECK(ends_with(&exchanging, list, MSG_OUTPUT_NO_EXCHANGE_MOUNT, &r));
	CHECK(holds("public/index.html", "root") && holds("elsewhere/challenge", "x"));
	CHECK(ends_with(&in_place, list, MSG_COUNT, &r));
	CHECK(r.in_place && holds("public/index.html", "new") && holds("public/.well-known/challenge", "x"));
	CHECK(!mkdir("public/uploads", 0755));
	if (mount("elsewhere", "public/uploads", "none", MS_BIND, NULL))
		return 77;
	CHECK(ends_with(&in_place, small_site, MSG_OUTPUT_IN_PLACE_STOPPED, &r));
	CHECK(holds("elsewhere/challenge", "x"));
	return 0;
}

static int full_disk(void)
{
	static char big[1 << 20];
	struct publish_result r;

	memset(big, 'x', sizeof big - 1);
	if (mkdir("small", 0755) || mount("none", "small", "tmpfs", 0, "size=256k") || chdir("small"))
		return 77;
	CHECK(mkdir("content", 0755) == 0);
	CHECK(ends_with(&exchanging, small_site, MSG_COUNT, &r));
	CHECK(ends_with(&exchanging, (files){"index.html", "new", "big", big, NULL}, MSG_OUTPUT_CANNOT_WRITE, &r));
	CHECK(holds("public/index.html", "root") && !there(".public.komek-stage"));
	CHECK(ends_with(&exchanging, (files){"index.html", "new", NULL}, MSG_COUNT, &r));
	return 0;
}

static int read_only(void)
{
	struct publish_result r;

	if (mkdir("sealed", 0755) || mkdir("sealed/content", 0755) ||
	    mount("sealed", "sealed", "none", MS_BIND, NULL) ||
	    mount("none", "sealed", "none", MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) || chdir("sealed"))
		return 77;
	CHECK(ends_with(&exchanging, small_site, MSG_OUTPUT_PARENT_CLOSED, &r));
	return 0;
}

static void a_bind_mount_as_output(void **state)
{
	(void)state;
	with_mounts(bind_mount);
}

static void another_file_system_as_output(void **state)
{
	(void)state;
	with_mounts(other_file_system);
}

static void a_mount_inside_the_output(void **state)
{
	(void)state;
	with_mounts(mount_inside);
}

static void a_really_full_disk(void **state)
{
	(void)state;
	with_mounts(full_disk);
}

static void a_read_only_disk(void **state)
{
	(void)state;
	with_mounts(read_only);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(first_publication_without_rename_flags),
		TEST(dot_files_are_copied_without_links),
		TEST(a_full_disk_leaves_the_old_site),
		TEST(an_unflushed_disk_leaves_the_old_site),
		TEST(a_folder_that_cannot_be_flushed_is_no_failure),
		TEST(a_folder_made_at_the_last_moment_is_left_alone),
		TEST(a_refused_exchange_is_explained),
		TEST(in_place_only_where_there_is_no_exchange),
		TEST(in_place_brings_the_whole_site),
		TEST(in_place_marks_an_empty_folder),
		TEST(in_place_tells_where_it_stopped),
		TEST(in_place_brings_new_files_before_changed_ones),
		TEST(a_bind_mount_as_output),
		TEST(another_file_system_as_output),
		TEST(a_mount_inside_the_output),
		TEST(a_really_full_disk),
		TEST(a_read_only_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
