/* UTF-8 read as an 8-bit encoding: made by doing just that, and found again. */
#include "expect.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "letters/broken.h"

/* The text as a program shows it that takes its bytes for `reader`, in UTF-8. */
static void misread(const struct encodings *e, enum encoding reader, struct str text, struct buf *out)
{
	buf_reset(out);
	for (size_t i = 0; i < text.len; i++) {
		char bytes[4];

		buf_add(out, (struct str){bytes, utf8_encode(e->point[reader][(unsigned char)text.at[i]], bytes)});
	}
}

static const struct {
	const char *reason, *text;
} rows[] = {
	{"a word", "қала"},
	{"every Kazakh letter", "әғқңөұүһі ӘҒҚҢӨҰҮҺІ"},
	{"every Russian letter", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"},
	{"capitals, И among them: its second byte has no character", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"},
	{"words with what stands between them", "Бұл қала, мен — «сен»…"},
	{"a number between words", "мен 1 сен"},
};

static void found_again(void **state)
{
	struct encodings e;
	const char *name;

	(void)state;
	assert_true(encodings_make(&e, &name));
	for (size_t i = 0; i < COUNT(rows); i++)
		for (unsigned way = 0; way < 4; way++) {
			enum encoding reader = way & 1 ? ENCODING_CP1252 : ENCODING_CP1251;
			struct arena a = ARENA_INIT;
			struct buf once = BUF_INIT, twice = BUF_INIT;
			struct broken b = {0};
			struct point_text t;

			misread(&e, reader, str_of(rows[i].text), &once);
			misread(&e, reader, buf_str(&once), &twice);
			t = points_take(buf_str(way & 2 ? &twice : &once), &a);
			if (!broken_next(&e, &t, 0, &a, &b))
				fail_msg("%s, way %u: not found", rows[i].reason, way);
			expect_text(rows[i].reason, b.repaired, rows[i].text);
			expect_number("from the beginning", b.from, 0);
			expect_number("to the end", b.to, t.count);
			assert_false(b.lossy);
			assert_false(broken_next(&e, &t, b.to, &a, &b));
			buf_clear(&once);
			buf_clear(&twice);
			arena_clear(&a);
		}
}

static const struct {
	const char *reason, *text, *want; /* NULL: nothing is broken */
} texts[] = {
	{"ordinary Russian", "Расскажите, Рита, о Сочи…", NULL},
	{"ordinary Kazakh", "Ресей мен Сүлеймен «Рауан» — С. Р.", NULL},
	{"a single letter that ordinary text can have", "Р°", NULL},
	{"° behind a capital twice, far from each other", "Р° және тағы да С°", NULL},
	{"French", "Où est le café? À Orléans.", NULL},
	{"accented letters of Windows-1252 come out", "cafÃ© crÃ¨me", NULL},
	{"two of them in one word", "crÃ©Ã©e", "éé"},
	{"quotation marks as three characters", "â€œ", "“"},
	{"a dash of Windows-1251", "вЂ”", "—"},
	{"a lost byte", "Рњ\xD0\xA0\xEF\xBF\xBDСЂРёР°", "М\xEF\xBF\xBDриа"},
	{"two bytes lost and nothing odd", "Р\xEF\xBF\xBDР\xEF\xBF\xBD", NULL},
	{"too long in UTF-8", "\xC3\x80\xC2\x80\xC3\x80\xC2\x80", NULL},
	{"nothing", "", NULL},
};

static void in_texts(void **state)
{
	struct encodings e;
	const char *name;

	(void)state;
	assert_true(encodings_make(&e, &name));
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena a = ARENA_INIT;
		struct point_text t = points_take(str_of(texts[i].text), &a);
		struct broken b = {0};
		bool found = broken_next(&e, &t, 0, &a, &b);

		if (found != (texts[i].want != NULL))
			fail_msg("%s: %s", texts[i].reason, found ? b.repaired.at : "not found");
		if (found)
			expect_text(texts[i].reason, b.repaired, texts[i].want);
		arena_clear(&a);
	}
}

/* What was read in vain is read on in pieces; none of the broken words behind it is lost. */
static void behind_what_is_none(void **state)
{
	struct encodings e;
	struct arena a = ARENA_INIT;
	struct buf text = BUF_INIT;
	struct broken b = {0};
	struct point_text t;
	size_t found = 0;
	const char *name;

	(void)state;
	assert_true(encodings_make(&e, &name));
	for (size_t i = 0; i < 300; i++)
		buf_add(&text, STR("В\xC2\xB5"));
	for (size_t i = 0; i < 300; i++)
		buf_add(&text, STR("РјРµ"));
	t = points_take(buf_str(&text), &a);
	for (size_t from = 0; broken_next(&e, &t, from, &a, &b); from = b.to) {
		assert_true(b.from >= 2 * 300 && b.to > b.from);
		found += b.to - b.from;
	}
	expect_number("all letters of them", found, 4 * 300);
	buf_clear(&text);
	arena_clear(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(found_again),
		cmocka_unit_test(in_texts),
		cmocka_unit_test(behind_what_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
