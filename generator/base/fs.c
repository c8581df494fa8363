#include "base/fs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static enum fs_kind kind_of(mode_t mode)
{
	if (S_ISREG(mode))
		return FS_FILE;
	if (S_ISDIR(mode))
		return FS_FOLDER;
	if (S_ISLNK(mode))
		return FS_LINK;
	if (S_ISFIFO(mode))
		return FS_FIFO;
	return S_ISSOCK(mode) ? FS_SOCKET : FS_DEVICE;
}

static int by_name(const void *a, const void *b)
{
	return str_cmp(((const struct fs_entry *)a)->name, ((const struct fs_entry *)b)->name);
}

static int read_entries(DIR *dir, int fd, struct arena *a, fs_entries *entries)
{
	struct dirent *e;
	struct stat st;

	for (errno = 0; (e = readdir(dir)); errno = 0) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		if (fstatat(fd, e->d_name, &st, AT_SYMLINK_NOFOLLOW)) {
			if (errno == ENOENT)
				continue; /* gone since it was listed */
			return errno;
		}
		vec_push(entries, ((struct fs_entry){arena_str(a, str_of(e->d_name)), kind_of(st.st_mode)}));
	}
	return errno;
}

int fs_list(int fd, struct arena *a, fs_entries *entries)
{
	int copy = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = copy < 0 ? NULL : fdopendir(copy);
	int error;

	if (!dir) {
		error = errno;
		if (copy >= 0)
			close(copy);
		return error;
	}
	error = read_entries(dir, fd, a, entries);
	closedir(dir);
	vec_sort(entries, by_name);
	return error;
}

int fs_open_folder(int fd, const char *name)
{
	return openat(fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

static int read_all(int fd, size_t size, struct arena *a, struct str *bytes)
{
	char *at = arena_alloc(a, size + 1);
	size_t len = 0;

	while (len < size) {
		ssize_t n = read(fd, at + len, size - len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		if (n == 0)
			break; /* it became shorter while it was read */
		len += (size_t)n;
	}
	*bytes = (struct str){at, len};
	return 0;
}

int fs_read(int fd, const char *name, size_t most, struct arena *a, struct str *bytes)
{
	/* O_NONBLOCK: opening a FIFO that nobody writes to must not wait. */
	int file = openat(fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;
	int error = 0;

	if (file < 0)
		return errno == ENXIO ? EINVAL : errno; /* ENXIO: a socket, which cannot be opened */
	if (fstat(file, &st))
		error = errno;
	else if (!S_ISREG(st.st_mode))
		error = EINVAL;
	else if ((uintmax_t)st.st_size > most)
		error = EFBIG;
	else
		error = read_all(file, (size_t)st.st_size, a, bytes);
	close(file);
	return error;
}

int fs_write_all(int fd, struct str bytes)
{
	while (bytes.len) {
		ssize_t n = write(fd, bytes.at, bytes.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		bytes = str_from(bytes, (size_t)n);
	}
	return 0;
}
