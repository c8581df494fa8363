// A page of the test browser that notes what it complains of, and what can be asked of any open page.
import fs from "node:fs";
import { createRequire } from "node:module";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// A page in a context of its own, which remembers nothing; page.complaints has its console messages and errors.
export async function visit(t, browser, options = {}) {
	const context = await browser.newContext(options);
	t.after(() => context.close());
	context.setDefaultTimeout(5000);
	const page = await context.newPage();
	page.complaints = [];
	page.on("console", (message) => page.complaints.push(message.text()));
	page.on("pageerror", (error) => page.complaints.push(error.message));
	return page;
}

// What axe finds, or cannot decide, in what the selector names. The context must be made with bypassCSP (the pages' own policy
// refuses axe) and the window so high that the head lies over nothing: axe cannot see the ground of a text below it.
export async function axeFinds(page, selector) {
	await page.evaluate(axe);
	const run = ([within, runOnly]) => globalThis.axe.run(within, { runOnly });
	const { violations, incomplete } = await page.evaluate(run, [selector, tags]);
	return [...violations, ...incomplete].map(({ id, help, nodes }) =>
		`${id}: ${help}: ${nodes.map((node) => `${node.html} ${node.any.map((one) => one.message).join(" ")}`).join(" | ")}`);
}

// How many pixels the page must be scrolled sideways for.
export const sideways = (page) =>
	page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);

// Focus moves by the Tab key until it is on what the selector names; false where so many presses do not reach it.
export async function tabTo(page, selector, presses = 60) {
	for (let i = 0; i < presses; i++) {
		await page.keyboard.press("Tab");
		if (await page.evaluate((name) => document.activeElement.matches(name), selector))
			return true;
	}
	return false;
}
