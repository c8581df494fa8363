#include <assert.h>

#include "base/escape.h"
#include "template/program.h"

/* One struct that names lead into; of a loop also what comes after it. */
struct frame {
	const char *item;
	size_t left; /* items after this one */
	size_t size; /* bytes of an item */
};

struct run {
	const struct program *p;
	const struct str *words;
	struct buf *out;
	struct frame frames[FRAMES_MOST];
	size_t depth; /* frames in use */
};

/* The record that a field points to; may be NULL. Pointers to structs are all alike (C17 6.2.5) and like char *
 * (POSIX). */
static const char *record_at(const char *field)
{
	const void *p;

	memcpy(&p, field, sizeof p);
	return p;
}

/* Address of the field that a ref means, or NULL where a record on the way is not there. */
static const char *field_of(const struct run *r, const struct ref *ref)
{
	const char *at = r->frames[ref->frame].item;

	for (size_t i = 0; i < ref->count; i++) {
		at += r->p->steps.at[ref->first + i];
		if (i + 1 == ref->count)
			break;
		at = record_at(at);
		if (!at)
			return NULL;
	}
	return at;
}

static struct str text_of(const struct run *r, const struct ref *ref)
{
	const char *at;
	struct str s;

	if (ref->frame == REF_WORD)
		return r->words[ref->first];
	at = field_of(r, ref);
	if (!at)
		return STR_NONE;
	memcpy(&s, at, sizeof s);
	return s;
}

static struct list list_of(const struct run *r, const struct ref *ref)
{
	const char *at = field_of(r, ref);
	struct list l = {NULL, 0};

	if (at)
		memcpy(&l, at, sizeof l);
	return l;
}

static bool flag_of(const struct run *r, const struct ref *ref)
{
	const char *at = field_of(r, ref);
	bool flag = false;

	if (at)
		memcpy(&flag, at, sizeof flag);
	return flag;
}

static bool record_there(const struct run *r, const struct ref *ref)
{
	const char *at = field_of(r, ref);

	/* Without a step it is a loop's item, which is always there. */
	return at && (ref->count == 0 || record_at(at));
}

static bool is_true(const struct run *r, const struct ref *ref)
{
	switch (ref->type) {
	case FIELD_BOOL:
		return flag_of(r, ref);
	case FIELD_RECORD:
		return record_there(r, ref);
	case FIELD_LIST:
		return list_of(r, ref).len > 0;
	default:
		return text_of(r, ref).len > 0;
	}
}

/* Bytes of a character at s[at] that XML 1.0 cannot hold, not even as a reference (section 2.2); else 0. */
static size_t not_for_xml(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.at[at];

	if (c < ' ')
		return c != '\t' && c != '\n' && c != '\r';
	if (c == 0xEF &&
	    (str_starts(str_from(s, at), STR("\xEF\xBF\xBE")) || str_starts(str_from(s, at), STR("\xEF\xBF\xBF"))))
		return 3;
	return 0;
}

typedef void escape_fn(struct buf *out, struct str s);

static void add_escaped(struct run *r, struct str s, escape_fn *escape)
{
	size_t from = 0, n;

	for (size_t at = 0; r->p->xml && at < s.len; at += n ? n : 1) {
		n = not_for_xml(s, at);
		if (n == 0)
			continue;
		escape(r->out, str_slice(s, from, at));
		buf_add(r->out, STR("\xEF\xBF\xBD"));
		from = at + n;
	}
	escape(r->out, str_from(s, from));
}

static void add_url(struct run *r, struct str url)
{
	if (url_scheme_allowed(url))
		escape_url(r->out, url);
	else
		buf_add_byte(r->out, '#');
}

static size_t begin_loop(struct run *r, const struct op *op, size_t next)
{
	const struct ref *ref = &r->p->refs.at[op->a];
	struct list l = list_of(r, ref);

	if (l.len == 0)
		return op->b;
	assert(r->depth < FRAMES_MOST);
	r->frames[r->depth++] = (struct frame){l.at, l.len - 1, ref->item};
	return next;
}

static size_t next_item(struct run *r, const struct op *op, size_t next)
{
	struct frame *f = &r->frames[r->depth - 1];

	if (f->left == 0) {
		r->depth--;
		return next;
	}
	f->left--;
	f->item += f->size;
	return op->a;
}

static void add_value(struct run *r, const struct op *op)
{
	struct str s = text_of(r, &r->p->refs.at[op->a]);

	switch (op->code) {
	case OP_TEXT:
		add_escaped(r, s, escape_text);
		break;
	case OP_ATTR:
		add_escaped(r, s, escape_attr);
		break;
	case OP_URL:
		add_url(r, s);
		break;
	default: /* OP_HTML, OP_JSON */
		buf_add(r->out, s);
	}
}

/* Does the operation at `at` and gives the number of the one that follows. */
static size_t step(struct run *r, size_t at)
{
	const struct op *op = &r->p->ops.at[at];

	switch (op->code) {
	case OP_LITERAL:
		buf_add(r->out, str_slice(buf_str(&r->p->text), op->a, op->a + op->b));
		return at + 1;
	case OP_IF:
		return is_true(r, &r->p->refs.at[op->a]) ? at + 1 : op->b;
	case OP_UNLESS:
		return is_true(r, &r->p->refs.at[op->a]) ? op->b : at + 1;
	case OP_EACH:
		return begin_loop(r, op, at + 1);
	case OP_NEXT:
		return next_item(r, op, at + 1);
	default:
		add_value(r, op);
		return at + 1;
	}
}

void program_run(const struct program *p, const void *root, const struct str *words, struct buf *out)
{
	struct run r;

	r.p = p;
	r.words = words;
	r.out = out;
	r.frames[0] = (struct frame){root, 0, 0};
	r.depth = 1;
	for (size_t at = 0; at < p->ops.len;)
		at = step(&r, at);
}

const struct inline_text *program_inline(const struct program *p, size_t *count)
{
	*count = p->inlines.len;
	return p->inlines.at;
}
