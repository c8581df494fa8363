/*
 * site_rows.h - problems as short lines, by the names of their messages; shared by the tests of site/, check/ and page/.
 */
#ifndef KOMEK_TESTS_SITE_ROWS_H
#define KOMEK_TESTS_SITE_ROWS_H

#include "rows.h"

#include "diag/diag.h"

static const char *const message_names[MSG_COUNT] = {
#define MESSAGE(id, en, ru, kk) [MSG_##id] = #id,
#include "diag/messages.def"
#undef MESSAGE
};

/* "3:5-3:9 ": lines are counted without the `before` first ones. */
static inline void add_place(struct place place, size_t before, struct buf *out)
{
	struct position from = source_position(place.source, place.from);
	struct position to = source_position(place.source, place.to);

	assert_true(place.from <= place.to && place.to <= place.source->bytes.len);
	buf_addf(out, "%zu:%zu-%zu:%zu ", from.line - before, from.column, to.line - before, to.column);
}

/* One a line: "3:5-3:9 KEY_UNKNOWN", with the repair behind it where one is known. */
static inline void add_diags(const struct diags *dg, size_t before, struct buf *out)
{
	for (size_t i = 0; i < dg->list.len; i++) {
		const struct diag *d = &dg->list.at[i];

		add_place(d->place, before, out);
		buf_addf(out, "%s", message_names[d->message.id]);
		if (d->repair.len)
			buf_addf(out, " %.*s", STR_ARG(d->repair));
		buf_add_byte(out, '\n');
	}
}

#endif
