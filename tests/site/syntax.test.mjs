// Every script that is shipped can be read by the oldest browsers that the site supports.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "acorn";

import { htmlFiles, listFiles, read } from "../tools/files.mjs";
import { elements } from "../tools/html.mjs";
import { site } from "../tools/project.mjs";

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
