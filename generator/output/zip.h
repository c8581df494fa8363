/*
 * zip.h - files as one zip archive, made in memory. The bytes depend on nothing but the files and the versions of
 * libarchive and zlib: not on the machine, the locale, the time or its zone, the user or the disk.
 *
 * All files lie in one folder, so that unpacking spills nothing. No entry has a time (tools show 1980-01-01, the first
 * day that a zip can name), every file may be read by all and written by its owner (0644), names beyond ASCII are
 * marked as UTF-8, everything is deflated.
 */
#ifndef KOMEK_OUTPUT_ZIP_H
#define KOMEK_OUTPUT_ZIP_H

#include "output/memory.h"

/*
 * Adds to `out` the archive of the files, in the order given, each as folder/path. shown: the archive's name in
 * messages. Paths must be UTF-8 and as a sink takes them. False: see why; `out` may hold a part then.
 */
bool zip_pack(const char *folder, const struct memory_file *files, size_t count, const char *shown, struct buf *out,
	      struct failure *why);

#endif
