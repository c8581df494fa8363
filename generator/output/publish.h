/*
 * publish.h - the whole new site or the old one: a stage beside the output, then one exchange.
 *
 *	if (!publish_allowed(&request, &why)) ...	before any work: may this output be written at all?
 *	p = publish_begin(&request, &why);		takes the lock, sweeps what a killed run left, opens the stage
 *	sink = publish_sink(p);				workers put files: unchanged ones are linked from the old tree
 *	publish_commit(p, &result, &why);		one renameat2(RENAME_EXCHANGE); nothing changed: nothing touched
 *	publish_end(p);					always: removes the stage or the old tree, gives the lock back
 *
 * The stage (.NAME.komek-stage) and the lock (.NAME.komek-lock) lie beside the output NAME, in the same folder, so that
 * the exchange stays inside one file system. Files of the new tree that equal the old tree's, byte for byte, are hard
 * links to them. Files that no longer belong are simply not in the new tree. Dot-files and dot-folders (such as
 * .gitignore) at the output's top and in folders that the new site has too are carried over. The output carries the
 * marker .komek; an output that is not empty (dot-files apart) and has none is refused.
 */
#ifndef KOMEK_OUTPUT_PUBLISH_H
#define KOMEK_OUTPUT_PUBLISH_H

#include "output/sink.h"

struct publish_request {
	const char *output;	    /* folder, as given on the command line; it may be missing, its parent may not */
	const char *const *sources; /* folders that the output must not lie in or around */
	size_t source_count;
	bool in_place; /* accept renames file by file where no exchange is possible; not atomic */
};

struct publish_result {
	size_t files;	/* in the site now, dot-files apart */
	size_t written; /* new or changed */
	size_t removed; /* no longer there */
	bool touched;	/* false: the site on disk was already the same */
	bool in_place;	/* the files were exchanged one by one */
};

struct publish;

/*
 * Checks the output against the sources and for the marker, without changing anything. A mount point is refused here
 * already, unless in_place is set.
 */
bool publish_allowed(const struct publish_request *request, struct failure *why);

/* Begins; NULL: see why. The request's strings must live until publish_end. */
struct publish *publish_begin(const struct publish_request *request, struct failure *why);

/* The sink of this publication; it belongs to p. */
struct sink *publish_sink(struct publish *p);

/*
 * Makes the new site the site; once a publication, after all puts. False: see why; then the old site stands as it was
 * (in_place: see the message). After a put that failed it is always false, because a site with a hole must not appear.
 */
bool publish_commit(struct publish *p, struct publish_result *result, struct failure *why);

/* Ends a publication, committed or not; NULL is welcome. */
void publish_end(struct publish *p);

#endif
