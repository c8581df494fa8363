/*
 * letters_report.h - findings about letters as diagnostics.
 */
#ifndef KOMEK_CHECK_LETTERS_REPORT_H
#define KOMEK_CHECK_LETTERS_REPORT_H

#include "letters/finding.h"
#include "letters/word.h"
#include "site/passage.h"

/* Adds the diagnostic for a finding in a passage. A repair is sure only where the passage's bytes stand as they are.
 * elsewhere: how often the site spells the word as the repair does, where that shows that it is wrong; else 0. */
void letters_report(struct diags *dg, const struct passage *p, enum letters_language language, const struct finding *f,
		    size_t elsewhere, struct arena *scratch);

#endif
