#include "output/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "output/file.h"

bool tree_mount(int fd, const char *name)
{
	struct statx x;

	return statx(fd, name, AT_SYMLINK_NOFOLLOW, STATX_TYPE, &x) == 0 &&
	       (x.stx_attributes_mask & x.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

static int remove_inside(int fd)
{
	struct arena a = ARENA_INIT;
	fs_entries entries = {0};
	int error = fs_list(fd, &a, &entries);

	for (size_t i = 0; !error && i < entries.len; i++)
		error = tree_remove(fd, entries.at[i].name.at);
	vec_clear(&entries);
	arena_clear(&a);
	return error;
}

int tree_remove(int fd, const char *name)
{
	int folder = fs_open_folder(fd, name), error;

	if (folder < 0) {
		if (errno != ENOTDIR && errno != ELOOP)
			return errno == ENOENT ? 0 : errno;
		return unlinkat(fd, name, 0) && errno != ENOENT ? errno : 0;
	}
	error = tree_mount(fd, name) ? EBUSY : remove_inside(folder);
	close(folder);
	if (!error && unlinkat(fd, name, AT_REMOVEDIR) && errno != ENOENT)
		error = errno;
	return error;
}

struct walk {
	const struct tree_walk *how;
	struct buf path; /* of the entry at hand, below the tree's root */
	struct failure *why;
};

static bool refuse(struct walk *k, int error)
{
	return file_refused(k->why, k->how->refused, k->how->shown, buf_str(&k->path), error);
}

static bool walk_folder(struct walk *k, int from, int to);

static bool enter(struct walk *k, int from, int to, const char *name)
{
	int inner = fs_open_folder(from, name), other = -1;
	bool ok;

	if (inner < 0)
		return errno == ENOENT || refuse(k, errno);
	if (to >= 0)
		other = fs_open_folder(to, name);
	/* Anything but "there is no such folder" must not pass for it: files would be taken for gone. */
	if (to >= 0 && other < 0 && errno != ENOENT && errno != ENOTDIR && errno != ELOOP)
		ok = refuse(k, errno);
	else
		ok = walk_folder(k, inner, other);
	close(inner);
	if (other >= 0)
		close(other);
	return ok;
}

static bool walk_entry(struct walk *k, int from, int to, const struct fs_entry *entry)
{
	size_t before = k->path.len;
	bool ok;
	int error;

	if (before)
		buf_add_byte(&k->path, '/');
	buf_add(&k->path, entry->name);
	error = k->how->visit(k->how->ctx, from, to, entry);
	if (error)
		ok = refuse(k, error);
	else
		ok = entry->kind != FS_FOLDER || tree_dotted(entry) || enter(k, from, to, entry->name.at);
	k->path.len = before;
	return ok;
}

static bool walk_folder(struct walk *k, int from, int to)
{
	struct arena a = ARENA_INIT;
	fs_entries entries = {0};
	int error = fs_list(from, &a, &entries);
	bool ok = !error || refuse(k, error);

	for (size_t i = 0; ok && i < entries.len; i++)
		ok = walk_entry(k, from, to, &entries.at[i]);
	vec_clear(&entries);
	arena_clear(&a);
	return ok;
}

bool tree_walk(const struct tree_walk *w, int from, int to, struct failure *why)
{
	struct walk k = {.how = w, .why = why};
	bool ok = walk_folder(&k, from, to);

	buf_clear(&k.path);
	return ok;
}
