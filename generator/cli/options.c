#include "cli/options.h"

#include <stdlib.h>

#include "base/near.h"
#include "text/language.h"

static bool set_content(struct options *o, const char *value)
{
	o->content = value;
	return *value != '\0';
}

static bool set_templates(struct options *o, const char *value)
{
	o->templates = value;
	return *value != '\0';
}

static bool set_output(struct options *o, const char *value)
{
	o->output = value;
	return *value != '\0';
}

/* Only such names, so that a slip of the hand does not replace a text or a table of somebody's. */
static bool set_archive(struct options *o, const char *value)
{
	o->archive = value;
	return str_ends(str_of(value), STR(".zip"));
}

static bool set_base_url(struct options *o, const char *value)
{
	o->base_url = value;
	return *value != '\0';
}

static bool set_cache(struct options *o, const char *value)
{
	o->cache = value;
	return *value != '\0';
}

static bool set_rules(struct options *o, const char *value)
{
	struct str rest = str_of(value), name;

	o->rules = value;
	while (str_split(&rest, ',', &name)) {
		bool known;

		rule_nearest(str_trim(name), &known);
		if (!known)
			return false;
	}
	return true;
}

static bool set_jobs(struct options *o, const char *value)
{
	uint64_t n;

	if (!str_number(str_of(value), 64, &n) || n == 0)
		return false;
	o->jobs = (unsigned)n;
	return true;
}

static bool set_format(struct options *o, const char *value)
{
	static const char *const names[] = {[FORMAT_TEXT] = "text", [FORMAT_JSON] = "json", [FORMAT_GITHUB] = "github"};

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(value, names[i]) == 0) {
			o->format = (enum format)i;
			return true;
		}
	return false;
}

static bool set_messages(struct options *o, const char *value)
{
	o->messages_given = true;
	return messages_by_code(str_of(value), &o->messages);
}

static bool set_lang(struct options *o, const char *value)
{
	o->lang = value;
	return language_by_code(str_of(value)) != NULL;
}

static bool set_limit(struct options *o, const char *value)
{
	uint64_t n;

	if (!str_number(str_of(value), 1000, &n) || n == 0)
		return false;
	o->limit = (unsigned)n;
	return true;
}

static bool set_strict(struct options *o, const char *value)
{
	(void)value;
	return o->strict = true;
}

static bool set_notes(struct options *o, const char *value)
{
	(void)value;
	return o->notes = true;
}

static bool set_in_place(struct options *o, const char *value)
{
	(void)value;
	return o->in_place = true;
}

static bool set_dry_run(struct options *o, const char *value)
{
	(void)value;
	return o->dry_run = true;
}

static bool set_help(struct options *o, const char *value)
{
	(void)value;
	return o->help = true;
}

const struct option_row option_rows[] = {
	{"content", "DIR", true, MSG_OPTION_CONTENT, set_content},
	{"templates", "DIR", true, MSG_OPTION_TEMPLATES, set_templates},
	{"output", "DIR", true, MSG_OPTION_OUTPUT, set_output},
	{"jobs", "1-64", true, MSG_OPTION_JOBS, set_jobs},
	{"format", "text|json|github", true, MSG_OPTION_FORMAT, set_format},
	{"messages", "kk|ru|en", true, MSG_OPTION_MESSAGES, set_messages},
	{"help", NULL, true, MSG_OPTION_HELP, set_help},
	{"archive", "FILE.zip", false, MSG_OPTION_ARCHIVE, set_archive},
	{"base-url", "URL", false, MSG_OPTION_BASE_URL, set_base_url},
	{"rules", "ID,GROUP", false, MSG_OPTION_RULES, set_rules},
	{"lang", "kk|ru|en", false, MSG_OPTION_LANG, set_lang},
	{"limit", "1-1000", false, MSG_OPTION_LIMIT, set_limit},
	{"cache", "DIR", false, MSG_OPTION_CACHE, set_cache},
	{"strict", NULL, false, MSG_OPTION_STRICT, set_strict},
	{"notes", NULL, false, MSG_OPTION_NOTES, set_notes},
	{"dry-run", NULL, false, MSG_OPTION_DRY_RUN, set_dry_run},
	{"in-place", NULL, false, MSG_OPTION_IN_PLACE, set_in_place},
	{NULL, NULL, false, MSG_OPTION_HELP, NULL},
};

bool option_fits(const struct command *c, const struct option_row *row)
{
	struct str rest = str_of(c->options), name;

	if (row->general)
		return true;
	while (str_split(&rest, ' ', &name))
		if (str_eq(name, str_of(row->name)))
			return true;
	return false;
}

static const struct option_row *row_named(const struct command *c, struct str name)
{
	for (const struct option_row *r = option_rows; r->name; r++)
		if (str_eq(name, str_of(r->name)) && option_fits(c, r))
			return r;
	return NULL;
}

static struct str nearest_option(const struct command *c, struct str name)
{
	struct near near = near_begin(name);

	for (const struct option_row *r = option_rows; r->name; r++)
		if (option_fits(c, r))
			near_offer(&near, str_of(r->name));
	return near.best;
}

static bool unknown(const struct command *c, struct str name, struct failure *why)
{
	struct str near = nearest_option(c, name);

	if (near.len)
		return failure_set(why, MSG(OPTION_UNKNOWN_NEAR, name, str_of(c->name), near));
	return failure_set(why, MSG(OPTION_UNKNOWN, name, str_of(c->name)));
}

/* One "--name value", "--name=value" or "--flag"; *i moves to the last word used. */
static bool read_option(struct options *o, const struct command *c, int argc, char **argv, int *i, struct failure *why)
{
	struct str word = str_of(argv[*i] + 2);
	size_t equals = str_find_byte(word, '=');
	struct str name = str_slice(word, 0, equals);
	const struct option_row *row = row_named(c, name);
	const char *value = equals == SIZE_MAX ? NULL : word.at + equals + 1;

	if (!row)
		return unknown(c, name, why);
	if (!row->value && value)
		return failure_set(why, MSG(OPTION_NO_VALUE, name));
	if (row->value && !value) {
		if (*i + 1 >= argc)
			return failure_set(why, MSG(OPTION_VALUE, name, str_of(row->value)));
		value = argv[++*i];
	}
	if (!row->set(o, value))
		return failure_set(why, MSG(OPTION_VALUE_WRONG, name, str_of(value), str_of(row->value)));
	return true;
}

/* True where the argument is text of people's, which may be several words; such a command also reads it as lines, for "-". */
static bool is_free(const struct command *c)
{
	return c->argument && str_ends(str_of(c->argument), STR("|-"));
}

bool options_read(struct options *o, const struct command *c, int argc, char **argv, struct failure *why)
{
	for (int i = 0; i < argc; i++) {
		struct str word = str_of(argv[i]);

		if (str_starts(word, STR("--"))) {
			if (!read_option(o, c, argc, argv, &i, why))
				return false;
		} else if (word.len > 1 && str_starts(word, STR("-"))) {
			return unknown(c, word, why);
		} else if (o->argument && is_free(c)) {
			return failure_set(why, MSG(ARGUMENT_SECOND, str_of(c->name), str_of(o->argument), word));
		} else if (!c->argument || o->argument) {
			return failure_set(why, MSG(ARGUMENT_EXTRA, word, str_of(c->name)));
		} else {
			o->argument = argv[i];
		}
	}
	if (c->argument && c->argument[0] != '[' && !(o->argument && *o->argument) && !o->help)
		return failure_set(why, MSG(ARGUMENT_MISSING, str_of(c->name), str_of(c->argument)));
	return true;
}

/* Looks for --messages alone, so that even a complaint about the word before it comes in the right language. */
static void find_messages(struct options *o, int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--messages") == 0 && i + 1 < argc)
			o->messages_given |= messages_by_code(str_of(argv[i + 1]), &o->messages);
		else if (strncmp(argv[i], "--messages=", 11) == 0)
			o->messages_given |= messages_by_code(str_of(argv[i] + 11), &o->messages);
	}
}

void options_init(struct options *o, int argc, char **argv)
{
	const char *environment = getenv("KOMEK_MESSAGES");

	*o = (struct options){
		.content = "content", .templates = "templates", .output = "public", .archive = "build/komek.zip"};
	o->messages = messages_of_locale();
	if (environment)
		o->messages_given = messages_by_code(str_of(environment), &o->messages);
	find_messages(o, argc, argv);
}
