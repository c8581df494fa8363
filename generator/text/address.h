/*
 * address.h - are addresses that leave the site well formed? Host names (ICU: IDNA and spoofing), mail addresses,
 * telephone numbers, and characters in paths. Nothing is looked up: only the form is judged.
 *
 *	struct address_judge *j = address_judge_new();		before the first thread
 *	struct address_verdict v = address_judge(j, url, &arena);
 *	address_judge_free(j);
 */
#ifndef KOMEK_TEXT_ADDRESS_H
#define KOMEK_TEXT_ADDRESS_H

#include "base/arena.h"

enum address_fault {
	ADDRESS_RIGHT,
	ADDRESS_SCHEME,	   /* not http, https, mailto or tel */
	ADDRESS_LOOKALIKE, /* the host mixes alphabets, or only looks Latin */
	ADDRESS_HOST,	   /* the host is no host name */
	ADDRESS_MAIL,
	ADDRESS_PHONE,
	ADDRESS_DOUBLED,   /* https://https://, //, .., ?? */
	ADDRESS_USER,	   /* names a user before the host: a form that phishing has */
	ADDRESS_UNENCODED, /* characters that must be percent-encoded */
};

struct address_verdict {
	enum address_fault fault;
	size_t from, to;   /* bytes of the address: the part that is wrong */
	struct str repair; /* the whole address with every fault repaired that can be, in the arena; empty: none can */
};

struct address_judge;

struct address_judge *address_judge_new(void);

/* Judges an address with a scheme. May be called by any number of threads. */
struct address_verdict address_judge(const struct address_judge *j, struct str url, struct arena *a);

void address_judge_free(struct address_judge *j);

#endif
