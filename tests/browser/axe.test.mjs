// No accessibility violation on one page of each kind in each language: light and dark, on a phone and on a desk, on the
// narrowest phone, and with text of twice the size.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { none } from "../tools/none.mjs";
import { samplePages } from "../tools/pages.mjs";
import { site } from "../tools/project.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const samples = samplePages(site);

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

// Runs in the page.
async function violations(only) {
	const { violations: found } = await globalThis.axe.run(document, { runOnly: only });
	return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`);
}

const looks = [
	...["light", "dark"].flatMap((colorScheme) => [360, 1280].map((width) => ({ colorScheme, width }))),
	{ colorScheme: "light", width: 320 },
	{ colorScheme: "dark", width: 320, text: "200%" },
];

for (const { colorScheme, width, text } of looks) {
	const look = `${colorScheme}, ${width} px${text ? `, text ${text}` : ""}`;
	test(look, async (t) => {
		const { url } = await serve(site, "/some/sub/path/", (end) => t.after(end));
		// The page's own policy would refuse axe; links.test.mjs opens the pages with it in force.
		const viewport = { width, height: 800 };
		const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true });
		const page = await context.newPage();
		for (const { file, kind, lang } of samples) {
			await t.test(`${look}, ${kind} in ${lang}: ${file}`, async () => {
				await page.goto(url + file);
				if (text)
					await page.addStyleTag({ content: `html { font-size: ${text} }` });
				await page.evaluate(axe);
				none(await page.evaluate(violations, tags));
			});
		}
		await context.close();
	});
}

test("there is a page of each kind in each language", () => {
	assert.ok(samples.length > 0, "the site has no page");
});
