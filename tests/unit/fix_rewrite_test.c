/* A source gets new bytes on a real disk: whole, with what belonged to it, or it is left as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fix/rewrite.h"
#include "output/tree.h"

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_true(f && fputs(text, f) >= 0 && fclose(f) == 0);
}

/* What happens to the file while its new bytes are flushed; the disk that refuses to flush. */
static void (*meanwhile)(void);
static int no_fsync;

int fsync(int fd)
{
	if (meanwhile)
		meanwhile();
	meanwhile = NULL;
	if (no_fsync) {
		errno = no_fsync;
		return -1;
	}
	return (int)syscall(SYS_fsync, fd);
}

static char root[64];

static int set_up(void **state)
{
	(void)state;
	meanwhile = NULL;
	no_fsync = 0;
	snprintf(root, sizeof root, "/tmp/komek-rewrite-XXXXXX");
	if (!mkdtemp(root) || chdir(root) || mkdir("content", 0755) || mkdir("content/pay", 0755))
		return -1;
	write_file("content/a.md", "old");
	write_file("content/pay/a.md", "old");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	return chdir("/") || tree_remove(AT_FDCWD, root);
}

static struct stat look(const char *path)
{
	struct stat st;

	assert_int_equal(lstat(path, &st), 0);
	return st;
}

static bool holds(const char *path, const char *text)
{
	char bytes[64];
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(bytes, 1, sizeof bytes, f) : 0;

	if (f)
		fclose(f);
	return f && n == strlen(text) && memcmp(bytes, text, n) == 0;
}

static bool rewritten(const char *folder, const char *path, struct failure *why)
{
	const char *const folders[] = {"templates", folder};
	struct rewrite_roots roots = {folders, 2};

	return rewrite_source(roots, str_of(path), STR("old"), STR("new bytes"), why);
}

static void good(const char *folder, const char *path)
{
	struct failure why = FAILURE_NONE;

	if (!rewritten(folder, path, &why))
		fail_msg("%s: message %d, errno %d", path, (int)why.message.id, why.message.error);
	assert_true(holds(path, "new bytes"));
}

static void refused(const char *path, enum message_id id, int error)
{
	struct failure why = FAILURE_NONE;

	assert_false(rewritten("content", path, &why));
	assert_int_equal(why.message.id, id);
	assert_int_equal(why.message.error, error);
	failure_clear(&why);
}

static void whole_files(void **state)
{
	(void)state;
	good("content", "content/a.md");
	good("content/", "content/pay/a.md");
	write_file("content/a.md", "old");
	good("content", "content//a.md");
	write_file("content/a.md", "old");
	good(".", "./content/a.md");
	assert_int_not_equal(access("content/.a.md.komek-fix", F_OK), 0);
}

static void the_mode_stays(void **state)
{
	const mode_t modes[] = {0600, 0644, 0664, 0755, 02664};

	(void)state;
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		write_file("content/a.md", "old");
		assert_int_equal(chmod("content/a.md", modes[i]), 0);
		good("content", "content/a.md");
		assert_int_equal(look("content/a.md").st_mode & 07777, modes[i]);
	}
}

static void the_owner_stays(void **state)
{
	(void)state;
	if (geteuid() != 0)
		skip(); /* nobody else may give files away */
	assert_int_equal(chown("content/a.md", 12345, 54321), 0);
	good("content", "content/a.md");
	assert_int_equal(look("content/a.md").st_uid, 12345);
	assert_int_equal(look("content/a.md").st_gid, 54321);
}

static void whoever_reads_the_old_file_keeps_it(void **state)
{
	struct stat before = look("content/a.md");

	(void)state;
	good("content", "content/a.md");
	assert_true(look("content/a.md").st_ino != before.st_ino);
}

static void other_bytes_are_left(void **state)
{
	(void)state;
	write_file("content/a.md", "older");
	refused("content/a.md", MSG_FIX_CHANGED, 0);
	assert_true(holds("content/a.md", "older"));
	write_file("content/a.md", "odd");
	refused("content/a.md", MSG_FIX_CHANGED, 0);
	refused("content/none.md", MSG_FIX_CHANGED, 0);
	refused("content/none/a.md", MSG_FIX_CHANGED, 0);
	assert_int_equal(unlink("content/a.md"), 0);
	refused("content/a.md", MSG_FIX_CHANGED, 0);
	assert_int_not_equal(access("content/.a.md.komek-fix", F_OK), 0);
}

static void edit_it(void)
{
	write_file("content/a.md", "mine");
}

static void save_as_editors_do(void)
{
	write_file("content/.a.md.swp", "old");
	assert_int_equal(rename("content/.a.md.swp", "content/a.md"), 0);
}

static void changes_meanwhile_win(void **state)
{
	(void)state;
	meanwhile = edit_it;
	refused("content/a.md", MSG_FIX_CHANGED, 0);
	assert_true(holds("content/a.md", "mine"));
	assert_int_not_equal(access("content/.a.md.komek-fix", F_OK), 0);
	write_file("content/a.md", "old");
	meanwhile = save_as_editors_do;
	refused("content/a.md", MSG_FIX_CHANGED, 0);
	assert_true(holds("content/a.md", "old"));
}

static void links_are_left(void **state)
{
	(void)state;
	write_file("elsewhere", "old");
	assert_int_equal(mkdir("far", 0755), 0);
	write_file("far/a.md", "old");
	assert_int_equal(symlink("../elsewhere", "content/link.md"), 0);
	assert_int_equal(symlink("../far", "content/section"), 0);
	assert_int_equal(mkfifo("content/pipe.md", 0600), 0);
	assert_int_equal(mkdir("content/folder.md", 0700), 0);
	refused("content/link.md", MSG_FIX_LINK, 0);
	refused("content/section/a.md", MSG_FIX_LINK, 0);
	refused("content/pipe.md", MSG_FIX_CHANGED, 0);
	refused("content/folder.md", MSG_FIX_CHANGED, 0);
	assert_true(holds("elsewhere", "old"));
	assert_true(holds("far/a.md", "old"));
	assert_true(S_ISLNK(look("content/link.md").st_mode));
}

static void the_named_folder_may_be_a_link(void **state)
{
	(void)state;
	assert_int_equal(symlink("content", "texts"), 0);
	good("texts", "texts/a.md");
	assert_true(S_ISLNK(look("texts").st_mode));
	assert_true(holds("content/a.md", "new bytes"));
}

static void places_outside_of_the_folders(void **state)
{
	(void)state;
	write_file("a.md", "old");
	write_file("contents.md", "old");
	refused("a.md", MSG_FIX_CHANGED, 0);
	refused("contents.md", MSG_FIX_CHANGED, 0);
	refused("content", MSG_FIX_CHANGED, 0);
	refused("content/../a.md", MSG_FIX_CHANGED, 0);
	assert_true(holds("a.md", "old"));
}

static void a_disk_that_fails_leaves_the_old_file(void **state)
{
	(void)state;
	no_fsync = EIO;
	refused("content/a.md", MSG_FIX_CANNOT_WRITE, EIO);
	assert_true(holds("content/a.md", "old"));
	assert_int_not_equal(access("content/.a.md.komek-fix", F_OK), 0);
}

/* The folder lets the file be replaced, but the file itself may not be written. */
static void no_right_to_write(void **state)
{
	(void)state;
	assert_int_equal(chmod(root, 0755) | chmod("content", 0777) | chmod("content/a.md", 0444), 0);
	if (geteuid() == 0)
		assert_int_equal(seteuid(65534), 0); /* to root nothing is forbidden */
	refused("content/a.md", MSG_FIX_CANNOT_WRITE, EACCES);
	if (getuid() == 0)
		assert_int_equal(seteuid(0), 0);
	assert_true(holds("content/a.md", "old"));
}

static void another_run_is_left_alone(void **state)
{
	int other = open("content/a.md", O_RDONLY);

	(void)state;
	assert_int_equal(flock(other, LOCK_EX), 0);
	refused("content/a.md", MSG_FIX_BUSY, 0);
	close(other);
	good("content", "content/a.md");
}

static void sweeps_what_a_killed_run_left(void **state)
{
	(void)state;
	write_file("elsewhere", "mine");
	assert_int_equal(symlink("../elsewhere", "content/.a.md.komek-fix"), 0);
	good("content", "content/a.md");
	assert_true(S_ISREG(look("content/a.md").st_mode));
	assert_true(holds("elsewhere", "mine"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(whole_files),
		TEST(the_mode_stays),
		TEST(the_owner_stays),
		TEST(whoever_reads_the_old_file_keeps_it),
		TEST(other_bytes_are_left),
		TEST(changes_meanwhile_win),
		TEST(links_are_left),
		TEST(the_named_folder_may_be_a_link),
		TEST(places_outside_of_the_folders),
		TEST(a_disk_that_fails_leaves_the_old_file),
		TEST(no_right_to_write),
		TEST(another_run_is_left_alone),
		TEST(sweeps_what_a_killed_run_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
