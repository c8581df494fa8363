/*
 * What is remembered of words, in memory and in a file of the test's own: whole, broken, hostile, and wanted by several.
 *
 * write and flock are given here under their own names and pass on to the kernel, unless a test asks them to refuse.
 */
#include "expect.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/pool.h"
#include "text/verdict_table.h"
#include "text/verdicts.h"

static atomic_int no_write, no_lock; /* the errno with which each refuses; 0: it works */
static atomic_bool late_lock;	     /* whoever had the lock gives the file its final name first */

ssize_t write(int fd, const void *bytes, size_t count)
{
	if (no_write) {
		errno = no_write;
		return -1;
	}
	return (ssize_t)syscall(SYS_write, fd, bytes, count);
}

int flock(int fd, int operation)
{
	if (atomic_exchange(&late_lock, false))
		rename("cache/.verdicts.komek-stage", "cache/verdicts");
	if (no_lock) {
		errno = no_lock;
		return -1;
	}
	return (int)syscall(SYS_flock, fd, operation);
}

#define STAGE "cache/.verdicts.komek-stage"

static char root[64];

static int set_up(void **state)
{
	(void)state;
	snprintf(root, sizeof root, "/tmp/komek-verdicts-XXXXXX");
	return mkdtemp(root) && chdir(root) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
	char command[96];

	(void)state;
	no_write = no_lock = 0;
	snprintf(command, sizeof command, "rm -rf %s", root);
	return chdir("/") || system(command);
}

static struct verdicts *opened(void)
{
	return verdicts_open("cache", STR("key"));
}

static struct str contents(const char *path, struct arena *a)
{
	struct str bytes = STR_NONE;

	assert_int_equal(fs_read(AT_FDCWD, path, SIZE_MAX, a, &bytes), 0);
	return bytes;
}

/* A new file each time: some file systems wait for the disk where an old one is cut. */
static void put_file(const char *path, struct str bytes)
{
	int fd;

	unlink(path);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	assert_true(fd >= 0);
	assert_int_equal(fs_write_all(fd, bytes), 0);
	close(fd);
}

static bool there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static ino_t inode(const char *path)
{
	struct stat st;

	assert_int_equal(lstat(path, &st), 0);
	return st.st_ino;
}

static char longest[VERDICTS_WORD_LONGEST + 1];

static const struct row {
	const char *reason;
	struct str word;
	uint8_t domain, verdict;
} rows[] = {
	{"a word", STR("сөз"), 1, 1},
	{"the same word in another domain", STR("сөз"), 2, 255},
	{"the beginning of a word is another word", STR("сө"), 1, 3},
	{"a word with a NUL behind it is another word", STR("сөз\0"), 1, 4},
	{"with two of them, another one", STR("сөз\0\0"), 1, 5},
	{"no bytes at all", STR(""), 0, 6},
	{"bytes that are no text", STR("\xFF\xFE\x80"), 255, 7},
	{"exactly eight bytes", STR("abcdefgh"), 1, 8},
	{"the longest word", {longest, VERDICTS_WORD_LONGEST}, 1, 9},
};

/* What nobody ever put there. */
static const struct row unknown[] = {
	{"another word", STR("сөздер"), 1, 0},
	{"a known word in a third domain", STR("сөз"), 3, 0},
	{"no bytes in a domain that has some", STR(""), 1, 0},
	{"a word longer than the longest, which begins with it", {longest, VERDICTS_WORD_LONGEST + 1}, 1, 0},
};

static void learn(struct verdicts *v)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		verdicts_put(v, rows[i].domain, rows[i].word, rows[i].verdict);
	verdicts_put(v, unknown[3].domain, unknown[3].word, 1);
}

static void expect_all(struct verdicts *v)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, verdicts_get(v, rows[i].domain, rows[i].word), rows[i].verdict);
	for (size_t i = 0; i < COUNT(unknown); i++)
		expect_number(unknown[i].reason, verdicts_get(v, unknown[i].domain, unknown[i].word), 0);
}

static void expect_nothing(const char *reason)
{
	struct verdicts *v = opened();

	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(reason, verdicts_get(v, rows[i].domain, rows[i].word), 0);
	verdicts_free(v);
}

static void save_rows(void)
{
	struct verdicts *v = opened();

	learn(v);
	assert_int_equal(verdicts_save(v), 0);
	verdicts_free(v);
}

static void in_memory(void **state)
{
	struct verdicts *v = verdicts_open(NULL, STR("key"));

	(void)state;
	expect_number("nothing yet", verdicts_get(v, 1, STR("сөз")), 0);
	learn(v);
	expect_all(v);
	assert_int_equal(verdicts_save(v), 0);
	verdicts_free(v);
	verdicts_free(NULL);
	assert_false(there("cache"));
}

static void from_run_to_run(void **state)
{
	struct verdicts *v;

	(void)state;
	save_rows();
	v = opened();
	expect_all(v);
	verdicts_free(v);
}

static void the_first_verdict_stays(void **state)
{
	struct verdicts *v = opened();

	(void)state;
	verdicts_put(v, 1, STR("a"), 1);
	verdicts_put(v, 1, STR("a"), 2);
	expect_number("in memory", verdicts_get(v, 1, STR("a")), 1);
	assert_int_equal(verdicts_save(v), 0);
	verdicts_free(v);
	v = opened();
	verdicts_put(v, 1, STR("a"), 2);
	expect_number("from the file", verdicts_get(v, 1, STR("a")), 1);
	verdicts_free(v);
}

static void only_what_is_new_is_written(void **state)
{
	struct verdicts *v = opened();
	ino_t before;

	(void)state;
	assert_int_equal(verdicts_save(v), 0);
	assert_false(there("cache"));
	learn(v);
	assert_int_equal(verdicts_save(v), 0);
	before = inode("cache/verdicts");
	assert_int_equal(verdicts_save(v), 0);
	verdicts_free(v);
	v = opened();
	learn(v);
	assert_int_equal(verdicts_save(v), 0);
	assert_int_equal(inode("cache/verdicts"), before);
	verdicts_put(v, 9, STR("new"), 1);
	assert_int_equal(verdicts_save(v), 0);
	assert_int_not_equal(inode("cache/verdicts"), before);
	verdicts_free(v);
	v = opened();
	expect_number("the new one", verdicts_get(v, 9, STR("new")), 1);
	expect_all(v);
	verdicts_free(v);
}

/* Backwards, and in two runs. */
static void the_same_verdicts_give_the_same_bytes(void **state)
{
	struct arena a = ARENA_INIT;
	struct verdicts *v;
	struct str once;

	(void)state;
	save_rows();
	once = contents("cache/verdicts", &a);
	unlink("cache/verdicts");
	for (size_t run = 0; run < 2; run++) {
		v = opened();
		for (size_t i = COUNT(rows); i-- > 0;)
			if (run || i % 2)
				verdicts_put(v, rows[i].domain, rows[i].word, rows[i].verdict);
		assert_int_equal(verdicts_save(v), 0);
		verdicts_free(v);
	}
	expect_bytes("the same bytes", contents("cache/verdicts", &a), once);
	arena_clear(&a);
}

static void another_key(void **state)
{
	static const struct {
		const char *reason;
		struct str key;
	} keys[] = {
		{"another", STR("kez")}, {"shorter", STR("ke")},
		{"longer", STR("key2")}, {"with the padding", STR("key\0")},
		{"none", STR("")},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		struct verdicts *v;

		save_rows();
		v = verdicts_open("cache", keys[i].key);
		expect_number(keys[i].reason, verdicts_get(v, 1, STR("сөз")), 0);
		verdicts_put(v, 1, STR("other"), 1);
		assert_int_equal(verdicts_save(v), 0);
		verdicts_free(v);
		v = verdicts_open("cache", keys[i].key);
		expect_number(keys[i].reason, verdicts_get(v, 1, STR("other")), 1);
		expect_number(keys[i].reason, verdicts_get(v, 1, STR("сөз")), 0);
		verdicts_free(v);
		expect_nothing(keys[i].reason);
	}
}

static void cut_at_every_length(void **state)
{
	struct arena a = ARENA_INIT;
	struct str whole;
	struct buf longer = BUF_INIT;

	(void)state;
	save_rows();
	whole = contents("cache/verdicts", &a);
	for (size_t len = 0; len < whole.len; len++) {
		put_file("cache/verdicts", str_slice(whole, 0, len));
		expect_nothing("cut");
	}
	buf_add(&longer, whole);
	buf_add_byte(&longer, '\0');
	put_file("cache/verdicts", buf_str(&longer));
	expect_nothing("longer");
	put_file("cache/verdicts", whole);
	save_rows();
	expect_bytes("the whole file is read", contents("cache/verdicts", &a), whole);
	buf_clear(&longer);
	arena_clear(&a);
}

static void every_byte_changed(void **state)
{
	static const unsigned char changes[] = {0xFF, 0x01, 0x80};
	struct arena a = ARENA_INIT;
	struct str whole;
	struct buf b = BUF_INIT;

	(void)state;
	save_rows();
	whole = contents("cache/verdicts", &a);
	for (size_t i = 0; i < whole.len; i++)
		for (size_t k = 0; k < COUNT(changes); k++) {
			buf_reset(&b);
			buf_add(&b, whole);
			b.at[i] = (char)(b.at[i] ^ changes[k]);
			put_file("cache/verdicts", buf_str(&b));
			expect_nothing("a changed byte");
		}
	buf_clear(&b);
	arena_clear(&a);
}

/* The highest bits of two words: a sum of mere products would not see them. */
static void two_bits_changed(void **state)
{
	struct arena a = ARENA_INIT;
	struct str whole;
	struct buf b = BUF_INIT;

	(void)state;
	save_rows();
	whole = contents("cache/verdicts", &a);
	for (size_t i = 23; i + 8 < whole.len && i < 200; i += 8) {
		buf_reset(&b);
		buf_add(&b, whole);
		b.at[i] = (char)(b.at[i] ^ 0x80);
		b.at[i + 8] = (char)(b.at[i + 8] ^ 0x80);
		put_file("cache/verdicts", buf_str(&b));
		expect_nothing("two changed bits");
	}
	buf_clear(&b);
	arena_clear(&a);
}

enum { KEY_END = 40, SLOT_COUNT = 8 }; /* of a table with a key of 3 bytes and up to 4 words */

/* Every slot of the table shows the same hash and the same place. */
static void fill_slots(char *bytes, uint32_t tag, uint32_t at)
{
	for (size_t i = 0; i < SLOT_COUNT; i++) {
		memcpy(bytes + KEY_END + i * 8, &tag, sizeof tag);
		memcpy(bytes + KEY_END + i * 8 + 4, &at, sizeof at);
	}
}

/* Bytes that somebody made on purpose, so that length and checksum are right. */
static void behind_the_checksum(void **state)
{
	enum { ENTRY = KEY_END + SLOT_COUNT * 8 };
	static const struct {
		const char *reason;
		uint32_t at;
		unsigned char domain, len_low, len_high;
		uint8_t want;
		size_t listed; /* of the eight slots */
	} hostile[] = {
		{"as it should be", ENTRY, 1, 3, 0, 7, 8},
		{"another domain", ENTRY, 2, 3, 0, 0, 8},
		{"another word's length", ENTRY, 1, 2, 0, 0, 8},
		{"a place behind the end", ENTRY + 7, 1, 3, 0, 0, 0},
		{"a place far behind the end", UINT32_MAX, 1, 3, 0, 0, 0},
		{"no room for the head of an entry", ENTRY + 4, 1, 3, 0, 0, 0},
		{"a word longer than the file by one", ENTRY, 1, 4, 0, 0, 0},
		{"a word of the greatest length", ENTRY, 1, 255, 255, 0, 0},
	};

	(void)state;
	alarm(60);
	for (size_t i = 0; i < COUNT(hostile); i++) {
		verdict_list list = {0}, found = {0};
		struct verdict_table t;
		struct buf b = BUF_INIT;

		vec_push(&list, ((struct verdict){STR("abc"), 1, 7}));
		assert_true(verdict_table_write(&list, STR("key"), 1000, &b));
		assert_int_equal(b.len, ENTRY + 7);
		fill_slots(b.at, (uint32_t)(verdict_hash(1, STR("abc")) >> 32), hostile[i].at);
		b.at[ENTRY] = (char)hostile[i].domain;
		b.at[ENTRY + 2] = (char)hostile[i].len_low;
		b.at[ENTRY + 3] = (char)hostile[i].len_high;
		verdict_table_seal(b.at, b.len);
		assert_true(verdict_table_read(&t, buf_str(&b), STR("key")));
		expect_number(hostile[i].reason, verdict_table_get(&t, 1, STR("abc")), hostile[i].want);
		expect_number("no free slot ends the search", verdict_table_get(&t, 1, STR("abd")), 0);
		verdict_table_list(&t, &found);
		expect_number(hostile[i].reason, found.len, hostile[i].listed);
		vec_clear(&found);
		vec_clear(&list);
		buf_clear(&b);
	}
	alarm(0);
}

/* What a list says twice is written once; of two verdicts, the same one in whatever order they came. */
static void said_twice(void **state)
{
	struct buf first = BUF_INIT;

	(void)state;
	for (unsigned turn = 0; turn < 2; turn++) {
		verdict_list list = {0};
		struct verdict_table t;
		struct buf b = BUF_INIT;

		vec_push(&list, ((struct verdict){STR("abc"), 1, turn ? 7 : 9}));
		vec_push(&list, ((struct verdict){STR("abd"), 1, 5}));
		vec_push(&list, ((struct verdict){STR("abc"), 1, turn ? 9 : 7}));
		assert_true(verdict_table_write(&list, STR("key"), 1000, turn ? &b : &first));
		expect_number("two words", list.len, 2);
		if (turn)
			expect_bytes("the same", buf_str(&b), buf_str(&first));
		assert_true(verdict_table_read(&t, buf_str(&first), STR("key")));
		expect_number("the lower one", verdict_table_get(&t, 1, STR("abc")), 7);
		expect_number("the other word", verdict_table_get(&t, 1, STR("abd")), 5);
		vec_clear(&list);
		buf_clear(&b);
	}
	buf_clear(&first);
}

static void slots_that_cannot_be(void **state)
{
	static const struct {
		const char *reason;
		uint32_t slots;
		bool read;
	} counts[] = {
		{"as written", 8, true},
		{"fewer", 4, true},
		{"none", 0, false},
		{"no power of two", 7, false},
		{"more than there are bytes", 16, false},
		{"the greatest power", 1U << 31, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		verdict_list list = {0};
		struct verdict_table t;
		struct buf b = BUF_INIT;

		vec_push(&list, ((struct verdict){{longest, 40}, 1, 7}));
		assert_true(verdict_table_write(&list, STR("key"), 1000, &b));
		memcpy(b.at + 28, &counts[i].slots, sizeof counts[i].slots);
		expect_number("the checksum covers it", verdict_table_read(&t, buf_str(&b), STR("key")),
			      counts[i].slots == 8);
		verdict_table_seal(b.at, b.len);
		expect_number(counts[i].reason, verdict_table_read(&t, buf_str(&b), STR("key")), counts[i].read);
		expect_number(counts[i].reason, t.count, counts[i].read ? counts[i].slots : 0);
		buf_clear(&b);
		vec_clear(&list);
	}
}

static void folders(void **state)
{
	static const struct {
		const char *reason, *folder;
		int error;
	} places[] = {
		{"is made where it is missing", "cache", 0},	    {"is there already", "cache", 0},
		{"the one above is missing", "none/cache", ENOENT}, {"is a file", "file", ENOTDIR},
		{"lies below a file", "file/cache", ENOTDIR},	    {"nobody may write there", "/proc", ENOENT},
		{"a link to a folder may be named", "link", 0},	    {"a link to nothing", "dangling", ENOENT},
	};

	(void)state;
	put_file("file", STR("text"));
	assert_int_equal(symlink("cache", "link"), 0);
	assert_int_equal(symlink("nothing", "dangling"), 0);
	for (size_t i = 0; i < COUNT(places); i++) {
		struct verdicts *v = verdicts_open(places[i].folder, STR(""));

		verdicts_put(v, 1, STR("a"), 1);
		verdicts_put(v, 1, (struct str){places[i].reason, 5}, 1);
		expect_number(places[i].reason, (uint64_t)verdicts_save(v), (uint64_t)places[i].error);
		expect_number("is still known", verdicts_get(v, 1, STR("a")), 1);
		verdicts_free(v);
	}
}

/* Where opening a FIFO waited, the alarm would end the program. */
static void no_link_is_followed(void **state)
{
	struct arena a = ARENA_INIT;
	struct str before;

	(void)state;
	alarm(60);
	save_rows();
	assert_int_equal(rename("cache/verdicts", "elsewhere"), 0);
	before = contents("elsewhere", &a);
	assert_int_equal(symlink("../elsewhere", "cache/verdicts"), 0);
	expect_nothing("not read through a link");
	save_rows();
	expect_bytes("not written through a link", contents("elsewhere", &a), before);
	expect_bytes("but in its place", contents("cache/verdicts", &a), before);
	unlink("cache/verdicts");
	assert_int_equal(mkfifo("cache/verdicts", 0600), 0);
	expect_nothing("a FIFO");
	save_rows();
	expect_bytes("in place of a FIFO", contents("cache/verdicts", &a), before);
	alarm(0);
	arena_clear(&a);
}

static void refuse_save(const char *reason, int error)
{
	struct verdicts *v = opened();

	verdicts_put(v, 1, STR("a"), 1);
	expect_number(reason, (uint64_t)verdicts_save(v), (uint64_t)error);
	verdicts_free(v);
}

static void what_stands_in_the_way(void **state)
{
	(void)state;
	assert_int_equal(mkdir("cache", 0777), 0);
	assert_int_equal(symlink("../elsewhere", STAGE), 0);
	refuse_save("a link in place of the stage", ELOOP);
	assert_false(there("elsewhere"));
	unlink(STAGE);
	assert_int_equal(mkfifo(STAGE, 0600), 0);
	refuse_save("a FIFO that nobody reads", ENXIO);
	unlink(STAGE);
	no_lock = ENOLCK;
	refuse_save("a file system without locks", ENOLCK);
	no_lock = 0;
	unlink(STAGE);
	assert_int_equal(mkdir("cache/verdicts", 0777), 0);
	refuse_save("a folder in place of the file", EISDIR);
	assert_false(there(STAGE));
}

static void a_full_disk(void **state)
{
	struct arena a = ARENA_INIT;
	struct str before;
	struct verdicts *v;

	(void)state;
	save_rows();
	before = contents("cache/verdicts", &a);
	v = opened();
	verdicts_put(v, 1, STR("a"), 1);
	no_write = ENOSPC;
	assert_int_equal(verdicts_save(v), ENOSPC);
	no_write = 0;
	assert_false(there(STAGE));
	expect_bytes("the old file stands", contents("cache/verdicts", &a), before);
	assert_int_equal(verdicts_save(v), 0);
	verdicts_free(v);
	v = opened();
	expect_number("kept the second time", verdicts_get(v, 1, STR("a")), 1);
	verdicts_free(v);
	arena_clear(&a);
}

static void what_a_killed_run_left(void **state)
{
	struct arena a = ARENA_INIT;
	struct str whole;
	struct buf b = BUF_INIT;

	(void)state;
	save_rows();
	whole = contents("cache/verdicts", &a);
	unlink("cache/verdicts");
	buf_add(&b, whole);
	buf_add(&b, STR("more"));
	put_file(STAGE, buf_str(&b));
	save_rows();
	expect_bytes("nothing of it stays", contents("cache/verdicts", &a), whole);
	assert_false(there(STAGE));
	buf_clear(&b);
	arena_clear(&a);
}

static void another_is_writing(void **state)
{
	struct verdicts *v = opened();
	int fd;

	(void)state;
	learn(v);
	assert_int_equal(mkdir("cache", 0777), 0);
	fd = open(STAGE, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
	assert_true(fd >= 0);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_int_equal(verdicts_save(v), 0);
	assert_false(there("cache/verdicts"));
	close(fd);
	assert_int_equal(verdicts_save(v), 0);
	assert_true(there("cache/verdicts"));
	verdicts_free(v);
}

/* Between opening and locking, the other saver gives the opened file its final name: it must not be written any more. */
static void another_was_faster(void **state)
{
	struct verdicts *v = opened();
	struct stat st;
	int fd;

	(void)state;
	learn(v);
	assert_int_equal(mkdir("cache", 0777), 0);
	put_file(STAGE, STR("what the other wrote"));
	fd = open(STAGE, O_RDONLY | O_CLOEXEC);
	assert_true(fd >= 0);
	late_lock = true;
	assert_int_equal(verdicts_save(v), 0);
	assert_false(late_lock);
	assert_int_equal(fstat(fd, &st), 0);
	expect_number("untouched", (uint64_t)st.st_size, 20);
	close(fd);
	verdicts_free(v);
	v = opened();
	expect_all(v);
	verdicts_free(v);
}

/* Each with a word of its own, all with the rows; whoever reads meanwhile finds a whole file. */
static void save_again(void *ctx, size_t item, unsigned worker)
{
	struct verdicts *v = opened();
	char word[16];

	(void)worker;
	if (verdicts_get(v, 1, STR("сөз")) != 1)
		atomic_fetch_add((atomic_uint *)ctx, 1);
	snprintf(word, sizeof word, "%zu", item);
	learn(v);
	verdicts_put(v, 20, str_of(word), 1);
	if (verdicts_save(v))
		atomic_fetch_add((atomic_uint *)ctx, 1);
	verdicts_free(v);
}

static void several_savers(void **state)
{
	atomic_uint wrong = 0;
	struct verdicts *v;

	(void)state;
	save_rows();
	pool_run(4, 400, save_again, &wrong);
	assert_int_equal(wrong, 0);
	assert_false(there(STAGE));
	v = opened();
	expect_all(v);
	verdicts_free(v);
}

enum { WORDS = 3000 };

static struct str word_of(size_t n, char bytes[16])
{
	return (struct str){bytes, (size_t)snprintf(bytes, 16, "w%zu", n)};
}

static uint8_t verdict_of(size_t n)
{
	return (uint8_t)(1 + n * 7 % 255);
}

struct crowd {
	struct verdicts *verdicts;
	atomic_uint wrong;
};

/* Every word is asked and told by several threads, in another order by each. */
static void ask_and_tell(void *ctx, size_t item, unsigned worker)
{
	struct crowd *c = ctx;

	(void)worker;
	for (size_t i = 0; i < WORDS; i++) {
		size_t n = (i * 7 + item * 31) % WORDS;
		char bytes[16];
		struct str word = word_of(n, bytes);
		uint8_t got = verdicts_get(c->verdicts, 5, word);

		if (got && got != verdict_of(n))
			atomic_fetch_add(&c->wrong, 1);
		verdicts_put(c->verdicts, 5, word, verdict_of(n));
		if (verdicts_get(c->verdicts, 5, word) != verdict_of(n))
			atomic_fetch_add(&c->wrong, 1);
		if (i % 1000 == 0 && verdicts_save(c->verdicts))
			atomic_fetch_add(&c->wrong, 1);
	}
}

static void several_threads(void **state)
{
	struct crowd c = {opened(), 0};
	char bytes[16];

	(void)state;
	for (size_t n = 0; n < WORDS / 2; n++)
		verdicts_put(c.verdicts, 5, word_of(n, bytes), verdict_of(n));
	assert_int_equal(verdicts_save(c.verdicts), 0);
	verdicts_free(c.verdicts);
	c.verdicts = opened();
	pool_run(4, 8, ask_and_tell, &c);
	assert_int_equal(c.wrong, 0);
	assert_int_equal(verdicts_save(c.verdicts), 0);
	verdicts_free(c.verdicts);
	c.verdicts = opened();
	for (size_t n = 0; n < WORDS; n++)
		expect_number("from the file", verdicts_get(c.verdicts, 5, word_of(n, bytes)), verdict_of(n));
	expect_number("one more", verdicts_get(c.verdicts, 5, word_of(WORDS, bytes)), 0);
	verdicts_free(c.verdicts);
}

static struct str long_word(char *bytes, uint32_t n)
{
	memcpy(bytes, &n, sizeof n);
	return (struct str){bytes, VERDICTS_WORD_LONGEST};
}

static void learn_long(struct verdicts *v, uint32_t from, uint32_t to)
{
	char bytes[VERDICTS_WORD_LONGEST] = {0};

	for (uint32_t n = from; n < to; n++)
		verdicts_put(v, 1, long_word(bytes, n), 1);
}

static size_t known_long(struct verdicts *v, uint32_t from, uint32_t to)
{
	char bytes[VERDICTS_WORD_LONGEST] = {0};
	size_t known = 0;

	for (uint32_t n = from; n < to; n++)
		known += verdicts_get(v, 1, long_word(bytes, n)) == 1;
	return known;
}

/* 40,000 words of 1024 bytes fit twice into memory, but not into one file. */
static void the_old_ones_are_forgotten(void **state)
{
	enum { MANY = 40000 };
	struct verdicts *v;

	(void)state;
	for (uint32_t run = 0; run < 2; run++) {
		v = opened();
		learn_long(v, run * MANY, run * MANY + MANY);
		assert_int_equal(verdicts_save(v), 0);
		verdicts_free(v);
	}
	v = opened();
	expect_number("the old ones", known_long(v, 0, MANY), 0);
	expect_number("the new ones", known_long(v, MANY, 2 * MANY), MANY);
	verdicts_free(v);
}

static void there_is_room_for_so_many(void **state)
{
	enum { MANY = 70000 };
	struct verdicts *v = opened();
	struct stat st;
	size_t kept;

	(void)state;
	learn_long(v, 0, MANY);
	kept = known_long(v, 0, MANY);
	assert_in_range(kept, MANY / 2, MANY - 1);
	assert_int_equal(verdicts_save(v), 0);
	verdicts_free(v);
	assert_int_equal(stat("cache/verdicts", &st), 0);
	assert_in_range(st.st_size, VERDICTS_MOST / 2, VERDICTS_MOST);
	v = opened();
	expect_number("all that was kept", known_long(v, 0, MANY), kept);
	verdicts_free(v);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(in_memory),
		TEST(from_run_to_run),
		TEST(the_first_verdict_stays),
		TEST(only_what_is_new_is_written),
		TEST(the_same_verdicts_give_the_same_bytes),
		TEST(another_key),
		TEST(cut_at_every_length),
		TEST(every_byte_changed),
		TEST(two_bits_changed),
		TEST(behind_the_checksum),
		TEST(said_twice),
		TEST(slots_that_cannot_be),
		TEST(folders),
		TEST(no_link_is_followed),
		TEST(what_stands_in_the_way),
		TEST(a_full_disk),
		TEST(what_a_killed_run_left),
		TEST(another_is_writing),
		TEST(another_was_faster),
		TEST(several_savers),
		TEST(several_threads),
		TEST(the_old_ones_are_forgotten),
		TEST(there_is_room_for_so_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
