/*
 * letters_fuzz.c - any bytes as a text of each language: findings lie on borders of characters inside the text, do not
 * overlap, and their repairs are UTF-8 and change something; where all sure repairs are made, nothing sure is left; and
 * the quick look sees whatever the careful one is sure of.
 */
#include "../unit/letters_words.h"

#include "letters/look.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* How often sure repairs may uncover further ones: broken text may have been broken several times. */
enum { ROUNDS_MOST = 4 };

static void broken(const char *why, struct str text, const struct finding *f)
{
	struct buf line = BUF_INIT;

	if (f)
		letters_line(text, f, &line);
	fprintf(stderr, "%s\n%.*s\nin: %.*s\n", why, (int)line.len, line.len ? line.at : "", STR_ARG(text));
	abort();
}

static bool is_border(struct str s, size_t at)
{
	return at == s.len || ((unsigned char)s.at[at] & 0xC0) != 0x80;
}

/* A line in another language, script or layout may hold words that are wrong in themselves. */
static bool is_line(const struct finding *f)
{
	return f->kind == FINDING_LANGUAGE || f->kind == FINDING_SCRIPT;
}

static void check_finding(struct str text, const struct finding *f)
{
	if (f->from >= f->to || f->to > text.len)
		broken("outside of the text", STR_NONE, NULL);
	if (utf8_valid_until(text) == text.len && (!is_border(text, f->from) || !is_border(text, f->to)))
		broken("inside a character", text, f);
	if (utf8_valid_until(f->repair) < f->repair.len)
		broken("a repair that is no UTF-8", text, f);
	if (str_eq(f->repair, str_slice(text, f->from, f->to)))
		broken("a repair that changes nothing", text, f);
	if (f->sure && is_line(f))
		broken("a line that is sure", text, f);
}

static void check_all(struct str text, const findings *found)
{
	const struct finding *last = NULL;

	for (size_t i = 0; i < found->len; i++) {
		const struct finding *f = &found->at[i];

		check_finding(text, f);
		if (is_line(f))
			continue;
		if (last && f->from < last->to)
			broken("begins before the end of another one", text, f);
		last = f;
	}
}

static void examine(struct letters_fixture *f, struct str text, findings *found)
{
	struct point_text t = points_take(text, &f->arena);

	f->patience = 2; /* each may take a millisecond */
	f->judge.kz1048 = f->judge.pt154 = 0;
	word_evidence(&f->encodings, &t, &f->judge);
	text_examine(&f->judge, text, found);
	findings_sort(found);
}

/* The text with every sure repair; how many there were. */
static size_t mend(struct str text, const findings *found, struct buf *out)
{
	size_t at = 0, n = 0;

	for (size_t i = 0; i < found->len; i++) {
		const struct finding *f = &found->at[i];

		if (!f->sure)
			continue;
		buf_add(out, str_slice(text, at, f->from));
		buf_add(out, f->repair);
		at = f->to;
		n++;
	}
	buf_add(out, str_from(text, at));
	return n;
}

static void check_look(struct letters_fixture *f, const struct points *points, struct str text, const findings *found)
{
	struct word_table table = {0};
	word_numbers numbers = {0};
	bool odd = look_quick(points, &table, f->judge.language, text, &numbers);

	for (size_t i = 0; i < found->len; i++)
		if (found->at[i].sure && !odd)
			broken("the quick look does not see it", text, &found->at[i]);
	word_table_clear(&table);
	vec_clear(&numbers);
}

static bool has_broken(const findings *found)
{
	for (size_t i = 0; i < found->len; i++)
		if (found->at[i].kind == FINDING_BROKEN)
			return true;
	return false;
}

/* Only what was hidden in a broken stretch may come to light by repairs. */
static void check_mended(struct letters_fixture *f, struct str text, const findings *found)
{
	struct buf now = BUF_INIT, next = BUF_INIT;
	size_t sure = mend(text, found, &now), rounds = 0;
	bool hidden = has_broken(found);

	while (sure) {
		findings again = {0};

		if (++rounds > ROUNDS_MOST)
			broken("repairs without end", buf_str(&now), NULL);
		examine(f, buf_str(&now), &again);
		check_all(buf_str(&now), &again);
		for (size_t i = 0; i < again.len && !hidden; i++)
			if (again.at[i].sure)
				broken("a repair that needs another one", text, &again.at[i]);
		hidden = has_broken(&again);
		buf_reset(&next);
		sure = mend(buf_str(&now), &again, &next);
		vec_clear(&again);
		buf_reset(&now);
		buf_add(&now, buf_str(&next));
	}
	buf_clear(&now);
	buf_clear(&next);
}

static void check_text(struct str text, struct letters_fixture *f, const struct points *points)
{
	findings found = {0};

	examine(f, text, &found);
	check_all(text, &found);
	if (utf8_valid_until(text) == text.len) {
		check_look(f, points, text, &found);
		check_mended(f, text, &found);
	}
	vec_clear(&found);
	arena_reset(&f->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct points points;
	static struct letters_fixture f;
	struct str text = {(const char *)bytes, len};

	if (!points.class['a']) {
		points_make(&points);
		letters_begin(&f, LETTERS_KK);
	}
	for (unsigned i = 0; i < 3; i++) {
		f.judge.language = (enum letters_language)i;
		check_text(text, &f, &points);
	}
	return 0;
}
