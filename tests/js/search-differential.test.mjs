// The same words from the C code and from the browser's, for every line of the content and for strings that nobody writes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { listFiles, read } from "../tools/files.mjs";
import { content, komek as program, site } from "../tools/project.mjs";
import { randomly } from "../tools/random.mjs";
import { searchOf } from "../tools/search-site.mjs";

const dumper = path.join(path.dirname(program), "tests/unit/search_analysis_test");
const { komek } = searchOf(site);
const { analysis } = await komek.find("");

function compare(texts) {
	assert.ok(fs.existsSync(dumper), `${dumper} is not built`);
	const input = Buffer.from(`${texts.join("\0")}\0`);
	const { stdout, status } = spawnSync(dumper, ["words"], { input, maxBuffer: 1 << 28 });
	assert.equal(status, 0);
	const lines = stdout.toString().split("\n");
	assert.equal(lines.length, texts.length + 1);
	texts.forEach((text, i) => {
		const own = Array.from(analysis.words(text), ({ word }) => word).join(" ");
		assert.equal(own, lines[i], `text ${i}: ${JSON.stringify(text)}`);
	});
}

test("every line of the content", () => {
	const lines = listFiles(content).filter((name) => /\.(?:md|yaml)$/.test(name))
		.flatMap((name) => read(content, name).split("\n"));
	assert.ok(lines.length > 500);
	compare(lines);
});

test("every code point, between letters and digits", () => {
	const texts = [];
	for (let c = 1; c <= 0x10ffff; c += c < 0x33000 || c > 0xdff00 ? 1 : 251)
		texts.push(String.fromCodePoint(0x438, c, 0x34, c, 0x34, c, 0x306));
	compare(texts);
});

const odd = [
	..."abIiİıßſẞéйеёіӘқҢ019x×хХ'’ʼ`-_.@ \n\u00a0\u00ad\u0301\u0306\u0308\u0483\u200b\u200d\u2028\ufeff\ufffd\ufe0f",
	"\ud800", "\udbff", "\udc00", "\udfff", "\u{10000}", "\u{1f600}", "\u{323b0}", "\u{e0041}", "\u{10ffff}", "중", "ὰ",
];

test("random strings of signs that are hard, and of any others", () => {
	const random = randomly(20261123);
	const sign = () => (random(4) ? odd[random(odd.length)] : String.fromCharCode(1 + random(0xffff)));
	compare(Array.from({ length: 20000 }, () => Array.from({ length: random(24) }, sign).join("")));
});
