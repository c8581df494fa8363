#include "site/words.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/format.h"
#include "base/fs.h"
#include "site/text_file.h"
#include "site/yaml.h"

static const struct {
	const char *name;
	size_t args;
} known[WORD_COUNT] = {
#define WORD(id, text_name, arg_count) [WORD_##id] = {text_name, arg_count},
#include "site/words.def"
#undef WORD
};

/* The most arguments a text may have that only templates say: none, they cannot fill any. */
static size_t args_of(struct str name)
{
	for (size_t i = 0; i < WORD_COUNT; i++)
		if (str_eq(name, str_of(known[i].name)))
			return known[i].args;
	return 0;
}

struct file {
	const struct source *source;
	const struct yaml_node *map; /* NULL: not readable, reported */
};

static bool name_right(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789_", name.at[i]))
			return false;
	return name.len > 0;
}

static void check_item(const struct yaml_item *item, struct diags *dg)
{
	struct str text;

	if (!name_right(item->key.text))
		diag_add(dg, RULE_STRINGS, item->key.place, STR_NONE, MSG(WORD_NAME, item->key.text));
	else if (yaml_text(&item->value, RULE_STRINGS, dg, &text) && !format_right(text, args_of(item->key.text)))
		diag_add(dg, RULE_STRINGS, item->value.place, STR_NONE, MSG(WORD_FORM));
}

static void check_twice(const struct yaml_node *map, struct diags *dg)
{
	struct map seen = {0};

	for (size_t i = 0; i < map->count; i++)
		if (map_put(&seen, map->items[i].key.text, &map->items[i]))
			diag_add(dg, RULE_STRINGS, map->items[i].key.place, STR_NONE,
				 MSG(KEY_TWICE, map->items[i].key.text));
	map_clear(&seen);
}

/* Interface texts grow with the interface: more than front matter, still bounded. */
enum { WORDS_LONGEST = 128 * 1024 };

static bool load_file(struct file *f, int folder, const char *templates, const struct language *language,
		      const struct map *instead, struct arena *a, struct diags *dg, struct failure *why)
{
	struct str name = arena_printf(a, "%.*s.yaml", STR_ARG(language->code));
	struct str path = arena_printf(a, "%s/strings/%.*s", templates, STR_ARG(name));
	struct yaml_reader yaml = {.longest = WORDS_LONGEST, .rule = RULE_STRINGS, .arena = a, .dg = dg};
	struct text_file text;

	if (!text_file_read(folder, name.at, path, instead, a, dg, &text, why))
		return false;
	f->source = text.source;
	if (!text.readable)
		return true;
	yaml.source = text.source;
	yaml.from = text.from;
	yaml.to = text.source->bytes.len;
	f->map = yaml_read(&yaml);
	if (!f->map)
		return true;
	check_twice(f->map, dg);
	for (size_t i = 0; i < f->map->count; i++)
		check_item(&f->map->items[i], dg);
	return true;
}

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void collect_names(struct words *w, const struct file *files, size_t count)
{
	struct map seen = {0};

	for (size_t l = 0; l < count; l++)
		for (size_t i = 0; files[l].map && i < files[l].map->count; i++) {
			struct yaml_item *item = &files[l].map->items[i];

			if (!map_put(&seen, item->key.text, item))
				vec_push(&w->names, item->key.text);
		}
	vec_sort(&w->names, by_bytes);
	map_clear(&seen);
}

/* The first file that has a name; for the message about the one that lacks it. */
static struct str owner_of(const struct file *files, size_t count, struct str name)
{
	for (size_t l = 0; l < count; l++)
		for (size_t i = 0; files[l].map && i < files[l].map->count; i++)
			if (str_eq(files[l].map->items[i].key.text, name))
				return files[l].source->path;
	return STR_NONE;
}

static void fill_language(struct words *w, const struct file *files, size_t count, size_t l, struct arena *a,
			  struct diags *dg)
{
	struct map texts = {0};

	w->texts[l] = arena_array(a, struct str, w->names.len);
	if (!files[l].map)
		return;
	for (size_t i = 0; i < files[l].map->count; i++) {
		const struct yaml_node *value = &files[l].map->items[i].value;

		map_put(&texts, files[l].map->items[i].key.text, &files[l].map->items[i].value);
		vec_push(&w->written, ((struct written){str_trim(value->text), value->place, l}));
	}
	for (size_t i = 0; i < w->names.len; i++) {
		const struct yaml_node *value = map_get(&texts, w->names.at[i]);
		struct place top = {files[l].source, 0, 0};

		if (value)
			w->texts[l][i] = str_trim(value->text);
		else
			diag_add(dg, RULE_STRINGS, top, STR_NONE,
				 MSG(WORD_MISSING, w->names.at[i], owner_of(files, count, w->names.at[i])));
	}
	map_clear(&texts);
}

static void find_known(struct words *w, const struct file *files, struct diags *dg)
{
	for (size_t k = 0; k < WORD_COUNT; k++) {
		struct str name = str_of(known[k].name);
		const struct str *hit =
			w->names.len ? bsearch(&name, w->names.at, w->names.len, sizeof name, by_bytes) : NULL;
		struct place top = {files[0].source, 0, 0};

		w->known[k] = hit ? (size_t)(hit - w->names.at) : SIZE_MAX;
		if (!hit && !w->lack)
			diag_add(dg, RULE_STRINGS, top, STR_NONE, MSG(WORD_NEEDED, name));
	}
}

bool words_load(struct words *w, const char *templates, const struct settings *settings, const struct map *instead,
		struct arena *a, struct diags *dg, struct failure *why)
{
	struct str path = arena_printf(a, "%s/strings", templates);
	struct file files[LANGUAGE_MOST] = {{0}};
	size_t count = settings->language_count;
	int folder = open(path.at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool done = folder >= 0;

	if (!done && access(templates, F_OK))
		return failure_errno(why, MSG_NO_FOLDER, str_of(templates), errno);
	if (!done)
		return failure_errno(why, MSG_NO_FOLDER, path, errno);
	for (size_t l = 0; done && l < count; l++)
		done = load_file(&files[l], folder, templates, settings->languages[l], instead, a, dg, why);
	close(folder);
	if (!done)
		return false;
	for (size_t l = 0; l < count; l++)
		w->lack |= !files[l].map;
	collect_names(w, files, count);
	for (size_t l = 0; l < count; l++)
		fill_language(w, files, count, l, a, dg);
	find_known(w, files, dg);
	return true;
}

struct str words_get(const struct words *w, size_t language, enum word word)
{
	return w->known[word] == SIZE_MAX ? STR_NONE : w->texts[language][w->known[word]];
}

struct str words_fill(const struct words *w, const struct settings *settings, size_t language, enum word word,
		      const struct str args[3], struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str kept;

	format_fill(words_get(w, language, word), settings->languages[language]->code, args, 3, &out);
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

void words_clear(struct words *w)
{
	vec_clear(&w->names);
	vec_clear(&w->written);
}
