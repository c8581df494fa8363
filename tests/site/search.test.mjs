// The search of the built site, without a browser: it finds what readers ask, in every language, and survives anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { buildWithout } from "./missing.mjs";
import { corpus } from "../tools/corpus/corpus.mjs";
import { changed, hashes, listFiles, read, temporary, write } from "../tools/files.mjs";
import * as hostile from "../tools/hostile.mjs";
import { titledSite } from "./hostile.mjs";
import { none } from "../tools/none.mjs";
import { mustBuild } from "../tools/process.mjs";
import { content, languages, root, site } from "../tools/project.mjs";
import { searchOf } from "../tools/search-site.mjs";

const { komek } = searchOf(site);
const ask = async (query, lang, limit = 10) => Array.from(await komek.search(query, { lang, limit }));
const ids = async (query, lang) => (await ask(query, lang)).map(({ id }) => id);

// A query, the reader's language, and an answer that must be among the first three.
const wanted = [
	["SMS", "ru", "digital-id/no-sms-code"],
	["sms", "kk", "digital-id/no-sms-code"],
	["камера", "ru", "digital-id/camera-in-chrome"],
	["камера", "kk", "digital-id/camera-in-chrome"],
	["жеке куәлік", "kk", "mobile-citizens/required-documents"],
	["ЖЕКЕ КУӘЛІК", "kk", "mobile-citizens/required-documents"],
	["удостоверение", "ru", "mobile-citizens/required-documents"],
	["blocked", "en", "digital-id/account-blocked"],
	["1414", "en", "mobile-citizens/no-registration-sms"],
	["1414", "kk", "mobile-citizens/no-registration-sms"],
	["заблокирована", "kk", "digital-id/account-blocked"],
	["удостоверение", "kk", "mobile-citizens/required-documents"],
	["blocked", "kk", "digital-id/account-blocked"],
	["бұғатталып", "en", "digital-id/account-blocked"],
	["учетная запись", "ru", "digital-id/account-blocked"],
	["заблок", "ru", "digital-id/account-blocked"],
	["3х4", "kk", "digital-id/why-rejected"],
	["фото 3×4", "ru", "digital-id/why-rejected"],
	["18", "en", "digital-id/under-18"],
];

for (const [query, lang, id] of wanted) {
	test(`${query} in ${lang} finds ${id}`, async () => {
		const found = await ids(query, lang);
		assert.ok(found.slice(0, 3).includes(id), found.join(" "));
	});
}

test("the form of the results, shown in the reader's language", async () => {
	for (const [query, lang] of [["заблокирована", "kk"], ["blocked", "ru"], ["бұғатталып", "en"]]) {
		const [first] = await ask(query, lang);
		assert.deepEqual(Object.keys(first).sort(), ["id", "lang", "score", "title", "url"]);
		assert.equal(first.lang, lang);
		assert.equal(first.url, `../${lang}/${first.id}.html`);
		assert.ok(read(site, first.url.slice(3)).includes(first.title));
	}
});

test("an answer that holds all words comes before those that hold fewer", async () => {
	// The last word also matches as a beginning: a word that is nowhere keeps the first one whole.
	const holders = async (query) => new Set((await ask(query, "ru", 99)).map(({ id }) => id));
	const first = await holders("камера щщщщ");
	const second = await holders("настройках");
	const counts = (await ids("камера настройках", "ru")).map((id) => first.has(id) + second.has(id));
	assert.equal(counts[0], 2);
	assert.ok(counts.includes(1));
});

test("not more than asked for, each answer once, nothing where nothing fits", async () => {
	assert.equal((await ask("digital", "ru", 3)).length, 3);
	const all = (await ask("digital id sms", "ru", 99)).map(({ id }) => id);
	assert.equal(new Set(all).size, all.length);
	for (const query of ["", " ", "—", "щщщщщ", "xqzw"])
		assert.deepEqual(await ids(query, "ru"), [], query);
});

test("every title finds its answer first, in every language", async () => {
	const wrong = [];
	for (const lang of languages) {
		const names = listFiles(content).filter((name) => name.endsWith(`.${lang}.md`) && /\/[^_]/.test(name));
		assert.ok(names.length >= 15);
		for (const name of names) {
			const [, title] = /^title: "?(.*?)"?$/m.exec(read(content, name));
			const [first] = await ids(title, lang);
			if (first !== name.replace(`.${lang}.md`, ""))
				wrong.push(`${lang}: ${title}: ${first}`);
		}
	}
	none(wrong);
});

test("a question that lacks the reader's language is shown in the one it has", async (t) => {
	const { output } = await buildWithout(temporary(t), ["digital-id/account-blocked.kk.md"]);
	const found = await searchOf(output).komek.search("заблокирована", { lang: "kk" });
	assert.equal(found[0].id, "digital-id/account-blocked");
	assert.equal(found[0].lang, "ru");
	assert.equal(found[0].url, "../kk/digital-id/account-blocked.html");
});

for (const [name, query] of Object.entries({ ...hostile.queries, ...hostile.marks })) {
	test(`a hostile query: ${name}`, { timeout: 20000 }, async () => {
		assert.ok((await ask(query, "ru")).length <= 10);
	});
}

test("query.mjs answers line by line", () => {
	const lines = [{ id: "a", lang: "ru", query: "1414" }, { id: "b", lang: "kk", query: "" }];
	const input = lines.map((line) => `${JSON.stringify(line)}\n`).join("\n");
	const result = spawnSync("node", [path.join(root, "tests/tools/query.mjs"), site], { input });
	assert.equal(result.status, 0, result.stderr.toString());
	const answers = result.stdout.toString().trim().split("\n").map((line) => JSON.parse(line));
	assert.deepEqual(answers, [{ id: "a", results: ["mobile-citizens/no-registration-sms"] }, { id: "b", results: [] }]);
});

// ---- files ----

const parts = (folder) => listFiles(folder).filter((name) => name.startsWith("assets/search/"));

// The hash in the name of a part; those that are asked for by answer have it before a number.
const hashOf = (name) => /-([0-9a-f]{9})(?:-\d+)?\.js$/.exec(name)?.[1];

test("every part is one call, and its name follows its bytes", () => {
	assert.ok(parts(site).length > 5);
	const digests = hashes(site);
	for (const name of parts(site)) {
		const text = read(site, name);
		assert.match(text, /^komek\.part\("[^]*\);\n *$/, name);
		assert.doesNotMatch(text, /[<>\u2028\u2029]/, name);
		if (name !== "assets/search/entry.js")
			assert.equal(hashOf(name), digests[name].slice(0, 9), name);
	}
});

test("the entry says which section an answer is in", () => {
	const [, { sections, answers }] = JSON.parse(read(site, "assets/search/entry.js").replace(/^komek\.part\(/, "[").replace(/\);\n$/, "]"));
	assert.equal(sections[0][0], 0);
	assert.equal(sections[0][2], "Digital ID");
	assert.deepEqual(sections.at(-1).slice(1), ["", "", ""], "pages have no section");
	const firsts = sections.map(([first]) => first);
	assert.deepEqual(firsts, [...new Set(firsts)].sort((a, b) => a - b));
	assert.ok(firsts.at(-1) < answers);
});

test("no page and no other script names a part", () => {
	const names = parts(site).map(hashOf).filter(Boolean);
	assert.notEqual(names.length, 0);
	for (const name of listFiles(site).filter((each) => /\.(?:html|js)$/.test(each) && each !== "assets/search/entry.js")) {
		const text = read(site, name);
		none(names.filter((each) => text.includes(each)).map((each) => `${name}: ${each}`));
	}
});

test("a changed word changes the entry, the parts it is in, and nothing else of the index", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	fs.cpSync(content, from, { recursive: true });
	const file = path.join(from, "digital-id/no-sms-code.ru.md");
	const text = fs.readFileSync(file, "utf8");
	fs.writeFileSync(file, `${text}\nСтарослово.\n`);
	await mustBuild(output, { from });
	const before = hashes(output);
	fs.writeFileSync(file, `${text}\nНовослово.\n`);
	await mustBuild(output, { from });
	const differ = changed(before, hashes(output)).filter((name) => name.startsWith("assets/"));
	const families = differ.map((name) => path.basename(name).replace(/-.*\.js$/, "")).sort();
	// One part of texts, and one part of words and of keys for each of the two words, in their old and new form.
	assert.deepEqual(families.filter((name) => !/^(?:words|keys)$/.test(name)), ["entry.js", "texts", "texts"]);
	assert.ok(families.filter((name) => name === "keys").length <= 4, families.join(" "));
	assert.ok(families.filter((name) => name === "words").length <= 4, families.join(" "));
});

test("titles that are dangerous in a script, a page or an object are found like others", async (t) => {
	const output = await titledSite(temporary(t));
	const { komek: odd } = searchOf(output);
	for (const [title, word] of hostile.titles) {
		const found = Array.from(await odd.search(word, { lang: "ru" }));
		assert.ok(found.some((one) => one.title === title), `${word}: ${JSON.stringify(found.map((one) => one.title.slice(0, 80)))}`);
	}
	for (const query of Object.values(hostile.queries))
		assert.ok((await odd.search(query, { lang: "ru" })).length <= 10);
});

test("half a pair in a title is a message, not a page", async (t) => {
	const folder = temporary(t);
	await assert.rejects(titledSite(folder, [["\ud800 половина", "половина"]]), /ru\.md:2:\d+: error: /);
	assert.ok(!fs.existsSync(path.join(folder, "public")));
});

test("a part that cannot be loaded is a refusal, and the next question tries again", async (t) => {
	const copy = path.join(temporary(t), "site");
	const hidden = `${copy}-hidden`;
	fs.cpSync(site, copy, { recursive: true });
	const { komek: broken } = searchOf(copy);
	await broken.ready;
	fs.renameSync(path.join(copy, "assets/search"), hidden);
	await assert.rejects(broken.search("sms", { lang: "ru" }));
	fs.renameSync(hidden, path.join(copy, "assets/search"));
	assert.notEqual((await broken.search("sms", { lang: "ru" })).length, 0);
});

test("an entry that was kept too long is loaded anew when a part is gone", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	fs.cpSync(content, from, { recursive: true });
	await mustBuild(output, { from });
	const { komek: kept, loaded } = searchOf(output);
	await kept.ready;
	const file = path.join(from, "digital-id/no-sms-code.ru.md");
	fs.appendFileSync(file, "\nНовослово и ещё новослово.\n");
	await mustBuild(output, { from });
	const [first] = await kept.search("новослово", { lang: "ru" });
	assert.equal(first?.id, "digital-id/no-sms-code");
	assert.match(loaded.join(" "), /entry\.js\?again=\d+/);
	assert.equal((await kept.search("смс", { lang: "ru" })).length > 0, true);
});

test("in a larger site the titles of what a word finds come in one file", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	for (const [name, text] of corpus(60))
		write(path.join(from, name), text);
	await mustBuild(output, { from });
	const titles = listFiles(from).filter((name) => /\/[^_].*\.ru\.md$/.test(name))
		.map((name) => /^title: "?(.*?)"?$/m.exec(read(from, name))[1]);
	const words = [...new Set(titles.flatMap((title) => title.toLowerCase().match(/[а-я]{5,}/g) ?? []))].slice(0, 40);
	assert.ok(words.length >= 20);
	const files = { heads: 0, titles: 0 };
	for (const word of words) {
		const { komek: large, loaded } = searchOf(output);
		const found = await large.search(word, { lang: "ru", limit: 10 });
		for (const { id, title, lang } of found)
			assert.ok(read(from, `${id}.${lang}.md`).includes(title), `${id}: ${title}`);
		files.heads += loaded.filter((name) => name.includes("/heads-")).length;
		files.titles += loaded.filter((name) => name.includes("/titles-")).length;
	}
	assert.ok(files.heads >= 0.9 * words.length, JSON.stringify(files));
	assert.ok(files.titles <= 0.1 * words.length, JSON.stringify(files));
});
