#include "site/passage.h"

#include "base/buf.h"
#include "site/yaml.h"

/* What stands in a passage for code and addresses: OBJECT REPLACEMENT CHARACTER. */
#define OBJECT "\xEF\xBF\xBC"

/* A passage that is being put together. */
struct draft {
	struct arena *arena;
	passages *out;
	struct passage passage;
	struct str first; /* the text, while it is a single view of other memory: most are, and need no copy */
	struct buf text;  /* the text, once there is more */
	size_t len;	  /* of the text */
	VEC(struct passage_piece) pieces;
	size_t base; /* where in the text the pieces that come begin */
};

static void begin(struct draft *d, enum passage_kind kind, size_t language, const struct source *source)
{
	d->passage = (struct passage){.kind = kind, .language = language, .source = source};
}

static void put(struct draft *d, struct str text)
{
	if (d->len == 0)
		d->first = text;
	else if (d->text.len == 0)
		buf_add(&d->text, d->first);
	if (d->len)
		buf_add(&d->text, text);
	d->len += text.len;
}

static void end(struct draft *d)
{
	struct passage_piece *pieces;

	struct str text = d->text.len ? buf_str(&d->text) : d->first;

	if (d->len && str_trim(text).len) {
		pieces = arena_array(d->arena, struct passage_piece, d->pieces.len);
		memcpy(pieces, d->pieces.at, d->pieces.len * sizeof *pieces);
		d->passage.pieces = pieces;
		d->passage.piece_count = d->pieces.len;
		d->passage.text = d->text.len ? arena_str(d->arena, text) : text;
		vec_push(d->out, d->passage);
	}
	buf_reset(&d->text);
	d->first = STR_NONE;
	d->len = 0;
	d->pieces.len = 0;
}

static void clear(struct draft *d)
{
	buf_clear(&d->text);
	vec_clear(&d->pieces);
}

static void add_piece(void *ctx, size_t at, size_t from, bool exact)
{
	struct draft *d = ctx;
	struct passage_piece piece = {d->base + at, from, exact};

	vec_push(&d->pieces, piece);
}

static void add(struct draft *d, struct str text, size_t from, bool exact)
{
	d->base = d->len;
	add_piece(d, 0, from, exact);
	put(d, text);
}

/* ---- the body ---- */

static enum passage_kind kind_of(const struct markup_text *t)
{
	if (t->sort == MARKUP_PICTURE)
		return PASSAGE_PICTURE;
	return t->heading ? PASSAGE_HEADING : PASSAGE_BODY;
}

static void add_text(struct draft *d, const struct markup_text *t)
{
	if (t->new_line)
		add(d, STR("\n"), t->place.from, false);
	if (t->sort == MARKUP_CODE || t->sort == MARKUP_ADDRESS) {
		add(d, STR(OBJECT), t->place.from, false);
		return;
	}
	d->base = d->len;
	if (t->exact)
		add_piece(d, 0, t->place.from, true);
	else
		markup_pieces(t, add_piece, d);
	put(d, t->text);
}

/* Words of a picture are a passage of their own, though they stand inside a paragraph. */
static void add_body(struct draft *d, const struct article *article, bool pictures)
{
	uint32_t block = 0;

	for (size_t i = 0; i < article->markup->texts.len; i++) {
		const struct markup_text *t = &article->markup->texts.at[i];

		if ((t->sort == MARKUP_PICTURE) != pictures)
			continue;
		if (t->block != block) {
			end(d);
			begin(d, kind_of(t), article->language, article->source);
			block = t->block;
		}
		add_text(d, t);
	}
	end(d);
}

/* ---- values of YAML ---- */

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* How many bytes of the source stand for how many of the text, at one point of a value. */
struct step {
	size_t source, text;
	bool exact;
};

static struct step yaml_step(struct str s, size_t at, struct str text, size_t i, char quote)
{
	size_t white = 0, next = 1;

	while (at + white < s.len && is_white(s.at[at + white]))
		white++;
	if (is_white(text.at[i]) && (white != 1 || s.at[at] != text.at[i]))
		return (struct step){white, 1, false}; /* a folded line */
	while (i + next < text.len && ((unsigned char)text.at[i + next] & 0xC0) == 0x80)
		next++;
	if (quote == '\'' && at + 1 < s.len && s.at[at] == '\'' && s.at[at + 1] == '\'')
		return (struct step){2, 1, false};
	if (quote == '"' && at + 1 < s.len && s.at[at] == '\\') {
		size_t digits = s.at[at + 1] == 'x' ? 2 : s.at[at + 1] == 'u' ? 4 : s.at[at + 1] == 'U' ? 8 : 0;

		return (struct step){2 + digits, next, false};
	}
	return at < s.len && s.at[at] == text.at[i] ? (struct step){1, 1, true} : (struct step){0};
}

/* Adds the value's text with the pieces that it stands in; where the two part, what is left is one that is not exact. */
static void add_value(struct draft *d, struct str text, struct place place)
{
	struct str s = str_slice(place.source->bytes, 0, place.to);
	size_t at = place.from, i = 0;
	char quote = at < s.len && (s.at[at] == '"' || s.at[at] == '\'') ? s.at[at] : 0;
	bool open = false;

	at += quote != 0;
	if (at < s.len && !quote && (s.at[at] == '|' || s.at[at] == '>'))
		while (at < s.len && s.at[at] != '\n')
			at++;
	while (at < s.len && is_white(s.at[at]))
		at++;
	d->base = d->len;
	while (i < text.len) {
		struct step step = yaml_step(s, at, text, i, quote);

		if (!step.source || !step.exact || !open)
			add_piece(d, i, at < s.len ? at : place.from, step.exact && step.source);
		if (!step.source)
			break;
		open = step.exact;
		at += step.source;
		i += step.text;
	}
	put(d, text);
}

static void add_yaml(struct draft *d, enum passage_kind kind, size_t language, struct str text, struct place place)
{
	if (text.len == 0 || !place.source)
		return;
	begin(d, kind, language, place.source);
	add_value(d, text, place);
	end(d);
}

/* ---- the whole ---- */

void passages_of_article(const struct article *article, struct arena *a, passages *out)
{
	struct draft d = {.arena = a, .out = out};
	const struct front_matter *f = &article->front;

	add_yaml(&d, PASSAGE_TITLE, article->language, f->title, f->title_place);
	add_yaml(&d, PASSAGE_SUMMARY, article->language, f->summary, f->summary_place);
	for (size_t i = 0; i < f->keyword_count; i++)
		add_yaml(&d, PASSAGE_KEYWORD, article->language, f->keywords[i].text, f->keywords[i].place);
	if (article->markup) {
		add_body(&d, article, false);
		add_body(&d, article, true);
	}
	clear(&d);
}

void passages_of_site(const struct site *site, struct arena *a, passages *out)
{
	struct draft d = {.arena = a, .out = out};

	for (size_t i = 0; i < site->settings.written.len; i++) {
		const struct written *w = &site->settings.written.at[i];

		add_yaml(&d, PASSAGE_SETTING, w->language, w->text, w->place);
	}
	for (size_t i = 0; i < site->words.written.len; i++) {
		const struct written *w = &site->words.written.at[i];

		add_yaml(&d, PASSAGE_INTERFACE, w->language, w->text, w->place);
	}
	clear(&d);
}

/* The number of the piece that holds byte `at`. */
static size_t piece_of(const struct passage *p, size_t at)
{
	size_t low = 0, high = p->piece_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (p->pieces[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static size_t offset_of(const struct passage_piece *piece, size_t at)
{
	return piece->exact ? piece->from + (at - piece->at) : piece->from;
}

struct place passage_place(const struct passage *p, size_t from, size_t to, bool *exact)
{
	size_t first = piece_of(p, from), last = to > from ? piece_of(p, to - 1) : first;
	bool same = p->pieces[first].exact;
	struct place place = {p->source, offset_of(&p->pieces[first], from), 0};

	/* Pieces that follow each other without a gap are as good as one. */
	for (size_t i = first + 1; i <= last; i++)
		same &= p->pieces[i].exact && p->pieces[i].from == offset_of(&p->pieces[i - 1], p->pieces[i].at);
	place.to = offset_of(&p->pieces[last], to);
	if (place.to < place.from)
		place.to = place.from;
	if (exact)
		*exact = same;
	return place;
}

struct place passage_value_place(struct str text, struct place value, size_t from, size_t to, struct arena *a)
{
	passages all = {0};
	struct draft d = {.arena = a, .out = &all};
	struct place place = value;

	add_yaml(&d, PASSAGE_SETTING, 0, text, value);
	if (all.len)
		place = passage_place(&all.at[0], from, to, NULL);
	clear(&d);
	vec_clear(&all);
	return place;
}
