/*
 * scripts.h - the scripts of the templates as the site ships them: the small files that are written become the few that are
 * loaded, because each one more is a request, and without the comments that only their writers read.
 *
 *	scripts_join(&files, &arena);
 *
 * Of a line only the tabs before it and a comment behind it are taken away, and the line as a whole where nothing is left. So
 * no string of several lines may stand in a script; a test holds that, and that what is shipped has the same tokens.
 */
#ifndef KOMEK_PLAN_SCRIPTS_H
#define KOMEK_PLAN_SCRIPTS_H

#include "plan/statics.h"

/* The files that are joined give way to those that they become; the order by path stays. New bytes live in the arena. */
void scripts_join(struct statics *s, struct arena *a);

#endif
