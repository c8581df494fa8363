#include "output/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"

/* Bytes compared at a time; fits on the stack of any thread. */
enum { CHUNK = 32 * 1024 };

static bool same_bytes(int file, struct str bytes)
{
	char chunk[CHUNK];

	while (bytes.len) {
		ssize_t n = read(file, chunk, sizeof chunk < bytes.len ? sizeof chunk : bytes.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0 || memcmp(chunk, bytes.at, (size_t)n) != 0)
			return false;
		bytes = str_from(bytes, (size_t)n);
	}
	return true;
}

bool file_same(int folder, const char *name, struct str bytes)
{
	/* O_NONBLOCK: opening a FIFO that nobody writes to must not wait. */
	int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;
	bool same;

	if (file < 0)
		return false;
	same = fstat(file, &st) == 0 && S_ISREG(st.st_mode) && (uintmax_t)st.st_size == bytes.len &&
	       same_bytes(file, bytes);
	close(file);
	return same;
}

int file_write(int folder, const char *name, struct str bytes, enum file_sync sync)
{
	int file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	int error;

	if (file < 0)
		return errno;
	error = fs_write_all(file, bytes);
	if (!error && sync == FILE_NOW && fsync(file))
		error = errno;
	/* Network file systems tell of a full disk only here. */
	if (close(file) && !error)
		error = errno;
	return error;
}

enum file_there file_there(int folder, const char *name)
{
	struct stat st;

	if (folder < 0 || fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW))
		return FILE_NOTHING;
	return S_ISDIR(st.st_mode) ? FILE_FOLDER : FILE_OTHER;
}

bool file_refused(struct failure *why, enum message_id id, struct str folder, struct str path, int error)
{
	struct buf whole = BUF_INIT;

	buf_add(&whole, folder);
	if (path.len) {
		buf_add_byte(&whole, '/');
		buf_add(&whole, path);
	}
	failure_errno(why, id, buf_str(&whole), error);
	buf_clear(&whole);
	return false;
}
