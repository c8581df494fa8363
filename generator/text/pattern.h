/*
 * pattern.h - regular expressions (PCRE2, UTF, JIT where the processor has it, with match limits).
 *
 * Patterns here are the program's own and are compiled before the first thread; a compiled pattern may be used by any
 * number of threads.
 */
#ifndef KOMEK_TEXT_PATTERN_H
#define KOMEK_TEXT_PATTERN_H

#include "base/str.h"

struct pattern;

/* Compiles a pattern of the program's own, which must be right (asserted). */
struct pattern *pattern_new(const char *expression);

/* True where the pattern matches somewhere in s (valid UTF-8). Reaching the match limit counts as no match. */
bool pattern_matches(const struct pattern *p, struct str s);

void pattern_free(struct pattern *p);

#endif
