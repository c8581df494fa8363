/*
 * resolve.h - where a link of a text leads. A pure question to the sealed model: the check asks to report, the page
 * asks to write.
 */
#ifndef KOMEK_SITE_RESOLVE_H
#define KOMEK_SITE_RESOLVE_H

#include "site/site.h"

enum target_kind {
	TARGET_OUTSIDE, /* has a scheme or begins with // */
	TARGET_HERE,	/* a part of the same page; `entry` is the text's own */
	TARGET_ENTRY,
	TARGET_ASSET,
	TARGET_ROOTED, /* begins with a slash: wrong in every copy that lies elsewhere */
	TARGET_DRAFT,  /* leads to an entry that exists as a draft only */
	TARGET_NOTHING,
};

struct target {
	enum target_kind kind;
	const struct entry *entry;
	const struct asset *asset;
	size_t language;     /* that the link names, or the text's own */
	struct str fragment; /* without #; empty: none */
	struct str nearest; /* of TARGET_NOTHING and TARGET_ROOTED: what was probably meant, as it should be written; in
			       the arena */
};

/*
 * Resolves a target written in a file of the content: `section` is the file's folder (empty at the root), `own` the
 * entry it belongs to (NULL for shared definitions: then # alone is taken as a part of whatever page uses it),
 * `language` the file's.
 */
struct target resolve_target(const struct site *site, struct str target, struct str section, const struct entry *own,
			     size_t language, struct arena *a);

/*
 * Where a link of a text leads, or which file a picture shows: the language's own (camera.kk.png), where there is one, before the
 * common one (camera.png).
 */
struct target resolve_link(const struct site *site, const struct article *a, const struct markup_link *link,
			   struct arena *arena);

/*
 * The parts that the templates add: "main" to every page, "support" to questions and pages where the site names an
 * address of support.
 */
bool resolve_page_anchor(const struct site *site, const struct entry *e, struct str anchor);

#endif
