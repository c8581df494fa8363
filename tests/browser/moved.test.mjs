// An old address leads to the new one, on a host and from a folder, with and without scripts.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { ownWays } from "./sites.mjs";
import { temporary } from "../tools/files.mjs";
import { mustBuild } from "../tools/process.mjs";
import { content } from "../tools/project.mjs";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function siteWithAlias(t) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	fs.cpSync(content, from, { recursive: true });
	const file = path.join(from, "digital-id/under-18.ru.md");
	fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^title:/m, "aliases: [old/too-young]\n$&"));
	await mustBuild(output, { from });
	return output;
}

for (const [where, open] of ownWays) {
	for (const javaScriptEnabled of [true, false]) {
		test(`${where}, ${javaScriptEnabled ? "with" : "without"} scripts`, async (t) => {
			const { url } = await open(t, await siteWithAlias(t));
			const context = await browser.newContext({ javaScriptEnabled });
			t.after(() => context.close());
			const page = await context.newPage();
			const complaints = [];
			page.on("console", (message) => complaints.push(message.text()));
			await page.goto(`${url}ru/old/too-young.html`);
			await page.waitForURL(`${url}ru/digital-id/under-18.html`, { timeout: 5000 });
			assert.deepEqual(complaints, []);
		});
	}
}
