#include "plan/publication.h"

static void publish(struct build *b, const struct publish_request *request, struct publish_result *files)
{
	struct publish *p = publish_begin(request, &b->why);

	if (p && build_make(b, publish_sink(p)))
		publish_commit(p, files, &b->why);
	publish_end(p);
}

void publication_run(struct build *b, struct publication *p)
{
	const char *const sources[] = {b->request.content, b->request.templates};
	struct publish_request request = {p->output, sources, sizeof sources / sizeof *sources, p->in_place};

	if (build_load(b) && publish_allowed(&request, &b->why) && build_check(b))
		publish(b, &request, &p->files);
}
