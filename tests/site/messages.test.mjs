// What the program says in Kazakh and Russian passes its own checks of letters and spelling.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { temporary, write } from "../tools/files.mjs";
import { run } from "../tools/process.mjs";
import { komek, root, templates } from "../tools/project.mjs";

const folder = path.join(root, "generator/diag");

// The texts of a table: of each row the arguments that are strings, neighbours joined as C joins them.
function rows(file, name) {
	const text = fs.readFileSync(path.join(folder, file), "utf8").replace(/\/\*[^]*?\*\//g, "");
	return `\n${text}`.split(`\n${name}(`).slice(1).map((row) => {
		const strings = row.match(/"(\\.|[^"\\])*"(\s*"(\\.|[^"\\])*")*/g) ?? [];
		return strings.map((each) => each.replace(/"\s+"/g, "").slice(1, -1).replace(/\\n/g, " ").replace(/\\(.)/g, "$1"));
	});
}

// What is no prose: arguments, commands, comments, signs of Markdown. Of several plural forms the first is read.
const prose = (text) => text.replace(/\{\d:([^|}]*)[^}]*\}/g, "$1").replace(/\{\d\}|'komek [^']*'|<!--.*?-->|<[^>]*>/g, "").replace(/[#*_[\]<>]/g, " ").replace(/\s+/g, " ").trim();

const tables = [...fs.readdirSync(path.join(folder, "messages")).map((each) => [`messages/${each}`, "MESSAGE"]), ["rules.def", "RULE"], ["explain.def", "EXPLAIN"]];

test("messages, rules and explanations", async (t) => {
	const site = temporary(t), section = path.join(site, "content/words");
	const texts = tables.flatMap(([file, name]) => rows(file, name));
	write(path.join(site, "content/site.yaml"), "name: { kk: Көмек, ru: Помощь }\nlanguages: [kk, ru]\nsource: ru\n");
	// Explanations name what is wrong.
	write(path.join(site, "content/words.kk.txt"), "кыз\nќ\nє\nў\n");
	write(path.join(site, "content/words.ru.txt"), "ќ\n");
	for (const [language, at, title] of [["ru", -2, "Слова"], ["kk", -1, "Сөздер"]]) {
		const said = texts.map((row) => prose(row.at(at))).filter((each) => each !== "");
		assert.ok(said.length > 400, `${said.length} texts`);
		write(path.join(section, `_index.${language}.md`), `---\ntitle: ${title}\n---\n`);
		write(path.join(section, `said.${language}.md`), `---\ntitle: ${title}\n---\n\n${said.join("\n\n")}\n`);
	}
	const { status, err } = await run(komek, ["check", "--content", path.join(site, "content"), "--templates", templates, "--rules", "kk,spelling", "--notes", "--format", "json", "--messages", "en"]);
	assert.equal(status, 0, err);
	assert.deepEqual(JSON.parse(err), []);
});
