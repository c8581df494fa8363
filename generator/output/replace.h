/*
 * replace.h - one file in the place of another: the whole new one, or the old one as it was.
 *
 *	if (!replace_allowed(path, &why)) ...	before any work: may it be written at all?
 *	replace_file(path, bytes, &touched, &why);
 *
 * The new bytes are written and flushed beside the target (.NAME.komek-stage) under a lock (.NAME.komek-lock) and
 * renamed over it. A killed run leaves these two; the next run on the same file sweeps them.
 */
#ifndef KOMEK_OUTPUT_REPLACE_H
#define KOMEK_OUTPUT_REPLACE_H

#include "base/str.h"
#include "diag/failure.h"

/* Checks that the target's folder is there and may be written, and that the target is no folder. Changes nothing. */
bool replace_allowed(const char *path, struct failure *why);

/*
 * Makes path a file with these bytes. *touched: false where it was that already; then nothing on the disk has changed.
 * False: see why; the old file stands as it was.
 */
bool replace_file(const char *path, struct str bytes, bool *touched, struct failure *why);

#endif
