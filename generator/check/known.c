#include "check/known.h"

#include "letters/points.h"

static enum knows kazakh(void *ctx, struct str word)
{
	return speller_knows(ctx, DICTIONARY_KK, word) ? KNOWS_SURELY : KNOWS_NOT;
}

static enum knows russian(void *ctx, struct str word)
{
	return speller_knows(ctx, DICTIONARY_RU, word) ? KNOWS_SURELY : KNOWS_NOT;
}

static enum knows english(void *ctx, struct str word)
{
	return speller_knows(ctx, DICTIONARY_EN, word) ? KNOWS_SURELY : KNOWS_NOT;
}

static float kazakh_letters(void *ctx, struct str word)
{
	(void)ctx;
	(void)word;
	return 0;
}

static struct str restored(void *ctx, struct str word, unsigned context, struct arena *a)
{
	(void)ctx;
	(void)word;
	(void)context;
	(void)a;
	return STR_NONE;
}

struct word_knowledge known_words(struct speller *speller)
{
	return (struct word_knowledge){speller, kazakh, russian, english, kazakh_letters, restored};
}
