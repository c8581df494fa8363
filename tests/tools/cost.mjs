// What a search costs a reader: node tests/tools/cost.mjs SITE [SITE ...] prints for each built site the requests and the bytes
// (packed as a static host sends them) from an empty cache to the first results, and of one more query after them.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

import { launch } from "../browser/chromium.mjs";
import { serve } from "../browser/server.mjs";

const packed = (site, name) => zlib.gzipSync(fs.readFileSync(path.join(site, name)), { level: 9 }).length;

// In the page: when each query's results stood.
function watch() {
	window.komekShown = {};
	new MutationObserver((changes) => {
		for (const { target } of changes)
			window.komekShown[target.dataset.query] = performance.now();
	}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-query"] });
}

// In the page: the files that were asked for before the results of a query stood.
function filesUntil([query, skipped]) {
	const all = performance.getEntriesByType("resource").filter(({ startTime }) => startTime <= window.komekShown[query]);
	return all.map(({ name }) => name).slice(skipped);
}

// The files that the search page of a language asks for until it shows results for a query, and for `next` after it:
// {requests, bytes, names, next: {...}}. What it loads when they stand (komek.js, passages) is not among them, nor is the icon.
export async function costOf(browser, site, lang, query, next) {
	let close = () => undefined;
	const { url } = await serve(site, "/some/path/", (end) => { close = end; });
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.addInitScript(watch);
	const shown = (wanted) => page.waitForFunction((text) =>
		document.querySelector("[data-komek-results]")?.dataset.query === text && document.querySelector("[data-komek-result]"),
	wanted, { timeout: 60000 });
	const sum = (addresses) => {
		const names = addresses.filter((address) => address.startsWith(url) && !address.endsWith(".svg"))
			.map((address) => decodeURIComponent(new URL(address).pathname).replace("/some/path/", ""));
		return { requests: names.length, bytes: names.reduce((bytes, name) => bytes + packed(site, name), 0), names };
	};
	try {
		const address = `${url}${lang}/search.html`;
		await page.goto(`${address}?q=${encodeURIComponent(query)}`);
		await shown(query);
		const first = await page.evaluate(filesUntil, [query, 0]);
		const cost = sum([address, ...first]);
		if (next === undefined)
			return cost;
		await page.waitForLoadState("networkidle");
		const before = await page.evaluate(() => performance.getEntriesByType("resource").length);
		await page.fill("main input[type=search]", next);
		await shown(next);
		return { ...cost, next: sum(await page.evaluate(filesUntil, [next, before])) };
	} finally {
		await context.close();
		close();
	}
}

// Kinds of query, each with one more that is asked behind it.
export const queries = {
	"one word": { kk: ["камера", "телефон"], ru: ["камера", "телефон"], en: ["camera", "phone"] },
	"two words": { kk: ["телефон нөмірі", "камера"], ru: ["номер телефона", "камера"], en: ["phone number", "camera"] },
	"an edit": { kk: ["камерра", "телефон"], ru: ["камерра", "телефон"], en: ["camerra", "phone"] },
	"a prefix": { kk: ["тел", "кам"], ru: ["тел", "кам"], en: ["pho", "cam"] },
};

async function main(sites) {
	const browser = await launch();
	const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
	for (const site of sites) {
		console.log(site);
		for (const [kind, asked] of Object.entries(queries)) {
			for (const [lang, [query, next]] of Object.entries(asked)) {
				const cost = await costOf(browser, site, lang, query, next).catch((error) => error.message.split("\n")[0]);
				console.log(typeof cost === "string" ? `  ${kind}, ${lang}: ${query}: ${cost}`
					: `  ${kind}, ${lang}: ${query}: ${cost.requests} requests, ${kb(cost.bytes)}; then ${next}: ${cost.next.requests}, ${kb(cost.next.bytes)}`);
			}
		}
	}
	await browser.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	await main(process.argv.slice(2).map((name) => path.resolve(name)));
