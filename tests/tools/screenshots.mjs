// Pictures of one page of each kind in each language, for the eye: node tests/tools/screenshots.mjs SITE OUTDIR
import fs from "node:fs";
import path from "node:path";

import { samplePages } from "./pages.mjs";
import { launch } from "../browser/chromium.mjs";
import { serve } from "../browser/server.mjs";

const [folder, outdir] = process.argv.slice(2);
if (!outdir) {
	console.error("usage: node tests/tools/screenshots.mjs SITE OUTDIR");
	process.exit(2);
}

const site = path.resolve(folder);
const looks = [360, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));
const closing = [];
const browser = await launch();
const { url } = await serve(site, "/some/sub/path/", (end) => closing.push(end));
fs.mkdirSync(outdir, { recursive: true });
for (const { width, colorScheme } of looks) {
	const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
	for (const { file, kind, lang } of samplePages(site)) {
		await page.goto(url + file);
		const name = `${kind}-${lang}-${width}-${colorScheme}.png`;
		await page.screenshot({ path: path.join(outdir, name), fullPage: true });
	}
	await page.close();
}
await browser.close();
closing.forEach((end) => end());
console.log(`${fs.readdirSync(outdir).length} pictures in ${outdir}`);
