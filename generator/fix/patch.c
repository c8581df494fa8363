#include "fix/patch.h"

enum { CONTEXT = 3 };

/* Whole lines of the file that give way to other whole lines. */
struct block {
	size_t from, to;
	struct str old_lines, new_lines;
};

struct patch {
	struct str bytes;
	struct arena arena; /* the new lines */
	VEC(struct block) blocks;
	struct buf *out;
};

/* ---- lines ---- */

static size_t line_start(struct str s, size_t at)
{
	while (at > 0 && s.at[at - 1] != '\n')
		at--;
	return at;
}

/* Past the end of the line that holds `at`. */
static size_t line_end(struct str s, size_t at)
{
	size_t lf = str_find_byte(str_from(s, at), '\n');

	return lf == SIZE_MAX ? s.len : at + lf + 1;
}

static size_t lines_back(struct str s, size_t at, unsigned lines)
{
	for (; lines && at > 0; lines--)
		at = line_start(s, at - 1);
	return at;
}

static size_t lines_on(struct str s, size_t at, unsigned lines)
{
	for (; lines && at < s.len; lines--)
		at = line_end(s, at);
	return at;
}

static size_t count_lines(struct str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.len; n++)
		at = line_end(s, at);
	return n;
}

/* ---- blocks ---- */

/* Lines at both ends that stay as they are do not belong to the block: an edit may cover whole lines and change one. */
static void trim(struct block *b)
{
	for (;;) {
		struct str was = str_slice(b->old_lines, 0, line_end(b->old_lines, 0));
		struct str is = str_slice(b->new_lines, 0, line_end(b->new_lines, 0));

		if (was.len == 0 || !str_eq(was, is))
			break;
		b->from += was.len;
		b->old_lines = str_from(b->old_lines, was.len);
		b->new_lines = str_from(b->new_lines, was.len);
	}
	while (b->old_lines.len && b->new_lines.len) {
		struct str was = str_from(b->old_lines, lines_back(b->old_lines, b->old_lines.len, 1));
		struct str is = str_from(b->new_lines, lines_back(b->new_lines, b->new_lines.len, 1));

		if (!str_eq(was, is))
			break;
		b->to -= was.len;
		b->old_lines.len -= was.len;
		b->new_lines.len -= was.len;
	}
}

/* True where the line that holds `from` begins before `to`, which is the end of a line. */
static bool touches(struct str s, size_t to, size_t from)
{
	return from < to || (to == s.len && s.len && s.at[s.len - 1] != '\n');
}

/* The block of edit *i and of those behind it that touch the same lines; *i moves past them. */
static struct block take_block(struct patch *p, const edits *list, size_t *i)
{
	size_t at = line_start(p->bytes, list->at[*i].from);
	struct block b = {.from = at, .to = at};
	struct buf text = BUF_INIT;

	do {
		const struct edit *e = &list->at[*i];

		buf_add(&text, str_slice(p->bytes, at, e->from));
		buf_add(&text, e->text);
		at = e->to;
		if (at >= b.to)
			b.to = line_end(p->bytes, at);
		++*i;
	} while (*i < list->len && touches(p->bytes, b.to, list->at[*i].from));
	buf_add(&text, str_slice(p->bytes, at, b.to));
	b.old_lines = str_slice(p->bytes, b.from, b.to);
	b.new_lines = arena_str(&p->arena, buf_str(&text));
	buf_clear(&text);
	return b;
}

static void find_blocks(struct patch *p, const edits *list)
{
	for (size_t i = 0; i < list->len;) {
		struct block b = take_block(p, list, &i);

		trim(&b);
		if (b.old_lines.len || b.new_lines.len)
			vec_push(&p->blocks, b);
	}
}

/* ---- text ---- */

/* True for a name that patch would cut or read otherwise. */
static bool needs_quotes(struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.at[i];

		if (c < ' ' || c == 0x7F || c == '"' || c == '\\')
			return true;
	}
	return str_starts(path, STR(" ")) || str_ends(path, STR(" "));
}

/* GNU's form: quotes as in C, or a tab behind the name, which says where one with spaces ends. */
static void add_name(struct buf *out, const char *before, struct str path)
{
	bool quoted = needs_quotes(path);

	buf_addf(out, "%s %s", before, quoted ? "\"" : "");
	for (size_t i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.at[i];

		if (c < ' ' || c == 0x7F)
			buf_addf(out, "\\%03o", c);
		else if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", c);
		else
			buf_add_byte(out, (char)c);
	}
	buf_add(out, quoted ? STR("\"\n") : STR("\t\n"));
}

static void add_lines(struct buf *out, char sign, struct str lines)
{
	while (lines.len) {
		struct str line = str_slice(lines, 0, line_end(lines, 0));

		buf_add_byte(out, sign);
		buf_add(out, line);
		if (line.at[line.len - 1] != '\n')
			buf_add(out, STR("\n\\ No newline at end of file\n"));
		lines = str_from(lines, line.len);
	}
}

/* Line numbers begin at 1; no lines stand behind the line before them, which is 0 at the top. */
static void add_range(struct buf *out, char sign, size_t before, size_t count)
{
	buf_addf(out, "%c%zu,%zu ", sign, count ? before + 1 : before, count);
}

/* Adds the blocks from `first` up to but without `last`, with what stands around and between them. */
static void add_hunk(struct patch *p, size_t first, size_t last, size_t lines_before, size_t new_before)
{
	const struct block *b = p->blocks.at;
	size_t at = lines_back(p->bytes, b[first].from, CONTEXT), end = lines_on(p->bytes, b[last - 1].to, CONTEXT);
	size_t was = count_lines(str_slice(p->bytes, at, end)), is = was;

	for (size_t i = first; i < last; i++)
		is = is - count_lines(b[i].old_lines) + count_lines(b[i].new_lines);
	buf_add(p->out, STR("@@ "));
	add_range(p->out, '-', lines_before, was);
	add_range(p->out, '+', new_before, is);
	buf_add(p->out, STR("@@\n"));
	for (size_t i = first; i < last; i++) {
		add_lines(p->out, ' ', str_slice(p->bytes, at, b[i].from));
		add_lines(p->out, '-', b[i].old_lines);
		add_lines(p->out, '+', b[i].new_lines);
		at = b[i].to;
	}
	add_lines(p->out, ' ', str_slice(p->bytes, at, end));
}

static void add_hunks(struct patch *p)
{
	const struct block *b = p->blocks.at;
	size_t before = 0, counted = 0, more = 0,
	       fewer = 0; /* lines above the hunk; those that blocks added and took */

	for (size_t first = 0, last; first < p->blocks.len; first = last) {
		size_t top = lines_back(p->bytes, b[first].from, CONTEXT);

		before += count_lines(str_slice(p->bytes, counted, top));
		counted = top;
		for (last = first + 1; last < p->blocks.len; last++)
			if (lines_on(p->bytes, b[last - 1].to, CONTEXT) < lines_back(p->bytes, b[last].from, CONTEXT))
				break;
		add_hunk(p, first, last, before, before + more - fewer);
		for (size_t i = first; i < last; i++) {
			more += count_lines(b[i].new_lines);
			fewer += count_lines(b[i].old_lines);
		}
	}
}

void patch_add(struct str path, struct str bytes, const edits *list, struct buf *out)
{
	struct patch p = {.bytes = bytes, .out = out};

	find_blocks(&p, list);
	if (p.blocks.len) {
		add_name(out, "---", path);
		add_name(out, "+++", path);
		add_hunks(&p);
	}
	vec_clear(&p.blocks);
	arena_clear(&p.arena);
}
