/*
 * write.h - the index as files for the browser: scripts, because nothing else can be loaded from a folder.
 *
 *	struct search_files files = {0};
 *	search_write(site, index, jobs, &arena, &files);
 *	... publish each ...
 *	search_files_clear(&files);
 *
 * assets/search/entry.js is short-lived: it alone knows the names of the others, which carry a hash of their content. Each
 * script is one call, komek.part(name, ...), with JSON in it. ARCHITECTURE.md, "Search", describes the parts.
 */
#ifndef KOMEK_SEARCH_WRITE_H
#define KOMEK_SEARCH_WRITE_H

#include "search/index.h"

struct search_file {
	struct str path; /* below the site's root */
	struct str bytes;
};

struct search_files {
	VEC(struct search_file) list;
};

/* Makes all files; paths and bytes live in the arena. The same site gives the same bytes, with any number of jobs. */
void search_write(const struct site *site, const struct index *ix, unsigned jobs, struct arena *a,
		  struct search_files *out);

void search_files_clear(struct search_files *files);

#endif
