#include "plan/scripts.h"

#include <errno.h>

#include "base/buf.h"
#include "base/child.h"

enum { PARTS_MOST = 16 };

/* The oldest browsers that each script is for (README, "Browsers"): what runs on every page asks for less. */
static const char *const everywhere[] = {"esbuild",	 "--minify",	  "--charset=utf8", "--legal-comments=none",
					 "--target=es5", "--log-limit=1", "--color=false",  NULL};
static const char *const searching[] = {"esbuild",
					"--minify",
					"--charset=utf8",
					"--legal-comments=none",
					"--target=chrome80,firefox78,safari13.1",
					"--log-limit=1",
					"--color=false",
					NULL};

/*
 * What each shipped script is made of, in the order in which the parts rely on each other.
 */
static const struct {
	const char *path;
	const char *const *command;
	const char *parts[PARTS_MOST];
} joined[] = {
	{"assets/komek.js", everywhere, {"assets/komek.js", "assets/copy.js", "assets/support.js"}},
	{"assets/letter.js", everywhere, {"assets/letter.js"}},
	{"assets/search.js",
	 searching,
	 {"assets/search-text.js", "assets/search-stem.js", "assets/search-read.js", "assets/search-rank.js",
	  "assets/search-parts.js", "assets/search-find.js", "assets/search-marks.js", "assets/search-page.js"}},
	{"assets/near.js", searching, {"assets/search-near.js"}},
	{"assets/passages.js", searching, {"assets/search-passages.js"}},
	{"assets/box.js", searching, {"assets/search-box.js"}},
};

enum { JOINED = sizeof joined / sizeof *joined };

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
static void join(const struct statics *s, size_t number, struct buf *out)
{
	for (size_t k = 0; k < PARTS_MOST && joined[number].parts[k]; k++) {
		const struct static_file *f = file_of(s, str_of(joined[number].parts[k]));

		if (f) {
			buf_add(out, f->bytes);
			buf_add_byte(out, '\n');
		}
	}
}

/*
 * Of esbuild's complaint, which goes "X [ERROR] what is wrong", an empty line, "    <stdin>:line:column:" and the line itself:
 * what is wrong.
 */
static struct str complaint_of(const struct child_said *said)
{
	struct str rest = said->complaint, line = STR_NONE;
	size_t at;

	while (!line.len && str_split(&rest, '\n', &line))
		line = str_trim(line);
	at = str_find(line, STR("] "), 0);
	return at == SIZE_MAX ? line : str_from(line, at + 2);
}

/* And the line of the script where it is, as it was written: that may be in any of the parts. */
static struct str place_of(const struct child_said *said)
{
	struct str rest = said->complaint, line, number, shown;

	while (str_split(&rest, '\n', &line)) {
		size_t at = str_find(line, STR("\342\224\202"), 0); /* the box's edge that esbuild draws */

		if (at == SIZE_MAX)
			continue;
		number = str_trim(str_slice(line, 0, at));
		shown = str_trim(str_from(line, at + 3));
		if (number.len)
			return shown;
	}
	return STR_NONE;
}

static bool finish(struct child *c, size_t number, struct arena *a, struct str *bytes, struct failure *why)
{
	struct child_said said;
	int error = child_finish(c, a, &said);

	if (error == ENOENT)
		return failure_set(why, MSG(PROGRAM_LACKS, str_of(joined[number].command[0])));
	if (error)
		return failure_errno(why, MSG_PROGRAM_REFUSED, str_of(joined[number].command[0]), error);
	if (said.status)
		return failure_set(
			why, MSG(SCRIPT_WRONG, str_of(joined[number].path), complaint_of(&said), place_of(&said)));
	*bytes = said.output;
	return true;
}

static int by_path(const void *a, const void *b)
{
	return str_cmp(((const struct static_file *)a)->path, ((const struct static_file *)b)->path);
}

bool scripts_join(struct statics *s, struct arena *a, struct failure *why)
{
	struct static_file made[JOINED];
	struct child children[JOINED];
	struct buf texts[JOINED] = {0};
	size_t kept = 0;
	bool done = true;

	for (size_t i = 0; i < JOINED; i++) {
		join(s, i, &texts[i]);
		if (texts[i].len)
			child_start(&children[i], joined[i].command, buf_str(&texts[i]));
	}
	for (size_t i = 0; i < JOINED; i++) {
		made[i] = (struct static_file){str_of(joined[i].path), STR_NONE};
		if (texts[i].len)
			done &= finish(&children[i], i, a, &made[i].bytes, why);
		buf_clear(&texts[i]);
	}
	for (size_t i = 0; i < s->files.len; i++)
		if (!is_part(s->files.at[i].path))
			s->files.at[kept++] = s->files.at[i];
	s->files.len = kept;
	for (size_t i = 0; i < JOINED; i++)
		if (made[i].bytes.len)
			vec_push(&s->files, made[i]);
	vec_sort(&s->files, by_path);
	return done;
}
