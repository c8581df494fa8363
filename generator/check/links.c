/*
 * links.c - every link leads somewhere: to an entry, a part of one, a file, or a well-formed address outside.
 */
#include "base/near.h"
#include "check/address_report.h"
#include "site/resolve.h"

/* One link of a text, or one shared definition. */
struct subject {
	struct str target;
	struct place place;
	const struct article *article; /* NULL for a shared definition */
	size_t language;
};

static void report(const struct check_context *c, const struct subject *s, enum rule_id rule, struct str repair,
		   struct message m)
{
	diag_add(c->dg, rule, s->place, repair, m);
}

static bool anchor_there(const struct check_context *c, const struct entry *e, const struct article *text,
			 struct str anchor)
{
	if (resolve_page_anchor(c->site, e, anchor))
		return true;
	/* A broken text cannot tell; its own error is enough. */
	return !text || text->broken || !text->markup || markup_has_anchor(text->markup, anchor);
}

static struct str nearest_anchor(const struct check_context *c, const struct entry *e, const struct article *text,
				 struct str anchor)
{
	static const char *const ours[] = {"support", NULL};
	struct str best = near_of(anchor, ours);

	if (best.len && resolve_page_anchor(c->site, e, best))
		return best;
	return text->markup ? markup_nearest_anchor(text->markup, anchor, c->scratch) : STR_NONE;
}

/* The address as written up to its #, with a better anchor. */
static struct str with_anchor(const struct check_context *c, struct str target, struct str anchor)
{
	size_t hash = str_find_byte(target, '#');

	if (!anchor.len)
		return STR_NONE;
	return arena_printf(c->scratch, "%.*s#%.*s", STR_ARG(str_slice(target, 0, hash)), STR_ARG(anchor));
}

static void check_anchor(const struct check_context *c, const struct subject *s, const struct target *t)
{
	const struct article *text = t->entry->shown[t->language];

	if (!t->fragment.len || anchor_there(c, t->entry, text, t->fragment))
		return;
	report(c, s, RULE_DEAD_ANCHOR, with_anchor(c, s->target, nearest_anchor(c, t->entry, text, t->fragment)),
	       MSG(ANCHOR_DEAD, t->fragment));
}

static struct str in_own_language(const struct check_context *c, const struct subject *s, const struct target *t)
{
	struct str code = site_language(c->site, t->language)->code, own = site_language(c->site, s->language)->code;
	size_t at = str_find(s->target, arena_printf(c->scratch, ".%.*s.md", STR_ARG(code)), 0);

	if (at == SIZE_MAX)
		return STR_NONE;
	return arena_printf(c->scratch, "%.*s.%.*s%.*s", STR_ARG(str_slice(s->target, 0, at)), STR_ARG(own),
			    STR_ARG(str_from(s->target, at + 1 + code.len)));
}

static void check_entry(const struct check_context *c, const struct subject *s, const struct target *t)
{
	if (t->language != s->language)
		report(c, s, RULE_LINK_LANGUAGE, in_own_language(c, s, t),
		       MSG(LINK_LANGUAGE, site_language(c->site, t->language)->name));
	check_anchor(c, s, t);
}

static void check_outside(const struct check_context *c, const struct subject *s)
{
	if (str_starts(s->target, STR("//")))
		report(c, s, RULE_LINK_FORM, arena_printf(c->scratch, "https:%.*s", STR_ARG(s->target)),
		       MSG(LINK_NO_SCHEME));
	else
		address_report(c, STR_NONE, s->target, s->place);
}

/* Endings of files: a name such as form.pdf is no forgotten https://. */
static bool looks_like_file(struct str target)
{
	static const char *const endings[] = {".md",   ".html", ".htm", ".pdf",	 ".doc",
					      ".docx", ".png",	".jpg", ".jpeg", ".svg"};

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(target, str_of(endings[i])))
			return true;
	return false;
}

/* "egov.kz/cms" and "help@egov.kz" are dead links only because their beginning was left out. */
static struct str with_scheme(const struct check_context *c, struct str target)
{
	bool mail = str_find_byte(target, '@') != SIZE_MAX;
	struct str url = arena_printf(c->scratch, "%s%.*s", mail ? "mailto:" : "https://", STR_ARG(target));

	if (looks_like_file(target) || str_starts(target, STR(".")) || str_starts(target, STR("_")))
		return STR_NONE;
	return address_judge(c->judge, url, c->scratch).fault == ADDRESS_RIGHT ? url : STR_NONE;
}

static void report_dead(const struct check_context *c, const struct subject *s, const struct target *t)
{
	if (!s->target.len)
		report(c, s, RULE_DEAD_LINK, STR_NONE, MSG(LINK_EMPTY));
	else
		report(c, s, RULE_DEAD_LINK, t->nearest.len ? t->nearest : with_scheme(c, s->target),
		       MSG(LINK_DEAD, s->target));
}

static void check_target(const struct check_context *c, const struct subject *s)
{
	const struct entry *own = s->article ? s->article->entry : NULL;
	struct str folder = own ? entry_folder(own) : STR_NONE;
	struct target t = resolve_target(c->site, s->target, folder, own, s->language, c->scratch);

	switch (t.kind) {
	case TARGET_OUTSIDE:
		check_outside(c, s);
		break;
	case TARGET_HERE:
		if (own)
			check_anchor(c, s, &t);
		break;
	case TARGET_ENTRY:
		check_entry(c, s, &t);
		break;
	case TARGET_ASSET:
		break;
	case TARGET_ROOTED:
		report(c, s, RULE_ROOT_RELATIVE_LINK, t.nearest, MSG(LINK_ROOTED));
		break;
	case TARGET_DRAFT:
		report(c, s, RULE_DEAD_LINK, STR_NONE, MSG(LINK_DRAFT, s->target));
		break;
	case TARGET_NOTHING:
		report_dead(c, s, &t);
	}
}

static void each_article(const struct check_context *c, const struct article *a)
{
	for (size_t i = 0; a->markup && i < a->markup->links.len; i++) {
		const struct markup_link *link = &a->markup->links.at[i];
		struct subject s = {link->target, link->place, a, a->language};

		/* A shared definition is judged where it stands; only a part of the using page depends on the use. */
		if (!link->is_image && (!link->shared || str_starts(link->target, STR("#"))))
			check_target(c, &s);
	}
}

static void whole_site(const struct check_context *c)
{
	for (size_t l = 0; l < c->site->settings.language_count; l++)
		for (size_t i = 0; i < c->site->links[l].len; i++) {
			const struct definition *d = &c->site->links[l].at[i];
			struct subject s = {d->target, d->place, NULL, l};

			check_target(c, &s);
		}
}

const struct check check_links = {.each_article = each_article, .whole_site = whole_site};
