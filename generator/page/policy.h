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

/* The policy that all pages of a program share, up to the hashes of scripts; in the arena. */
struct str policy_begin(const struct program *p, struct arena *a);

/*
 * The whole policy of a page, as the meta element holds it; in the arena. data: the page's block of JSON-LD, or empty. It is not
 * run and needs no leave to be, but checkers of policies take it for a script.
 */
struct str policy_end(struct str begun, struct str data, struct arena *a);

#endif
