// Reading settings: they are there on every page with a script, hold from page to page before anything is drawn, and nothing
// is lost without them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { ownWays, overHttp } from "./sites.mjs";
import { axeFinds, sideways, tabTo, visit } from "./visit.mjs";
import { none } from "../tools/none.mjs";
import { samplePages } from "../tools/pages.mjs";
import { languages, site } from "../tools/project.mjs";

const answer = "ru/digital-id/under-18.html";
const phone = { viewport: { width: 360, height: 640 } };
const chosen = { text: "150", theme: "dark", contrast: "more", spacing: "wide" };
const nothing = { text: null, theme: null, contrast: null, spacing: null };

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

const openSettings = (page) => page.click(".reading summary");
const isOpen = (page) => page.$eval(".reading", (e) => e.open);

async function choose(page, settings) {
	for (const [name, value] of Object.entries(settings))
		await page.check(`.reading [name=${name}][value='${value}']`);
}

const attributes = (page) => page.evaluate((names) =>
	Object.fromEntries(names.map((name) => [name, document.documentElement.getAttribute(`data-${name}`)])), Object.keys(chosen));

const checked = (page) => page.$$eval(".reading input:checked", (all) =>
	Object.fromEntries(all.map((input) => [input.name, input.value])));

// Notes the attributes of html at the moment at which the body begins: nothing has been drawn by then.
const watchBody = () => {
	new MutationObserver((changes, observer) => {
		if (!document.body)
			return;
		observer.disconnect();
		window.atBody = { ...document.documentElement.dataset };
	}).observe(document, { childList: true, subtree: true });
};

const look = (page) => page.evaluate(() => {
	const { fontSize, letterSpacing, lineHeight } = getComputedStyle(document.querySelector(".answer p"));
	const size = parseFloat(fontSize);
	const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
	return { size, letters: parseFloat(letterSpacing) / size, lines: parseFloat(lineHeight) / size, backgroundColor, colorScheme };
});

for (const [where, open] of ownWays) {
	test(`what was chosen holds on every page, ${where}`, async (t) => {
		const { url } = await open(t);
		const page = await visit(t, browser, phone);
		await page.addInitScript(watchBody);
		await page.goto(url + answer);
		assert.deepEqual(await attributes(page), nothing);
		const usual = await look(page);
		await openSettings(page);
		await choose(page, chosen);
		assert.deepEqual(await attributes(page), chosen, "it is seen at once");
		for (const { file } of samplePages(site)) {
			await page.goto(url + file);
			assert.deepEqual(await attributes(page), chosen, file);
			const { script, language, ...early } = await page.evaluate(() => window.atBody);
			assert.deepEqual(early, chosen, `${file}: before anything is drawn`);
			assert.deepEqual(await checked(page), chosen, `${file}: the panel shows it`);
		}
		await page.goto(url + answer);
		const now = await look(page);
		assert.equal(now.size, usual.size * 1.5);
		assert.notEqual(now.backgroundColor, usual.backgroundColor);
		assert.equal(now.colorScheme, "dark");
		// WCAG 1.4.12.
		assert.ok(now.letters >= 0.119 && now.lines >= 1.5, JSON.stringify(now));
		await openSettings(page);
		await page.click(".reading button");
		await page.reload();
		assert.deepEqual(await attributes(page), nothing, "taken back");
		assert.deepEqual(await page.context().cookies(), []);
		none(page.complaints);
	});
}

test("a page that comes back from the browser's memory, and one in another window, follow", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, phone);
	await page.goto(url + answer);
	const other = await page.context().newPage();
	await other.goto(`${url}kk/index.html`);
	await openSettings(other);
	await choose(other, { theme: "dark" });
	await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
	assert.equal((await checked(page)).theme, "dark");
	await page.evaluate(() => {
		localStorage.setItem("komek.reading", JSON.stringify({ theme: "light" }));
		dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
	});
	assert.equal((await attributes(page)).theme, "light");
});

test("where storage is switched off they hold for the page", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, phone);
	await page.addInitScript(() => Object.defineProperty(window, "localStorage", {
		get() {
			throw new DOMException("denied", "SecurityError");
		},
	}));
	await page.goto(url + answer);
	await openSettings(page);
	await choose(page, chosen);
	assert.deepEqual(await attributes(page), chosen);
	none(page.complaints);
});

test("what others wrote into the storage does no harm", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, phone);
	for (const kept of ["", "{", "null", "1", "\"dark\"", "[]", "{\"theme\":{\"a\":1}}", "{\"text\":\"\\u0000<b>\"}"]) {
		await page.goto(url + answer);
		await page.evaluate((text) => localStorage.setItem("komek.reading", text), kept);
		await page.reload();
		await openSettings(page);
		await choose(page, chosen);
		assert.deepEqual(await attributes(page), chosen, kept);
	}
	none(page.complaints);
});

test("without scripts nothing of it is shown", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, { ...phone, javaScriptEnabled: false });
	for (const { file } of samplePages(site)) {
		await page.goto(url + file);
		for (const selector of [".reading", ".compose", ".copy"])
			assert.equal(await page.locator(selector).locator("visible=true").count(), 0, `${file}: ${selector}`);
	}
});

test("by the keyboard alone", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, phone);
	const focused = (selector) => page.evaluate((name) => document.activeElement.matches(name), selector);
	await page.goto(url + answer);
	assert.ok(await tabTo(page, ".reading summary", 8), "the settings are near the top");
	await page.keyboard.press("Enter");
	assert.ok(await isOpen(page));
	await page.keyboard.press("Tab");
	await page.keyboard.press("ArrowRight");
	assert.equal((await attributes(page)).text, "125");
	await page.keyboard.press("Enter");
	assert.equal(page.url(), url + answer, "nothing is submitted");
	await page.keyboard.press("Escape");
	assert.ok(!await isOpen(page) && await focused(".reading summary"), "Escape closes and the focus stays");
	await page.keyboard.press("Enter");
	assert.ok(await tabTo(page, ".reading button", 6));
	await page.keyboard.press("Tab");
	assert.ok(!await isOpen(page), "it does not lie over what has the focus");
	none(page.complaints);
});

test("a tap beside them closes them", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, { viewport: { width: 360, height: 800 }, hasTouch: true });
	await page.goto(url + answer);
	await page.tap(".reading summary");
	await page.tap(".reading legend");
	assert.ok(await isOpen(page));
	await page.touchscreen.tap(180, 785);
	assert.ok(!await isOpen(page));
});

test("where all languages are spoken, the settings speak the reader's", async (t) => {
	const { url } = await overHttp(t);
	for (const file of ["index.html", "404.html"]) {
		for (const lang of languages) {
			const fresh = await visit(t, browser, { ...phone, locale: `${lang}-KZ` });
			await fresh.goto(url + file);
			assert.equal(await fresh.locator(".reading").count(), 1);
			assert.equal(await fresh.$eval(".reading", (e) => e.closest("[lang]").lang), lang, `${file}: of the browser`);
			const page = await visit(t, browser, { ...phone, locale: "de-DE" });
			await page.goto(`${url}${lang}/index.html`);
			await page.goto(url + file);
			assert.equal(await page.$eval(".reading", (e) => e.closest("[lang]").lang), lang, `${file}: read last`);
			await openSettings(page);
			await choose(page, { theme: "dark" });
			assert.equal((await attributes(page)).theme, "dark");
		}
	}
});

const looks = [
	{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", contrast: "more" }, { colorScheme: "dark", contrast: "more" },
	{ forcedColors: "active" },
];

// The panel is the same on all pages of a language, but where one chooses; make looks tries every kind.
const differs = ({ lang, kind }) => process.env.KOMEK_ALL_LOOKS || kind === "question" || (lang === "kk" && ["search", "root", "404"].includes(kind));

for (const media of looks) {
	test(`no barrier while they are open: ${Object.values(media).join(", ")}`, async (t) => {
		const { url } = await overHttp(t);
		const page = await visit(t, browser, { viewport: { width: 360, height: 3000 }, bypassCSP: true });
		await page.emulateMedia(media);
		const found = [];
		for (const { file } of samplePages(site).filter(differs)) {
			await page.goto(url + file);
			await openSettings(page);
			// Axe does not see that the panel covers what lies below it.
			await page.$$eval("main, .find, .crumbs", (all) => all.forEach((e) => e.remove()));
			found.push(...(await axeFinds(page, ".reading")).map((text) => `${file}: ${text}`));
		}
		none(found);
	});
}

test("no sideways scroll at 320 px with the largest text and wide spacing, closed and open", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, { viewport: { width: 320, height: 640 } });
	const wide = [];
	await page.goto(url + answer);
	await openSettings(page);
	await choose(page, { text: "200", spacing: "wide" });
	for (const { file } of samplePages(site)) {
		await page.goto(url + file);
		if (await sideways(page) > 0)
			wide.push(`${file}: ${await sideways(page)} px`);
		await openSettings(page);
		if (await sideways(page) > 0)
			wide.push(`${file}, open: ${await sideways(page)} px`);
		const last = page.locator(".reading button");
		await last.scrollIntoViewIfNeeded();
		assert.ok(await last.isVisible(), `${file}: the end of the panel cannot be reached`);
	}
	none(wide);
});

test("targets are 44 px and more", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, phone);
	await page.goto(url + answer);
	await openSettings(page);
	const small = await page.$$eval(".reading summary, .reading label, .reading button", (all) => all
		.map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
		.filter(([, box]) => box.height < 44 || box.width < 44).map(([text, box]) => `${text}: ${box.width} × ${box.height}`));
	none(small);
});

test("nothing moves while pages load", async (t) => {
	const { url } = await overHttp(t);
	const page = await visit(t, browser, phone);
	await page.addInitScript(() => {
		window.shifts = [];
		new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
			.observe({ type: "layout-shift", buffered: true });
	});
	for (const settings of [{}, chosen]) {
		await page.goto(url + answer);
		await openSettings(page);
		await choose(page, settings);
		for (const { file } of samplePages(site)) {
			await page.goto(url + file);
			await page.waitForTimeout(50);
			// A page that comes in pieces may balance the lines of a heading anew: no eye sees so little.
			const sum = (await page.evaluate(() => window.shifts)).reduce((total, value) => total + value, 0);
			assert.ok(sum < 0.001, `${file}: ${sum}`);
		}
	}
});
