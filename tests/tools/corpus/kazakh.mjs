// Kazakh words and phrases by rule: endings follow the vowels of the word (harmony) and its last sound.
const voiceless = "пткқсшщчцхфһбвгд";
const vowels = "аәеоөұүыіэяюё";

const isFront = (word) => {
	const found = word.toLowerCase().match(/[аәеоөұүыіэяюё](?=[^аәеоөұүыіэяюё]*$)/);
	return found ? "әеөүіэ".includes(found[0]) : !/[а-я]/i.test(word);
};
const isLatin = (word) => /[a-z]$/i.test(word);

// An ending is written with A (а, е), I (ы, і), G (ғ, г or қ, к); Latin words take it behind a hyphen, as after a vowel-less end.
const shaped = (ending, front, hard) => ending.replace(/A/g, front ? "е" : "а").replace(/I/g, front ? "і" : "ы")
	.replace(/G/g, hard ? (front ? "к" : "қ") : (front ? "г" : "ғ"));

function lastSound(word) {
	const last = word.at(-1);
	if (voiceless.includes(last) || isLatin(word))
		return "hard";
	if (vowels.includes(last))
		return "vowel";
	return "рйуи".includes(last) ? "glide" : "мнң".includes(last) ? "nasal" : "soft";
}

const endings = {
	plural: { vowel: "лAр", glide: "лAр", nasal: "дAр", soft: "дAр", hard: "тAр" },
	gen: { vowel: "нIң", glide: "дIң", nasal: "нIң", soft: "дIң", hard: "тIң" },
	dat: { vowel: "GA", glide: "GA", nasal: "GA", soft: "GA", hard: "GA" },
	acc: { vowel: "нI", glide: "дI", nasal: "дI", soft: "дI", hard: "тI" },
	loc: { vowel: "дA", glide: "дA", nasal: "дA", soft: "дA", hard: "тA" },
	abl: { vowel: "дAн", glide: "дAн", nasal: "нAн", soft: "дAн", hard: "тAн" },
	ins: { vowel: "мен", glide: "мен", nasal: "мен", soft: "бен", hard: "пен" },
	no: { vowel: "мA", glide: "мA", nasal: "бA", soft: "бA", hard: "пA" },
	past: { vowel: "дI", glide: "дI", nasal: "дI", soft: "дI", hard: "тI" },
	done: { vowel: "GAн", glide: "GAн", nasal: "GAн", soft: "GAн", hard: "GAн" },
};
// After "its" the cases have endings of their own.
const afterIts = { acc: "н", dat: "нA", loc: "ндA", abl: "нAн", gen: "нIң", ins: "мен" };

function joined(word, ending, hard = false) {
	return word + (isLatin(word) ? "-" : "") + shaped(ending, isFront(word), hard);
}

function add(word, kind) {
	const sound = lastSound(word);
	return joined(word, endings[kind][sound], sound === "hard");
}

const voiced = (word) => word.replace(/[пкқ]$/, (last) => ({ п: "б", к: "г", қ: "ғ" })[last]);
const endsInVowel = (word) => lastSound(word) === "vowel";
const its = (word) => (endsInVowel(word) ? joined(word, "сI") : joined(voiced(word), "I"));
const my = (word) => (endsInVowel(word) ? joined(word, "м") : joined(voiced(word), "Iм"));
const your = (word) => (endsInVowel(word) ? joined(word, "ңIз") : joined(voiced(word), "IңIз"));

// Verbs, from their stem.
const please = your;
const does = (stem) => (endsInVowel(stem) ? joined(stem, "йдI") : joined(voiced(stem), "AдI"));
const doing = (stem) => (/[ыі]$/.test(stem) ? stem.slice(0, -1) : voiced(stem)) + "у";
const can = (stem) => (endsInVowel(stem) ? joined(stem, "й") : joined(voiced(stem), "A"));
const having = (stem) => (endsInVowel(stem) ? stem + "п" : joined(voiced(stem), "Iп"));
const doesNot = (stem) => add(stem, "no") + (isFront(stem) ? "йді" : "йды");
const ifNot = (stem) => joined(add(stem, "no"), "сA");

function phrase({ noun, adjective, plural, of, mine }, form = "nom") {
	let word = noun.kk;
	if (plural)
		word = add(word, "plural");
	if (of)
		word = its(word);
	else if (mine)
		word = your(word);
	if (form !== "nom")
		word = of ? joined(word, afterIts[form]) : add(word, form);
	return [of && phrase(of, "gen"), adjective?.kk, word].filter(Boolean).join(" ");
}

const units = { minutes: "минут", hours: "сағат", days: "жұмыс күні" };

export const sentences = {
	order: ({ verb, what, where }) => `${where ? `${phrase(where, "loc")} ` : ""}${phrase(what, "acc")} ${please(verb.kk)}`,
	need: ({ verb, what, where }) => `${phrase(what, "acc")} ${phrase(where, "ins")} бірге ${doing(verb.kk)} керек`,
	can: ({ verb, what, where }) => `сіз ${phrase(what, "acc")} ${phrase(where, "abl")} ${can(verb.kk)} аласыз`,
	does: ({ who, verb, what }) => `${phrase(who)} ${phrase(what, "acc")} ${does(verb.kk)}`,
	unless: ({ who, verb, what, then }) => `егер ${phrase(who)} ${ifNot(verb.kk)}, ${phrase(what, "acc")} ${please(then.kk)}`,
	within: ({ who, verb, number, unit }) => `${phrase(who)} ${number} ${units[unit]} ішінде ${does(verb.kk)}`,
	after: ({ who, verb, what, then }) => `${phrase(who)} ${add(add(verb.kk, "done"), "abl")} кейін ${phrase(what, "acc")} ${please(then.kk)}`,
	three: ({ who, what, where }) => `ол үшін ${phrase(who)}, ${phrase(what)} және ${phrase(where)} қажет`,
	maybe: ({ who, quality, what }) => `мүмкін, ${phrase(what, "gen")} ішіндегі ${phrase(who)} ${quality.kk} емес`,
	failed: ({ who, verb, what }) => `${phrase(who)} ${phrase(what, "acc")} ${add(add(verb.kk, "no"), "past")}`,
	both: ({ verb, then, what, where }) => `${phrase(what, "acc")} ${having(verb.kk)}, ${phrase(where, "dat")} ${please(then.kk)}`,
};

export const titles = {
	how: ({ verb, what }) => `${phrase(what, "acc")} қалай ${doing(verb.kk)} керек?`,
	why: ({ who, verb, what }) => `${phrase(who)} ${phrase(what, "acc")} неге ${doesNot(verb.kk)}?`,
	whatIf: ({ who, quality }) => `${phrase(who)} ${quality.kk} болмаса, не істеу керек?`,
	where: ({ what, of }) => `${phrase(of, "gen")} ${its(what.noun.kk)} қайда?`,
	without: ({ verb, what, where }) => `${phrase(where)} болмаса, ${phrase(what, "acc")} ${doing(verb.kk)} мүмкін бе?`,
	mine: ({ who, verb }) => `Менің ${my(phrase(who))} ${doesNot(verb.kk)}`,
};

export const headings = ["Не істеу керек", "Неге бұлай болады", "Не қажет", "Қанша уақыт алады", "Қайда бару керек", "Көмектеспесе"];
export const see = (link) => `Тағы қараңыз: ${link}`;
export const also = "Осыған ұқсас сұрақтар:";
export const about = (name) => `«${name}» бөліміндегі сұрақтарға берілген жауаптар.`;
export const named = (what) => phrase(what);
export const quoted = (text) => `«${text}»`;
export const home = ["Үлкен анықтама", "Жүйені сынау үшін жасалған сұрақтар мен жауаптар.", "Бұл сайттағы сөздердің көбі ойдан шығарылған."];

// Stems: syllables of one harmony.
export function stem({ pick, often, between }, kind) {
	const front = often(0.5);
	const syllable = (first) => {
		const onset = pick(first ? ["б", "ж", front ? "к" : "қ", "т", "с", "м", "", "д", "ш", "н", "п"]
			: ["р", "л", "н", "т", "с", "ш", "м", "з", "д", "й", "б", front ? "г" : "ғ", front ? "к" : "қ"]);
		const vowel = pick(first ? (front ? ["е", "ө", "ү", "і", "ә", "е"] : ["а", "о", "ұ", "ы", "а"])
			: (front ? ["е", "і"] : ["а", "ы", "а"]));
		return onset + vowel;
	};
	const coda = () => pick(["р", "л", "н", "т", "с", "ш", "м", front ? "к" : "қ", "з", ""]);
	let word = syllable(true);
	for (let more = between(1, 2); more > 0; more--)
		word += (often(0.3) ? pick(["р", "л", "н", "й"]) : "") + syllable(false).replace(/^й/, "т");
	if (kind === "verb")
		return word + pick(["т", "л", "н", "ла", "с", "р"].map((tail) => tail.replace("а", front ? "е" : "а")));
	word += coda();
	if (kind === "adjective")
		return word + pick(front ? ["лік", "сіз"] : ["лық", "сыз"]);
	return often(0.3) ? word + pick(front ? ["шілік", "ші", "ме", "лік"] : ["шылық", "шы", "ма", "лық"]) : word;
}
