// Russian words and phrases by rule: declensions told by the ending, regular verbs.
const cases = ["nom", "gen", "dat", "acc", "ins", "loc"];
const endings = (text) => Object.fromEntries(text.split(" ").map((ending, i) => [cases[i], ending.replace("0", "")]));
const both = (one, many) => ({ one: endings(one), many: endings(many) });

// Ending of the first form, what is cut off it, gender, endings.
const declensions = [
	[/(тель|арь)$/, 1, "m", both("ь я ю ь ем е", "и ей ям и ями ях")],
	[/ь$/, 1, "f", both("ь и и ь ью и", "и ей ям и ями ях")],
	[/ия$/, 1, "f", both("я и и ю ей и", "и й ям и ями ях")],
	[/ья$/, 1, "f", both("я и е ю ей е", "и й ям и ями ях")],
	[/ие$/, 1, "n", both("е я ю е ем и", "я й ям я ями ях")],
	[/о$/, 1, "n", both("о а у о ом е", "а 0 ам а ами ах")],
	[/а$/, 1, "f", both("а ы е у ой е", "ы 0 ам ы ами ах")],
	[/[бвгджзклмнпрстфхцчшщ]$/, 0, "m", both("0 а у 0 ом е", "ы ов ам ы ами ах")],
];
const found = new Map();

function declensionOf(word) {
	if (!found.has(word))
		found.set(word, declensions.find(([ending]) => ending.test(word)));
	return found.get(word);
}

const genderOf = (word) => declensionOf(word)?.[2] ?? "n";

// After these letters no ы stands, and после шипящих no ов.
const spelt = (stem, ending) => {
	if (/[гкхжшчщ]$/.test(stem))
		ending = ending.replace(/^ы/, "и");
	if (/[жшчщ]$/.test(stem))
		ending = ending.replace(/^ов$/, "ей").replace(/^ой$/, "ей");
	return stem + ending;
};

function declined(word, number, form) {
	const declension = declensionOf(word);
	if (!declension)
		return word;
	const stem = declension[1] ? word.slice(0, -declension[1]) : word;
	if (/а$/.test(word) && number === "many" && form === "gen")
		return stem.replace(/([жшчй])к$/, "$1ек").replace(/([бвгдзлмнпрстфх])к$/, "$1ок");
	return spelt(stem, declension[3][number][form]);
}

const adjectiveEndings = {
	m: endings("ый ого ому ый ым ом"), f: endings("ая ой ой ую ой ой"), n: endings("ое ого ому ое ым ом"),
	many: endings("ые ых ым ые ыми ых"),
};
const agreeing = (adjective, noun, plural, form) =>
	spelt(adjective.slice(0, -2), adjectiveEndings[plural ? "many" : genderOf(noun)][form]);

function phrase({ noun, adjective, plural, of, mine }, form = "nom") {
	const own = mine ? `${{ m: "ваш", f: "ваша", n: "ваше" }[genderOf(noun.ru)]} ` : "";
	return [adjective && agreeing(adjective.ru, noun.ru, plural, form), declined(noun.ru, plural ? "many" : "one", form),
		of && phrase(of, "gen")].filter(Boolean).join(" ").replace(/^/, form === "nom" && !plural ? own : "");
}

// Verbs end in ать, ять, еть or ить.
const isSecond = (verb) => /ить$/.test(verb.ru);
const root = (verb) => verb.ru.slice(0, isSecond(verb) ? -3 : -2);
const please = (verb) => root(verb) + (isSecond(verb) ? "ите" : "йте");
const does = (verb, who) => root(verb) + (isSecond(verb) ? (who?.plural ? "ят" : "ит") : (who?.plural ? "ют" : "ет"));
const past = (verb, who) => verb.ru.slice(0, -2) + (who.plural ? "ли" : { m: "л", f: "ла", n: "ло" }[genderOf(who.noun.ru)]);

const units = { minutes: "минут", hours: "часов", days: "рабочих дней" };

export const sentences = {
	order: ({ verb, what, where }) => `${please(verb)} ${phrase(what, "acc")}${where ? ` в ${phrase(where, "loc")}` : ""}`,
	need: ({ verb, what, where }) => `нужно ${verb.ru} ${phrase(what, "acc")} вместе с ${phrase(where, "ins")}`,
	can: ({ verb, what, where }) => `вы можете ${verb.ru} ${phrase(what, "acc")} из ${phrase(where, "gen")}`,
	does: ({ who, verb, what }) => `${phrase(who)} ${does(verb, who)} ${phrase(what, "acc")}`,
	unless: ({ who, verb, what, then }) => `если ${phrase(who)} не ${does(verb, who)}, ${please(then)} ${phrase(what, "acc")}`,
	within: ({ who, verb, number, unit }) => `${phrase(who)} ${does(verb, who)} в течение ${number} ${units[unit]}`,
	after: ({ who, verb, what, then }) => `после того как ${phrase(who)} ${does(verb, who)}, ${please(then)} ${phrase(what, "acc")}`,
	three: ({ who, what, where }) => `для этого нужны ${phrase(who)}, ${phrase(what)} и ${phrase(where)}`,
	maybe: ({ who, quality, what }) =>
		`возможно, ${phrase(who)} в ${phrase(what, "loc")} не ${agreeing(quality.ru, who.noun.ru, who.plural, "nom")}`,
	failed: ({ who, verb, what }) => `${phrase(who)} не ${past(verb, who)} ${phrase(what, "acc")}`,
	both: ({ verb, then, what, where }) => `${please(verb)} ${phrase(what, "acc")} и ${please(then)} к ${phrase(where, "dat")}`,
};

export const titles = {
	how: ({ verb, what }) => `Как ${verb.ru} ${phrase(what, "acc")}?`,
	why: ({ who, verb, what }) => `Почему ${phrase(who)} не ${does(verb, who)} ${phrase(what, "acc")}?`,
	whatIf: ({ who, quality }) => `Что делать, если ${phrase(who)} не ${agreeing(quality.ru, who.noun.ru, who.plural, "nom")}?`,
	where: ({ what, of }) => `Где ${phrase(what)} ${phrase(of, "gen")}?`,
	without: ({ verb, what, where }) => `Можно ли ${verb.ru} ${phrase(what, "acc")} без ${phrase(where, "gen")}?`,
	mine: ({ who, verb }) => `У меня ${phrase(who)} не ${does(verb, who)}`,
};

export const headings = ["Что делать", "Почему так бывает", "Что нужно", "Сколько ждать", "Куда идти", "Если не помогло"];
export const see = (link) => `Смотрите также: ${link}`;
export const also = "Похожие вопросы:";
export const about = (name) => `Ответы на вопросы раздела «${name}».`;
export const named = (what) => phrase(what);
export const quoted = (text) => `«${text}»`;
export const home = ["Большой справочник", "Вопросы и ответы, которые составлены для проверки системы.", "Большинство слов этого сайта придумано."];

const onsets = ["п", "пр", "к", "кр", "с", "ст", "т", "тр", "в", "вл", "г", "гр", "д", "др", "м", "н", "р", "л", "б", "бр", "з", "ш", "ч", "х"];
const tails = {
	noun: ["", "", "ка", "ник", "ость", "ение", "ация", "тель", "ство", "овка", "ина", "ор"],
	verb: ["ать", "ивать", "ить", "ять", "ичать"],
	adjective: ["ный", "овый", "ский", "чивый", "альный"],
};

export function stem({ pick, often, between }, kind) {
	let word = "";
	for (let more = between(1, 2); more > 0; more--)
		word += pick(onsets) + pick(["а", "о", "е", "и", "у", "а", "о"]) + (often(0.25) ? pick(["р", "н", "л", "м", "с"]) : "");
	return word + pick(["к", "д", "т", "р", "л", "в", "м", "н", "с", "п"]) + pick(tails[kind]);
}
