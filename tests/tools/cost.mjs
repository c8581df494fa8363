// What a search costs a reader: node tests/tools/cost.mjs SITE [SITE ...] prints for each built site the requests and the bytes
// (packed as a static host sends them) from an empty cache to the first results, and of one more query after them.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

import { launch } from "../browser/chromium.mjs";
import { serve } from "../browser/server.mjs";

const packed = (site, name) => zlib.gzipSync(fs.readFileSync(path.join(site, name)), { level: 9 }).length;

// The files that the search page of a language loads until it shows results for a query, and for `next` after it:
// {requests, bytes, passages, names, next: {...}}; passages are the bytes of texts among them.
export async function costOf(browser, site, lang, query, next) {
	let close = () => undefined;
	const { url } = await serve(site, "/some/path/", (end) => { close = end; });
	const context = await browser.newContext();
	const page = await context.newPage();
	const files = [];
	page.on("request", (request) => {
		const name = decodeURIComponent(new URL(request.url()).pathname).replace("/some/path/", "");
		if (request.url().startsWith(url) && !/\.svg$|^assets\/komek\.js$/.test(name)) // the icon, and what comes when results are drawn
			files.push(name);
	});
	const shown = (wanted) => page.waitForFunction((text) =>
		document.querySelector("[data-komek-results]")?.dataset.query === text && document.querySelector("[data-komek-result]"),
	wanted, { timeout: 60000 });
	const size = (names) => names.reduce((bytes, name) => bytes + packed(site, name), 0);
	const isPassage = (name) => name.includes("/texts-");
	const sum = (names) => ({ requests: names.length, bytes: size(names), passages: size(names.filter(isPassage)), names });
	try {
		await page.goto(`${url}${lang}/search.html?q=${encodeURIComponent(query)}`);
		await shown(query);
		const first = sum(files.splice(0));
		if (next === undefined)
			return first;
		await page.fill("main input[type=search]", next);
		await shown(next);
		return { ...first, next: sum(files) };
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
					: `  ${kind}, ${lang}: ${query}: ${cost.requests} requests, ${kb(cost.bytes)}, ${kb(cost.passages)} of them for passages; `
					+ `then ${next}: ${cost.next.requests}, ${kb(cost.next.bytes)}`);
			}
		}
	}
	await browser.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	await main(process.argv.slice(2).map((name) => path.resolve(name)));
