// What screen readers say of one page of each kind in each language is what somebody has read and found right:
// spoken/<kind>-<lang>.txt. `node tests/browser/spoken.test.mjs --bless` rewrites them: read the difference from top to
// bottom, as if you heard it, before you keep it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "./chromium.mjs";
import { overHttp } from "./sites.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { site } from "../tools/project.mjs";
import { spoken } from "../tools/spoken.mjs";

const folder = fileURLToPath(new URL("spoken", import.meta.url));
const bless = process.argv.includes("--bless");

// Fixed pages, so that new content does not make another one the example; all answers of the smaller section.
const examples = {
	home: "index.html",
	section: "digital-id/index.html",
	question: "digital-id/under-18.html",
	page: "about.html",
	all: "mobile-citizens/all.html",
	index: "a-z.html",
	search: "search.html",
};

function chosen() {
	return pagesOf(site).filter(({ file, kind }) => kind === "root" || kind === "404" || file.slice(3) === examples[kind]);
}

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

test("every kind of page is spoken as it was found right", async (t) => {
	const { url } = await overHttp(t);
	const pages = chosen();
	const kinds = new Set(pagesOf(site).map(({ kind }) => kind));
	assert.deepEqual(new Set(pages.map(({ kind }) => kind)), kinds, "a kind has no example");
	for (const { file, kind, lang } of pages) {
		await t.test(`${kind} in ${lang}`, async () => {
			// A new page remembers nothing.
			const page = await browser.newPage();
			await page.goto(url + file);
			const text = `${(await spoken(page)).join("\n")}\n`;
			await page.close();
			const golden = path.join(folder, `${kind}-${lang}.txt`);
			if (bless) {
				fs.mkdirSync(folder, { recursive: true });
				fs.writeFileSync(golden, text);
			}
			assert.equal(text, fs.existsSync(golden) ? fs.readFileSync(golden, "utf8") : "");
		});
	}
});
