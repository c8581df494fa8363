/*
 * facts_tables.c - puts tables into the tree: where a paragraph is one (table.h), a block of rows of cells takes its place.
 *
 * A cell is Markdown of its own, and cmark shall read it, with all definitions of the text. So the cells of all tables are written
 * as headings, a line each, before the text itself, and cmark reads that once more: a heading is the one block that holds a single
 * line, whatever stands in it. What the headings hold then moves into paragraphs that know their bytes in the source.
 */
#include "markup/tree.h"

/* A row: its bytes, and its cells in the list of all. */
struct row {
	struct table_span span;
	size_t cells, count;
};

/* A table: its paragraph, and its part of the lists of all. */
struct found {
	cmark_node *paragraph;
	size_t rows, row_count; /* the row of hyphens is none */
	size_t aligns, columns;
};

struct finding {
	struct markup *m;
	struct diags *dg;
	struct str text; /* of the source */
	VEC(struct found) tables;
	VEC(struct row) rows;
	table_spans cells;
	table_aligns aligns;
};

static void report(struct finding *f, enum rule_id rule, struct table_span at, struct str repair, struct message m)
{
	diag_add(f->dg, rule, (struct place){f->m->source, at.from, at.to}, repair, m);
}

static struct str number(struct finding *f, size_t n)
{
	return arena_printf(&f->m->arena, "%zu", n);
}

/* ---- what is a table ---- */

/* The lines of a paragraph, without prefixes and the white space at their ends. */
static void lines_of(const struct finding *f, cmark_node *paragraph, table_spans *out)
{
	struct align a = facts_inlines(f->m, paragraph);

	while (a.at < a.end) {
		size_t to = a.at;

		while (to < a.end && f->text.at[to] != '\n' && f->text.at[to] != '\r')
			to++;
		vec_push(out, table_trimmed(f->text, a.at, to));
		align_break(&a);
	}
}

static size_t count_cells(struct finding *f, struct table_span row)
{
	table_spans cells = {0};
	size_t n = table_cells(f->text, row, &cells);

	vec_clear(&cells);
	return n;
}

/* The row of hyphens that a header of n cells needs. */
static struct str hyphens(struct finding *f, size_t n)
{
	struct buf row = BUF_INIT;
	struct str kept;

	while (n--)
		buf_add(&row, STR("| --- "));
	buf_add(&row, STR("|"));
	kept = arena_str(&f->m->arena, buf_str(&row));
	buf_clear(&row);
	return kept;
}

/* A paragraph that is no table, but was perhaps meant as one. `at` is its first row of hyphens, or the number of lines. */
static void warn(struct finding *f, const table_spans *lines, size_t at, size_t columns)
{
	size_t cells;

	if (at == 0) {
		report(f, RULE_TABLE_FORM, lines->at[0], STR_NONE, MSG(TABLE_HEADER));
	} else if (at < lines->len) {
		cells = count_cells(f, lines->at[at - 1]);
		if (cells != columns)
			report(f, RULE_TABLE_FORM, lines->at[at], hyphens(f, cells),
			       MSG(TABLE_HYPHENS, number(f, columns), number(f, cells)));
		else
			report(f, RULE_TABLE_FORM, lines->at[at - 1], STR_NONE, MSG(TABLE_GAP));
	} else if (lines->len > 1 && table_is_framed(f->text, lines->at[0]) && table_is_framed(f->text, lines->at[1])) {
		report(f, RULE_TABLE_FORM, lines->at[0], STR_NONE,
		       MSG(TABLE_NO_HYPHENS, hyphens(f, count_cells(f, lines->at[0]))));
	}
}

/* A comment behind the last pipe is no cell of its own. */
static bool is_comment(const struct finding *f, struct table_span cell)
{
	struct str text = str_slice(f->text, cell.from, cell.to);

	return str_starts(text, STR("<!--")) && str_ends(text, STR("-->"));
}

static void add_row(struct finding *f, struct table_span line, size_t columns)
{
	struct row row = {line, f->cells.len, table_cells(f->text, line, &f->cells)};
	bool comment = row.count == columns + 1 && is_comment(f, f->cells.at[f->cells.len - 1]);

	vec_push(&f->rows, row);
	if (row.count > columns && !comment)
		report(f, RULE_TABLE_ROWS, line, STR_NONE,
		       MSG(TABLE_ROW_LONG, number(f, row.count), number(f, columns)));
	else if (row.count < columns && str_find_byte(str_slice(f->text, line.from, line.to), '|') == SIZE_MAX)
		report(f, RULE_TABLE_ROWS, line, STR_NONE, MSG(TABLE_ROW_TEXT));
	else if (row.count < columns)
		report(f, RULE_TABLE_ROWS, line, STR_NONE,
		       MSG(TABLE_ROW_SHORT, number(f, row.count), number(f, columns)));
}

static void see_paragraph(struct finding *f, cmark_node *paragraph)
{
	struct found t = {.paragraph = paragraph, .rows = f->rows.len, .aligns = f->aligns.len};
	table_spans lines = {0};
	size_t at = 0;

	lines_of(f, paragraph, &lines);
	while (at < lines.len && !(t.columns = table_columns(f->text, lines.at[at], &f->aligns)))
		at++;
	if (at == 1 && lines.len > 1 && count_cells(f, lines.at[0]) == t.columns) {
		for (size_t i = 0; i < lines.len; i++)
			if (i != 1)
				add_row(f, lines.at[i], t.columns);
		t.row_count = f->rows.len - t.rows;
		vec_push(&f->tables, t);
	} else {
		f->aligns.len = t.aligns;
		warn(f, &lines, at, t.columns);
	}
	vec_clear(&lines);
}

static void see_paragraphs(struct finding *f)
{
	cmark_iter *it = cmark_iter_new(f->m->tree->root);
	cmark_event_type event;

	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_ENTER && cmark_node_get_type(cmark_iter_get_node(it)) == CMARK_NODE_PARAGRAPH)
			see_paragraph(f, cmark_iter_get_node(it));
	cmark_iter_free(it);
}

/* ---- cells through cmark ---- */

/* A cell as a heading; "\|" is a pipe. Hashes at its end would be taken for a mark of the heading, so that has one. */
static void add_cell(struct buf *out, struct str cell)
{
	buf_add(out, STR("#"));
	if (cell.len)
		buf_add_byte(out, ' ');
	for (size_t i = 0; i < cell.len; i++)
		if (!(cell.at[i] == '\\' && i + 1 < cell.len && cell.at[i + 1] == '|'))
			buf_add_byte(out, cell.at[i]);
	buf_add(out, cell.len ? STR(" #\n") : STR("\n"));
}

static cmark_node *parse_cells(struct finding *f, const struct markup_request *request)
{
	struct buf text = BUF_INIT;
	cmark_node *root;

	tree_add_definitions(request->shared, &text);
	for (size_t i = 0; i < f->cells.len; i++)
		add_cell(&text, str_slice(f->text, f->cells.at[i].from, f->cells.at[i].to));
	buf_add_byte(&text, '\n');
	buf_add(&text, str_from(f->text, f->m->tree->from));
	root = tree_parse(buf_str(&text));
	buf_clear(&text);
	return root;
}

/* ---- into the tree ---- */

static cmark_node *new_block(struct markup *m, struct node_table known)
{
	cmark_node *block = tree_new(CMARK_NODE_CUSTOM_BLOCK);
	struct node_table *kept = arena_new(&m->arena, struct node_table);

	*kept = known;
	cmark_node_set_user_data(block, kept);
	return block;
}

/* A cell with what the next heading holds. */
static cmark_node *new_cell(struct markup *m, struct node_cell known, cmark_node *heading)
{
	cmark_node *paragraph = tree_new(CMARK_NODE_PARAGRAPH), *inside;
	struct node_start *start = arena_new(&m->arena, struct node_start);
	struct node_cell *cell = arena_new(&m->arena, struct node_cell);

	*cell = known;
	*start = (struct node_start){known.place.from, cell};
	cmark_node_set_user_data(paragraph, start);
	while ((inside = cmark_node_first_child(heading)) != NULL)
		cmark_node_append_child(paragraph, inside);
	return paragraph;
}

static cmark_node *next_heading(cmark_node **heading)
{
	cmark_node *next = *heading;

	*heading = cmark_node_next(next);
	return next;
}

static cmark_node *new_row(struct finding *f, const struct found *t, size_t number, cmark_node **heading)
{
	const struct row *row = &f->rows.at[t->rows + number];
	struct place place = {f->m->source, row->span.from, row->span.to};
	cmark_node *block = new_block(f->m, (struct node_table){.place = place, .is_row = true, .row = number});

	for (size_t i = 0; i < row->count; i++) {
		struct table_span span = f->cells.at[row->cells + i];
		struct node_cell cell = {.place = {f->m->source, span.from, span.to},
					 .column = i,
					 .is_header = number == 0,
					 .is_beyond = i >= t->columns};

		if (!cell.is_beyond)
			cell.align = f->aligns.at[t->aligns + i];
		cmark_node_append_child(block, new_cell(f->m, cell, next_heading(heading)));
	}
	return block;
}

/* The header's words, with commas. */
static struct str label_of(struct markup *m, cmark_node *header)
{
	struct buf label = BUF_INIT;
	struct str kept;

	for (cmark_node *cell = cmark_node_first_child(header); cell; cell = cmark_node_next(cell)) {
		struct str words = str_trim(tree_text(cell, &m->arena));

		if (words.len && label.len)
			buf_add(&label, STR(", "));
		buf_add(&label, words);
	}
	kept = arena_str(&m->arena, buf_str(&label));
	buf_clear(&label);
	return kept;
}

static void put_table(struct finding *f, const struct found *t, cmark_node **heading)
{
	const struct row *rows = &f->rows.at[t->rows];
	struct place place = {f->m->source, rows[0].span.from, rows[t->row_count - 1].span.to};
	cmark_node *table = new_block(f->m, (struct node_table){.place = place});
	struct node_table *known = cmark_node_get_user_data(table);

	for (size_t i = 0; i < t->row_count; i++)
		cmark_node_append_child(table, new_row(f, t, i, heading));
	known->label = label_of(f->m, cmark_node_first_child(table));
	cmark_node_insert_before(t->paragraph, table);
	cmark_node_free(t->paragraph);
	vec_push(&f->m->tables, ((struct markup_table){t->columns, t->row_count - 1, place}));
}

void facts_tables(struct markup *m, const struct markup_request *request, struct diags *dg)
{
	struct finding f = {.m = m, .dg = dg, .text = m->source->bytes};
	cmark_node *cells, *heading;

	see_paragraphs(&f);
	if (f.tables.len) {
		cells = parse_cells(&f, request);
		heading = cmark_node_first_child(cells);
		for (size_t i = 0; i < f.tables.len; i++)
			put_table(&f, &f.tables.at[i], &heading);
		cmark_node_free(cells);
	}
	vec_clear(&f.tables);
	vec_clear(&f.rows);
	vec_clear(&f.cells);
	vec_clear(&f.aligns);
}
