/*
 * print.h - diagnostics and failures as text for people, JSON for programs, or annotations for code hosting.
 */
#ifndef KOMEK_DIAG_PRINT_H
#define KOMEK_DIAG_PRINT_H

#include "diag/diag.h"
#include "diag/failure.h"

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_GITHUB };

/*
 * Adds sorted diagnostics, those of level LEVEL_NOTE only where notes is true.
 * Text: "path:line:column: level: message [rule]", the source line and a caret. JSON: one array of objects. GitHub: one
 * command a line.
 */
void print_diags(const struct diags *dg, enum format format, enum messages lang, bool notes, struct buf *out);

/* Adds "komek: what, where, what to do next", one line. */
void print_failure(const struct failure *why, enum messages lang, struct buf *out);

#endif
