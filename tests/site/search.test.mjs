// The search of the built site, without a browser: it finds what readers ask, in every language, and survives anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { buildWithout } from "./missing.mjs";
import { changed, hashes, listFiles, read, temporary, write } from "../tools/files.mjs";
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

const hostile = {
	markup: "</script><img src=x onerror=alert(1)> <svg/onload=alert(1)>",
	quotes: "\"'`\\ \\' ${x} {{x}}",
	"names of JavaScript": "__proto__ constructor toString hasOwnProperty prototype valueOf",
	"regular expressions": ".* (a+)+$ [ ( ) ] { } ? ^ | \\d",
	controls: Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)).join("a"),
	"line separators": "a\u2028b\u2029c",
	"half pairs": "\ud800 \udc00a \udbff",
	"100,000 letters": "a".repeat(100000),
	"100,000 words": "смс ".repeat(25000),
	"100,000 different words": Array.from({ length: 17000 }, (_, i) => `w${i}`).join(" "),
	"100,000 quotes": "a'".repeat(50000),
	"100,000 marks": `и${"\u0306".repeat(100000)}`,
	"100,000 letters of later planes": "\u{20000}".repeat(50000),
	"the first letter of many words": "а",
	"what sorts before and behind all": "\u0000 0 \uffff \u{10ffff} \uf900 \u{20000}",
};

for (const [name, query] of Object.entries(hostile)) {
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

test("words that are dangerous in a script or an object are found like others", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	const title = "</script><!-- __proto__ \\u2028 constructor \"quoted\" \\\\ ${x}";
	const entry = (name) => `---\ntitle: ${JSON.stringify(name)}\n---\n\nhasOwnProperty \u2028 toString\n`;
	write(path.join(from, "site.yaml"), "name: { ru: Имя }\nlanguages: [ru]\nsource: ru\n");
	write(path.join(from, "_index.ru.md"), entry("Начало"));
	write(path.join(from, "pay/_index.ru.md"), entry("Раздел"));
	write(path.join(from, "pay/odd.ru.md"), entry(title));
	await mustBuild(output, { from });
	const { komek: odd } = searchOf(output);
	for (const query of ["__proto__", "constructor", "quoted", "hasOwnProperty", "tostring", "script"]) {
		const [first] = await odd.search(query, { lang: "ru" });
		assert.equal(first?.id, "pay/odd", query);
		assert.equal(first.title, JSON.parse(JSON.stringify(title)), query);
	}
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
