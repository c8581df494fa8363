/*
 * translated_links.c - a translation leads where its source leads. Links between entries are compared by the entry,
 * whatever their language; files by their kind (form.kk.pdf for form.ru.pdf); addresses outside by the site alone,
 * because many sites have a language in their addresses.
 */
#include <strings.h>

#include "base/escape.h"
#include "check/translation.h"
#include "site/resolve.h"

struct lead {
	struct str key; /* equal bytes: the same place */
	const struct markup_link *link;
	bool met; /* by one of the other text */
};

typedef VEC(struct lead) leads;

/* Subdomains that only choose a language or the form for telephones. */
static const char *const language_labels[] = {"www.", "m.", "kk.", "kz.", "kaz.", "ru.", "rus.", "en.", "eng.", NULL};

static struct str small(struct str s, struct arena *a)
{
	char *out = arena_alloc(a, s.len + 1);

	for (size_t i = 0; i < s.len; i++)
		out[i] = (char)(s.at[i] >= 'A' && s.at[i] <= 'Z' ? s.at[i] + 32 : s.at[i]);
	return (struct str){out, s.len};
}

static struct str host_key(struct str rest, struct arena *a)
{
	struct str host;
	size_t end = 0;

	while (end < rest.len && !strchr("/?#", rest.at[end]))
		end++;
	host = small(str_slice(rest, 0, end), a);
	for (size_t i = 0; language_labels[i]; i++) {
		struct str label = str_of(language_labels[i]);

		/* Only where a name with a dot is left: kz. of kz.example.org, but not of kz.org. */
		if (str_starts(host, label) && str_find_byte(str_from(host, label.len), '.') != SIZE_MAX)
			host = str_from(host, label.len);
	}
	return arena_printf(a, "host %.*s", STR_ARG(host));
}

static struct str digits_of(struct str s, struct arena *a)
{
	char *out = arena_alloc(a, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] >= '0' && s.at[i] <= '9')
			out[n++] = s.at[i];
	return (struct str){out, n};
}

static struct str outside_key(struct str target, struct arena *a)
{
	struct str scheme = url_scheme(target), rest = str_from(target, scheme.len + 1);

	if (scheme.len == 3 && strncasecmp(scheme.at, "tel", 3) == 0)
		return arena_printf(a, "tel %.*s", STR_ARG(digits_of(rest, a)));
	if (scheme.len == 6 && strncasecmp(scheme.at, "mailto", 6) == 0)
		return arena_printf(a, "mail %.*s", STR_ARG(small(str_slice(rest, 0, str_find_byte(rest, '?')), a)));
	return host_key(str_starts(rest, STR("//")) ? str_from(rest, 2) : rest, a);
}

/* What a link leads to, comparably; empty where it leads nowhere, which is told elsewhere. */
static struct str key_of(const struct check_context *c, const struct article *a, const struct markup_link *link)
{
	struct target t = resolve_link(c->site, a, link, c->scratch);
	size_t dot;

	if (link->is_image)
		return t.kind == TARGET_ASSET ? STR("picture") : STR_NONE;
	switch (t.kind) {
	case TARGET_OUTSIDE:
		return outside_key(link->target, c->scratch);
	case TARGET_HERE:
		return arena_printf(c->scratch, "part %.*s", STR_ARG(t.fragment));
	case TARGET_ENTRY:
		return arena_printf(c->scratch, "entry %.*s", STR_ARG(t.entry->key));
	case TARGET_ASSET:
		dot = str_find_last_byte(t.asset->path, '.');
		return arena_printf(c->scratch, "file %.*s",
				    STR_ARG(dot == SIZE_MAX ? STR_NONE : str_from(t.asset->path, dot)));
	case TARGET_ROOTED:
	case TARGET_DRAFT:
	case TARGET_NOTHING:
		break;
	}
	return STR_NONE;
}

/* False where a link is dead: what it was to lead to is not known. */
static bool collect(const struct check_context *c, const struct article *a, leads *out)
{
	for (size_t i = 0; i < a->markup->links.len; i++) {
		struct lead lead = {.link = &a->markup->links.at[i]};

		lead.key = key_of(c, a, lead.link);
		if (!lead.key.len)
			return false;
		vec_push(out, lead);
	}
	return true;
}

static void meet(leads *here, leads *there)
{
	for (size_t i = 0; i < here->len; i++)
		for (size_t k = 0; k < there->len && !here->at[i].met; k++)
			if (!there->at[k].met && str_eq(here->at[i].key, there->at[k].key))
				here->at[i].met = there->at[k].met = true;
}

static struct lead *next_left(leads *l, size_t *at)
{
	while (*at < l->len && l->at[*at].met)
		++*at;
	return *at < l->len ? &l->at[(*at)++] : NULL;
}

static struct str sort_of(const struct lead *lead)
{
	return str_slice(lead->key, 0, str_find_byte(lead->key, ' '));
}

/* A picture and a link, or a file and an answer, cannot stand for each other. */
static bool alike(const struct lead *a, const struct lead *b)
{
	return a && b && str_eq(sort_of(a), sort_of(b));
}

static void report(const struct check_context *c, const struct article *a, const struct article *source, leads *here,
		   leads *there)
{
	struct str path = source->source->path;
	size_t i = 0, k = 0;
	struct lead *extra = next_left(here, &i), *lacking = next_left(there, &k);

	while (extra || lacking) {
		if (alike(extra, lacking)) {
			diag_add(c->dg, RULE_TRANSLATION_LINKS, extra->link->place, STR_NONE,
				 MSG(TRANSLATION_LINK_OTHER, extra->link->target, lacking->link->target, path));
			extra = next_left(here, &i);
			lacking = next_left(there, &k);
		} else if (lacking) {
			diag_add(c->dg, RULE_TRANSLATION_LINKS, translation_place(a), STR_NONE,
				 lacking->link->is_image ? MSG(TRANSLATION_PICTURE_LACKS, lacking->link->target, path)
							 : MSG(TRANSLATION_LINK_LACKS, lacking->link->target, path));
			lacking = next_left(there, &k);
		} else {
			diag_add(c->dg, RULE_TRANSLATION_LINKS, extra->link->place, STR_NONE,
				 extra->link->is_image ? MSG(TRANSLATION_PICTURE_EXTRA, extra->link->target, path)
						       : MSG(TRANSLATION_LINK_EXTRA, extra->link->target, path));
			extra = next_left(here, &i);
		}
	}
}

static void each_article(const struct check_context *c, const struct article *a)
{
	const struct article *source = translation_source(c->site, a);
	leads here = {0}, there = {0};

	if (source && collect(c, a, &here) && collect(c, source, &there)) {
		meet(&here, &there);
		report(c, a, source, &here, &there);
	}
	vec_clear(&here);
	vec_clear(&there);
}

const struct check check_translated_links = {.each_article = each_article};
