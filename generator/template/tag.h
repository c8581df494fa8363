/*
 * tag.h - a start tag's source, cut into attributes. libxml2 tells the values but not where they stand.
 */
#ifndef KOMEK_TEMPLATE_TAG_H
#define KOMEK_TEMPLATE_TAG_H

#include "base/str.h"

/* Position of the last '<' before `at`: where the tag begins that libxml2 is reading (no value may hold a bare '<'). */
size_t tag_start(struct str bytes, size_t at);

/* Cuts "<name" off the beginning of a start tag's source and gives it. */
struct str tag_name(struct str *rest);

/* Cuts the next attribute off; false where none is left or the rest is not well-formed. The value is without quotes. */
bool tag_attr(struct str *rest, struct str *name, struct str *value);

#endif
