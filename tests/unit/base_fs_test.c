/*
 * Folders and files, and what is neither, in a folder of the test's own.
 *
 * read, write and fstatat are given here under their own names and pass on to the kernel, in small pieces or with
 * interruptions where a test asks for them.
 */
#include "expect.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/fs.h"

/* The most bytes that one call moves (0: any number); how often it is interrupted first; how many calls it works. */
static size_t piece;
static int interruptions;
static int good_calls = -1;
static const char *vanished; /* the name that is gone when it is looked at */

static bool hindered(size_t *count)
{
	if (interruptions > 0) {
		interruptions--;
		errno = EINTR;
		return true;
	}
	if (good_calls == 0) {
		errno = EIO;
		return true;
	}
	if (good_calls > 0)
		good_calls--;
	if (piece && *count > piece)
		*count = piece;
	return false;
}

ssize_t read(int fd, void *bytes, size_t count)
{
	return hindered(&count) ? -1 : (ssize_t)syscall(SYS_read, fd, bytes, count);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
	return hindered(&count) ? -1 : (ssize_t)syscall(SYS_write, fd, bytes, count);
}

int fstatat(int fd, const char *name, struct stat *st, int flags)
{
	if (vanished && strcmp(name, vanished) == 0) {
		errno = ENOENT;
		return -1;
	}
	return (int)syscall(SYS_newfstatat, fd, name, st, flags);
}

struct scratch {
	char path[256];
	int fd;
	struct arena arena;
};

static int set_up(void **state)
{
	struct scratch *s = calloc(1, sizeof *s);
	const char *tmp = getenv("TMPDIR");

	if (!s)
		return -1;
	snprintf(s->path, sizeof s->path, "%s/komek-fs-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(s->path) || chdir(s->path))
		return -1;
	s->fd = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	*state = s;
	return s->fd < 0;
}

static int tear_down(void **state)
{
	struct scratch *s = *state;
	fs_entries all = {0};

	piece = 0;
	interruptions = 0;
	good_calls = -1;
	vanished = NULL;
	fs_list(s->fd, &s->arena, &all);
	for (size_t i = 0; i < all.len; i++)
		unlinkat(s->fd, all.at[i].name.at, all.at[i].kind == FS_FOLDER ? AT_REMOVEDIR : 0);
	vec_clear(&all);
	arena_clear(&s->arena);
	close(s->fd);
	if (chdir("/") || rmdir(s->path))
		return -1;
	free(s);
	return 0;
}

static void make_file(const char *name, struct str bytes)
{
	FILE *f = fopen(name, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.at ? bytes.at : "", 1, bytes.len, f), bytes.len);
	assert_int_equal(fclose(f), 0);
}

static void make_socket(const char *name)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0);
	snprintf(address.sun_path, sizeof address.sun_path, "%s", name);
	assert_int_equal(bind(fd, (const struct sockaddr *)&address, sizeof address), 0);
	close(fd);
}

static void make_one_of_each_kind(void)
{
	make_file("file", STR("text"));
	assert_int_equal(mkdir("folder", 0755), 0);
	assert_int_equal(symlink("file", "link"), 0);
	assert_int_equal(symlink("folder", "link-folder"), 0);
	assert_int_equal(symlink("nothing", "link-nothing"), 0);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	make_socket("socket");
}

static void listing_tells_kinds(void **state)
{
	struct scratch *s = *state;
	static const struct {
		const char *name;
		enum fs_kind kind;
	} want[] = {
		{"file", FS_FILE},	   {"folder", FS_FOLDER}, {"link", FS_LINK},	 {"link-folder", FS_LINK},
		{"link-nothing", FS_LINK}, {"pipe", FS_FIFO},	  {"socket", FS_SOCKET},
	};
	fs_entries all = {0};

	make_one_of_each_kind();
	assert_int_equal(fs_list(s->fd, &s->arena, &all), 0);
	assert_int_equal(all.len, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++) {
		expect_text("a name", all.at[i].name, want[i].name);
		expect_number(want[i].name, all.at[i].kind, want[i].kind);
	}
	vec_clear(&all);
}

static void devices_are_told(void **state)
{
	struct scratch *s = *state;
	int dev = open("/dev", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	fs_entries all = {0};
	bool found = false;

	assert_true(dev >= 0);
	assert_int_equal(fs_list(dev, &s->arena, &all), 0);
	for (size_t i = 0; i < all.len; i++)
		if (str_eq(all.at[i].name, STR("null"))) {
			found = true;
			assert_int_equal(all.at[i].kind, FS_DEVICE);
		}
	assert_true(found);
	vec_clear(&all);
	close(dev);
}

static void listing_is_sorted_by_bytes(void **state)
{
	struct scratch *s = *state;
	/* In the order of bytes, whatever the locale: - . 0 A _ a and then the letters of other alphabets. */
	static const char *const want[] = {
		"-", ".hidden",	     "0",    "A", "B", "Z", "_index.kk.md", "a", "a-b", "a.b", "aa",
		"b", "cafe\xCC\x81", "café", "я", "ә"};
	fs_entries all = {0};

	for (size_t i = COUNT(want); i-- > 0;)
		make_file(want[i], STR_NONE);
	assert_int_equal(fs_list(s->fd, &s->arena, &all), 0);
	assert_int_equal(all.len, COUNT(want));
	for (size_t i = 0; i < COUNT(want); i++)
		expect_text("a name in its place", all.at[i].name, want[i]);
	vec_clear(&all);
}

static void large_folders(void **state)
{
	struct scratch *s = *state;
	enum { MANY = 700 };
	fs_entries all = {0};
	char name[16];

	for (unsigned i = 0; i < MANY; i++) {
		snprintf(name, sizeof name, "%03u", (i * 37) % MANY);
		make_file(name, STR_NONE);
	}
	assert_int_equal(fs_list(s->fd, &s->arena, &all), 0);
	assert_int_equal(all.len, MANY);
	for (unsigned i = 0; i < MANY; i++) {
		snprintf(name, sizeof name, "%03u", i);
		expect_text("a name in its place", all.at[i].name, name);
	}
	vec_clear(&all);
}

static void listing_leaves_the_folder_open(void **state)
{
	struct scratch *s = *state;
	fs_entries all = {0};

	make_file("a", STR_NONE);
	for (int i = 1; i <= 2; i++) {
		assert_int_equal(fs_list(s->fd, &s->arena, &all), 0);
		assert_int_equal(all.len, i);
	}
	vec_clear(&all);
	assert_int_equal(fcntl(s->fd, F_GETFD), FD_CLOEXEC);
}

static void listing_what_is_no_folder(void **state)
{
	struct scratch *s = *state;
	fs_entries all = {0};
	int file;

	make_file("file", STR("text"));
	file = open("file", O_RDONLY | O_CLOEXEC);
	assert_int_equal(fs_list(file, &s->arena, &all), ENOTDIR);
	close(file);
	assert_int_equal(fs_list(-1, &s->arena, &all), EBADF);
	assert_int_equal(all.len, 0);
	vec_clear(&all);
}

static void what_vanishes_meanwhile_is_passed_over(void **state)
{
	struct scratch *s = *state;
	fs_entries all = {0};

	make_file("a", STR_NONE);
	make_file("b", STR_NONE);
	vanished = "a";
	assert_int_equal(fs_list(s->fd, &s->arena, &all), 0);
	vanished = NULL;
	assert_int_equal(all.len, 1);
	expect_text("the one that stayed", all.at[0].name, "b");
	vec_clear(&all);
}

static void folders(void **state)
{
	struct scratch *s = *state;
	static const struct {
		const char *name;
		bool opens;
	} rows[] = {
		{"folder", true}, {"link-folder", false}, {"link-nothing", false},
		{"file", false},  {"pipe", false},	  {"missing", false},
	};

	make_one_of_each_kind();
	for (size_t i = 0; i < COUNT(rows); i++) {
		int fd;

		errno = 0;
		fd = fs_open_folder(s->fd, rows[i].name);
		expect_number(rows[i].name, fd >= 0, rows[i].opens);
		expect_number(rows[i].name, errno != 0, !rows[i].opens);
		if (fd >= 0)
			close(fd);
	}
}

/* Where opening a FIFO waited, the alarm would end the program. */
static void reading(void **state)
{
	struct scratch *s = *state;
	static const struct {
		const char *reason, *name;
		size_t most;
		int error;
		const char *want;
	} rows[] = {
		{"a file", "file", 100, 0, "text"},
		{"exactly as much as is allowed", "file", 4, 0, "text"},
		{"one byte more than is allowed", "file", 3, EFBIG, NULL},
		{"an empty file, nothing allowed", "empty", 0, 0, ""},
		{"one byte, nothing allowed", "file", 0, EFBIG, NULL},
		{"no limit", "file", SIZE_MAX, 0, "text"},
		{"a link to a file is not followed", "link", 100, ELOOP, NULL},
		{"a link to a folder", "link-folder", 100, ELOOP, NULL},
		{"a link to nothing", "link-nothing", 100, ELOOP, NULL},
		{"a folder", "folder", 100, EINVAL, NULL},
		{"a FIFO that nobody writes to", "pipe", 100, EINVAL, NULL},
		{"a socket", "socket", 100, EINVAL, NULL},
		{"nothing there", "missing", 100, ENOENT, NULL},
	};

	make_one_of_each_kind();
	make_file("empty", STR_NONE);
	alarm(20);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str bytes = STR("untouched");
		int error = fs_read(s->fd, rows[i].name, rows[i].most, &s->arena, &bytes);

		expect_number(rows[i].reason, (uint64_t)error, (uint64_t)rows[i].error);
		expect_text(rows[i].reason, bytes, rows[i].want ? rows[i].want : "untouched");
	}
	alarm(0);
}

static void a_device_is_not_read(void **state)
{
	struct scratch *s = *state;
	int dev = open("/dev", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct str bytes;

	assert_true(dev >= 0);
	assert_int_equal(fs_read(dev, "zero", 100, &s->arena, &bytes), EINVAL);
	close(dev);
}

static void reading_piece_by_piece(void **state)
{
	struct scratch *s = *state;
	struct str bytes;

	make_file("file", STR("a\0bcdefghij"));
	piece = 3;
	interruptions = 2;
	assert_int_equal(fs_read(s->fd, "file", 100, &s->arena, &bytes), 0);
	expect_bytes("all of it", bytes, STR("a\0bcdefghij"));
	assert_int_equal(bytes.at[bytes.len], '\0');
	good_calls = 2;
	assert_int_equal(fs_read(s->fd, "file", 100, &s->arena, &bytes), EIO);
}

static void writing_piece_by_piece(void **state)
{
	struct scratch *s = *state;
	struct str bytes;
	int fd = open("file", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	piece = 3;
	interruptions = 2;
	assert_int_equal(fs_write_all(fd, STR("a\0bcdefghij")), 0);
	assert_int_equal(fs_write_all(fd, STR_NONE), 0);
	piece = 0;
	assert_int_equal(fs_read(s->fd, "file", 100, &s->arena, &bytes), 0);
	expect_bytes("all of it, once", bytes, STR("a\0bcdefghij"));
	piece = 3;
	good_calls = 2;
	assert_int_equal(fs_write_all(fd, STR("abcdefghij")), EIO);
	good_calls = -1;
	close(fd);
}

static void writing_where_nothing_goes(void **state)
{
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC);

	(void)state;
	assert_true(full >= 0);
	assert_int_equal(fs_write_all(full, STR("x")), ENOSPC);
	close(full);
	assert_int_equal(fs_write_all(-1, STR("x")), EBADF);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(listing_tells_kinds),
		TEST(devices_are_told),
		TEST(listing_is_sorted_by_bytes),
		TEST(large_folders),
		TEST(listing_leaves_the_folder_open),
		TEST(listing_what_is_no_folder),
		TEST(what_vanishes_meanwhile_is_passed_over),
		TEST(folders),
		TEST(reading),
		TEST(a_device_is_not_read),
		TEST(reading_piece_by_piece),
		TEST(writing_piece_by_piece),
		TEST(writing_where_nothing_goes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
