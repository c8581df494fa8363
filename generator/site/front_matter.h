/*
 * front_matter.h - the head of a text: YAML between two lines of three hyphens.
 */
#ifndef KOMEK_SITE_FRONT_MATTER_H
#define KOMEK_SITE_FRONT_MATTER_H

#include <stdatomic.h>

#include "site/yaml.h"
#include "text/date.h"

struct keyword {
	struct str text;
	struct place place;
};

/* A word that is right in this text, whatever the checks of letters and words think of it. */
struct allowed_word {
	struct str word, capital; /* as written, and with a capital as its first letter */
	struct place place;
	atomic_bool used; /* some check would have complained; see site_allows */
};

struct front_matter {
	struct str title; /* never empty, unless it was missing, which is reported */
	struct place title_place;
	struct str summary;
	struct place summary_place;
	struct keyword *keywords;
	size_t keyword_count;
	struct keyword *aliases; /* old addresses below the language's folder, as written: "digital-id/blocked" */
	size_t alias_count;
	struct allowed_word *allow;
	size_t allow_count;
	uint64_t order; /* ORDER_LAST where none is given */
	bool featured, draft;
	struct date updated, review;
	const struct language *source; /* the language that this entry was written in first; NULL: the site's */
};

enum { ORDER_LAST = 1000001 };

/*
 * Reads the head that begins at byte `from` of the source. *body becomes the offset of the text behind it. False where
 * there is no readable head; all problems are reported.
 */
bool front_matter_read(const struct source *source, size_t from, struct arena *a, struct diags *dg,
		       struct front_matter *front, size_t *body);

#endif
