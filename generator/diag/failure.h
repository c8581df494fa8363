/*
 * failure.h - why a command cannot go on: the system refused something, or it was used wrongly. Content that
 * is wrong is never a failure but a diagnostic (diag.h).
 *
 *	struct failure why = FAILURE_NONE;
 *	if (!something(..., &why))
 *		print it, exit status 2
 *	failure_clear(&why);
 *
 * The first reason stays: what follows from it is not told. Functions that take one return false when it is set.
 */
#ifndef KOMEK_DIAG_FAILURE_H
#define KOMEK_DIAG_FAILURE_H

#include "diag/message.h"

struct failure {
	bool set;
	struct message message;
	struct arena arena;
};

#define FAILURE_NONE ((struct failure){0})

/* Notes the reason, with copies of its arguments, unless one stands already. Always false, for `return`. */
bool failure_set(struct failure *why, struct message m);

/* The same for a refused system call: the message's argument 1 is the path, argument 2 becomes the errno's words. */
bool failure_errno(struct failure *why, enum message_id id, struct str path, int error);

/* Moves the reason of one to the other, unless that has one. */
void failure_join(struct failure *to, struct failure *from);

void failure_clear(struct failure *why);

#endif
