/*
 * statics.h - files of the templates that are published: scripts and pictures of templates/assets. Style sheets are not
 * among them: they stand inside the pages. Scripts are joined into the few that are loaded, see plan/scripts.h.
 */
#ifndef KOMEK_PLAN_STATICS_H
#define KOMEK_PLAN_STATICS_H

#include "base/arena.h"
#include "base/vec.h"
#include "diag/failure.h"

struct static_file {
	struct str path; /* on the site: "assets/komek.js" */
	struct str bytes;
};

struct statics {
	VEC(struct static_file) files; /* sorted by path */
};

/* Reads them, once each; bytes live in the arena. False: the system refused. */
bool statics_load(struct statics *s, const char *templates, struct arena *a, struct failure *why);

void statics_clear(struct statics *s);

#endif
