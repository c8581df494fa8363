// The start page of a bundle: unpacked, it is as on a host; opened alone, as Explorer in Windows opens a page inside an
// archive, it says in every language to unpack first. (links.test.mjs follows every link of the unpacked bundle.)
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { temporary } from "../tools/files.mjs";
import { unpacked } from "../tools/bundle.mjs";
import { languages, site } from "../tools/project.mjs";

const awkward = "Көмек орталығы 100% #1";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function open(t, url, options) {
	const context = await browser.newContext(options);
	t.after(() => context.close());
	const page = await context.newPage();
	// Takes down whether the words were shown, be it for a single frame.
	await page.addInitScript(() => {
		globalThis.shown = false;
		const look = () => {
			globalThis.shown ||= document.getElementById("unpack")?.offsetHeight > 0;
			requestAnimationFrame(look);
		};
		look();
	});
	await page.goto(url);
	return page;
}

const address = (...names) => pathToFileURL(path.join(...names)).href;
const words = (page) => page.$$eval("#unpack p", (all) => all.filter((p) => p.offsetHeight > 0).map((p) => p.lang));

test("unpacked into a folder with a difficult name: no word of unpacking, and the languages lead on", async (t) => {
	const folder = await unpacked(path.join(temporary(t), awkward));
	const page = await open(t, address(folder, "index.html"));
	await page.waitForTimeout(200);
	assert.equal(await page.$("#unpack"), null);
	assert.equal(await page.evaluate(() => globalThis.shown), false, "the words were shown for a moment");
	for (const lang of languages) {
		await page.goto(address(folder, "index.html"));
		await page.click(`#languages a[lang="${lang}"]`);
		await page.waitForURL(address(folder, `${lang}/index.html`));
		assert.equal(await page.$eval("html", (html) => html.lang), lang);
	}
});

// The start page without the files beside it, or with these only.
function alone(t, beside = []) {
	const folder = path.join(temporary(t), awkward);
	fs.mkdirSync(folder);
	for (const name of ["index.html", ...beside])
		fs.copyFileSync(path.join(site, name), path.join(folder, name));
	return folder;
}

test("opened alone: the words stand in every language, in the site's order, before the links", async (t) => {
	const page = await open(t, address(alone(t), "index.html"));
	await page.waitForSelector("#unpack:not([hidden])");
	assert.deepEqual(await words(page), languages);
	const texts = await page.$$eval("#unpack p", (all) => all.map((p) => p.textContent));
	assert.equal(new Set(texts).size, languages.length);
	for (const text of texts)
		assert.match(text, /index\.html/);
	const above = await page.evaluate(() => document.getElementById("unpack").getBoundingClientRect().bottom
		<= document.getElementById("languages").getBoundingClientRect().top);
	assert.ok(above);
});

test("opened alone, no scripts: nothing is said", async (t) => {
	const page = await open(t, address(alone(t), "index.html"), { javaScriptEnabled: false });
	assert.equal(await page.isVisible("#unpack"), false);
});

test("on a host whose scripts do not come: nothing of archives is said", async (t) => {
	const { url } = await serve(alone(t, ["404.html"]), "/", (end) => t.after(end));
	const page = await open(t, `${url}index.html`);
	await page.waitForTimeout(200);
	assert.equal(await page.isVisible("#unpack"), false);
	assert.equal(await page.evaluate(() => globalThis.shown), false);
});
