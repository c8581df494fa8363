#include "output/carry.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/file.h"
#include "output/in_place.h"
#include "output/tree.h"

static int copy_file(int from, int to, const char *name)
{
	struct arena a = ARENA_INIT;
	struct str bytes = STR_NONE;
	struct stat st;
	int error = fs_read(from, name, SIZE_MAX, &a, &bytes);

	if (!error)
		error = file_write(to, name, bytes, FILE_LATER);
	if (!error && fstatat(from, name, &st, AT_SYMLINK_NOFOLLOW) == 0) {
		const struct timespec times[2] = {st.st_atim, st.st_mtim};

		/*
		 * Without links a copy is the best there is; that it keeps its rights and time is worth a try, no more.
		 */
		if (fchmodat(to, name, st.st_mode & 07777, 0) || utimensat(to, name, times, AT_SYMLINK_NOFOLLOW))
			errno = 0;
	}
	arena_clear(&a);
	return error;
}

static int copy_link(int from, int to, const char *name)
{
	char target[PATH_MAX];
	ssize_t n = readlinkat(from, name, target, sizeof target);

	if (n < 0)
		return errno;
	if ((size_t)n == sizeof target)
		return ENAMETOOLONG;
	target[n] = '\0';
	return symlinkat(target, to, name) ? errno : 0;
}

static int copy_entry(int from, int to, const struct fs_entry *entry);

static int copy_inside(int from, int to)
{
	struct arena a = ARENA_INIT;
	fs_entries entries = {0};
	int error = fs_list(from, &a, &entries);

	for (size_t i = 0; !error && i < entries.len; i++)
		error = copy_entry(from, to, &entries.at[i]);
	vec_clear(&entries);
	arena_clear(&a);
	return error;
}

/* Rights and time of a folder are set last, or filling it would change or forbid them. */
static int take_over(int from, int to)
{
	struct stat st;
	struct timespec times[2];

	if (fstat(from, &st))
		return errno;
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	if (fchown(to, st.st_uid, st.st_gid) && errno != EPERM)
		return errno;
	return fchmod(to, st.st_mode & 07777) || futimens(to, times) ? errno : 0;
}

static int copy_folder(int from, int to, const char *name)
{
	int inner, made, error;

	if (tree_mount(from, name))
		return EBUSY;
	if (mkdirat(to, name, 0700))
		return errno;
	inner = fs_open_folder(from, name);
	made = inner < 0 ? -1 : fs_open_folder(to, name);
	error = made < 0 ? errno : copy_inside(inner, made);
	if (!error)
		error = take_over(inner, made);
	if (made >= 0)
		close(made);
	if (inner >= 0)
		close(inner);
	return error;
}

static int copy_entry(int from, int to, const struct fs_entry *entry)
{
	const char *name = entry->name.at;
	int error;

	if (entry->kind == FS_FOLDER)
		return copy_folder(from, to, name);
	if (entry->kind == FS_LINK)
		return copy_link(from, to, name);
	error = linkat(from, name, to, name, 0) ? errno : 0;
	return error && error != EEXIST && entry->kind == FS_FILE ? copy_file(from, to, name) : error;
}

static int visit(void *ctx, int from, int to, const struct fs_entry *entry)
{
	bool *mount = ctx;
	int error = 0;

	if (!tree_dotted(entry))
		error = entry->kind == FS_FOLDER && tree_mount(from, entry->name.at) ? EBUSY : 0;
	else if (to >= 0 && !str_eq(entry->name, STR(IN_PLACE_NAME)))
		error = copy_entry(from, to, entry);
	if (error == EBUSY)
		*mount = true;
	return error == EEXIST ? 0 : error; /* what the new site has itself wins */
}

enum carry carry_dotted(int old, int stage, struct str shown, struct failure *why)
{
	struct failure own = FAILURE_NONE;
	bool mount = false;
	struct tree_walk w = {.visit = visit, .ctx = &mount, .shown = shown, .refused = MSG_OUTPUT_CANNOT_KEEP};
	bool ok = tree_walk(&w, old, stage, &own);

	if (!mount)
		failure_join(why, &own);
	failure_clear(&own);
	return ok ? CARRY_DONE : mount ? CARRY_MOUNT : CARRY_FAILED;
}
