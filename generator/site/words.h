/*
 * words.h - the interface's texts: templates/strings/<lang>.yaml, "name: text" a line. Templates say them as
 * say.<name>; texts with arguments (see base/format.h) are filled by the pages. Every language of the site has the same
 * names.
 */
#ifndef KOMEK_SITE_WORDS_H
#define KOMEK_SITE_WORDS_H

#include "base/map.h"
#include "base/vec.h"
#include "diag/diag.h"
#include "diag/failure.h"
#include "site/settings.h"

/* The texts that the program itself asks for, by name. */
enum word {
#define WORD(id, name, args) WORD_##id,
#include "site/words.def"
#undef WORD
	WORD_COUNT
};

struct words {
	VEC(struct str) names;		  /* sorted by bytes */
	struct str *texts[LANGUAGE_MOST]; /* by language number: texts[l][i] belongs to names.at[i] */
	written_texts written;		  /* all texts, in the order of the files */
	bool lack; /* a file could not be read as texts: names may be missing through no fault of who uses them */
	size_t known[WORD_COUNT]; /* index in names of each text that the program asks for; SIZE_MAX: lacking */
};

/*
 * Reads strings/<lang>.yaml of the templates folder for the site's languages; sources live in the arena. For `instead`
 * see text_file.h. False where the system refused; what is lacking or wrong in the files is in dg.
 */
bool words_load(struct words *w, const char *templates, const struct settings *settings, const struct map *instead,
		struct arena *a, struct diags *dg, struct failure *why);

/* A text without arguments. */
struct str words_get(const struct words *w, size_t language, enum word word);

/* A text with up to three arguments filled in, in the arena. Unused arguments are STR_NONE. */
struct str words_fill(const struct words *w, const struct settings *settings, size_t language, enum word word,
		      const struct str args[3], struct arena *a);

void words_clear(struct words *w);

#endif
