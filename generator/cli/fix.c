/*
 * fix.c - the command fix: sure repairs go to the sources, or with --dry-run to standard output as a patch. What is left
 * is told as check tells it.
 */
#include "fix/fix.h"

#include <unistd.h>

#include "base/escape.h"
#include "cli/run.h"

static size_t count_repairs(const struct fix *f, size_t *files)
{
	size_t repairs = 0;

	*files = 0;
	for (size_t i = 0; i < f->files.len; i++)
		if (!f->files.at[i]->why.set) {
			repairs += f->files.at[i]->repairs;
			++*files;
		}
	return repairs;
}

static void add_line(struct buf *out, const struct run *r, struct message m)
{
	message_text(&m, r->options->messages, out);
	buf_add_byte(out, '\n');
}

static void list_text(struct run *r, const struct fix *f, struct buf *out)
{
	size_t files, repairs = count_repairs(f, &files);

	for (size_t i = 0; i < f->files.len; i++) {
		const struct fix_file *file = f->files.at[i];

		if (!file->why.set)
			add_line(out, r, MSG(FIXED_FILE, file->path, run_number(r, file->repairs)));
	}
	if (files)
		add_line(out, r, MSG(FIXED, run_number(r, repairs), run_number(r, files)));
	else if (!f->files.len)
		add_line(out, r, MSG(FIXED_NOTHING));
}

/* For programs: one array, as the diagnostics are. */
static void list_json(const struct fix *f, struct buf *out)
{
	const char *before = "\n";

	buf_add_byte(out, '[');
	for (size_t i = 0; i < f->files.len; i++) {
		const struct fix_file *file = f->files.at[i];

		if (file->why.set)
			continue;
		buf_addf(out, "%s{\"path\":", before);
		escape_json(out, file->path);
		buf_addf(out, ",\"repairs\":%zu}", file->repairs);
		before = ",\n";
	}
	buf_add(out, STR("\n]\n"));
}

/* What was repaired comes before what is left. Annotations have a place for what is left alone. */
static void say_fixed(struct run *r, const struct fix *f)
{
	struct buf text = BUF_INIT;

	run_language(r);
	if (r->options->format == FORMAT_TEXT)
		list_text(r, f, &text);
	else if (r->options->format == FORMAT_JSON)
		list_json(f, &text);
	say(STDOUT_FILENO, &text);
}

static void say_patch(const struct fix *f)
{
	struct buf text = BUF_INIT;

	fix_patch(f, &text);
	say(STDOUT_FILENO, &text);
}

static void say_failures(struct run *r, const struct fix *f)
{
	for (size_t i = 0; i < f->files.len; i++)
		if (f->files.at[i]->why.set)
			r->status = fail(r->options, f->files.at[i]->why.message);
}

enum status command_fix(struct options *o)
{
	struct fix f = {0};
	struct run r;
	enum status status;

	run_begin(&r, o);
	r.build.request.check_only = true;
	fix_run(&f, &r.build);
	if (o->dry_run) {
		say_patch(&f);
	} else if (!r.build.why.set) {
		fix_write(&f, &r.build);
		say_fixed(&r, &f);
	}
	if (run_report(&r) && !o->dry_run)
		run_checked(&r);
	say_failures(&r, &f);
	status = run_end(&r);
	fix_clear(&f);
	return status;
}
