#include "diag/message.h"

#include <errno.h>
#include <stdlib.h>

#include "base/format.h"

static const char *const codes[MESSAGES_COUNT] = {
	[MESSAGES_EN] = "en",
	[MESSAGES_RU] = "ru",
	[MESSAGES_KK] = "kk",
};

static const char *const catalogue[MSG_COUNT][MESSAGES_COUNT] = {
#define MESSAGE(id, en, ru, kk) [MSG_##id] = {[MESSAGES_EN] = en, [MESSAGES_RU] = ru, [MESSAGES_KK] = kk},
#include "diag/messages.def"
#undef MESSAGE
};

const char *message_pattern(enum message_id id, enum messages lang)
{
	return catalogue[id][lang];
}

static const struct {
	int error;
	const char *words[MESSAGES_COUNT];
} refusals[] = {
#define ERRNO(code, en, ru, kk) {code, {[MESSAGES_EN] = en, [MESSAGES_RU] = ru, [MESSAGES_KK] = kk}},
#include "diag/errno.def"
#undef ERRNO
};

/* The words for an errno; room is for those that only the C library knows. */
static struct str error_words(int error, enum messages lang, char *room, size_t size)
{
	for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
		if (refusals[i].error == error)
			return str_of(refusals[i].words[lang]);
	return str_of(strerror_r(error, room, size));
}

void message_text(const struct message *m, enum messages lang, struct buf *out)
{
	struct str args[MESSAGE_ARGS];
	char room[128];

	memcpy(args, m->arg, sizeof args);
	if (m->local) {
		args[0] = m->arg[lang];
		args[1] = m->arg[MESSAGES_COUNT];
	}
	if (m->error)
		args[1] = error_words(m->error, lang, room, sizeof room);
	format_fill(str_of(catalogue[m->id][lang]), str_of(codes[lang]), args, MESSAGE_ARGS, out);
}

struct message message_keep(struct arena *a, struct message m)
{
	for (unsigned i = 0; i < MESSAGE_ARGS; i++)
		if (m.arg[i].len)
			m.arg[i] = arena_str(a, m.arg[i]);
	return m;
}

bool messages_by_code(struct str code, enum messages *lang)
{
	for (unsigned i = 0; i < MESSAGES_COUNT; i++)
		if (str_eq(code, str_of(codes[i]))) {
			*lang = (enum messages)i;
			return true;
		}
	return false;
}

enum messages messages_of_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	enum messages lang = MESSAGES_EN;

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);

		if (value && *value) {
			messages_by_code(str_slice(str_of(value), 0, 2), &lang);
			break;
		}
	}
	return lang;
}
