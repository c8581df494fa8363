/* Publishing on a real disk: what comes, stays, goes, and who may not. */
#include "output_scratch.h"

#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>

#include "base/pool.h"

static void first_publication(void **state)
{
	files list = {"index.html", "root", "kk/Жеке куәлік/ә ғ.html", "Kazakh", "empty.txt", "", NULL};

	(void)state;
	expect(published(&exchanging, list), 3, 3, 0, true);
	assert_true(holds("public/index.html", "root"));
	assert_true(holds("public/kk/Жеке куәлік/ә ғ.html", "Kazakh"));
	assert_true(holds("public/empty.txt", ""));
	assert_true(holds("public/.komek", "komek 1\n"));
}

static void unchanged_files_keep_their_inode(void **state)
{
	files list = {"index.html", "root", "kk/a.html", "A2", "kk/b.html", "B", "kk/c.html", "C", NULL};
	struct stat index, a, b;

	(void)state;
	published(&exchanging, small_site);
	index = look("public/index.html");
	a = look("public/kk/a.html");
	b = look("public/kk/b.html");
	expect(published(&exchanging, list), 4, 2, 0, true);
	assert_int_equal(look("public/index.html").st_ino, index.st_ino);
	assert_int_equal(look("public/kk/b.html").st_ino, b.st_ino);
	assert_int_not_equal(look("public/kk/a.html").st_ino, a.st_ino);
	assert_true(holds("public/kk/a.html", "A2"));
	assert_true(holds("public/kk/c.html", "C"));
	assert_int_equal(look("public/index.html").st_nlink, 1);
}

static void the_beginning_of_a_file_is_not_the_file(void **state)
{
	files longer = {"index.html", "root and more", NULL}, shorter = {"index.html", "root", NULL};

	(void)state;
	published(&exchanging, longer);
	expect(published(&exchanging, shorter), 1, 1, 0, true);
	assert_true(holds("public/index.html", "root"));
	expect(published(&exchanging, longer), 1, 1, 0, true);
	assert_true(holds("public/index.html", "root and more"));
}

static void nothing_changed_touches_nothing(void **state)
{
	static const char *const paths[] = {"public", "public/.komek", "public/index.html", "public/kk",
					    "public/kk/a.html"};
	struct stat before[5];

	(void)state;
	published(&exchanging, small_site);
	assert_true(write_file("public/kk/.htaccess", "mine"));
	for (size_t i = 0; i < 5; i++)
		before[i] = look(paths[i]);
	expect(published(&exchanging, small_site), 3, 0, 0, false);
	no_link = EMLINK; /* a file system without links must see that, too */
	expect(published(&exchanging, small_site), 3, 0, 0, false);
	for (size_t i = 0; i < 5; i++)
		assert_true(same_as_before(paths[i], &before[i]));
}

static void a_missing_marker_is_a_change(void **state)
{
	(void)state;
	published(&exchanging, small_site);
	assert_true(write_file("public/.komek", "komek 2\n"));
	expect(published(&exchanging, small_site), 3, 0, 0, true);
	assert_true(holds("public/.komek", "komek 1\n"));
}

static void removes_what_no_longer_belongs(void **state)
{
	files list = {"index.html", "root", NULL};

	(void)state;
	published(&exchanging, small_site);
	assert_true(write_file("public/kk/stray.txt", "by hand"));
	assert_int_equal(symlink("a.html", "public/kk/link"), 0);
	expect(published(&exchanging, list), 1, 0, 4, true);
	assert_false(there("public/kk"));
	expect(published(&exchanging, (files){NULL}), 0, 0, 1, true);
	assert_true(holds("public/.komek", "komek 1\n"));
}

static void dot_files_are_carried_over(void **state)
{
	files list = {"kk/a.html", "A2", NULL};
	ino_t inode;

	(void)state;
	published(&exchanging, small_site);
	make_dot_files();
	inode = look("public/.well-known/deep/plain.txt").st_ino;
	expect(published(&exchanging, list), 1, 1, 2, true);
	expect_dot_files();
	assert_int_equal(look("public/.well-known/deep/plain.txt").st_ino, inode);
}

static void only_dot_files_count_as_empty(void **state)
{
	(void)state;
	assert_int_equal(mkdir("public", 0755), 0);
	assert_true(write_file("public/.gitignore", "*\n"));
	expect(published(&exchanging, small_site), 3, 3, 0, true);
	assert_true(holds("public/.gitignore", "*\n"));
}

static void unmarked_folder_is_refused(void **state)
{
	(void)state;
	assert_int_equal(mkdir("public", 0755), 0);
	assert_true(write_file("public/thesis.txt", "years of work"));
	assert_int_equal(unpublished(&exchanging, small_site), MSG_OUTPUT_STRANGER);
	assert_int_equal(unpublished(&in_place, small_site), MSG_OUTPUT_STRANGER);
	assert_true(holds("public/thesis.txt", "years of work"));
}

static void takes_over_the_folders_mode(void **state)
{
	mode_t mask = umask(022);

	(void)state;
	published(&exchanging, small_site);
	assert_int_equal(look("public").st_mode & 07777, 0755);
	assert_int_equal(chmod("public", 02771), 0);
	if (geteuid() == 0)
		assert_int_equal(chown("public", 65534, 65534), 0);
	published(&exchanging, (files){"index.html", "changed", NULL});
	assert_int_equal(look("public").st_mode & 07777, 02771);
	if (geteuid() == 0)
		assert_int_equal(look("public").st_uid, 65534);
	assert_int_equal(look("public/index.html").st_mode & 07777, 0644);
	umask(mask);
}

static void files_and_folders_change_places(void **state)
{
	files list = {"index.html/deep/a", "1", "kk", "2", NULL};

	(void)state;
	published(&exchanging, small_site);
	expect(published(&exchanging, list), 2, 2, 3, true);
	assert_true(holds("public/index.html/deep/a", "1"));
	assert_true(holds("public/kk", "2"));
	expect(published(&exchanging, small_site), 3, 3, 2, true);
	assert_true(holds("public/kk/a.html", "A"));
}

static void links_in_the_old_tree_are_not_followed(void **state)
{
	(void)state;
	published(&exchanging, small_site);
	assert_int_equal(mkdir("elsewhere", 0755), 0);
	assert_true(write_file("elsewhere/a.html", "A"));
	assert_true(write_file("elsewhere/b.html", "B"));
	assert_true(write_file("same", "root"));
	assert_int_equal(tree_remove(AT_FDCWD, "public/kk"), 0);
	assert_int_equal(symlink("../elsewhere", "public/kk"), 0);
	assert_int_equal(unlink("public/index.html"), 0);
	assert_int_equal(symlink("../same", "public/index.html"), 0);
	expect(published(&exchanging, small_site), 3, 3, 1, true);
	assert_true(S_ISDIR(look("public/kk").st_mode));
	assert_true(S_ISREG(look("public/index.html").st_mode));
	assert_true(holds("elsewhere/a.html", "A"));
	assert_int_equal(look("elsewhere/a.html").st_nlink, 1);
}

static void busy_while_another_run_works(void **state)
{
	struct failure why = FAILURE_NONE;
	struct publish *first = publish_begin(&exchanging, &why), *second;
	struct publish_result r;

	(void)state;
	assert_non_null(first);
	second = publish_begin(&exchanging, &why);
	assert_null(second);
	assert_int_equal(why.message.id, MSG_OUTPUT_BUSY);
	failure_clear(&why);
	assert_true(put(first, "a", "1", &why)); /* the second has not swept the first's stage */
	assert_true(publish_commit(first, &r, &why));
	publish_end(first);
	publish_end(NULL);
	published(&exchanging, small_site);
}

static void a_lock_on_a_removed_file_counts_for_nothing(void **state)
{
	struct failure why = FAILURE_NONE;
	struct publish *p;

	(void)state;
	late_lock = true;
	p = publish_begin(&exchanging, &why);
	assert_non_null(p);
	assert_true(there(".public.komek-lock"));
	assert_null(publish_begin(&exchanging, &why));
	assert_int_equal(why.message.id, MSG_OUTPUT_BUSY);
	failure_clear(&why);
	publish_end(p);
	assert_false(there(".public.komek-lock"));
}

static void sweeps_after_a_killed_run(void **state)
{
	pid_t child;
	int status;

	(void)state;
	published(&exchanging, small_site);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct failure why = FAILURE_NONE;
		struct publish *p = publish_begin(&exchanging, &why);

		if (p && put(p, "kk/deep/half.html", "x", &why))
			raise(SIGKILL);
		_exit(1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_true(there(".public.komek-stage/kk/deep/half.html"));
	assert_true(there(".public.komek-lock"));
	assert_true(holds("public/kk/a.html", "A"));
	expect(published(&exchanging, small_site), 3, 0, 0, false);
}

static void a_stage_that_is_a_link_is_not_followed(void **state)
{
	(void)state;
	assert_int_equal(mkdir("precious", 0755), 0);
	assert_true(write_file("precious/file", "x"));
	assert_int_equal(symlink("precious", ".public.komek-stage"), 0);
	published(&exchanging, small_site);
	assert_true(holds("precious/file", "x"));
}

static void a_lock_that_is_a_link_is_not_followed(void **state)
{
	struct failure why = FAILURE_NONE;

	(void)state;
	assert_int_equal(symlink("target", ".public.komek-lock"), 0);
	assert_null(publish_begin(&exchanging, &why));
	assert_int_equal(why.message.id, MSG_OUTPUT_CANNOT_LOCK);
	assert_false(there("target"));
	failure_clear(&why);
}

static void refuses_bad_puts(void **state)
{
	static const struct {
		const char *reason;
		const char *list[7];
		enum message_id refused;
	} rows[] = {
		{"the same path twice", {"kk/a", "1", "kk/a", "2"}, MSG_OUTPUT_PUT_TWICE},
		{"twice, both as in the last site", {"kk/a.html", "A", "kk/a.html", "A"}, MSG_OUTPUT_PUT_TWICE},
		{"a file where a folder is", {"kk/a", "1", "kk", "2"}, MSG_OUTPUT_PUT_TWICE},
		{"a folder where a file is", {"kk", "1", "kk/a", "2"}, MSG_OUTPUT_PUT_TWICE},
		{"out of the site", {"../a", "1"}, MSG_OUTPUT_PATH_NOT_PLAIN},
		{"the marker", {".komek", "1"}, MSG_OUTPUT_PATH_NOT_PLAIN},
		{"a name of 256 bytes",
		 {"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
		  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
		  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/a",
		  "1"},
		 MSG_OUTPUT_CANNOT_WRITE},
	};

	(void)state;
	published(&exchanging, small_site);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		print_message("%s\n", rows[i].reason);
		assert_int_equal(unpublished(&exchanging, rows[i].list), rows[i].refused);
		assert_true(holds("public/kk/a.html", "A"));
	}
}

static void never_commits_after_a_failed_put(void **state)
{
	struct failure why = FAILURE_NONE, first = FAILURE_NONE;
	struct publish_result r;
	struct publish *p;

	(void)state;
	published(&exchanging, small_site);
	p = publish_begin(&exchanging, &why);
	assert_non_null(p);
	assert_true(put(p, "index.html", "new", &first));
	assert_false(put(p, "index.html", "new", &first));
	assert_false(publish_commit(p, &r, &why));
	assert_int_equal(why.message.id, MSG_OUTPUT_INCOMPLETE);
	publish_end(p);
	assert_true(holds("public/index.html", "root"));
	failure_clear(&first);
	failure_clear(&why);
}

static void no_commit_changes_nothing(void **state)
{
	struct failure why = FAILURE_NONE;
	struct publish *p;
	struct stat before;

	(void)state;
	published(&exchanging, small_site);
	before = look("public");
	p = publish_begin(&exchanging, &why);
	assert_non_null(p);
	assert_true(put(p, "index.html", "new", &why));
	publish_end(p);
	assert_true(same_as_before("public", &before));
	assert_true(holds("public/index.html", "root"));
	assert_false(there(".public.komek-stage"));
	assert_false(there(".public.komek-lock"));
}

static enum message_id commit_after(void (*meanwhile)(void))
{
	struct failure why = FAILURE_NONE;
	struct publish *p = publish_begin(&exchanging, &why);
	struct publish_result r;
	enum message_id id;

	assert_non_null(p);
	assert_true(put(p, "index.html", "new", &why));
	meanwhile();
	assert_false(publish_commit(p, &r, &why));
	id = why.message.id;
	failure_clear(&why);
	publish_end(p);
	return id;
}

static void somebody_makes_the_folder(void)
{
	assert_int_equal(mkdir("public", 0755), 0);
	assert_true(write_file("public/thesis.txt", "years of work"));
}

static void somebody_replaces_the_folder(void)
{
	assert_int_equal(rename("public", "moved"), 0);
	somebody_makes_the_folder();
}

static void a_folder_that_changed_hands_is_left_alone(void **state)
{
	(void)state;
	assert_int_equal(commit_after(somebody_makes_the_folder), MSG_OUTPUT_CHANGED);
	assert_true(holds("public/thesis.txt", "years of work"));
	assert_int_equal(tree_remove(AT_FDCWD, "public"), 0);
	published(&exchanging, small_site);
	assert_int_equal(commit_after(somebody_replaces_the_folder), MSG_OUTPUT_CHANGED);
	assert_true(holds("public/thesis.txt", "years of work"));
	assert_true(holds("moved/index.html", "root"));
}

enum { MANY = 1000 };

struct many {
	struct publish *p;
	const char *text;
	atomic_size_t failed;
};

static void many_path(size_t item, char path[64])
{
	snprintf(path, 64, "kk/%zu/%zu/%zu.html", item % 3, item % 7, item);
}

static void put_many(void *ctx, size_t item, unsigned worker)
{
	struct many *m = ctx;
	struct failure why = FAILURE_NONE;
	char path[64], text[64];

	(void)worker;
	many_path(item, path);
	snprintf(text, sizeof text, "%s %zu", item % 10 ? "same" : m->text, item);
	if (!put(m->p, path, text, &why))
		atomic_fetch_add(&m->failed, 1);
	failure_clear(&why);
}

static struct publish_result publish_many(const char *text)
{
	struct failure why = FAILURE_NONE;
	struct many m = {.p = publish_begin(&exchanging, &why), .text = text};
	struct publish_result r;

	assert_non_null(m.p);
	pool_run(8, MANY, put_many, &m);
	assert_int_equal(m.failed, 0);
	assert_true(publish_commit(m.p, &r, &why));
	publish_end(m.p);
	return r;
}

static void many_threads_put_at_once(void **state)
{
	char path[64], whole[80], text[64];

	(void)state;
	expect(publish_many("one"), MANY, MANY, 0, true);
	expect(publish_many("two"), MANY, MANY / 10, 0, true);
	for (size_t i = 0; i < MANY; i++) {
		many_path(i, path);
		snprintf(whole, sizeof whole, "public/%s", path);
		snprintf(text, sizeof text, "%s %zu", i % 10 ? "same" : "two", i);
		assert_true(holds(whole, text));
	}
	expect(publish_many("two"), MANY, 0, 0, false);
}

struct reader {
	atomic_bool stop;
	size_t whole, missing, mixed; /* read after the join */
};

/* false: not there any more. */
static bool read_generation(int folder, const char *name, char text[16])
{
	int fd = openat(folder, name, O_RDONLY);
	ssize_t n = fd < 0 ? -1 : read(fd, text, 15);

	if (fd >= 0)
		close(fd);
	text[n < 0 ? 0 : n] = '\0';
	return n >= 0;
}

static void *read_on(void *ctx)
{
	struct reader *r = ctx;
	char a[16], b[16];

	while (!atomic_load(&r->stop)) {
		int folder = open("public", O_RDONLY | O_DIRECTORY);

		if (folder < 0) {
			r->missing++;
			continue;
		}
		/* A folder that was open when its time came loses its files, but never shows another generation's. */
		if (read_generation(folder, "a", a) && read_generation(folder, "b", b)) {
			r->whole++;
			r->mixed += strcmp(a, b) != 0;
		}
		close(folder);
	}
	return NULL;
}

static void readers_see_one_whole_site(void **state)
{
	struct reader r = {0};
	pthread_t thread;
	char text[16];

	(void)state;
	published(&exchanging, (files){"a", "0", "b", "0", NULL});
	assert_int_equal(pthread_create(&thread, NULL, read_on, &r), 0);
	for (int i = 1; i <= 100; i++) {
		snprintf(text, sizeof text, "%d", i);
		published(&exchanging, (files){"a", text, "b", text, NULL});
	}
	atomic_store(&r.stop, true);
	pthread_join(thread, NULL);
	print_message("%zu whole reads\n", r.whole);
	assert_true(r.whole > 0);
	assert_int_equal(r.mixed, 0);
	assert_int_equal(r.missing, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(first_publication),
		TEST(unchanged_files_keep_their_inode),
		TEST(the_beginning_of_a_file_is_not_the_file),
		TEST(nothing_changed_touches_nothing),
		TEST(a_missing_marker_is_a_change),
		TEST(removes_what_no_longer_belongs),
		TEST(dot_files_are_carried_over),
		TEST(only_dot_files_count_as_empty),
		TEST(unmarked_folder_is_refused),
		TEST(takes_over_the_folders_mode),
		TEST(files_and_folders_change_places),
		TEST(links_in_the_old_tree_are_not_followed),
		TEST(busy_while_another_run_works),
		TEST(a_lock_on_a_removed_file_counts_for_nothing),
		TEST(sweeps_after_a_killed_run),
		TEST(a_stage_that_is_a_link_is_not_followed),
		TEST(a_lock_that_is_a_link_is_not_followed),
		TEST(refuses_bad_puts),
		TEST(never_commits_after_a_failed_put),
		TEST(no_commit_changes_nothing),
		TEST(a_folder_that_changed_hands_is_left_alone),
		TEST(many_threads_put_at_once),
		TEST(readers_see_one_whole_site),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
