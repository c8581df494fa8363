#include "output/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * The holder removes the file before it lets go. Whoever opened the file before that and locks it after would hold
 * a file that nobody else can see any more, while a third run makes and locks a new one.
 */
static bool still_named(int folder, const char *name, int lock)
{
	struct stat held, named;

	return fstat(lock, &held) == 0 && fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
	       held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

int lock_take(int folder, const char *name)
{
	for (;;) {
		int lock = openat(folder, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666), error;

		if (lock < 0)
			return -1;
		if (flock(lock, LOCK_EX | LOCK_NB)) {
			error = errno;
			close(lock);
			errno = error;
			return -1;
		}
		if (still_named(folder, name, lock))
			return lock;
		close(lock);
	}
}

void lock_release(int folder, const char *name, int lock)
{
	if (lock < 0)
		return;
	unlinkat(folder, name, 0);
	close(lock);
}
