#include "fix/fix.h"

#include "fix/patch.h"
#include "fix/rewrite.h"

/* ---- one round ---- */

static bool is_text_of(const struct fix_file *file, const struct source *s)
{
	return s->bytes.at == file->after.at || str_eq(s->bytes, file->after);
}

/* The file of a source; a new one where no repair was made in it yet. It is kept by keep(). */
static struct fix_file *file_of(struct fix *f, const struct source *s)
{
	struct fix_file *file = map_get(&f->by_path, s->path);

	if (file)
		return file;
	file = arena_new(&f->arena, struct fix_file);
	file->path = arena_str(&f->arena, s->path);
	file->before = file->after = s->bytes;
	return file;
}

/* Index of the first repair made that does not end before `at`. */
static size_t made_from(const struct fix_file *file, size_t at)
{
	size_t low = 0, high = file->made.len;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (file->made.at[mid].to < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* True where the same repair was made at this place in an earlier round: its diagnostic does not go away by it. */
static bool in_a_circle(const struct fix_file *file, const struct edit *e)
{
	struct str was = str_slice(file->after, e->from, e->to);

	if (e->text.len < was.len)
		return false;
	for (size_t i = made_from(file, e->from); i < file->made.len && file->made.at[i].from <= e->to; i++)
		if (str_eq(file->made.at[i].was, was) && str_eq(file->made.at[i].is, e->text))
			return true;
	return false;
}

/* True where the diagnostic's repair can be made in the file as it is now. */
static bool fits(const struct fix_file *file, const struct diag *d)
{
	struct place p = d->place;

	return d->sure && p.from <= p.to && p.to <= file->after.len && is_text_of(file, p.source) &&
	       !str_eq(str_slice(file->after, p.from, p.to), d->repair);
}

static void take(const struct fix_file *file, const struct diag *d, edits *list)
{
	struct edit e = {d->place.from, d->place.to, d->repair};

	if (fits(file, d) && !in_a_circle(file, &e))
		edits_add(list, e);
}

static int by_place(const void *a, const void *b)
{
	const struct fix_made *x = a, *y = b;

	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

/* Moves the repairs made to where they are after this round, and adds those of this round. */
static void remember(struct fix *f, struct fix_file *file, const edits *list)
{
	struct edits_walk begins = {.list = list}, ends = {.list = list}, made = {.list = list};

	for (size_t i = 0; i < file->made.len; i++) {
		file->made.at[i].from = edits_forward(&begins, file->made.at[i].from, false);
		file->made.at[i].to = edits_forward(&ends, file->made.at[i].to, true);
	}
	for (size_t i = 0; i < list->len; i++) {
		const struct edit *e = &list->at[i];
		size_t to = edits_forward(&made, e->to, true);
		struct str was = arena_str(&f->arena, str_slice(file->after, e->from, e->to));

		vec_push(&file->made, ((struct fix_made){to - e->text.len, to, was, arena_str(&f->arena, e->text)}));
	}
	vec_sort(&file->made, by_place);
}

/* Makes the edits of a round in the file. What a build lent is copied: the next round clears it. */
static void keep(struct fix *f, struct fix_file *file, const edits *list)
{
	struct buf after = BUF_INIT;
	edits both = {0};

	if (!map_get(&f->by_path, file->path)) {
		file->before = arena_str(&f->arena, file->before);
		map_put(&f->by_path, file->path, file);
		vec_push(&f->files, file);
	}
	edits_then(file->before.len, &file->edits, list, &f->arena, &both);
	vec_clear(&file->edits);
	file->edits = both;
	remember(f, file, list);
	edits_apply(file->after, list, &after);
	file->after = arena_str(&f->arena, buf_str(&after));
	file->repairs += list->len;
	map_put(&f->instead, file->path, &file->after);
	buf_clear(&after);
}

/* Makes the sure repairs of one file; the diagnostics are sorted by place. How many were made. */
static size_t repair_file(struct fix *f, const struct diag *list, size_t count)
{
	struct fix_file *file = NULL;
	edits round = {0};
	size_t made;

	for (size_t i = 0; i < count; i++) {
		if (!file && list[i].sure)
			file = file_of(f, list[i].place.source);
		if (file)
			take(file, &list[i], &round);
	}
	made = round.len;
	if (made)
		keep(f, file, &round);
	vec_clear(&round);
	return made;
}

size_t fix_repair(struct fix *f, const struct diags *dg)
{
	size_t made = 0;

	for (size_t i = 0, end; i < dg->list.len; i = end) {
		const struct diag *first = &dg->list.at[i];

		for (end = i + 1; end < dg->list.len; end++)
			if (!str_eq(dg->list.at[end].place.source->path, first->place.source->path))
				break;
		made += repair_file(f, first, end - i);
	}
	return made;
}

/* ---- the whole ---- */

static void check(struct build *b, const struct map *instead)
{
	struct build_request request = b->request;

	request.instead = instead;
	build_clear(b);
	*b = (struct build){.request = request};
	if (build_load(b))
		build_check(b);
}

static int by_path(const void *a, const void *b)
{
	return str_cmp((*(struct fix_file *const *)a)->path, (*(struct fix_file *const *)b)->path);
}

static void file_clear(struct fix_file *file)
{
	vec_clear(&file->edits);
	vec_clear(&file->made);
	failure_clear(&file->why);
}

/* Keeps the files whose bytes change: repairs may undo each other. */
static void keep_changed(struct fix *f, bool none)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->files.len; i++) {
		struct fix_file *file = f->files.at[i];

		if (none || str_eq(file->before, file->after))
			file_clear(file);
		else
			f->files.at[kept++] = file;
	}
	f->files.len = kept;
}

void fix_run(struct fix *f, struct build *b)
{
	check(b, &f->instead);
	for (unsigned round = 0; round < FIX_ROUNDS && !b->why.set && fix_repair(f, &b->dg); round++)
		check(b, &f->instead);
	keep_changed(f, b->why.set);
	vec_sort(&f->files, by_path);
}

void fix_patch(const struct fix *f, struct buf *out)
{
	for (size_t i = 0; i < f->files.len; i++)
		patch_add(f->files.at[i]->path, f->files.at[i]->before, &f->files.at[i]->edits, out);
}

bool fix_write(struct fix *f, struct build *b)
{
	const char *const folders[] = {b->request.content, b->request.templates};
	struct rewrite_roots roots = {folders, sizeof folders / sizeof *folders};
	bool done = true;

	for (size_t i = 0; i < f->files.len; i++) {
		struct fix_file *file = f->files.at[i];

		done &= rewrite_source(roots, file->path, file->before, file->after, &file->why);
	}
	if (!done)
		check(b, NULL);
	return done;
}

void fix_clear(struct fix *f)
{
	for (size_t i = 0; i < f->files.len; i++)
		file_clear(f->files.at[i]);
	vec_clear(&f->files);
	map_clear(&f->by_path);
	map_clear(&f->instead);
	arena_clear(&f->arena);
}
