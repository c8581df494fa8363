/*
 * search.c - the command search: what readers find with a query, in the order of the search page, and why. The index is
 * made of the content as it is; nothing is checked and nothing written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/escape.h"
#include "base/utf8.h"
#include "cli/run.h"
#include "diag/excerpt.h"
#include "search/finder.h"

enum { SHOWN = 10 }; /* results, where --limit does not say */

struct search {
	struct run *r;
	const struct site *site;
	const struct index *ix;
	const struct finder *finder;
	struct finder_scratch *scratch;
	size_t language; /* the reader's */
	size_t limit;
	struct buf out;
};

/* ---- for people ---- */

static void add_message(struct search *s, struct message m)
{
	message_text(&m, s->r->options->messages, &s->out);
}

static struct message tier_message(const struct reason *r)
{
	static const enum message_id ids[TIERS] = {
		[TIER_EXACT] = MSG_SEARCH_EXACT, [TIER_LETTERS] = MSG_SEARCH_LETTERS, [TIER_STEM] = MSG_SEARCH_STEM,
		[TIER_KEY] = MSG_SEARCH_KEY,	 [TIER_SHORT] = MSG_SEARCH_KEY,	      [TIER_PREFIX] = MSG_SEARCH_PREFIX,
		[TIER_FIRST] = MSG_SEARCH_FIRST,
	};

	return (struct message){.id = r->is_edited ? MSG_SEARCH_EDIT : ids[r->tier]};
}

/* Of a query no more is shown than tells which one it was. */
enum { QUERY_SHOWN = 80 };

/* A text as a terminal may see it. */
static struct str visible(struct search *s, struct str text, size_t signs)
{
	struct str head = str_slice(text, 0, utf8_offset(text, signs)), kept;
	struct buf out = BUF_INIT;

	excerpt_visible(&out, head);
	if (head.len < text.len)
		buf_add(&out, STR("…"));
	kept = arena_str(&s->r->build.arena, buf_str(&out));
	buf_clear(&out);
	return kept;
}

/* "    asked -> word: another form of the word; typed in Latin letters" */
static void add_reason(struct search *s, const struct reason *r)
{
	buf_addf(&s->out, "    %.*s → %.*s: ", STR_ARG(r->asked), STR_ARG(r->word));
	add_message(s, tier_message(r));
	if (r->reading != READING_TYPED) {
		buf_add(&s->out, STR("; "));
		add_message(s, r->reading == READING_LAYOUT ? MSG(SEARCH_LAYOUT) : MSG(SEARCH_LATIN));
	}
	if (!r->is_shown) {
		buf_add(&s->out, STR("; "));
		add_message(s, MSG(SEARCH_ELSEWHERE));
	}
	buf_add_byte(&s->out, '\n');
}

static void add_text_result(struct search *s, const struct found *found, size_t i)
{
	const struct ranked *answer = &found->answers.at[i];
	const struct article *text = s->ix->answers.at[answer->answer]->shown[s->language];
	const struct language *in = site_language(s->site, text->language);
	reasons why = {0};

	buf_addf(&s->out, "%2zu. ", i + 1);
	excerpt_visible(&s->out, text->front.title);
	if (text->language != s->language)
		buf_addf(&s->out, " [%.*s]", STR_ARG(in->name));
	buf_add(&s->out, STR("\n    "));
	excerpt_visible(&s->out, text->source->path);
	buf_addf(&s->out, "  %.3f\n", answer->score);
	finder_reasons(s->finder, found, answer, text->language, &why);
	for (size_t k = 0; k < why.len; k++)
		add_reason(s, &why.at[k]);
	vec_clear(&why);
}

static void add_line(struct search *s, struct message m)
{
	add_message(s, m);
	buf_add_byte(&s->out, '\n');
}

static void add_text(struct search *s, struct str query, const struct found *found)
{
	size_t shown = found->answers.len < s->limit ? found->answers.len : s->limit;

	if (utf8_count(query) > QUERY_SIGNS)
		add_line(s, MSG(SEARCH_LONG, run_number(s->r, QUERY_SIGNS)));
	if (!found->pieces.len)
		add_line(s, MSG(SEARCH_NO_WORDS, visible(s, query, QUERY_SHOWN)));
	else if (!shown)
		add_line(s, MSG(SEARCH_NOTHING, visible(s, query, QUERY_SHOWN)));
	if (!shown)
		return;
	if (found->understood.len)
		add_line(s, MSG(SEARCH_UNDERSTOOD, visible(s, found->understood, QUERY_SIGNS)));
	if (found->is_similar)
		add_line(s, MSG(SEARCH_SIMILAR));
	for (size_t i = 0; i < shown; i++)
		add_text_result(s, found, i);
	add_line(s, MSG(SEARCH_FOUND, run_number(s->r, found->answers.len), run_number(s->r, shown)));
}

/* ---- for programs ---- */

static void add_member(struct search *s, const char *before, struct str value)
{
	buf_add(&s->out, str_of(before));
	escape_json(&s->out, value);
}

static void add_json_reasons(struct search *s, const struct found *found, const struct ranked *answer, size_t language)
{
	reasons why = {0};

	finder_reasons(s->finder, found, answer, language, &why);
	buf_add(&s->out, STR(",\"reasons\":["));
	for (size_t k = 0; k < why.len; k++) {
		const struct reason *r = &why.at[k];

		add_member(s, k ? ",{\"asked\":" : "{\"asked\":", r->asked);
		buf_addf(&s->out, ",\"reading\":\"%s\",\"tier\":\"%s\"", reading_name(r->reading), reason_tier(r));
		add_member(s, ",\"word\":", r->word);
		buf_addf(&s->out, ",\"isShown\":%s}", r->is_shown ? "true" : "false");
	}
	buf_add_byte(&s->out, ']');
	vec_clear(&why);
}

static void add_json_result(struct search *s, const struct found *found, size_t i)
{
	const struct ranked *answer = &found->answers.at[i];
	const struct entry *e = s->ix->answers.at[answer->answer];
	const struct article *text = e->shown[s->language];

	add_member(s, i ? ",{\"id\":" : "{\"id\":", e->id);
	add_member(s, ",\"lang\":", site_language(s->site, text->language)->code);
	add_member(s, ",\"title\":", text->front.title);
	add_member(s, ",\"path\":", text->source->path);
	buf_addf(&s->out, ",\"score\":%.6f,\"isSimilar\":%s", answer->score, answer->is_similar ? "true" : "false");
	add_json_reasons(s, found, answer, text->language);
	buf_add_byte(&s->out, '}');
}

/* One object, in one line. */
static void add_json(struct search *s, struct str query, const struct found *found)
{
	add_member(s, "{\"query\":", query);
	add_member(s, ",\"lang\":", site_language(s->site, s->language)->code);
	buf_addf(&s->out, ",\"total\":%zu,\"isSimilar\":%s", found->answers.len, found->is_similar ? "true" : "false");
	if (found->understood.len)
		add_member(s, ",\"understood\":", found->understood);
	else
		buf_add(&s->out, STR(",\"understood\":null"));
	buf_add(&s->out, STR(",\"results\":["));
	for (size_t i = 0; i < found->answers.len && i < s->limit; i++)
		add_json_result(s, found, i);
	buf_add(&s->out, STR("]}\n"));
}

/* ---- queries ---- */

static void answer(struct search *s, struct str query)
{
	struct found found = {0};

	finder_find(s->finder, s->language, query, s->scratch, &found);
	if (s->r->options->format == FORMAT_JSON)
		add_json(s, query, &found);
	else
		add_text(s, query, &found);
	found_clear(&found);
	say(STDOUT_FILENO, &s->out);
}

static void answer_lines(struct search *s)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	while ((n = getline(&line, &room, stdin)) >= 0) {
		struct str query = {line, (size_t)n};

		if (str_ends(query, STR("\n")))
			query.len--;
		answer(s, query);
	}
	free(line);
}

static void warn_errors(struct run *r)
{
	size_t errors = diags_count(&r->build.dg, LEVEL_ERROR);
	struct message m = MSG(SEARCH_ERRORS, run_number(r, errors));
	struct buf text = BUF_INIT;

	if (!errors)
		return;
	message_text(&m, r->options->messages, &text);
	buf_add_byte(&text, '\n');
	say(STDERR_FILENO, &text);
}

/* The codes of the site's languages, with commas between. */
static struct str languages_of(const struct site *site, struct arena *a)
{
	struct str all = site_language(site, 0)->code;

	for (size_t l = 1; l < site->settings.language_count; l++)
		all = arena_printf(a, "%.*s, %.*s", STR_ARG(all), STR_ARG(site_language(site, l)->code));
	return all;
}

static enum status search_site(struct run *r)
{
	const struct options *o = r->options;
	const struct site *site = r->build.site;
	size_t language = o->lang ? site_language_number(site, str_of(o->lang)) : 0;
	struct index *ix;
	struct finder *finder;
	struct search s;

	if (language == SIZE_MAX)
		return fail(o, MSG(SEARCH_LANGUAGE, str_of(o->lang), languages_of(site, &r->build.arena)));
	ix = index_build(site, o->jobs);
	finder = finder_new(ix, site->settings.language_count, o->jobs);
	s = (struct search){.r = r,
			    .site = site,
			    .ix = ix,
			    .finder = finder,
			    .scratch = finder_scratch_new(finder),
			    .language = language,
			    .limit = o->limit ? o->limit : SHOWN};
	if (strcmp(o->argument, "-") == 0)
		answer_lines(&s);
	else
		answer(&s, str_of(o->argument));
	finder_scratch_free(s.scratch);
	finder_free(finder);
	index_free(ix);
	return STATUS_DONE;
}

enum status command_search(struct options *o)
{
	struct run r;

	run_begin(&r, o);
	if (!build_load(&r.build)) {
		run_report(&r);
		return run_end(&r);
	}
	run_language(&r);
	warn_errors(&r);
	r.status = search_site(&r);
	return run_end(&r);
}
