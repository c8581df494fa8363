#include "output/in_place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/file.h"
#include "output/marker.h"
#include "output/tree.h"

static int replace(int folder, const char *name, struct str bytes)
{
	int error = tree_remove(folder, IN_PLACE_NAME);

	if (!error)
		error = file_write(folder, IN_PLACE_NAME, bytes, FILE_NOW);
	if (!error && file_there(folder, name) == FILE_FOLDER)
		error = tree_remove(folder, name);
	if (!error && renameat(folder, IN_PLACE_NAME, folder, name))
		error = errno;
	if (error)
		unlinkat(folder, IN_PLACE_NAME, 0);
	return error;
}

static int bring(int from, int to, const char *name)
{
	struct arena a = ARENA_INIT;
	struct str bytes = STR_NONE;
	int error = fs_read(from, name, SIZE_MAX, &a, &bytes);

	if (!error && !file_same(to, name, bytes))
		error = replace(to, name, bytes);
	arena_clear(&a);
	return error;
}

static int make_folder(int to, const char *name)
{
	int error;

	if (file_there(to, name) == FILE_FOLDER)
		return 0;
	error = tree_remove(to, name);
	if (!error && mkdirat(to, name, 0777))
		error = errno;
	return error;
}

static int bring_new(void *ctx, int from, int to, const struct fs_entry *entry)
{
	const char *name = entry->name.at;

	(void)ctx;
	if (tree_dotted(entry))
		return 0;
	if (entry->kind == FS_FOLDER)
		return make_folder(to, name);
	return file_there(to, name) == FILE_NOTHING ? bring(from, to, name) : 0;
}

static int bring_changed(void *ctx, int from, int to, const struct fs_entry *entry)
{
	(void)ctx;
	return tree_dotted(entry) || entry->kind == FS_FOLDER ? 0 : bring(from, to, entry->name.at);
}

/* Here `from` is the output and `to` the stage. */
static int drop_old(void *ctx, int from, int to, const struct fs_entry *entry)
{
	const char *name = entry->name.at;
	enum file_there wanted = entry->kind == FS_FOLDER ? FILE_FOLDER : FILE_OTHER;

	(void)ctx;
	if (tree_dotted(entry))
		return str_eq(entry->name, STR(IN_PLACE_NAME)) ? tree_remove(from, name) : 0;
	return file_there(to, name) == wanted ? 0 : tree_remove(from, name);
}

bool in_place_publish(int stage, int output, struct str shown, struct failure *why)
{
	struct tree_walk w = {.shown = shown, .refused = MSG_OUTPUT_IN_PLACE_STOPPED};
	/* First, because an unmarked folder with half a site in it would be refused by the next run. */
	int error = marker_current(output) ? 0 : replace(output, MARKER_NAME, MARKER_TEXT);

	if (error)
		return file_refused(why, w.refused, shown, STR(MARKER_NAME), error);
	w.visit = bring_new;
	if (!tree_walk(&w, stage, output, why))
		return false;
	w.visit = bring_changed;
	if (!tree_walk(&w, stage, output, why))
		return false;
	w.visit = drop_old;
	if (!tree_walk(&w, output, stage, why))
		return false;
	return syncfs(output) == 0 || failure_errno(why, w.refused, shown, errno);
}
