/*
 * fs.h - reading folders and files without being led astray: every step is openat() with O_NOFOLLOW, so a
 * symbolic link is never followed below the folder that the user named, and nothing but plain files is read.
 */
#ifndef KOMEK_BASE_FS_H
#define KOMEK_BASE_FS_H

#include "base/arena.h"
#include "base/vec.h"

enum fs_kind { FS_FILE, FS_FOLDER, FS_LINK, FS_FIFO, FS_DEVICE, FS_SOCKET };

struct fs_entry {
	struct str name;
	enum fs_kind kind;
};

typedef VEC(struct fs_entry) fs_entries;

/*
 * Lists the folder open as fd, without "." and "..", sorted by bytes; names live in the arena. 0, or an errno.
 * The fd stays open and belongs to the caller.
 */
int fs_list(int fd, struct arena *a, fs_entries *entries);

/* Opens a folder below fd (one name, no slashes; never through a link). A descriptor, or -1 with errno set. */
int fs_open_folder(int fd, const char *name);

/*
 * Reads the plain file `name` below the folder fd into the arena, once, up to `most` bytes. 0, or an errno:
 * ELOOP for a link, EINVAL for what is no plain file (opening a FIFO does not wait), EFBIG for more than `most`.
 */
int fs_read(int fd, const char *name, size_t most, struct arena *a, struct str *bytes);

/* Writes all bytes to fd, however many calls it takes. 0, or an errno. */
int fs_write_all(int fd, struct str bytes);

#endif
