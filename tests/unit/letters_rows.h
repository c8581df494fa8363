/*
 * letters_rows.h - texts with what is wrong with their letters, for the tests of letters/: the careful look must find
 * exactly this, and the quick one must send each of these texts to it. The words that are known are those of
 * letters_words.h.
 */
#ifndef KOMEK_TESTS_LETTERS_ROWS_H
#define KOMEK_TESTS_LETTERS_ROWS_H

#include "letters_words.h"
#include "rows.h"

#define KK LETTERS_KK
#define RU LETTERS_RU
#define EN LETTERS_EN

enum letters_group {
	GROUP_ALPHABETS,
	GROUP_ENCODINGS,
	GROUP_LOST,
	GROUP_MARKS,
	GROUP_DIGITS,
	GROUP_LINES,
	GROUP_WORDS,
	GROUP_REST
};

/* Places in `want` are bytes of the text, from 0. */
static const struct letters_row {
	enum letters_group group;
	const char *reason;
	enum letters_language language;
	const char *text, *want;
} letters_rows[] = {
	/* ---- letters of two alphabets in one word ---- */
	{GROUP_ALPHABETS, "Latin a", KK, "Бұл қaла", "MIXED! 7 қaла > қала\n"},
	{GROUP_ALPHABETS, "Latin i is і", KK, "үшiн", "MIXED! 0 үшiн > үшін\n"},
	{GROUP_ALPHABETS, "two Latin letters, one finding", KK, "тaпcырма", "MIXED! 0 тaпcырма > тапсырма\n"},
	{GROUP_ALPHABETS, "capital H in the beginning", KK, "Hөмір", "MIXED! 0 Hөмір > Нөмір\n"},
	{GROUP_ALPHABETS, "all capitals", KK, "ҚAЛА", "MIXED! 0 ҚAЛА > ҚАЛА\n"},
	{GROUP_ALPHABETS, "Latin k is no shape of a small к", KK, "kітап", "MIXED! 0 kітап > кітап\n"},
	{GROUP_ALPHABETS, "m", KK, "mемлекеттік", "MIXED! 0 mемлекеттік > мемлекеттік\n"},
	{GROUP_ALPHABETS, "t", KK, "tапсырма", "MIXED! 0 tапсырма > тапсырма\n"},
	{GROUP_ALPHABETS, "n is п or н: the dictionary decides", KK, "қаnа, nән",
	 "MIXED! 0 қаnа > қана\nMIXED! 9 nән > пән\n"},
	{GROUP_ALPHABETS, "ü", KK, "üшін", "MIXED! 0 üшін > үшін\n"},
	{GROUP_ALPHABETS, "ö", KK, "өmір, öмір", "MIXED! 0 өmір > өмір\nMIXED! 9 öмір > өмір\n"},
	{GROUP_ALPHABETS, "ä", KK, "äлем", "MIXED! 0 äлем > әлем\n"},
	{GROUP_ALPHABETS, "q", KK, "qала", "MIXED! 0 qала > қала\n"},
	{GROUP_ALPHABETS, "ı", KK, "kıтап", "MIXED! 0 kıтап > кітап\n"},
	{GROUP_ALPHABETS, "Y is Ү in a word with front vowels", KK, "YШІН", "MIXED! 0 YШІН > ҮШІН\n"},
	{GROUP_ALPHABETS, "y is у where that is the word", KK, "сyрақ", "MIXED 0 сyрақ > сурақ\n"},
	{GROUP_ALPHABETS, "y is ү", KK, "yй", "MIXED! 0 yй > үй\n"},
	{GROUP_ALPHABETS, "ə of the Latin block", KK, "əлем", "MIXED! 0 əлем > әлем\n"},
	{GROUP_ALPHABETS, "ɵ of the Latin block", KK, "ɵмір", "MIXED! 0 ɵмір > өмір\n"},
	{GROUP_ALPHABETS, "Greek alpha", KK, "қαла", "MIXED! 0 қαла > қала\n"},
	{GROUP_ALPHABETS, "Greek theta for ө", KK, "θмір", "MIXED! 0 θмір > өмір\n"},
	{GROUP_ALPHABETS, "an unknown word of twins alone is still sure", KK, "Бaлқұрaқ",
	 "MIXED! 0 Бaлқұрaқ > Балқұрақ\n"},
	{GROUP_ALPHABETS, "Latin in a Russian word", RU, "Новый гoрод", "MIXED! 11 гoрод > город\n"},
	{GROUP_ALPHABETS, "Latin i in a Russian word is и", RU, "кнiга", "MIXED! 0 кнiга > книга\n"},
	{GROUP_ALPHABETS, "a Cyrillic letter in an English word", EN, "Please оpen", "MIXED! 7 оpen > open\n"},
	{GROUP_ALPHABETS, "a name whose last letter is Cyrillic", KK, "Kaspі қосымшасы", "MIXED! 0 Kaspі > Kaspi\n"},
	{GROUP_ALPHABETS, "the same in a Russian text", RU, "Банк Kaspі", "MIXED! 9 Kaspі > Kaspi\n"},
	{GROUP_ALPHABETS, "a name with an ending and no hyphen", KK, "Kaspiден алыңыз",
	 "BRAND 0 Kaspiден > Kaspi-ден\n"},
	{GROUP_ALPHABETS, "with a hyphen", KK, "Kaspi-ден, eGov-тан, SMS-код алыңыз", ""},
	{GROUP_ALPHABETS, "names with digits", KK, "H1N1, B2B, D3, KZ86125KZT5004100100", ""},
	{GROUP_ALPHABETS, "right words, names, units", KK, "Бұл құжат 5 кг, 10 МБ, IT, Wi-Fi, iOS 15-тен, C дәрумені",
	 ""},

	/* ---- Cyrillic letters of others, old and broken encodings ---- */
	{GROUP_ENCODINGS, "қ with another hook", KK, "ӄала", "WRONG! 0 ӄала > қала\n"},
	{GROUP_ENCODINGS, "a capital", KK, "Ҡала", "WRONG! 0 Ҡала > Қала\n"},
	{GROUP_ENCODINGS, "ӧ for ө", KK, "ӧмір", "WRONG! 0 ӧмір > өмір\n"},
	{GROUP_ENCODINGS, "ї for і", KK, "тїл", "WRONG! 0 тїл > тіл\n"},
	{GROUP_ENCODINGS, "a letter nobody takes for another", KK, "қаѯла", "WRONG 0 қаѯла\n"},
	{GROUP_ENCODINGS, "Ukrainian in a Russian text is Ukrainian", RU, "Київ, Ђорђе", ""},
	{GROUP_ENCODINGS, "and in a Kazakh one, where ї stands as Ukrainian has it", KK, "Україна, Київ, їжа, воїн",
	 ""},
	{GROUP_ENCODINGS, "ї behind a consonant is a wrong letter", KK, "Игїлов", "WRONG 0 Игїлов > Игілов\n"},
	{GROUP_ENCODINGS, "Belarusian, Serbian, Uzbek, Tajik, Tatar", KK, "воўк Ђорђе ҳаво забонҷӣ җирле", ""},
	{GROUP_ENCODINGS, "ў behind a consonant is a wrong letter", KK, "Арнўр", "WRONG! 0 Арнўр > Арнұр\n"},
	{GROUP_ENCODINGS, "a letter that is spoken of; an initial", KK, "ў мен ҳ, Ў. Ахмет", "WRONG! 14 Ў > Ұ\n"},
	{GROUP_ENCODINGS, "KZ-1048, some letters of it", KK, "ќала їшін ґмір єылым таѕба ўйым јлем",
	 "OLD! 0 ќала > қала\nOLD! 9 їшін > үшін\nOLD! 18 ґмір > өмір\nOLD! 27 єылым > ғылым\nOLD! 38 таѕба > таңба\n"
	 "OLD! 49 ўйым > ұйым\nOLD! 58 јлем > әлем\n"},
	{GROUP_ENCODINGS, "PT154, signs among them", KK, "ќала ‰шін µмір ѓылым тањба ±йым єлем",
	 "OLD! 0 ќала > қала\nOLD! 9 ‰шін > үшін\nOLD! 19 µмір > өмір\nOLD! 28 ѓылым > ғылым\nOLD! 39 тањба > таңба\n"
	 "OLD! 50 ±йым > ұйым\nOLD! 59 єлем > әлем\n"},
	{GROUP_ENCODINGS, "є alone: ғ in one, ә in the other; the word decides", KK, "єлем, єылым",
	 "OLD! 0 єлем > әлем\nOLD! 10 єылым > ғылым\n"},
	{GROUP_ENCODINGS, "signs are signs", KK, "10‰ су, ±5 °C, 20 µm, ¤", ""},
	{GROUP_ENCODINGS, "units with µ", KK, "20 µм, 5 µг", ""},
	{GROUP_ENCODINGS, "UTF-8 read as Windows-1251", KK, "Т›Р°Р»Р°", "BROKEN! 0 Т›Р°Р»Р° > қала\n"},
	{GROUP_ENCODINGS, "two words are one stretch", KK, "РјРµРЅ СЃРµРЅ", "BROKEN! 0 РјРµРЅ СЃРµРЅ > мен сен\n"},
	{GROUP_ENCODINGS, "the word beside it is none", KK, "Бұл РјРµРЅ емес", "BROKEN! 7 РјРµРЅ > мен\n"},
	{GROUP_ENCODINGS, "a byte without a character", KK, "ТҰР\xC2\x98\xD0\xA2", "BROKEN 0 ТҰР\xC2\x98Т\n"},
	{GROUP_ENCODINGS, "И by such a byte", KK, "Р\xC2\x98Рё", "BROKEN! 0 Р\xC2\x98Рё > Ии\n"},
	{GROUP_ENCODINGS, "UTF-8 read as Windows-1252", RU, "Ð³Ð¾Ñ€Ð¾Ð´", "BROKEN! 0 Ð³Ð¾Ñ€Ð¾Ð´ > город\n"},
	{GROUP_ENCODINGS, "twice", RU, "Р\xC2\xA0Р…Р\xC2\xA0В°", "BROKEN! 0 Р\xC2\xA0Р…Р\xC2\xA0В° > на\n"},
	{GROUP_ENCODINGS, "a byte was lost", RU, "СЂР°Р±Рѕ\xD0\xA0\xEF\xBF\xBDР°",
	 "BROKEN 0 СЂР°Р±Рѕ\xD0\xA0\xEF\xBF\xBDР°\n"},
	{GROUP_ENCODINGS, "a dash", RU, "в\xD0\x82\xE2\x80\x9D город", "BROKEN! 0 в\xD0\x82\xE2\x80\x9D > —\n"},
	{GROUP_ENCODINGS, "quotes and initials in ordinary text", RU, "«Р. С.» — С «Тәуелсіз», Р°", ""},
	{GROUP_ENCODINGS, "Kazakh words that begin with Р and С", KK, "«Рахмет» — СМС…", ""},

	/* ---- lost letters ---- */
	{GROUP_LOST, "inside a word", KK, "құ?ат", "LOST 0 құ?ат\n"},
	{GROUP_LOST, "a letter that is looked for", KK, "бала?а берді?із", "LOST 0 бала?а\nLOST 12 берді?із\n"},
	{GROUP_LOST, "the word is known", KK, "таңба та?ба", "LOST 11 та?ба > таңба\n"},
	{GROUP_LOST, "several, the first and the last as well", KK, "м?мкін ?ты?", "LOST 0 м?мкін\n"},
	{GROUP_LOST, "U+FFFD; a capital where a sentence begins", KK, "\xEF\xBF\xBDала мен \xEF\xBF\xBDала",
	 "LOST 0 \xEF\xBF\xBDала > Қала\nLOST 17 \xEF\xBF\xBDала > қала\n"},
	{GROUP_LOST, "two question marks in the beginning", KK, "??ала", "LOST 0 ??ала\n"},
	{GROUP_LOST, "two words share no question mark", KK, "б?а?Г?д", "LOST 0 б?а?\nLOST 6 Г?д\n"},
	{GROUP_LOST, "questions", KK, "Қалай? Қайда?? Не?! Иә?Жоқ. Бұл ма?", ""},
	{GROUP_LOST, "addresses", KK, "https://egov.kz/?q=а?б https://egov.kz/қала?беті", ""},

	/* ---- marks, normal form, invisible characters ---- */
	{GROUP_MARKS, "к and a hook", KK, "к\xCC\xA8ала", "MARK! 0 к\xCC\xA8ала > қала\n"},
	{GROUP_MARKS, "о and dots", KK, "о\xCC\x88мір", "MARK! 0 о\xCC\x88мір > өмір\n"},
	{GROUP_MARKS, "a capital", KK, "У\xCC\xB5ЙЫМ", "MARK! 0 У\xCC\xB5ЙЫМ > ҰЙЫМ\n"},
	{GROUP_MARKS, "a mark that nothing has", KK, "қа\xCC\x96ла", "MARK 0 қа\xCC\x96ла > қала\n"},
	{GROUP_MARKS, "no stress over a consonant", KK, "к\xCC\x81ітап", "MARK 0 к\xCC\x81ітап > кітап\n"},
	{GROUP_MARKS, "where the stress is", RU, "за\xCC\x81мок, о\xCC\x80н", ""},
	{GROUP_MARKS, "ѐ is a letter of others", RU, "сре\xCC\x80да", "MARK 0 сре\xCC\x80да > среда\n"},
	{GROUP_MARKS, "й of two", RU, "и\xCC\x86од", "NFC! 0 и\xCC\x86од > йод\n"},
	{GROUP_MARKS, "ё of two", RU, "ее\xCC\x88", "NFC! 0 ее\xCC\x88 > её\n"},
	{GROUP_MARKS, "Ё of two", RU, "Е\xCC\x88лка", "NFC! 0 Е\xCC\x88лка > Ёлка\n"},
	{GROUP_MARKS, "é of two", EN, "cafe\xCC\x81", "NFC! 0 cafe\xCC\x81 > café\n"},
	{GROUP_MARKS, "é of one", EN, "café", ""},
	{GROUP_MARKS, "a space without width", KK, "қа\xE2\x80\x8Bла", "INVISIBLE! 0 қа\xE2\x80\x8Bла > қала\n"},
	{GROUP_MARKS, "between words, alone", KK, "қала \xE2\x80\x8B үшін", "INVISIBLE! 9 \xE2\x80\x8B\n"},
	{GROUP_MARKS, "a byte-order mark inside", KK, "\xEF\xBB\xBFқала", "INVISIBLE! 0 \xEF\xBB\xBFқала > қала\n"},
	{GROUP_MARKS, "a turn of direction", EN, "open\xE2\x80\xAE", "INVISIBLE! 0 open\xE2\x80\xAE > open\n"},
	{GROUP_MARKS, "a soft hyphen", KK, "мем\xC2\xADлекеттік", "SOFT! 0 мем\xC2\xADлекеттік > мемлекеттік\n"},
	{GROUP_MARKS, "beside something worse", KK, "мeм\xC2\xADлекеттік",
	 "MIXED! 0 мeм\xC2\xADлекеттік > мемлекеттік\n"},
	{GROUP_MARKS, "no-break spaces, emoji, a variation selector", KK,
	 "қала\xC2\xA0үшін 👨\xE2\x80\x8D👩 ☎\xEF\xB8\x8F", ""},

	/* ---- digits ---- */
	{GROUP_DIGITS, "0 for о", RU, "к0д", "DIGIT 0 к0д > код\n"},
	{GROUP_DIGITS, "3 for з", RU, "для ба3ы", "DIGIT 7 ба3ы > базы\n"},
	{GROUP_DIGITS, "a key of the Kazakh layout: 2 for ә", KK, "Бұл 2лем", "DIGIT 7 2лем > әлем\n"},
	{GROUP_DIGITS, "5 for ғ", KK, "қа5аз", "DIGIT 0 қа5аз > қағаз\n"},
	{GROUP_DIGITS, "9 for ұ", KK, "Қ9жат", "DIGIT 0 Қ9жат > Құжат\n"},
	{GROUP_DIGITS, "between small letters of no known word", KK, "бара2лы", "DIGIT 0 бара2лы > бараәлы\n"},
	{GROUP_DIGITS, "numbers with units and endings", KK, "5кг, 100-ге, 2024ж., 6ай, 4G, МК24, А4, №3а, 12б", ""},
	{GROUP_DIGITS, "the word without its digit is likelier", KK, "1бала", ""},

	/* ---- lines ---- */
	{GROUP_LINES, "Russian on the English layout", RU, "Yt yfljkyj dctnb, pfzdktybt d ujhjl!", ""},
	{GROUP_LINES, "the same of known words", RU, "Gfcgjhn ljrevtynf djlf ujhjl",
	 "LAYOUT 0 Gfcgjhn ljrevtynf djlf ujhjl > Паспорт документа вода город\n"},
	{GROUP_LINES, "Kazakh on the English layout", KK, "0yss 9hfr rthtr k8t", ""},
	{GROUP_LINES, "қана: on the Russian layout there is ана left of it", KK, "jcs 0fyf rthtr",
	 "LAYOUT 0 jcs 0fyf rthtr > осы қана керек\n"},
	{GROUP_LINES, "English on the Russian layout", EN, "Здуфыу щзут еру зфпу",
	 "LAYOUT 0 Здуфыу щзут еру зфпу > Please open the page\n"},
	{GROUP_LINES, "Kazakh without its letters", KK, "Отиниш ушин кала кызмет кужат",
	 "LAYOUT 0 Отиниш ушин кала кызмет кужат > Отиниш үшін қала қызмет құжат\n"},
	{GROUP_LINES, "Russian in a Kazakh file", KK, "Мы вам нужно поэтому заявление для паспорт",
	 "LANGUAGE 0 Мы вам нужно поэтому заявление для паспорт\n"},
	{GROUP_LINES, "one Russian line of two", KK, "Бұл қала\nОна вам важно, поэтому нужно заявление\nБұл құжат",
	 "LANGUAGE 16 Она вам важно, поэтому нужно заявление\n"},
	{GROUP_LINES, "Kazakh in a Russian file", RU, "құжат қызмет үшін керек болады",
	 "LANGUAGE 0 құжат қызмет үшін керек болады\n"},
	{GROUP_LINES, "few of its words have Kazakh letters", RU, "Құжат сайт арқылы болады, нөмір сен алыңыз",
	 "LANGUAGE 0 Құжат сайт арқылы болады, нөмір сен алыңыз\n"},
	{GROUP_LINES, "Kazakh names in a Russian line", RU, "Это улица Мәңгілік Ел, район Сарыарқа, банк «Қазақ қала»",
	 ""},
	{GROUP_LINES, "Russian in an English file", EN, "Это заявление для вам", "LANGUAGE 0 Это заявление для вам\n"},
	{GROUP_LINES, "a button's name in an English file", EN, "Press «Подать заявление» and send the form", ""},
	{GROUP_LINES, "English in a Kazakh file", KK, "Please open the page and send the form to the bank",
	 "LANGUAGE 0 Please open the page and send the form to the bank\n"},
	{GROUP_LINES, "names of programs", KK, "eGov mobile, App Store, Google Play", ""},
	{GROUP_LINES, "Kazakh in Latin letters", KK, "Qujat úshin qyzmet kerek bolady",
	 "SCRIPT 0 Qujat úshin qyzmet kerek bolady\n"},
	{GROUP_LINES, "Kazakh in Arabic letters", KK, "بۇل قالا", "SCRIPT 0 بۇل قالا\n"},
	{GROUP_LINES, "ى inside words", KK, "قاتىستى سوت", "SCRIPT 0 قاتىستى سوت\n"},
	{GROUP_LINES, "Arabic", KK, "العربية", ""},
	{GROUP_LINES, "a Kazakh word in Arabic letters in a Cyrillic line", KK, "Бұл қала (قازاقستان) үшін", ""},
	{GROUP_LINES, "names in Latin letters, listed", KK, "QazTrade, QazPost, Qazaqstan, Qarmet, KazTransOil", ""},
	{GROUP_LINES, "names in Latin letters, not listed", KK, "Berik Ömirhanov Qosanov Sağyndyqov",
	 "SCRIPT 0 Berik Ömirhanov Qosanov Sağyndyqov\n"},
	{GROUP_LINES, "names beside a Cyrillic word", KK, "Кітап: Aqqu, Maqtym qyz, Qara qyz", ""},
	{GROUP_LINES, "Kazakh things listed in a Russian file", RU,
	 "Слово: құжат, қызмет, үшін, керек, болады, қала, әлем, үй", ""},
	{GROUP_LINES, "Russian things listed in a Kazakh file", KK, "Подать, получите, заявление, услуга, срок, вам",
	 ""},
	{GROUP_LINES, "three words are too few", KK, "Это для вам", ""},

	/* ---- words of other letters ---- */
	{GROUP_WORDS, "Russian letters for Kazakh ones", KK, "Бұл кала үшін", "RUSSIAN 7 кала > қала\n"},
	{GROUP_WORDS, "in a Russian text", RU, "Бұл кала", ""},
	{GROUP_WORDS, "part of an address", KK, "www.кала.қаз, кала.қаз, @кала, #кала, кала@қаз, кала_1, файл_кала",
	 ""},
	{GROUP_WORDS, "behind a full stop without a space", KK, "Бұл қала.Кала үшін", "RUSSIAN 16 Кала > Қала\n"},
	{GROUP_WORDS, "a Kazakh letter in a Russian word", RU, "новая кніга", "KAZAKH 11 кніга > книга\n"},
	{GROUP_WORDS, "a Kazakh word in a Russian text", RU, "слово қала", ""},
	{GROUP_WORDS, "a name", RU, "Әлия важно", ""},
	{GROUP_WORDS, "Latin letters only", KK, "Мемлекеттік ope cop нөмірі мен құжаты керек", ""},
	{GROUP_WORDS, "a small Kazakh word of them", KK, "Бұл қала мен қағаз үшін aca құжат керек болады",
	 "LATIN_WORD 43 aca > аса\n"},
	{GROUP_WORDS, "a capital makes an English word a name", KK, "Бұл қала мен қағаз үшін Cop құжат керек болады",
	 ""},
	{GROUP_WORDS, "a capital inside", KK, "Бұл қала мен қағаз үшін aCa құжат керек болады", ""},
	{GROUP_WORDS, "Roman numbers", KK, "Бұл XX ғасыр, II тоқсан, CC санат", ""},

	/* ---- what is no word ---- */
	{GROUP_REST, "a person's number", KK, "ЖСН 990101300122", "PERSON 7 990101300122\n"},
	{GROUP_REST, "in each language", EN, "IIN 990101300122.", "PERSON 4 990101300122\n"},
	{GROUP_REST, "another check digit", KK, "ЖСН 990101300123, БСН 123456789012", ""},
	{GROUP_REST, "a host is looked at", KK, "https://eгов.kz/қaла", "MIXED! 8 eгов > егов\n"},
	{GROUP_REST, "a path is not, up to its end", KK, "«https://a.kz/қaла»сaйт", "MIXED! 24 сaйт > сайт\n"},
	{GROUP_REST, "nor behind a no-break space", KK, "https://a.kz/қaла\xC2\xA0сaйт", "MIXED! 22 сaйт > сайт\n"},
	{GROUP_REST, "a path inside a path", KK, "https://a.kz/https://b.kz/қaла", ""},
	{GROUP_REST, "a second slash behind the address", KK, "<https://a.kz/b>a/сaйт", "MIXED! 18 сaйт > сайт\n"},
	{GROUP_REST, "nothing", KK, "", ""},
	{GROUP_REST, "signs only", KK, "?? — … 1 % \xEF\xBF\xBC", ""},
};

/* Whether words decide: the quick look leaves these kinds to whoever asks for each word. */
static inline bool letters_by_words(const struct finding *f)
{
	return f->kind == FINDING_RUSSIAN || f->kind == FINDING_KAZAKH || f->kind == FINDING_LATIN_WORD;
}

/* Fails where a row of the group gives anything else. */
static inline void letters_try(enum letters_group group)
{
	size_t bad = 0;

	for (size_t i = 0; i < COUNT(letters_rows); i++) {
		const struct letters_row *row = &letters_rows[i];
		struct letters_fixture f;
		struct buf got = BUF_INIT;

		if (row->group != group)
			continue;
		letters_begin(&f, row->language);
		letters_told(&f, str_of(row->text), &got);
		bad += row_differs(row->reason, row->text, buf_str(&got), row->want);
		buf_clear(&got);
		letters_end(&f);
	}
	assert_int_equal(bad, 0);
}

#endif
