/*
 * format.h - filling arguments and word forms into a text of any of our languages.
 *
 *	{1} to {9}		an argument as it is
 *	{1:one|few|many}	the form of a word for the number in argument 1; English has one|many, Kazakh one form
 *
 * The message catalogue and the interface's texts use the same patterns.
 */
#ifndef KOMEK_BASE_FORMAT_H
#define KOMEK_BASE_FORMAT_H

#include "base/buf.h"

/* Adds the filled pattern; lang is the code of the pattern's language. Arguments that are not there leave nothing. */
void format_fill(struct str pattern, struct str lang, const struct str *args, size_t count, struct buf *out);

/* True where every { of the pattern begins a placeholder for one of the first `count` arguments. */
bool format_right(struct str pattern, size_t count);

#endif
