/*
 * parse_error.h - what libxml2 says about a file that is not well-formed, as a diagnostic in our words and at the
 * place where a person would look for it. Included by parse.c only.
 */
#ifndef KOMEK_TEMPLATE_PARSE_ERROR_H
#define KOMEK_TEMPLATE_PARSE_ERROR_H

#include <libxml/xmlerror.h>

#include "diag/diag.h"

/* at: the byte at which libxml2 stood. open_tag: the source of the innermost open start tag; empty where none is. */
void parse_error(const xmlError *e, const struct source *source, size_t at, struct str open_tag, struct diags *dg);

#endif
