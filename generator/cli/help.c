/*
 * help.c - the list of commands and options, out of their tables.
 */
#include <unistd.h>

#include "cli/options.h"

const struct command commands[] = {
	{"build", NULL, "base-url rules cache strict notes in-place", MSG_ABOUT_BUILD, command_build},
	{"check", NULL, "rules cache strict notes", MSG_ABOUT_CHECK, command_check},
	{"fix", NULL, "dry-run rules cache strict notes", MSG_ABOUT_FIX, command_fix},
	{"bundle", NULL, "archive base-url rules cache strict notes", MSG_ABOUT_BUNDLE, command_bundle},
	{"rules", NULL, "", MSG_ABOUT_RULES, command_rules},
	{"explain", "ID|GROUP", "", MSG_ABOUT_EXPLAIN, command_explain},
	{"search", "QUERY|-", "lang limit", MSG_ABOUT_SEARCH, command_search},
	{"stem", NULL, "lang", MSG_ABOUT_STEM, command_stem},
	{"help", "[COMMAND]", "", MSG_ABOUT_HELP, command_help},
	{NULL, NULL, NULL, MSG_ABOUT_HELP, NULL},
};

static void add_message(struct buf *out, const struct options *o, enum message_id id)
{
	struct message m = {.id = id};

	message_text(&m, o->messages, out);
	buf_add_byte(out, '\n');
}

/* "  name            text": the column fits the longest option. */
static void add_row(struct buf *out, const struct options *o, const char *name, enum message_id about)
{
	buf_addf(out, "  %-28s ", name);
	add_message(out, o, about);
}

static void add_option(struct buf *out, const struct options *o, const struct option_row *row)
{
	struct buf name = BUF_INIT;

	buf_addf(&name, "--%s%s%s", row->name, row->value ? " " : "", row->value ? row->value : "");
	add_row(out, o, name.at, row->about);
	buf_clear(&name);
}

static void add_options(struct buf *out, const struct options *o, const struct command *c, bool general)
{
	for (const struct option_row *r = option_rows; r->name; r++)
		if (r->general == general && (general || !c || option_fits(c, r)))
			add_option(out, o, r);
}

static void one_command(struct buf *out, const struct options *o, const struct command *c)
{
	buf_addf(out, "komek %s%s%s [--options]\n\n", c->name, c->argument ? " " : "", c->argument ? c->argument : "");
	add_message(out, o, c->about);
	buf_add_byte(out, '\n');
	add_options(out, o, c, false);
	add_options(out, o, c, true);
}

static void all_commands(struct buf *out, const struct options *o)
{
	add_message(out, o, MSG_HELP_TOP);
	buf_add_byte(out, '\n');
	for (const struct command *c = commands; c->name; c++)
		add_row(out, o, c->name, c->about);
	buf_add_byte(out, '\n');
	add_message(out, o, MSG_HELP_OPTIONS);
	add_options(out, o, NULL, true);
	buf_add_byte(out, '\n');
	add_message(out, o, MSG_HELP_STATUS);
}

enum status command_help(struct options *o)
{
	const struct command *c = o->argument ? command_named(str_of(o->argument)) : NULL;
	struct buf text = BUF_INIT;

	if (o->argument && !c)
		return fail(o, MSG(COMMAND_UNKNOWN, str_of(o->argument)));
	if (c)
		one_command(&text, o, c);
	else
		all_commands(&text, o);
	say(STDOUT_FILENO, &text);
	return STATUS_DONE;
}
