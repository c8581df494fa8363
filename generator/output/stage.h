/*
 * stage.h - the folder beside the output in which the new site grows, and the sink that fills it.
 *
 *	stage_open(&s, &at, old, &why)
 *	s.sink.put(&s.sink, ...)	from any thread
 *	s.folder, s.files, s.written	when all have been put
 *	stage_close(&s);		closes; the folder stays for whoever exchanges or removes it
 *
 * A file that equals the old tree's, byte for byte, becomes a hard link to it: it keeps its inode and its time, so that
 * nothing is written, copied to mirrors or sent to readers again.
 */
#ifndef KOMEK_OUTPUT_STAGE_H
#define KOMEK_OUTPUT_STAGE_H

#include <stdatomic.h>

#include "output/output_path.h"
#include "output/sink.h"

struct stage {
	struct sink sink;      /* the first member: put finds its stage by it */
	int folder;	       /* the stage, open; -1 */
	int old;	       /* the output as it stands, open; -1: there is none. It belongs to the caller */
	struct str shown;      /* the output's name in failures */
	atomic_size_t files;   /* put */
	atomic_size_t written; /* of these, not the same as in the old tree */
	atomic_bool failed;    /* a put failed: this stage must never become the site */
};

/*
 * Removes what a killed run left in the stage's place, makes the folder with the old output's mode (and owner, where
 * permitted) and writes the marker into it. `at` must live until stage_close. False: see why; stage_close is still due.
 */
bool stage_open(struct stage *s, const struct output_path *at, int old, struct failure *why);

/* A stage that was never opened (folder -1) is welcome. */
void stage_close(struct stage *s);

#endif
