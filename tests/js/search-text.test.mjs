// Words of a text in the browser: the rows that the C code is held to as well, and what only the browser needs.
import assert from "node:assert/strict";
import { test } from "node:test";

import { none } from "../tools/none.mjs";
import { site } from "../tools/project.mjs";
import { searchOf } from "../tools/search-site.mjs";
import { table } from "../tools/tables.mjs";

const { komek } = searchOf(site);
const { analysis } = await komek.find("");
const wordsOf = (text) => Array.from(analysis.words(text), ({ word }) => word).join(" ");

for (const name of ["tokens.tsv", "fold.tsv"]) {
	test(`the rows of ${name}`, () => {
		const rows = table(name);
		assert.ok(rows.length > 20);
		for (const [text, want, reason] of rows)
			assert.equal(wordsOf(text), want, reason);
	});
}

test("half a pair of surrogates ends a word", () => {
	assert.equal(wordsOf("a\ud800b\udc00c"), "a b c");
});

// What letters.def says, held against the browser's own Unicode where both know the letter.
test("normal form and case make no difference, in Latin and Cyrillic", () => {
	const wrong = [];
	const ranges = [[0x41, 0x24f], [0x400, 0x52f], [0x1e00, 0x1eff]];
	// Some small letters have their capital in a range that we do not fold; ẚ is an a with half a ring behind it.
	const isOurs = (text) => /^[A-Za-z\u00c0-\u024f\u0300-\u036f\u0400-\u052f\u1e00-\u1e99\u1e9b-\u1eff]+$/.test(text);
	for (const [first, last] of ranges) {
		for (let c = first; c <= last; c++) {
			const letter = String.fromCodePoint(c);
			const forms = ["NFC", "NFD"].map((form) => letter.normalize(form));
			const cases = [letter.toLowerCase(), letter.toUpperCase()];
			for (const other of isOurs(letter) ? [...forms, ...cases].filter(isOurs) : [])
				if (wordsOf(`к${other}к`) !== wordsOf(`к${letter}к`))
					wrong.push(`${letter} (${c.toString(16)}) and ${other}`);
		}
	}
	none(wrong);
});

test("every letter and digit that Unicode had is one, no other sign of these scripts is", () => {
	const wrong = [];
	// Fractions, powers, ordinals and the micro sign are signs to us; a low line is none of Unicode's letters either.
	const ours = /[\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00d7]/;
	for (let c = 0x20; c <= 0x52f; c++) {
		const sign = String.fromCodePoint(c);
		const isLetter = /^[\p{L}\p{N}]$/u.test(sign);
		if ((c >= 0x2b0 && c < 0x400) || ours.test(sign) || !/^\P{Cn}$/u.test(sign))
			continue;
		if ((wordsOf(sign) !== "") !== isLetter)
			wrong.push(`${sign} (${c.toString(16)})`);
	}
	none(wrong);
});

test("a word says where it stands", () => {
	const text = "«Қа\u0301заҚ» 🙂 don't, 3х4\u0301.";
	const pieces = Array.from(analysis.words(text), ({ word, from, to }) => [word, text.slice(from, to)]);
	assert.deepEqual(pieces, [["қазақ", "Қа\u0301заҚ"], ["dont", "don't"], ["3x4", "3х4\u0301"]]);
});
