/*
 * run.h - what the commands that read the content share: the request out of the options, the report of what was found,
 * the time it took, the exit status.
 *
 *	struct run r;
 *	run_begin(&r, o);
 *	... bring r.build to its end ...
 *	if (run_report(&r))
 *		run_say(&r, MSG(...));		what was done
 *	return run_end(&r);
 */
#ifndef KOMEK_CLI_RUN_H
#define KOMEK_CLI_RUN_H

#include "cli/command.h"
#include "plan/build.h"

struct run {
	struct options *options;
	struct build build;
	uint64_t start;	 /* milliseconds */
	struct buf said; /* for standard output */
	enum status status;
};

void run_begin(struct run *r, struct options *o);

/* Settles the language of messages, once the site is loaded; run_report does it by itself. */
void run_language(struct run *r);

/*
 * Prints diagnostics, summary and failure to standard error and settles the exit status. True where the command did
 * what it is for and the user is to be told (programs that read other formats are not).
 */
bool run_report(struct run *r);

/* Adds a line to what goes to standard output. */
void run_say(struct run *r, struct message m);

/* Says how much was checked and that no error was found. */
void run_checked(struct run *r);

/* n as digits, for a message; lives until run_end. */
struct str run_number(struct run *r, uint64_t n);

/* The milliseconds since run_begin, as digits. */
struct str run_took(struct run *r);

/* Prints what was said, frees everything, gives the exit status. */
enum status run_end(struct run *r);

#endif
