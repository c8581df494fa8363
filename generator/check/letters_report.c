#include "check/letters_report.h"

static const enum rule_id rules[FINDING_COUNT] = {
	[FINDING_MIXED] = RULE_MIXED_SCRIPT,
	[FINDING_WRONG] = RULE_WRONG_LETTER,
	[FINDING_OLD] = RULE_OLD_ENCODING,
	[FINDING_BROKEN] = RULE_BROKEN_ENCODING,
	[FINDING_LOST] = RULE_LOST_LETTER,
	[FINDING_MARK] = RULE_COMBINING_MARK,
	[FINDING_NFC] = RULE_NOT_NFC,
	[FINDING_INVISIBLE] = RULE_INVISIBLE,
	[FINDING_SOFT] = RULE_SOFT_HYPHEN,
	[FINDING_DIGIT] = RULE_DIGIT_IN_WORD,
	[FINDING_LAYOUT] = RULE_WRONG_LAYOUT,
	[FINDING_LATIN_WORD] = RULE_LATIN_WORD,
	[FINDING_RUSSIAN] = RULE_RUSSIAN_LETTERS,
	[FINDING_KAZAKH] = RULE_KAZAKH_LETTER,
	[FINDING_LANGUAGE] = RULE_WRONG_LANGUAGE,
	[FINDING_SCRIPT] = RULE_WRONG_SCRIPT,
	[FINDING_BRAND] = RULE_BRAND_ENDING,
	[FINDING_PERSON] = RULE_PERSONAL_DATA,
};

/* Messages by kind where one fits all. */
static const enum message_id messages[FINDING_COUNT] = {
	[FINDING_WRONG] = MSG_LETTER_WRONG,
	[FINDING_OLD] = MSG_LETTER_OLD,
	[FINDING_LOST] = MSG_LETTER_LOST,
	[FINDING_NFC] = MSG_LETTER_NFC,
	[FINDING_SOFT] = MSG_LETTER_SOFT_HYPHEN,
	[FINDING_DIGIT] = MSG_LETTER_DIGIT,
	[FINDING_LATIN_WORD] = MSG_LETTERS_LATIN_WORD,
	[FINDING_RUSSIAN] = MSG_LETTERS_RUSSIAN,
	[FINDING_KAZAKH] = MSG_LETTER_KAZAKH,
	[FINDING_SCRIPT] = MSG_LINE_SCRIPT,
	[FINDING_BRAND] = MSG_BRAND_ENDING,
	[FINDING_PERSON] = MSG_PERSON_NUMBER,
};

static enum message_id mixed_message(const struct finding *f)
{
	unsigned class = points_class(f->wrong);

	if (!f->wrong)
		return MSG_LETTERS_MIXED;
	if (class == POINT_GREEK)
		return MSG_LETTER_GREEK;
	return class & POINT_ANY_CYRILLIC && points_class(f->right) & POINT_ANY_LATIN ? MSG_LETTER_CYRILLIC
	       : class & POINT_ANY_CYRILLIC					      ? MSG_LETTER_WRONG
										      : MSG_LETTER_LATIN;
}

static enum message_id language_message(enum letters_language language)
{
	return language == LETTERS_KK ? MSG_LINE_NOT_KK : language == LETTERS_RU ? MSG_LINE_NOT_RU : MSG_LINE_NOT_EN;
}

static enum message_id message_of(const struct finding *f, enum letters_language language)
{
	switch (f->kind) {
	case FINDING_MIXED:
		return mixed_message(f);
	case FINDING_WRONG:
		return f->wrong ? MSG_LETTER_WRONG : MSG_LETTERS_WRONG;
	case FINDING_BROKEN:
		return f->repair.len ? MSG_LETTERS_BROKEN : MSG_LETTERS_BROKEN_LOST;
	case FINDING_MARK:
		return f->right ? MSG_LETTER_MARK : MSG_LETTER_MARK_ODD;
	case FINDING_INVISIBLE:
		return MSG_LETTER_INVISIBLE;
	case FINDING_LAYOUT:
		return f->wrong ? MSG_LINE_NO_KAZAKH : MSG_LINE_LAYOUT;
	case FINDING_LANGUAGE:
		return language_message(language);
	default:
		return messages[f->kind];
	}
}

static struct str letter(uint32_t point, struct arena *a)
{
	return point ? points_text(&point, 1, a) : STR_NONE;
}

static struct str code(uint32_t point, struct arena *a)
{
	return arena_printf(a, "U+%04X", (unsigned)point);
}

void letters_report(struct diags *dg, const struct passage *p, enum letters_language language, const struct finding *f,
		    size_t elsewhere, struct arena *scratch)
{
	bool exact, sure = f->sure && rule_of(rules[f->kind])->level == LEVEL_ERROR;
	struct place place = passage_place(p, f->from, f->to, &exact);
	struct message m = {.id = message_of(f, language)};

	m.arg[0] = f->kind == FINDING_INVISIBLE ? code(f->wrong, scratch) : str_slice(p->text, f->from, f->to);
	m.arg[1] = f->kind == FINDING_LOST && f->wrong != '?' ? code(f->wrong, scratch) : letter(f->wrong, scratch);
	m.arg[2] = f->kind == FINDING_DIGIT ? letter(f->right, scratch) : code(f->wrong, scratch);
	m.arg[3] = letter(f->right, scratch);
	if (elsewhere)
		m = MSG(LETTERS_SITE, m.arg[0], arena_printf(scratch, "%zu", elsewhere));
	if (sure && exact)
		diag_add_sure(dg, rules[f->kind], place, f->repair, m);
	else
		diag_add(dg, rules[f->kind], place, f->repair, m);
}
