/*
 * markup_fuzz.c - any UTF-8 as a text, and as a file of shared definitions: every place lies in the source, exact texts
 * are its bytes, and the HTML holds balanced tags of our own, with ids that the anchors know and that stand once.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/utf8.h"
#include "markup/markup.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void broken(const char *why, struct str shown)
{
	fprintf(stderr, "%s:\n%.*s\n", why, STR_ARG(shown));
	abort();
}

/* ---- facts ---- */

static void check_place(const struct source *s, size_t from, struct place p)
{
	if (p.source != s || p.from > p.to || p.from < from || p.to > s->bytes.len)
		broken("a place outside of the text", s->bytes);
}

static void check_texts(const struct markup *m, size_t from)
{
	size_t last = from;

	for (size_t i = 0; i < m->texts.len; i++) {
		const struct markup_text *t = &m->texts.at[i];

		check_place(m->source, from, t->place);
		if (t->exact && !str_eq(str_slice(m->source->bytes, t->place.from, t->place.to), t->text))
			broken("an exact text is not the source's", t->text);
		if (t->place.from < last)
			broken("a text stands before the one before it", t->text);
		last = t->place.to;
	}
}

/*
 * A place that is not a whole link holds the target, as far as it is written without escapes. Not where definitions
 * stand in the text: on lazy lines behind them cmark keeps white space that nobody writes there.
 */
static void check_link(const struct markup_link *l, size_t from)
{
	struct str written = str_slice(l->place.source->bytes, l->place.from, l->place.to);
	struct str mail = str_starts(l->target, STR("mailto:")) ? str_from(l->target, 7) : STR_NONE;

	check_place(l->place.source, from, l->place);
	if (str_find(l->place.source->bytes, STR("]:"), 0) != SIZE_MAX)
		return;
	if (str_starts(written, STR("[")) || str_starts(written, STR("![")))
		return;
	if (str_find_byte(written, '\\') != SIZE_MAX || str_find_byte(written, '&') != SIZE_MAX)
		return;
	if (!str_eq(written, l->target) && !str_eq(written, mail))
		broken("a link's place is not its target's", l->target);
}

static void check_facts(const struct markup *m, size_t from, const struct diags *dg)
{
	check_texts(m, from);
	for (size_t i = 0; i < m->links.len; i++)
		check_link(&m->links.at[i], from);
	for (size_t i = 0; i < m->headings.len; i++)
		check_place(m->source, from, m->headings.at[i].place);
	for (size_t i = 0; i < m->comments.len; i++)
		check_place(m->source, from, m->comments.at[i].place);
	for (size_t i = 0; i < dg->list.len; i++) {
		check_place(m->source, from, dg->list.at[i].place);
		for (size_t a = 0; a < MESSAGE_ARGS; a++)
			if (utf8_valid_until(dg->list.at[i].message.arg[a]) < dg->list.at[i].message.arg[a].len)
				broken("a message cuts a letter", dg->list.at[i].message.arg[a]);
	}
}

/* ---- HTML ---- */

static struct markup_href resolve(void *ctx, const struct markup_link *link)
{
	(void)ctx;
	return (struct markup_href){link->target, link->target.len % 2, link->target.len % 3 ? STR("ru") : STR_NONE};
}

static bool is_one_of(struct str name, const char *const *names)
{
	for (; *names; names++)
		if (str_eq(name, str_of(*names)))
			return true;
	return false;
}

/* Tags that are open, as names; all of them are literals of ours, so that a fixed depth would not do for quotes. */
typedef VEC(struct str) stack;

static void check_id(struct str tag, const struct markup *m, struct map *seen)
{
	size_t at = str_find(tag, STR(" id=\"x-"), 0);
	struct str id;

	if (at == SIZE_MAX)
		return;
	id = str_from(tag, at + 7);
	id = str_slice(id, 0, str_find_byte(id, '"'));
	if (map_put(seen, id, seen))
		broken("an id stands twice", id);
	if (!markup_has_anchor(m, id))
		broken("an id that is no anchor", id);
}

static void check_tag(struct str tag, stack *open)
{
	static const char *const lone[] = {"br", "hr", "img", NULL};
	static const char *const paired[] = {"p",      "h1",	"h2", "h3",  "h4",   "h5",	   "h6",
					     "ul",     "ol",	"li", "pre", "code", "a",	   "em",
					     "strong", "div",	"dl", "dt",  "dd",   "blockquote", "table",
					     "thead",  "tbody", "tr", "th",  "td",   NULL};
	bool closes = str_starts(tag, STR("/"));
	struct str name = str_from(tag, closes);
	size_t quotes = 0;

	for (size_t i = 0; i < tag.len; i++)
		quotes += tag.at[i] == '"';
	name = str_slice(name, 0, str_find_byte(name, ' '));
	if (quotes % 2 || (!is_one_of(name, paired) && (closes || !is_one_of(name, lone))))
		broken("a tag that is none of ours", tag);
	if (closes && (!open->len || !str_eq(open->at[--open->len], name)))
		broken("a tag closes what is not open", tag);
	if (!closes && is_one_of(name, paired))
		vec_push(open, name);
}

static void check_html(const struct markup *m)
{
	struct markup_style style = {.resolve = resolve, .id_prefix = STR("x-"), .heading_shift = 1};
	struct buf out = BUF_INIT;
	struct map ids = {0};
	stack open = {0};
	struct str rest;
	size_t at;

	markup_html(m, &style, &out);
	for (rest = buf_str(&out); (at = str_find_byte(rest, '<')) != SIZE_MAX;) {
		size_t end = str_find(rest, STR(">"), at);
		struct str tag = str_slice(rest, at + 1, end);

		if (end == SIZE_MAX)
			broken("a tag without end", rest);
		check_tag(tag, &open);
		check_id(tag, m, &ids);
		rest = str_from(rest, end + 1);
	}
	if (open.len || utf8_valid_until(buf_str(&out)) < out.len)
		broken("tags stay open, or a letter is cut", buf_str(&out));
	vec_clear(&open);
	map_clear(&ids);
	buf_clear(&out);
}

/* ---- both uses ---- */

static void try_text(const struct source *s, size_t from, const definitions *shared)
{
	struct markup_request request = {.source = s, .from = from, .shared = shared};
	struct diags dg = {0};
	struct markup *m = markup_parse(&request, &dg);

	check_facts(m, from, &dg);
	check_html(m);
	markup_free(m);
	diags_clear(&dg);
}

/* What is accepted must leave nothing behind in the texts that know it. */
static void check_shared(struct arena *a, const definitions *shared)
{
	struct markup_request request = {.source = source_new(a, STR("b.kk.md"), STR("x\n")), .shared = shared};
	struct diags dg = {0};
	struct markup *m = markup_parse(&request, &dg);

	if (m->texts.len != 1 || m->links.len || m->headings.len || m->lists.len || dg.list.len)
		broken("definitions show on the page", shared->len ? shared->at[0].label : STR_NONE);
	markup_free(m);
	diags_clear(&dg);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const char head[] = "---\ntitle: t\n---\n";
	struct str input = {(const char *)bytes, len};
	struct arena a = ARENA_INIT;
	struct diags dg = {0};
	definitions shared = {0};
	struct buf behind = BUF_INIT;
	const struct source *s = source_new(&a, STR("a.kk.md"), input);

	if (utf8_valid_until(input) < len || memchr(bytes, 0, len))
		goto out;
	markup_definitions(s, 0, &shared, &dg);
	for (size_t i = 0; i < dg.list.len; i++)
		check_place(s, 0, dg.list.at[i].place);
	for (size_t i = 0; i < shared.len; i++)
		check_place(s, 0, shared.at[i].place);
	check_shared(&a, &shared);
	try_text(s, str_starts(input, STR("\xEF\xBB\xBF")) ? 3 : 0, NULL);
	buf_add(&behind, str_of(head));
	buf_add(&behind, input);
	try_text(source_new(&a, STR("c.kk.md"), buf_str(&behind)), sizeof head - 1, &shared);
out:
	buf_clear(&behind);
	vec_clear(&shared);
	diags_clear(&dg);
	arena_clear(&a);
	return 0;
}
