/*
 * tree.h - whole trees of folders through descriptors, never through a link: removing one, and walking one beside
 * another.
 */
#ifndef KOMEK_OUTPUT_TREE_H
#define KOMEK_OUTPUT_TREE_H

#include "base/fs.h"
#include "diag/failure.h"

/*
 * Removes what has this name (one name) in the folder fd, a folder with everything in it. 0 (also where nothing is), or
 * an errno: EBUSY for a mount point, which is not entered, because what is mounted there is somebody's own.
 */
int tree_remove(int fd, const char *name);

/* True where the folder of this name is a mount point, as far as the kernel tells (Linux 5.8 does). */
bool tree_mount(int fd, const char *name);

/*
 * A walk over the tree `from` beside the tree `to`. visit is called once for every entry, folders before what is in
 * them, names in the order of their bytes; entry->name ends with a NUL. Both folders that hold the entry are open; `to`
 * is -1 where that tree has no such folder. The walk then enters the folder, unless its name begins with a dot or visit
 * took it away. visit gives 0 to go on, or an errno that ends the walk.
 */
struct tree_walk {
	int (*visit)(void *ctx, int from, int to, const struct fs_entry *entry);
	void *ctx;
	struct str shown;	 /* the tree's name in failures */
	enum message_id refused; /* the failure's message: {1} path, {2} the errno's words */
};

bool tree_walk(const struct tree_walk *w, int from, int to, struct failure *why);

/* True for a name that begins with a dot: such entries belong to the people who host the site. */
static inline bool tree_dotted(const struct fs_entry *entry)
{
	return entry->name.at[0] == '.';
}

#endif
