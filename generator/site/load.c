#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/utf8.h"
#include "output/digest.h"
#include "site/join.h"
#include "site/text_file.h"

/* The largest picture or form that is taken into a site, in bytes. */
enum { ASSET_LARGEST = 64 * 1024 * 1024 };

/* What one worker's item gives back; slot i belongs to file i of the scan, texts first. */
struct slot {
	struct diags dg;
	struct failure why;
};

struct load {
	struct site *site;
	int folder;
	const struct scan *scan;
	const struct map *instead;
	struct slot *slots;
};

/* ---- settings ---- */

static bool load_settings(struct site *site, int folder, const struct map *instead, struct diags *dg,
			  struct failure *why)
{
	struct str path = arena_printf(&site->arena, "%.*s/site.yaml", STR_ARG(site->content));
	struct text_file text;

	settings_default(&site->settings);
	if (faccessat(folder, "site.yaml", F_OK, AT_SYMLINK_NOFOLLOW) && errno == ENOENT)
		return true;
	if (!text_file_read(folder, "site.yaml", path, instead, &site->arena, dg, &text, why))
		return false;
	if (text.readable)
		settings_read(text.source, text.from, &site->arena, dg, &site->settings);
	else
		site->settings.unsure = true;
	return true;
}

/* ---- what the site says of its own words ---- */

/* A file of the content folder that need not be there; text->readable is false where it is not, or was refused. */
static bool load_optional(struct site *site, int folder, const char *name, const struct map *instead,
			  struct text_file *text, struct diags *dg, struct failure *why)
{
	struct str path = arena_printf(&site->arena, "%.*s/%s", STR_ARG(site->content), name);

	*text = (struct text_file){0};
	if (faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) && errno == ENOENT)
		return true;
	return text_file_read(folder, name, path, instead, &site->arena, dg, text, why);
}

static bool load_glossary(struct site *site, int folder, const struct map *instead, struct diags *dg,
			  struct failure *why)
{
	struct text_file text;

	if (!load_optional(site, folder, "glossary.yaml", instead, &text, dg, why))
		return false;
	if (text.readable)
		glossary_read(text.source, text.from, &site->settings, &site->arena, dg, &site->glossary);
	return true;
}

static bool load_house(struct site *site, int folder, const struct map *instead, struct diags *dg, struct failure *why)
{
	struct text_file text;

	if (!load_optional(site, folder, "rules.yaml", instead, &text, dg, why))
		return false;
	if (text.readable)
		house_read(text.source, text.from, &site->settings, &site->arena, dg, &site->house);
	return true;
}

/* ---- files, in parallel ---- */

/* Opens the folder a file lies in; the content folder itself for root files. */
static int open_section(struct load *l, struct str section)
{
	return section.len ? fs_open_folder(l->folder, section.at) : fcntl(l->folder, F_DUPFD_CLOEXEC, 0);
}

static void parse_article(struct load *l, struct article *article, const struct text_file *text, struct arena *a,
			  struct diags *dg)
{
	struct markup_request request = {.source = text->source, .shared = &l->site->links[article->language]};

	article->broken = !front_matter_read(text->source, text->from, a, dg, &article->front, &request.from);
	request.headless = article->broken;
	if (!article->front.draft)
		article->markup = markup_parse(&request, dg);
}

static void load_text(struct load *l, size_t i, struct arena *a, struct slot *slot)
{
	const struct found_text *t = &l->scan->texts.at[i];
	struct article *article = arena_new(a, struct article);
	struct text_file text;
	int folder;

	l->site->articles.at[i] = article;
	article->language = t->language;
	article->broken = true;
	if (!scan_is_entry(t))
		return; /* shared definitions: read already */
	folder = open_section(l, t->section);
	if (folder < 0) {
		failure_errno(&slot->why, MSG_CANNOT_READ, t->path, errno);
		return;
	}
	if (text_file_read(folder, t->name.at, t->path, l->instead, a, &slot->dg, &text, &slot->why)) {
		article->source = text.source;
		if (text.readable && str_trim(str_from(text.source->bytes, text.from)).len == 0)
			diag_add(&slot->dg, RULE_FRONT_MATTER, (struct place){.source = text.source}, STR_NONE,
				 MSG(FILE_EMPTY));
		else if (text.readable)
			parse_article(l, article, &text, a, &slot->dg);
	}
	close(folder);
}

/* "assets/form.1a2b3c4d5e6f.pdf": a changed file gets another address, so that copies may be kept for good. */
static struct str asset_address(const struct found_asset *f, struct str bytes, struct arena *a)
{
	size_t dot = str_find_last_byte(f->name, '.');
	struct str stem = str_slice(f->name, 0, dot), ending = dot == SIZE_MAX ? STR_NONE : str_from(f->name, dot);
	struct buf hash = BUF_INIT;
	struct str address;

	digest_short_hex(bytes, 12, &hash);
	for (size_t i = 0; i < f->name.len; i++)
		if ((unsigned char)f->name.at[i] > 0x7E || strchr(" %#?&\"'<>\\:*|", f->name.at[i]))
			stem = STR("file");
	address = arena_printf(a, "assets/%.*s.%.*s%.*s", STR_ARG(stem), STR_ARG(buf_str(&hash)), STR_ARG(ending));
	buf_clear(&hash);
	return address;
}

static void load_asset(struct load *l, size_t i, struct arena *a, struct slot *slot)
{
	const struct found_asset *f = &l->scan->assets.at[i];
	struct asset *asset = arena_new(a, struct asset);
	int folder = open_section(l, f->section), error;

	l->site->assets.at[i] = asset;
	asset->path = f->below;
	asset->source = source_new(a, f->path, STR(""));
	error = folder < 0 ? errno : fs_read(folder, f->name.at, ASSET_LARGEST, a, &asset->bytes);
	if (folder >= 0)
		close(folder);
	if (error == EFBIG)
		diag_add(&slot->dg, RULE_ENCODING, (struct place){.source = asset->source}, STR_NONE,
			 MSG(FILE_TOO_LARGE, STR("64")));
	else if (error)
		failure_errno(&slot->why, MSG_CANNOT_READ, f->path, error);
	asset->address = asset_address(f, asset->bytes, a);
	asset->picture = picture_read(asset->bytes);
	if (asset->picture.kind == PICTURE_SVG && utf8_valid_until(asset->bytes) == asset->bytes.len)
		asset->source = source_new(a, f->path, asset->bytes);
}

static void load_item(void *ctx, size_t item, unsigned worker)
{
	struct load *l = ctx;
	struct arena *a = &l->site->worker_arenas[worker];

	if (item < l->scan->texts.len)
		load_text(l, item, a, &l->slots[item]);
	else
		load_asset(l, item - l->scan->texts.len, a, &l->slots[item]);
}

static void load_files(struct site *site, int folder, const struct scan *scan, const struct site_request *request,
		       struct diags *dg, struct failure *why)
{
	size_t n = scan->texts.len + scan->assets.len;
	struct load l = {site, folder, scan, request->instead, mem_zero(n, sizeof *l.slots)};

	for (size_t i = 0; i < scan->texts.len; i++)
		vec_push(&site->articles, NULL);
	for (size_t i = 0; i < scan->assets.len; i++)
		vec_push(&site->assets, NULL);
	site->worker_count = pool_workers(request->jobs, n);
	site->worker_arenas = mem_zero(site->worker_count, sizeof *site->worker_arenas);
	pool_run(site->worker_count, n, load_item, &l);
	for (size_t i = 0; i < n; i++) {
		diags_join(dg, &l.slots[i].dg);
		failure_join(why, &l.slots[i].why);
	}
	free(l.slots);
	for (size_t i = 0; i < site->assets.len; i++)
		map_put(&site->by_path, site->assets.at[i]->path, site->assets.at[i]);
}

/* ---- shared definitions ---- */

static bool load_links(struct site *site, int folder, const struct scan *scan, const struct map *instead,
		       struct diags *dg, struct failure *why)
{
	for (size_t i = 0; i < scan->texts.len; i++) {
		const struct found_text *t = &scan->texts.at[i];
		struct text_file text;

		if (scan_is_entry(t))
			continue;
		if (!text_file_read(folder, t->name.at, t->path, instead, &site->arena, dg, &text, why))
			return false;
		if (text.readable)
			markup_definitions(text.source, text.from, &site->links[t->language], dg);
	}
	return true;
}

/* ---- words that are right ---- */

static bool load_allowed(struct site *site, int folder, const struct scan *scan, const struct map *instead,
			 struct diags *dg, struct failure *why)
{
	for (size_t i = 0; i < scan->words.len; i++) {
		const struct found_text *t = &scan->words.at[i];
		struct text_file text;

		if (!text_file_read(folder, t->name.at, t->path, instead, &site->arena, dg, &text, why))
			return false;
		allowed_read(&text, &site->arena, &site->allowed[t->language], dg);
	}
	return true;
}

/* ---- days ---- */

static int days_by_date(const void *a, const void *b)
{
	return date_cmp(((const struct day *)a)->date, ((const struct day *)b)->date);
}

static void add_day(struct site *site, struct date d)
{
	if (date_given(d))
		vec_push(&site->days, (struct day){.date = d});
}

static void write_days(struct site *site, size_t language, struct failure *why)
{
	const char *error = NULL;
	struct date_writer *w = date_writer_new(site_language(site, language), &error);

	if (!w) {
		failure_set(why, MSG(ICU_LACKS, str_of(error)));
		return;
	}
	for (size_t i = 0; i < site->days.len; i++)
		site->days.at[i].text[language] = date_text(w, site->days.at[i].date, &site->arena);
	date_writer_free(w);
}

static void load_days(struct site *site, struct failure *why)
{
	size_t kept = 0;

	for (size_t i = 0; i < site->articles.len; i++) {
		add_day(site, site->articles.at[i]->front.updated);
		add_day(site, site->articles.at[i]->front.review);
	}
	vec_sort(&site->days, days_by_date);
	for (size_t i = 0; i < site->days.len; i++)
		if (kept == 0 || date_cmp(site->days.at[kept - 1].date, site->days.at[i].date) != 0)
			site->days.at[kept++] = site->days.at[i];
	site->days.len = kept;
	for (size_t i = 0; i < kept; i++)
		site->days.at[i].iso = date_iso(site->days.at[i].date, &site->arena);
	for (size_t l = 0; l < site->settings.language_count; l++)
		write_days(site, l, why);
}

/* ---- the whole ---- */

static void load_content(struct site *site, int folder, const struct site_request *request, struct diags *dg,
			 struct failure *why)
{
	struct scan scan = {0};

	if (scan_content(folder, site->content, &site->settings, &site->arena, &scan, dg, why) &&
	    load_links(site, folder, &scan, request->instead, dg, why) &&
	    load_allowed(site, folder, &scan, request->instead, dg, why))
		load_files(site, folder, &scan, request, dg, why);
	if (!why->set) {
		load_days(site, why);
		join_site(site, &scan, dg);
	}
	scan_clear(&scan);
}

struct site *site_load(const struct site_request *request, struct diags *dg, struct failure *why)
{
	struct site *site = mem_zero(1, sizeof *site);
	size_t told = dg->list.len;
	int folder = open(request->content, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	site->content = arena_str(&site->arena, str_of(request->content));
	while (site->content.len > 1 && str_ends(site->content, STR("/")))
		site->content.len--;
	if (folder < 0) {
		failure_errno(why, MSG_NO_FOLDER, site->content, errno);
		goto out;
	}
	if (load_settings(site, folder, request->instead, dg, why) &&
	    words_load(&site->words, request->templates, &site->settings, request->instead, &site->arena, dg, why) &&
	    load_glossary(site, folder, request->instead, dg, why) &&
	    load_house(site, folder, request->instead, dg, why))
		load_content(site, folder, request, dg, why);
	close(folder);
	if (request->base_url && !why->set &&
	    !settings_base_url(str_of(request->base_url), &site->arena, &site->settings.base_url))
		failure_set(why, MSG(BASE_URL_FORM, str_of(request->base_url)));
out:
	if (!why->set)
		return site;
	/* What was told about the content points into sources that go with the site. */
	dg->list.len = told;
	site_free(site);
	return NULL;
}

void site_free(struct site *site)
{
	if (!site)
		return;
	for (size_t i = 0; i < site->articles.len; i++)
		if (site->articles.at[i])
			markup_free(site->articles.at[i]->markup);
	for (size_t i = 0; i < LANGUAGE_MOST; i++) {
		vec_clear(&site->links[i]);
		map_clear(&site->allowed[i]);
	}
	settings_clear(&site->settings);
	words_clear(&site->words);
	glossary_clear(&site->glossary);
	house_clear(&site->house);
	vec_clear(&site->articles);
	vec_clear(&site->entries);
	vec_clear(&site->sections);
	vec_clear(&site->questions);
	vec_clear(&site->pages);
	vec_clear(&site->assets);
	vec_clear(&site->days);
	map_clear(&site->by_key);
	map_clear(&site->by_path);
	map_clear(&site->drafts);
	for (unsigned i = 0; i < site->worker_count; i++)
		arena_clear(&site->worker_arenas[i]);
	free(site->worker_arenas);
	arena_clear(&site->arena);
	free(site);
}

/* ---- questions to the model ---- */

size_t site_language_number(const struct site *site, struct str code)
{
	for (size_t i = 0; i < site->settings.language_count; i++)
		if (str_eq(site_language(site, i)->code, code))
			return i;
	return SIZE_MAX;
}

struct str entry_folder(const struct entry *e)
{
	return e->section ? e->section->entry->slug : STR("");
}

struct str entry_title(const struct site *site, const struct entry *e, size_t language, size_t *in)
{
	const struct article *a = e->shown[language];

	*in = a ? a->language : language;
	if (a && a->front.title.len)
		return a->front.title;
	return e->kind == ENTRY_HOME ? site->settings.name.in[language] : e->slug;
}

const struct day *site_day(const struct site *site, struct date d)
{
	struct day wanted = {.date = d};

	if (!date_given(d) || site->days.len == 0)
		return NULL;
	return bsearch(&wanted, site->days.at, site->days.len, sizeof wanted, days_by_date);
}
