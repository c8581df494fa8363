// Suggestions under the box that every page has, as a reader meets them: by keyboard, mouse and touch, on slow lines, on a host
// below a path and from a folder.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { fromFolder, overHttp, ownWays } from "./sites.mjs";
import { buildWithout } from "../site/missing.mjs";
import { temporary } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

const input = ".find input";
const start = "ru/digital-id/no-sms-code.html";

// A page that fails its test when it says anything.
async function open(t, url, file = start, options = {}) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const complaints = [];
	page.on("console", (message) => complaints.push(`console: ${message.text()}`));
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
	t.after(() => context.close());
	await page.goto(url + file);
	return { page, complaints };
}

// What is open under the box, and what a screen reader is told of it.
const state = (page) => page.evaluate((selector) => {
	const box = document.querySelector(selector);
	const list = document.getElementById(box.getAttribute("aria-controls"));
	const isOpen = Boolean(list) && !list.hidden;
	const options = isOpen ? [...list.querySelectorAll("[role=option]")] : [];
	return {
		isOpen,
		said: box.getAttribute("aria-expanded"),
		titles: options.map((option) => option.textContent),
		active: options.findIndex(({ id }) => id === box.getAttribute("aria-activedescendant")),
		selected: options.findIndex((option) => option.getAttribute("aria-selected") === "true"),
		hasFocus: document.activeElement === box,
		text: box.value,
		caret: box.selectionStart,
	};
}, input);

const waitFor = (page, query) => page.waitForFunction((text) => {
	const all = document.querySelectorAll("[role=option]");
	return all.length && !all[0].parentElement.hidden && all[all.length - 1].textContent.includes(`«${text}»`);
}, query);

async function type(page, query) {
	await page.focus(input);
	await page.keyboard.type(query);
	await waitFor(page, query);
}

for (const [where, locate] of ownWays) {
	test(`by keyboard, ${where}`, async (t) => {
		const { url } = await locate(t);
		const { page, complaints } = await open(t, url);
		await type(page, "камера");
		const { titles, ...opened } = await state(page);
		assert.ok(titles.length > 2 && titles.length <= 7, titles.join("\n"));
		assert.deepEqual(opened,
			{ isOpen: true, said: "true", active: -1, selected: -1, hasFocus: true, text: "камера", caret: 6 });
		const last = titles.length - 1;
		const pressed = async (key) => {
			await page.keyboard.press(key);
			const { active, selected, hasFocus, caret, isOpen } = await state(page);
			assert.equal(active, selected, key);
			assert.ok(hasFocus && isOpen, key);
			return [active, caret];
		};
		assert.deepEqual(await pressed("ArrowDown"), [0, 6]);
		assert.deepEqual(await pressed("ArrowDown"), [1, 6]);
		assert.deepEqual(await pressed("ArrowUp"), [0, 6]);
		assert.deepEqual(await pressed("ArrowUp"), [-1, 6], "back in the text");
		assert.deepEqual(await pressed("ArrowUp"), [last, 6]);
		assert.deepEqual(await pressed("Home"), [-1, 0], "Home is for the text");
		assert.deepEqual(await pressed("ArrowDown"), [0, 0]);
		assert.deepEqual(await pressed("End"), [-1, 6], "End is for the text");
		await pressed("ArrowDown");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/ru/digital-id/*.html");
		assert.equal(await page.textContent("h1"), titles[0]);
		assert.deepEqual(complaints, []);
	});

	test(`Enter with nothing chosen asks for all results, ${where}`, async (t) => {
		const { url } = await locate(t);
		const { page, complaints } = await open(t, url);
		await type(page, "камера");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/ru/search.html?q=*");
		await page.waitForSelector("[data-komek-result]");
		assert.equal(await page.inputValue("main input"), "камера");
		await page.goBack();
		await page.fill(input, "");
		await type(page, "смс код & ещё #1");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		await page.waitForURL("**/ru/search.html?q=*");
		await page.waitForSelector("[data-komek-result]");
		assert.equal(await page.inputValue("main input"), "смс код & ещё #1", "the last suggestion does the same");
		assert.deepEqual(complaints, []);
	});

	test(`by mouse and by touch, ${where}`, async (t) => {
		const { url } = await locate(t);
		for (const hasTouch of [false, true]) {
			const { page, complaints } = await open(t, url, start, { hasTouch, viewport: { width: 360, height: 700 } });
			await type(page, "камера");
			const { titles } = await state(page);
			await page.mouse.click(5, 690);
			assert.equal((await state(page)).isOpen, false, "a press elsewhere closes");
			await page.focus(input);
			assert.equal((await state(page)).isOpen, false, "the focus alone opens nothing");
			await page.keyboard.press("ArrowDown");
			await waitFor(page, "камера");
			assert.equal((await state(page)).active, 0, "but an arrow does");
			const second = page.locator("[role=option]").nth(1);
			await (hasTouch ? second.tap() : second.click());
			await page.waitForURL((address) => !address.href.endsWith(start));
			assert.equal(await page.textContent("h1"), titles[1]);
			assert.deepEqual(complaints, []);
		}
	});
}

test("Escape closes, then clears", async (t) => {
	const { url } = await overHttp(t);
	const { page, complaints } = await open(t, url);
	await type(page, "камера");
	await page.keyboard.press("Escape");
	assert.deepEqual([(await state(page)).isOpen, (await state(page)).said, (await state(page)).text], [false, "false", "камера"]);
	await page.keyboard.press("Escape");
	assert.deepEqual([(await state(page)).text, (await state(page)).hasFocus], ["", true]);
	await page.waitForTimeout(100);
	assert.equal((await state(page)).isOpen, false);
	assert.deepEqual(complaints, []);
});

test("Tab leaves, closes and chooses nothing", async (t) => {
	const { url } = await overHttp(t);
	const { page } = await open(t, url);
	await type(page, "камера");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Tab");
	const left = await state(page);
	assert.deepEqual([left.isOpen, left.said, left.active, left.text], [false, "false", -1, "камера"]);
	assert.equal(await page.evaluate(() => document.activeElement.type), "submit", "no suggestion is a stop of the keyboard");
	assert.ok(page.url().endsWith(start));
});

test("who puts away the keyboard of a phone keeps the suggestions", async (t) => {
	const { url } = await overHttp(t);
	const { page } = await open(t, url);
	await type(page, "камера");
	await page.evaluate(() => document.activeElement.blur());
	assert.equal((await state(page)).isOpen, true);
});

test("nothing of the search is loaded before the box has the focus", async (t) => {
	const { url } = await overHttp(t);
	const { page } = await open(t, url);
	const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)
		.filter((name) => /\.js/.test(name)).length);
	assert.equal(await loaded(), 1);
	await page.focus(input);
	await page.waitForFunction(() => window.komek && window.komek.find);
	assert.ok(await loaded() > 1);
	assert.equal((await state(page)).isOpen, false);
});

test("typing goes on while the search is loading, and the newest query has the last word", async (t) => {
	const { url } = await overHttp(t);
	const { page, complaints } = await open(t, url);
	await page.route("**/assets/search.js", (route) => setTimeout(() => route.continue(), 600));
	await page.focus(input);
	await page.keyboard.type("1414");
	assert.equal((await state(page)).text, "1414");
	await waitFor(page, "1414");
	// The parts of the index come in another order than they were asked for.
	let wait = 900;
	await page.route("**/assets/search/words-*", (route) => setTimeout(() => route.continue(), (wait -= 300)));
	await page.fill(input, "заблокирован");
	await page.fill(input, "лицо");
	await waitFor(page, "лицо");
	await page.waitForTimeout(900);
	assert.match((await state(page)).titles.pop(), /«лицо»/);
	assert.deepEqual(complaints, []);
});

test("an answer that comes after Escape opens nothing", async (t) => {
	const { url } = await overHttp(t);
	const { page } = await open(t, url);
	await page.route("**/assets/search/words-*", (route) => setTimeout(() => route.continue(), 400));
	await page.focus(input);
	await page.keyboard.type("камера");
	await page.waitForFunction(() => document.querySelector("#suggestions"));
	await page.keyboard.press("Escape");
	await page.waitForTimeout(800);
	assert.equal((await state(page)).isOpen, false);
});

test("without the script of the search the form still asks; the next focus tries again", async (t) => {
	const { url } = await overHttp(t);
	const { page } = await open(t, url);
	await page.route("**/assets/search.js", (route) => route.abort());
	await page.focus(input);
	await page.waitForTimeout(200);
	await page.unroute("**/assets/search.js");
	await page.focus("main");
	await type(page, "камера");
	await page.route("**/assets/search/*", (route) => route.abort());
	await page.fill(input, "лицо");
	await page.keyboard.press("Enter");
	await page.waitForURL("**/ru/search.html?q=*");
});

test("the number of suggestions is said once, when the typing rests", async (t) => {
	const { url } = await overHttp(t);
	const { page } = await open(t, url);
	await page.focus(input);
	await page.waitForSelector("#suggestions", { state: "attached" });
	await page.evaluate(() => {
		window.said = [];
		const status = document.querySelector(".find [role=status]");
		new MutationObserver(() => status.textContent && window.said.push(status.textContent)).observe(status, { childList: true });
	});
	await page.keyboard.type("камера", { delay: 40 });
	await waitFor(page, "камера");
	await page.waitForFunction(() => window.said.length > 0);
	await page.waitForTimeout(900);
	const { titles } = await state(page);
	assert.deepEqual(await page.evaluate(() => window.said), [`Подходящие вопросы: ${titles.length - 1}`]);
});

test("a question in another language says so", async (t) => {
	const { output } = await buildWithout(temporary(t), ["digital-id/account-blocked.kk.md"]);
	const { url } = await overHttp(t, output);
	const { page } = await open(t, url, "kk/index.html");
	await type(page, "заблокирован");
	const option = page.locator("[role=option]", { has: page.locator("[lang=ru]") });
	assert.match(await option.first().textContent(), / Русский$/);
});

test("hostile queries", async (t) => {
	const { url } = await fromFolder(t);
	const { page, complaints } = await open(t, url);
	const before = await page.$$eval("script, img, svg, iframe", (all) => all.length);
	for (const query of ["<img src=x onerror=alert(1)> камера", "\"'><svg onload=alert(1)> sms", "__proto__ constructor sms", "камера #«»",
		"камера \ud800", `камера ${"я".repeat(100000)}`, "javascript:alert(1) sms"]) {
		await page.focus(input);
		await page.evaluate(([selector, text]) => {
			const box = document.querySelector(selector);
			box.value = text;
			box.dispatchEvent(new Event("input"));
		}, [input, query]);
		await page.waitForFunction(() => window.komek?.find && document.querySelector("#suggestions"));
		await page.waitForTimeout(150);
		const last = page.locator("[role=option]").last();
		if (await last.count())
			assert.ok((await last.textContent()).length < 200, "a long query is cut");
	}
	await page.evaluate(() => window.komek.ready);
	assert.ok(await page.$$eval("script, img, svg, iframe", (all) => all.length) <= before + 3, "the search, its suggestions, misspelt words, and no more");
	assert.deepEqual(complaints, []);
});

// Runs in the page.
async function violations() {
	const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
	const { violations: wrong } = await globalThis.axe.run(document, { runOnly: tags });
	return wrong.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`);
}

// Runs in the page: what is too small for a finger, or sticks out.
function tooSmall() {
	const width = document.documentElement.clientWidth;
	const small = [...document.querySelectorAll("[role=option], .find input, .find button")]
		.filter((element) => element.getBoundingClientRect().height < 44).map((element) => element.outerHTML);
	return document.scrollingElement.scrollWidth > width ? [...small, `${document.scrollingElement.scrollWidth} px wide`] : small;
}

for (const look of [
	{ colorScheme: "light", width: 360 }, { colorScheme: "dark", width: 1280 }, { colorScheme: "dark", width: 320, text: "200%" },
	{ colorScheme: "light", width: 320, forcedColors: "active" },
]) {
	const { width, text, ...options } = look;
	test(`suggestions are open: ${Object.values(look).join(", ")}`, async (t) => {
		const { url } = await overHttp(t);
		for (const [lang, query] of [["kk", "камера"], ["ru", "камера"], ["en", "camera"]]) {
			const { page } = await open(t, url, `${lang}/digital-id/no-sms-code.html`,
				{ ...options, viewport: { width, height: 700 }, bypassCSP: true });
			if (text)
				await page.addStyleTag({ content: `html { font-size: ${text} }` });
			await page.evaluate(axe);
			await page.evaluate(() => {
				window.moved = 0;
				new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.moved += value)))
					.observe({ type: "layout-shift" });
			});
			await page.focus(input);
			await page.keyboard.type(query);
			await page.waitForSelector("[role=option]");
			await page.keyboard.press("ArrowDown");
			none(await page.evaluate(violations));
			none(await page.evaluate(tooSmall));
			assert.equal(await page.evaluate(() => window.moved), 0);
		}
	});
}
