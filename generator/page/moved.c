/*
 * moved.c - an old address: sends the browser on, without script, and names the new one for those who are not sent.
 */
#include "base/escape.h"
#include "page/fill.h"

/*
 * The address in a refresh stands behind other things, so templates may not make it from a field; here it is a route of
 * ours, escaped.
 */
static struct str refresh_to(const struct fill *f, struct str url)
{
	struct buf out = BUF_INIT;
	struct str kept;

	buf_add(&out, STR("<meta http-equiv=\"refresh\" content=\"0; url="));
	escape_url(&out, url);
	buf_add(&out, STR("\">"));
	kept = arena_str(f->a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

const void *fill_moved(const struct fill *f)
{
	struct moved_view *v = arena_new(f->a, struct moved_view);
	struct moved_root *root = arena_new(f->a, struct moved_root);
	struct link_view link = fill_link(f, f->job->entry);

	*v = (struct moved_view){refresh_to(f, link.url), link.title, link.url, link.lang};
	*root = (struct moved_root){fill_page(f, link.title, f->job->entry->shown[f->job->language]), v};
	return root;
}
