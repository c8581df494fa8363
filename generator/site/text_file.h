/*
 * text_file.h - reading one file that a person wrote: once, as UTF-8, with its problems told.
 */
#ifndef KOMEK_SITE_TEXT_FILE_H
#define KOMEK_SITE_TEXT_FILE_H

#include "base/fs.h"
#include "base/map.h"
#include "diag/diag.h"
#include "diag/failure.h"

struct text_file {
	const struct source *source; /* never NULL after a true answer; empty where the file was refused */
	size_t from;		     /* bytes to step over at the beginning: the byte-order mark */
	bool readable;		     /* false: refused, reported */
};

/* What a file that is neither plain nor a folder is, as a message. */
struct message text_file_refusal(enum fs_kind kind);

/*
 * Reads the file `name` below the open folder; path is what messages call it. Where `instead` (or NULL) maps that path
 * to a struct str, those bytes are taken and the file is not read; they must live as long as the source. False only where the system refused
 * (why); what is wrong with the file itself (a link, a FIFO, not UTF-8, a NUL, a byte-order mark) goes to dg.
 */
bool text_file_read(int folder, const char *name, struct str path, const struct map *instead, struct arena *a,
		    struct diags *dg, struct text_file *out, struct failure *why);

#endif
