// What a reader must load, as a host sends it packed: a question in one round trip, nothing that holds up its first word, and
// little script.
import assert from "node:assert/strict";
import { test } from "node:test";
import zlib from "node:zlib";

import { isFile, read } from "../tools/files.mjs";
import { elements } from "../tools/html.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { site } from "../tools/project.mjs";

// A window of ten packets of 1,460 bytes is what a server sends before it hears back; headers take some of it.
const document_most = 14 * 1024;
const style_most = 6 * 1024;
const scripts_most = 6 * 1024;

const packed = (text) => zlib.gzipSync(text, { level: 9 }).length;
const pages = pagesOf(site).map((page) => ({ ...page, html: read(site, page.file) }));
const over = (sizes, most) => sizes.filter(([, size]) => size > most).map(([name, size]) => `${name}: ${size} bytes of ${most}`);

test("a question with all it needs", (t) => {
	const sizes = pages.filter(({ kind }) => kind === "question" || kind === "page").map(({ file, html }) => [file, packed(html)]);
	assert.ok(sizes.length > 0);
	t.diagnostic(`largest question: ${Math.max(...sizes.map(([, size]) => size))} bytes`);
	none(over(sizes, document_most));
});

test("the style of each page", (t) => {
	const sizes = pages.map(({ file, html }) => [file, packed(/<style>([^]*?)<\/style>/.exec(html)[1])]);
	t.diagnostic(`largest style: ${Math.max(...sizes.map(([, size]) => size))} bytes`);
	none(over(sizes, style_most));
});

test("nothing holds up the first word", () => {
	for (const { file, html } of pages) {
		const all = elements(html);
		const sheets = all.filter(({ tag, attrs }) => tag === "link" && /stylesheet|preload|import/.test(attrs.rel));
		assert.equal(sheets.length, 0, `${file} loads a sheet`);
		for (const { attrs } of all.filter(({ tag, attrs }) => tag === "script" && attrs.src))
			assert.ok("defer" in attrs, `${file}: ${attrs.src} is not deferred`);
	}
});

test("scripts of every page but the search", () => {
	const sizes = pages.filter(({ kind }) => kind !== "search").map(({ file, html }) => {
		const all = elements(html).filter(({ tag, attrs }) => tag === "script" && attrs.src);
		const names = all.map(({ attrs }) => new URL(attrs.src, `http://host/${file}`).pathname.slice(1));
		const inline = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text).join("");
		names.forEach((name) => assert.ok(isFile(site, name), `${file}: no ${name}`));
		return [file, names.reduce((sum, name) => sum + packed(read(site, name)), packed(inline))];
	});
	none(over(sizes, scripts_most));
});
