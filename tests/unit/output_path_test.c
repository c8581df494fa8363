/* Where the output may lie: publish_allowed in a folder of links, files and sources. It must never change anything. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "output/publish.h"
#include "output/tree.h"

/*
 * project/			the working folder
 *	content/ content/deep/ templates/
 *	public/			a marked site: .komek, index.html
 *	foreign/		a file of somebody's: notes.txt
 *	dotted/			.gitignore only
 *	empty/
 *	file			a plain file
 *	to-public -> public	to-content -> content	to-project -> ../project	dangling -> nothing
 */
static char root[64];

static void make_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static int set_up(void **state)
{
	static const char *const folders[] = {"content", "content/deep", "templates", "public",
					      "foreign", "dotted",	 "empty"};

	(void)state;
	snprintf(root, sizeof root, "/tmp/komek-path-XXXXXX");
	if (!mkdtemp(root) || chdir(root) || mkdir("project", 0755) || chdir("project"))
		return -1;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (mkdir(folders[i], 0755))
			return -1;
	make_file("public/.komek", "komek 1\n");
	make_file("public/index.html", "x");
	make_file("foreign/notes.txt", "x");
	make_file("foreign/.komek", "not the marker\n");
	make_file("dotted/.gitignore", "*\n");
	make_file("file", "x");
	return symlink("public", "to-public") || symlink("content", "to-content") ||
	       symlink("../project", "to-project") || symlink("nothing", "dangling");
}

static int tear_down(void **state)
{
	(void)state;
	return chdir("/") || tree_remove(AT_FDCWD, root);
}

/* MSG_COUNT: allowed. */
static enum message_id judge(const char *output, const char *source, struct buf *text)
{
	struct publish_request request = {.output = output, .sources = &source, .source_count = source ? 1 : 0};
	struct failure why = FAILURE_NONE;
	bool ok = publish_allowed(&request, &why);
	enum message_id id = ok ? MSG_COUNT : why.message.id;

	assert_int_equal(ok, !why.set);
	if (!ok)
		message_text(&why.message, MESSAGES_EN, text);
	failure_clear(&why);
	return id;
}

static const struct {
	const char *reason, *output, *source;
	enum message_id refused; /* MSG_COUNT: allowed */
} rows[] = {
	{"a marked site", "public", "content", MSG_COUNT},
	{"slashes at the end change nothing", "public///", "content", MSG_COUNT},
	{"a folder still to be made", "new", "content", MSG_COUNT},
	{"an empty folder", "empty", "content", MSG_COUNT},
	{"only dot-files count as empty", "dotted", "content", MSG_COUNT},
	{"through .. and back", "content/../public", "content", MSG_COUNT},
	{"a name that begins like a source's", "content-site", "content", MSG_COUNT},
	{"a parent that is a link", "to-project/public", "content", MSG_COUNT},
	{"a dot at the end of a folder that is elsewhere", "public/.", "content", MSG_COUNT},
	{"a source that is not there hinders nothing", "public", "missing", MSG_COUNT},
	{"a source above the place, reached through a link", "to-content/../public", "templates", MSG_COUNT},
	{"no name", "", "content", MSG_OUTPUT_UNNAMED},
	{"no parent", "missing/public", "content", MSG_OUTPUT_NO_PARENT},
	{"a parent that is a file", "file/public", "content", MSG_OUTPUT_NO_PARENT},
	{"a link to a good folder", "to-public", "content", MSG_OUTPUT_IS_LINK},
	{"a link with a slash", "to-public/", "content", MSG_OUTPUT_IS_LINK},
	{"a link to nothing", "dangling", "content", MSG_OUTPUT_IS_LINK},
	{"a file", "file", "content", MSG_OUTPUT_NO_FOLDER},
	{"a device", "/dev/null", "content", MSG_OUTPUT_NO_FOLDER},
	{"somebody's files", "foreign", "content", MSG_OUTPUT_STRANGER},
	{"the root", "/", "content", MSG_OUTPUT_HOLDS_WORKING_FOLDER},
	{"the root by more slashes", "///", "content", MSG_OUTPUT_HOLDS_WORKING_FOLDER},
	{"the root by ..", "/tmp/..", "content", MSG_OUTPUT_HOLDS_WORKING_FOLDER},
	{"the working folder", ".", "content", MSG_OUTPUT_HOLDS_WORKING_FOLDER},
	{"the working folder by its name", "../project", "content", MSG_OUTPUT_HOLDS_WORKING_FOLDER},
	{"the folder above", "..", "content", MSG_OUTPUT_HOLDS_WORKING_FOLDER},
	{"the folder above, from a folder", "content/../..", "content", MSG_OUTPUT_HOLDS_WORKING_FOLDER},
	{"a source itself", "content", "content", MSG_OUTPUT_IN_SOURCE},
	{"a source itself in other words", "templates/../content", "./content/", MSG_OUTPUT_IN_SOURCE},
	{"in a source", "content/deep", "content", MSG_OUTPUT_IN_SOURCE},
	{"in a source, still to be made", "content/new", "content", MSG_OUTPUT_IN_SOURCE},
	{"in a source through a link", "to-content/new", "content", MSG_OUTPUT_IN_SOURCE},
	{"in a source through ..", "public/../content/new", "content", MSG_OUTPUT_IN_SOURCE},
	{"in a source that was named by a link", "content/new", "to-content", MSG_OUTPUT_IN_SOURCE},
	{"in the project, which is the source", "public", ".", MSG_OUTPUT_IN_SOURCE},
	{"around a source", "content", "content/deep", MSG_OUTPUT_AROUND_SOURCE},
	{"around a source named by a link and ..", "content", "to-content/../content/deep", MSG_OUTPUT_AROUND_SOURCE},
};

static void places(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_reset(&text);
		print_message("%s: %s\n", rows[i].reason, rows[i].output);
		assert_int_equal(judge(rows[i].output, rows[i].source, &text), rows[i].refused);
	}
	buf_clear(&text);
}

static void absolute_paths(void **state)
{
	struct buf text = BUF_INIT;
	char output[128], source[128];

	(void)state;
	snprintf(output, sizeof output, "%s/project/content/new", root);
	assert_int_equal(judge(output, "content", &text), MSG_OUTPUT_IN_SOURCE);
	snprintf(output, sizeof output, "%s/project/public", root);
	snprintf(source, sizeof source, "%s/project/to-project/content", root);
	assert_int_equal(judge(output, source, &text), MSG_COUNT);
	assert_int_equal(judge(root, source, &text), MSG_OUTPUT_HOLDS_WORKING_FOLDER);
	buf_clear(&text);
}

static void every_source_counts(void **state)
{
	const char *const sources[] = {"templates", "missing", "content"};
	struct publish_request request = {.output = "content/new", .sources = sources, .source_count = 3};
	struct failure why = FAILURE_NONE;

	(void)state;
	assert_false(publish_allowed(&request, &why));
	assert_int_equal(why.message.id, MSG_OUTPUT_IN_SOURCE);
	assert_true(str_eq(why.message.arg[1], STR("content")));
	failure_clear(&why);
}

static void a_stranger_is_named(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	assert_int_equal(judge("foreign", "content", &text), MSG_OUTPUT_STRANGER);
	assert_non_null(strstr(text.at, "foreign"));
	assert_non_null(strstr(text.at, "notes.txt"));
	buf_clear(&text);
}

static void nothing_is_changed(void **state)
{
	struct stat before, after;
	struct buf text = BUF_INIT;

	(void)state;
	assert_int_equal(stat(".", &before), 0);
	assert_int_equal(judge("new", "content", &text), MSG_COUNT);
	assert_int_equal(judge("public", "content", &text), MSG_COUNT);
	assert_int_equal(stat(".", &after), 0);
	assert_memory_equal(&before.st_mtim, &after.st_mtim, sizeof before.st_mtim);
	buf_clear(&text);
}

/* The superuser may write anywhere, so a child without rights asks. */
static void a_parent_without_write_permission(void **state)
{
	int status;
	pid_t child;

	(void)state;
	assert_int_equal(chmod(root, 0755), 0);
	assert_int_equal(chmod(".", 0555), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct buf text = BUF_INIT;

		if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
			_exit(3);
		_exit(judge("new", "content", &text) == MSG_OUTPUT_PARENT_CLOSED ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(chmod(".", 0755), 0);
	assert_int_equal(status, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places),
		cmocka_unit_test(absolute_paths),
		cmocka_unit_test(every_source_counts),
		cmocka_unit_test(a_stranger_is_named),
		cmocka_unit_test(nothing_is_changed),
		cmocka_unit_test(a_parent_without_write_permission),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
