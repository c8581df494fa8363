#include "fix/rewrite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "output/file.h"

struct target {
	struct arena arena; /* the names below */
	struct str path;    /* as messages call it */
	int folder, file;   /* open, or -1 */
	const char *name, *fresh;
	struct stat was; /* of the file when it was opened */
};

/* ---- opening ---- */

/* The root that the path begins with, without slashes at its end; the longest one; empty where there is none. */
static struct str root_of(struct rewrite_roots roots, struct str path)
{
	struct str best = STR_NONE;

	for (size_t i = 0; i < roots.count; i++) {
		struct str root = str_of(roots.at[i]);

		while (root.len > 1 && str_ends(root, STR("/")))
			root.len--;
		if (root.len > best.len && str_starts(path, root) && str_starts(str_from(path, root.len), STR("/")))
			best = root;
	}
	return best;
}

/* True where a step of the path would lead out of the root again. */
static bool leads_out(struct str path)
{
	struct str name;

	while (str_split(&path, '/', &name))
		if (str_eq(name, STR("..")))
			return true;
	return false;
}

/* Opens the folder that holds the file, step by step; the name that is left goes to t->name. 0, or an errno. */
static int open_folder(struct target *t, struct str root)
{
	struct str rest = str_from(t->path, root.len), name, next;

	if (!root.len || leads_out(rest))
		return EINVAL;
	t->folder = open(arena_str(&t->arena, root).at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	while (str_split(&rest, '/', &name) && name.len == 0)
		;
	while (t->folder >= 0 && str_split(&rest, '/', &next)) {
		int below, error;

		if (next.len == 0)
			continue;
		below = fs_open_folder(t->folder, arena_str(&t->arena, name).at);
		error = errno;
		close(t->folder);
		errno = error;
		t->folder = below;
		name = next;
	}
	t->name = arena_str(&t->arena, name).at;
	t->fresh = arena_printf(&t->arena, ".%s.komek-fix", t->name).at;
	return t->folder < 0 ? errno : 0;
}

/* Opens and locks the file. 0, or an errno: EWOULDBLOCK where another run has it, EINVAL where it is no plain file. */
static int open_file(struct target *t)
{
	t->file = openat(t->folder, t->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (t->file < 0 || fstat(t->file, &t->was))
		return errno;
	if (!S_ISREG(t->was.st_mode))
		return EINVAL;
	/* The rename asks the folder alone: who took the right to write from the file meant it. */
	if (faccessat(t->folder, t->name, W_OK, AT_EACCESS))
		return errno;
	/* Some network disks have no locks; there two runs at once still see what the other changed. */
	if (flock(t->file, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK)
		return errno;
	return 0;
}

/* True where the name still leads to the very file that was opened, with the bytes that the repairs were made for. */
static bool unchanged(const struct target *t, struct str before)
{
	struct stat is;

	return fstatat(t->folder, t->name, &is, AT_SYMLINK_NOFOLLOW) == 0 && is.st_ino == t->was.st_ino &&
	       is.st_dev == t->was.st_dev && file_same(t->folder, t->name, before);
}

/* ---- writing ---- */

/* What cannot be kept is given up: a folder that several people share is no reason to refuse. */
static void keep_owner(int fresh, const struct stat *was)
{
	mode_t mode = was->st_mode & 07777;

	if (fchown(fresh, was->st_uid, was->st_gid)) {
		mode &= 0777; /* set-user-id was meant for another owner */
		if (fchown(fresh, (uid_t)-1, was->st_gid))
			errno = 0;
	}
	if (fchmod(fresh, mode))
		errno = 0;
}

static int write_fresh(const struct target *t, struct str after)
{
	int fresh, error;

	if (unlinkat(t->folder, t->fresh, 0) && errno != ENOENT)
		return errno;
	fresh = openat(t->folder, t->fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fresh < 0)
		return errno;
	error = fs_write_all(fresh, after);
	keep_owner(fresh, &t->was);
	if (!error && fsync(fresh))
		error = errno;
	if (close(fresh) && !error)
		error = errno;
	return error;
}

static bool replace(const struct target *t, struct str before, struct str after, struct failure *why)
{
	int error;

	if (!unchanged(t, before))
		return failure_set(why, MSG(FIX_CHANGED, t->path));
	error = write_fresh(t, after);
	if (!error && !unchanged(t, before)) {
		unlinkat(t->folder, t->fresh, 0);
		return failure_set(why, MSG(FIX_CHANGED, t->path));
	}
	if (!error && renameat(t->folder, t->fresh, t->folder, t->name))
		error = errno;
	if (error) {
		unlinkat(t->folder, t->fresh, 0);
		return failure_errno(why, MSG_FIX_CANNOT_WRITE, t->path, error);
	}
	fsync(t->folder); /* the new file is whole with or without it */
	return true;
}

/* It was a plain file when it was read: a pipe or nothing in its place is a change like any other. */
static bool refused(const struct target *t, int error, struct failure *why)
{
	if (error == EWOULDBLOCK)
		return failure_set(why, MSG(FIX_BUSY, t->path));
	if (error == ELOOP || error == ENOTDIR)
		return failure_set(why, MSG(FIX_LINK, t->path));
	if (error == ENOENT || error == EINVAL || error == ENXIO)
		return failure_set(why, MSG(FIX_CHANGED, t->path));
	return failure_errno(why, MSG_FIX_CANNOT_WRITE, t->path, error);
}

bool rewrite_source(struct rewrite_roots roots, struct str path, struct str before, struct str after,
		    struct failure *why)
{
	struct target t = {.path = path, .folder = -1, .file = -1};
	int error = open_folder(&t, root_of(roots, path));
	bool done;

	if (!error)
		error = open_file(&t);
	done = error ? refused(&t, error, why) : replace(&t, before, after, why);
	if (t.file >= 0)
		close(t.file);
	if (t.folder >= 0)
		close(t.folder);
	arena_clear(&t.arena);
	return done;
}
