/*
 * query_fuzz.c - any bytes as a query: answers come best first, each once and of those that are there, with reasons that name
 * words, and nothing of one query changes the next.
 *
 * Input: a byte for the reader's language, then the query.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit/search_words.h"
#include "base/utf8.h"
#include "search/finder.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static words_row rows[] = {
	{"Аккаунтым бұғатталып қалды", "Мой аккаунт заблокирован", "My account is blocked"},
	{"Құжатты қалай сақтаймын?", "Как сохранить документы на телефоне?", "How do I save a document?"},
	{"ЖСН нөмірін жаңарту", "Обновить номер и ИИН", "Update a number, 3x4"},
	{"Камера ашылмайды, eGov", "Камера не открывается 1414", "The camera does not open"},
	{"\xF0\x90\x90\xA8\xF0\x90\x90\xA9 \xEF\xAC\x81", "__proto__ constructor", "ß ſ İ"},
};

enum { ROWS = sizeof rows / sizeof *rows };

static void must(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "%s\n", what);
	abort();
}

static void check_answers(const struct finder *f, const struct found *found, size_t reader)
{
	bool seen[ROWS] = {false};

	for (size_t i = 0; i < found->answers.len; i++) {
		const struct ranked *answer = &found->answers.at[i];
		reasons why = {0};

		must(answer->answer < ROWS && !seen[answer->answer], "an answer that is not there, or twice");
		must(i == 0 || found->answers.at[i - 1].score >= answer->score, "a better answer stands behind");
		must(answer->score > 0, "an answer without a score");
		seen[answer->answer] = true;
		finder_reasons(f, found, answer, reader, &why);
		must(why.len > 0, "an answer without a reason");
		vec_clear(&why);
	}
	must(utf8_valid_until(found->understood) == found->understood.len, "understood as what is no text");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct finder *f;
	static struct finder_scratch *s;
	size_t reader = len ? bytes[0] % WORDS_LANGUAGES : 0;
	struct str query = {(const char *)bytes + (len > 0), len ? len - 1 : 0};
	struct found found = {0}, again = {0};

	if (!f) {
		f = finder_new(words_index(rows, ROWS), WORDS_LANGUAGES, 1);
		s = finder_scratch_new(f);
	}
	finder_find(f, reader, query, s, &found);
	check_answers(f, &found, reader);
	finder_find(f, reader, query, s, &again);
	must(found.answers.len == again.answers.len && str_eq(found.understood, again.understood),
	     "not the same again");
	found_clear(&found);
	found_clear(&again);
	return 0;
}
