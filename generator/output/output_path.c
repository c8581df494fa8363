#include "output/output_path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "output/tree.h"

static struct str last_name(struct str path)
{
	size_t slash = str_find_last_byte(path, '/');

	return slash == SIZE_MAX ? path : str_from(path, slash + 1);
}

static struct str without_final_slashes(struct str path)
{
	while (path.len > 1 && path.at[path.len - 1] == '/')
		path.len--;
	return path;
}

/* "." and ".." name a folder without saying its name; the real path does. */
static bool real_path(struct output_path *at, struct str *path, struct failure *why)
{
	char *real = realpath(at->shown.at, NULL);

	if (!real)
		return failure_errno(why, MSG_OUTPUT_CANNOT_OPEN, at->shown, errno);
	*path = arena_str(&at->arena, str_of(real));
	free(real);
	return true;
}

static bool split(const char *output, struct output_path *at, struct failure *why)
{
	struct str path, name;

	at->shown = path = arena_str(&at->arena, without_final_slashes(str_of(output)));
	if (!path.len)
		return failure_set(why, MSG(OUTPUT_UNNAMED));
	name = last_name(path);
	if ((str_eq(name, STR(".")) || str_eq(name, STR(".."))) && !real_path(at, &path, why))
		return false;
	name = last_name(path);
	if (!name.len) /* "/" */
		return failure_set(why, MSG(OUTPUT_HOLDS_WORKING_FOLDER, at->shown));
	at->beside = str_slice(path, 0, path.len - name.len);
	at->name = arena_str(&at->arena, name).at;
	at->stage = arena_printf(&at->arena, ".%s.komek-stage", at->name).at;
	at->lock = arena_printf(&at->arena, ".%s.komek-lock", at->name).at;
	return true;
}

static struct str parent_of(struct output_path *at)
{
	return at->beside.len ? arena_str(&at->arena, without_final_slashes(at->beside)) : STR(".");
}

static bool open_parent(struct output_path *at, struct failure *why)
{
	struct str parent = parent_of(at);

	at->parent = open(parent.at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return at->parent >= 0 || failure_errno(why, MSG_OUTPUT_NO_PARENT, parent, errno);
}

/* The stage and the lock are made there, so it is better known before the work than after. */
static bool may_write_beside(struct output_path *at, struct failure *why)
{
	return faccessat(at->parent, ".", W_OK | X_OK, 0) == 0 ||
	       failure_errno(why, MSG_OUTPUT_PARENT_CLOSED, parent_of(at), errno);
}

static bool look(struct output_path *at, bool in_place, struct failure *why)
{
	if (fstatat(at->parent, at->name, &at->st, AT_SYMLINK_NOFOLLOW))
		return errno == ENOENT || failure_errno(why, MSG_OUTPUT_CANNOT_OPEN, at->shown, errno);
	if (S_ISLNK(at->st.st_mode))
		return failure_set(why, MSG(OUTPUT_IS_LINK, at->shown));
	if (!S_ISDIR(at->st.st_mode))
		return failure_set(why, MSG(OUTPUT_NO_FOLDER, at->shown));
	at->there = true;
	/* What is not known here is left to the exchange, which the kernel then refuses. */
	at->mount = tree_mount(at->parent, at->name);
	return !at->mount || in_place || failure_set(why, MSG(OUTPUT_NO_EXCHANGE_MOUNT, at->shown));
}

static bool same_inode(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Is the folder open as `inner` the folder `outer`, or somewhere in it? Closes inner. 0, or an errno. */
static int within(int inner, const struct stat *outer, bool *answer)
{
	struct stat here, above;
	int error = fstat(inner, &here) ? errno : 0;

	*answer = false;
	while (!error && !(*answer = same_inode(&here, outer))) {
		int up = openat(inner, "..", O_PATH | O_DIRECTORY | O_CLOEXEC);

		if (up < 0 || fstat(up, &above)) {
			error = errno;
		} else if (same_inode(&here, &above)) { /* the root */
			close(up);
			break;
		}
		close(inner);
		inner = up;
		here = above;
	}
	if (inner >= 0)
		close(inner);
	return error;
}

/* Opens a folder only to find where it is. */
static int find(int fd, const char *path)
{
	return openat(fd, path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static bool apart_from_working_folder(const struct output_path *at, struct failure *why)
{
	int here = at->there ? find(AT_FDCWD, ".") : -1, error;
	bool holds = false;

	if (!at->there)
		return true;
	error = here < 0 ? errno : within(here, &at->st, &holds);
	if (error)
		return failure_errno(why, MSG_OUTPUT_CANNOT_OPEN, STR("."), error);
	return !holds || failure_set(why, MSG(OUTPUT_HOLDS_WORKING_FOLDER, at->shown));
}

static int compare_places(const struct output_path *at, int source, bool *in, bool *around)
{
	struct stat st;
	int error = fstat(source, &st) ? errno : 0, inner;

	if (error)
		return error;
	inner = find(at->parent, at->there ? at->name : ".");
	error = inner < 0 ? errno : within(inner, &st, in);
	if (error || !at->there)
		return error;
	inner = find(source, ".");
	return inner < 0 ? errno : within(inner, &at->st, around);
}

static bool apart_from_source(const struct output_path *at, const char *path, struct failure *why)
{
	int source = find(AT_FDCWD, path), error;
	bool in = false, around = false;

	if (source < 0) {
		/* Nothing is lost where nothing is; whoever reads the sources tells that one is missing. */
		return errno == ENOENT || errno == ENOTDIR || failure_errno(why, MSG_CANNOT_READ, str_of(path), errno);
	}
	error = compare_places(at, source, &in, &around);
	close(source);
	if (error)
		return failure_errno(why, MSG_OUTPUT_CANNOT_OPEN, at->shown, error);
	if (in)
		return failure_set(why, MSG(OUTPUT_IN_SOURCE, at->shown, str_of(path)));
	return !around || failure_set(why, MSG(OUTPUT_AROUND_SOURCE, at->shown, str_of(path)));
}

bool output_path_open(const struct publish_request *request, struct output_path *at, struct failure *why)
{
	bool ok;

	*at = (struct output_path){.parent = -1};
	ok = split(request->output, at, why) && open_parent(at, why) && look(at, request->in_place, why) &&
	     apart_from_working_folder(at, why);
	for (size_t i = 0; ok && i < request->source_count; i++)
		ok = apart_from_source(at, request->sources[i], why);
	return ok && may_write_beside(at, why);
}

void output_path_close(struct output_path *at)
{
	if (at->parent >= 0)
		close(at->parent);
	arena_clear(&at->arena);
	*at = (struct output_path){.parent = -1};
}
