// One question as a plan that is the same in all languages, and its text in one of them.
import { chance } from "./chance.mjs";
import { grammar } from "./words.mjs";

const kinds = ["order", "order", "order", "need", "can", "does", "does", "unless", "within", "after", "three", "maybe", "failed", "both"];
const titleKinds = ["how", "how", "how", "why", "why", "whatIf", "where", "without", "mine"];
const blocks = ["NOTE", "TIP", "WARNING", "CAUSE", "SOLUTION", "LAW"];
const numbers = { minutes: [5, 10, 15, 20, 30, 45], hours: [6, 12, 24, 48, 72], days: [5, 7, 10, 15, 30] };

const counted = (counts, one) => Object.fromEntries(Object.entries(counts)
	.map(([kind, count]) => [kind, Array.from({ length: count }, () => one(kind))]));

// The words that a section is about: some frequent, most rare.
export const sectionTopics = (words, random) => counted({ noun: 200, verb: 60, adjective: 50 }, (kind) => {
	const { words: all, rank } = words[kind];
	return all[random.often(0.5) ? rank(random.share()) : random.below(all.length)];
});

// Those that a question is about: most are its section's, a few are found nowhere else.
const ownTopics = (words, random, section) => counted({ noun: 6, verb: 3, adjective: 3 }, (kind) => {
	const { words: all, rank } = words[kind];
	const share = random.share();
	return share < 0.6 ? random.pick(section[kind]) : all[share < 0.88 ? rank(random.share()) : random.below(all.length)];
});

// Words of a question come from its own, its section's and all words; the first of a list are used most.
function sourceOf(words, random, own, section) {
	const word = (kind) => {
		const share = random.share();
		const near = (list) => list[Math.floor(list.length * random.share() ** 2)];
		if (share < 0.25)
			return near(own[kind]);
		if (share < 0.45)
			return near(section[kind]);
		return words[kind].words[words[kind].rank(random.share())];
	};
	const phrase = (deep = true) => ({
		noun: word("noun"),
		adjective: random.often(0.25) ? word("adjective") : null,
		plural: random.often(0.25),
		of: deep && random.often(0.2) ? phrase(false) : null,
		mine: random.often(0.06),
	});
	return { word, phrase };
}

function sentence(random, { word, phrase }, kind = random.pick(kinds)) {
	const unit = random.pick(Object.keys(numbers));
	return {
		kind,
		parts: {
			who: { ...phrase(), of: null }, verb: word("verb"), what: { ...phrase(), mine: false },
			where: kind === "order" && random.often(0.5) ? null : { ...phrase(false), mine: false },
			then: word("verb"), quality: word("adjective"), number: random.pick(numbers[unit]), unit,
		},
	};
}

function titleOf(random, own) {
	const noun = (i) => ({ noun: own.noun[i], plural: random.often(0.2) });
	const longer = (i) => ({ ...noun(i), adjective: random.often(0.4) ? own.adjective[0] : null });
	return {
		kind: random.pick(titleKinds),
		parts: { who: longer(0), what: longer(1), where: noun(2), of: noun(2), verb: own.verb[0], quality: own.adjective[1] },
	};
}

// A sentence has about five words in Kazakh and eight in English.
function bodyOf(random, source) {
	const body = [];
	const one = (kind) => sentence(random, source, kind);
	const many = (least, most, kind) => Array.from({ length: random.between(least, most) }, () => one(kind));
	let left = random.between(30, 41);
	const put = (part) => {
		body.push(part);
		left -= part.sentences.length;
	};
	put({ kind: "paragraph", sentences: many(2, 4) });
	for (let headings = 0; left > 0;) {
		const [share, most] = [random.share(), Math.max(1, Math.min(5, left))];
		if (share < 0.22 && headings < 4)
			body.push({ kind: "heading", heading: (headings++ * 2 + random.below(2)) % 6 });
		if (body.at(-1).kind === "heading")
			put({ kind: "paragraph", sentences: many(1, Math.min(3, most)) });
		else if (share < 0.45)
			put({ kind: "steps", sentences: many(Math.min(2, most), most, "order") });
		else if (share < 0.62)
			put({ kind: "list", sentences: many(Math.min(2, most), most) });
		else if (share < 0.72)
			put({ kind: "block", block: random.pick(blocks), sentences: many(1, Math.min(2, most)) });
		else
			put({ kind: "paragraph", sentences: many(1, Math.min(4, most)) });
	}
	return body;
}

// The plan of question `number`: of its section, with links to questions before it.
export function plan(words, section, number) {
	const random = chance("question", number);
	const own = ownTopics(words, random, section.topics);
	const source = sourceOf(words, random, own, section.topics);
	const keywords = Array.from({ length: random.between(3, 7) }, () => {
		const noun = random.often(0.6) ? random.pick(own.noun) : source.word("noun");
		return { noun, adjective: random.often(0.4) ? random.pick(own.adjective) : null };
	});
	const links = Array.from({ length: random.between(0, 3) }, () => random.between(1, 400)).map((back) => number - back);
	return {
		number, section: section.slug, title: titleOf(random, own), summary: [sentence(random, source)], keywords,
		body: bodyOf(random, source), links: [...new Set(links)].filter((link) => link >= 0), order: random.between(1, 99),
	};
}

const capital = (text) => text.replace(/^./u, (first) => first.toUpperCase());
const said = (language) => ({ kind, parts }) => `${capital(grammar[language].sentences[kind](parts))}.`;

export const title = (question, language) => {
	const { kind, parts } = question.title;
	return capital(grammar[language].titles[kind](parts));
};

const parts = {
	paragraph: ({ sentences }) => sentences.join(" "),
	list: ({ sentences }) => sentences.map((text) => `- ${text}`).join("\n"),
	steps: ({ sentences }) => sentences.map((text, i) => `${i + 1}. ${text}`).join("\n"),
	block: ({ sentences, block }) => `> [!${block}]\n> ${sentences.join(" ")}`,
	heading: ({ heading }, language) => `## ${grammar[language].headings[heading]}`,
};

// The file of a question; `link(number)` gives a Markdown link to another.
export function text(question, language, link) {
	const say = said(language);
	const head = [
		`title: ${JSON.stringify(title(question, language))}`,
		`summary: ${JSON.stringify(question.summary.map(say).join(" "))}`,
		`keywords: ${JSON.stringify([...new Set(question.keywords.map(grammar[language].named))])}`,
		`order: ${question.order}`,
		...(question.number < 10 ? ["featured: true"] : []),
		"updated: 2026-11-23",
	];
	const body = question.body.map((part) => parts[part.kind]({ ...part, sentences: part.sentences?.map(say) }, language));
	const links = question.links.map(link);
	if (links.length === 1)
		body.push(grammar[language].see(links[0]));
	else if (links.length > 1)
		body.push(grammar[language].also, links.map((each) => `- ${each}`).join("\n"));
	return `---\n${head.join("\n")}\n---\n\n${body.join("\n\n")}\n`;
}
