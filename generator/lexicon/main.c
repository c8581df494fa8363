/*
 * lexicon FOLDER FILE - counts the Kazakh words in the files of packages that generator/make/texts has put into FOLDER,
 * and writes what the program knows of words to FILE (letters/lexicon.h). A tool of the build, no part of the program.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/fs.h"
#include "lexicon/block.h"
#include "lexicon/texts.h"

static void teach(const struct forms *forms, struct model *model)
{
	for (size_t i = 0; i < forms->all.len; i++) {
		double weight = forms_weight(forms->all.at[i]);

		if (weight > 0)
			model_add(model, &forms->all.at[i]->word, weight);
	}
	model_finish(model);
}

/* A list without counts is judged by what edited texts and the dictionary teach; then it teaches as well. */
static void learn(struct forms *forms, struct model *model)
{
	struct model first = {0};
	VEC(unsigned) listed = {0};

	forms_sort(forms);
	forms_clean_counted(forms);
	for (size_t i = 0; i < forms->all.len; i++) {
		vec_push(&listed, forms->all.at[i]->listed);
		forms->all.at[i]->listed = 0;
	}
	teach(forms, &first);
	for (size_t i = 0; i < forms->all.len; i++)
		forms->all.at[i]->listed = listed.at[i];
	vec_clear(&listed);
	forms_clean_listed(forms, &first);
	model_clear(&first);
	teach(forms, model);
}

static bool save(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	int error = fd < 0 ? errno : fs_write_all(fd, bytes);

	if (fd >= 0 && close(fd) != 0 && !error)
		error = errno;
	if (error)
		fprintf(stderr, "lexicon: %s: %s\n", path, strerror(error));
	return error == 0;
}

int main(int argc, char **argv)
{
	struct forms forms = FORMS_INIT;
	struct model model = {0};
	struct buf out = BUF_INIT;
	bool ok;

	if (argc != 3) {
		fputs("usage: lexicon FOLDER FILE\n", stderr);
		return 2;
	}
	ok = texts_read(argv[1], &forms);
	if (ok && forms.all.len == 0) {
		fprintf(stderr, "lexicon: %s: no Kazakh words here; make setup brings the texts\n", argv[1]);
		ok = false;
	}
	if (ok) {
		learn(&forms, &model);
		block_write(&forms, &model, &out);
		ok = save(argv[2], buf_str(&out));
	}
	buf_clear(&out);
	model_clear(&model);
	forms_clear(&forms);
	return ok ? 0 : 2;
}
