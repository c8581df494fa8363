#include "check/known.h"

#include <math.h>

uint8_t known_verdict(const struct known *known, uint8_t language, struct str word)
{
	return speller_recall(known->restore.ctx, (uint8_t)(SPELLER_DOMAIN_FIRST + language), word);
}

void known_remember(const struct known *known, uint8_t language, struct str word, uint8_t verdict)
{
	speller_remember(known->restore.ctx, (uint8_t)(SPELLER_DOMAIN_FIRST + language), word, verdict);
}

static bool dictionary_has(void *ctx, enum restore_dictionary which, struct str word)
{
	return speller_knows(ctx, which == RESTORE_KAZAKH ? DICTIONARY_KK : DICTIONARY_RU, word);
}

static enum knows kazakh(void *ctx, struct str word)
{
	static const enum knows levels[] = {
		[RESTORE_UNKNOWN] = KNOWS_NOT, [RESTORE_KNOWN] = KNOWS_FORM, [RESTORE_STRONG] = KNOWS_SURELY};
	const struct known *k = ctx;

	return levels[restore_known(&k->restore, word)];
}

static enum knows russian(void *ctx, struct str word)
{
	const struct known *k = ctx;

	return speller_knows(k->restore.ctx, DICTIONARY_RU, word) ? KNOWS_SURELY : KNOWS_NOT;
}

static enum knows english(void *ctx, struct str word)
{
	const struct known *k = ctx;

	return speller_knows(k->restore.ctx, DICTIONARY_EN, word) ? KNOWS_SURELY : KNOWS_NOT;
}

static float likelihood(void *ctx, struct str word)
{
	const struct known *k = ctx;

	/* Of two words that exist, the one that texts have more often. */
	return restore_likelihood(&k->restore, word) + logf(1 + (float)lexicon_count(k->restore.lex, word));
}

static float letters(void *ctx, struct str word)
{
	const struct known *k = ctx;
	struct letters numbers;

	return alphabet_word(word, &numbers) ? lexicon_cost(k->restore.lex, &numbers) : -INFINITY;
}

/* A capital inside a sentence begins a name, which is as short as this, in letters, more often than not by chance. */
enum { SHORT_NAME = 4 };

/* Names that only look like a misspelt word: Гана beside ғана, Кара теңізі beside қара, Сон of Мае-Хонг-Сон beside соң. */
static bool is_name(const struct known *k, struct point_text *w, unsigned context, struct arena *a)
{
	struct str name = points_text(w->point, w->count, a);

	if (!points_is_upper(w->point[0]))
		return false;
	if ((context & WORD_BY_HYPHEN) || (!(context & WORD_STARTS_SENTENCE) && w->count <= SHORT_NAME))
		return true;
	if (!dictionary_has(k->restore.ctx, RESTORE_RUSSIAN, name))
		return false;
	w->point[0] = points_lower(w->point[0]);
	name = points_text(w->point, w->count, a);
	w->point[0] = points_upper(w->point[0]);
	return !dictionary_has(k->restore.ctx, RESTORE_RUSSIAN, name);
}

/* The site's spelling with the word's capital. */
static struct str as_on_site(const struct known *k, struct str word, unsigned context, struct arena *a)
{
	const struct site_spelling *s = site_spelling_of(&k->site, word);
	struct point_text t, w;

	if (!s)
		return STR_NONE;
	t = points_take(s->word, a);
	w = points_take(word, a);
	if (is_name(k, &w, context, a))
		return STR_NONE;
	for (size_t i = 0; i < t.count && i < w.count; i++)
		if (points_is_upper(w.point[i]))
			t.point[i] = points_upper(t.point[i]);
	return points_text(t.point, t.count, a);
}

static struct str restored(void *ctx, struct str word, unsigned context, struct arena *a)
{
	const struct known *k = ctx;
	struct str repaired = STR_NONE;
	uint8_t verdict = known_verdict(k, LETTERS_KK, word);
	unsigned place = (context & WORD_STARTS_SENTENCE ? RESTORE_BEGINS : 0U) |
			 (context & WORD_BY_HYPHEN ? RESTORE_HYPHEN : 0U);

	/* A word that was judged is not judged anew wherever it stands. */
	if (verdict && !(verdict & VERDICT_LOOK))
		return as_on_site(k, word, context, a);
	return restore_word(&k->restore, word, place, a, &repaired) ? repaired : as_on_site(k, word, context, a);
}

void known_make(struct known *known, struct speller *speller)
{
	*known = (struct known){
		.words = {known, kazakh, russian, english, letters, likelihood, restored},
		.restore = {lexicon_kazakh(), dictionary_has, speller},
	};
}

void known_clear(struct known *known)
{
	site_spellings_clear(&known->site);
}
