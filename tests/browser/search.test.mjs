// The search page as a reader has it, on a host below a path and from a folder: results in the page, and nothing that a query or a
// title says is ever run.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { temporary, write } from "../tools/files.mjs";
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

const hostile = {
	markup: "<img src=x onerror=alert(1)><script>alert(1)</script>",
	quotes: "\"'><svg onload=alert(1)>",
	"names of JavaScript": "__proto__ constructor",
	"regular expressions": "(a+)+$ [ \\",
	controls: "a\u0001b\u007fc\u0085",
	"line separators": "смс\u2028код\u2029",
	"half pairs": "\ud800смс\udc00",
	"100,000 letters": "я".repeat(100000),
	address: "javascript:alert(1) data:text/html,<script>alert(1)</script>",
};

for (const [where, locate] of Object.entries(places)) {
	test(`from the first page to an answer, ${where}`, async (t) => {
		const root = await locate(t, site);
		const { page, complaints } = await open(t);
		for (const [lang, query, id] of [["kk", "заблокирована", "account-blocked"], ["ru", "SMS", "no-sms-code"],
			["en", "1414", "no-registration-sms"]]) {
			await page.goto(`${root}${lang}/index.html`);
			assert.equal(await page.isVisible(".find [data-komek-instead]"), false, "the link gives way to the form");
			await page.fill(".find input[type=search]", query);
			await page.press(".find input[type=search]", "Enter");
			const found = await answered(page, query);
			assert.ok(found[0].endsWith(`/${id}`), `${lang}: ${found}`);
			assert.equal(await page.inputValue("main input[type=search]"), query);
			await page.waitForFunction(() => /\d/.test(document.querySelector("[role=status]").textContent));
			assert.match(await page.textContent("[role=status]"), new RegExp(`\\b${found.length}\\b`));
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
		await page.waitForFunction(() => document.querySelector("[role=status]").textContent ===
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
		for (const [name, query] of Object.entries(hostile)) {
			await t.test(`${where}: ${name}`, async () => {
				await page.goto(`${root}ru/search.html`);
				const before = await page.$$eval("script, img, svg, iframe", (all) => all.length);
				const given = await page.evaluate((text) => {
					const input = document.querySelector("main input[type=search]");
					input.value = text;
					input.dispatchEvent(new Event("input"));
					return input.value;
				}, query);
				await answered(page, given);
				// The count is said and the address follows; what was loaded for the query is gone again.
				await page.waitForFunction(() => location.search !== "");
				assert.equal(await page.$$eval("script, img, svg, iframe", (all) => all.length), before);
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
	await page.waitForFunction(() => document.querySelector("[role=status]").textContent ===
		document.querySelector("[data-komek-results]").dataset.failed);
	await page.unroute("**/assets/search/words-*");
	await page.press("main input[type=search]", "Enter");
	await page.waitForSelector("[data-komek-result]");
});
