/*
 * letters_words.h - all that a test of the letter checks needs: a handful of words as struct word_knowledge, the tables of
 * encodings, a judge; and findings as short lines. Nothing here reads a file or a clock.
 *
 *	struct letters_fixture f;
 *	letters_begin(&f, LETTERS_KK);
 *	letters_told(&f, STR("қaла"), &out);	"MIXED! 0 қaла > қала\n"
 *	letters_end(&f);
 */
#ifndef KOMEK_TESTS_LETTERS_WORDS_H
#define KOMEK_TESTS_LETTERS_WORDS_H

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "letters/text.h"

/* Words in small letters between spaces; KNOWS_FORM where a + stands before. */
static const char *const words_kazakh = " қала үшін қызмет қыз өтініш құжат нөмір қағаз әлем ғылым таңба ұйым үй мен "
					"сен керек болады кітап жаңа қол сана "
					"қана ана пән нан тапсырма көмек сайт сайтқа арқылы беріңіз алыңыз тілі тіл "
					"мемлекеттік өмір сұрақ жауап бағдарлама кеңес "
					"азамат код баға баспа қазір сома ерте әкесі рахмет қауіп хат ортақ өсім осы "
					"аса оның жоқ балалар бала кең тең ой "
					"+қалалар +құжаттар +өтініші ";
static const char *const words_russian = " код город вода книга мы вам нужно поэтому для заявление через сайт паспорт "
					 "это слово банк она документ очень важно "
					 "подать который после срок услуга центр получите мир её йод он на не ";
static const char *const words_english =
	" the and of to is in for your you with this that are not code kaspi bank sms page site open please "
	"send form hello ace cop hope a ";

static inline bool words_have(const char *list, struct str word, const char *before)
{
	struct buf key = BUF_INIT;
	bool found;

	buf_addf(&key, " %s", before);
	for (size_t at = 0; at < word.len;) {
		uint32_t point;
		char bytes[4];

		at += utf8_decode(word, at, &point);
		buf_add(&key, (struct str){bytes, utf8_encode(points_lower(point), bytes)});
	}
	buf_add_byte(&key, ' ');
	found = word.len && word.len < 200 && str_find_byte(word, ' ') == SIZE_MAX &&
		str_find(str_of(list), buf_str(&key), 0) != SIZE_MAX;
	buf_clear(&key);
	return found;
}

static inline enum knows words_know_kazakh(void *ctx, struct str word)
{
	(void)ctx;
	return words_have(words_kazakh, word, "")    ? KNOWS_SURELY
	       : words_have(words_kazakh, word, "+") ? KNOWS_FORM
						     : KNOWS_NOT;
}

static inline enum knows words_know_russian(void *ctx, struct str word)
{
	(void)ctx;
	return words_have(words_russian, word, "") ? KNOWS_SURELY : KNOWS_NOT;
}

static inline enum knows words_know_english(void *ctx, struct str word)
{
	(void)ctx;
	return words_have(words_english, word, "") ? KNOWS_SURELY : KNOWS_NOT;
}

/* The earlier in the list, the likelier. */
static inline float words_likelihood(void *ctx, struct str word)
{
	struct buf key = BUF_INIT;
	size_t at;

	(void)ctx;
	buf_addf(&key, " %.*s ", STR_ARG(word));
	at = str_find(str_of(words_kazakh), buf_str(&key), 0);
	buf_clear(&key);
	return at == SIZE_MAX ? -5 : 5 - (float)at / 1000;
}

/* Kazakh letters are likelier than the Russian ones in their place. */
static inline float words_letters(void *ctx, struct str word)
{
	float sum = 0;

	(void)ctx;
	for (size_t at = 0; at < word.len;) {
		uint32_t point;

		at += utf8_decode(word, at, &point);
		sum -= points_class(point) == POINT_KAZAKH ? 2 : 3;
	}
	return sum;
}

static inline struct str words_restored(void *ctx, struct str word, unsigned context, struct arena *a)
{
	static const char *const pairs[][2] = {{"кала", "қала"},     {"ушин", "үшін"},	    {"кызмет", "қызмет"},
					       {"кыз", "қыз"},	     {"отиниш", "өтініш"},  {"кужат", "құжат"},
					       {"Кала", "Қала"},     {"омир", "өмір"},	    {"сурак", "сұрақ"},
					       {"алыныз", "алыңыз"}, {"бериниз", "беріңіз"}};

	(void)ctx, (void)context;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (str_eq(str_of(pairs[i][0]), word))
			return arena_str(a, str_of(pairs[i][1]));
	return STR_NONE;
}

static const struct word_knowledge words_known = {
	NULL,	       words_know_kazakh, words_know_russian, words_know_english,
	words_letters, words_likelihood,  words_restored};

struct letters_fixture {
	struct encodings encodings;
	struct arena arena;
	unsigned patience;
	struct judge judge;
};

static inline void letters_begin(struct letters_fixture *f, enum letters_language language)
{
	const char *name;

	*f = (struct letters_fixture){.patience = 100};
	if (!encodings_make(&f->encodings, &name)) {
		fprintf(stderr, "the system has no converter for %s\n", name);
		abort();
	}
	f->judge = (struct judge){.encodings = &f->encodings,
				  .knows = &words_known,
				  .language = language,
				  .patience = &f->patience,
				  .scratch = &f->arena};
}

static inline void letters_end(struct letters_fixture *f)
{
	arena_clear(&f->arena);
}

static const char *const finding_names[FINDING_COUNT] = {
	[FINDING_MIXED] = "MIXED",     [FINDING_WRONG] = "WRONG",	  [FINDING_OLD] = "OLD",
	[FINDING_BROKEN] = "BROKEN",   [FINDING_LOST] = "LOST",		  [FINDING_MARK] = "MARK",
	[FINDING_NFC] = "NFC",	       [FINDING_INVISIBLE] = "INVISIBLE", [FINDING_SOFT] = "SOFT",
	[FINDING_DIGIT] = "DIGIT",     [FINDING_LAYOUT] = "LAYOUT",	  [FINDING_LATIN_WORD] = "LATIN_WORD",
	[FINDING_RUSSIAN] = "RUSSIAN", [FINDING_KAZAKH] = "KAZAKH",	  [FINDING_LANGUAGE] = "LANGUAGE",
	[FINDING_SCRIPT] = "SCRIPT",   [FINDING_BRAND] = "BRAND",	  [FINDING_PERSON] = "PERSON",
};

/* One line: kind, ! where the repair is sure, the byte it begins at, what stands there, and the repair behind >. */
static inline void letters_line(struct str text, const struct finding *f, struct buf *out)
{
	buf_addf(out, "%s%s %zu %.*s", finding_names[f->kind], f->sure ? "!" : "", f->from,
		 STR_ARG(str_slice(text, f->from, f->to)));
	if (f->repair.len)
		buf_addf(out, " > %.*s", STR_ARG(f->repair));
	buf_add_byte(out, '\n');
}

static inline void findings_sort(findings *all)
{
	for (size_t i = 1; i < all->len; i++)
		for (size_t k = i; k > 0 && all->at[k].from < all->at[k - 1].from; k--) {
			struct finding swap = all->at[k];

			all->at[k] = all->at[k - 1];
			all->at[k - 1] = swap;
		}
}

/* Everything that is wrong with a text whose old encodings, if any, show by itself: as check/letters.c asks. */
static inline void letters_told(struct letters_fixture *f, struct str text, struct buf *out)
{
	struct point_text t = points_take(text, &f->arena);
	findings found = {0};

	f->patience = 100;
	f->judge.kz1048 = f->judge.pt154 = 0;
	word_evidence(&f->encodings, &t, &f->judge);
	text_examine(&f->judge, text, &found);
	findings_sort(&found);
	for (size_t i = 0; i < found.len; i++)
		letters_line(text, &found.at[i], out);
	vec_clear(&found);
}

#endif
