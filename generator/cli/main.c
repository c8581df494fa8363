/*
 * main.c - finds the command, reads its options, runs it.
 */
#include <unistd.h>

#include "base/fs.h"
#include "base/near.h"
#include "cli/options.h"

void say(int fd, struct buf *text)
{
	fs_write_all(fd, buf_str(text)); /* where nobody listens there is nobody to tell */
	buf_clear(text);
}

enum status fail(const struct options *o, struct message m)
{
	struct failure why = {.set = true, .message = m};
	struct buf text = BUF_INIT;

	print_failure(&why, o->messages, &text);
	say(STDERR_FILENO, &text);
	return STATUS_FAILED;
}

const struct command *command_named(struct str name)
{
	for (const struct command *c = commands; c->name; c++)
		if (str_eq(name, str_of(c->name)))
			return c;
	return NULL;
}

static enum status no_such_command(const struct options *o, struct str name)
{
	struct near near = near_begin(name);

	for (const struct command *c = commands; c->name; c++)
		near_offer(&near, str_of(c->name));
	if (near.best.len)
		return fail(o, MSG(COMMAND_UNKNOWN_NEAR, name, near.best));
	return fail(o, MSG(COMMAND_UNKNOWN, name));
}

static bool is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

int main(int argc, char **argv)
{
	struct options o;
	struct failure why = FAILURE_NONE;
	const struct command *c;
	enum status status;

	options_init(&o, argc, argv);
	if (argc < 2 || is_help(argv[1])) {
		command_help(&o);
		return argc < 2 ? STATUS_FAILED : STATUS_DONE;
	}
	c = command_named(str_of(argv[1]));
	if (!c)
		return no_such_command(&o, str_of(argv[1]));
	if (!options_read(&o, c, argc - 2, argv + 2, &why)) {
		status = fail(&o, why.message);
	} else if (o.help) {
		o.argument = c->name;
		status = command_help(&o);
	} else {
		status = c->run(&o);
	}
	failure_clear(&why);
	return status;
}
