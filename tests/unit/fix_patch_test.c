/* Unified patches: how they read, and that patch(1) makes the same bytes of them as the edits do. */
#include "rows.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fs.h"
#include "fix/patch.h"
#include "output/tree.h"

/* ---- how they read ---- */

#define LINES9 "1\n2\n3\n4\n5\n6\n7\n8\n9\n"

static const struct {
	const char *reason, *bytes;
	struct edit edits[3]; /* one without bytes and text ends them */
	const char *want;
} rows[] = {
	{"nothing to change", "a\n", {{0}}, ""},
	{"an edit that changes nothing", "a\n", {{0, 1, {"a", 1}}}, ""},
	{"the only line", "a\n", {{0, 1, {"b", 1}}}, "--- f\t\n+++ f\t\n@@ -1,1 +1,1 @@\n-a\n+b\n"},
	{"three lines around",
	 LINES9,
	 {{8, 9, {"five", 4}}},
	 "--- f\t\n+++ f\t\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"},
	{"two hunks, and the numbers of the second follow the first",
	 LINES9 LINES9,
	 {{0, 2, {"", 0}}, {34, 35, {"X", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -15,4 +14,4 @@\n 6\n 7\n 8\n-9\n+X\n"},
	{"six lines between are one hunk",
	 LINES9,
	 {{0, 1, {"X", 1}}, {14, 15, {"Y", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,9 +1,9 @@\n-1\n+X\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+Y\n 9\n"},
	{"two edits of a line",
	 "a b c\n",
	 {{0, 1, {"x", 1}}, {4, 5, {"y", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,1 +1,1 @@\n-a b c\n+x b y\n"},
	{"a line end that goes takes the next line along",
	 "a\nb\nc\n",
	 {{1, 2, {"", 0}}},
	 "--- f\t\n+++ f\t\n@@ -1,3 +1,2 @@\n-a\n-b\n+ab\n c\n"},
	{"whole lines put in",
	 "a\nb\n",
	 {{2, 2, {"x\ny\n", 4}}},
	 "--- f\t\n+++ f\t\n@@ -1,2 +1,4 @@\n a\n+x\n+y\n b\n"},
	{"no line end at the end, in the line that changes",
	 "a\nb",
	 {{2, 3, {"x", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+x\n\\ No newline at end of file\n"},
	{"no line end at the end, in a line around",
	 "a\nb",
	 {{0, 1, {"x", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n"},
	{"no line end at the end, and two edits there",
	 "a b",
	 {{2, 3, {"x", 1}}, {3, 3, {"y", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,1 +1,1 @@\n-a b\n\\ No newline at end of file\n+a xy\n\\ No newline at end of "
	 "file\n"},
	{"a line end comes",
	 "a",
	 {{1, 1, {"\n", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"},
	{"all goes", "a\n", {{0, 2, {"", 0}}}, "--- f\t\n+++ f\t\n@@ -1,1 +0,0 @@\n-a\n"},
	{"line ends of Windows are bytes of the line",
	 "a\r\nb\r\n",
	 {{0, 1, {"x", 1}}},
	 "--- f\t\n+++ f\t\n@@ -1,2 +1,2 @@\n-a\r\n+x\r\n b\r\n"},
};

static void fill(edits *list, const struct edit *steps, size_t most)
{
	for (size_t i = 0; i < most && (steps[i].to || steps[i].text.len); i++)
		edits_add(list, steps[i]);
}

static void reading(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf out = BUF_INIT;
		edits list = {0};

		fill(&list, rows[i].edits, COUNT(rows[i].edits));
		patch_add(STR("f"), str_of(rows[i].bytes), &list, &out);
		bad += row_differs(rows[i].reason, rows[i].bytes, buf_str(&out), rows[i].want);
		vec_clear(&list);
		buf_clear(&out);
	}
	assert_int_equal(bad, 0);
}

/* ---- what patch(1) makes of them ---- */

static char root[64];

static int set_up(void **state)
{
	(void)state;
	snprintf(root, sizeof root, "/tmp/komek-patch-XXXXXX");
	return !mkdtemp(root) || chdir(root);
}

static int tear_down(void **state)
{
	(void)state;
	return chdir("/") || tree_remove(AT_FDCWD, root);
}

static void write_file(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	assert_true(fd >= 0);
	assert_int_equal(fs_write_all(fd, bytes), 0);
	assert_int_equal(close(fd), 0);
}

/* 1, and says so, where `patch -p0` makes something else of the file than the edits. */
static size_t patch_differs(const char *reason, const char *path, struct str bytes, const edits *list)
{
	struct buf patch = BUF_INIT, want = BUF_INIT;
	struct arena a = ARENA_INIT;
	struct str got = STR("");
	size_t bad;
	int status;

	edits_apply(bytes, list, &want);
	patch_add(str_of(path), bytes, list, &patch);
	write_file(path, bytes);
	write_file("the.patch", buf_str(&patch));
	status = patch.len ? system("patch -s -p0 <the.patch >said 2>&1") : 0;
	assert_int_equal(fs_read(AT_FDCWD, path, 1 << 20, &a, &got), 0);
	bad = row_differs(reason, bytes.at, got, want.len ? want.at : "");
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || access("f.orig", F_OK) == 0) {
		print_error("%s: patch ended with %d:\n%s\n", reason, status, patch.at);
		bad = 1;
	}
	buf_clear(&patch);
	buf_clear(&want);
	arena_clear(&a);
	return bad;
}

static void applied(void **state)
{
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		edits list = {0};

		fill(&list, rows[i].edits, COUNT(rows[i].edits));
		bad += patch_differs(rows[i].reason, "f", str_of(rows[i].bytes), &list);
		vec_clear(&list);
	}
	assert_int_equal(bad, 0);
}

static const char *const names[] = {
	"plain.kk.md",
	"with a space.md",
	" begins with one.md",
	"Көмек орталығы.md",
	"a\ttab.md",
	"a \"quoted\" name.md",
	"\"quote first",
	"back\\slash.md",
	"two\nlines.md",
	"ends with a space ",
	"--- a",
	"it's $HOME `x`.md",
	"\x7F"
	"delete.md",
	"\xFF not UTF-8",
};

static void names_of_files(void **state)
{
	const struct edit e = {0, 1, STR("x")};
	size_t bad = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		edits list = {0};

		edits_add(&list, e);
		bad += patch_differs(names[i], names[i], STR("a\nb\n"), &list);
		vec_clear(&list);
	}
	assert_int_equal(bad, 0);
}

/* Numbers that look like chance and are the same in every run: a linear congruence (Numerical Recipes). */
static size_t next(uint32_t *seed, size_t below)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % below;
}

/* Short lines with few letters, so that lines are often alike and patch could take one for another. */
static void any_text(void **state)
{
	static const char letters[] = "aab\n\n\r";
	static const char *const texts[] = {"", "x", "\n", "a\n", "\nb", "b"};
	uint32_t seed = 7;
	size_t bad = 0;

	(void)state;
	for (unsigned n = 0; n < 150 && !bad; n++) {
		char bytes[121];
		size_t len = next(&seed, sizeof bytes - 1);
		edits list = {0};

		for (size_t i = 0; i < len; i++)
			bytes[i] = letters[next(&seed, sizeof letters - 1)];
		bytes[len] = '\0';
		for (size_t at = 0; at < len; at += 1 + next(&seed, 60)) {
			size_t to = at + next(&seed, 4);

			edits_add(&list,
				  (struct edit){at, to < len ? to : len, str_of(texts[next(&seed, COUNT(texts))])});
		}
		bad += patch_differs("by chance", "f", (struct str){bytes, len}, &list);
		vec_clear(&list);
	}
	assert_int_equal(bad, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading),
		TEST(applied),
		TEST(names_of_files),
		TEST(any_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
