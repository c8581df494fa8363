// 'komek explain': every example does what it says, in a small site of its own. A wrong one raises its rule, a right one
// nothing at all.
import assert from "node:assert/strict";
import { test } from "node:test";

import { layOut } from "../tools/example.mjs";
import { temporary } from "../tools/files.mjs";
import { run } from "../tools/process.mjs";
import { komek } from "../tools/project.mjs";

const told = async (args) => {
	const { status, out, err } = await run(komek, [...args, "--messages", "en"]);
	assert.equal(status, 0, err);
	return out;
};

const ids = (await told(["rules"])).trim().split("\n").map((line) => line.split(/\s+/)[0]);
const explained = async (id, language = "en") => JSON.parse((await run(komek, ["explain", id, "--format", "json", "--messages", language])).out);

// The rules that the small site with this example raises.
async function raised(t, example) {
	const folder = temporary(t);
	layOut(example, folder);
	const result = await run(komek, ["check", "--notes", "--format", "json", "--messages", "en"], { cwd: folder });
	assert.ok(result.status < 2, result.err);
	return JSON.parse(result.err);
}

const names = (found) => found.map((each) => each.rule);

for (const id of ids)
	test(id, async (t) => {
		const { wrong, right } = await explained(id);
		const [bad, good] = [await raised(t, wrong), await raised(t, right)];
		assert.ok(names(bad).includes(id), `the wrong example raises ${names(bad).join(", ") || "nothing"}`);
		assert.deepEqual(good, []);
	});

// What is wrong in the example of a rule that can be silenced is silent behind a comment above each of its paragraphs.
for (const id of ids)
	test(`${id} is silenced as it says`, async (t) => {
		const { wrong, silenced } = await explained(id);
		if (/^== (?!content\/pay\/card\.)/.test(wrong))
			return;
		const comment = `<!-- komek-ignore ${id} -->\n`;
		const text = wrong.startsWith("== ") ? wrong.replace(/(\n---\n\n|\n\n)(?=[^=\s])/g, `$1${comment}`) : comment + wrong.replace(/\n\n/g, `\n\n${comment}`);
		const found = names(await raised(t, text));
		assert.equal(found.includes(id), silenced === "never", `${text}\n${found}`);
	});

test("a rule in text: its words, both examples, the repair, how to silence it", async () => {
	for (const language of ["kk", "ru", "en"])
		for (const id of ids) {
			const { about, right, repair } = await explained(id, language);
			const { out } = await run(komek, ["explain", id, "--messages", language]);
			const flat = out.replace(/\s+/g, " ");
			for (const part of [about, repair])
				assert.ok(flat.includes(part), `${id}, ${language}: ${part}`);
			assert.ok(out.includes(right.trimEnd().split("\n").at(-1)), `${id}, ${language}`);
			const examples = out.split("\n").filter((line) => !line.startsWith("  "));
			assert.ok(examples.every((line) => [...line].length <= 80), `${id}, ${language}: a line is too long`);
			assert.doesNotMatch(out, /[\u00ad\u0300-\u036f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u, `${id} holds something that cannot be seen`);
		}
});

test("a group lists its rules", async () => {
	const out = await told(["explain", "links"]);
	assert.match(out, /^dead-link /m);
	assert.doesNotMatch(out, /^heading-level /m);
});

test("an unknown name", async () => {
	const near = await run(komek, ["explain", "ded-link", "--messages", "en"]);
	assert.equal(near.status, 2);
	assert.equal(near.err, "komek: there is no check 'ded-link'; did you mean 'dead-link'?\n");
	const far = await run(komek, ["explain", "zzzzzzzzzzzz", "--messages", "en"]);
	assert.equal(far.status, 2);
	assert.equal(far.err, "komek: there is no check 'zzzzzzzzzzzz'; 'komek rules' lists them\n");
	const none = await run(komek, ["explain", "--messages", "en"]);
	assert.equal(none.status, 2);
});
