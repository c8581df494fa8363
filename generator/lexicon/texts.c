#include "lexicon/texts.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"
#include "lexicon/dawg.h"

/* Far more than any of the files has: a bigger one is not what we take it for. */
enum { LARGEST = 64 << 20 };

static uint32_t word32(struct str bytes, size_t at)
{
	uint32_t n;

	memcpy(&n, bytes.at + at, sizeof n);
	return n;
}

/*
 * A catalogue of GNU gettext (its manual, "The Format of GNU MO Files"), in this machine's byte order: magic, revision,
 * count, where the table of originals is, where that of translations is; tables of length and place. The forms of
 * a plural stand one behind the other with a NUL between.
 */
static bool read_catalogue(struct str bytes, struct forms *forms)
{
	if (bytes.len < 20 || word32(bytes, 0) != 0x950412DE)
		return false;

	size_t count = word32(bytes, 8), originals = word32(bytes, 12), table = word32(bytes, 16);

	if (count > bytes.len / 16 || table > bytes.len - 8 * count || originals > bytes.len - 8 * count)
		return false;
	for (size_t i = 0; i < count; i++) {
		size_t len = word32(bytes, table + 8 * i), at = word32(bytes, table + 8 * i + 4);
		struct str text, form;

		if (len > bytes.len || at > bytes.len - len)
			return false;
		text = str_slice(bytes, at, at + len);
		/* The translation of nothing is the catalogue's header. */
		while (word32(bytes, originals + 8 * i) != 0 && str_split(&text, '\0', &form))
			forms_message(forms, form);
	}
	return true;
}

static bool is_text(struct str path)
{
	return str_ends(path, STR(".ftl")) || str_ends(path, STR(".properties")) || str_ends(path, STR(".dtd")) ||
	       str_ends(path, STR(".ini"));
}

static bool read_pack(struct str bytes, struct forms *forms)
{
	struct archive *a = archive_read_new();
	struct archive_entry *entry;
	struct buf text = BUF_INIT;
	int state = ARCHIVE_FATAL;

	if (!a)
		return false;
	archive_read_support_format_zip(a);
	if (archive_read_open_memory(a, bytes.at, bytes.len) == ARCHIVE_OK)
		while ((state = archive_read_next_header(a, &entry)) == ARCHIVE_OK) {
			char part[16384];
			la_ssize_t n;

			if (!is_text(str_of(archive_entry_pathname(entry))))
				continue;
			buf_reset(&text);
			while ((n = archive_read_data(a, part, sizeof part)) > 0)
				buf_add(&text, (struct str){part, (size_t)n});
			if (n < 0) {
				state = ARCHIVE_FATAL;
				break;
			}
			forms_lines(forms, buf_str(&text));
		}
	buf_clear(&text);
	archive_read_free(a);
	return state == ARCHIVE_EOF;
}

/* Hunspell's list: a count, then lines of a word and perhaps a slash and flags. */
static bool read_dictionary(struct str bytes, struct forms *forms)
{
	struct str line, word;

	while (str_split(&bytes, '\n', &line)) {
		line = str_trim(line);
		if (str_split(&line, '/', &word))
			forms_headword(forms, word);
	}
	return true;
}

static void listed(void *ctx, struct str word)
{
	forms_listed(ctx, word);
}

static bool read_file(struct str name, struct str bytes, struct forms *forms)
{
	if (str_ends(name, STR(".mo")))
		return read_catalogue(bytes, forms);
	if (str_ends(name, STR(".xpi")))
		return read_pack(bytes, forms);
	if (str_ends(name, STR(".dic")))
		return read_dictionary(bytes, forms);
	if (str_ends(name, STR(".traineddata")))
		return dawg_words(bytes, listed, forms);
	return true;
}

static bool failed(struct str name, const char *what)
{
	fprintf(stderr, "lexicon: %.*s: %s\n", STR_ARG(name), what);
	return false;
}

/* Closes fd. */
static bool read_folder(int fd, struct forms *forms)
{
	struct arena a = ARENA_INIT;
	fs_entries entries = {0};
	bool ok = fs_list(fd, &a, &entries) == 0;

	for (size_t i = 0; ok && i < entries.len; i++) {
		struct str name = entries.at[i].name, bytes;
		int inner;

		if (entries.at[i].kind == FS_FOLDER) {
			inner = fs_open_folder(fd, name.at);
			ok = inner >= 0 ? read_folder(inner, forms) : failed(name, strerror(errno));
		} else if (entries.at[i].kind == FS_FILE) {
			int error = fs_read(fd, name.at, LARGEST, &a, &bytes);

			if (error)
				ok = failed(name, strerror(error));
			else if (!read_file(name, bytes, forms))
				ok = failed(name, "damaged");
		}
	}
	vec_clear(&entries);
	arena_clear(&a);
	close(fd);
	return ok;
}

bool texts_read(const char *folder, struct forms *forms)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	return fd >= 0 ? read_folder(fd, forms) : failed(str_of(folder), strerror(errno));
}
