/*
 * marker.h - the dot-file that tells a site made by Komek from a folder of somebody's files.
 */
#ifndef KOMEK_OUTPUT_MARKER_H
#define KOMEK_OUTPUT_MARKER_H

#include "base/arena.h"

#define MARKER_NAME ".komek"
#define MARKER_TEXT STR("komek 1\n") /* the number is that of the layout; later versions may read it */

/* True where the folder carries exactly today's marker. */
bool marker_current(int folder);

/*
 * Looks for what makes a folder not ours to replace: it has no marker (of any version) and holds more than dot-files.
 * Then *stranger is the first such name, in the arena; else it is empty. 0, or an errno.
 */
int marker_judge(int folder, struct arena *a, struct str *stranger);

#endif
