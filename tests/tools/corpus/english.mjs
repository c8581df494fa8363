// English words and phrases by rule: plurals, the third person, the past.
const hisses = /(s|x|z|ch|sh)$/;
const s = (word) => (hisses.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);
const ing = (word) => `${word.replace(/([^e])e$/, "$1")}ing`;

function phrase({ noun, adjective, plural, of, mine }, article = "the") {
	const words = [mine ? "your" : article, adjective?.en, plural ? s(noun.en) : noun.en, of && `of ${phrase(of)}`];
	return words.filter(Boolean).join(" ");
}

const does = (verb, who) => (who.plural ? verb.en : s(verb.en));
const doesNot = (who) => (who.plural ? "do not" : "does not");
const is = (who) => (who.plural ? "are" : "is");

export const sentences = {
	order: ({ verb, what, where }) => `${verb.en} ${phrase(what)}${where ? ` in ${phrase(where)}` : ""}`,
	need: ({ verb, what, where }) => `you need to ${verb.en} ${phrase(what)} with ${phrase(where)}`,
	can: ({ verb, what, where }) => `you can ${verb.en} ${phrase(what)} from ${phrase(where)}`,
	does: ({ who, verb, what }) => `${phrase(who)} ${does(verb, who)} ${phrase(what)}`,
	unless: ({ who, verb, what, then }) => `if ${phrase(who)} ${doesNot(who)} ${verb.en}, ${then.en} ${phrase(what)}`,
	within: ({ who, verb, number, unit }) =>
		`${phrase(who)} ${does(verb, who)} within ${number} ${unit === "days" ? "working days" : unit}`,
	after: ({ who, verb, what, then }) => `after ${phrase(who)} ${does(verb, who)}, ${then.en} ${phrase(what)}`,
	three: ({ who, what, where }) => `for this you need ${phrase(who)}, ${phrase(what)} and ${phrase(where)}`,
	maybe: ({ who, quality, what }) => `perhaps ${phrase(who)} in ${phrase(what)} ${is(who)} not ${quality.en}`,
	failed: ({ who, verb, what }) => `${phrase(who)} did not ${verb.en} ${phrase(what)}`,
	both: ({ verb, then, what, where }) => `${verb.en} ${phrase(what)} before ${ing(then.en)} to ${phrase(where)}`,
};

export const titles = {
	how: ({ verb, what }) => `How do I ${verb.en} ${phrase(what)}?`,
	why: ({ who, verb, what }) => `Why ${who.plural ? "do" : "does"} ${phrase(who)} not ${verb.en} ${phrase(what)}?`,
	whatIf: ({ who, quality }) => `What should I do if ${phrase(who)} ${is(who)} not ${quality.en}?`,
	where: ({ what, of }) => `Where ${is(what)} ${phrase(what)} of ${phrase(of)}?`,
	without: ({ verb, what, where }) => `Can I ${verb.en} ${phrase(what)} without ${phrase(where)}?`,
	mine: ({ who, verb }) => `My ${phrase(who, "")} ${doesNot(who)} ${verb.en}`,
};

export const headings = ["What to do", "Why this happens", "What you need", "How long it takes", "Where to go", "If it did not help"];
export const see = (link) => `See also: ${link}`;
export const also = "Similar questions:";
export const about = (name) => `Answers to the questions in "${name}".`;
export const named = (what) => phrase(what, "");
export const quoted = (text) => `"${text}"`;
export const home = ["A large help centre", "Questions and answers that were made to try the system out.", "Most words of this site are invented."];

const onsets = "b c d f g l m n p r s t v br cl cr dr fl gr pl pr sp st tr".split(" ");
const tails = {
	noun: ["", "", "tion", "er", "ment", "ity", "ness", "age", "ence", "or"],
	verb: ["ate", "ise", "ify", "en", "", "ect"],
	adjective: ["al", "ive", "ous", "able", "ic", "ent"],
};

export function stem({ pick, often, between }, kind) {
	let word = "";
	for (let more = between(1, 2); more > 0; more--)
		word += pick(onsets) + pick(["a", "e", "i", "o", "u"]) + (often(0.3) ? pick(["n", "r", "l", "m", "s"]) : "");
	return word + pick(["d", "t", "r", "l", "v", "m", "n", "p", "g", "b"]) + pick(tails[kind]).replace(/^(ti|m|n)/, "a$1");
}
