#include "check/silence.h"

#include "base/near.h"
#include "diag/explain.h"

/* One name of a comment. */
struct ignore {
	struct str name;
	struct place place; /* of the name */
	size_t from, to;    /* the bytes it stands for */
	size_t reach;	    /* the greatest `to` up to here, in the order of `from` */
	bool used;
};

/* Those of one file. */
struct text {
	const struct source *source;
	const struct article *article; /* NULL for shared definitions */
	VEC(struct ignore) ignores;
};

struct run {
	VEC(struct text *) texts;
	struct map by_path;
	struct arena arena;
	struct diags *dg;
};

/* ---- reading comments ---- */

/* The next word before the end of a comment; > begins the lines of a comment inside a quote. */
static struct str next_word(struct str *rest)
{
	static const char between[] = " \t\r\n,>";
	struct str word;
	size_t from = 0, to;

	while (from < rest->len && strchr(between, rest->at[from]))
		from++;
	for (to = from; to < rest->len && !strchr(between, rest->at[to]); to++)
		;
	word = str_slice(*rest, from, to);
	*rest = str_from(*rest, to);
	return word;
}

/* True where some of the rules that the name stands for may be silenced. */
static bool can_silence(struct str name)
{
	for (unsigned i = 0; i < RULE_COUNT; i++)
		if (rule_named((enum rule_id)i, name) && explanation_of((enum rule_id)i)->silence != SILENCE_NEVER)
			return true;
	return false;
}

static void add_name(struct run *r, struct text *t, const struct markup_comment *c, struct str name)
{
	struct place place = source_place(t->source, name);
	bool known;
	struct str near = rule_nearest(name, &known);

	if (!known)
		diag_add(r->dg, RULE_IGNORE_UNKNOWN, place, near, MSG(IGNORE_UNKNOWN, name));
	else if (!can_silence(name))
		diag_add(r->dg, RULE_IGNORE_UNKNOWN, place, STR_NONE, MSG(IGNORE_NEVER, name));
	else
		vec_push(&t->ignores,
			 ((struct ignore){.name = name, .place = place, .from = c->subject.from, .to = c->subject.to}));
}

static void read_comment(struct run *r, struct text *t, const struct markup_comment *c)
{
	static const char *const ours[] = {"komek-ignore", NULL};
	const struct source *source = c->place.source;
	struct str rest = str_slice(source->bytes, c->place.from, c->place.to), word, near;

	if (!str_starts(rest, STR("<!--")) || !str_ends(rest, STR("-->")) || rest.len < sizeof "<!---->" - 1)
		return;
	rest = str_slice(rest, 4, rest.len - 3);
	word = next_word(&rest);
	near = near_of(word, ours);
	if (!str_eq(word, str_of(ours[0]))) {
		if (near.len)
			diag_add(r->dg, RULE_IGNORE_UNKNOWN, source_place(source, word), near, MSG(IGNORE_WORD, word));
		return;
	}
	word = next_word(&rest);
	if (word.len == 0)
		diag_add(r->dg, RULE_IGNORE_UNKNOWN, c->place, STR_NONE, MSG(IGNORE_EMPTY));
	for (; word.len; word = next_word(&rest))
		add_name(r, t, c, word);
}

static int by_from(const void *a, const void *b)
{
	const struct ignore *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

static struct text *begin_text(struct run *r, const struct source *source, const struct article *article)
{
	struct text *t = arena_new(&r->arena, struct text);

	t->source = source;
	t->article = article;
	vec_push(&r->texts, t);
	map_put(&r->by_path, source->path, t);
	return t;
}

static void end_text(struct text *t)
{
	size_t reach = 0;

	vec_sort(&t->ignores, by_from);
	for (size_t i = 0; i < t->ignores.len; i++) {
		if (t->ignores.at[i].to > reach)
			reach = t->ignores.at[i].to;
		t->ignores.at[i].reach = reach;
	}
}

static void add_article(struct run *r, const struct article *a)
{
	struct text *t = begin_text(r, a->source, a);

	for (size_t i = 0; i < a->markup->comments.len; i++)
		read_comment(r, t, &a->markup->comments.at[i]);
	end_text(t);
}

static bool is_comment(struct str line)
{
	return str_starts(line, STR("<!--")) && str_ends(line, STR("-->"));
}

/* In a file of shared definitions the line that follows is what a comment stands for. */
static void add_definitions(struct run *r, const struct source *s)
{
	struct text *t = begin_text(r, s, NULL);

	for (size_t n = 1; n <= s->line_count; n++) {
		struct str line = str_trim(source_line(s, n)), next;
		struct markup_comment c = {.place = source_place(s, line)};
		size_t below = n + 1;

		if (!is_comment(line))
			continue;
		next = str_trim(source_line(s, below));
		while (below < s->line_count && (next.len == 0 || is_comment(next)))
			next = str_trim(source_line(s, ++below));
		c.subject = source_place(s, next);
		read_comment(r, t, &c);
	}
	end_text(t);
}

/* ---- silencing ---- */

/* How many of the sorted ignores begin at or before `at`. */
static size_t begun(const struct text *t, size_t at)
{
	size_t low = 0, high = t->ignores.len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (t->ignores.at[middle].from <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_silenced_anywhere(struct text *t, enum rule_id rule)
{
	bool found = false;

	for (size_t i = 0; i < t->ignores.len; i++)
		if (rule_named(rule, t->ignores.at[i].name))
			found = t->ignores.at[i].used = true;
	return found;
}

static bool is_silenced(struct text *t, const struct diag *d)
{
	bool found = false;

	if (explanation_of(d->rule)->silence == SILENCE_NEVER)
		return false;
	if (explanation_of(d->rule)->silence == SILENCE_TEXT)
		return is_silenced_anywhere(t, d->rule);
	for (size_t i = begun(t, d->place.from); i > 0 && t->ignores.at[i - 1].reach >= d->place.from; i--) {
		struct ignore *g = &t->ignores.at[i - 1];

		if (d->place.from > g->to || !rule_named(d->rule, g->name))
			continue;
		g->used = true;
		found = true;
	}
	return found;
}

static void drop_silenced(struct run *r)
{
	struct diags *dg = r->dg;
	size_t kept = 0;

	for (size_t i = 0; i < dg->list.len; i++) {
		struct text *t = map_get(&r->by_path, dg->list.at[i].place.source->path);

		if (!t || !is_silenced(t, &dg->list.at[i]))
			dg->list.at[kept++] = dg->list.at[i];
	}
	dg->list.len = kept;
}

/* ---- what was not needed ---- */

/* A text with a broken head is not seen by every check, so nothing is known about it. */
static void tell_unused(struct run *r, const struct text *t)
{
	const struct article *a = t->article;

	if (a && a->broken)
		return;
	for (size_t i = 0; i < t->ignores.len; i++)
		if (!t->ignores.at[i].used)
			diag_add(r->dg, RULE_IGNORE_UNUSED, t->ignores.at[i].place, STR_NONE,
				 MSG(IGNORE_UNUSED, t->ignores.at[i].name));
	for (size_t i = 0; a && i < a->front.allow_count; i++)
		if (!atomic_load_explicit(&a->front.allow[i].used, memory_order_relaxed))
			diag_add(r->dg, RULE_IGNORE_UNUSED, a->front.allow[i].place, STR_NONE,
				 MSG(ALLOW_UNUSED, a->front.allow[i].word));
}

void silence_apply(const struct site *site, struct diags *dg)
{
	struct run s = {.dg = dg};

	for (size_t i = 0; i < site->articles.len; i++)
		if (site->articles.at[i]->entry && site->articles.at[i]->markup)
			add_article(&s, site->articles.at[i]);
	for (size_t l = 0; l < site->settings.language_count; l++)
		if (site->links[l].len)
			add_definitions(&s, site->links[l].at[0].place.source);
	drop_silenced(&s);
	for (size_t i = 0; i < s.texts.len; i++) {
		tell_unused(&s, s.texts.at[i]);
		vec_clear(&s.texts.at[i]->ignores);
	}
	vec_clear(&s.texts);
	map_clear(&s.by_path);
	arena_clear(&s.arena);
}
