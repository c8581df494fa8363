/*
 * bundle.h - a build whose site goes into one archive, for people without a network: the command bundle.
 *
 * The archive holds the site's own bytes, as a publication with the same request would write them, and README.txt,
 * which tells in every language of the site how to open it.
 */
#ifndef KOMEK_PLAN_BUNDLE_H
#define KOMEK_PLAN_BUNDLE_H

#include "plan/build.h"

struct bundle {
	const char *archive; /* the file to write */
	size_t bytes;	     /* its size */
	bool touched;	     /* false: the archive on the disk was already the same */
};

/*
 * Runs b from loading to the new archive. Where b->why is set or build_blocked(b), an archive that was there stands as
 * it was; else the result is in bundle.
 */
void bundle_run(struct build *b, struct bundle *bundle);

#endif
