// What `komek search` finds and what the page's scripts find: the same answers in the same order with the same scores, for the
// same reasons, whatever is asked.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { listFiles, read, temporary, write } from "../tools/files.mjs";
import { mustBuild } from "../tools/process.mjs";
import { komek as program, content, languages, root, site, templates } from "../tools/project.mjs";
import { nonsense, typed } from "../tools/queries.mjs";
import { randomly } from "../tools/random.mjs";
import { searchOf } from "../tools/search-site.mjs";

const LIMIT = 50;

// What the program answers to many queries of a language.
function byProgram(from, lang, queries) {
	const args = ["search", "-", "--lang", lang, "--format", "json", "--limit", `${LIMIT}`, "--content", from, "--templates", templates];
	const input = queries.map((query) => `${query}\n`).join("");
	const { stdout, status, stderr } = spawnSync(program, args, { input, maxBuffer: 1 << 30 });
	assert.equal(status, 0, stderr.toString());
	const lines = stdout.toString().split("\n");
	assert.equal(lines.pop(), "");
	assert.equal(lines.length, queries.length);
	return lines.map((line) => JSON.parse(line));
}

const whole = (text) => Buffer.from(text).toString(); // half a pair of surrogates becomes U+FFFD

function plain(found) {
	return {
		total: found.total,
		isSimilar: found.isSimilar,
		understood: found.understood === null ? null : whole(found.understood),
		results: Array.from(found.hits ?? found.results, ({ id, lang, score, isSimilar, reasons }) => ({
			id, lang, score, isSimilar,
			reasons: Array.from(reasons, ({ asked, reading, tier, word, isShown }) => ({ asked, reading, tier, word, isShown })),
		})),
	};
}

async function compare(komek, from, lang, queries) {
	const answers = byProgram(from, lang, queries);
	for (const [i, query] of queries.entries()) {
		const page = plain(await komek.find(query, { lang, limit: LIMIT }));
		assert.deepEqual(plain(answers[i]), page, `${lang}: ${JSON.stringify(query)}`);
	}
}

// Titles and keywords of a content folder.
function textsOf(from, lang) {
	return listFiles(from).filter((name) => name.endsWith(`.${lang}.md`)).flatMap((name) => {
		const head = /^---\n([^]*?)\n---/.exec(read(from, name))?.[1] ?? "";
		const title = /^title: *(.*)$/m.exec(head)?.[1] ?? "";
		const keywords = /^keywords: *\[(.*)\]$/m.exec(head)?.[1].split(",") ?? [];
		return [title, ...keywords].map((text) => text.trim().replace(/^["']|["']$/g, ""));
	});
}

const written = listFiles(path.join(root, "tests/search")).filter((name) => name.endsWith(".jsonl"))
	.flatMap((name) => read(path.join(root, "tests/search"), name).trim().split("\n").map((line) => JSON.parse(line)));

test("the real content: titles, keywords, queries as people type them, with faults of all kinds", async () => {
	assert.ok(fs.existsSync(site), `${site} is not built`);
	const { komek } = searchOf(site);
	const random = randomly(20261124);
	for (const lang of languages) {
		const texts = textsOf(content, lang).concat(written.filter((each) => each.lang === lang).map(({ query }) => query));
		assert.ok(texts.length > 50, `${texts.length} texts`);
		const faulty = Array.from({ length: 400 }, () => typed(texts[random(texts.length)], random));
		await compare(komek, content, lang, texts.concat(faulty));
	}
});

test("strings that nobody types", async () => {
	const { komek } = searchOf(site);
	const random = randomly(20261125);
	for (const lang of languages) {
		const queries = Array.from({ length: 300 }, () => nonsense(random));
		await compare(komek, content, lang, queries);
	}
	const long = ["аккаунт ".repeat(300), "a".repeat(5000), "қ".repeat(70), "\u{10428}".repeat(1200), "а-".repeat(900)];
	await compare(komek, content, "kk", long);
});

// Large enough that words and titles are in many parts.
test("a made-up site of many answers", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	const { status, stderr } = spawnSync(process.execPath, [path.join(root, "tests/tools/corpus/corpus.mjs"), "150", from]);
	assert.equal(status, 0, stderr.toString());
	await mustBuild(output, { from });
	const { komek } = searchOf(output);
	const random = randomly(20261126);
	for (const lang of languages) {
		const texts = textsOf(from, lang);
		await compare(komek, from, lang, Array.from({ length: 150 }, () => typed(texts[random(texts.length)], random)));
	}
});

// So many titles begin alike that the lists of their words are cut: what the cut took from an answer must not be held against it.
test("words that more titles have than a list can hold", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	const syllables = ["ба", "ву", "гы", "де", "жо", "зя", "ки", "лу", "мо", "ны", "пе", "ра", "си", "ту", "фо", "ха", "це", "чу", "шо", "щи",
		"баг", "вун", "гыл", "дер", "жом", "зям", "кин", "лус", "мот", "ныр"];
	const names = syllables.flatMap((a) => syllables.map((b) => `${a}${b}дрон`));
	const titleOf = (name) => `Порядок оформления договора аренды нежилого помещения городской библиотеки ${name}`;
	write(path.join(from, "site.yaml"), "name: { ru: Проба }\nlanguages: [ru]\nsource: ru\n");
	write(path.join(from, "_index.ru.md"), "---\ntitle: Проба\n---\n\nСлова.\n");
	write(path.join(from, "rent/_index.ru.md"), "---\ntitle: Аренда\n---\n\nСлова.\n");
	for (const [i, name] of names.entries())
		write(path.join(from, `rent/a${i}.ru.md`), `---\ntitle: ${titleOf(name)}\n---\n\nОтвет.\n`);
	await mustBuild(output, { from });
	const { komek } = searchOf(output);
	const asked = names.filter((_, i) => i % 45 === 44).map(titleOf);
	for (const title of asked)
		assert.equal((await komek.find(title, { lang: "ru", limit: 1 })).hits[0].title, title);
	await compare(komek, from, "ru", [...asked, ...names.slice(-5), "порядок", "аренды нежилого помещения"]);
});
