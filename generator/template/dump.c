#include "template/program.h"

static const char *const words[] = {
	[OP_LITERAL] = "literal", [OP_TEXT] = "text", [OP_ATTR] = "attr",     [OP_URL] = "url",	  [OP_HTML] = "html",
	[OP_JSON] = "json",	  [OP_IF] = "if",     [OP_UNLESS] = "unless", [OP_EACH] = "each", [OP_NEXT] = "next",
};

static void add_quoted(struct buf *out, struct str s)
{
	buf_add_byte(out, '"');
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '\n')
			buf_add(out, STR("\\n"));
		else if (s.at[i] == '\t')
			buf_add(out, STR("\\t"));
		else if (s.at[i] == '"' || s.at[i] == '\\')
			buf_addf(out, "\\%c", s.at[i]);
		else
			buf_add_byte(out, s.at[i]);
	}
	buf_add_byte(out, '"');
}

void program_dump(const struct program *p, struct buf *out)
{
	for (size_t i = 0; i < p->ops.len; i++) {
		const struct op *op = &p->ops.at[i];

		buf_addf(out, "%3zu %-7s ", i, words[op->code]);
		if (op->code == OP_LITERAL)
			add_quoted(out, str_slice(buf_str(&p->text), op->a, op->a + op->b));
		else if (op->code == OP_NEXT)
			buf_addf(out, "to %zu", op->a);
		else
			buf_add(out, p->refs.at[op->a].name);
		if (op->code == OP_IF || op->code == OP_UNLESS || op->code == OP_EACH)
			buf_addf(out, " else %zu", op->b);
		buf_add_byte(out, '\n');
	}
}
