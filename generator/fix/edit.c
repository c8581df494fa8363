#include "fix/edit.h"

#include <assert.h>

bool edits_add(edits *list, struct edit e)
{
	const struct edit *last = list->len ? &list->at[list->len - 1] : NULL;

	assert(e.from <= e.to);
	if (last && (e.from < last->to || (e.from == last->from && e.to == last->to)))
		return false;
	vec_push(list, e);
	return true;
}

void edits_apply(struct str bytes, const edits *list, struct buf *out)
{
	size_t at = 0;

	for (size_t i = 0; i < list->len; i++) {
		const struct edit *e = &list->at[i];

		assert(at <= e->from && e->to <= bytes.len);
		buf_add(out, str_slice(bytes, at, e->from));
		buf_add(out, e->text);
		at = e->to;
	}
	buf_add(out, str_from(bytes, at));
}

size_t edits_forward(struct edits_walk *w, size_t at, bool end)
{
	const struct edit *e;

	for (; w->i < w->list->len && w->list->at[w->i].to <= at; w->i++) {
		e = &w->list->at[w->i];
		w->behind += e->from - w->before + e->text.len;
		w->before = e->to;
	}
	e = w->i < w->list->len ? &w->list->at[w->i] : NULL;
	if (e && e->from < at)
		return w->behind + (e->from - w->before) + (end ? e->text.len : 0);
	return w->behind + (at - w->before);
}

/* ---- one edit after another ---- */

/* A text as parts: bytes that the original has too, at [from, to), or bytes that an edit wrote. */
struct piece {
	bool kept;
	size_t from, to;
	struct str text;
};

typedef VEC(struct piece) pieces;

static size_t piece_len(const struct piece *p)
{
	return p->kept ? p->to - p->from : p->text.len;
}

static struct piece piece_slice(const struct piece *p, size_t from, size_t to)
{
	if (p->kept)
		return (struct piece){.kept = true, .from = p->from + from, .to = p->from + to};
	return (struct piece){.text = str_slice(p->text, from, to)};
}

static void push(pieces *list, struct piece p)
{
	if (piece_len(&p))
		vec_push(list, p);
}

static void split(size_t len, const edits *list, pieces *out)
{
	size_t at = 0;

	for (size_t i = 0; i < list->len; i++) {
		push(out, (struct piece){.kept = true, .from = at, .to = list->at[i].from});
		push(out, (struct piece){.text = list->at[i].text});
		at = list->at[i].to;
	}
	push(out, (struct piece){.kept = true, .from = at, .to = len});
}

/* Where one is in a list of pieces: `in` bytes behind the beginning of piece `i`. */
struct walk {
	const pieces *list;
	size_t i, in, at; /* at: bytes of the whole text behind it */
};

/* Goes on to byte `to` of the text; what is passed is added to out, or dropped where out is NULL. */
static void walk_to(struct walk *w, size_t to, pieces *out)
{
	while (w->i < w->list->len && w->at < to) {
		const struct piece *p = &w->list->at[w->i];
		size_t left = piece_len(p) - w->in, step = to - w->at < left ? to - w->at : left;

		if (out)
			push(out, piece_slice(p, w->in, w->in + step));
		w->at += step;
		w->in += step;
		if (step == left) {
			w->i++;
			w->in = 0;
		}
	}
}

/* What stands between two kept pieces is an edit: the bytes missing there, and the bytes written there. */
static void add_between(edits *both, size_t from, size_t to, struct buf *text, struct arena *a)
{
	if (from < to || text->len)
		vec_push(both, ((struct edit){from, to, arena_str(a, buf_str(text))}));
	buf_reset(text);
}

static void join(size_t len, const pieces *list, struct arena *a, edits *both)
{
	struct buf text = BUF_INIT;
	size_t at = 0;

	for (size_t i = 0; i < list->len; i++) {
		const struct piece *p = &list->at[i];

		if (!p->kept) {
			buf_add(&text, p->text);
			continue;
		}
		add_between(both, at, p->from, &text, a);
		at = p->to;
	}
	add_between(both, at, len, &text, a);
	buf_clear(&text);
}

void edits_then(size_t len, const edits *first, const edits *second, struct arena *a, edits *both)
{
	pieces middle = {0}, last = {0};
	struct walk w = {.list = &middle};

	split(len, first, &middle);
	for (size_t i = 0; i < second->len; i++) {
		walk_to(&w, second->at[i].from, &last);
		push(&last, (struct piece){.text = second->at[i].text});
		walk_to(&w, second->at[i].to, NULL);
	}
	walk_to(&w, SIZE_MAX, &last);
	join(len, &last, a, both);
	vec_clear(&middle);
	vec_clear(&last);
}
