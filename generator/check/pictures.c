/*
 * pictures.c - a picture lies beside its text and has words for those who do not see it.
 */
#include "check/rules.h"
#include "site/resolve.h"

static void check_picture(const struct check_context *c, const struct article *a, const struct markup_link *picture)
{
	/* A shared definition is written for the content folder, wherever it is used. */
	struct str folder = picture->shared ? STR_NONE : entry_folder(a->entry);
	struct target t = resolve_target(c->site, picture->target, folder, a->entry, a->language, c->scratch);

	if (str_trim(picture->text).len == 0)
		diag_add(c->dg, RULE_IMAGE_TEXT, picture->place, STR_NONE, MSG(PICTURE_TEXT));
	if (t.kind == TARGET_OUTSIDE)
		diag_add(c->dg, RULE_DEAD_LINK, picture->place, STR_NONE, MSG(PICTURE_OUTSIDE));
	else if (t.kind != TARGET_ASSET)
		diag_add(c->dg, RULE_DEAD_LINK, picture->place, STR_NONE, MSG(PICTURE_DEAD, picture->target));
}

static void each_article(const struct check_context *c, const struct article *a)
{
	for (size_t i = 0; a->markup && i < a->markup->links.len; i++)
		if (a->markup->links.at[i].is_image)
			check_picture(c, a, &a->markup->links.at[i]);
}

const struct check check_pictures = {.each_article = each_article};
