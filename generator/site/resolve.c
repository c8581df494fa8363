#include "site/resolve.h"

#include "base/buf.h"
#include "base/escape.h"
#include "base/near.h"

/* A path that was taken apart: folder, key and language, as the content's files are named. */
struct wanted {
	struct str path; /* below the content folder, normalized; NULL `at`: it leads above the folder */
	struct str key;	 /* without language and .md */
	struct str lang; /* empty: none given */
	bool is_text;	 /* ends in .md */
};

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static struct str percent_decoded(struct str s, struct arena *a)
{
	char *out = arena_alloc(a, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '%' && i + 2 < s.len && hex(s.at[i + 1]) >= 0 && hex(s.at[i + 2]) >= 0) {
			out[n++] = (char)(hex(s.at[i + 1]) * 16 + hex(s.at[i + 2]));
			i += 2;
		} else {
			out[n++] = s.at[i];
		}
	}
	return (struct str){out, n};
}

/* Appends a relative path to a folder, step by step; STR_NONE where it climbs above the content folder. */
static struct str joined(struct str section, struct str path, struct arena *a)
{
	struct str out = arena_str(a, section), step;

	while (str_split(&path, '/', &step)) {
		if (step.len == 0 || str_eq(step, STR(".")))
			continue;
		if (!str_eq(step, STR(".."))) {
			out = out.len ? arena_printf(a, "%.*s/%.*s", STR_ARG(out), STR_ARG(step)) : arena_str(a, step);
			continue;
		}
		if (!out.len)
			return STR_NONE;
		out = str_slice(out, 0, str_find_last_byte(out, '/') == SIZE_MAX ? 0 : str_find_last_byte(out, '/'));
	}
	return out;
}

static struct wanted take_apart(struct str section, struct str path, struct arena *a)
{
	struct wanted w = {.path = joined(section, percent_decoded(path, a), a)};
	size_t dot;

	w.is_text = str_ends(w.path, STR(".md"));
	w.key = w.is_text ? str_slice(w.path, 0, w.path.len - 3) : w.path;
	dot = str_find_last_byte(w.key, '.');
	if (w.is_text && dot != SIZE_MAX && str_find(w.key, STR("/"), dot) == SIZE_MAX) {
		w.lang = str_from(w.key, dot + 1);
		w.key = str_slice(w.key, 0, dot);
	}
	return w;
}

/* How the file of an entry is written from a file in `section`: with the language, so that an editor's preview can
 * follow it. */
static struct str written(const struct entry *e, struct str section, const struct language *language,
			  struct str fragment, struct arena *a)
{
	struct str from = section.len ? arena_printf(a, "%.*s/x", STR_ARG(section)) : STR("x"), key = e->key;
	struct buf out = BUF_INIT;
	struct str kept;
	size_t same = 0;

	for (size_t i = 0; i < from.len && i < key.len && from.at[i] == key.at[i]; i++)
		if (from.at[i] == '/')
			same = i + 1;
	if (section.len && !same)
		buf_add(&out, STR("../"));
	buf_add(&out, str_from(key, same));
	buf_addf(&out, ".%.*s.md", STR_ARG(language->code));
	if (fragment.len)
		buf_addf(&out, "#%.*s", STR_ARG(fragment));
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

static struct str last_part(struct str path)
{
	size_t slash = str_find_last_byte(path, '/');

	return slash == SIZE_MAX ? path : str_from(path, slash + 1);
}

/* The entry whose key, or whose name alone, is nearest to what was written. */
static const struct entry *nearest_entry(const struct site *site, struct str key)
{
	struct near whole = near_begin(key), name = near_begin(last_part(key));
	const struct entry *by_name = NULL;

	for (size_t i = 0; i < site->entries.len; i++) {
		const struct entry *e = site->entries.at[i];
		unsigned before = name.distance;

		near_offer(&whole, e->key);
		if (e->kind == ENTRY_QUESTION || e->kind == ENTRY_PAGE)
			near_offer(&name, e->slug);
		if (name.distance < before)
			by_name = e;
	}
	if (whole.best.len)
		return map_get(&site->by_key, whole.best);
	return by_name;
}

static const struct entry *find_entry(const struct site *site, const struct wanted *w)
{
	const struct entry *e = map_get(&site->by_key, w->key);
	struct buf key = BUF_INIT;

	if (e || w->is_text)
		return w->is_text ? e : NULL;
	/* A section's folder stands for its index. */
	buf_addf(&key, "%.*s%s_index", STR_ARG(w->path), w->path.len ? "/" : "");
	e = map_get(&site->by_key, buf_str(&key));
	buf_clear(&key);
	return e;
}

static size_t language_of(const struct site *site, const struct wanted *w, size_t own)
{
	return w->lang.len ? site_language_number(site, w->lang) : own;
}

static void find_nearest(const struct site *site, struct target *t, struct str section, struct str key, size_t language,
			 struct arena *a)
{
	const struct entry *e = nearest_entry(site, key);

	if (e)
		t->nearest = written(e, section, site_language(site, language), t->fragment, a);
}

/* Without the ending of a page or of a source file. */
static struct str without_ending(const struct site *site, struct str path)
{
	size_t dot;

	if (str_ends(path, STR(".html")))
		return str_slice(path, 0, path.len - 5);
	if (!str_ends(path, STR(".md")))
		return path;
	path = str_slice(path, 0, path.len - 3);
	dot = str_find_last_byte(path, '.');
	return dot != SIZE_MAX && site_language_number(site, str_from(path, dot + 1)) != SIZE_MAX
		       ? str_slice(path, 0, dot)
		       : path;
}

/* "/ru/digital-id/account-blocked.html" and the like: what it would be as a path to a source file. */
static struct str rooted_key(const struct site *site, struct str path, struct arena *a)
{
	struct str rest = str_from(path, 1), after = rest, first;
	struct str index;

	if (str_split(&after, '/', &first) && site_language_number(site, first) != SIZE_MAX)
		rest = after;
	rest = without_ending(site, rest);
	while (str_ends(rest, STR("/")))
		rest.len--;
	index = arena_printf(a, "%.*s%s_index", STR_ARG(rest), rest.len ? "/" : "");
	return map_get(&site->by_key, index) ? index : rest;
}

static void resolve_path(const struct site *site, struct target *t, struct str path, struct str section, size_t own,
			 struct arena *a)
{
	struct wanted w = take_apart(section, path, a);

	t->language = language_of(site, &w, own);
	t->entry = w.path.at && t->language != SIZE_MAX ? find_entry(site, &w) : NULL;
	t->asset = w.path.at && !t->entry ? map_get(&site->by_path, w.path) : NULL;
	if (t->language == SIZE_MAX)
		t->language = own;
	if (t->entry) {
		t->kind = TARGET_ENTRY;
	} else if (t->asset) {
		t->kind = TARGET_ASSET;
	} else if (w.is_text && map_get(&site->drafts, w.key)) {
		t->kind = TARGET_DRAFT;
	} else {
		struct str key = str_ends(w.key, STR(".html")) ? str_slice(w.key, 0, w.key.len - 5) : w.key;

		t->kind = TARGET_NOTHING;
		if (w.path.at)
			find_nearest(site, t, section, key, t->language, a);
	}
}

struct target resolve_target(const struct site *site, struct str target, struct str section, const struct entry *own,
			     size_t language, struct arena *a)
{
	struct target t = {.entry = own, .language = language};
	size_t hash = str_find_byte(target, '#');
	struct str path = str_slice(target, 0, hash);

	if (url_scheme(target).len || str_starts(target, STR("//"))) {
		t.kind = TARGET_OUTSIDE;
		return t;
	}
	if (hash != SIZE_MAX)
		t.fragment = str_from(target, hash + 1);
	if (str_starts(path, STR("/"))) {
		t.kind = TARGET_ROOTED;
		find_nearest(site, &t, section, rooted_key(site, path, a), language, a);
	} else if (path.len == 0) {
		t.kind = t.fragment.len ? TARGET_HERE : TARGET_NOTHING;
	} else {
		resolve_path(site, &t, path, section, language, a);
	}
	return t;
}

/* "camera.png" as "camera.kk.png"; without an ending, as it is. */
static struct str of_language(struct str target, const struct language *language, struct arena *a)
{
	size_t dot = str_find_last_byte(target, '.');

	if (dot == SIZE_MAX)
		return target;
	return arena_printf(a, "%.*s.%.*s%.*s", STR_ARG(str_slice(target, 0, dot)), STR_ARG(language->code),
			    STR_ARG(str_from(target, dot)));
}

struct target resolve_link(const struct site *site, const struct article *a, const struct markup_link *link,
			   struct arena *arena)
{
	/* A shared definition is written for the content folder, wherever it is used. */
	struct str folder = link->shared ? STR_NONE : entry_folder(a->entry);
	struct target own;

	if (link->is_image) {
		own = resolve_target(site, of_language(link->target, site_language(site, a->language), arena), folder,
				     a->entry, a->language, arena);
		if (own.kind == TARGET_ASSET)
			return own;
	}
	return resolve_target(site, link->target, folder, a->entry, a->language, arena);
}

bool resolve_page_anchor(const struct site *site, const struct entry *e, struct str anchor)
{
	if (str_eq(anchor, STR("main")))
		return true;
	return str_eq(anchor, STR("support")) && site->settings.support_mail.len &&
	       (!e || e->kind == ENTRY_QUESTION || e->kind == ENTRY_PAGE);
}
