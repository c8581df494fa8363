// What a reader pays for the first results, beside other searches for static sites, on the same content and over http:
// node tests/bench/peers/peers.mjs KOMEK [QUESTIONS ...] (0 is the real content). Bytes are gzip -9 of every file that is asked
// for, the page too: Komek's is the whole search page, the others' an empty one with nothing but their client, without looks.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

if (process.argv[2])
	process.env.KOMEK = path.resolve(process.argv[2]);
const { launch } = await import("../../browser/chromium.mjs");
const { languages } = await import("../../tools/project.mjs");
const { queriesOf } = await import("../queries.mjs");
const { benchSite } = await import("../site.mjs");
const { counting } = await import("./counting.mjs");
const { documentsOf } = await import("./texts.mjs");

const require = createRequire(import.meta.url);
const installed = (name) => path.join(fileURLToPath(new URL("node_modules", import.meta.url)), name);
const each = 3; // queries of a kind and language
const kinds = ["one word", "two words"];
const shown = 5; // results whose titles Pagefind loads: what its own interface shows first
const page = "<!DOCTYPE html><meta charset=utf-8><title>Search</title>";

const komek = {
	name: "Komek",
	build: ({ output }) => ({ folder: output }),
	start: (language) => `/${language}/search.html`,
	async ask(tab, query) {
		await tab.fill("main input[type=search]", query);
		await tab.waitForFunction((wanted) => document.querySelector("[data-komek-results]").dataset.query === wanted, query);
		return tab.$$eval("[data-komek-result]", (items) => items.length);
	},
};

const pagefind = {
	name: "Pagefind",
	build({ from, output }, folder) {
		const pages = path.join(folder, "pages");
		for (const name of languages.flatMap((one) => documentsOf(from, one).map(({ address }) => `${one}/${address}`))) {
			fs.mkdirSync(path.join(pages, path.dirname(name)), { recursive: true });
			fs.copyFileSync(path.join(output, name), path.join(pages, name));
		}
		const args = ["--site", pages, "--output-path", path.join(folder, "pagefind"), "--root-selector", "main", "--silent"];
		const result = spawnSync(installed(".bin/pagefind"), args, { encoding: "utf8" });
		if (result.status !== 0)
			throw new Error(`pagefind cannot run here: ${result.error ?? result.stdout + result.stderr}`);
		return { folder, extra: Object.fromEntries(languages.map((one) => [`/${one}.html`, page.replace(">", `><html lang=${one}>`)])) };
	},
	start: (language) => `/${language}.html`,
	ask: (tab, query) => tab.evaluate(async ([text, most]) => {
		const found = await (await import("/pagefind/pagefind.js")).search(text);
		await Promise.all(found.results.slice(0, most).map((one) => one.data()));
		return found.results.length;
	}, [query, shown]),
};

const minisearch = {
	name: "MiniSearch",
	build({ from }, folder) {
		const MiniSearch = require("minisearch");
		const options = { fields: ["title", "summary", "keywords", "body"], storeFields: ["title", "summary", "address"] };
		fs.copyFileSync(installed("minisearch/dist/umd/index.js"), path.join(folder, "minisearch.js"));
		for (const language of languages) {
			const index = new MiniSearch(options);
			index.addAll(documentsOf(from, language));
			fs.writeFileSync(path.join(folder, `${language}.json`), JSON.stringify(index));
		}
		const script = `<script src=/minisearch.js></script><script>var options = ${JSON.stringify(options)}</script>`;
		return { folder, extra: Object.fromEntries(languages.map((one) => [`/${one}.html`, page + script])) };
	},
	start: (language) => `/${language}.html`,
	ask: (tab, query) => tab.evaluate(async ([text, language]) => {
		const { MiniSearch, options } = window;
		window.index = window.index ?? MiniSearch.loadJSON(await (await fetch(`/${language}.json`)).text(), options);
		return window.index.search(text, { prefix: true, fuzzy: 0.2 }).length;
	}, [query, new URL(tab.url()).pathname.slice(1, 3)]),
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function first(browser, host, peer, language, query) {
	const context = await browser.newContext();
	const tab = await context.newPage();
	host.take();
	await tab.goto(host.url + peer.start(language));
	const results = await peer.ask(tab, query);
	const cost = host.take(); // what comes later (passages of texts, the icon) is not waited for by anybody
	await context.close();
	return { ...cost, results };
}

async function measure(browser, peer, site) {
	const folder = path.join(path.dirname(site.output), peer.name);
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	const { folder: served, extra } = peer.build(site, folder);
	const host = await counting(served, extra);
	const taken = Object.fromEntries(kinds.map((kind) => [kind, []]));
	for (const language of languages)
		for (const { kind, query } of queriesOf(site.from, language, each).filter((one) => kinds.includes(one.kind)))
			taken[kind].push(await first(browser, host, peer, language, query));
	host.close();
	return taken;
}

function row(name, taken) {
	const cells = kinds.flatMap((kind) => {
		const all = taken[kind];
		const most = (field) => Math.max(...all.map((one) => one[field]));
		const kilobytes = (number) => (number / 1024).toFixed(number < 102400 ? 1 : 0);
		return [`${kilobytes(median(all.map(({ bytes }) => bytes)))} (${kilobytes(most("bytes"))})`,
			`${median(all.map(({ requests }) => requests))} (${most("requests")})`, all.filter(({ results }) => !results).length];
	});
	console.log([name.padEnd(12), ...cells.map((cell) => String(cell).padStart(15))].join(""));
}

async function main() {
	const sizes = process.argv.slice(3).map(Number);
	const browser = await launch();
	for (const size of sizes.length ? sizes : [0, 1000, 10000]) {
		const site = process.env.SITES ? { from: `${process.env.SITES}/c${size}`, output: `${process.env.SITES}/p${size}` } : await benchSite(size);
		const one = ["KB gzip", "requests", "found nothing"];
		console.log(`\n${size ? `${size} questions a language` : "the real content"}: median (most) of ${each * languages.length} queries of one word, and of two words`);
		console.log(["".padEnd(12), ...[...one, ...one].map((cell) => cell.padStart(15))].join(""));
		for (const peer of [komek, pagefind, minisearch])
			row(peer.name, await measure(browser, peer, site));
	}
	await browser.close();
}

await main();
