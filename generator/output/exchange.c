#include "output/exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int swap(int parent, const char *from, const char *to, enum exchange_kind kind)
{
	unsigned flags = kind == EXCHANGE_BOTH ? RENAME_EXCHANGE : RENAME_NOREPLACE;

	if (renameat2(parent, from, parent, to, flags) == 0)
		return 0;
	if (kind == EXCHANGE_BOTH || (errno != EINVAL && errno != ENOSYS))
		return errno;
	/* A file system without flags. A plain rename replaces an empty folder at most, so it can do no harm here. */
	return renameat(parent, from, parent, to) ? errno : 0;
}

/* Some file systems cannot flush a folder and say EINVAL; they promise nothing more. */
static int flush(int folder)
{
	return fsync(folder) && errno != EINVAL ? errno : 0;
}

int exchange_folders(int parent, const char *stage, const char *name, enum exchange_kind kind)
{
	int error = swap(parent, stage, name, kind);

	if (error)
		return error;
	/*
	 * The old tree is removed soon after this. Were the exchange not on the disk by then, a power cut could leave
	 * the old name with a tree that is half removed.
	 */
	error = flush(parent);
	if (!error)
		return 0;
	if (kind == EXCHANGE_BOTH)
		swap(parent, stage, name, kind);
	else
		swap(parent, name, stage, kind);
	return error;
}

bool exchange_impossible(int error, enum message_id *reason)
{
	switch (error) {
	case EINVAL:
	case ENOSYS:
	case EOPNOTSUPP:
		*reason = MSG_OUTPUT_NO_EXCHANGE_HERE;
		return true;
	case EBUSY:
	case EXDEV:
		*reason = MSG_OUTPUT_NO_EXCHANGE_MOUNT;
		return true;
	case EPERM:
		*reason = MSG_OUTPUT_NO_EXCHANGE_RIGHT;
		return true;
	default:
		return false;
	}
}
