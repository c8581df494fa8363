/*
 * publication.h - a build whose site goes to its folder on the disk: the command build.
 */
#ifndef KOMEK_PLAN_PUBLICATION_H
#define KOMEK_PLAN_PUBLICATION_H

#include "output/publish.h"
#include "plan/build.h"

struct publication {
	const char *output; /* the site's folder */
	bool in_place;	    /* see output/publish.h */
	struct publish_result files;
};

/*
 * Runs b from loading to the new site in its folder. Where b->why is set or build_blocked(b), nothing was published;
 * else p->files tells what was.
 */
void publication_run(struct build *b, struct publication *p);

#endif
