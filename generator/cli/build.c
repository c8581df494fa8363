/*
 * build.c - the commands build and check: run the flow, print what it found, say what was done.
 */
#include "plan/build.h"

#include <time.h>
#include <unistd.h>

#include "cli/command.h"

static uint64_t milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static struct str number(struct build *b, uint64_t n)
{
	return arena_printf(&b->arena, "%llu", (unsigned long long)n);
}

static void add_line(struct buf *out, const struct options *o, struct message m)
{
	message_text(&m, o->messages, out);
	buf_add_byte(out, '\n');
}

/* The files that hold errors, each once, indented; the diagnostics are sorted by path. */
static void add_files(struct buf *out, const struct build *b)
{
	struct str last = STR_NONE;

	for (size_t i = 0; i < b->dg.list.len; i++) {
		const struct diag *d = &b->dg.list.at[i];

		if (rule_of(d->rule)->level != LEVEL_ERROR || str_eq(last, d->place.source->path))
			continue;
		last = d->place.source->path;
		buf_addf(out, "  %.*s\n", STR_ARG(last));
	}
}

static void add_summary(struct buf *out, const struct options *o, struct build *b)
{
	size_t errors = diags_count(&b->dg, LEVEL_ERROR), warnings = diags_count(&b->dg, LEVEL_WARNING);

	if (errors || warnings)
		add_line(out, o, MSG(SUMMARY, number(b, errors), number(b, warnings)));
	if (errors && !b->request.check_only) {
		add_line(out, o, MSG(SUMMARY_BLOCKED));
		add_files(out, b);
		add_line(out, o, MSG(SUMMARY_DRAFT));
	} else if (!errors && build_blocked(b) && !b->request.check_only) {
		add_line(out, o, MSG(SUMMARY_STRICT));
	}
}

static void report(const struct options *o, struct build *b)
{
	struct buf text = BUF_INIT;

	if (!b->why.set || b->dg.list.len)
		print_diags(&b->dg, o->format, o->messages, o->notes, &text);
	if (o->format == FORMAT_TEXT)
		add_summary(&text, o, b);
	say(STDERR_FILENO, &text);
}

static void say_done(const struct options *o, struct build *b, uint64_t took)
{
	const struct build_result *r = &b->result;
	struct buf text = BUF_INIT;

	if (b->request.check_only) {
		add_line(&text, o,
			 MSG(CHECKED, number(b, b->site->articles.len), number(b, r->languages), number(b, took)));
	} else {
		struct str where = arena_printf(&b->arena, "%s/index.html", o->output);

		add_line(&text, o, MSG(BUILT, number(b, r->pages), number(b, r->languages), number(b, took), where));
		if (!r->files.touched)
			add_line(&text, o, MSG(BUILT_SAME));
		if (r->files.in_place)
			add_line(&text, o, MSG(BUILT_IN_PLACE));
	}
	say(STDOUT_FILENO, &text);
}

static enum status run(struct options *o, bool check_only)
{
	struct build b = {.request = {.content = o->content,
				      .templates = o->templates,
				      .output = o->output,
				      .base_url = o->base_url,
				      .rules = o->rules,
				      .jobs = o->jobs,
				      .in_place = o->in_place,
				      .strict = o->strict,
				      .check_only = check_only}};
	uint64_t start = milliseconds();
	enum status status = STATUS_DONE;

	build_run(&b);
	if (!o->messages_given && b.site && b.site->settings.messages_given)
		o->messages = b.site->settings.messages;
	report(o, &b);
	if (b.why.set)
		status = fail(o, b.why.message);
	else if (build_blocked(&b))
		status = STATUS_CONTENT;
	else if (o->format == FORMAT_TEXT)
		say_done(o, &b, milliseconds() - start);
	build_clear(&b);
	return status;
}

enum status command_build(struct options *o)
{
	return run(o, false);
}

enum status command_check(struct options *o)
{
	return run(o, true);
}
