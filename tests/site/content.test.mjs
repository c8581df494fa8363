// The three languages of a question have the same shape: what one reader is told, the others are told too.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { listFiles, read } from "../tools/files.mjs";
import { content, languages } from "../tools/project.mjs";

const count = (text, pattern) => [...text.matchAll(pattern)].length;

function split(text) {
	const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
	return { head, body: (body ?? text).replace(/<!--[^]*?-->/g, "") };
}

// A link's target without its language.
const neutral = (target) => target.replace(/\.(?:kk|ru|en)\.md/, ".md");

// What an entry consists of, in numbers and names that do not depend on the language.
function shape(text) {
	const { head, body } = split(text);
	const value = (key) => new RegExp(`^${key}: *(.*)$`, "m").exec(head ?? "")?.[1];
	return {
		headings: [...body.matchAll(/^(#{1,6}) /gm)].map(([, marks]) => marks.length),
		steps: count(body, /^ *(?:> *)?\d+[.)] /gm),
		points: count(body, /^ *(?:> *)?[-*+] /gm),
		blocks: [...body.matchAll(/^> *\[!(\w+)\]/gm)].map(([, kind]) => kind),
		links: [...body.matchAll(/\]\(([^)\s]*)/g)].map(([, to]) => neutral(to)).sort(),
		references: count(body, /\][[][^\]]+\]|(?<![\]!\\])\[(?!!)[^\]]+\](?![[(:])/g),
		keys: [...(head ?? "").matchAll(/^(\w+):/gm)].map(([, key]) => key).sort(),
		order: value("order"),
		featured: value("featured"),
	};
}

const entries = [...new Set(listFiles(content).filter((name) => /\.\w\w\.md$/.test(name))
	.map((name) => name.replace(/\.\w\w\.md$/, "")))];

test("there are entries", () => assert.notEqual(entries.length, 0));

for (const entry of entries.filter((name) => path.basename(name) !== "links")) {
	test(`${entry} is the same in ${languages.join(", ")}`, () => {
		const shapes = languages.map((lang) => shape(read(content, `${entry}.${lang}.md`)));
		for (const [i, lang] of languages.entries())
			assert.deepEqual(shapes[i], shapes[0], `${lang} differs from ${languages[0]}`);
	});
}

test("shared links have the same names and addresses for each kind of link", () => {
	const addresses = languages.map((lang) => [...read(content, `links.${lang}.md`).matchAll(/^\[.+\]: *(\S+)/gm)]
		.map(([, to]) => neutral(to)).sort());
	for (const list of addresses)
		assert.deepEqual(list, addresses[0]);
});
