/*
 * rules.h - the list of checks: one file each.
 */
#ifndef KOMEK_CHECK_RULES_H
#define KOMEK_CHECK_RULES_H

#include "search/index.h"
#include "site/site.h"
#include "text/address.h"
#include "text/spell.h"

/* What a check may use. scratch is emptied after each text. */
struct check_context {
	const struct site *site;
	const struct index *index; /* or NULL */
	const struct address_judge *judge;
	struct speller *speller;
	unsigned jobs; /* threads that a check of the whole site may use */
	struct arena *scratch;
	struct diags *dg;
	struct failure *why; /* for a check of the whole site: where the system lacks something */
};

/* A check looks at each text, or once at the site as a whole, or both; NULL where it does not. */
struct check {
	void (*each_article)(const struct check_context *c, const struct article *a);
	void (*whole_site)(const struct check_context *c);
};

extern const struct check check_links;
extern const struct check check_pictures;
extern const struct check check_unused;
extern const struct check check_contact;
extern const struct check check_aliases;
extern const struct check check_letters;
extern const struct check check_translated_form;
extern const struct check check_translated_links;
extern const struct check check_translated_numbers;
extern const struct check check_untranslated;
extern const struct check check_roman;
extern const struct check check_punctuation;
extern const struct check check_terms;
extern const struct check check_house;
extern const struct check check_findable;

#endif
