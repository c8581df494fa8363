/*
 * memory.h - a sink that keeps the site in memory: for tests, and for a preview that never touches the output.
 *
 *	struct memory *m = memory_new();
 *	sink = memory_sink(m);			put from any thread
 *	files = memory_files(m, &count);	once all have been put
 *	memory_free(m);
 */
#ifndef KOMEK_OUTPUT_MEMORY_H
#define KOMEK_OUTPUT_MEMORY_H

#include "output/sink.h"

struct memory;

struct memory_file {
	struct str path, bytes; /* they belong to the memory */
};

struct memory *memory_new(void);

/*
 * It belongs to m. It refuses the same as the disk does: a path that is not plain, is put twice, or is a file and a
 * folder.
 */
struct sink *memory_sink(struct memory *m);

/* All files, sorted by the bytes of their paths; valid until the next put. */
const struct memory_file *memory_files(struct memory *m, size_t *count);

/* The file of this path, or NULL; valid until memory_free. Threads may ask while others put. */
const struct memory_file *memory_find(struct memory *m, struct str path);

/* NULL is welcome. */
void memory_free(struct memory *m);

#endif
