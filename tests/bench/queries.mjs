// Queries as readers type them, from what a content's questions are called: one word, two, half a word, a misspelt one.
import fs from "node:fs";
import path from "node:path";

import { chance } from "../tools/corpus/chance.mjs";
import { listFiles } from "../tools/files.mjs";

const least = 4; // letters of a word that is asked for

function titleWords(file) {
	const [, title] = /^title: *(.*)$/m.exec(fs.readFileSync(file, "utf8")) ?? [, ""];
	return (title.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => [...word].length >= least).map((word) => word.toLowerCase());
}

function misspelt(word, { below }) {
	const at = 1 + below(word.length - 2);
	const exchanged = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
	return [word.slice(0, at) + word.slice(at + 1), exchanged][below(2)];
}

const kinds = {
	"one word": (words, { pick }) => pick(words),
	"two words": (words) => words.slice(-2).join(" "),
	"half a word": (words, { pick }) => pick(words.map((word) => word.slice(0, Math.ceil(word.length / 2) + 1))),
	"a misspelt word": (words, random) => misspelt(random.pick(words), random),
};

// `count` queries of each kind in a language: [{kind, query}], always the same for the same content.
export function queriesOf(content, language, count) {
	const random = chance("query", language.charCodeAt(0));
	const files = listFiles(content).filter((name) => new RegExp(`/[^_/]+\\.${language}\\.md$`).test(name));
	const queries = [];
	for (const [kind, make] of Object.entries(kinds)) {
		for (let made = 0, tries = 0; made < count && tries < 100 * count; tries++) {
			const words = titleWords(path.join(content, random.pick(files)));
			if (words.length < 2)
				continue;
			queries.push({ kind, query: make(words, random) });
			made++;
		}
	}
	return queries;
}
