// The first page remembers the language; the page for dead addresses finds its way back from any depth.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { isFile, temporary } from "../tools/files.mjs";
import { baseUrl, languages, site, siteUrl } from "../tools/project.mjs";

const below = "/some/sub/path/";
const lost = "ru/none/none.html";

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

async function newPage(t, options) {
	const context = await browser.newContext(options);
	t.after(() => context.close());
	return context.newPage();
}

async function overHttp(t) {
	return (await serve(site, below, (end) => t.after(end))).url;
}

function fromFolder(t) {
	const copy = path.join(temporary(t), "Көмек орталығы");
	fs.cpSync(site, copy, { recursive: true });
	return pathToFileURL(`${copy}${path.sep}`).href;
}

// The languages in the order in which the first page offers them.
async function offered(page, url) {
	await page.goto(`${url}index.html`);
	const hrefs = await page.$$eval("a[href]", (links) => links.map((link) => link.href));
	return hrefs.map((href) => href.slice(url.length)).filter((name) => /^\w\w\/index\.html$/.test(name))
		.map((name) => name.slice(0, 2));
}

for (const [where, open] of [["over http", overHttp], ["from a folder", fromFolder]]) {
	test(`the first page, ${where}`, async (t) => {
		const url = await open(t);
		const page = await newPage(t);
		assert.deepEqual(await offered(page, url), languages, "before the first visit: the site's order");
		for (const lang of [...languages].reverse()) {
			await page.goto(`${url}${lang}/index.html`);
			const rest = languages.filter((other) => other !== lang);
			assert.deepEqual(await offered(page, url), [lang, ...rest], `after a page in ${lang}`);
		}
	});
}

test("the first page without scripts", async (t) => {
	const page = await newPage(t, { javaScriptEnabled: false });
	assert.deepEqual(await offered(page, await overHttp(t)), languages);
});

// Every link of the page at a dead address, as a file of the site; links of the whole address count by the base URL.
async function linksWhenLost(t, folder, options) {
	const { url } = await serve(folder, below, (end) => t.after(end));
	const page = await newPage(t, options);
	const complaints = [];
	page.on("console", (message) => complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(error.message));
	const response = await page.goto(url + lost);
	assert.equal(response.status(), 404);
	// The browser itself says on the console that the address was not found.
	assert.deepEqual(complaints.filter((text) => !/status of 404/.test(text)), []);
	assert.notEqual((await page.innerText("body")).trim(), "");
	const hrefs = await page.$$eval("a[href]", (links) => links.map((link) => link.href));
	return hrefs.map((href) => {
		const root = [url, baseUrl].find((start) => href.startsWith(start));
		assert.ok(root, `${href} is not in the site`);
		const file = href.slice(root.length).replace(/[?#].*/, "");
		assert.ok(isFile(folder, file), `${href} leads to nothing`);
		return file;
	});
}

const homes = languages.map((lang) => `${lang}/index.html`);
const leadsHome = (links) => homes.forEach((home) => assert.ok(links.includes(home), `no link to ${home}`));

test("a dead address, no base URL: the script finds the root", async (t) => leadsHome(await linksWhenLost(t, site)));

test("a dead address, no base URL, no scripts: no dead link", async (t) => {
	await linksWhenLost(t, site, { javaScriptEnabled: false });
});

test("a dead address with a base URL", async (t) => leadsHome(await linksWhenLost(t, siteUrl)));

test("a dead address with a base URL, no scripts", async (t) => {
	leadsHome(await linksWhenLost(t, siteUrl, { javaScriptEnabled: false }));
});

// At the dead address: languages in the order of the page, and for each the page that its search form leads to.
async function searchesWhenLost(t, folder) {
	const { url } = await serve(folder, below, (end) => t.after(end));
	const page = await newPage(t);
	await page.goto(url + lost);
	const blocks = await page.$$eval(".lost", (all) => all.map((block) => {
		const form = block.querySelector("form");
		return { lang: block.lang, shown: form.offsetHeight > 0, action: form.action };
	}));
	return { url, page, blocks };
}

for (const [name, folder] of [["no base URL", site], ["a base URL", siteUrl]]) {
	test(`a dead address, ${name}: its language comes first, and each searches`, async (t) => {
		const { url, page, blocks } = await searchesWhenLost(t, folder);
		assert.deepEqual(blocks.map(({ lang }) => lang), ["ru", ...languages.filter((lang) => lang !== "ru")]);
		for (const { lang, shown, action } of blocks) {
			assert.ok(shown, `no form in ${lang}`);
			assert.equal(action, `${folder === site ? url : baseUrl}${lang}/search.html`);
		}
		if (folder !== site)
			return;
		await page.fill(".lost[lang=ru] input", "камера");
		await page.press(".lost[lang=ru] input", "Enter");
		await page.waitForURL(`${url}ru/search.html?q=*`);
		await page.waitForSelector("[data-komek-result]");
	});
}
