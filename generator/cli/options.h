/*
 * options.h - reading the command line.
 */
#ifndef KOMEK_CLI_OPTIONS_H
#define KOMEK_CLI_OPTIONS_H

#include "cli/command.h"

struct option_row {
	const char *name;  /* without -- */
	const char *value; /* "DIR", or NULL for a flag */
	bool general;	   /* every command takes it */
	enum message_id about;
	bool (*set)(struct options *o, const char *value); /* false: the value does not fit */
};

/* Ends with a row without a name. */
extern const struct option_row option_rows[];

/* True where the command takes the option. */
bool option_fits(const struct command *c, const struct option_row *row);

/*
 * Reads argv behind the command's name. False: something is wrong, said in *why. The language of messages is settled as
 * far as the command line, KOMEK_MESSAGES and the locale know it.
 */
bool options_read(struct options *o, const struct command *c, int argc, char **argv, struct failure *why);

/* Defaults, and the language that messages about wrong usage have. */
void options_init(struct options *o, int argc, char **argv);

#endif
