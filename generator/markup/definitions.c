#include "markup/markup.h"

#include "base/near.h"

static struct str label_of(struct str line)
{
	size_t close = str_find(line, STR("]:"), 0);

	if (!str_starts(line, STR("[")) || close == SIZE_MAX || close == 1)
		return STR_NONE;
	return str_slice(line, 1, close);
}

static bool defined(const definitions *d, struct str label)
{
	for (size_t i = 0; i < d->len; i++)
		if (near_distance(d->at[i].label, label, 0) == 0)
			return true;
	return false;
}

static void read_line(const struct source *source, struct str line, definitions *out, struct diags *dg)
{
	struct definition d = {.label = label_of(line)};

	if (!d.label.len) {
		diag_add(dg, RULE_LINK_FORM, source_place(source, line), STR_NONE, MSG(DEFINITION_FORM));
		return;
	}
	d.target = str_trim(str_from(line, d.label.len + 3));
	if (str_starts(d.target, STR("<")) && str_ends(d.target, STR(">")))
		d.target = str_slice(d.target, 1, d.target.len - 1);
	d.place = source_place(source, d.target);
	if (d.target.len == 0 || str_find_byte(d.target, ' ') != SIZE_MAX) {
		diag_add(dg, RULE_LINK_FORM, source_place(source, line), STR_NONE, MSG(DEFINITION_FORM));
		return;
	}
	if (defined(out, d.label)) {
		diag_add(dg, RULE_LINK_FORM, source_place(source, d.label), STR_NONE, MSG(DEFINITION_TWICE, d.label));
		return;
	}
	vec_push(out, d);
}

void markup_definitions(const struct source *source, size_t from, definitions *out, struct diags *dg)
{
	bool in_comment = false;

	for (size_t n = source_position(source, from).line; n <= source->line_count; n++) {
		struct str line = str_trim(source_line(source, n));

		if (n == 1)
			line = str_trim(str_from(source_line(source, n), from));
		if (in_comment || str_starts(line, STR("<!--")))
			in_comment = str_find(line, STR("-->"), 0) == SIZE_MAX;
		else if (line.len)
			read_line(source, line, out, dg);
	}
}
