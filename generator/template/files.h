/*
 * files.h - the files of a templates folder, each read and parsed once, from disk or from memory.
 *
 *	struct files f = FILES_INIT(folder, &arena, &dg, &why);
 *	files_open(&f) or files_put(&f, path, bytes)...
 *	file = files_get(&f, STR("parts/footer.xhtml"));
 *	files_clear(&f);
 */
#ifndef KOMEK_TEMPLATE_FILES_H
#define KOMEK_TEMPLATE_FILES_H

#include "base/map.h"
#include "base/vec.h"
#include "diag/failure.h"
#include "template/parse.h"

/* A template is written by hand; a larger file is a mistake. */
enum { FILE_MOST = 1024 * 1024 };

enum file_state {
	FILE_THERE,
	FILE_MISSING,
	FILE_NOT_PLAIN,
	FILE_TOO_BIG,
	FILE_WRONG, /* told already: not UTF-8, or the system refused to read it */
};

struct file {
	struct str path; /* below the folder, with slashes */
	enum file_state state;
	const struct source *source; /* of a file that is not there: without bytes */
	const struct tree *tree;     /* see files_tree */
	bool checked, parsed;	     /* done once */
};

struct files {
	struct str folder;    /* as given on the command line; begins the paths of sources */
	int fd;		      /* -1: everything is in memory */
	struct arena *arena;  /* of sources, which diagnostics point to */
	struct arena scratch; /* trees and names */
	struct map by_path;
	VEC(struct str) put; /* paths of files in memory */
	/* See theme_request. */
	const struct map *instead;
	struct diags *dg;
	struct failure *why;
};

#define FILES_INIT(name, keep, diags, failure) \
	((struct files){.folder = (name), .fd = -1, .arena = (keep), .dg = (diags), .why = (failure)})

/* Opens the folder on disk; false with the reason in why. */
bool files_open(struct files *f);

/* Adds a file in memory; path and bytes must live as long as the arena of sources. */
void files_put(struct files *f, struct str path, struct str bytes);

/* The file at a path such as "parts/footer.xhtml"; never NULL, see its state. The path must satisfy files_path. */
struct file *files_get(struct files *f, struct str path);

/* The tree of a file that is there; NULL where it is not well-formed (told once). */
const struct tree *files_tree(struct files *f, struct file *file);

/* The text of a file that is there, without a byte-order mark. */
struct str files_text(const struct file *file);

/* True for a path of names without "", "." and "..". */
bool files_path(struct str path);

/* The existing path nearest to one that is not there, among those that end so; without that ending; empty: none is
 * near. */
struct str files_nearest(struct files *f, struct str path, struct str ending);

void files_clear(struct files *f);

#endif
