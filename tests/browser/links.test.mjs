// Every page opens without a complaint and every link of it leads somewhere, on a host and from a folder.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { collect } from "./collect.mjs";
import { deadLinks, lostSwitches, malformed } from "./judge.mjs";
import { ways } from "./sites.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { site } from "../tools/project.mjs";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

for (const [where, open] of ways) {
	test(where, async (t) => {
		const { url, missed } = await open(t);
		const files = pagesOf(site).map((page) => page.file);
		assert.notEqual(files.length, 0, "the site has no page");
		const page = await browser.newPage();
		const { pages, complaints } = await collect(page, url, files);
		await page.close();
		await t.test("no console message, no error, no request beyond the site", () => {
			none([...complaints, ...missed.map((address) => `asked for ${address}`)]);
		});
		await t.test("every link leads to a page and a place in it", () => none(deadLinks(pages)));
		await t.test("the language switch keeps the page", () => none(lostSwitches(pages)));
		await t.test("kind, language and ids", () => none(malformed(pages)));
	});
}
