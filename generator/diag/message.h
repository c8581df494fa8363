/*
 * message.h - everything the program says, in English, Russian and Kazakh.
 *
 * A message is data: which one, and its arguments. It becomes text when it is printed, because the language
 * may be known only after site.yaml has been read. The texts stand in messages.def:
 *
 *	{1} to {4}		an argument as it is
 *	{1:file|files}		a form of a word for the number in argument 1: English one|many,
 *	{1:файл|файла|файлов}	Russian one|few|many, Kazakh a single form
 *
 *	struct message m = MSG(DEAD_LINK, target);
 *	message_text(&m, MESSAGES_RU, &out);
 */
#ifndef KOMEK_DIAG_MESSAGE_H
#define KOMEK_DIAG_MESSAGE_H

#include "base/arena.h"
#include "base/buf.h"

enum message_id {
#define MESSAGE(id, en, ru, kk) MSG_##id,
#include "diag/messages.def"
#undef MESSAGE
	MSG_COUNT
};

/* The languages of the messages; not to be confused with those of the site's texts. */
enum messages { MESSAGES_EN, MESSAGES_RU, MESSAGES_KK, MESSAGES_COUNT };

enum { MESSAGE_ARGS = 4 };

struct message {
	enum message_id id;
	struct str arg[MESSAGE_ARGS]; /* views; see message_keep */
	bool local; /* the first three arguments are one text in English, Russian and Kazakh: {1}; the fourth is {2} */
	int error;  /* an errno: its words, in the message's language, take the place of argument 2; 0: none */
};

/* MSG(ID, arguments as struct str...). */
#define MSG(name, ...) ((struct message){.id = MSG_##name, .arg = {__VA_ARGS__}})

/* Adds the message's text in the given language. */
void message_text(const struct message *m, enum messages lang, struct buf *out);

/* The same message with its arguments copied into the arena. */
struct message message_keep(struct arena *a, struct message m);

/* The pattern as it stands in the catalogue; for the test that compares languages. */
const char *message_pattern(enum message_id id, enum messages lang);

/* MESSAGES_* for "en", "ru", "kk"; false for anything else. */
bool messages_by_code(struct str code, enum messages *lang);

/* The language of the process's locale (LC_ALL, LC_MESSAGES, LANG in this order); English where it is none of ours. */
enum messages messages_of_locale(void);

#endif
