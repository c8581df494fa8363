// A site whose every word is given: for words that look like markup.
import path from "node:path";

import { temporary, write } from "../tools/files.mjs";
import { titles } from "../tools/hostile.mjs";
import { mustBuild } from "../tools/process.mjs";
import { baseUrl, languages } from "../tools/project.mjs";

export const attack = "</script></style></title><img src=x onerror=alert(1)>\"'`&amp;&lt;<!--]]>${x}{{x}}%0a\\u003c/ & <";

// YAML in double quotes: what JSON writes, YAML reads.
const yaml = (text) => JSON.stringify(text);

const settings = (words) => [
	`name: { kk: ${yaml(words)}, ru: ${yaml(words)}, en: ${yaml(words)} }`,
	"languages: [kk, ru, en]",
	"source: ru",
	"support:",
	"  email: help@example.kz",
	"  fields:",
	`    - { kk: ${yaml(words)}, ru: ${yaml(words)}, en: ${yaml(words)} }`,
	"regions:",
	`  - { kk: ${yaml(words)}, ru: ${yaml(words)}, en: ${yaml(words)} }`,
	"",
].join("\n");

const entry = (words, body) => [
	"---", `title: ${yaml(words)}`, `summary: ${yaml(words)}`, `keywords: [${yaml(words)}]`,
	"featured: true", "updated: 2026-01-31", "---", "", body, "",
].join("\n");

// A question, and a neighbour that links to it; each word of theirs is `words`. Kazakh is missing: the notice shows.
export async function siteOf(t, words) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	const code = `\`\`\`\n${words}\n\`\`\``;
	const body = `## Part\n\n${code}\n\n1. One\n2. Two\n\n> [!NOTE]\n> Note.`;
	write(path.join(from, "site.yaml"), settings(words));
	for (const lang of languages) {
		const at = (name) => path.join(from, `${name}.${lang}.md`);
		write(at("_index"), entry(words, "Home."));
		write(at("about"), entry(words, code));
		write(at("pay/_index"), entry(words, "Section."));
		write(at("pay/return"), entry(words, "See [it](refund.md)."));
		if (lang !== "kk")
			write(at("pay/refund"), entry(words, body));
	}
	await mustBuild(output, { from, args: ["--base-url", baseUrl] });
	return output;
}

// A site of one language with a question for each of the titles. Resolves to its folder below the one given.
export async function titledSite(folder, all = titles) {
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	write(path.join(from, "site.yaml"), "name: { ru: Имя }\nlanguages: [ru]\nsource: ru\n");
	write(path.join(from, "_index.ru.md"), entry("Начало", "Начало."));
	write(path.join(from, "pay/_index.ru.md"), entry("Подраздел", "Подраздел."));
	all.forEach(([title], i) => write(path.join(from, `pay/q-${i}.ru.md`), entry(title, "hasOwnProperty \u2028 valueOf")));
	await mustBuild(output, { from });
	return output;
}
