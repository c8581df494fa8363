/*
 * pattern.h - regular expressions (PCRE2, UTF, JIT where the processor has it, with match limits).
 *
 * Patterns are compiled before the first thread; a compiled pattern may be used by any number of threads. Those of the
 * program's own only answer yes or no; those that editors write are searched for with a space of the caller's:
 *
 *	struct pattern *p = pattern_compile(expression, &fault);	NULL: wrong, see fault
 *	struct pattern_space *space = pattern_space_new();		one a thread
 *	while (pattern_find(p, space, text, at, &found) == PATTERN_FOUND)
 *		... found.from, found.to, pattern_fill(space, text, replacement, &arena) ...
 */
#ifndef KOMEK_TEXT_PATTERN_H
#define KOMEK_TEXT_PATTERN_H

#include "base/arena.h"

struct pattern;
struct pattern_space;

/* What is wrong with an expression: PCRE2's words, and the byte where it noticed. */
struct pattern_fault {
	char words[120];
	size_t at;
};

/* Bytes of the text. */
struct pattern_match {
	size_t from, to;
};

enum pattern_result {
	PATTERN_NONE,
	PATTERN_FOUND,
	PATTERN_STOPPED, /* it took more steps or memory than it may: whether there is a match is not known */
};

/* The longest expression, in bytes. */
enum { PATTERN_LONGEST = 4096 };

/* Compiles a pattern of the program's own, which must be right (asserted). */
struct pattern *pattern_new(const char *expression);

/* Compiles a pattern that somebody wrote (valid UTF-8); NULL where it is wrong. */
struct pattern *pattern_compile(struct str expression, struct pattern_fault *fault);

/* True where the pattern matches somewhere in s (valid UTF-8). Reaching the match limit counts as no match. */
bool pattern_matches(const struct pattern *p, struct str s);

/* The number of the pattern's groups in parentheses. */
unsigned pattern_groups(const struct pattern *p);

struct pattern_space *pattern_space_new(void);

/* Searches s (valid UTF-8) from byte `from` on, which must be the beginning of a code point or the end. */
enum pattern_result pattern_find(const struct pattern *p, struct pattern_space *space, struct str s, size_t from,
				 struct pattern_match *found);

/*
 * The replacement for what was found last in s: $1 to $9 are what the groups hold, $0 is the whole match, $$ is $; in
 * the arena.
 */
struct str pattern_fill(const struct pattern_space *space, struct str s, struct str replacement, struct arena *a);

/* The byte of a replacement where it names a group that the pattern lacks; SIZE_MAX: it is right. */
size_t pattern_fill_fault(const struct pattern *p, struct str replacement);

void pattern_space_free(struct pattern_space *space);
void pattern_free(struct pattern *p);

#endif
