#include "site/scan.h"

#include <errno.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/near.h"
#include "site/text_file.h"

enum { SLUG_LONGEST = 80 };

/* Root names that pages and files made by the program have. */
static const char *const taken[] = {"index", "search", "all", "a-z", "404", "assets", "feed", "kk", "ru", "en", NULL};

/* Names of parts of pages: on a page of several answers a question's name is an id, too. */
static const char *const taken_ids[] = {"index", "all", "main", "support", "languages", NULL};

/* Read for what they say of the site, not as texts or files of it. */
static const char *const own_files[] = {"site.yaml", "glossary.yaml", "rules.yaml", NULL};

struct scanner {
	struct str content;
	const struct settings *settings;
	struct arena *arena;
	struct scan *scan;
	struct diags *dg;
	struct failure *why;
};

static struct place at_path(struct scanner *s, struct str path)
{
	return (struct place){.source = source_new(s->arena, path, STR(""))};
}

static void report(struct scanner *s, enum rule_id rule, struct str path, struct str repair, struct message m)
{
	diag_add(s->dg, rule, at_path(s, path), repair, m);
}

static bool slug_right(struct str slug)
{
	bool hyphen = true; /* none at the beginning */

	for (size_t i = 0; i < slug.len; i++) {
		char c = slug.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && !hyphen)))
			return false;
		hyphen = c == '-';
	}
	return slug.len > 0 && slug.len <= SLUG_LONGEST && !hyphen;
}

/* A slug made of a wrong one: ASCII letters small, spaces and underscores as hyphens; empty where other letters stand
 * in it. */
static struct str better_slug(struct str slug, struct arena *a)
{
	struct str better = arena_str(a, slug);
	char *at = arena_alloc(a, slug.len + 1);

	for (size_t i = 0; i < better.len; i++) {
		char c = better.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		at[i] = c == ' ' || c == '_' ? '-' : c;
	}
	better.at = at;
	return slug_right(better) ? better : STR_NONE;
}

static bool is_taken(struct str slug, const char *const *t)
{
	for (; *t; t++)
		if (str_eq(slug, str_of(*t)))
			return true;
	return false;
}

static size_t language_number(const struct settings *s, struct str code)
{
	for (size_t i = 0; i < s->language_count; i++)
		if (str_eq(s->languages[i]->code, code))
			return i;
	return SIZE_MAX;
}

static struct str language_list(struct scanner *s)
{
	struct str all = STR_NONE;

	for (size_t i = 0; i < s->settings->language_count; i++)
		all = arena_printf(s->arena, "%.*s%s%.*s", STR_ARG(all), i ? ", " : "",
				   STR_ARG(s->settings->languages[i]->code));
	return all;
}

static struct str file_path(struct scanner *s, struct str section, struct str name)
{
	if (section.len)
		return arena_printf(s->arena, "%.*s/%.*s/%.*s", STR_ARG(s->content), STR_ARG(section), STR_ARG(name));
	return arena_printf(s->arena, "%.*s/%.*s", STR_ARG(s->content), STR_ARG(name));
}

/* The file's name with the language that was meant; empty where that is not known or not the site's. */
static struct str renamed(struct scanner *s, struct str slug, struct str code)
{
	struct str meant = language_meant(code);

	if (!meant.len || language_number(s->settings, meant) == SIZE_MAX)
		return STR_NONE;
	return arena_printf(s->arena, "%.*s.%.*s.md", STR_ARG(slug), STR_ARG(meant));
}

/* Takes "slug.lang.md" apart; reports what is wrong with it. */
static void add_text(struct scanner *s, struct str section, struct str name, struct str path)
{
	struct str stem = str_slice(name, 0, name.len - 3);
	size_t dot = str_find_last_byte(stem, '.');
	struct found_text t = {.section = section, .name = name, .path = path};
	struct str code, source = s->settings->languages[s->settings->source]->code;

	if (dot == SIZE_MAX) {
		report(s, RULE_FILE_NAME, path, STR_NONE,
		       MSG(LANGUAGE_MISSING, arena_printf(s->arena, "%.*s.%.*s.md", STR_ARG(stem), STR_ARG(source))));
		return;
	}
	code = str_from(stem, dot + 1);
	t.slug = str_slice(stem, 0, dot);
	t.language = language_number(s->settings, code);
	if (t.language == SIZE_MAX)
		report(s, RULE_FILE_NAME, path, renamed(s, t.slug, code),
		       MSG(LANGUAGE_UNKNOWN, code, language_list(s)));
	else if (!slug_right(t.slug) && !str_eq(t.slug, STR("_index")))
		report(s, RULE_FILE_NAME, path, better_slug(t.slug, s->arena), MSG(SLUG_FORM, t.slug));
	else if (is_taken(t.slug, section.len ? taken_ids : taken))
		report(s, RULE_FILE_NAME, path, STR_NONE, MSG(SLUG_TAKEN, t.slug));
	else
		vec_push(&s->scan->texts, t);
}

/* Left behind by editors and systems: nobody means to publish them. */
static bool is_litter(struct str name)
{
	return str_starts(name, STR(".")) || str_ends(name, STR("~")) ||
	       (str_starts(name, STR("#")) && str_ends(name, STR("#"))) || str_eq(name, STR("Thumbs.db"));
}

/* The language of "words.<lang>.txt"; empty for other names. */
static struct str words_language(struct str name)
{
	if (!str_starts(name, STR("words.")) || !str_ends(name, STR(".txt")) || name.len <= sizeof "words..txt" - 1)
		return STR_NONE;
	return str_slice(name, sizeof "words." - 1, name.len - (sizeof ".txt" - 1));
}

static void add_words(struct scanner *s, struct str name, struct str path)
{
	struct found_text t = {.name = name, .path = path};
	struct str code = words_language(name), meant = language_meant(code);

	t.language = language_number(s->settings, code);
	if (t.language != SIZE_MAX)
		vec_push(&s->scan->words, t);
	else
		report(s, RULE_FILE_NAME, path,
		       language_number(s->settings, meant) == SIZE_MAX
			       ? STR_NONE
			       : arena_printf(s->arena, "words.%.*s.txt", STR_ARG(meant)),
		       MSG(LANGUAGE_UNKNOWN, code, language_list(s)));
}

static void add_file(struct scanner *s, struct str section, const struct fs_entry *e)
{
	struct str path = file_path(s, section, e->name);

	if (e->kind != FS_FILE) {
		report(s, RULE_FILE_KIND, path, STR_NONE, text_file_refusal(e->kind));
	} else if (str_ends(e->name, STR(".md"))) {
		add_text(s, section, e->name, path);
	} else if (!section.len && words_language(e->name).len) {
		add_words(s, e->name, path);
	} else {
		struct str below =
			section.len ? arena_printf(s->arena, "%.*s/%.*s", STR_ARG(section), STR_ARG(e->name)) : e->name;

		vec_push(&s->scan->assets, ((struct found_asset){section, e->name, path, below}));
	}
}

static bool scan_section(struct scanner *s, int folder, struct str name)
{
	struct str path = arena_printf(s->arena, "%.*s/%.*s", STR_ARG(s->content), STR_ARG(name));
	fs_entries entries = {0};
	int fd, error;

	if (!slug_right(name)) {
		report(s, RULE_FILE_NAME, path, better_slug(name, s->arena), MSG(SLUG_FORM, name));
		return true;
	}
	if (is_taken(name, taken)) {
		report(s, RULE_FILE_NAME, path, STR_NONE, MSG(SLUG_TAKEN, name));
		return true;
	}
	fd = fs_open_folder(folder, name.at);
	error = fd < 0 ? errno : fs_list(fd, s->arena, &entries);
	if (fd >= 0)
		close(fd);
	if (!error)
		vec_push(&s->scan->sections, name);
	for (size_t i = 0; !error && i < entries.len; i++)
		if (!is_litter(entries.at[i].name))
			add_file(s, name, &entries.at[i]);
	vec_clear(&entries);
	return error ? failure_errno(s->why, MSG_CANNOT_READ, path, error) : true;
}

bool scan_content(int folder, struct str content, const struct settings *settings, struct arena *a, struct scan *scan,
		  struct diags *dg, struct failure *why)
{
	struct scanner s = {content, settings, a, scan, dg, why};
	fs_entries entries = {0};
	int error = fs_list(folder, a, &entries);
	bool done = !error;

	if (error)
		failure_errno(why, MSG_CANNOT_READ, content, error);
	for (size_t i = 0; done && i < entries.len; i++) {
		const struct fs_entry *e = &entries.at[i];

		if (is_litter(e->name) || is_taken(e->name, own_files))
			continue;
		if (e->kind == FS_FOLDER)
			done = scan_section(&s, folder, e->name);
		else
			add_file(&s, STR_NONE, e);
	}
	vec_clear(&entries);
	return done;
}

bool scan_is_entry(const struct found_text *t)
{
	return t->section.len || !str_eq(t->slug, STR("links"));
}

void scan_clear(struct scan *scan)
{
	vec_clear(&scan->texts);
	vec_clear(&scan->assets);
	vec_clear(&scan->words);
	vec_clear(&scan->sections);
}
