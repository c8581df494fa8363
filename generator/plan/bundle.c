#include "plan/bundle.h"

#include "output/replace.h"
#include "output/zip.h"

/* The one folder in the archive. README.txt names it, too. */
#define FOLDER "komek"

static void add_lines(struct buf *out, struct str text)
{
	struct str line;

	while (str_split(&text, '\n', &line)) {
		buf_add(out, line);
		buf_add(out, STR("\r\n"));
	}
}

/*
 * For Notepad, because most people who are handed an archive open it in Windows: without a byte-order mark its older
 * versions take UTF-8 for the code page of the system, and without CR they show a single line.
 */
static void make_readme(const struct site *site, struct arena *a, struct buf *out)
{
	buf_add(out, STR("\xEF\xBB\xBF"));
	for (size_t l = 0; l < site->settings.language_count; l++) {
		struct str args[3] = {site->settings.name.in[l], STR(FOLDER)};

		if (l)
			add_lines(out, STR("\n\n* * *\n\n"));
		add_lines(out, words_fill(&site->words, &site->settings, l, WORD_BUNDLE_README, args, a));
	}
}

static bool put_readme(struct build *b, struct sink *sink)
{
	struct buf text = BUF_INIT;
	bool done;

	make_readme(b->site, &b->arena, &text);
	done = sink->put(sink, STR("README.txt"), buf_str(&text), &b->why);
	buf_clear(&text);
	return done;
}

static void pack(struct build *b, struct memory *m, struct bundle *bundle)
{
	struct buf archive = BUF_INIT;
	size_t count;
	const struct memory_file *files = memory_files(m, &count);

	if (zip_pack(FOLDER, files, count, bundle->archive, &archive, &b->why))
		replace_file(bundle->archive, buf_str(&archive), &bundle->touched, &b->why);
	bundle->bytes = archive.len;
	buf_clear(&archive);
}

void bundle_run(struct build *b, struct bundle *bundle)
{
	struct memory *m;

	if (!build_load(b) || !replace_allowed(bundle->archive, &b->why) || !build_check(b))
		return;
	m = memory_new();
	if (build_make(b, memory_sink(m)) && put_readme(b, memory_sink(m)))
		pack(b, m, bundle);
	memory_free(m);
}
