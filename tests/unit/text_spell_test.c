/*
 * The dictionaries that the system has, small ones of the test's own, and none; and what is remembered of them.
 *
 * Hunspell_create is given here under its own name and passes on to the library, so that the test can count.
 */
#include "expect.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <hunspell/hunspell.h>

#include "base/fs.h"
#include "base/pool.h"
#include "text/spell.h"

static atomic_uint loads;

Hunhandle *Hunspell_create(const char *affixes, const char *words)
{
	Hunhandle *(*create)(const char *, const char *) = NULL;
	void *found = dlsym(RTLD_NEXT, "Hunspell_create");

	memcpy(&create, &found, sizeof create);
	atomic_fetch_add(&loads, 1);
	return create(affixes, words);
}

static char root[64];

static int set_up(void **state)
{
	(void)state;
	loads = 0;
	unsetenv("DICPATH");
	snprintf(root, sizeof root, "/tmp/komek-spell-XXXXXX");
	return mkdtemp(root) && chdir(root) == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
	char command[96];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", root);
	return chdir("/") || system(command);
}

static void put_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	assert_true(fd >= 0);
	assert_int_equal(fs_write_all(fd, str_of(text)), 0);
	close(fd);
}

/* English and Kazakh only: there is no Russian one. */
static void put_dictionaries(const char *folder)
{
	char path[96];

	mkdir(folder, 0777);
	snprintf(path, sizeof path, "%s/en_US.aff", folder);
	put_file(path, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
	snprintf(path, sizeof path, "%s/en_US.dic", folder);
	put_file(path, "3\nhello\nhelp\nParis\n");
	snprintf(path, sizeof path, "%s/kk_KZ.aff", folder);
	put_file(path, "SET UTF-8\nSFX A Y 1\nSFX A 0 лар .\n");
	snprintf(path, sizeof path, "%s/kk_KZ.dic", folder);
	put_file(path, "1\nқала/A\n");
	setenv("DICPATH", folder, 1);
}

static void expect_problem(struct speller *s, enum message_id id, const char *path, int error)
{
	struct failure why = FAILURE_NONE;

	speller_problem(s, &why);
	assert_true(why.set);
	assert_int_equal(why.message.id, id);
	expect_text("the file", why.message.arg[0], path);
	assert_int_equal(why.message.error, error);
	failure_clear(&why);
}

static void expect_no_problem(struct speller *s)
{
	struct failure why = FAILURE_NONE;

	speller_problem(s, &why);
	assert_false(why.set);
}

/* Those that make setup installs. */
static void installed_dictionaries(void **state)
{
	static const struct {
		const char *reason;
		enum dictionary which;
		const char *word;
		bool known;
	} rows[] = {
		{"a Kazakh word", DICTIONARY_KK, "қала", true},
		{"with endings", DICTIONARY_KK, "қалаларда", true},
		{"with a capital", DICTIONARY_KK, "Қала", true},
		{"Russian letters in it", DICTIONARY_KK, "кала", false},
		{"a Russian word", DICTIONARY_RU, "город", true},
		{"with an ending", DICTIONARY_RU, "городами", true},
		{"misspelt", DICTIONARY_RU, "гораду", false},
		{"an English word", DICTIONARY_EN, "city", true},
		{"misspelt", DICTIONARY_EN, "citty", false},
		{"a word of another language", DICTIONARY_EN, "город", false},
	};
	struct speller *s = speller_new(NULL);

	(void)state;
	for (int again = 0; again < 2; again++)
		for (size_t i = 0; i < COUNT(rows); i++)
			expect_number(rows[i].reason, speller_knows(s, rows[i].which, str_of(rows[i].word)),
				      rows[i].known);
	assert_int_equal(loads, 3);
	expect_no_problem(s);
	speller_free(s);
	speller_free(NULL);
}

static void words_and_what_is_none(void **state)
{
	static const char letters[] = "ққққққққққққққққққққққққққққққққққққққққққққққққққққ";
	static const struct {
		const char *reason;
		enum dictionary which;
		struct str word;
		bool known;
	} rows[] = {
		{"a word", DICTIONARY_EN, STR("hello"), true},
		{"at the beginning of a sentence", DICTIONARY_EN, STR("Hello"), true},
		{"in capitals", DICTIONARY_EN, STR("HELLO"), true},
		{"a name without its capital", DICTIONARY_EN, STR("paris"), false},
		{"no word", DICTIONARY_EN, STR("helo"), false},
		{"with an ending", DICTIONARY_KK, STR("қалалар"), true},
		{"an ending alone", DICTIONARY_KK, STR("лар"), false},
		{"nothing", DICTIONARY_EN, STR(""), false},
		{"a NUL behind a word", DICTIONARY_EN, STR("hello\0"), false},
		{"half a letter", DICTIONARY_KK, STR("қала\xD2"), false},
		{"a control character", DICTIONARY_EN, STR("hello\n"), false},
		{"what Hunspell takes for its own XML", DICTIONARY_EN, STR("<?xml?>"), false},
		{"a point over U+FFFF", DICTIONARY_EN, STR("\xF0\x9F\x98\x80"), false},
		{"100 bytes that are no word", DICTIONARY_KK, {letters, 100}, false},
		{"102 bytes", DICTIONARY_KK, {letters, 102}, false},
	};
	struct speller *s;

	(void)state;
	put_dictionaries("d");
	s = speller_new(NULL);
	for (size_t i = 0; i < COUNT(rows); i++) {
		expect_number(rows[i].reason, speller_knows(s, rows[i].which, rows[i].word), rows[i].known);
		expect_number(rows[i].reason, speller_knows(s, rows[i].which, rows[i].word), rows[i].known);
	}
	expect_no_problem(s);
	speller_free(s);
}

static void only_words_are_taken(void **state)
{
	static const char hundred[] = "ққққққққққққққққққққққққққққққққққққққққққққққққққ";
	static const struct {
		const char *reason;
		struct str word;
		bool taken;
	} rows[] = {
		{"100 bytes", {hundred, 100}, true},
		{"101 bytes",
		 STR("a123456789012345678901234567890123456789"
		     "01234567890123456789012345678901234567890123456789"
		     "01234567890"),
		 false},
		{"nothing", STR(""), false},
		{"the last point", STR("\xEF\xBF\xBF"), true},
		{"the next one", STR("\xF0\x90\x80\x80"), false},
		{"an apostrophe", STR("don’t"), true},
		{"a tag", STR("a<b"), false},
		{"DEL", STR("a\x7F"), false},
		{"a space", STR("a b"), true},
		{"half a letter", STR("қала\xD2"), false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_number(rows[i].reason, dictionary_takes(rows[i].word), rows[i].taken);
}

static void folders_of_dictionaries(void **state)
{
	static const struct {
		const char *reason, *path;
		bool known, problem;
	} rows[] = {
		{"one folder", "d", true, false},
		{"the first that has it", "none:d:", true, false},
		{"only half of it in the first", "half:d", true, false},
		{"a folder in place of a file", "wrong:d", true, false},
		{"an empty name", ":d", true, false},
		{"no names at all", ":", true, true},
		{"only half of it anywhere", "half", true, true},
	};

	(void)state;
	put_dictionaries("d");
	mkdir("half", 0777);
	put_file("half/en_US.aff", "SET UTF-8\n");
	mkdir("wrong", 0777);
	put_file("wrong/en_US.aff", "SET UTF-8\n");
	mkdir("wrong/en_US.dic", 0777);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct failure why = FAILURE_NONE;
		struct speller *s;

		setenv("DICPATH", rows[i].path, 1);
		s = speller_new(NULL);
		expect_number(rows[i].reason, speller_knows(s, DICTIONARY_EN, STR("hello")), rows[i].known);
		expect_number(rows[i].reason, speller_knows(s, DICTIONARY_EN, STR("citty")), rows[i].problem);
		speller_problem(s, &why);
		expect_number(rows[i].reason, why.set, rows[i].problem);
		failure_clear(&why);
		speller_free(s);
	}
}

static void a_lacking_dictionary_knows_every_word(void **state)
{
	(void)state;
	put_dictionaries("d");
	for (int run = 0; run < 2; run++) {
		struct speller *s = speller_new("cache");

		assert_false(speller_knows(s, DICTIONARY_EN, STR("helo")));
		speller_remember(s, 16, STR("before"), 3);
		expect_no_problem(s);
		assert_true(speller_knows(s, DICTIONARY_RU, STR("гораду")));
		assert_true(speller_knows(s, DICTIONARY_RU, STR("гораду")));
		assert_false(speller_knows(s, DICTIONARY_RU, STR("")));
		expect_problem(s, MSG_DICTIONARY_LACKS, "d/ru_RU.aff", ENOENT);
		speller_remember(s, 16, STR("after"), 3);
		expect_number("what was found out before", speller_recall(s, 16, STR("before")), 3);
		expect_number("what it may have played a part in", speller_recall(s, 16, STR("after")), 0);
		assert_int_equal(speller_save(s), 0);
		speller_free(s);
	}
}

static void what_cannot_be_read(void **state)
{
	struct speller *s;

	(void)state;
	put_dictionaries("d");
	mkdir("d/ru_RU.aff", 0777);
	put_file("d/ru_RU.dic", "1\nгород\n");
	s = speller_new(NULL);
	assert_true(speller_knows(s, DICTIONARY_RU, STR("гораду")));
	expect_problem(s, MSG_DICTIONARY_LACKS, "d/ru_RU.aff", EINVAL);
	speller_free(s);
	put_file("d/kk_KZ.aff", "SET KOI8-R\n");
	s = speller_new(NULL);
	assert_true(speller_knows(s, DICTIONARY_KK, STR("гораду")));
	expect_problem(s, MSG_DICTIONARY_ENCODING, "d/kk_KZ.aff", 0);
	speller_free(s);
}

/* What Hunspell takes for a dictionary that knows nothing. */
static void broken_dictionaries(void **state)
{
	static const struct {
		const char *reason, *words;
		bool broken;
	} rows[] = {
		{"nothing at all", "", true},
		{"cut behind its first line", "3\n", true},
		{"numbers only, which are right without a dictionary", "2\n10\n12/A\n", true},
		{"no number of words at the top", "hello\n", true},
		{"one word", "1\nhello\n", false},
		{"a word with flags behind one that stands in compounds only", "2\nsub/X\nhello/A\n", false},
		{"a word with notes, lines of Windows", "1\r\nhello\tpo:noun\r\n", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct failure why = FAILURE_NONE;
		struct speller *s;

		put_dictionaries("d");
		put_file("d/en_US.aff", "SET UTF-8\nONLYINCOMPOUND X\nSFX A Y 1\nSFX A 0 s .\n");
		put_file("d/en_US.dic", rows[i].words);
		s = speller_new(NULL);
		expect_number(rows[i].reason, speller_knows(s, DICTIONARY_EN, STR("citty")), rows[i].broken);
		expect_number(rows[i].reason, speller_knows(s, DICTIONARY_EN, STR("hello")), true);
		speller_problem(s, &why);
		expect_number(rows[i].reason, why.set, rows[i].broken);
		if (why.set)
			assert_int_equal(why.message.id, MSG_DICTIONARY_BROKEN);
		failure_clear(&why);
		speller_free(s);
	}
}

static void remembered_from_run_to_run(void **state)
{
	(void)state;
	put_dictionaries("d");
	for (unsigned run = 0; run < 2; run++) {
		struct speller *s = speller_new("cache");

		expect_number("recalled", speller_recall(s, 16, STR("hello")), run ? 7 : 0);
		expect_number("recalled", speller_recall(s, 255, STR("hello")), run ? 255 : 0);
		speller_remember(s, 16, STR("hello"), 7);
		speller_remember(s, 255, STR("hello"), 255);
		assert_true(speller_knows(s, DICTIONARY_EN, STR("hello")));
		assert_false(speller_knows(s, DICTIONARY_EN, STR("helo")));
		assert_false(speller_knows(s, DICTIONARY_KK, STR("hello")));
		expect_number("loaded in the first run only", loads, 2);
		assert_int_equal(speller_save(s), 0);
		speller_free(s);
	}
}

/* Of the same length, and dated as the old one was. */
static void a_changed_dictionary(void **state)
{
	struct timespec times[2];
	struct speller *s;
	struct stat st;

	(void)state;
	put_dictionaries("d");
	s = speller_new("cache");
	assert_false(speller_knows(s, DICTIONARY_EN, STR("helm")));
	speller_remember(s, 16, STR("hello"), 7);
	assert_int_equal(speller_save(s), 0);
	speller_free(s);
	assert_int_equal(stat("d/en_US.dic", &st), 0);
	usleep(20000); /* the clock of file systems moves in steps of up to 10 ms */
	put_file("d/en_US.dic", "3\nhello\nhelm\nParis\n");
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	assert_int_equal(utimensat(AT_FDCWD, "d/en_US.dic", times, 0), 0);
	s = speller_new("cache");
	assert_true(speller_knows(s, DICTIONARY_EN, STR("helm")));
	expect_number("the caller's go too", speller_recall(s, 16, STR("hello")), 0);
	speller_free(s);
}

/* What is installed later in place of nothing, and in a folder that comes first. */
static void a_new_dictionary(void **state)
{
	struct speller *s;

	(void)state;
	put_dictionaries("d");
	setenv("DICPATH", "first:d", 1);
	s = speller_new("cache");
	assert_false(speller_knows(s, DICTIONARY_EN, STR("citty")));
	assert_int_equal(speller_save(s), 0);
	speller_free(s);
	mkdir("first", 0777);
	put_file("first/en_US.aff", "SET UTF-8\n");
	put_file("first/en_US.dic", "1\ncitty\n");
	s = speller_new("cache");
	assert_true(speller_knows(s, DICTIONARY_EN, STR("citty")));
	speller_free(s);
}

static void a_cache_that_cannot_be_kept(void **state)
{
	struct speller *s;

	(void)state;
	put_dictionaries("d");
	s = speller_new("none/cache");
	assert_int_equal(speller_save(s), 0);
	assert_false(speller_knows(s, DICTIONARY_EN, STR("helo")));
	assert_int_equal(speller_save(s), ENOENT);
	expect_no_problem(s);
	speller_free(s);
}

struct crowd {
	struct speller *speller;
	atomic_uint wrong;
};

static void ask(void *ctx, size_t item, unsigned worker)
{
	static const char *const right[] = {"қала", "город", "city"}, *const wrong[] = {"қғққғ", "гораду", "citty"};
	struct crowd *c = ctx;

	(void)worker;
	for (size_t i = 0; i < 30; i++) {
		unsigned which = (unsigned)((i + item) % 3);
		char word[32];

		snprintf(word, sizeof word, "%s-%zu", wrong[which], i);
		if (!speller_knows(c->speller, which, str_of(right[which])) ||
		    speller_knows(c->speller, which, str_of(wrong[which])) ||
		    speller_knows(c->speller, which, str_of(word)))
			atomic_fetch_add(&c->wrong, 1);
		speller_remember(c->speller, 16, str_of(word), 1);
		if (speller_recall(c->speller, 16, str_of(word)) != 1)
			atomic_fetch_add(&c->wrong, 1);
	}
}

static void several_threads(void **state)
{
	struct crowd c = {speller_new(NULL), 0};

	(void)state;
	pool_run(4, 16, ask, &c);
	assert_int_equal(c.wrong, 0);
	expect_number("each dictionary is loaded once", loads, 3);
	speller_free(c.speller);
}

/* The sanitizers have an operator new of their own. */
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
/* C++'s operator new, by the name that the ABI gives it; the C++ library comes with Hunspell. */
__attribute__((weak)) extern void *operator_new(size_t size) __asm__("_Znwm");

static void no_memory_ends_the_process(void **state)
{
	char said[200] = "";
	int ends[2], status;
	pid_t child;

	(void)state;
	assert_true(operator_new != NULL);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		speller_new(NULL);
		if (dup2(ends[1], STDERR_FILENO) < 0 || operator_new(SIZE_MAX / 4))
			_exit(3);
		_exit(4);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
	assert_true(read(ends[0], said, sizeof said - 1) > 0);
	assert_non_null(strstr(said, "komek: out of memory"));
	close(ends[0]);
	close(ends[1]);
}
#endif

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
		TEST(no_memory_ends_the_process),
#endif
		TEST(installed_dictionaries),
		TEST(words_and_what_is_none),
		TEST(only_words_are_taken),
		TEST(folders_of_dictionaries),
		TEST(a_lacking_dictionary_knows_every_word),
		TEST(what_cannot_be_read),
		TEST(broken_dictionaries),
		TEST(remembered_from_run_to_run),
		TEST(a_changed_dictionary),
		TEST(a_new_dictionary),
		TEST(a_cache_that_cannot_be_kept),
		TEST(several_threads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
