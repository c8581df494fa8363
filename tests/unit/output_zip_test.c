/* The zip archive: what reads back, and bytes that depend on nothing but the files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "output/zip.h"

static char long_text[300 * 1024];

static const struct memory_file files[] = {
	{STR("404.html"), STR("lost")},
	{STR("assets/empty.svg"), STR_NONE},
	{STR("kk/long.html"), {long_text, sizeof long_text}},
	{STR("kk/Жеке куәлік/ә ғ.html"), STR("Kazakh letters and a space")},
};
enum { COUNT = sizeof files / sizeof *files };

static int fill_long_text(void **state)
{
	unsigned value = 1;

	(void)state;
	for (size_t i = 0; i < sizeof long_text; i++) {
		value = value * 1103515245u + 12345u;
		long_text[i] = (char)(value >> 16 & 0x7f);
	}
	return 0;
}

static struct buf packed(const struct memory_file *list, size_t count)
{
	struct failure why = FAILURE_NONE;
	struct buf out = BUF_INIT;

	assert_true(zip_pack("komek", list, count, "komek.zip", &out, &why));
	assert_false(why.set);
	return out;
}

static void expect_entry(struct archive *a, const struct memory_file *file)
{
	static char bytes[sizeof long_text + 1];
	struct archive_entry *e;
	char path[256];

	snprintf(path, sizeof path, "komek/%.*s", STR_ARG(file->path));
	assert_int_equal(archive_read_next_header(a, &e), ARCHIVE_OK);
	assert_string_equal(archive_entry_pathname(e), path);
	assert_int_equal(archive_entry_mode(e), AE_IFREG | 0644);
	assert_int_equal(archive_entry_uid(e), 0);
	assert_int_equal(archive_entry_gid(e), 0);
	assert_int_equal(archive_read_data(a, bytes, sizeof bytes), file->bytes.len);
	assert_true(file->bytes.len == 0 || memcmp(bytes, file->bytes.at, file->bytes.len) == 0);
}

static void reads_back(void **state)
{
	struct buf out = packed(files, COUNT);
	struct archive *a = archive_read_new();
	struct archive_entry *e;
	locale_t before = uselocale(newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0));

	(void)state;
	archive_read_support_format_zip(a);
	assert_int_equal(archive_read_open_memory(a, out.at, out.len), ARCHIVE_OK);
	for (size_t i = 0; i < COUNT; i++)
		expect_entry(a, &files[i]);
	assert_int_equal(archive_read_next_header(a, &e), ARCHIVE_EOF);
	archive_read_free(a);
	freelocale(uselocale(before));
	buf_clear(&out);
}

static unsigned number(struct str bytes, size_t at, size_t len)
{
	unsigned value = 0;

	for (size_t i = len; i-- > 0;)
		value = value << 8 | (unsigned char)bytes.at[at + i];
	return value;
}

/* The central directory, by the fields of APPNOTE.TXT 4.3.12: no other program's idea of them. */
static void says_the_same_of_every_file(void **state)
{
	struct buf out = packed(files, COUNT);
	struct str all = buf_str(&out);
	size_t at = str_find(all, STR("PK\1\2"), 0), i = 0;

	(void)state;
	for (; at != SIZE_MAX; at = str_find(all, STR("PK\1\2"), at + 46), i++) {
		bool ascii = i != COUNT - 1;

		assert_int_equal(number(all, at + 8, 2) & 0x800, ascii ? 0 : 0x800); /* the name is UTF-8 */
		assert_int_equal(number(all, at + 10, 2), 8);			     /* deflated */
		assert_int_equal(number(all, at + 12, 2), 0);			     /* 00:00:00 */
		assert_int_equal(number(all, at + 14, 2), 1 << 5 | 1);		     /* the first of January 1980 */
		assert_int_equal(number(all, at + 24, 4), files[i].bytes.len);
		assert_int_equal(number(all, at + 28, 2), strlen("komek/") + files[i].path.len);
		assert_int_equal(number(all, at + 38, 4) >> 16, 0100644);
	}
	assert_int_equal(i, COUNT);
	/* It ends with its end record: nothing fills up a last block. */
	assert_int_equal(str_find(all, STR("PK\5\6"), 0), all.len - 22);
	buf_clear(&out);
}

static void the_world_changes_nothing(void **state)
{
	static const struct {
		const char *zone, *locale;
	} rows[] = {
		{"Asia/Almaty", "C"},
		{"Pacific/Honolulu", "C.UTF-8"},
		{"XXX+12", ""},
		{"XXX-14", "POSIX"},
	};
	struct buf first = packed(files, COUNT);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf again;

		setenv("TZ", rows[i].zone, 1);
		tzset();
		setlocale(LC_ALL, rows[i].locale);
		again = packed(files, COUNT);
		assert_true(str_eq(buf_str(&first), buf_str(&again)));
		buf_clear(&again);
	}
	setlocale(LC_ALL, "C");
	unsetenv("TZ");
	tzset();
	buf_clear(&first);
}

static void leaves_the_locale_as_it_was(void **state)
{
	locale_t mine = newlocale(LC_ALL_MASK, "C", (locale_t)0), before = uselocale(mine);
	struct buf out = packed(files, COUNT);

	(void)state;
	assert_true(uselocale((locale_t)0) == mine);
	uselocale(before);
	freelocale(mine);
	buf_clear(&out);
}

static void every_change_shows(void **state)
{
	struct memory_file changed[COUNT];
	struct buf first = packed(files, COUNT), second;

	(void)state;
	memcpy(changed, files, sizeof files);
	changed[0].bytes = STR("Lost");
	second = packed(changed, COUNT);
	assert_false(str_eq(buf_str(&first), buf_str(&second)));
	buf_clear(&second);
	second = packed(files, COUNT - 1);
	assert_false(str_eq(buf_str(&first), buf_str(&second)));
	buf_clear(&second);
	buf_clear(&first);
}

static void no_files_are_an_archive_too(void **state)
{
	struct buf out = packed(NULL, 0);

	(void)state;
	assert_int_equal(out.len, 22);
	buf_clear(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_back),
		cmocka_unit_test(says_the_same_of_every_file),
		cmocka_unit_test(the_world_changes_nothing),
		cmocka_unit_test(leaves_the_locale_as_it_was),
		cmocka_unit_test(every_change_shows),
		cmocka_unit_test(no_files_are_an_archive_too),
	};

	return cmocka_run_group_tests(tests, fill_long_text, NULL);
}
