/*
 * reading.h - for checks that read the site passage by passage: every text of an article, or those of the settings and
 * the interface.
 */
#ifndef KOMEK_CHECK_READING_H
#define KOMEK_CHECK_READING_H

#include "check/rules.h"
#include "site/passage.h"

typedef void see_passage(const struct check_context *c, const struct passage *p, void *ctx);

/* Gives the passages of an article in order; NULL: those of site.yaml and of the interface. */
void reading_each(const struct check_context *c, const struct article *a, see_passage *see, void *ctx);

/* The same without keywords: those hold what readers type, right or wrong. */
void reading_prose(const struct check_context *c, const struct article *a, see_passage *see, void *ctx);

/* Adds a diagnostic at bytes from..to of a passage's text. */
void reading_report(const struct check_context *c, enum rule_id rule, const struct passage *p, size_t from, size_t to,
		    struct str repair, struct message m);

/* True for a letter of the Latin or Cyrillic alphabets. */
bool reading_is_letter(uint32_t point);

/* The end of the run of letters that begins at byte `at`; `at` where there is none. */
size_t reading_letters(struct str text, size_t at);

#endif
