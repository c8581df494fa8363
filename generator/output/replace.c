#include "output/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "output/file.h"
#include "output/lock.h"
#include "output/tree.h"

struct target {
	struct arena arena; /* the strings below */
	struct str shown;   /* as the user wrote it */
	int parent;	    /* the folder that holds it, open; -1 */
	const char *name, *stage, *lock;
};

static bool open_target(struct target *t, const char *path, struct failure *why)
{
	struct str whole = str_of(path), parent = STR(".");
	size_t slash = str_find_last_byte(whole, '/');

	*t = (struct target){.shown = whole, .parent = -1};
	if (slash != SIZE_MAX)
		parent = arena_str(&t->arena, str_slice(whole, 0, slash ? slash : 1));
	t->name = slash == SIZE_MAX ? path : path + slash + 1;
	t->stage = arena_printf(&t->arena, ".%s.komek-stage", t->name).at;
	t->lock = arena_printf(&t->arena, ".%s.komek-lock", t->name).at;
	t->parent = open(parent.at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (t->parent < 0)
		return failure_errno(why, MSG_BUNDLE_NO_PARENT, parent, errno);
	if (faccessat(t->parent, ".", W_OK | X_OK, 0))
		return failure_errno(why, MSG_BUNDLE_PARENT_CLOSED, parent, errno);
	return file_there(t->parent, t->name) != FILE_FOLDER ||
	       failure_errno(why, MSG_BUNDLE_CANNOT_WRITE, whole, EISDIR);
}

static void close_target(struct target *t)
{
	if (t->parent >= 0)
		close(t->parent);
	arena_clear(&t->arena);
}

bool replace_allowed(const char *path, struct failure *why)
{
	struct target t;
	bool allowed = open_target(&t, path, why);

	close_target(&t);
	return allowed;
}

static bool replace_locked(const struct target *t, struct str bytes, struct failure *why)
{
	int error = tree_remove(t->parent, t->stage);

	if (!error)
		error = file_write(t->parent, t->stage, bytes, FILE_NOW);
	if (!error && renameat(t->parent, t->stage, t->parent, t->name))
		error = errno;
	if (!error)
		return true;
	unlinkat(t->parent, t->stage, 0);
	return failure_errno(why, MSG_BUNDLE_CANNOT_WRITE, t->shown, error);
}

static bool replace(const struct target *t, struct str bytes, struct failure *why)
{
	int lock = lock_take(t->parent, t->lock);
	bool done;

	if (lock < 0 && errno == EWOULDBLOCK)
		return failure_set(why, MSG(BUNDLE_BUSY, t->shown));
	if (lock < 0)
		return failure_errno(why, MSG_BUNDLE_CANNOT_WRITE, t->shown, errno);
	done = replace_locked(t, bytes, why);
	lock_release(t->parent, t->lock, lock);
	return done;
}

bool replace_file(const char *path, struct str bytes, bool *touched, struct failure *why)
{
	struct target t;
	bool done = open_target(&t, path, why);

	*touched = done && !file_same(t.parent, t.name, bytes);
	if (*touched)
		done = replace(&t, bytes, why);
	close_target(&t);
	return done;
}
