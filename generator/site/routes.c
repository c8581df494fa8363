#include "site/routes.h"

#include "base/buf.h"

struct str route_entry(const struct site *site, const struct entry *e, size_t language, struct arena *a)
{
	struct str lang = site_language(site, language)->code;

	switch (e->kind) {
	case ENTRY_HOME:
		return arena_printf(a, "%.*s/index.html", STR_ARG(lang));
	case ENTRY_SECTION:
		return arena_printf(a, "%.*s/%.*s/index.html", STR_ARG(lang), STR_ARG(e->slug));
	default:
		return arena_printf(a, "%.*s/%.*s.html", STR_ARG(lang), STR_ARG(e->id));
	}
}

struct str route_tool(const struct site *site, struct str name, size_t language, struct arena *a)
{
	return arena_printf(a, "%.*s/%.*s", STR_ARG(site_language(site, language)->code), STR_ARG(name));
}

struct str route_relative(struct str from, struct str to, struct arena *a)
{
	size_t same = 0; /* bytes of the folders that both share */
	struct buf out = BUF_INIT;
	struct str kept;

	for (size_t i = 0; i < from.len && i < to.len && from.at[i] == to.at[i]; i++)
		if (from.at[i] == '/')
			same = i + 1;
	for (size_t i = same; i < from.len; i++)
		if (from.at[i] == '/')
			buf_add(&out, STR("../"));
	buf_add(&out, str_from(to, same));
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}
