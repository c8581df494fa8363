/*
 * sink.h - where finished files go: a path below the site's root and the bytes. Renderers know nothing else of the
 * disk.
 */
#ifndef KOMEK_OUTPUT_SINK_H
#define KOMEK_OUTPUT_SINK_H

#include "base/str.h"
#include "diag/failure.h"

struct sink {
	/*
	 * Takes one file. path: relative, with / between names, each name plain ("kk/index.html"); no path twice. Any
	 * thread may call it, with a `why` of its own. The bytes are the caller's and may go after the call. False:
	 * refused, see why.
	 */
	bool (*put)(struct sink *s, struct str path, struct str bytes, struct failure *why);
};

/*
 * For those who write a sink: true for a path as put promises it. Each name between slashes has at least one byte, does
 * not begin with a dot (dot-files belong to the people who host the site) and holds neither NUL nor backslash. Anything
 * else is a mistake in the program, not in the content; it is told as a failure, because a wrong path must not reach a
 * disk.
 */
bool sink_path_allowed(struct str path, struct failure *why);

#endif
