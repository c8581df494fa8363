/*
 * output_path.h - the place of the output on the disk, and whether it may be there at all.
 *
 *	struct output_path at;
 *	if (output_path_open(&request, &at, &why))
 *		use at.parent with at.name, at.stage, at.lock
 *	output_path_close(&at);		always
 *
 * Which folder lies in which is decided by walking up from open folders and comparing their inodes, so that links,
 * "..", and other spellings of one path change nothing.
 */
#ifndef KOMEK_OUTPUT_OUTPUT_PATH_H
#define KOMEK_OUTPUT_OUTPUT_PATH_H

#include <sys/stat.h>

#include "base/arena.h"
#include "output/publish.h"

struct output_path {
	struct arena arena;	  /* the strings below */
	int parent;		  /* the folder that holds the output, open; -1 */
	const char *name;	  /* of the output in parent */
	const char *stage, *lock; /* of the folder and the file beside it */
	struct str shown;	  /* the output as the user wrote it, without slashes at the end */
	struct str beside;	  /* what goes before names in parent to show them: "site/", or nothing */
	bool there;		  /* the output exists: a folder, then `st` is it */
	bool mount;		  /* it is a mount point, as far as the kernel tells */
	struct stat st;
};

/*
 * Finds the output and refuses places where a site must not be written: without a parent folder, a link, no folder,
 * the working folder or one that holds it, in, around or equal to a source, a parent that may not be written, and
 * without in_place a mount point. Changes nothing. A source that does not exist hinders nothing.
 */
bool output_path_open(const struct publish_request *request, struct output_path *at, struct failure *why);

void output_path_close(struct output_path *at);

#endif
