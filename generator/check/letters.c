/*
 * letters.c - every text of the site looked at letter by letter.
 *
 * In four steps, so that clean texts cost little: the quick look takes every text apart into words, each kept once for the
 * whole site (parallel); each word that was never judged before is judged (the verdicts outlive the run, see
 * text/spell.h); words that the site itself spells in two ways are compared; then only texts with something odd are
 * examined with care (parallel).
 */
#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "check/known.h"
#include "check/letters_report.h"
#include "check/rules.h"
#include "letters/look.h"
#include "letters/misspelt.h"
#include "letters/stand_ins.h"
#include "letters/text.h"

/* The words of one passage. */
struct looked {
	struct passage passage;
	size_t first, count; /* in its worker's numbers */
	unsigned odd;	     /* enum look_result */
};

typedef VEC(struct looked) looked_passages;

/* One file, or the settings and interface together. */
struct file {
	looked_passages passages;
	unsigned worker; /* that looked at it */
	struct diags dg;
};

struct worker {
	struct arena arena, scratch;
	struct word_table table;
	word_numbers numbers;
	uint32_t *global; /* number in the table of all: by number in its own */
	passages passages;
};

struct run {
	const struct check_context *c;
	struct encodings encodings;
	struct points points;
	struct known known;
	struct file *files;
	size_t file_count;
	struct worker *workers;
	unsigned worker_count;
	struct word_table words; /* of all */
	uint8_t *verdicts;	 /* of all words, close together */
	bool misspelt;		 /* some word is */
};

static enum letters_language language_of(const struct site *site, size_t number)
{
	struct str code = site_language(site, number)->code;

	return str_eq(code, STR("kk")) ? LETTERS_KK : str_eq(code, STR("ru")) ? LETTERS_RU : LETTERS_EN;
}

/* ---- the quick look ---- */

static void look_at(struct run *r, struct worker *w, struct file *f, const struct passage *p)
{
	struct looked looked = {.passage = *p, .first = w->numbers.len};

	looked.odd = look_quick(&r->points, &w->table, language_of(r->c->site, p->language), p->text, &w->numbers);
	looked.count = w->numbers.len - looked.first;
	vec_push(&f->passages, looked);
}

/* The last file stands for the settings and the interface. */
static void look_item(void *ctx, size_t item, unsigned worker)
{
	struct run *r = ctx;
	struct worker *w = &r->workers[worker];
	struct file *f = &r->files[item];

	f->worker = worker;
	w->passages.len = 0;
	if (item + 1 == r->file_count)
		passages_of_site(r->c->site, &w->arena, &w->passages);
	else if (r->c->site->articles.at[item]->entry)
		passages_of_article(r->c->site->articles.at[item], &w->arena, &w->passages);
	for (size_t i = 0; i < w->passages.len; i++)
		look_at(r, w, f, &w->passages.at[i]);
}

/* Every worker's words in one table. Its order depends on the threads; what is said of a word does not. */
static void join_words(struct run *r)
{
	for (unsigned i = 0; i < r->worker_count; i++) {
		struct worker *w = &r->workers[i];

		w->global = mem_zero(w->table.count + 1, sizeof *w->global);
		for (size_t k = 0; k < w->table.count; k++)
			w->global[k] = word_table_add(&r->words, &w->table.at[k], w->table.counts[k]);
	}
}

/* ---- verdicts ---- */

/* Latin words matter where each letter has a Cyrillic twin. */
static bool has_twin(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (stand_in_of((unsigned char)word.at[i]).sort != STAND_IN_EXACT)
			return false;
	return word.len >= 2;
}

static bool has_kazakh_letter(const struct run *r, struct str word, struct arena *a)
{
	struct point_text t = points_take(word, a);

	for (size_t i = 0; i < t.count; i++)
		if (points_of(&r->points, t.point[i]) & POINT_KAZAKH)
			return true;
	return false;
}

static unsigned judge_kazakh(const struct run *r, const struct word_entry *word, struct arena *a)
{
	const struct word_knowledge *k = &r->known.words;
	unsigned sure = k->kazakh(k->ctx, word->word) == KNOWS_SURELY ? VERDICT_SURE : 0;

	return sure | (k->restored(k->ctx, word->word, WORD_STARTS_SENTENCE, a).len ? VERDICT_LOOK : 0);
}

static unsigned judge_word(const struct run *r, const struct word_entry *word, struct arena *a)
{
	if (word->latin && word->language != LETTERS_EN)
		return has_twin(word->word) ? VERDICT_LOOK : 0;
	if (word->language == LETTERS_KK)
		return judge_kazakh(r, word, a);
	if (word->language == LETTERS_RU && has_kazakh_letter(r, word->word, a))
		return VERDICT_LOOK;
	return misspelt_meant(&r->known.words, word->language, word->word, a).len ? VERDICT_MISSPELT : 0;
}

/* Words are judged in lots, so that threads do not meet at every word. */
enum { LOT = 256 };

static void verdict_item(void *ctx, size_t item, unsigned worker)
{
	struct run *r = ctx;
	struct arena *a = &r->workers[worker].scratch;
	size_t end = (item + 1) * LOT < r->words.count ? (item + 1) * LOT : r->words.count;

	for (size_t i = item * LOT; i < end; i++) {
		struct word_entry *word = &r->words.at[i];

		word->verdict = known_verdict(&r->known, word->language, word->word);
		if (word->verdict)
			continue;
		word->verdict = (uint8_t)(VERDICT_JUDGED | judge_word(r, word, a));
		known_remember(&r->known, word->language, word->word, word->verdict);
		arena_reset(a);
	}
}

/* Words that the site spells otherwise are looked at as well; that follows from the site and is not remembered. */
static void compare_spellings(struct run *r)
{
	site_spellings_find(&r->known.site, &r->words, VERDICT_SURE, &r->workers[0].arena);
	if (r->known.site.outliers.len == 0)
		return;
	for (size_t i = 0; i < r->words.count; i++)
		if (r->words.at[i].language == LETTERS_KK && site_spelling_of(&r->known.site, r->words.at[i].word))
			r->words.at[i].verdict |= VERDICT_LOOK;
}

/* The verdicts apart from the words: the next step asks for that of every word of every text. */
static void collect_verdicts(struct run *r)
{
	r->verdicts = mem_zero(r->words.count + 1, 1);
	for (size_t i = 0; i < r->words.count; i++) {
		r->verdicts[i] = r->words.at[i].verdict;
		r->misspelt |= (r->words.at[i].verdict & VERDICT_MISSPELT) != 0;
	}
}

/* ---- the careful look ---- */

/* Lines without Kazakh letters are Kazakh all the same where their words are; so many others make them worth a look. */
enum { STRANGE_WORDS = 2 };

static bool needs_care(const struct run *r, const struct file *f, const struct looked *p)
{
	const struct worker *w = &r->workers[f->worker];
	size_t strange = 0;

	if (p->odd & LOOK_ODD)
		return true;
	for (size_t i = 0; i < p->count; i++) {
		unsigned verdict = r->verdicts[w->global[w->numbers.at[p->first + i].number]];

		if (verdict & VERDICT_LOOK)
			return true;
		strange += !(verdict & VERDICT_SURE);
	}
	return (p->odd & LOOK_LINE) && strange >= STRANGE_WORDS;
}

static void count_evidence(const struct run *r, const struct file *f, struct judge *j)
{
	for (size_t i = 0; i < f->passages.len; i++) {
		struct point_text t;

		if (!(f->passages.at[i].odd & LOOK_ODD))
			continue;
		t = points_take(f->passages.at[i].passage.text, j->scratch);
		word_evidence(&r->encodings, &t, j);
	}
}

/* Whether the editor says that this very word is right. */
static bool is_allowed(const struct run *r, const struct file *f, const struct passage *p, struct str word)
{
	size_t i = (size_t)(f - r->files);

	if (i + 1 == r->file_count)
		return site_allows_in(r->c->site, p->language, word);
	return site_allows(r->c->site, r->c->site->articles.at[i], word);
}

static void examine(const struct run *r, struct file *f, const struct looked *p, struct judge *j)
{
	findings found = {0};

	j->language = language_of(r->c->site, p->passage.language);
	text_examine(j, p->passage.text, &found);
	for (size_t i = 0; i < found.len; i++) {
		const struct finding *it = &found.at[i];
		struct str word = str_slice(p->passage.text, it->from, it->to);
		const struct site_spelling *s = NULL;

		if (it->kind != FINDING_PERSON && is_allowed(r, f, &p->passage, word))
			continue;
		if (it->kind == FINDING_RUSSIAN)
			s = site_spelling_of(&r->known.site, word);
		letters_report(&f->dg, &p->passage, j->language, it, s ? s->count : 0, j->scratch);
	}
	vec_clear(&found);
}

/* A word that is part of something (an address, a file's name, a word with a hyphen) is not judged alone. */
static bool stands_alone(struct str text, size_t from, size_t to)
{
	bool before = from > 0 && strchr("_@/.-'\\&#", text.at[from - 1]);
	bool behind = to < text.len && strchr("_@/-'&", text.at[to]);

	return !before && !behind && !(to + 1 < text.len && text.at[to] == '.' && (unsigned char)text.at[to + 1] > ' ');
}

/* A word that the site uses again and again is its own, whatever dictionaries lack. */
enum { OWN_WORD = 4 };

static void report_misspelt(const struct run *r, struct file *f, const struct looked *p, struct arena *a)
{
	const struct worker *w = &r->workers[f->worker];

	for (size_t i = 0; i < p->count; i++) {
		const struct word_at *at = &w->numbers.at[p->first + i];
		const struct word_entry *word = &r->words.at[w->global[at->number]];

		if (!(word->verdict & VERDICT_MISSPELT) || r->words.counts[w->global[at->number]] >= OWN_WORD ||
		    !stands_alone(p->passage.text, at->at, at->at + word->word.len) ||
		    is_allowed(r, f, &p->passage, word->word))
			continue;
		diag_add(&f->dg, RULE_SPELLING, passage_place(&p->passage, at->at, at->at + word->word.len, NULL),
			 misspelt_meant(&r->known.words, word->language, word->word, a),
			 MSG(WORD_MISSPELT, word->word));
	}
}

/* Words of one file for whose lost letters a repair is looked for: a file of question marks must not take hours. */
enum { FILLS_MOST = 500 };

static void examine_item(void *ctx, size_t item, unsigned worker)
{
	struct run *r = ctx;
	struct file *f = &r->files[item];
	unsigned patience = FILLS_MOST;
	struct judge j = {.encodings = &r->encodings,
			  .knows = &r->known.words,
			  .patience = &patience,
			  .scratch = &r->workers[worker].scratch};

	count_evidence(r, f, &j);
	for (size_t i = 0; i < f->passages.len; i++) {
		if (needs_care(r, f, &f->passages.at[i]))
			examine(r, f, &f->passages.at[i], &j);
		if (r->misspelt)
			report_misspelt(r, f, &f->passages.at[i], j.scratch);
		arena_reset(j.scratch);
	}
}

/* ---- the whole ---- */

static void clear(struct run *r)
{
	for (unsigned i = 0; i < r->worker_count; i++) {
		arena_clear(&r->workers[i].arena);
		arena_clear(&r->workers[i].scratch);
		word_table_clear(&r->workers[i].table);
		vec_clear(&r->workers[i].numbers);
		vec_clear(&r->workers[i].passages);
		free(r->workers[i].global);
	}
	for (size_t i = 0; i < r->file_count; i++)
		vec_clear(&r->files[i].passages);
	word_table_clear(&r->words);
	free(r->verdicts);
	known_clear(&r->known);
	free(r->workers);
	free(r->files);
}

static void whole_site(const struct check_context *c)
{
	struct run *r = mem_zero(1, sizeof *r);
	const char *name;

	r->c = c;
	r->file_count = c->site->articles.len + 1;
	r->worker_count = pool_workers(c->jobs, r->file_count);
	r->files = mem_zero(r->file_count, sizeof *r->files);
	r->workers = mem_zero(r->worker_count, sizeof *r->workers);
	known_make(&r->known, c->speller);
	points_make(&r->points);
	if (encodings_make(&r->encodings, &name)) {
		pool_run(r->worker_count, r->file_count, look_item, r);
		join_words(r);
		pool_run(r->worker_count, (r->words.count + LOT - 1) / LOT, verdict_item, r);
		compare_spellings(r);
		collect_verdicts(r);
		pool_run(r->worker_count, r->file_count, examine_item, r);
	} else {
		failure_set(c->why, MSG(CONVERTER_LACKS, str_of(name)));
	}
	for (size_t i = 0; i < r->file_count; i++)
		diags_join(c->dg, &r->files[i].dg);
	clear(r);
	free(r);
}

const struct check check_letters = {.whole_site = whole_site};
