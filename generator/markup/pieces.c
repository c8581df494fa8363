/*
 * pieces.c - a text beside its source, part by part.
 */
#include "markup/align_byte.h"
#include "markup/markup.h"

void markup_pieces(const struct markup_text *t, markup_see_piece *see, void *ctx)
{
	struct align a = align_begin(t->place);
	bool open = false; /* an exact part has begun */

	for (size_t i = 0; i < t->text.len;) {
		struct align_step step = align_step(&a, a.at, t->text, i);

		if (!step.source) {
			see(ctx, i, a.at, false);
			return;
		}
		if (!step.exact || !open)
			see(ctx, i, a.at, step.exact);
		open = step.exact;
		a.at += step.source;
		i += step.text;
	}
}
