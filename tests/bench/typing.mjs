// How long a reader waits from a key to the results: node tests/bench/typing.mjs KOMEK [QUESTIONS] (10,000 a language unless told
// otherwise). Each query is typed letter by letter into the search page, from file://, twice: first to load the parts, then to
// measure. From the key's own time, and from when the page hears of the text in its field, to when results stand in the page with
// their layout; and to the end of the frame that shows them, without waiting for the screen (frames are not held back here); and
// the processor's time of the page's thread from before the key to after the frame, which other programs do not change.
import path from "node:path";
import { pathToFileURL } from "node:url";

if (process.argv[2])
	process.env.KOMEK = path.resolve(process.argv[2]);
const { launch } = await import("../browser/chromium.mjs");
const { languages } = await import("../tools/project.mjs");
const { queriesOf } = await import("./queries.mjs");
const { benchSite } = await import("./site.mjs");

const each = 4; // queries of a kind and language: 48 of all, about 400 keys
const slower = 6;
const box = "main input[type=search]";

// In the page: notes when a key went down, when its results stood, and when they were shown.
function watch() {
	const results = document.querySelector("[data-komek-results]");
	const seen = { down: 0, heard: 0, done: null, tell: () => {} };
	addEventListener("keydown", (event) => {
		seen.down = event.timeStamp;
	}, true);
	addEventListener("input", () => {
		seen.heard = performance.now();
	}, true);
	new MutationObserver(() => {
		const { query } = results.dataset;
		const { down, heard } = seen;
		results.getBoundingClientRect();
		const stood = performance.now() - down;
		const answered = performance.now() - heard;
		requestAnimationFrame(() => {
			const channel = new MessageChannel();
			channel.port1.onmessage = () => {
				seen.done = { query, stood, answered, shown: performance.now() - down };
				seen.tell(seen.done);
			};
			channel.port2.postMessage(null);
		});
	}).observe(results, { attributes: true, attributeFilter: ["data-query"] });
	window.komekSeen = seen;
}

// What the page's thread has worked so far, in milliseconds of the processor: the same whatever else the machine does.
async function workOf(session) {
	const { metrics } = await session.send("Performance.getMetrics");
	return 1000 * metrics.find(({ name }) => name === "ThreadTime").value;
}

async function press({ page, session }, letter, wanted) {
	await page.evaluate(() => {
		window.komekSeen.done = null;
	});
	const before = await workOf(session);
	const key = { key: letter, text: letter, unmodifiedText: letter };
	await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...key });
	const done = await page.evaluate((query) => new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error(`no answer to ${query}`)), 20000);
		window.komekSeen.tell = (seen) => {
			if (seen.query !== query)
				return;
			clearTimeout(late);
			resolve(seen);
		};
		if (window.komekSeen.done)
			window.komekSeen.tell(window.komekSeen.done);
	}), wanted);
	const worked = await workOf(session) - before;
	await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: letter });
	return { ...done, worked };
}

async function typed(open, query) {
	const { page } = open;
	const taken = [];
	await page.fill(box, "");
	await page.waitForFunction(() => document.querySelector("[data-komek-results]").dataset.query === "");
	await page.focus(box);
	let text = "";
	for (const letter of query) {
		text += letter;
		taken.push({ ...await press(open, letter, text), text });
	}
	return taken;
}

const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)];

function report(name, taken) {
	const figures = ["stood", "answered", "shown", "worked"].map((what) => {
		const numbers = taken.map((one) => one[what]);
		return `${what} median ${at(numbers, 0.5).toFixed(1)}, 95 % ${at(numbers, 0.95).toFixed(1)}, most ${at(numbers, 1).toFixed(1)} ms`;
	});
	console.log(`${name}, ${taken.length} keys: ${figures.join("; ")}`);
}

async function opened(browser, output, language) {
	const page = await browser.newPage({ viewport: { width: 360, height: 760 } });
	await page.goto(`${pathToFileURL(path.join(output, language, "search.html")).href}`);
	await page.waitForFunction(() => document.querySelector("[data-komek-results]").dataset.query === "");
	await page.evaluate(watch);
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable");
	return { page, session };
}

async function typing(browser, { from, output }) {
	const all = { 1: [], [slower]: [] };
	for (const language of languages) {
		const queries = queriesOf(from, language, each);
		const open = await opened(browser, output, language);
		for (const { query } of queries)
			await typed(open, query);
		for (const rate of [1, slower]) {
			await open.session.send("Emulation.setCPUThrottlingRate", { rate });
			for (const { kind, query } of queries)
				all[rate].push(...(await typed(open, query)).map((one) => ({ ...one, kind, language })));
		}
		await open.page.close();
	}
	return all;
}

// From a long text put in at once, as from the clipboard (the field keeps its beginning), to the answer, in a page that has
// answered before.
async function pasted({ page }, query) {
	await page.focus(box);
	return page.evaluate(async ([selector, text]) => {
		const input = document.querySelector(selector);
		const results = document.querySelector("[data-komek-results]");
		const started = performance.now();
		document.execCommand("insertText", false, text);
		if (!input.value)
			throw new Error("nothing was put into the field");
		while (results.dataset.query !== input.value)
			await new Promise((resolve) => setTimeout(resolve));
		return performance.now() - started;
	}, [box, query]);
}

// Asked of the engine itself, whatever the field lets through.
const asked = (page, text) => page.evaluate(async (query) => {
	const started = performance.now();
	await komek.find(query);
	return performance.now() - started;
}, text);

const long = {
	"one letter": () => "я".repeat(100000),
	"words of the site": (queries) => `${queries.map(({ query }) => query).join(" ")} `.repeat(10000).slice(0, 100000),
	"words that are nowhere": () => Array.from({ length: 17000 }, (_, i) => `w${i}`).join(" ").slice(0, 100000),
	"marks": () => `и${"\u0306".repeat(99999)}`,
};

async function pasting(browser, { from, output }) {
	const open = await opened(browser, output, languages[0]);
	const { page } = open;
	const queries = queriesOf(from, languages[0], each);
	for (const [name, make] of Object.entries(long)) {
		const query = make(queries);
		const times = [];
		for (let i = 0; i < 2; i++) {
			await page.fill(box, "");
			await page.waitForFunction(() => document.querySelector("[data-komek-results]").dataset.query === "");
			times[0] = await pasted(open, query);
			times[1] = await asked(page, query);
		}
		console.log(`100,000 signs, ${name}: put into the field, answered after ${times[0].toFixed(0)} ms; asked of komek.find, ${times[1].toFixed(0)} ms`);
	}
	await page.close();
}

async function main() {
	const questions = Number(process.argv[3] ?? 10000);
	const site = process.env.SITE ? { from: process.env.CONTENT, output: process.env.SITE } : await benchSite(questions);
	const browser = await launch(["--disable-frame-rate-limit", "--disable-gpu-vsync"]);
	const all = await typing(browser, site);
	console.log(`search, ${questions} questions a language, parts loaded, from file://`);
	report("as it is", all[1]);
	for (const kind of new Set(all[1].map((one) => one.kind)))
		report(`  ${kind}`, all[1].filter((one) => one.kind === kind));
	report(`a ${slower} times slower processor`, all[slower]);
	if (process.env.SLOWEST)
		for (const one of all[1].sort((a, b) => b.stood - a.stood).slice(0, 20))
			console.log(`  ${one.stood.toFixed(1)} ${one.language} ${one.text}`);
	await pasting(browser, site);
	await browser.close();
}

await main();
