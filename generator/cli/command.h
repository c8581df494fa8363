/*
 * command.h - the commands and options of the program, as tables: usage, parsing and help come from them.
 */
#ifndef KOMEK_CLI_COMMAND_H
#define KOMEK_CLI_COMMAND_H

#include "diag/print.h"

/* Exit statuses of the contract. */
enum status { STATUS_DONE = 0, STATUS_CONTENT = 1, STATUS_FAILED = 2 };

/* What the command line says, with defaults for what it does not say. */
struct options {
	const char *content, *templates, *output, *archive;
	const char *base_url, *rules;
	const char *cache;	   /* or NULL: nothing is kept for the next run */
	const char *messages_code; /* or NULL */
	const char *lang;	   /* of words, or NULL */
	const char *argument;	   /* the command's own, or NULL */
	unsigned jobs;
	unsigned limit; /* of results; 0: not given */
	enum format format;
	enum messages messages;
	bool messages_given; /* by option or environment: over site.yaml */
	bool in_place, strict, notes, dry_run, help;
};

struct command {
	const char *name;
	const char *argument; /* "RULE", "[COMMAND]" or NULL */
	const char *options;  /* names of the options it takes beside the general ones, with spaces */
	enum message_id about;
	enum status (*run)(struct options *o);
};

/* All commands, in the order of the help; ends with a row without a name. */
extern const struct command commands[];

/* The command of a name, or NULL. */
const struct command *command_named(struct str name);

enum status command_build(struct options *o);
enum status command_check(struct options *o);
enum status command_fix(struct options *o);
enum status command_bundle(struct options *o);
enum status command_rules(struct options *o);
enum status command_explain(struct options *o);
enum status command_search(struct options *o);
enum status command_stem(struct options *o);
enum status command_help(struct options *o);

/* Adds the line that 'komek rules' has for a rule. */
void rules_row(enum rule_id id, enum messages lang, struct buf *out);

/* Writes a buffer to standard output or standard error, and frees it. */
void say(int fd, struct buf *text);

/* Prints a failure to standard error; gives STATUS_FAILED. */
enum status fail(const struct options *o, struct message m);

#endif
