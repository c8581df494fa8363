/*
 * scan.h - which files the content folder holds, before any of them is read: what each one is by its name and place.
 */
#ifndef KOMEK_SITE_SCAN_H
#define KOMEK_SITE_SCAN_H

#include "base/vec.h"
#include "diag/diag.h"
#include "diag/failure.h"
#include "site/settings.h"

struct found_text {
	struct str section; /* folder; empty at the root */
	struct str name;    /* of the file */
	struct str path;    /* content folder, section and name, for messages */
	struct str slug;    /* "account-blocked", "_index", "links" */
	size_t language;    /* number */
};

struct found_asset {
	struct str section, name, path;
	struct str below; /* path below the content folder */
};

struct scan {
	VEC(struct found_text) texts;
	VEC(struct found_asset) assets;
	VEC(struct found_text) words; /* words.<lang>.txt at the root */
	VEC(struct str) sections;
};

/* Lists the open content folder. Names that fit nothing, and files that are no files, go to dg. False: the system
 * refused. */
bool scan_content(int folder, struct str content, const struct settings *settings, struct arena *a, struct scan *scan,
		  struct diags *dg, struct failure *why);

/* False for files of shared definitions (links.<lang>.md at the root). */
bool scan_is_entry(const struct found_text *t);

void scan_clear(struct scan *scan);

#endif
