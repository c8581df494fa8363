/*
 * child.h - another program that turns bytes into bytes.
 *
 *	static const char *const command[] = {"sort", "-u", NULL};
 *	struct child child;
 *	child_start(&child, command, bytes);
 *	... start more of them: they run side by side ...
 *	int error = child_finish(&child, &arena, &said);
 *
 * The program is looked for on PATH and gets the bytes as its standard input, from memory: it may read them as slowly as it
 * likes and end before it has.
 */
#ifndef KOMEK_BASE_CHILD_H
#define KOMEK_BASE_CHILD_H

#include <sys/types.h>

#include "base/arena.h"

struct child {
	pid_t pid;
	int input, output, complaint; /* files in memory; -1: not open */
	int error;		      /* 0, or why it could not be started */
};

struct child_said {
	struct str output;    /* what it wrote to standard output */
	struct str complaint; /* and to standard error */
	int status;	      /* it exited with this; or 128 and the signal that ended it */
};

/* Starts the program; command ends with NULL. What goes wrong is told by child_finish, which must follow. */
void child_start(struct child *c, const char *const *command, struct str input);

/* Waits for its end. 0: *said holds what it said, bytes in the arena; else errno: ENOENT where no such program is there. */
int child_finish(struct child *c, struct arena *a, struct child_said *said);

#endif
