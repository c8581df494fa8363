// Diagnostics on a terminal: colours where people look at them, and nowhere else. script(1) lends a terminal.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { temporary, write } from "../tools/files.mjs";
import { run } from "../tools/process.mjs";
import { komek, templates } from "../tools/project.mjs";

const escape = "\u001b[";

function site(t) {
	const folder = temporary(t);
	write(path.join(folder, "site.yaml"), "name: { ru: Проба }\nlanguages: [ru]\nsource: ru\n");
	write(path.join(folder, "pay/card.ru.md"), "---\ntitle: Карта\n---\n\n[Дальше](nowhere.ru.md)\n");
	return folder;
}

const hasTerminals = async () => (await run("script", ["-qec", "true", "/dev/null"])).status === 0;

async function seen(t, environment, terminal) {
	const { NO_COLOR, ...inherited } = process.env;
	const env = { ...inherited, TERM: "xterm", ...environment };
	if (env.TERM === undefined)
		delete env.TERM;
	const args = ["check", "--content", site(t), "--templates", templates, "--messages", "en"];
	const quoted = [komek, ...args].map((word) => `'${word}'`).join(" ");
	const { out, err } = terminal ? await run("script", ["-qec", quoted, "/dev/null"], { env }) : await run(komek, args, { env });
	assert.match(out + err, /\[dead-link\]/);
	return (out + err).includes(escape);
}

for (const [name, environment, terminal, coloured] of [
	["a terminal has colours", {}, true, true],
	["an empty NO_COLOR changes nothing", { NO_COLOR: "" }, true, true],
	["NO_COLOR takes them away", { NO_COLOR: "1" }, true, false],
	["so does a terminal that cannot show them", { TERM: "dumb" }, true, false],
	["and one that does not say what it is", { TERM: undefined }, true, false],
	["a file or a pipe has none", {}, false, false],
])
	test(name, async (t) => {
		if (terminal && !await hasTerminals())
			t.skip("this machine gives no pseudo-terminal");
		else
			assert.equal(await seen(t, environment, terminal), coloured);
	});

async function asked(t, query) {
	const args = ["search", query, "--lang", "ru", "--content", site(t), "--templates", templates, "--messages", "en"];
	return (await run(komek, args)).out;
}

test("a query that nothing is found for is shown as a terminal may see it", async (t) => {
	assert.match(await asked(t, `ыы${escape}31m\u0007`), /^Nothing is found for 'ыы\ufffd\[31m\ufffd'/);
});

test("of a query that is too long no more is shown than tells which one it was", async (t) => {
	const out = await asked(t, "ы".repeat(5000));
	assert.match(out, /only its first 1000 characters are looked for/);
	assert.match(out, /'ы{80}…'/);
	assert.ok(!out.includes("ы".repeat(81)));
});
