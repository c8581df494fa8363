/*
 * house.c - the site's own rules (content/rules.yaml) over every text of the site.
 */
#include "base/utf8.h"
#include "check/reading.h"

static const enum rule_id by_level[] = {
	[LEVEL_NOTE] = RULE_HOUSE_NOTE, [LEVEL_WARNING] = RULE_HOUSE_WARNING, [LEVEL_ERROR] = RULE_HOUSE_ERROR};

/* One reading of an article, or of the site's settings and interface. */
struct reading {
	struct pattern_space *space;
	bool *stopped; /* rules that gave up on a text of it: told once */
};

static void report_stopped(const struct check_context *c, const struct passage *p, const struct house_rule *rule)
{
	struct position at = source_position(rule->place.source, rule->place.from);
	struct str where = arena_printf(c->scratch, "%.*s:%zu", STR_ARG(rule->place.source->path), at.line);

	reading_report(c, RULE_HOUSE_RULE_SLOW, p, 0, p->text.len, STR_NONE, MSG(HOUSE_SLOW, rule->name, where));
}

static void report(const struct check_context *c, const struct passage *p, const struct house_rule *rule,
		   const struct reading *r, struct pattern_match found)
{
	struct str repair = rule->replaces ? pattern_fill(r->space, p->text, rule->replacement, c->scratch) : STR_NONE;
	struct message m = MSG(HOUSE_RULE, rule->message[MESSAGES_EN], rule->message[MESSAGES_RU],
			       rule->message[MESSAGES_KK], rule->name);

	m.local = true;
	reading_report(c, by_level[rule->level], p, found.from, found.to, repair, m);
}

/* Every match of one rule; one of nothing at all says nothing. */
static bool apply(const struct check_context *c, const struct passage *p, const struct house_rule *rule,
		  const struct reading *r)
{
	struct pattern_match found;
	uint32_t point;

	for (size_t at = 0; at <= p->text.len;) {
		enum pattern_result result = pattern_find(rule->pattern, r->space, p->text, at, &found);

		if (result != PATTERN_FOUND)
			return result == PATTERN_NONE;
		if (found.to > found.from)
			report(c, p, rule, r, found);
		if (found.to > at)
			at = found.to;
		else
			at += at < p->text.len ? utf8_decode(p->text, at, &point) : 1;
	}
	return true;
}

static void see(const struct check_context *c, const struct passage *p, void *ctx)
{
	struct reading *r = ctx;

	for (size_t i = 0; i < c->site->house.rules.len; i++) {
		const struct house_rule *rule = &c->site->house.rules.at[i];

		if (!rule->in[p->language] || r->stopped[i] || apply(c, p, rule, r))
			continue;
		report_stopped(c, p, rule);
		r->stopped[i] = true;
	}
}

static void each_article(const struct check_context *c, const struct article *a)
{
	struct reading r = {0};

	if (c->site->house.rules.len == 0)
		return;
	r.space = pattern_space_new();
	r.stopped = arena_array(c->scratch, bool, c->site->house.rules.len);
	reading_each(c, a, see, &r);
	pattern_space_free(r.space);
}

static void whole_site(const struct check_context *c)
{
	each_article(c, NULL);
}

const struct check check_house = {.each_article = each_article, .whole_site = whole_site};
