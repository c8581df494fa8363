#include "check/reading.h"

#include "base/utf8.h"

static void each(const struct check_context *c, const struct article *a, bool keywords, see_passage *see, void *ctx)
{
	passages all = {0};

	if (a)
		passages_of_article(a, c->scratch, &all);
	else
		passages_of_site(c->site, c->scratch, &all);
	for (size_t i = 0; i < all.len; i++)
		if (keywords || all.at[i].kind != PASSAGE_KEYWORD)
			see(c, &all.at[i], ctx);
	vec_clear(&all);
}

void reading_each(const struct check_context *c, const struct article *a, see_passage *see, void *ctx)
{
	each(c, a, true, see, ctx);
}

void reading_prose(const struct check_context *c, const struct article *a, see_passage *see, void *ctx)
{
	each(c, a, false, see, ctx);
}

void reading_report(const struct check_context *c, enum rule_id rule, const struct passage *p, size_t from, size_t to,
		    struct str repair, struct message m)
{
	diag_add(c->dg, rule, passage_place(p, from, to, NULL), repair, m);
}

bool reading_is_letter(uint32_t point)
{
	return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= 0x400 && point < 0x530) ||
	       (point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7);
}

size_t reading_letters(struct str text, size_t at)
{
	uint32_t point;

	while (at < text.len) {
		size_t n = utf8_decode(text, at, &point);

		if (!reading_is_letter(point))
			break;
		at += n;
	}
	return at;
}
