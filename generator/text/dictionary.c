#include "text/dictionary.h"

#include <dlfcn.h>
#include <errno.h>
#include <hunspell/hunspell.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf8.h"

#define FOLDER "/usr/share/hunspell"

/* Longer ones are no words; Hunspell's own limits lie beyond. */
enum { LONGEST = 100 };

struct one {
	struct str affixes, words; /* paths of the .aff and the .dic */
	pthread_mutex_t mutex;	   /* a handle serves one thread at a time */
	bool tried;
	Hunhandle *handle;
	struct failure problem;
};

struct dictionaries {
	struct arena arena;
	struct one each[DICTIONARY_COUNT];
	pthread_mutex_t loading; /* handles share tables, which they count without a lock when they come and go */
};

/*
 * std::set_new_handler, by the name that the C++ ABI gives it: C++ throws where memory lacks, which C cannot catch, but
 * asks this handler first. Weak: the linker takes it from the C++ library that Hunspell brings, and where that has no
 * such function the program still ends there (std::terminate), though without our words.
 */
typedef void new_handler(void);
__attribute__((weak)) extern new_handler *set_new_handler(new_handler *handler) __asm__("_ZSt15set_new_handlerPFvvE");

/* Why the file cannot be read, an errno; 0: it can. */
static int refusal(struct str path)
{
	struct stat st;

	if (access(path.at, R_OK) || stat(path.at, &st))
		return errno;
	return S_ISREG(st.st_mode) ? 0 : EINVAL;
}

/* Where no folder has both files, the paths in the first folder, for the message. */
static void find_files(struct one *d, const char *name, struct arena *a)
{
	const char *folders = getenv("DICPATH");
	struct str rest = str_of(folders && *folders ? folders : FOLDER), folder;

	while (str_split(&rest, ':', &folder)) {
		struct str affixes = arena_printf(a, "%.*s/%s.aff", STR_ARG(folder), name);
		struct str words = arena_printf(a, "%.*s/%s.dic", STR_ARG(folder), name);
		bool found = refusal(affixes) == 0 && refusal(words) == 0;

		if (found || d->words.len == 0) {
			d->affixes = affixes;
			d->words = words;
		}
		if (found)
			return;
	}
}

struct dictionaries *dictionaries_new(void)
{
	static const char *const names[] = {
		[DICTIONARY_KK] = "kk_KZ", [DICTIONARY_RU] = "ru_RU", [DICTIONARY_EN] = "en_US"};
	struct dictionaries *d = mem_zero(1, sizeof *d);

	if (set_new_handler)
		set_new_handler(mem_exhausted);
	pthread_mutex_init(&d->loading, NULL);
	for (size_t i = 0; i < DICTIONARY_COUNT; i++) {
		pthread_mutex_init(&d->each[i].mutex, NULL);
		find_files(&d->each[i], names[i], &d->arena);
	}
	return d;
}

/* Hunspell takes UTF-8 up to U+FFFF, ends a word at a NUL, and reads what begins with < as XML of its own. */
bool dictionary_takes(struct str word)
{
	size_t at = 0;

	if (word.len == 0 || word.len > LONGEST || utf8_valid_until(word) < word.len)
		return false;
	while (at < word.len) {
		uint32_t point;

		at += utf8_decode(word, at, &point);
		if (point < ' ' || point == 0x7F || point == '<' || point > 0xFFFF)
			return false;
	}
	return true;
}

static bool lacks(struct one *d, struct str path)
{
	int error = refusal(path);

	if (error)
		failure_errno(&d->problem, MSG_DICTIONARY_LACKS, path, error);
	return error != 0;
}

static const char *c_string(struct str word, char copy[LONGEST + 1])
{
	memcpy(copy, word.at, word.len);
	copy[word.len] = '\0';
	return copy;
}

/* The word of a line of a .dic: it ends where its flags or notes begin. */
static struct str word_of(const char *line)
{
	struct str word = {line, strcspn(line, "/\t\r\n")};

	/* Numbers are right in every dictionary. */
	return word.len && *line >= '0' && *line <= '9' ? STR_NONE : word;
}

/*
 * Where memory lacks or the .dic is cut, Hunspell goes on with a dictionary that knows nothing, and every word would be
 * wrong. So it is asked for words of its file until it knows one; the first ones may be good in compounds only.
 */
static bool knows_its_own(struct one *d)
{
	FILE *file = fopen(d->words.at, "re");
	char line[1024], copy[LONGEST + 1];
	bool known = false;

	if (!file)
		return false;
	for (int i = 0; i < 1000 && !known && fgets(line, sizeof line, file); i++) {
		struct str word = word_of(line);

		known = dictionary_takes(word) && Hunspell_spell(d->handle, c_string(word, copy));
	}
	fclose(file);
	return known;
}

/* Hunspell itself takes a missing file for an empty dictionary, and any encoding. */
static void load(struct one *d)
{
	const char *encoding;

	if (lacks(d, d->affixes) || lacks(d, d->words))
		return;
	d->handle = Hunspell_create(d->affixes.at, d->words.at);
	if (!d->handle)
		mem_exhausted();
	encoding = Hunspell_get_dic_encoding(d->handle);
	if (strcasecmp(encoding, "UTF-8") != 0)
		failure_set(&d->problem, MSG(DICTIONARY_ENCODING, d->affixes, str_of(encoding)));
	else if (!knows_its_own(d))
		failure_set(&d->problem, MSG(DICTIONARY_BROKEN, d->words));
	if (d->problem.set) {
		Hunspell_destroy(d->handle);
		d->handle = NULL;
	}
}

/* The dictionary, loaded and locked; see leave. */
static struct one *enter(struct dictionaries *all, enum dictionary which)
{
	struct one *d = &all->each[which];

	pthread_mutex_lock(&d->mutex);
	if (!d->tried) {
		d->tried = true;
		pthread_mutex_lock(&all->loading);
		load(d);
		pthread_mutex_unlock(&all->loading);
	}
	return d;
}

static void leave(struct one *d)
{
	pthread_mutex_unlock(&d->mutex);
}

enum knowledge dictionary_knows(struct dictionaries *all, enum dictionary which, struct str word)
{
	enum knowledge knowledge = KNOWLEDGE_NONE;
	struct one *d = enter(all, which);
	char copy[LONGEST + 1];

	if (d->handle)
		knowledge = Hunspell_spell(d->handle, c_string(word, copy)) ? KNOWLEDGE_KNOWN : KNOWLEDGE_UNKNOWN;
	leave(d);
	return knowledge;
}

/* A changed file has another time of change, whatever its time of modification was set to. False: it is not there. */
static bool describe(struct buf *out, struct str path)
{
	struct stat st;

	buf_add(out, path);
	buf_add_byte(out, '\n');
	if (stat(path.at, &st))
		return false;
	buf_addf(out, "%lld %lld.%09ld %lld.%09ld\n", (long long)st.st_size, (long long)st.st_mtim.tv_sec,
		 st.st_mtim.tv_nsec, (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec);
	return true;
}

bool dictionaries_describe(const struct dictionaries *all, struct buf *out)
{
	Dl_info library;

	for (size_t i = 0; i < DICTIONARY_COUNT; i++) {
		describe(out, all->each[i].affixes);
		describe(out, all->each[i].words);
	}
	if (dladdr((void *)(uintptr_t)Hunspell_spell, &library) && library.dli_fname)
		describe(out, str_of(library.dli_fname));
	return describe(out, STR("/proc/self/exe"));
}

void dictionaries_problem(struct dictionaries *all, struct failure *why)
{
	for (size_t i = 0; i < DICTIONARY_COUNT; i++) {
		struct one *d = &all->each[i];

		pthread_mutex_lock(&d->mutex);
		if (d->problem.set)
			failure_set(why, d->problem.message);
		pthread_mutex_unlock(&d->mutex);
	}
}

void dictionaries_free(struct dictionaries *all)
{
	if (!all)
		return;
	for (size_t i = 0; i < DICTIONARY_COUNT; i++) {
		struct one *d = &all->each[i];

		if (d->handle)
			Hunspell_destroy(d->handle);
		failure_clear(&d->problem);
		pthread_mutex_destroy(&d->mutex);
	}
	pthread_mutex_destroy(&all->loading);
	arena_clear(&all->arena);
	free(all);
}
