#include "output/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>

#include "base/mem.h"

static la_ssize_t take(struct archive *a, void *out, const void *bytes, size_t len)
{
	(void)a;
	buf_add(out, (struct str){bytes, len});
	return (la_ssize_t)len;
}

/* The last block is not filled up with zeros, as tapes want it: some tools complain of bytes behind an archive. */
static bool begin(struct archive *a, struct buf *out)
{
	return archive_write_set_format_zip(a) == ARCHIVE_OK &&
	       archive_write_set_options(a, "zip:compression=deflate,zip:compression-level=9") == ARCHIVE_OK &&
	       archive_write_set_bytes_per_block(a, 0) == ARCHIVE_OK &&
	       archive_write_set_bytes_in_last_block(a, 1) == ARCHIVE_OK &&
	       archive_write_open(a, out, NULL, take, NULL) == ARCHIVE_OK;
}

/*
 * The entry gets no time: libarchive would write it by the local clock, and where there is none it writes the first
 * day of 1980, everywhere the same.
 */
static bool add_file(struct archive *a, struct archive_entry *e, const char *path, struct str bytes)
{
	archive_entry_clear(e);
	archive_entry_set_pathname(e, path);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_perm(e, 0644);
	archive_entry_set_size(e, (la_int64_t)bytes.len);
	return archive_write_header(a, e) == ARCHIVE_OK &&
	       archive_write_data(a, bytes.at ? bytes.at : "", bytes.len) == (la_ssize_t)bytes.len &&
	       archive_write_finish_entry(a) == ARCHIVE_OK;
}

static bool add_files(struct archive *a, const char *folder, const struct memory_file *files, size_t count)
{
	struct archive_entry *e = archive_entry_new();
	struct buf path = BUF_INIT;
	bool done = true;

	if (!e)
		mem_exhausted();
	for (size_t i = 0; done && i < count; i++) {
		buf_reset(&path);
		buf_addf(&path, "%s/%.*s", folder, STR_ARG(files[i].path));
		done = add_file(a, e, path.at, files[i].bytes);
	}
	buf_clear(&path);
	archive_entry_free(e);
	return done;
}

static bool refused(struct archive *a, const char *shown, struct failure *why)
{
	const char *reason = archive_error_string(a);

	if (archive_errno(a) == ENOMEM)
		mem_exhausted();
	return failure_set(why, MSG(BUNDLE_NOT_MADE, str_of(shown), str_of(reason ? reason : "?")));
}

static bool pack(const char *folder, const struct memory_file *files, size_t count, const char *shown, struct buf *out,
		 struct failure *why)
{
	struct archive *a = archive_write_new();
	bool done;

	if (!a)
		mem_exhausted();
	done = (begin(a, out) && add_files(a, folder, files, count) && archive_write_close(a) == ARCHIVE_OK) ||
	       refused(a, shown, why);
	archive_write_free(a);
	return done;
}

/* libarchive asks the thread's locale whether names are UTF-8, so it gets one where they are, whoever runs this. */
bool zip_pack(const char *folder, const struct memory_file *files, size_t count, const char *shown, struct buf *out,
	      struct failure *why)
{
	locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0), before;
	bool done;

	if (!utf8)
		return failure_set(why, MSG(BUNDLE_NO_LOCALE, str_of(shown)));
	before = uselocale(utf8);
	done = pack(folder, files, count, shown, out, why);
	uselocale(before);
	freelocale(utf8);
	return done;
}
