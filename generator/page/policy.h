/*
 * policy.h - the content security policy of a page: its own inline style and script by hash, and nothing from
 * elsewhere. What a server may add as headers stands in the same table, for the server examples of the README and for
 * tests.
 */
#ifndef KOMEK_PAGE_POLICY_H
#define KOMEK_PAGE_POLICY_H

#include "template/theme.h"

/* A header that a server should send beside what the pages say themselves. */
struct security_header {
	const char *name, *value;
};

/* Ends with a row of NULLs. */
extern const struct security_header security_headers[];

/* The policy of a program's pages, as the meta element holds it; in the arena. */
struct str policy_text(const struct program *p, struct arena *a);

/*
 * The same for a page that holds data of its own in a script element. Browsers do not judge data, but the Nu HTML checker
 * does, so data has its hash, too. In the arena.
 */
struct str policy_with_data(struct str policy, struct str data, struct arena *a);

#endif
