#include "page/fill.h"

#include "base/escape.h"
#include "page/letter.h"
#include "site/resolve.h"
#include "site/routes.h"

/* Names of the kinds as the contract has them: <meta name="komek:kind">. */
static const char *const kind_names[PAGE_KINDS] = {
	[PAGE_ROOT] = "root",  [PAGE_HOME] = "home",	 [PAGE_SECTION] = "section", [PAGE_QUESTION] = "question",
	[PAGE_PAGE] = "page",  [PAGE_LOST] = "404",	 [PAGE_ALL] = "all",	     [PAGE_INDEX] = "index",
	[PAGE_MOVED] = "page", [PAGE_SEARCH] = "search",
};

/* ---- addresses ---- */

static struct str relative(const struct fill *f, struct str path)
{
	return route_relative(f->job->path, path, f->a);
}

struct str fill_absolute(const struct fill *f, struct str path)
{
	struct str base = f->site->settings.base_url;

	return base.len ? arena_printf(f->a, "%.*s%.*s", STR_ARG(base), STR_ARG(path)) : STR_NONE;
}

struct str fill_url(const struct fill *f, const struct entry *e, size_t language)
{
	return relative(f, route_entry(f->site, e, language, f->a));
}

struct str fill_lang(const struct fill *f, size_t text_language)
{
	return text_language == f->job->language ? STR_NONE : site_language(f->site, text_language)->code;
}

/* ---- links ---- */

struct link_view fill_link(const struct fill *f, const struct entry *e)
{
	size_t language;
	struct link_view v = {.url = fill_url(f, e, f->job->language)};

	v.title = entry_title(f->site, e, f->job->language, &language);
	v.lang = fill_lang(f, language);
	if (e->shown[f->job->language])
		v.summary = e->shown[f->job->language]->front.summary;
	if (e->kind == ENTRY_SECTION)
		v.count = fill_count(f, e->section->count);
	return v;
}

struct list fill_links(const struct fill *f, const struct entry *const *entries, size_t n)
{
	struct link_view *all = arena_array(f->a, struct link_view, n);

	for (size_t i = 0; i < n; i++)
		all[i] = fill_link(f, entries[i]);
	return (struct list){all, n};
}

struct str fill_count(const struct fill *f, size_t n)
{
	struct str args[3] = {arena_printf(f->a, "%zu", n)};

	return words_fill(&f->site->words, &f->site->settings, f->job->language, WORD_QUESTIONS, args, f->a);
}

/* ---- a text as HTML ---- */

struct body {
	const struct fill *f;
	const struct article *text;
};

static struct str with_fragment(struct str url, struct str fragment, struct arena *a)
{
	return fragment.len ? arena_printf(a, "%.*s#%.*s", STR_ARG(url), STR_ARG(fragment)) : url;
}

/* True where the page that is being made holds the answer itself, so that a link to it stays on the page. */
static bool is_on_page(const struct fill *f, const struct entry *e)
{
	if (f->job->kind != PAGE_ALL || e->kind != ENTRY_QUESTION)
		return false;
	return f->job->entry->kind == ENTRY_HOME || f->job->entry == e->section->entry;
}

/* "#account-blocked-step-3": a part of an answer on a page of several. */
static struct str on_page(const struct fill *f, const struct entry *e, struct str fragment)
{
	if (!is_on_page(f, e) || resolve_page_anchor(f->site, e, fragment))
		return arena_printf(f->a, "#%.*s", STR_ARG(fragment));
	return arena_printf(f->a, "#%.*s%s%.*s", STR_ARG(e->slug), fragment.len ? "-" : "", STR_ARG(fragment));
}

static struct markup_href resolve(void *ctx, const struct markup_link *link)
{
	const struct body *b = ctx;
	const struct fill *f = b->f;
	const struct entry *own = b->text->entry;
	struct target t = resolve_link(f->site, b->text, link, f->a);
	struct markup_href href = {0};
	size_t language = t.language;

	switch (t.kind) {
	case TARGET_OUTSIDE:
		href.url = link->target;
		href.is_external = true;
		break;
	case TARGET_HERE:
		href.url = on_page(f, own, t.fragment);
		break;
	case TARGET_ENTRY:
		/* A link within the text's own language follows the reader's, who has every entry at its address. */
		if (language == b->text->language)
			language = f->job->language;
		href.url = language == f->job->language && is_on_page(f, t.entry)
				   ? on_page(f, t.entry, t.fragment)
				   : with_fragment(fill_url(f, t.entry, language), t.fragment, f->a);
		href.rel_lang = fill_lang(f, language);
		break;
	case TARGET_ASSET:
		href.url = with_fragment(relative(f, t.asset->address), t.fragment, f->a);
		href.width = t.asset->picture.width;
		href.height = t.asset->picture.height;
		break;
	case TARGET_ROOTED:
		href.url = link->target; /* silenced: the host has it */
		break;
	default:
		break; /* silenced: the words stand there without a link */
	}
	return href;
}

struct str fill_body(const struct fill *f, const struct article *text, struct str id_prefix, unsigned heading_shift)
{
	static const enum word labels[BLOCK_COUNT] = {
		[BLOCK_NOTE] = WORD_NOTE,   [BLOCK_WARNING] = WORD_WARNING,   [BLOCK_TIP] = WORD_TIP,
		[BLOCK_CAUSE] = WORD_CAUSE, [BLOCK_SOLUTION] = WORD_SOLUTION, [BLOCK_LAW] = WORD_LAW,
	};
	struct body b = {f, text};
	struct markup_style style = {.resolve = resolve,
				     .ctx = &b,
				     .id_prefix = id_prefix,
				     .heading_shift = heading_shift,
				     .alone = !id_prefix.len};
	struct buf out = BUF_INIT;
	struct str kept;

	if (!text || !text->markup)
		return STR_NONE;
	style.table = words_get(&f->site->words, text->language, WORD_TABLE);
	for (size_t k = BLOCK_NOTE; k <= BLOCK_LAW; k++)
		style.labels[k] = words_get(&f->site->words, text->language, labels[k]);
	markup_html(text->markup, &style, &out);
	kept = arena_str(f->a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

struct str fill_notice(const struct fill *f, const struct article *text)
{
	struct str args[3] = {site_language(f->site, text->language)->name};

	if (text->language == f->job->language)
		return STR_NONE;
	return words_fill(&f->site->words, &f->site->settings, f->job->language, WORD_FALLBACK, args, f->a);
}

/* ---- the page around it ---- */

static struct reading_view reading_in(const struct fill *f, size_t language)
{
	const struct words *w = &f->site->words;

	return (struct reading_view){
		.lang = fill_lang(f, language),
		.title = words_get(w, language, WORD_READING_TITLE),
		.text = words_get(w, language, WORD_READING_TEXT),
		.contrast = words_get(w, language, WORD_READING_CONTRAST),
		.contrast_more = words_get(w, language, WORD_READING_CONTRAST_MORE),
		.spacing = words_get(w, language, WORD_READING_SPACING),
		.spacing_normal = words_get(w, language, WORD_READING_SPACING_NORMAL),
		.spacing_wide = words_get(w, language, WORD_READING_SPACING_WIDE),
		.theme = words_get(w, language, WORD_READING_THEME),
		.theme_light = words_get(w, language, WORD_READING_THEME_LIGHT),
		.theme_dark = words_get(w, language, WORD_READING_THEME_DARK),
		.device = words_get(w, language, WORD_READING_DEVICE),
		.reset = words_get(w, language, WORD_READING_RESET),
		.kept = words_get(w, language, WORD_READING_KEPT),
	};
}

/* Two pages speak every language, so their settings do too. */
static struct list reading_of(const struct fill *f)
{
	bool every = f->job->kind == PAGE_ROOT || f->job->kind == PAGE_LOST;
	size_t n = every ? f->site->settings.language_count : 1;
	struct reading_view *all = arena_array(f->a, struct reading_view, n);

	for (size_t i = 0; i < n; i++)
		all[i] = reading_in(f, every ? i : f->job->language);
	return (struct list){all, n};
}

static struct list languages_of(const struct fill *f)
{
	size_t n = f->site->settings.language_count;
	struct language_view *all = arena_array(f->a, struct language_view, n);

	for (size_t i = 0; i < n; i++)
		all[i] = (struct language_view){
			.code = site_language(f->site, i)->code,
			.name = site_language(f->site, i)->name,
			.url = relative(f, page_path(f->site, f->job->kind,
						     f->job->entry ? f->job->entry : f->site->home, i, f->a)),
			.current = i == f->job->language,
		};
	return (struct list){all, n};
}

struct list fill_alternates(const struct fill *f, enum page_kind kind, const struct entry *e)
{
	size_t n = 0;
	struct alternate_view *all = arena_array(f->a, struct alternate_view, LANGUAGE_MOST);

	if (!f->site->settings.base_url.len)
		return (struct list){0};
	for (size_t i = 0; i < f->site->settings.language_count; i++)
		if (page_is_own(kind, e, i))
			all[n++] = (struct alternate_view){site_language(f->site, i)->code,
							   fill_absolute(f, page_path(f->site, kind, e, i, f->a))};
	return (struct list){all, n};
}

static struct list crumbs_of(const struct fill *f)
{
	const struct entry *e = f->job->entry;
	struct link_view *all = arena_array(f->a, struct link_view, 2);
	size_t n = 0;

	if (!e || f->job->kind == PAGE_HOME)
		return (struct list){0};
	all[n] = fill_link(f, f->site->home);
	all[n].title = words_get(&f->site->words, f->job->language, WORD_HOME);
	all[n++].lang = STR_NONE;
	if (e->kind == ENTRY_QUESTION || (e->kind == ENTRY_SECTION && f->job->kind == PAGE_ALL))
		all[n++] = fill_link(f, e->section->entry);
	return (struct list){all, n};
}

static struct str head_title(const struct fill *f, struct str title)
{
	struct str name = f->site->settings.name.in[f->job->language];
	struct str args[3] = {title, name};

	if (!title.len || str_eq(title, name))
		return name;
	return words_fill(&f->site->words, &f->site->settings, f->job->language, WORD_HEAD_TITLE, args, f->a);
}

/* Pages that only repeat others would compete with the originals in search engines. */
static bool repeats(enum page_kind kind)
{
	return kind == PAGE_LOST || kind == PAGE_ALL || kind == PAGE_MOVED || kind == PAGE_SEARCH;
}

/* The relative address of a page that the site as a whole has once in each language. */
static struct str tool_url(const struct fill *f, enum page_kind kind)
{
	return relative(f, page_path(f->site, kind, f->site->home, f->job->language, f->a));
}

const struct page_view *fill_page(const struct fill *f, struct str title, const struct article *text)
{
	struct page_view *p = arena_new(f->a, struct page_view);
	bool borrowed = text && text->language != f->job->language;

	*p = (struct page_view){
		.kind = str_of(kind_names[f->job->kind]),
		.lang = site_language(f->site, f->job->language)->code,
		.head_title = head_title(f, title),
		.description = text ? text->front.summary : STR_NONE,
		.site_name = f->site->settings.name.in[f->job->language],
		.home = fill_url(f, f->site->home, f->job->language),
		.search = f->job->kind == PAGE_SEARCH ? STR_NONE : tool_url(f, PAGE_SEARCH),
		.all = tool_url(f, PAGE_ALL),
		.index = tool_url(f, PAGE_INDEX),
		.client = relative(f, STR("assets/search.js")),
		.script = relative(f, STR("assets/komek.js")),
		.icon = relative(f, STR("assets/icon.svg")),
		.noindex = borrowed || repeats(f->job->kind),
		.title = title.len ? title : f->site->settings.name.in[f->job->language],
		.title_lang = text ? fill_lang(f, text->language) : STR_NONE,
		.feed = fill_absolute(f, page_path(f->site, PAGE_FEED, f->site->home, f->job->language, f->a)),
		.og_type = f->job->kind == PAGE_QUESTION ? STR("article") : STR("website"),
		.og_locale = site_language(f->site, f->job->language)->og_locale,
		.reading = reading_of(f),
		.languages = languages_of(f),
		.crumbs = crumbs_of(f),
		.pages = fill_links(f, (const struct entry *const *)f->site->pages.at, f->site->pages.len),
	};
	if (!p->noindex) {
		p->canonical = fill_absolute(f, f->job->path);
		if (f->job->entry)
			p->alternates = fill_alternates(f, f->job->kind, f->job->entry);
		if (f->job->kind == PAGE_QUESTION)
			p->data = fill_data(f, text);
	}
	p->policy = policy_end(f->c->policies[f->job->kind], p->data, f->a);
	return p;
}

/* ---- support ---- */

static void add_query(struct buf *url, const char *name, struct str value)
{
	buf_add(url, str_of(name));
	escape_url_part(url, value);
}

/* A mail with the subject and one line for each field, ready to be filled in (RFC 6068). */
static struct str letter_url(const struct fill *f, struct str subject, size_t field_count)
{
	const struct settings *s = &f->site->settings;
	struct str args[3] = {subject}, kept;
	struct buf url = BUF_INIT, body = BUF_INIT;

	for (size_t i = 0; i < field_count; i++)
		buf_addf(&body, "%.*s: \r\n", STR_ARG(s->support_fields[i].name.in[f->job->language]));
	buf_addf(&url, "mailto:%.*s", STR_ARG(s->support_mail));
	add_query(&url, "?subject=", words_fill(&f->site->words, s, f->job->language, WORD_LETTER_SUBJECT, args, f->a));
	if (body.len)
		add_query(&url, "&body=", buf_str(&body));
	kept = arena_str(f->a, buf_str(&url));
	buf_clear(&url);
	buf_clear(&body);
	return kept;
}

const struct support_view *fill_support(const struct fill *f, struct str subject)
{
	const struct settings *s = &f->site->settings;
	struct support_view *v = arena_new(f->a, struct support_view);
	size_t count = s->support_field_count;
	struct field_view *fields = arena_array(f->a, struct field_view, count);

	if (!s->support_mail.len)
		return NULL;
	for (size_t i = 0; i < count; i++)
		fields[i].name = s->support_fields[i].name.in[f->job->language];
	*v = (struct support_view){
		.mail = s->support_mail,
		.url = letter_url(f, subject, count),
		.script = relative(f, STR("assets/letter.js")),
		.words = relative(f, letter_path(f->site, f->job->language, f->a)),
		.fields = {fields, count},
	};
	return v;
}
