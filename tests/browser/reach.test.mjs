// What can be pressed is large enough for a thumb and is seen when the keyboard is on it; no control is there that does
// nothing; and nothing moves while a page loads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { siteOfForms } from "./forms.mjs";
import { choose, looks, wear } from "./looks.mjs";
import { overHttp } from "./sites.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf, samplePages } from "../tools/pages.mjs";
import { languages, site } from "../tools/project.mjs";

const samples = samplePages(site);
const least = 44;

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function open(t, options) {
	const context = await browser.newContext(options);
	t.after(() => context.close());
	return context.newPage();
}

// Runs in the page: what is smaller than a thumb, beside links that are words of a sentence or a table and what only a keyboard finds.
function small(edge) {
	const seen = (element) => element.checkVisibility() && getComputedStyle(element).visibility === "visible";
	const inSentence = (element) => element.tagName === "A" && getComputedStyle(element).display === "inline"
		&& (element.closest("td, th") || element.closest("p, li, dd").textContent.trim() !== element.textContent.trim());
	return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
		.filter((element) => seen(element) && !inSentence(element) && !element.matches(".skip"))
		.map((element) => [element, (element.closest("label") || element).getBoundingClientRect()])
		.filter(([, box]) => box.height < edge - 0.5 || box.width < edge - 0.5)
		.map(([element, box]) => `${Math.round(box.width)}×${Math.round(box.height)}: ${element.outerHTML.slice(0, 100)}`);
}

test("targets", async (t) => {
	const { url } = await overHttp(t);
	const page = await open(t);
	const found = [];
	const look = async (address, how) => {
		await wear(page, how);
		await page.goto(address);
		await choose(page, how);
		for (const each of await page.evaluate(small, least))
			found.push(`${address.replace(/.*path\//, "")}, ${how.width} px: ${each}`);
	};
	for (const { file } of samples) {
		for (const width of [360, 1280])
			await look(url + file, { width });
	}
	const { output, files } = await siteOfForms(t);
	const { url: forms } = await overHttp(t, output);
	for (const file of files)
		await look(forms + file, { width: 360 });
	none(found);
});

// Runs in the page: what is wrong with how the focus shows, or null at the page's end.
function focus() {
	const element = document.activeElement;
	if (!element || element === document.body)
		return null;
	const style = getComputedStyle(element);
	const box = element.getClientRects()[0];
	const said = [];
	if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
		said.push("has no ring");
	if (!box || box.width < 2 || box.height < 2)
		said.push("takes no room");
	else if (box.bottom <= 0 || box.top >= window.innerHeight || box.right <= 0 || box.left >= window.innerWidth)
		said.push("is outside the window");
	else {
		const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
		if (!at || !(element.contains(at) || at.contains(element)))
			said.push(`is covered by ${at?.outerHTML.slice(0, 60)}`);
	}
	return { name: element.outerHTML.slice(0, 100), said };
}

test("the focus is seen wherever the keyboard is", async (t) => {
	const { url } = await overHttp(t);
	const page = await open(t);
	const hidden = [];
	const turns = ["light", "text 200 %", "forced colours"];
	for (const [i, { file, lang }] of samples.entries()) {
		const name = turns[i % turns.length];
		await wear(page, looks[name]);
		await page.goto(url + file);
		await choose(page, looks[name]);
		let met = 0;
		for (let found = {}; found && met < 60; met++) {
			await page.keyboard.press("Tab");
			found = await page.evaluate(focus);
			for (const each of found?.said ?? [])
				hidden.push(`${file}, ${name}, ${lang}: ${found.name} ${each}`);
		}
		assert.ok(met > 0, `${file}: the keyboard reaches nothing`);
	}
	none(hidden);
});

test("without scripts no control is there that does nothing, and no answer is more than three links from home", async (t) => {
	const { url } = await overHttp(t);
	const page = await open(t, { javaScriptEnabled: false });
	const links = new Map();
	const dead = [];
	for (const { file } of pagesOf(site)) {
		await page.goto(url + file);
		const controls = await page.locator("button, input, select, textarea, form, summary").evaluateAll((all) => all
			.filter((e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === "visible").map((e) => e.outerHTML.slice(0, 100)));
		dead.push(...controls.map((control) => `${file}: ${control}`));
		const hrefs = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.href));
		links.set(file, hrefs.filter((href) => href.startsWith(url)).map((href) => href.slice(url.length).replace(/#.*/, "")));
	}
	none(dead);
	const far = [];
	for (const lang of languages) {
		let reached = new Set([`${lang}/index.html`]);
		for (let clicks = 0; clicks < 3; clicks++)
			reached = new Set([...reached].flatMap((file) => [file, ...links.get(file) ?? []]));
		far.push(...pagesOf(site).filter(({ file, kind }) => file.startsWith(`${lang}/`) && kind !== "search" && !reached.has(file))
			.map(({ file }) => file));
	}
	none(far);
});

test("nothing moves while a page loads, also where its scripts are late and the reader has chosen another look", async (t) => {
	const { url } = await overHttp(t);
	const moved = [];
	for (const width of [360, 1280]) {
		for (const kept of [null, { text: "150", spacing: "wide", theme: "dark", contrast: "more" }]) {
			const page = await open(t, { viewport: { width, height: 740 } });
			await page.route(/\.js$/, async (route) => {
				await new Promise((resolve) => setTimeout(resolve, 150));
				await route.continue();
			});
			await page.addInitScript((choice) => {
				if (choice)
					localStorage.setItem("komek.reading", JSON.stringify(choice));
				globalThis.moves = [];
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries())
						globalThis.moves.push([entry.value, entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
				}).observe({ type: "layout-shift", buffered: true });
			}, kept);
			for (const { file, kind } of samples.filter(({ lang }) => lang === languages[width % 3])) {
				await page.goto(url + file);
				await page.waitForTimeout(kind === "search" ? 600 : 200);
				for (const [value, sources] of await page.evaluate(() => globalThis.moves))
					moved.push(`${file}, ${width} px${kept ? ", another look" : ""}: ${value.toFixed(4)}: ${sources.join(" | ")}`);
			}
		}
	}
	none(moved);
});
