/*
 * written.h - texts of the settings and of the interface, each with the place where it is written, for the checks that
 * read every text of the site.
 */
#ifndef KOMEK_SITE_WRITTEN_H
#define KOMEK_SITE_WRITTEN_H

#include "base/vec.h"
#include "diag/source.h"

struct written {
	struct str text;    /* as YAML gives it */
	struct place place; /* of the value, with its quotes */
	size_t language;    /* number in the settings */
};

typedef VEC(struct written) written_texts;

#endif
