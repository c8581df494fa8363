// The search page as a reader has it, on a host below a path and from a folder: results in the page, and nothing that a query or a
// title says is ever run.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { titledSite } from "../site/hostile.mjs";
import { temporary, write } from "../tools/files.mjs";
import * as hostile from "../tools/hostile.mjs";
import { mustBuild } from "../tools/process.mjs";
import { languages, site } from "../tools/project.mjs";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

const overHttp = async (t, folder) => (await serve(folder, "/some/sub/path/", (end) => t.after(end))).url;

function fromFolder(t, folder) {
	const copy = path.join(temporary(t), "Көмек орталығы 100% #1");
	fs.cpSync(folder, copy, { recursive: true });
	return pathToFileURL(`${copy}${path.sep}`).href;
}

const places = { "over http": overHttp, "from a folder": fromFolder };

// A page that fails its test when it says anything, asks for anything elsewhere, or runs what it should not.
async function open(t, options) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const complaints = [];
	page.on("console", (message) => complaints.push(`console: ${message.text()}`));
	page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
	page.on("requestfailed", (request) => {
		// Leaving a page ends what it was still loading.
		if (request.failure().errorText !== "net::ERR_ABORTED")
			complaints.push(`failed: ${request.url()}`);
	});
	page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
	t.after(() => context.close());
	return { page, complaints };
}

async function answered(page, query) {
	await page.waitForFunction(
		(wanted) => document.querySelector("[data-komek-results]")?.dataset.query === wanted, query, { timeout: 20000 });
	return page.$$eval("[data-komek-result]", (items) => items.map((item) => item.dataset.id));
}

async function type(page, query) {
	await page.fill("main input[type=search]", query);
	return answered(page, query);
}

for (const [where, locate] of Object.entries(places)) {
	test(`from the first page to an answer, ${where}`, async (t) => {
		const root = await locate(t, site);
		const { page, complaints } = await open(t);
		for (const [lang, query, id] of [["kk", "заблокирована", "account-blocked"], ["ru", "SMS", "no-sms-code"],
			["en", "1414", "no-registration-sms"]]) {
			await page.goto(`${root}${lang}/index.html`);
			assert.equal(await page.isVisible(".find [data-komek-instead]"), false, "the link gives way to the form");
			await page.fill(".find input", query);
			await page.press(".find input", "Enter");
			const found = await answered(page, query);
			assert.ok(found[0].endsWith(`/${id}`), `${lang}: ${found}`);
			assert.equal(await page.inputValue("main input[type=search]"), query);
			await page.waitForFunction(() => /\d/.test(document.querySelector("main [role=status]").textContent));
			assert.match(await page.textContent("main [role=status]"), new RegExp(`\\b${found.length}\\b`));
			assert.match(await page.textContent(".found"), new RegExp(`\\b${found.length}\\b`));
			await page.click("[data-komek-result] a");
			await page.waitForURL(`**/${lang}/*/${id}.html`);
			assert.equal(await page.getAttribute("html", "lang"), lang);
		}
		assert.deepEqual(complaints, []);
	});

	test(`typing, the address and the other languages, ${where}`, async (t) => {
		const root = await locate(t, site);
		const { page, complaints } = await open(t);
		await page.goto(`${root}ru/search.html`);
		assert.deepEqual(await answered(page, ""), []);
		assert.notEqual((await type(page, "кам")).length, 0);
		assert.notEqual((await type(page, "камера")).length, 0);
		assert.ok((await page.$$eval("[data-komek-result] mark", (marks) => marks.map((mark) => mark.textContent)))
			.every((text) => /^камер/i.test(text)));
		await page.waitForURL((address) => address.searchParams.get("q") === "камера");
		await page.reload();
		assert.notEqual((await answered(page, "камера")).length, 0);
		await page.waitForFunction(() => document.querySelector(".languages a[hreflang=kk]").search);
		await page.click(".languages a[hreflang=kk]");
		assert.notEqual((await answered(page, "камера")).length, 0);
		assert.equal(await page.getAttribute("html", "lang"), "kk");
		assert.deepEqual(await type(page, "щщщщщ"), []);
		await page.waitForFunction(() => document.querySelector(".found").textContent ===
			document.querySelector("[data-komek-results]").dataset.none);
		assert.deepEqual(complaints, []);
	});

	test(`the answer to the newest query stands, ${where}`, async (t) => {
		const root = await locate(t, site);
		const { page, complaints } = await open(t);
		await page.goto(`${root}ru/search.html`);
		await page.evaluate(() => {
			const input = document.querySelector("main input[type=search]");
			for (const query of ["камера", "удостоверение", "sms код", "1414"]) {
				input.value = query;
				input.dispatchEvent(new Event("input"));
			}
		});
		const found = await answered(page, "1414");
		assert.ok(found.length > 0);
		await page.waitForTimeout(500);
		assert.deepEqual(await answered(page, "1414"), found);
		assert.deepEqual(complaints, []);
	});

	test(`hostile queries, ${where}`, async (t) => {
		const root = await locate(t, site);
		const { page, complaints } = await open(t);
		for (const [name, query] of Object.entries(hostile.queries)) {
			await t.test(`${where}: ${name}`, async () => {
				await page.goto(`${root}ru/search.html`);
				await page.waitForSelector("script[src$='komek.js']", { state: "attached" }); // comes last
				const before = await page.$$eval("script, img, svg, iframe", (all) => all.length);
				const given = await page.evaluate((text) => {
					const input = document.querySelector("main input[type=search]");
					input.value = text;
					input.dispatchEvent(new Event("input"));
					return input.value;
				}, query);
				await answered(page, given);
				// The count is said and the address follows; what was loaded for the query is gone again.
				if (query.trim())
					await page.waitForFunction(() => location.search !== "");
				await page.waitForFunction((n) => document.querySelectorAll("script, img, svg, iframe").length === n, before);
				if (query.length < 1000) {
					const plain = query.replace(/[\ud800-\udfff]/g, "");
					await page.goto(`${root}ru/search.html?q=${encodeURIComponent(plain)}`);
					await page.waitForSelector("[data-komek-results][data-query]", { state: "attached" });
				}
				assert.deepEqual(complaints, []);
			});
		}
		await page.goto(`${root}ru/search.html?q=%FF%3Cscript%3E&q=2`);
		await page.waitForSelector("[data-komek-results][data-query]", { state: "attached" });
		assert.deepEqual(complaints, []);
	});
}

test("titles and texts that look like markup are shown as text", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	const attack = "</script><img src=x onerror=alert(1)>\"'`&amp;<!-- смс";
	const entry = (title, body) => `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`;
	write(path.join(from, "site.yaml"), "name: { kk: Аты, ru: Имя }\nlanguages: [kk, ru]\nsource: ru\n");
	for (const lang of ["kk", "ru"]) {
		write(path.join(from, `_index.${lang}.md`), entry("Начало", "Начало."));
		write(path.join(from, `pay/_index.${lang}.md`), entry(attack, "Раздел."));
	}
	write(path.join(from, "pay/odd.ru.md"), entry(attack, "Текст."));
	write(path.join(from, "pay/below.ru.md"), entry("Ниже", `\`${attack.replace(/`/g, "")}\` ещё`));
	await mustBuild(output, { from });
	const root = await overHttp(t, output);
	const { page, complaints } = await open(t);
	await page.goto(`${root}kk/search.html?q=${encodeURIComponent("смс")}`);
	assert.deepEqual(await answered(page, "смс"), ["pay/odd", "pay/below"]);
	assert.equal(await page.textContent("[data-komek-result] a"), attack);
	assert.equal(await page.textContent("[data-komek-result] a mark"), "смс");
	assert.equal(await page.textContent("[data-komek-result] .language"), "Русский");
	assert.equal(await page.getAttribute("[data-komek-result] a", "lang"), "ru");
	await page.waitForFunction(() => /onerror/.test(document.querySelectorAll(".snippet")[1].textContent));
	assert.equal(await page.$$eval("main img", (all) => all.length), 0);
	assert.deepEqual(complaints, []);
});

test("titles that are meant to break a page are shown as they are", async (t) => {
	const root = await overHttp(t, await titledSite(temporary(t)));
	const { page, complaints } = await open(t);
	await page.goto(`${root}ru/search.html`);
	const before = await page.$$eval("script, img, svg, iframe", (all) => all.length);
	for (const [title, word] of hostile.titles) {
		await type(page, word);
		const shown = await page.$$eval("[data-komek-result] a", (links) => links.map((link) => link.textContent));
		assert.ok(shown.includes(title), `${word}: ${shown.map((each) => each.slice(0, 80))}`);
		const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
		assert.equal(width, 0, `${word}: the page is wider than the screen`);
	}
	assert.equal(await page.$$eval("main script, main img, main svg, main iframe", (all) => all.length), 0);
	assert.ok(await page.$$eval("script, img, svg, iframe", (all) => all.length) <= before + 1);
	assert.deepEqual(complaints, []);
});

test("a query of an address is cut where the box would cut it", async (t) => {
	const root = await overHttp(t, site);
	const { page, complaints } = await open(t);
	await page.goto(`${root}ru/search.html?q=${"a".repeat(5000)}`);
	const most = Number(await page.getAttribute("main input[type=search]", "maxlength"));
	await answered(page, "a".repeat(most));
	assert.equal((await page.inputValue("main input[type=search]")).length, most);
	assert.deepEqual(complaints, []);
});

test("without scripts there is no form that does nothing, but a link to all questions", async (t) => {
	const root = await overHttp(t, site);
	const { page } = await open(t, { javaScriptEnabled: false });
	for (const lang of languages) {
		for (const name of ["index.html", "search.html"]) {
			await page.goto(`${root}${lang}/${name}`);
			assert.equal(await page.isVisible("input[type=search]"), false, `${lang}/${name}`);
			assert.ok(await page.isVisible("a[href='all.html']"), `${lang}/${name}`);
		}
	}
});

test("an index that cannot be loaded is said", async (t) => {
	const root = await overHttp(t, site);
	const { page } = await open(t);
	await page.route("**/assets/search/words-*", (route) => route.abort());
	await page.goto(`${root}ru/search.html?q=sms`);
	await answered(page, "sms");
	await page.waitForFunction(() => document.querySelector(".found").textContent ===
		document.querySelector("[data-komek-results]").dataset.failed);
	await page.unroute("**/assets/search/words-*");
	await page.press("main input[type=search]", "Enter");
	await page.waitForSelector("[data-komek-result]");
});

// ---- what is shown ----

const words = {
	section: (n) => ["Оплата", "Доставка", "Возврат"][n],
	title: (n, i) => `Как ${["оплатить", "доставить", "вернуть"][n]} посылку, способ ${i}`,
};

// Three sections of twelve questions, all about parcels; one of them is in no other language than Russian.
async function large(t) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	const entry = (title, body) => `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`;
	write(path.join(from, "site.yaml"), "name: { kk: Аты, ru: Имя }\nlanguages: [kk, ru]\nsource: ru\n");
	for (const lang of ["kk", "ru"]) {
		write(path.join(from, `_index.${lang}.md`), entry("Начало", "Начало."));
		for (let n = 0; n < 3; n++) {
			write(path.join(from, `part${n}/_index.${lang}.md`), entry(`${words.section(n)} ${lang}`, "Раздел."));
			for (let i = 0; i < 12; i++)
				if (lang === "ru" || i > 0)
					write(path.join(from, `part${n}/q${n}-${i}.${lang}.md`), entry(words.title(n, i), "Ответ о посылке."));
		}
	}
	await mustBuild(output, { from });
	return output;
}

const query = "посылка";
const asked = `ru/search.html?q=${encodeURIComponent(query)}`;
const count = (page) => page.locator("[data-komek-result]").count();

test("ten results at first, and more where they are asked for", async (t) => {
	const root = await overHttp(t, await large(t));
	const { page, complaints } = await open(t);
	await page.goto(root + asked);
	await answered(page, query);
	assert.equal(await count(page), 10);
	assert.match(await page.textContent(".found"), /\b36\b/, "all that were found are counted");
	for (const [before, after] of [[10, 20], [20, 30], [30, 36]]) {
		await page.click(".further");
		await page.waitForFunction((n) => document.querySelectorAll("[data-komek-result]").length > n, before);
		assert.equal(await count(page), after);
		assert.equal(await page.evaluate(() => [...document.querySelectorAll("[data-komek-result] a")].indexOf(document.activeElement)), before,
			"the focus is on the first that is new");
	}
	assert.equal(await page.isVisible(".further"), false);
	assert.deepEqual(complaints, []);
});

test("the way back from an answer leads to the same results and the same place", async (t) => {
	const output = await large(t);
	for (const locate of Object.values(places)) {
		const root = await locate(t, output);
		const { page, complaints } = await open(t, { viewport: { width: 360, height: 700 } });
		await page.goto(root + asked);
		await answered(page, query);
		await page.click(".further");
		await page.waitForFunction(() => document.querySelectorAll("[data-komek-result]").length === 20);
		await page.evaluate(() => document.querySelectorAll("[data-komek-result] a")[18].scrollIntoView({ block: "center" }));
		// Browsers give up restoring the place when the page was loaded without its results, one sooner, one later.
		await page.evaluate(() => (history.scrollRestoration = "manual"));
		const place = await page.evaluate(() => window.pageYOffset);
		assert.ok(place > 1000);
		await page.evaluate(() => document.querySelectorAll("[data-komek-result] a")[18].click());
		await page.waitForURL(/\/part\d\/q\d-\d+\.html/);
		await page.goBack();
		await answered(page, query);
		await page.waitForFunction((y) => Math.abs(window.pageYOffset - y) < 2, place);
		assert.equal(await count(page), 20);
		assert.deepEqual(complaints, []);
	}
});

test("back undoes the last query that was sent off, not each key", async (t) => {
	for (const locate of Object.values(places)) {
		const root = await locate(t, site);
		const { page, complaints } = await open(t);
		const inAddress = (text) => page.waitForURL((address) => address.searchParams.get("q") === text);
		await page.goto(`${root}ru/index.html`);
		await page.goto(`${root}ru/search.html?q=${encodeURIComponent("камера")}`);
		await answered(page, "камера");
		for (const text of ["ли", "лиц", "лицо"]) {
			await type(page, text);
			await inAddress(text);
		}
		await page.press("main input", "Enter");
		await type(page, "1414");
		await inAddress("1414");
		for (const text of ["лицо", "камера"]) {
			await page.goBack();
			await answered(page, text);
			assert.equal(await page.inputValue("main input"), text);
		}
		await page.goForward();
		await answered(page, "лицо");
		await page.goBack();
		await page.goBack();
		await page.waitForURL("**/ru/index.html");
		assert.deepEqual(complaints, []);
	}
});

test("one section of several, also in the address", async (t) => {
	const root = await overHttp(t, await large(t));
	const { page, complaints } = await open(t);
	const sections = () => page.$$eval(".where", (all) => [...new Set(all.map((each) => each.textContent))]);
	await page.goto(root + asked);
	await answered(page, query);
	const options = await page.$$eval(".filter option", (all) => all.map((each) => each.textContent));
	assert.deepEqual(options.slice(1), ["Оплата ru (12)", "Доставка ru (12)", "Возврат ru (12)"]);
	await page.selectOption(".filter select", { label: options[2] });
	await page.waitForURL((address) => address.searchParams.has("section"));
	assert.deepEqual(await sections(), ["Доставка ru"]);
	assert.match(await page.textContent(".found"), /\b12\b/);
	await page.reload();
	await answered(page, query);
	assert.deepEqual(await sections(), ["Доставка ru"]);
	assert.match(await page.$eval(".filter select", (select) => select.selectedOptions[0].textContent), /Доставка/);
	await page.waitForFunction(() => document.querySelector(".languages a[hreflang=kk]").search.includes("section="));
	await page.click(".languages a[hreflang=kk]");
	await answered(page, query);
	assert.deepEqual(await sections(), ["Доставка kk"], "the other language shows the same section");
	await page.goBack();
	await answered(page, query);
	await page.goBack();
	await page.waitForFunction(() => document.querySelectorAll("[data-komek-result]").length === 10);
	assert.equal(await page.$eval(".filter select", (select) => select.selectedIndex), 0, "back undoes the choice");
	// A query that the section has nothing for is answered from all of them; an unknown section is none.
	await page.selectOption(".filter select", { label: options[2] });
	await page.waitForURL((address) => address.searchParams.has("section"));
	await type(page, "вернуть");
	assert.deepEqual((await sections())[0], "Возврат ru");
	for (const section of ["999", "x", "-1", "<b>"]) {
		await page.goto(`${root}${asked}&section=${encodeURIComponent(section)}`);
		await answered(page, query);
		assert.ok(await count(page) > 0, section);
	}
	assert.deepEqual(complaints, []);
});

test("an answer that is not there in the reader's language says in which it is", async (t) => {
	const root = await overHttp(t, await large(t));
	const { page } = await open(t);
	await page.goto(`${root}kk/search.html?q=${encodeURIComponent("посылка 0")}`);
	await answered(page, "посылка 0");
	const foreign = page.locator("[data-komek-result]", { has: page.locator(".language") }).first();
	assert.equal(await foreign.locator(".language").textContent(), "Русский");
	for (const part of ["a", ".language", ".snippet"])
		assert.equal(await foreign.locator(part).getAttribute("lang"), "ru", part);
	await type(page, query);
	const own = page.locator("[data-komek-result]:not(:has(.language))").first();
	assert.equal(await own.locator("a").getAttribute("lang"), null);
});

test("words are marked as they stand in the text, also where they were typed in another way", async (t) => {
	const root = await overHttp(t, site);
	const { page } = await open(t);
	for (const [lang, text, mark, understood] of [["ru", "камиру", /^камер/i, null], ["ru", "rfvthf", /^камер/i, "камера"],
		["kk", "куалик", /^куәлі[кг]/i, null]]) {
		await page.goto(`${root}${lang}/search.html?q=${encodeURIComponent(text)}`);
		await answered(page, text);
		const marks = await page.$$eval("[data-komek-result] mark", (all) => all.map((each) => each.textContent));
		assert.ok(marks.some((each) => mark.test(each)), `${text}: ${marks}`);
		if (understood) {
			assert.ok(await page.isVisible(".understood"));
			assert.equal(await page.textContent(".understood b"), understood);
		}
	}
	await page.goto(`${root}ru/search.html?q=${encodeURIComponent("камера")}`);
	await answered(page, "камера");
	assert.equal(await page.isVisible(".understood"), false);
});

test("what is only similar is called so", async (t) => {
	const root = await overHttp(t, site);
	const { page } = await open(t);
	await page.goto(`${root}ru/search.html`);
	await answered(page, "");
	// The engine decides what is similar: here only what the page makes of it.
	await page.evaluate(() => {
		const find = window.komek.find;
		window.komek.find = (...all) => find(...all).then((found) => ({ ...found, isSimilar: true }));
	});
	await type(page, "камера");
	const similar = await page.getAttribute("[data-komek-results]", "data-similar");
	assert.equal(await page.textContent(".found"), similar);
	await page.waitForFunction((text) => document.querySelector("main [role=status]").textContent === text, similar);
	// With a correction below it, it does not call the same results something else.
	await type(page, "блокеровка");
	assert.equal(await page.textContent(".understood b"), "блокировка");
	assert.equal(await page.textContent(".found"), await page.getAttribute("[data-komek-results]", "data-inexact"));
});

test("where nothing is found there are other ways", async (t) => {
	const root = await overHttp(t, site);
	const { page } = await open(t);
	for (const lang of languages) {
		await page.goto(`${root}${lang}/search.html?q=zxqwv`);
		await answered(page, "zxqwv");
		assert.equal(await page.textContent(".found"), await page.getAttribute("[data-komek-results]", "data-none"));
		for (const link of ["a-z.html", "all.html"])
			assert.ok(await page.isVisible(`.ways a[href='${link}']`), link);
		assert.ok(await page.isVisible(".ways a[href^='mailto:']"));
	}
});

test("the count is said once, when the typing rests, and is gone when it was heard", async (t) => {
	const root = await overHttp(t, site);
	const { page } = await open(t);
	await page.goto(`${root}ru/search.html`);
	await answered(page, "");
	await page.evaluate(() => {
		window.said = [];
		const status = document.querySelector("main [role=status]");
		new MutationObserver(() => status.textContent && window.said.push(status.textContent)).observe(status, { childList: true });
	});
	await page.focus("main input");
	await page.keyboard.type("камера", { delay: 40 });
	const found = await answered(page, "камера");
	await page.waitForFunction(() => window.said.length > 0);
	await page.waitForTimeout(600);
	assert.equal((await page.evaluate(() => window.said)).length, 1);
	assert.match((await page.evaluate(() => window.said))[0], new RegExp(`\\b${found.length}\\b`));
	await page.waitForFunction(() => document.querySelector("main [role=status]").textContent === "");
});

// Runs in the page: what is against the rules, what is too small for a finger, what sticks out.
async function wrong() {
	const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
	const { violations, incomplete } = await globalThis.axe.run(document, { runOnly: tags });
	// Colours that the system sets are none of ours.
	const isOurs = ({ id }) => id !== "color-contrast" || !matchMedia("(forced-colors: active)").matches;
	const rules = [...violations, ...incomplete].filter(isOurs).map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
	const small = [...document.querySelectorAll("main a, main button, main input, main select")]
		.filter((element) => element.offsetHeight > 0 && element.getBoundingClientRect().height < 44).map((element) => element.outerHTML);
	const { scrollWidth } = document.scrollingElement;
	return [...rules, ...small, ...(scrollWidth > document.documentElement.clientWidth ? [`${scrollWidth} px wide`] : [])];
}

test("results and their controls are for everybody", async (t) => {
	const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
	const root = await overHttp(t, await large(t));
	for (const look of [{ colorScheme: "light", width: 360 }, { colorScheme: "dark", width: 1280 }, { colorScheme: "dark", width: 320, text: "200%" },
		{ colorScheme: "light", width: 320, forcedColors: "active" }]) {
		const { width, text, ...options } = look;
		const { page } = await open(t, { ...options, viewport: { width, height: 700 }, bypassCSP: true });
		for (const lang of ["kk", "ru"]) {
			await page.goto(`${root}${lang}/search.html?q=${encodeURIComponent(query)}`);
			await answered(page, query);
			assert.ok(await page.isVisible(".filter") && await page.isVisible(".further"));
			if (text)
				await page.addStyleTag({ content: `html { font-size: ${text} }` });
			await page.evaluate(axe);
			assert.deepEqual(await page.evaluate(wrong), [], JSON.stringify(look));
		}
	}
});

test("nothing moves when the results come", async (t) => {
	const root = await overHttp(t, await large(t));
	for (const [width, text] of [[320, "посылка"], [1280, "gjcskrf"], [360, "zxqwv"]]) {
		const { page } = await open(t, { viewport: { width, height: 700 } });
		await page.addInitScript(() => {
			window.moved = [];
			new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) =>
				window.moved.push(`${value} ${sources.map(({ node }) => node?.outerHTML?.slice(0, 80))}`)))
				.observe({ type: "layout-shift", buffered: true });
		});
		// On a slow line, so that the page is drawn without results first.
		await page.route("**/assets/search/*", (route) => setTimeout(() => route.continue(), 300));
		await page.goto(`${root}ru/search.html?q=${encodeURIComponent(text)}`);
		await answered(page, text);
		await page.waitForTimeout(300);
		assert.deepEqual((await page.evaluate(() => window.moved)).filter((each) => /<(?:p|ol|li|form|section|footer|button)\b/.test(each)), []);
	}
});
