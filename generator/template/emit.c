#include "template/program.h"

void emit_literal(struct program *p, struct str text)
{
	size_t n = p->ops.len;

	if (text.len == 0)
		return;
	if (n > p->label && p->ops.at[n - 1].code == OP_LITERAL)
		p->ops.at[n - 1].b += text.len;
	else
		vec_push(&p->ops, ((struct op){OP_LITERAL, p->text.len, text.len}));
	buf_add(&p->text, text);
}

void emit_line_end(struct program *p)
{
	size_t n = p->ops.len;

	if (n > p->label && p->ops.at[n - 1].code == OP_LITERAL && p->text.at[p->text.len - 1] == '\n')
		return;
	emit_literal(p, STR("\n"));
}

void emit_value(struct program *p, enum op_code code, size_t ref)
{
	vec_push(&p->ops, ((struct op){code, ref, 0}));
}

size_t emit_jump(struct program *p, enum op_code code, size_t ref)
{
	vec_push(&p->ops, ((struct op){code, ref, 0}));
	return p->ops.len - 1;
}

void emit_land(struct program *p, size_t jump)
{
	p->ops.at[jump].b = p->ops.len;
	p->label = p->ops.len;
}

void emit_next(struct program *p, size_t each)
{
	vec_push(&p->ops, ((struct op){OP_NEXT, each + 1, 0}));
	emit_land(p, each);
}

void program_clear(struct program *p)
{
	vec_clear(&p->ops);
	vec_clear(&p->refs);
	vec_clear(&p->steps);
	vec_clear(&p->inlines);
	buf_clear(&p->text);
}
