/*
 * punctuation.c - quotation marks « » in Kazakh and Russian texts, and a dash between words where a hyphen was typed. What stands
 * inside « » may be quoted in any way.
 */
#include "base/utf8.h"
#include "check/reading.h"

/* A longer quotation is not said again as a repair, in bytes. */
enum { QUOTE_SHOWN = 120 };

#define LEFT   0xAB
#define RIGHT  0xBB
#define HIGH_6 0x201C
#define HIGH_9 0x201D
#define OBJECT 0xFFFC

static bool is_space(uint32_t point)
{
	return point == ' ' || point == '\n' || point == '\t' || point == 0xA0;
}

static bool is_digit(uint32_t point)
{
	return point >= '0' && point <= '9';
}

/* A text as code points with their places; a space stands before and behind. */
struct points {
	struct {
		uint32_t point;
		size_t at;
	} * at;
	size_t len;
};

static struct points points_of(struct str text, struct arena *a)
{
	struct points p = {NULL, 1};
	size_t at = 0;

	p.at = arena_alloc(a, arena_product(sizeof *p.at, text.len + 2));
	p.at[0].point = ' ';
	while (at < text.len) {
		p.at[p.len].at = at;
		at += utf8_decode(text, at, &p.at[p.len++].point);
	}
	p.at[p.len].point = ' ';
	p.at[p.len].at = text.len;
	return p;
}

/* ---- quotation marks ---- */

static bool opens(const struct points *p, size_t i)
{
	uint32_t before = p->at[i - 1].point, after = p->at[i + 1].point;

	if (p->at[i].point != '"' && p->at[i].point != HIGH_6)
		return false;
	return !is_space(after) && (is_space(before) || before == '(' || before == '[' || before == '-' ||
				    before == 0x2013 || before == 0x2014 || before == OBJECT);
}

/* The closing mark that belongs to the opening one at i; 0: there is none. */
static size_t closing(const struct points *p, size_t i)
{
	uint32_t wanted = p->at[i].point == '"' ? '"' : HIGH_9;

	for (size_t k = i + 1; k < p->len; k++)
		if (p->at[k].point == wanted && !is_space(p->at[k - 1].point) &&
		    !reading_is_letter(p->at[k + 1].point) && !is_digit(p->at[k + 1].point))
			return k;
	return 0;
}

static void report_quote(const struct check_context *c, const struct passage *p, size_t from, size_t inner, size_t end,
			 size_t to)
{
	struct str words = str_slice(p->text, inner, end), repair = STR_NONE;

	if (words.len <= QUOTE_SHOWN && str_find_byte(words, '\n') == SIZE_MAX)
		repair = arena_printf(c->scratch, "«%.*s»", STR_ARG(words));
	reading_report(c, RULE_QUOTES, p, from, to, repair, MSG(QUOTES));
}

static void check_quotes(const struct check_context *c, const struct passage *passage, const struct points *p)
{
	size_t depth = 0, end;

	for (size_t i = 1; i < p->len; i++) {
		if (p->at[i].point == LEFT)
			depth++;
		else if (p->at[i].point == RIGHT && depth)
			depth--;
		if (depth || !opens(p, i) || !(end = closing(p, i)))
			continue;
		report_quote(c, passage, p->at[i].at, p->at[i + 1].at, p->at[end].at, p->at[end + 1].at);
		i = end;
	}
}

/* ---- dashes ---- */

/* Letters, digits and whether there is anything else in the word that ends before (begins behind) a space. */
struct side {
	size_t letters, digits;
	bool edge; /* a quotation mark, bracket or the like is nearest to the hyphen */
	bool code;
};

static struct side side_of(const struct points *p, size_t i, bool forward)
{
	struct side side = {0};
	bool first = true;

	for (; i > 0 && i < p->len && !is_space(p->at[i].point); i += forward ? 1 : (size_t)-1) {
		uint32_t point = p->at[i].point;

		side.letters += reading_is_letter(point);
		side.digits += is_digit(point);
		side.code |= point == OBJECT || strchr("+=*/<>_|\\", (int)(point < 0x80 && point ? point : 'a'));
		side.edge |= first && (point == LEFT || point == RIGHT || point == ')' || point == '(' || point == '"');
		first = false;
	}
	return side;
}

static bool is_word(const struct side *s)
{
	return s->letters >= 2 && !s->code;
}

/* "жазу - оқу" and "18 лет - это", but neither "5 - 10" nor "a - b" nor code. */
static bool wants_dash(const struct points *p, size_t i)
{
	struct side before, behind;

	if (p->at[i].point != '-' || i < 3 || i + 2 >= p->len || !is_space(p->at[i - 1].point) ||
	    !is_space(p->at[i + 1].point))
		return false;
	before = side_of(p, i - 2, false);
	behind = side_of(p, i + 2, true);
	if (before.code || behind.code)
		return false;
	return (is_word(&before) || before.edge || before.digits) &&
	       (is_word(&behind) || behind.edge || behind.digits) && (is_word(&before) || is_word(&behind));
}

static void check_dashes(const struct check_context *c, const struct passage *passage, const struct points *p)
{
	bool english = str_eq(site_language(c->site, passage->language)->code, STR("en"));

	for (size_t i = 1; i < p->len; i++)
		if (wants_dash(p, i))
			reading_report(c, RULE_DASH, passage, p->at[i].at, p->at[i + 1].at,
				       english ? STR("–") : STR("—"), MSG(DASH));
}

static void see(const struct check_context *c, const struct passage *passage, void *ctx)
{
	struct points p = points_of(passage->text, c->scratch);

	(void)ctx;
	if (!str_eq(site_language(c->site, passage->language)->code, STR("en")))
		check_quotes(c, passage, &p);
	check_dashes(c, passage, &p);
}

static void each_article(const struct check_context *c, const struct article *a)
{
	reading_prose(c, a, see, NULL);
}

static void whole_site(const struct check_context *c)
{
	reading_prose(c, NULL, see, NULL);
}

const struct check check_punctuation = {.each_article = each_article, .whole_site = whole_site};
