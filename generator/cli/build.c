/*
 * build.c - the commands check and build.
 */
#include "cli/run.h"
#include "plan/publication.h"

enum status command_check(struct options *o)
{
	struct run r;
	struct build *b = &r.build;

	run_begin(&r, o);
	b->request.check_only = true;
	if (build_load(b))
		build_check(b);
	if (run_report(&r))
		run_checked(&r);
	return run_end(&r);
}

static void say_built(struct run *r, const struct publication *p)
{
	const struct build_result *made = &r->build.result;
	struct str where = arena_printf(&r->build.arena, "%s/index.html", p->output);

	run_say(r, MSG(BUILT, run_number(r, made->pages), run_number(r, made->languages), run_took(r), where));
	if (!p->files.touched)
		run_say(r, MSG(BUILT_SAME));
	if (p->files.in_place)
		run_say(r, MSG(BUILT_IN_PLACE));
}

enum status command_build(struct options *o)
{
	struct publication p = {.output = o->output, .in_place = o->in_place};
	struct run r;

	run_begin(&r, o);
	publication_run(&r.build, &p);
	if (run_report(&r))
		say_built(&r, &p);
	return run_end(&r);
}
