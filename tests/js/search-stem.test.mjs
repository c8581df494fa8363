// Stems in the browser: the rows that the C code is held to as well, and that both give the same for every word of the
// content, for words of all endings, and for strings that nobody writes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { listFiles, read } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";
import { content, komek as program, site } from "../tools/project.mjs";
import { randomly } from "../tools/random.mjs";
import { searchOf } from "../tools/search-site.mjs";
import { table } from "../tools/tables.mjs";

const dumper = path.join(path.dirname(program), "tests/unit/search_stem_test");
const { komek } = searchOf(site);
const { analysis, stems } = await komek.find("");
const codes = ["kk", "ru", "en"];
const wordsOf = (text) => Array.from(analysis.words(text), ({ word }) => word);

// As stem_language_of.
const languageOf = (code, word) => (!/[\u0400-\u052f]/.test(word) ? "en" : code === "kk" ? "kk" : "ru");

function compare(words) {
	assert.ok(fs.existsSync(dumper), `${dumper} is not built`);
	const { stdout, status } = spawnSync(dumper, ["stems"], { input: words.join("\n"), maxBuffer: 1 << 28 });
	assert.equal(status, 0);
	const lines = stdout.toString().split("\n");
	assert.equal(lines.length, words.length + 1);
	none(words.flatMap((word, i) => {
		const own = codes.map((code) => `${stems.word(code, word)}\t${stems.key(code, word)}\t`).join("");
		return own === lines[i] ? [] : [`${word}: ${own} and ${lines[i]}`];
	}));
}

test("the rows of stem.tsv", () => {
	const rows = table("stem.tsv");
	assert.ok(rows.length > 40);
	for (const [code, word, stem, key, reason] of rows) {
		const language = languageOf(code, word);
		assert.equal(stems.word(language, word), stem, `${word}: ${reason}`);
		assert.equal(stems.key(language, word), key, `${word}: ${reason}`);
	}
});

const ofContent = Array.from(new Set(listFiles(content).filter((name) => name.endsWith(".md"))
	.flatMap((name) => wordsOf(read(content, name)))));

// The dictionaries that setup installs; their headwords, with the letters that a spelling checker knows.
const ofDictionaries = ["kk_KZ", "ru_RU", "en_US"].flatMap((name) => {
	const [rules, words] = ["aff", "dic"].map((ending) => fs.readFileSync(`/usr/share/hunspell/${name}.${ending}`));
	const [, encoding] = /SET\s+(\S+)/.exec(rules.toString("latin1"));
	return wordsOf(new TextDecoder(encoding).decode(words).replace(/\/.*/g, ""));
});

test("every second word of three dictionaries", () => {
	const words = ofDictionaries.filter((_, i) => i % 2 === 0);
	assert.ok(words.length > 100000, `${words.length} words`);
	compare(words);
});

test("every word of the content", () => {
	assert.ok(ofContent.length > 2000);
	compare(ofContent);
});

test("every word of the content with pieces of others behind it", () => {
	const random = randomly(20261123);
	const tails = ofContent.map((word) => word.slice(-1 - random(8)));
	compare(Array.from({ length: 60000 }, () => ofContent[random(ofContent.length)] + tails[random(tails.length)]));
});

test("random strings of letters, also of later planes", () => {
	const random = randomly(7);
	const letters = Array.from("аәбгғдеёжзийкқлмнңоөпрстуұүыіьэюяabdeginstyz09\u{20000}\u{10ffff}ß중");
	const word = () => Array.from({ length: random(16) }, () => letters[random(letters.length)]).join("");
	compare(Array.from({ length: 40000 }, word).flatMap((text) => wordsOf(text)));
});

test("a word has the same key with its Kazakh letters and without", () => {
	const bare = new Map(Array.from("қкғгңнөоұуүуәаһхіиыийиёеэе".match(/../g), ([letter, plain]) => [letter, plain]));
	const words = ofContent.concat(ofDictionaries.filter((word) => /[\u0400-\u052f]/.test(word)));
	assert.ok(words.length > 150000);
	none(words.filter((word) => stems.key("kk", word) !== stems.key("kk", Array.from(word, (c) => bare.get(c) || c).join(""))));
});

test("a cut of a word is its key", () => {
	for (const word of ofContent.slice(0, 500)) {
		const key = stems.key("kk", word);
		assert.ok(Array.from({ length: word.length }, (_, n) => stems.cut(word, n)).includes(key), word);
	}
});
