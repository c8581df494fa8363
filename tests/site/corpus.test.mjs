// The large made-up help centre (make corpus): always the same, without errors, and with words as texts have them.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { corpus, writeCorpus } from "../tools/corpus/corpus.mjs";
import { hashes, htmlFiles, temporary } from "../tools/files.mjs";
import { mustBuild, run } from "../tools/process.mjs";
import { komek, languages, root } from "../tools/project.mjs";

const count = 60;

test("the same questions come out each time", (t) => {
	const folders = [temporary(t), temporary(t)];
	folders.forEach((folder) => writeCorpus(count, folder));
	assert.deepEqual(hashes(folders[0]), hashes(folders[1]));
	assert.equal(Object.keys(hashes(folders[0])).filter((name) => /\/[^_]/.test(name)).length, count * languages.length);
});

test("checks find no error in it, and it is built", async (t) => {
	const folder = temporary(t);
	const [from, output] = ["content", "public"].map((name) => path.join(folder, name));
	writeCorpus(count, from);
	const checked = await run(komek, ["check", "--content", from, "--messages", "en"], { cwd: root });
	assert.equal(checked.status, 0, checked.err);
	assert.doesNotMatch(checked.err, /\[(translation-|missing-|wrong-|dead-|untranslated)/);
	await mustBuild(output, { from });
	assert.ok(htmlFiles(output).length > count * languages.length);
});

// The words of the answers, in order, of one language: a list a question.
function wordsOf(language) {
	return [...corpus(count)].filter(([name]) => new RegExp(`/[^_].*\\.${language}\\.md$`).test(name))
		.map(([, text]) => text.split("---\n").slice(2).join("").replace(/\]\([^)]*\)/g, "]").match(/[\p{L}\p{N}]+/gu));
}

for (const language of languages) {
	test(`words of ${language}: how many a page, how often each`, () => {
		const pages = wordsOf(language);
		assert.ok(pages.every((words) => words.length >= 110 && words.length <= 420), `${pages.map((words) => words.length)}`);
		const counts = new Map();
		for (const word of pages.flat().map((each) => each.toLowerCase()))
			counts.set(word, (counts.get(word) ?? 0) + 1);
		const sorted = [...counts.values()].sort((a, b) => b - a);
		const once = sorted.filter((times) => times === 1).length / sorted.length;
		assert.ok(once > 0.45 && once < 0.8, `${once} of the words stand once`);
		const ofTop = (n) => sorted.slice(0, n).reduce((sum, times) => sum + times, 0) / pages.flat().length;
		assert.ok(ofTop(10) > 0.08 && ofTop(10) < 0.45 && ofTop(100) > 1.3 * ofTop(10), `${ofTop(10)} and ${ofTop(100)}`);
	});
}

test("endings: Kazakh harmony, Russian cases, English plurals of one word", () => {
	const all = (language) => new Set(wordsOf(language).flat().map((word) => word.toLowerCase()));
	const [kazakh, russian, english] = languages.map(all);
	const some = (words, forms) => forms.filter((form) => words.has(form)).length;
	assert.ok(some(kazakh, ["құжат", "құжатты", "құжаттың", "құжаттар", "құжатқа", "құжаттарды", "құжаттан"]) >= 3);
	assert.equal(some(kazakh, ["құжатті", "құжаттер", "құжатке", "құжатды"]), 0);
	assert.ok(some(russian, ["документ", "документа", "документы", "документом", "документе", "документов"]) >= 3);
	assert.ok(some(english, ["document", "documents"]) === 2);
});
