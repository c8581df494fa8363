/*
 * output_scratch.h - for tests that publish on a real disk, each in a folder of its own. A program includes it once.
 *
 * System calls that a test machine cannot make fail at will are given here under their own names and pass on to the
 * kernel, unless a test asks them to refuse.
 */
#ifndef KOMEK_TESTS_OUTPUT_SCRATCH_H
#define KOMEK_TESTS_OUTPUT_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "output/publish.h"
#include "output/tree.h"

/* The errno with which each call refuses; 0: it works. */
static atomic_int no_rename_flags, no_link, no_fsync, no_syncfs;

/* So many calls of fsync work before they refuse. */
static atomic_int good_fsyncs;

/* The next lock is taken on a file that its former holder removes at that moment. */
static atomic_bool late_lock;

static inline int refused(int error)
{
	errno = error;
	return -1;
}

int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
	if (flags && no_rename_flags)
		return refused(no_rename_flags);
	return (int)syscall(SYS_renameat2, from_fd, from, to_fd, to, flags);
}

int linkat(int from_fd, const char *from, int to_fd, const char *to, int flags)
{
	return no_link ? refused(no_link) : (int)syscall(SYS_linkat, from_fd, from, to_fd, to, flags);
}

int fsync(int fd)
{
	if (no_fsync && good_fsyncs-- <= 0)
		return refused(no_fsync);
	return (int)syscall(SYS_fsync, fd);
}

int syncfs(int fd)
{
	return no_syncfs ? refused(no_syncfs) : (int)syscall(SYS_syncfs, fd);
}

int flock(int fd, int operation)
{
	if (late_lock) {
		late_lock = false;
		unlink(".public.komek-lock");
	}
	return (int)syscall(SYS_flock, fd, operation);
}

/* The folder of the test at hand, which is the working folder; the output is public, the source content. */
static char root[64];

static inline int set_up(void **state)
{
	(void)state;
	no_rename_flags = no_link = no_fsync = no_syncfs = good_fsyncs = 0;
	snprintf(root, sizeof root, "/tmp/komek-publish-XXXXXX");
	return !mkdtemp(root) || chdir(root) || mkdir("content", 0755);
}

static inline int tear_down(void **state)
{
	(void)state;
	return chdir("/") || tree_remove(AT_FDCWD, root);
}

static inline bool write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	return f && fputs(text, f) >= 0 && fclose(f) == 0;
}

static inline bool holds(const char *path, const char *text)
{
	char bytes[256];
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(bytes, 1, sizeof bytes, f) : 0;

	if (f)
		fclose(f);
	return f && n == strlen(text) && memcmp(bytes, text, n) == 0;
}

static inline bool there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static inline struct stat look(const char *path)
{
	struct stat st;

	assert_int_equal(lstat(path, &st), 0);
	return st;
}

/* One after another: path, text, path, text, NULL. */
typedef const char *const files[];

static const struct publish_request exchanging = {"public", (const char *const[]){"content"}, 1, false};
static const struct publish_request in_place = {"public", (const char *const[]){"content"}, 1, true};

static inline bool put(struct publish *p, const char *path, const char *text, struct failure *why)
{
	struct sink *sink = publish_sink(p);

	return sink->put(sink, str_of(path), str_of(text), why);
}

static inline bool publish(const struct publish_request *request, files list, struct publish_result *r,
			   struct failure *why)
{
	struct publish *p = publish_begin(request, why);
	bool ok = p;

	for (size_t i = 0; ok && list[i]; i += 2)
		ok = put(p, list[i], list[i + 1], why);
	ok = ok && publish_commit(p, r, why);
	publish_end(p);
	return ok;
}

static inline struct publish_result published(const struct publish_request *request, files list)
{
	struct publish_result r = {0};
	struct failure why = FAILURE_NONE;
	struct buf text = BUF_INIT;

	if (!publish(request, list, &r, &why)) {
		message_text(&why.message, MESSAGES_EN, &text);
		fail_msg("%s", text.at);
	}
	assert_false(there(".public.komek-stage"));
	assert_false(there(".public.komek-lock"));
	return r;
}

/* The message of a publication that must fail and leave nothing beside the output. */
static inline enum message_id unpublished(const struct publish_request *request, files list)
{
	struct publish_result r;
	struct failure why = FAILURE_NONE;
	enum message_id id;

	assert_false(publish(request, list, &r, &why));
	assert_true(why.set);
	id = why.message.id;
	failure_clear(&why);
	assert_false(there(".public.komek-stage"));
	assert_false(there(".public.komek-lock"));
	return id;
}

static inline void expect(struct publish_result r, size_t count, size_t written, size_t removed, bool touched)
{
	assert_int_equal(r.files, count);
	assert_int_equal(r.written, written);
	assert_int_equal(r.removed, removed);
	assert_int_equal(r.touched, touched);
}

static const char *const small_site[] = {"index.html", "root", "kk/a.html", "A", "kk/b.html", "B", NULL};

static inline bool same_as_before(const char *path, const struct stat *before)
{
	struct stat st = look(path);

	return st.st_ino == before->st_ino && memcmp(&st.st_mtim, &before->st_mtim, sizeof st.st_mtim) == 0;
}

static inline void make_dot_files(void)
{
	assert_int_equal(mkdir("public/.well-known", 0751), 0);
	assert_int_equal(mkdir("public/.well-known/empty", 0755), 0);
	assert_int_equal(mkdir("public/.well-known/deep", 0755), 0);
	assert_true(write_file("public/.gitignore", "*\n"));
	assert_true(write_file("public/.well-known/deep/plain.txt", "deep"));
	assert_int_equal(symlink("../../nowhere", "public/.well-known/deep/link"), 0);
	assert_int_equal(symlink(".gitignore", "public/.link"), 0);
	assert_true(write_file("public/kk/.htaccess", "mine"));
	assert_int_equal(mkdir("public/old", 0755), 0);
	assert_true(write_file("public/old/.htaccess", "gone with its folder"));
	assert_true(write_file("public/.komek-new", "left by a killed run in place"));
}

static inline void expect_dot_files(void)
{
	char target[64] = "";

	assert_true(holds("public/.gitignore", "*\n"));
	assert_true(holds("public/.well-known/deep/plain.txt", "deep"));
	assert_true(there("public/.well-known/empty"));
	assert_int_equal(look("public/.well-known").st_mode & 07777, 0751);
	assert_int_equal(readlink("public/.well-known/deep/link", target, sizeof target - 1), 13);
	assert_string_equal(target, "../../nowhere");
	assert_true(S_ISLNK(look("public/.link").st_mode));
	assert_true(holds("public/kk/.htaccess", "mine"));
	assert_false(there("public/old"));
	assert_false(there("public/.komek-new"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
