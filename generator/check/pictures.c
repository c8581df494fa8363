/*
 * pictures.c - a picture lies beside its text and has words for those who do not see it; its file is a whole picture, as light as a
 * phone on a slow line needs it, and neither runs anything nor tells where it was taken.
 */
#include "check/rules.h"
#include "site/resolve.h"

/*
 * On 400 kbit/s, which is what is left of a full cell in a village, 100 KB take two seconds: as long as people wait for a page. A
 * browser keeps four bytes a pixel: 16 MB of four million are much for a phone that has 1 GB for everything. The
 * screens of phones have up to three million.
 */
enum { BYTES_MOST = 100 * 1024, PIXELS_MOST = 4 * 1000 * 1000 };

static void check_picture(const struct check_context *c, const struct article *a, const struct markup_link *picture)
{
	struct target t = resolve_link(c->site, a, picture, c->scratch);

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

/* ---- the files ---- */

static void report(const struct check_context *c, const struct asset *a, enum rule_id rule, struct message m)
{
	struct place place = {.source = a->source};

	if (a->picture.what.at && a->source->bytes.len)
		place = source_place(a->source, a->picture.what);
	diag_add(c->dg, rule, place, STR_NONE, m);
}

/* "PNG, JPEG, GIF or SVG" is in the messages; what a file is called by its ending stands here. */
static void check_form(const struct check_context *c, const struct asset *a)
{
	const struct picture *p = &a->picture;
	enum picture_kind named = picture_kind_of(a->path);
	const struct picture_kind_name *kind = &picture_kinds[p->kind];

	switch (p->fault) {
	case PICTURE_UNKNOWN:
		report(c, a, RULE_PICTURE_FORM, MSG(PICTURE_UNKNOWN));
		break;
	case PICTURE_BROKEN:
		report(c, a, RULE_PICTURE_FORM, MSG(PICTURE_BROKEN, str_of(kind->name)));
		break;
	case PICTURE_NO_SIZE:
		report(c, a, RULE_PICTURE_FORM,
		       p->kind == PICTURE_SVG ? MSG(PICTURE_NO_VIEW_BOX) : MSG(PICTURE_BROKEN, str_of(kind->name)));
		break;
	case PICTURE_UNSAFE:
		report(c, a, RULE_PICTURE_UNSAFE, MSG(PICTURE_UNSAFE, p->what));
		break;
	case PICTURE_RIGHT:
		if (named != p->kind)
			report(c, a, RULE_PICTURE_FORM,
			       MSG(PICTURE_ENDING, str_of(kind->name), str_of(kind->endings[0])));
	}
}

static struct str number(const struct check_context *c, uint64_t n)
{
	return arena_printf(c->scratch, "%llu", (unsigned long long)n);
}

static void check_weight(const struct check_context *c, const struct asset *a)
{
	const struct picture *p = &a->picture;
	uint64_t pixels = (uint64_t)p->width * p->height;

	if (a->bytes.len > BYTES_MOST)
		report(c, a, RULE_PICTURE_HEAVY,
		       MSG(PICTURE_BYTES, number(c, (a->bytes.len + 1023) / 1024), number(c, BYTES_MOST / 1024)));
	if (p->kind != PICTURE_SVG && pixels > PIXELS_MOST)
		report(c, a, RULE_PICTURE_HEAVY,
		       MSG(PICTURE_PIXELS, number(c, p->width), number(c, p->height), number(c, pixels * 4 / 1000000)));
}

/* What is only linked to is looked at, too, where it calls itself a picture: a browser opens it like one. */
static void check_file(const struct check_context *c, const struct asset *a)
{
	if (!a->shown && !picture_kind_of(a->path) && a->picture.kind != PICTURE_SVG)
		return;
	check_form(c, a);
	if (a->picture.has_location)
		report(c, a, RULE_PICTURE_LOCATION, MSG(PICTURE_LOCATION));
	if (!a->shown || a->picture.fault != PICTURE_RIGHT)
		return;
	check_weight(c, a);
	if (picture_kinds[a->picture.kind].is_young)
		report(c, a, RULE_PICTURE_YOUNG, MSG(PICTURE_YOUNG, str_of(picture_kinds[a->picture.kind].name)));
}

static void whole_site(const struct check_context *c)
{
	for (size_t i = 0; i < c->site->assets.len; i++)
		if (c->site->assets.at[i]->used)
			check_file(c, c->site->assets.at[i]);
}

const struct check check_pictures = {.each_article = each_article, .whole_site = whole_site};
