/*
 * fix.h - applying the sure repairs of a check to the sources: the command fix.
 *
 *	struct fix f = {0};
 *	struct build b = {.request = request};
 *	fix_run(&f, &b);		nothing on the disk has changed yet
 *	fix_patch(&f, &out);		what would change, or
 *	fix_write(&f, &b);		change it
 *	... f.files, b.dg: what is left ...
 *	build_clear(&b);
 *	fix_clear(&f);
 *
 * Repairs are made in memory, in rounds of load, check, repair, until no sure one is left: one repair may uncover or
 * make room for another. So a patch and a written file have the same bytes, and each file is written once.
 *
 * Only diagnostics that are `sure` (diag/diag.h) and that the request's rules let through are applied. Where places
 * overlap, the first goes before; the others have their turn in the next round, if they are still told. A repair that
 * changes nothing, or that was made at the same place before, is not made: it would go on for ever. (One that takes more
 * than it writes may come again: that has an end.)
 */
#ifndef KOMEK_FIX_FIX_H
#define KOMEK_FIX_FIX_H

#include "fix/edit.h"
#include "plan/build.h"

/* The most rounds. Two are usual: one that repairs, and a look at what came of it. */
enum { FIX_ROUNDS = 8 };

/* A repair that was made: what stood there, what was written, and where that is now, in the text of the last round. */
struct fix_made {
	size_t from, to;
	struct str was, is;
};

struct fix_file {
	struct str path;
	struct str before, after;  /* all bytes */
	edits edits;		   /* from before to after */
	VEC(struct fix_made) made; /* sorted by place */
	size_t repairs;		   /* how many diagnostics went */
	struct failure why;	   /* set by fix_write: not written, the file is as it was */
};

struct fix {
	VEC(struct fix_file *) files; /* whose bytes change, sorted by path once fix_run is done */
	struct map by_path;	      /* path -> struct fix_file, of every file a repair was made in */
	struct map instead;	      /* path -> struct str, what the rounds read in place of the files */
	struct arena arena;
};

/*
 * Repairs in memory. Afterwards b is loaded and checked with the repairs made, as build_check leaves it. Where b->why is
 * set, the system refused and f has no files.
 */
void fix_run(struct fix *f, struct build *b);

/*
 * One round: makes in memory the sure repairs of one check, sorted; how many. The sources must be the files as they are
 * or as f->instead has them.
 */
size_t fix_repair(struct fix *f, const struct diags *dg);

/* Adds one unified patch for all files. */
void fix_patch(const struct fix *f, struct buf *out);

/*
 * Writes each file (rewrite.h). Those that could not be written have `why`; the others are written nevertheless, and b is
 * loaded and checked again from the disk, so that it tells what is so. False: some could not.
 */
bool fix_write(struct fix *f, struct build *b);

/* b, which may read what f holds, must be cleared before. */
void fix_clear(struct fix *f);

#endif
