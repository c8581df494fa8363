// A large help centre for measuring: node tests/tools/corpus/corpus.mjs N DIR writes content with N questions in each of three
// languages. The same N gives the same bytes everywhere. CONTRIBUTING.md says what it is like.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chance } from "./chance.mjs";
import { sections as sectionNames } from "./known.mjs";
import { plan, sectionTopics, text, title } from "./question.mjs";
import { grammar, lexicon } from "./words.mjs";

const languages = Object.keys(grammar);

const slugOf = (words) => words.toLowerCase().replace(/\bthe\b/g, " ").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const front = (name, summary, order) =>
	`---\ntitle: ${JSON.stringify(name)}\nsummary: ${JSON.stringify(summary)}\n${order}---\n\n`;

function sectionsFor(count, words) {
	const howMany = Math.max(1, Math.min(sectionNames.length, Math.round(count / 15)));
	return sectionNames.slice(0, howMany).map((name, i) => ({
		name, slug: slugOf(name.en), topics: sectionTopics(words, chance("section", i)),
	}));
}

// Slugs are titles in English, and no two are the same.
function planned(count, words, sections) {
	const taken = new Set(sections.map(({ slug }) => slug));
	return Array.from({ length: count }, (_, number) => {
		const question = plan(words, sections[number % sections.length], number);
		const slug = slugOf(title(question, "en").replace(/^(How do I|Why does|Why do|What should I do if|Where is|Where are|Can I|My) /, ""));
		question.slug = taken.has(slug) ? `${slug}-${number}` : slug;
		taken.add(question.slug);
		return question;
	});
}

// All files of the content, path and text, one after another.
export function* corpus(count) {
	const words = lexicon();
	const sections = sectionsFor(count, words);
	const questions = planned(count, words, sections);
	const names = languages.map((language) => `  ${language}: ${grammar[language].home[0]}\n`).join("");
	yield ["site.yaml", `name:\n${names}languages: [${languages.join(", ")}]\nsource: ru\n`];
	for (const language of languages) {
		const { about, home, quoted } = grammar[language];
		yield [`_index.${language}.md`, front(home[0], home[1], "") + `${home[2]}\n`];
		for (const [i, { name, slug }] of sections.entries())
			yield [`${slug}/_index.${language}.md`,
				front(name[language], about(name[language]), `order: ${i + 1}\n`) + `${about(name[language])}\n`];
		for (const question of questions) {
			const link = (number) => {
				const { section, slug } = questions[number];
				const folder = section === question.section ? "" : `../${section}/`;
				return `[${quoted(title(questions[number], language))}](${folder}${slug}.${language}.md)`;
			};
			yield [`${question.section}/${question.slug}.${language}.md`, text(question, language, link)];
		}
	}
}

export function writeCorpus(count, folder) {
	for (const [name, content] of corpus(count)) {
		const file = path.join(folder, name);
		fs.mkdirSync(path.dirname(file), { recursive: true });
		fs.writeFileSync(file, content);
	}
}

function main([n, folder]) {
	const count = Number(n);
	if (!Number.isInteger(count) || count < 1 || !folder) {
		console.error("usage: make corpus N=QUESTIONS DIR=FOLDER");
		return 2;
	}
	if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) {
		console.error(`${folder} is not empty: name a new folder, or empty this one`);
		return 2;
	}
	writeCorpus(count, folder);
	return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
	process.exitCode = main(process.argv.slice(2));
