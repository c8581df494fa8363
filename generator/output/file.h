/*
 * file.h - single files below an open folder: comparing, writing, and naming one in a failure.
 *
 * Names are one name without slashes unless it is said otherwise; links are never followed.
 */
#ifndef KOMEK_OUTPUT_FILE_H
#define KOMEK_OUTPUT_FILE_H

#include "base/str.h"
#include "diag/failure.h"

enum file_sync { FILE_LATER, FILE_NOW };

/* True where a plain file `name` with exactly these bytes is in the folder and can be read. */
bool file_same(int folder, const char *name, struct str bytes);

/*
 * Writes a file that is not there yet; with FILE_NOW its data is on the disk afterwards. 0, or an errno: EEXIST
 * where something has this name. After an error a part of the file may be there.
 */
int file_write(int folder, const char *name, struct str bytes, enum file_sync sync);

/* What has this name. */
enum file_there { FILE_NOTHING, FILE_FOLDER, FILE_OTHER };

/* folder -1: FILE_NOTHING. */
enum file_there file_there(int folder, const char *name);

/* failure_errno about the path "folder/path". Always false. */
bool file_refused(struct failure *why, enum message_id id, struct str folder, struct str path, int error);

#endif
