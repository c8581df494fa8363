// Every script that is shipped can be read by the oldest browsers that the site supports.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { parse, tokenizer } from "acorn";

import { htmlFiles, listFiles, read } from "../tools/files.mjs";
import { elements } from "../tools/html.mjs";
import { root, site, templates } from "../tools/project.mjs";

const assets = path.join(templates, "assets");

// A script without a type, or with JavaScript's own, runs; any other type is data.
const runs = ({ tag, attrs }) => tag === "script" && /^(?:|text\/javascript)$/.test(attrs.type ?? "");

function scripts() {
	const files = listFiles(site).filter((name) => name.endsWith(".js")).map((name) => [name, read(site, name)]);
	const inline = htmlFiles(site).flatMap((name) => {
		const own = elements(read(site, name)).filter((e) => runs(e) && e.attrs.src === undefined);
		return own.map(({ text }, i) => [`${name}, inline script ${i + 1}`, text]);
	});
	return [...files, ...inline];
}

test("classic scripts in ES2020", () => {
	const all = scripts();
	assert.notEqual(all.length, 0, "the site ships no script at all");
	for (const [where, text] of all)
		assert.doesNotThrow(() => parse(text, { ecmaVersion: 2020, sourceType: "script" }), undefined, where);
});

// The build takes lines of scripts apart (generator/plan/scripts.h).
test("no string of a script spans lines", () => {
	const names = listFiles(assets).filter((name) => name.endsWith(".js"));
	assert.notEqual(names.length, 0);
	for (const name of names) {
		const text = read(assets, name);
		const onToken = ({ type, start, end }) => {
			if (type.label === "template" || type.label === "string")
				assert.doesNotMatch(text.slice(start, end), /\n/, name);
		};
		parse(text, { ecmaVersion: 2020, sourceType: "script", onToken });
	}
});

test("what is shipped has the tokens of what was written", () => {
	const tokens = (text) => Array.from(tokenizer(text, { ecmaVersion: 2020 }), ({ start, end }) => text.slice(start, end));
	const rows = Array.from(read(root, "generator/plan/scripts.c").matchAll(/\{"(assets\/[\w-]+\.js)",\s*\{([^}]*)\}/g));
	assert.ok(rows.length > 1);
	for (const [, name, parts] of rows) {
		const own = parts.match(/assets\/[\w-]+\.js/g).flatMap((part) => tokens(read(templates, part)));
		assert.deepEqual(tokens(read(site, name)), own, name);
	}
});

const refused = /^(?:on\w+|style|integrity|crossorigin)$/;

test("no module, no integrity, no handler in an attribute, no style attribute", () => {
	for (const name of htmlFiles(site)) {
		for (const { tag, attrs } of elements(read(site, name))) {
			assert.notEqual(attrs.type, "module", `${name}: modules do not work from a folder`);
			for (const attr of Object.keys(attrs))
				assert.doesNotMatch(attr, refused, `${name}: ${attr} on ${tag}`);
		}
	}
});

test("at most one style and one small script stand in a page", () => {
	for (const name of htmlFiles(site)) {
		const page = elements(read(site, name));
		assert.ok(page.filter((e) => e.tag === "style").length <= 1, `${name}: more than one style`);
		const inline = page.filter((e) => runs(e) && e.attrs.src === undefined);
		assert.ok(inline.length <= 1, `${name}: more than one inline script`);
	}
});
