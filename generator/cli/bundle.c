/*
 * bundle.c - the command bundle.
 */
#include "plan/bundle.h"

#include "cli/run.h"

static void say_bundled(struct run *r, const struct bundle *bundle)
{
	run_say(r, MSG(BUNDLED, run_number(r, r->build.result.pages), run_number(r, bundle->bytes),
		       str_of(bundle->archive), run_took(r)));
	if (!bundle->touched)
		run_say(r, MSG(BUNDLED_SAME));
}

enum status command_bundle(struct options *o)
{
	struct bundle bundle = {.archive = o->archive};
	struct run r;

	run_begin(&r, o);
	bundle_run(&r.build, &bundle);
	if (run_report(&r))
		say_bundled(&r, &bundle);
	return run_end(&r);
}
