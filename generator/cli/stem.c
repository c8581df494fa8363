/*
 * stem.c - the command stem: words from standard input, each with its stem, to measure the stems.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/command.h"
#include "search/analysis.h"
#include "search/stem.h"

struct stemmer {
	struct analysis *analysis;
	struct stems *stems;
	struct str language;
	struct buf out;
};

/* A word of several (қол-аяқ) keeps its hyphens; what is no word is its own stem. */
static void add_stem(struct stemmer *s, struct str line)
{
	struct arena a = ARENA_INIT;
	search_words words = {0};

	buf_add(&s->out, line);
	buf_add_byte(&s->out, '\t');
	analysis_words(s->analysis, line, &a, &words);
	for (size_t i = 0; i < words.len; i++) {
		if (i)
			buf_add_byte(&s->out, '-');
		stem_word(s->stems, stem_language_of(s->language, words.at[i]), words.at[i], &s->out);
	}
	if (!words.len)
		buf_add(&s->out, line);
	buf_add_byte(&s->out, '\n');
	vec_clear(&words);
	arena_clear(&a);
}

enum status command_stem(struct options *o)
{
	struct stemmer s = {
		.analysis = analysis_new(), .stems = stems_new(), .language = str_of(o->lang ? o->lang : "kk")};
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	while ((n = getline(&line, &room, stdin)) >= 0) {
		struct str word = {line, (size_t)n};

		word = str_trim(word);
		if (word.len)
			add_stem(&s, word);
	}
	free(line);
	say(STDOUT_FILENO, &s.out);
	stems_free(s.stems);
	analysis_free(s.analysis);
	return STATUS_DONE;
}
