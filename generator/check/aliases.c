/*
 * aliases.c - old addresses are well formed, belong to one page each, and do not stand where a page is.
 */
#include "base/map.h"
#include "check/rules.h"
#include "site/routes.h"

/* "digital-id/blocked", also with .html: names of a-z, 0-9 and hyphens between slashes. */
static bool form_right(struct str alias)
{
	struct str rest = str_ends(alias, STR(".html")) ? str_slice(alias, 0, alias.len - 5) : alias, name;

	while (str_split(&rest, '/', &name)) {
		if (name.len == 0)
			return false;
		for (size_t i = 0; i < name.len; i++) {
			char c = name.at[i];

			if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
				return false;
		}
	}
	return alias.len > 0;
}

/* Every alias lies below its own language: one that names a language would stand where nobody ever looked. */
static bool names_language(const struct site *site, struct str alias)
{
	struct str name;

	if (!str_split(&alias, '/', &name) || !alias.at)
		return false;
	for (size_t l = 0; l < site->settings.language_count; l++)
		if (str_eq(name, site_language(site, l)->code))
			return true;
	return false;
}

/* "/kk/digital-id/blocked/" as it should be written: without slashes round it and without the language. */
static struct str better_form(const struct site *site, struct str alias)
{
	while (str_starts(alias, STR("/")))
		alias = str_from(alias, 1);
	while (str_ends(alias, STR("/")))
		alias = str_slice(alias, 0, alias.len - 1);
	if (names_language(site, alias))
		alias = str_from(alias, str_find_byte(alias, '/') + 1);
	return form_right(alias) ? alias : STR_NONE;
}

static void report(const struct check_context *c, const struct keyword *alias, struct str repair, struct message m)
{
	diag_add(c->dg, RULE_ALIAS, alias->place, repair, m);
}

/* What stands at a path: an entry's page (in the words of its key), or an old address of a text. */
struct owner {
	const struct entry *entry; /* NULL: a page that no text makes */
	struct str name;
};

static void own(const struct check_context *c, struct map *paths, struct str path, const struct entry *e,
		struct str name)
{
	struct owner *o = arena_new(c->scratch, struct owner);

	*o = (struct owner){e, name};
	map_put(paths, path, o);
}

static void check_text(const struct check_context *c, const struct article *a, struct map *paths)
{
	for (size_t i = 0; i < a->front.alias_count; i++) {
		const struct keyword *alias = &a->front.aliases[i];
		struct str path = route_alias(c->site, a->entry, alias->text, a->language, c->scratch);
		const struct owner *other = map_get(paths, path);

		if (!form_right(alias->text) || names_language(c->site, alias->text))
			report(c, alias, better_form(c->site, alias->text), MSG(ALIAS_FORM, alias->text));
		else if (!other)
			own(c, paths, path, a->entry, a->source->path);
		else if (other->entry == a->entry)
			report(c, alias, STR_NONE, MSG(ALIAS_SELF, alias->text));
		else
			report(c, alias, STR_NONE, MSG(ALIAS_TAKEN, alias->text, other->name));
	}
}

/* Pages that no text makes. */
static void own_made(const struct check_context *c, struct map *paths, size_t language)
{
	static const char *const names[] = {"all", "a-z", "search"};
	struct str lang = site_language(c->site, language)->code, path;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		path = arena_printf(c->scratch, "%.*s/%s.html", STR_ARG(lang), names[i]);
		own(c, paths, path, NULL, path);
	}
	for (size_t i = 0; i < c->site->sections.len; i++) {
		path = arena_printf(c->scratch, "%.*s/%.*s/all.html", STR_ARG(lang),
				    STR_ARG(c->site->sections.at[i]->entry->slug));
		own(c, paths, path, NULL, path);
	}
}

static void whole_site(const struct check_context *c)
{
	struct map paths = {0};

	for (size_t l = 0; l < c->site->settings.language_count; l++) {
		own_made(c, &paths, l);
		for (size_t i = 0; i < c->site->entries.len; i++) {
			const struct entry *e = c->site->entries.at[i];

			own(c, &paths, route_entry(c->site, e, l, c->scratch), e, e->key);
		}
	}
	for (size_t i = 0; i < c->site->articles.len; i++)
		if (c->site->articles.at[i]->entry)
			check_text(c, c->site->articles.at[i], &paths);
	map_clear(&paths);
}

const struct check check_aliases = {.whole_site = whole_site};
