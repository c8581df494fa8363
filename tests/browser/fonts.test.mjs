// Every Kazakh letter on every page is drawn by the font of its neighbours: no font that lacks some stands first in the sheet.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { site } from "../tools/project.mjs";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

// Runs in the page: marks what holds Kazakh letters itself; code has a font of its own.
function mark() {
	const holds = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && /[әғқңөұүһі]/i.test(node.data));
	const shown = (element) => element.getClientRects().length > 0;
	[...document.body.querySelectorAll("*")].filter((e) => holds(e) && shown(e) && !e.closest("code, pre"))
		.forEach((element) => element.setAttribute("data-kazakh", ""));
}

test("one font draws the Kazakh letters of a page", async (t) => {
	const { url } = await serve(site, "/some/sub/path/", (end) => t.after(end));
	const page = await browser.newPage();
	t.after(() => page.close());
	const session = await page.context().newCDPSession(page);
	await session.send("DOM.enable");
	await session.send("CSS.enable");
	const mixed = [];
	let letters = 0;
	for (const { file } of pagesOf(site)) {
		await page.goto(url + file);
		await page.evaluate(mark);
		const { root } = await session.send("DOM.getDocument");
		const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "[data-kazakh]" });
		const families = new Set();
		for (const nodeId of nodeIds) {
			const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
			letters += fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0);
			fonts.forEach(({ familyName }) => families.add(familyName));
		}
		if (families.size > 1)
			mixed.push(`${file}: ${[...families].join(", ")}`);
	}
	none(mixed);
	assert.ok(letters > 10000, `only ${letters} letters were looked at`);
});
