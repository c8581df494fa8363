// What the browsers' engines may do differently, in Firefox: opening pages on a host and from a folder, the policy, the
// scripts, what is remembered. Looks and markup are the same in every engine and are tested in Chromium.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { collect } from "./collect.mjs";
import { launchFirefox } from "./firefox.mjs";
import { deadLinks, lostSwitches, malformed } from "./judge.mjs";
import { ways } from "./sites.mjs";
import { temporary, write } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { languages, site } from "../tools/project.mjs";

let browser;
before(async () => {
	browser = await launchFirefox();
});
after(() => browser?.close());

// A context keeps what it remembers to itself.
async function newPage(t) {
	const context = await browser.createBrowserContext();
	t.after(() => context.close());
	return context.newPage();
}

async function follow(page, selector) {
	await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

const langOf = (page) => page.evaluate(() => document.documentElement.lang);
const offered = (page) => page.$$eval("li[data-language]", (all) => all.map((e) => e.getAttribute("data-language")));

for (const [where, open] of ways) {
	test(`Firefox, ${where}: every page`, async (t) => {
		const { url, missed } = await open(t);
		const files = pagesOf(site).map((page) => page.file);
		const { pages, complaints } = await collect(await newPage(t), url, files);
		await t.test("no console message, no error, no request beyond the site", () => {
			none([...complaints, ...missed.map((address) => `asked for ${address}`)]);
		});
		await t.test("every link leads to a page and a place in it", () => none(deadLinks(pages)));
		await t.test("the language switch keeps the page", () => none(lostSwitches(pages)));
		await t.test("kind, language and ids", () => none(malformed(pages)));
	});

	test(`Firefox, ${where}: from the first page to an answer and into another language`, async (t) => {
		const { url } = await open(t);
		const page = await newPage(t);
		await page.goto(`${url}index.html`);
		assert.deepEqual(await offered(page), languages);
		await follow(page, "li[data-language=ru] a");
		await follow(page, ".sections a");
		await follow(page, ".questions a");
		const there = page.url();
		await follow(page, ".languages a[hreflang=kk]");
		assert.equal(page.url(), there.replace("/ru/", "/kk/"));
		assert.equal(await langOf(page), "kk");
	});

	test(`Firefox, ${where}: the language switch keeps the step`, async (t) => {
		const { url } = await open(t);
		const page = await newPage(t);
		await page.goto(`${url}ru/digital-id/under-18.html`);
		await page.evaluate(() => document.getElementById("step-5").scrollIntoView());
		await follow(page, ".languages a[hreflang=en]");
		assert.equal(new URL(page.url()).hash, "#step-5");
		const top = await page.$eval("#step-5", (step) => step.getBoundingClientRect().top);
		assert.ok(top >= 0 && top < 600, `the step is at ${top} px`);
	});

	test(`Firefox, ${where}: suggestions under the box, by keyboard and by mouse`, async (t) => {
		const { url } = await open(t);
		const page = await newPage(t);
		const complaints = [];
		page.on("console", (message) => complaints.push(message.text()));
		page.on("pageerror", (error) => complaints.push(error.message));
		for (const choose of [() => page.keyboard.press("Enter"), () => page.click("[role=option]")]) {
			await page.goto(`${url}ru/about.html`);
			await page.focus(".find input");
			await page.keyboard.type("заблокирован");
			await page.waitForSelector("[role=option]");
			await page.keyboard.press("ArrowDown");
			const chosen = await page.$eval("[role=option][aria-selected=true]", (option) => option.textContent);
			await Promise.all([page.waitForNavigation(), choose()]);
			assert.equal(await page.$eval("h1", (heading) => heading.textContent), chosen);
		}
		await page.goto(`${url}ru/about.html`);
		await page.focus(".find input");
		await page.keyboard.type("камера");
		await page.waitForSelector("[role=option]");
		await page.keyboard.press("Escape");
		assert.equal(await page.$eval(".find input", (box) => box.value), "камера");
		await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
		await page.waitForSelector("[data-komek-result]");
		await page.keyboard.press("Escape");
		none(complaints);
	});

	test(`Firefox, ${where}: the way back from an answer leads to the same results`, async (t) => {
		const { url } = await open(t);
		const page = await newPage(t);
		await page.goto(`${url}ru/search.html`);
		await page.focus("main input");
		await page.keyboard.type("камера");
		await page.waitForSelector("[data-komek-result]");
		// What changes the address alone is a navigation to puppeteer, too: what is waited for is what is there.
		await page.click("[data-komek-result] a");
		await page.waitForSelector("meta[content=question]");
		await page.evaluate(() => history.back());
		await page.waitForSelector("[data-komek-result]");
		assert.equal(await page.$eval("main input", (field) => field.value), "камера");
	});

	test(`Firefox, ${where}: the first page offers the last language first`, async (t) => {
		const { url } = await open(t);
		const page = await newPage(t);
		for (const lang of [...languages].reverse()) {
			await page.goto(`${url}${lang}/index.html`);
			await page.goto(`${url}index.html`);
			assert.deepEqual(await offered(page), [lang, ...languages.filter((other) => other !== lang)]);
		}
	});
}

for (const [where, open] of ways) {
	test(`Firefox, ${where}: settings, the letter, the link to a step`, async (t) => {
		const { url } = await open(t);
		const page = await newPage(t);
		const complaints = [];
		page.on("console", (message) => complaints.push(message.text()));
		page.on("pageerror", (error) => complaints.push(error.message));
		await page.goto(`${url}ru/digital-id/under-18.html`);
		await page.click(".reading summary");
		await page.click(".reading [name=theme][value=dark]");
		await page.keyboard.press("Escape");
		await page.goto(`${url}kk/digital-id/under-18.html`);
		assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
		await page.click(".compose a");
		await page.waitForSelector(".letter");
		await page.type(".letter [inputmode=numeric]", "990101300122");
		const { shown, href } = await page.evaluate(() =>
			({ shown: document.getElementById("letter-text").value, href: document.querySelector(".letter .open").href }));
		assert.match(shown, /ЖСН: 990101300122\nБраузер: Firefox \d+/);
		assert.equal(decodeURIComponent(/body=(.*)$/.exec(href)[1]).replaceAll("\r\n", "\n"), shown);
		await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
		await page.click("#step-3");
		await page.click("#step-3 > .copy");
		assert.equal(await page.$eval(".told input", (field) => field.value), `${page.url()}#step-3`);
		none(complaints);
	});
}

test("Firefox: what a policy refuses and what a script throws is seen", async (t) => {
	const policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">";
	const folder = temporary(t);
	write(path.join(folder, "refused.html"), `<!DOCTYPE html>${policy}<title>t</title><script>1</script>`);
	write(path.join(folder, "throws.html"), "<!DOCTYPE html><title>t</title><script>throw new Error('x')</script>");
	const url = pathToFileURL(`${folder}${path.sep}`).href;
	const { complaints } = await collect(await newPage(t), url, ["refused.html", "throws.html"]);
	assert.ok(complaints.some((line) => /Content-Security-Policy/.test(line)), complaints.join("\n"));
	assert.ok(complaints.some((line) => /Error: x$/.test(line)), complaints.join("\n"));
});
