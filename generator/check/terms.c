/*
 * terms.c - the site's glossary: words that are avoided, also with an ending, and terms in other capitals (EGOV for
 * eGov).
 */
#include "base/utf8.h"
#include "check/reading.h"

enum { ENDING_LONGEST = 6, STEM_LEAST = 4, RUSSIAN_ENDING_LONGEST = 4, RUSSIAN_STEM_LEAST = 4 };

/* How a phrase fits the words of a text. */
enum fit { FIT_NOT, FIT_INFLECTED, FIT_EXACT };

/*
 * May these letters, behind a whole word, be its ending? Short words are left alone: with a few letters more they are other
 * words.
 */
static bool is_ending(struct str word, struct str rest)
{
	return utf8_count(word) >= STEM_LEAST && utf8_count(rest) <= ENDING_LONGEST &&
	       reading_letters(rest, 0) == rest.len;
}

/* A Russian word without up to two vowels, й or ь at its end (личная), which another ending takes the place of. */
static struct str russian_stem(struct str word)
{
	static const char *const last[] = {"а", "я", "о", "е", "и", "ы", "у", "ю", "й", "ь", NULL};

	for (size_t n = 0, i = 0; n < 2 && last[i] && utf8_count(word) > RUSSIAN_STEM_LEAST; i++)
		if (str_ends(word, str_of(last[i]))) {
			word.len -= strlen(last[i]);
			i = SIZE_MAX; /* from the first again */
			n++;
		}
	return word;
}

static enum fit fit_word(const struct term_word *wanted, const struct term_word *is, bool last, bool russian)
{
	struct str stem = wanted->folded;

	if (str_eq(is->folded, stem))
		return FIT_EXACT;
	if (russian) {
		stem = russian_stem(stem);
		if (str_starts(is->folded, stem) && utf8_count(stem) >= RUSSIAN_STEM_LEAST &&
		    utf8_count(str_from(is->folded, stem.len)) <= RUSSIAN_ENDING_LONGEST &&
		    is_ending(stem, str_from(is->folded, stem.len)))
			return FIT_INFLECTED;
		return FIT_NOT;
	}
	if (last && str_starts(is->folded, stem) && is_ending(stem, str_from(is->folded, stem.len)))
		return FIT_INFLECTED;
	return FIT_NOT;
}

static enum fit fit_phrase(const struct term_phrase *p, const term_words *words, size_t at, bool russian)
{
	enum fit fit = FIT_EXACT;

	if (at + p->count > words->len)
		return FIT_NOT;
	for (size_t i = 0; i < p->count && fit; i++) {
		const struct term_word *is = &words->at[at + i];
		enum fit now = fit_word(&p->words[i], is, i + 1 == p->count, russian);

		if (i && is->gap != p->words[i].gap)
			return FIT_NOT;
		fit = now < fit ? now : fit;
	}
	/* ИИН-ге: what stands behind the hyphen is an ending. */
	if (fit == FIT_EXACT && at + p->count < words->len && words->at[at + p->count].gap == '-' && p->avoided)
		return FIT_INFLECTED;
	return fit;
}

/* The longest phrase that fits at a word; a term before what is avoided. */
static const struct term_phrase *find(const struct check_context *c, const struct passage *p, const term_words *words,
				      size_t at, enum fit *fit)
{
	bool russian = str_eq(site_language(c->site, p->language)->code, STR("ru"));
	const struct term_phrase *best = NULL, *near;
	size_t count;

	near = glossary_near(&c->site->glossary, p->language, words->at[at].folded, &count);
	for (size_t i = 0; i < count; i++) {
		enum fit now = fit_phrase(&near[i], words, at, russian);

		if (!now)
			continue;
		if (!best || near[i].count > best->count || (near[i].count == best->count && !near[i].avoided)) {
			best = &near[i];
			*fit = now;
		}
	}
	return best;
}

static bool other_capitals(const struct term_phrase *p, const term_words *words, size_t at)
{
	for (size_t i = 0; p->has_capital && i < p->count; i++)
		if (!str_eq(p->words[i].written, words->at[at + i].written))
			return true;
	return false;
}

static void see(const struct check_context *c, const struct passage *p, void *ctx)
{
	term_words words = {0};

	(void)ctx;
	if (c->site->glossary.phrases[p->language].len == 0)
		return;
	glossary_words(p->text, c->scratch, &words);
	for (size_t i = 0; i < words.len; i++) {
		enum fit fit = FIT_NOT;
		const struct term_phrase *found = find(c, p, &words, i, &fit);
		size_t from = words.at[i].from, to;
		struct str is;

		if (!found)
			continue;
		to = words.at[i + found->count - 1].to;
		is = str_slice(p->text, from, to);
		if (found->avoided)
			reading_report(c, RULE_TERM, p, from, to, fit == FIT_EXACT ? found->term : STR_NONE,
				       MSG(TERM_AVOIDED, is, found->term));
		else if (fit == FIT_EXACT && other_capitals(found, &words, i))
			reading_report(c, RULE_TERM, p, from, to, found->term, MSG(TERM_CAPITALS, is, found->term));
		i += found->count - 1;
	}
	vec_clear(&words);
}

static void each_article(const struct check_context *c, const struct article *a)
{
	reading_prose(c, a, see, NULL);
}

static void whole_site(const struct check_context *c)
{
	reading_prose(c, NULL, see, NULL);
}

const struct check check_terms = {.each_article = each_article, .whole_site = whole_site};
