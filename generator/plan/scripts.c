#include "plan/scripts.h"

#include "base/buf.h"

enum { PARTS_MOST = 16 };

/*
 * What each shipped script is made of, in the order in which the parts rely on each other. The search page loads search.js
 * alone, so it holds what every page has, too (but what only answers have); on all other pages that part sees that it has run already.
 */
static const struct {
	const char *path;
	const char *parts[PARTS_MOST];
} joined[] = {
	{"assets/komek.js", {"assets/komek.js", "assets/copy.js", "assets/support.js"}},
	{"assets/letter.js", {"assets/letter.js"}},
	{"assets/search.js",
	 {"assets/komek.js", "assets/search-text.js", "assets/search-stem.js", "assets/search-read.js",
	  "assets/search-rank.js", "assets/search-parts.js", "assets/search-find.js", "assets/search-marks.js",
	  "assets/search-box.js", "assets/search-page.js"}},
};

enum { JOINED = sizeof joined / sizeof *joined };

/* Where a comment at the end of a line begins, or `end`: behind one inside a string the quote that ends it would follow. */
static size_t code_end(struct str script, size_t at, size_t end)
{
	size_t found = end;

	for (size_t i = at; i + 4 <= end; i++)
		if (found == end && str_eq(str_slice(script, i, i + 4), STR(" // ")))
			found = i;
	for (size_t i = found; i < end; i++)
		if (script.at[i] == '"' || script.at[i] == '\'' || script.at[i] == '`')
			return end;
	return found;
}

static void add_lines(struct buf *out, struct str script)
{
	for (size_t at = 0, end; at < script.len; at = end + 1) {
		end = at;
		while (end < script.len && script.at[end] != '\n')
			end++;
		while (at < end && script.at[at] == '\t')
			at++;
		if (at < end && !str_starts(str_from(script, at), STR("//"))) {
			buf_add(out, str_slice(script, at, code_end(script, at, end)));
			buf_add_byte(out, '\n');
		}
	}
}

static bool is_part(struct str path)
{
	for (size_t i = 0; i < JOINED; i++)
		for (size_t k = 0; k < PARTS_MOST && joined[i].parts[k]; k++)
			if (str_eq(path, str_of(joined[i].parts[k])))
				return true;
	return false;
}

static const struct static_file *file_of(const struct statics *s, struct str path)
{
	for (size_t i = 0; i < s->files.len; i++)
		if (str_eq(s->files.at[i].path, path))
			return &s->files.at[i];
	return NULL;
}

/* A theme may lack a script, or all of them: then it is no part, and what would be empty is not there. */
static struct str join(const struct statics *s, size_t number, struct arena *a)
{
	struct buf out = BUF_INIT;
	struct str bytes;

	for (size_t k = 0; k < PARTS_MOST && joined[number].parts[k]; k++) {
		const struct static_file *f = file_of(s, str_of(joined[number].parts[k]));

		if (f)
			add_lines(&out, f->bytes);
	}
	bytes = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return bytes;
}

static int by_path(const void *a, const void *b)
{
	return str_cmp(((const struct static_file *)a)->path, ((const struct static_file *)b)->path);
}

void scripts_join(struct statics *s, struct arena *a)
{
	struct static_file made[JOINED];
	size_t kept = 0;

	for (size_t i = 0; i < JOINED; i++)
		made[i] = (struct static_file){str_of(joined[i].path), join(s, i, a)};
	for (size_t i = 0; i < s->files.len; i++)
		if (!is_part(s->files.at[i].path))
			s->files.at[kept++] = s->files.at[i];
	s->files.len = kept;
	for (size_t i = 0; i < JOINED; i++)
		if (made[i].bytes.len)
			vec_push(&s->files, made[i]);
	vec_sort(&s->files, by_path);
}
