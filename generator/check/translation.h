/*
 * translation.h - what the checks of translations share: which text a translation is compared with, and where a problem
 * of the whole text is told.
 */
#ifndef KOMEK_CHECK_TRANSLATION_H
#define KOMEK_CHECK_TRANSLATION_H

#include "check/rules.h"

/*
 * The text of the source language that `a` was translated from; NULL where `a` is that text, or where it is lacking, a draft, or one of the
 * two cannot be read.
 */
const struct article *translation_source(const struct site *site, const struct article *a);

/* The place of the title, or the file's beginning. */
struct place translation_place(const struct article *a);

#endif
