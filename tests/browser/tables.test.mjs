// Forms that a text can have: a wide table scrolls in its own box, by keyboard too, and the page does not; a picture keeps its place while
// it loads, is never higher than a phone, and is shown from a folder.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { siteOfForms } from "./forms.mjs";
import { ownWays } from "./sites.mjs";
import { sideways, tabTo, visit } from "./visit.mjs";

const file = "ru/pay/forms.html";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

// The tables, or pictures, as a phone shows them.
const boxes = (page) => page.$$eval(".table", (all) => all.map((box) => ({ inside: box.scrollWidth, wide: box.clientWidth })));
const pictures = (page) => page.$$eval(".answer img", (all) => all.map((image) => {
	const { width, height } = image.getBoundingClientRect();
	return { width, height, loaded: image.complete && image.naturalWidth > 0, lazy: image.loading, alt: image.alt };
}));

for (const [what, open] of ownWays)
	test(`320 px, ${what}`, async (t) => {
		const { url, missed } = await open(t, (await siteOfForms(t)).output);
		const page = await visit(t, browser, { viewport: { width: 320, height: 640 } });
		await page.goto(url + file);
		assert.equal(await sideways(page), 0);
		const [narrow, wide] = await boxes(page);
		assert.ok(narrow.inside <= narrow.wide, "three short columns fit");
		assert.ok(wide.inside > wide.wide, "long words are not broken");
		await page.locator(".answer img").last().scrollIntoViewIfNeeded();
		await page.waitForFunction(() => [...document.querySelectorAll(".answer img")].every((image) => image.complete && image.naturalWidth));
		const [screen, scheme] = await pictures(page);
		assert.ok(screen.width <= 320 && screen.height <= 640, JSON.stringify(screen));
		assert.deepEqual([screen.lazy, screen.alt], ["lazy", "Кнопка камеры внизу экрана"]);
		assert.deepEqual([scheme.width, scheme.height], [40, 20]);
		assert.deepEqual([page.complaints, missed], [[], []]);
	});

test("rows that are links have no signs of usual lists", async (t) => {
	const { url } = await ownWays[1][1](t, (await siteOfForms(t)).output);
	const page = await visit(t, browser);
	await page.goto(url + file);
	const signs = (selector) => page.$$eval(selector, (all) => [...new Set(all.map((li) => getComputedStyle(li, "::marker").content))]);
	assert.deepEqual(await signs(".answer .links > li"), ["normal"]);
	assert.deepEqual(await signs(".answer ul:not(.links) > li"), ["\"■  \""]);
});

test("by keyboard", async (t) => {
	const { url } = await ownWays[1][1](t, (await siteOfForms(t)).output);
	const page = await visit(t, browser, { viewport: { width: 320, height: 640 } });
	await page.goto(url + file);
	assert.ok(await tabTo(page, ".table ~ .table"));
	await page.keyboard.press("ArrowRight");
	await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
	assert.equal(await sideways(page), 0);
	assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")),
		"Таблица: Видеоидентификация, Высококвалифицированнейшее, Предпринимательство");
});

test("as a listener has them", async (t) => {
	const { url } = await ownWays[1][1](t, (await siteOfForms(t)).output);
	const page = await visit(t, browser);
	await page.goto(url + file);
	assert.equal(await page.getByRole("columnheader").count(), 6);
	assert.equal(await page.getByRole("row").count(), 5);
	assert.equal(await page.getByRole("columnheader", { name: "Цена" }).count(), 1);
	assert.equal(await page.getByRole("group", { name: "Таблица: Документ, Как долго, Цена" }).count(), 1);
});

test("nothing jumps when a picture comes late", async (t) => {
	const { url } = await ownWays[0][1](t, (await siteOfForms(t)).output);
	const page = await visit(t, browser, { viewport: { width: 360, height: 640 } });
	let let_go;
	const late = new Promise((resolve) => (let_go = resolve));
	await page.route("**/*screen.*.svg", async (route) => {
		await late;
		await route.continue();
	});
	await page.goto(url + file, { waitUntil: "domcontentloaded" });
	await page.locator(".answer img").first().scrollIntoViewIfNeeded();
	const [before] = await pictures(page);
	let_go();
	await page.waitForFunction(() => document.querySelector(".answer img").naturalWidth);
	const [after] = await pictures(page);
	assert.deepEqual([before.loaded, after.loaded], [false, true]);
	assert.deepEqual([after.width, after.height], [before.width, before.height]);
});
