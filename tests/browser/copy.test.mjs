// The link to a step or a part: whom it is offered to, what it is, and what happens where there is no clipboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { overHttp, ownWays } from "./sites.mjs";
import { axeFinds, sideways, tabTo, visit } from "./visit.mjs";
import { none } from "../tools/none.mjs";
import { languages } from "../tools/project.mjs";

const answer = "digital-id/under-18.html";
const phone = { viewport: { width: 360, height: 640 } };
const noClipboard = () => Object.defineProperty(navigator, "clipboard", { value: undefined });
const someClipboard = () => Object.defineProperty(navigator, "clipboard", {
	value: {
		writeText: async (text) => {
			window.copied = text;
		},
	},
});

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function opened(t, file, { script = someClipboard, ...options } = {}) {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, { ...phone, ...options });
	await page.addInitScript(script);
	await page.goto(url + file);
	return page;
}

const shown = (page) => page.$$eval(".copy", (all) =>
	all.filter((e) => getComputedStyle(e).visibility === "visible").map((e) => e.parentNode.id));
const told = (page) => page.$eval(".told", (e) => e.textContent);

const names = {
	kk: ["3-қадамның сілтемесін көшіру", /^«.+» бөлігінің сілтемесін көшіру$/, "Сілтеме көшірілді."],
	ru: ["Скопировать ссылку на шаг 3", /^Скопировать ссылку на часть «.+»$/, "Ссылка скопирована."],
	en: ["Copy link to step 3", /^Copy link to “.+”$/, "The link is copied."],
};

for (const lang of languages) {
	test(`every step and part in ${lang}`, async (t) => {
		const page = await opened(t, `${lang}/${answer}`);
		const places = await page.$$eval("main [id]", (all) => all.map((e) => e.id).filter((id) => /^(step|part)-/.test(id)));
		assert.deepEqual(await page.$$eval(".copy", (all) => all.map((e) => e.parentNode.id)), places);
		const [step, part, done] = names[lang];
		const nameOf = (id) => page.getAttribute(`#${id} > .copy`, "aria-label");
		assert.equal(await nameOf("step-3"), step);
		assert.match(await nameOf("part-1"), part);
		await page.hover("#step-3");
		assert.deepEqual(await shown(page), ["step-3"]);
		await page.click("#step-3 > .copy");
		assert.equal(await page.evaluate(() => window.copied), `${page.url()}#step-3`);
		assert.equal(await told(page), done);
		assert.equal(await page.getAttribute(".told", "role"), "status");
		none(page.complaints);
	});
}

test("the link has the new place and not the old, and no question", async (t) => {
	const page = await opened(t, `ru/${answer}?q=1#step-5`);
	assert.deepEqual(await shown(page), ["step-5"], "the step that the address names");
	await page.hover("#part-1");
	await page.click("#part-1 > .copy");
	assert.equal(await page.evaluate(() => window.copied), page.url().replace(/\?.*/, "#part-1"));
});

test("on pages of many answers the link leads to the answer's own step", async (t) => {
	const page = await opened(t, "kk/all.html");
	await page.hover("#under-18-step-3");
	await page.click("#under-18-step-3 > .copy");
	assert.equal(await page.evaluate(() => window.copied), `${page.url()}#under-18-step-3`);
	assert.equal(await page.getAttribute("#under-18-step-3 > .copy", "aria-label"), names.kk[0]);
});

test("no stop of the Tab key before a step is reached", async (t) => {
	const page = await opened(t, `ru/${answer}`);
	assert.equal(await tabTo(page, ".copy:not(#step-4 > .copy)", 40), false);
	await page.focus("#step-4 a");
	await page.keyboard.press("Tab");
	assert.ok(await page.evaluate(() => document.activeElement.matches("#step-4 > .copy")), "the step that has the focus");
});

test("by the keyboard alone: scroll to a step, reach its button, go on to others, copy", async (t) => {
	const page = await opened(t, `ru/${answer}`);
	const focused = () => page.evaluate(() => document.activeElement.parentNode.id);
	for (let i = 0; i < 40 && !(await shown(page))[0]?.startsWith("step"); i++)
		await page.keyboard.press("ArrowDown");
	assert.ok(await tabTo(page, ".copy"), "a button is reached");
	const first = Number((await focused()).replace("step-", ""));
	await page.keyboard.press("ArrowDown");
	assert.equal(await focused(), `step-${first + 1}`);
	await page.keyboard.press("ArrowUp");
	assert.equal(await focused(), `step-${first}`);
	await page.keyboard.press("Enter");
	assert.match(await page.evaluate(() => window.copied), new RegExp(`#step-${first}$`));
});

test("a finger: the number shows the button and does not press it", async (t) => {
	const page = await opened(t, `ru/${answer}`, { hasTouch: true, isMobile: true });
	const number = async () => {
		await page.$eval("#step-3", (e) => e.scrollIntoView({ block: "center" }));
		const { x, y } = await page.locator("#step-3").boundingBox();
		await page.touchscreen.tap(x + 15, y + 15);
	};
	await number();
	assert.deepEqual(await shown(page), ["step-3"]);
	assert.equal(await page.evaluate(() => window.copied), undefined);
	await number();
	assert.match(await page.evaluate(() => window.copied), /#step-3$/);
	await page.tap("#step-4");
	assert.deepEqual(await shown(page), ["step-4"], "one at a time");
});

test("text that is selected, as by a search in the page, has its step's button", async (t) => {
	const page = await opened(t, `ru/${answer}`);
	await page.evaluate(() => getSelection().selectAllChildren(document.getElementById("step-6")));
	await page.waitForFunction(() => document.getElementById("step-6").classList.contains("current"));
	assert.deepEqual(await shown(page), ["step-6"]);
});

test("without a clipboard there is a field with the link selected", async (t) => {
	const page = await opened(t, `ru/${answer}`, { script: noClipboard });
	await page.hover("#step-3");
	await page.click("#step-3 > .copy");
	const field = await page.evaluate(() => {
		const { value, selectionStart, selectionEnd, readOnly, labels } = document.activeElement;
		return { value, readOnly, selected: value.slice(selectionStart, selectionEnd), label: labels[0].textContent.trim() };
	});
	const value = `${page.url()}#step-3`;
	assert.deepEqual(field, { value, readOnly: true, selected: value, label: "Скопируйте эту ссылку:" });
	await page.keyboard.press("Escape");
	assert.equal(await told(page), "");
	assert.ok(await page.evaluate(() => document.activeElement.matches("#step-3 > .copy")), "the focus goes back");
	await page.keyboard.press("Enter");
	await page.click(".told button");
	assert.equal(await told(page), "");
	none(page.complaints);
});

test("a clipboard that refuses: the field", async (t) => {
	const page = await opened(t, `ru/${answer}`, { script: () => Object.defineProperty(navigator, "clipboard", {
		value: { writeText: () => Promise.reject(new DOMException("denied", "NotAllowedError")) },
	}) });
	await page.hover("#step-3");
	await page.click("#step-3 > .copy");
	await page.waitForSelector(".told input");
	none(page.complaints);
});

for (const [where, open] of ownWays) {
	test(`the browser's own clipboard, ${where}`, async (t) => {
		const { url } = await open(t);
		const page = await visit(t, browser, phone);
		if (url.startsWith("http"))
			await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
		await page.goto(`${url}ru/${answer}`);
		await page.hover("#step-3");
		await page.click("#step-3 > .copy");
		await page.waitForSelector(".told:not(:empty)");
		const field = await page.$(".told input");
		assert.equal(field, null, "there is a clipboard");
		await page.focus(".search input");
		await page.keyboard.press("Control+V");
		assert.equal(await page.inputValue(".search input"), `${page.url()}#step-3`);
		none(page.complaints);
	});
}

test("nothing moves and nothing hides: the buttons take no room of their own", async (t) => {
	const page = await opened(t, `ru/${answer}`);
	const boxes = () => page.$$eval("main *:not(.copy, .copy *)", (all) => all.map((e) => JSON.stringify(e.getBoundingClientRect())));
	const before = await boxes();
	for (const id of ["step-1", "step-9", "part-1"]) {
		await page.evaluate((name) => {
			document.querySelector(".current")?.classList.remove("current");
			document.getElementById(name).classList.add("current");
		}, id);
		assert.deepEqual(await shown(page), [id]);
		assert.deepEqual(await boxes(), before, id);
	}
	const { width, height } = await page.locator("#part-1 > .copy").boundingBox();
	assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
});

for (const colorScheme of ["light", "dark"]) {
	test(`no barrier with buttons and the field shown, ${colorScheme}`, async (t) => {
		const page = await opened(t, `kk/${answer}#step-3`, { script: noClipboard, colorScheme, bypassCSP: true });
		await page.click("#step-3 > .copy");
		await page.setViewportSize({ width: 360, height: 6000 });
		none(await axeFinds(page, ".answer, .told"));
		await page.setViewportSize({ width: 320, height: 640 });
		await page.evaluate(() => document.documentElement.setAttribute("data-text", "200"));
		assert.equal(await sideways(page), 0);
		none(page.complaints);
	});
}

test("not on paper", async (t) => {
	const page = await opened(t, `ru/${answer}#step-3`);
	await page.emulateMedia({ media: "print" });
	for (const selector of [".copy", ".told", ".reading", ".compose"])
		assert.equal(await page.locator(selector).locator("visible=true").count(), 0, selector);
});
