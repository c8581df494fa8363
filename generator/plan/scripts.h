/*
 * scripts.h - the scripts of the templates as the site ships them: the small files that are written become the few that are
 * loaded, because each one more is a request, and esbuild takes out what only their writers read.
 *
 *	if (!scripts_join(&files, &arena, &why))
 *		...
 *
 * esbuild is asked for a language that the oldest browsers know, and says where a script cannot be put into it.
 */
#ifndef KOMEK_PLAN_SCRIPTS_H
#define KOMEK_PLAN_SCRIPTS_H

#include "plan/statics.h"

/*
 * The files that are joined give way to those that they become; the order by path stays. New bytes live in the arena. False:
 * esbuild is not there, or a script is wrong.
 */
bool scripts_join(struct statics *s, struct arena *a, struct failure *why);

#endif
