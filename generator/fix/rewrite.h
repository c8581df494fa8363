/*
 * rewrite.h - the only place that writes to sources: one file gets new bytes, whole or not at all.
 *
 * The new bytes go to a file beside it (.NAME.komek-fix), which is flushed and renamed over it; owner and mode go along
 * where the system lets them. Below the folder that the user named no link is followed, and what is no plain file is
 * left. A lock on the file itself keeps two runs apart. What a killed run leaves is passed over by every reader of the
 * folder, and the next rewriting of the file sweeps it.
 */
#ifndef KOMEK_FIX_REWRITE_H
#define KOMEK_FIX_REWRITE_H

#include "base/str.h"
#include "diag/failure.h"

/* Folders as the user named them; what they lead to may be a link, what lies below may not. */
struct rewrite_roots {
	const char *const *at;
	size_t count;
};

/*
 * Makes `after` the bytes of the file `path`, which lies below one of the roots and begins with its name. Only where it
 * still holds `before`: it is read again just before. False: see why; the file is as it was.
 */
bool rewrite_source(struct rewrite_roots roots, struct str path, struct str before, struct str after,
		    struct failure *why);

#endif
