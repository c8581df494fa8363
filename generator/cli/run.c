#include "cli/run.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static uint64_t milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

void run_begin(struct run *r, struct options *o)
{
	*r = (struct run){.options = o, .start = milliseconds()};
	r->build.request = (struct build_request){.content = o->content,
						  .templates = o->templates,
						  .base_url = o->base_url,
						  .cache = o->cache,
						  .rules = o->rules,
						  .jobs = o->jobs,
						  .strict = o->strict};
}

struct str run_number(struct run *r, uint64_t n)
{
	return arena_printf(&r->build.arena, "%llu", (unsigned long long)n);
}

struct str run_took(struct run *r)
{
	return run_number(r, milliseconds() - r->start);
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

static void add_summary(struct buf *out, struct run *r)
{
	const struct build *b = &r->build;
	size_t errors = diags_count(&b->dg, LEVEL_ERROR), warnings = diags_count(&b->dg, LEVEL_WARNING);

	if (errors || warnings)
		add_line(out, r->options, MSG(SUMMARY, run_number(r, errors), run_number(r, warnings)));
	if (errors && !b->request.check_only) {
		add_line(out, r->options, MSG(SUMMARY_BLOCKED));
		add_files(out, b);
		add_line(out, r->options, MSG(SUMMARY_DRAFT));
	} else if (!errors && build_blocked(b) && !b->request.check_only) {
		add_line(out, r->options, MSG(SUMMARY_STRICT));
	}
}

/* Where people look, and do not say by NO_COLOR (no-color.org) that they want none. */
static bool is_coloured(void)
{
	const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return isatty(STDERR_FILENO) && !(no && *no) && terminal && strcmp(terminal, "dumb") != 0;
}

static void print_found(struct run *r)
{
	const struct options *o = r->options;
	const struct print_style style = {o->format, o->messages, o->notes, is_coloured()};
	struct build *b = &r->build;
	struct buf text = BUF_INIT;

	if (!b->why.set || b->dg.list.len)
		print_diags(&b->dg, &style, &text);
	if (o->format == FORMAT_TEXT)
		add_summary(&text, r);
	say(STDERR_FILENO, &text);
}

void run_language(struct run *r)
{
	const struct build *b = &r->build;

	if (!r->options->messages_given && b->site && b->site->settings.messages_given)
		r->options->messages = b->site->settings.messages;
}

/* A cache that cannot be kept costs the next run time, nothing else. */
static void warn_cache(const struct options *o, int error)
{
	struct message m = MSG(CACHE_LOST, str_of(o->cache));
	struct buf text = BUF_INIT;

	m.error = error;
	add_line(&text, o, m);
	say(STDERR_FILENO, &text);
}

bool run_report(struct run *r)
{
	struct options *o = r->options;
	const struct build *b = &r->build;

	run_language(r);
	print_found(r);
	if (b->result.cache_error && o->format == FORMAT_TEXT)
		warn_cache(o, b->result.cache_error);
	if (b->why.set)
		r->status = fail(o, b->why.message);
	else if (build_blocked(b))
		r->status = STATUS_CONTENT;
	else
		r->status = STATUS_DONE;
	return r->status == STATUS_DONE && o->format == FORMAT_TEXT;
}

void run_say(struct run *r, struct message m)
{
	add_line(&r->said, r->options, m);
}

void run_checked(struct run *r)
{
	const struct build *b = &r->build;

	run_say(r, MSG(CHECKED, run_number(r, b->site->articles.len), run_number(r, b->result.languages), run_took(r)));
}

enum status run_end(struct run *r)
{
	say(STDOUT_FILENO, &r->said);
	build_clear(&r->build);
	return r->status;
}
