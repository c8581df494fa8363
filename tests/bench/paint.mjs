// When the largest piece of a question is drawn on a slow line and a slow phone: node tests/bench/paint.mjs KOMEK
// A round trip of 2 s, 400 kbit/s, a processor six times slower; packed as a host sends it.
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";

import { launch } from "../browser/chromium.mjs";
import { pagesOf } from "../tools/pages.mjs";

const times = 5;
const most = 3000;
const slow = { offline: false, latency: 2000, downloadThroughput: 400e3 / 8, uploadThroughput: 400e3 / 8 };
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml" };

if (process.argv[2])
	process.env.KOMEK = path.resolve(process.argv[2]);
const { mustBuild } = await import("../tools/process.mjs");
const site = fs.mkdtempSync(path.join(os.tmpdir(), "komek-paint-"));
await mustBuild(site);

const server = http.createServer((request, response) => {
	const file = path.join(site, path.normalize(decodeURIComponent(new URL(request.url, "http://host").pathname)));
	if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
		response.writeHead(404).end();
		return;
	}
	response.writeHead(200, { "content-type": types[path.extname(file)] ?? "text/plain", "content-encoding": "gzip" });
	response.end(zlib.gzipSync(fs.readFileSync(file), { level: 9 }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${server.address().port}/`;

// Milliseconds to the first and to the largest paint.
async function paint(browser, file) {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send("Network.emulateNetworkConditions", slow);
	await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
	await page.goto(url + file, { waitUntil: "load", timeout: 60000 });
	const found = await page.evaluate(() => new Promise((resolve) => {
		const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
		new PerformanceObserver((list) => resolve([first, list.getEntries().at(-1).startTime]))
			.observe({ type: "largest-contentful-paint", buffered: true });
	}));
	await context.close();
	return found;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const questions = pagesOf(site).filter(({ kind }) => kind === "question");
const browser = await launch();
let worst = 0;
for (const lang of new Set(questions.map((page) => page.lang))) {
	const [largest] = questions.filter((page) => page.lang === lang).sort((a, b) => b.bytes - a.bytes);
	const found = [];
	for (let i = 0; i < times; i++)
		found.push(await paint(browser, largest.file));
	const [first, last] = [0, 1].map((i) => median(found.map((each) => each[i])));
	worst = Math.max(worst, last);
	console.log(`${largest.file}: first paint ${Math.round(first)} ms, largest ${Math.round(last)} ms (of ${most})`);
}
await browser.close();
server.close();
server.closeAllConnections();
fs.rmSync(site, { recursive: true, force: true });
process.exitCode = worst > most ? 1 : 0;
