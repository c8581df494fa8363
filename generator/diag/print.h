/*
 * print.h - diagnostics and failures as text for people, JSON for programs, or annotations for code hosting.
 */
#ifndef KOMEK_DIAG_PRINT_H
#define KOMEK_DIAG_PRINT_H

#include "diag/diag.h"
#include "diag/failure.h"

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_GITHUB };

struct print_style {
	enum format format;
	enum messages lang;
	bool notes;  /* diagnostics of level LEVEL_NOTE too */
	bool colour; /* for a terminal; only of FORMAT_TEXT */
};

/*
 * Adds sorted diagnostics.
 * Text: "path:line:column: level: message [rule]", the source line and a mark below the place (excerpt.h). JSON: one array of
 * objects; "sure" where `repair`, put in the place of the bytes from line and column to endLine and endColumn, may be applied
 * unseen. GitHub: one command a line.
 */
void print_diags(const struct diags *dg, const struct print_style *style, struct buf *out);

/* Adds "komek: what, where, what to do next", one line. */
void print_failure(const struct failure *why, enum messages lang, struct buf *out);

#endif
