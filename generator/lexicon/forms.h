/*
 * forms.h - the word forms that texts have, with what is known of each, and the cleaning of them.
 *
 *	struct forms forms = FORMS_INIT;
 *	forms_message(&forms, text);	for every message of an interface
 *	forms_listed(&forms, word);	for every word of a list without counts
 *	forms_headword(&forms, word);	for every word of a dictionary
 *	forms_sort(&forms);
 *	forms_clean_counted(&forms), forms_clean_listed(&forms, &model)
 *	forms_clear(&forms);
 *
 * Texts have the very errors that the lexicon shall find, so what is far rarer or far stranger than its twin, the same
 * word but for Russian letters in the place of Kazakh ones, is taken out.
 */
#ifndef KOMEK_LEXICON_FORMS_H
#define KOMEK_LEXICON_FORMS_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "letters/alphabet.h"

struct model;

struct form {
	struct letters word;
	unsigned count;	 /* in messages */
	unsigned listed; /* ways of writing that a list has, at most 3 */
	bool headword;
	struct letters folded; /* with Russian letters only: the same for twins */
};

struct forms {
	VEC(struct form *) all;
	struct map by_word, messages;
	struct arena arena;
};

#define FORMS_INIT ((struct forms){0})

/* Counts the words of a message, once for equal messages; marks of access keys (_ & ~) do not divide words. */
void forms_message(struct forms *f, struct str text);

/* The same for every line of a text file. */
void forms_lines(struct forms *f, struct str text);

void forms_listed(struct forms *f, struct str word);
void forms_headword(struct forms *f, struct str word);

/* Twins side by side, in the order of the alphabet: what is computed from the forms then depends on nothing else. */
void forms_sort(struct forms *f);

/* Takes away counts, or places in lists, of forms that are slips of others. Sorted forms only. */
void forms_clean_counted(struct forms *f);
void forms_clean_listed(struct forms *f, const struct model *model);

/* How much a form teaches the letter model: many forms seen once weigh more than one seen often. */
double forms_weight(const struct form *form);

void forms_clear(struct forms *f);

#endif
