// Pictures of one page of each kind, for the eye: node tests/tools/screenshots.mjs SITE OUTDIR [LANGUAGES [LOOKS [WIDTHS]]]
// Lists with commas; looks are light, dark, contrast, forced, print. By default all languages and looks, 360 and 1280 px.
import fs from "node:fs";
import path from "node:path";

import { samplePages } from "./pages.mjs";
import { launch } from "../browser/chromium.mjs";
import { serve } from "../browser/server.mjs";

const looks = {
	light: {},
	dark: { colorScheme: "dark" },
	contrast: { contrast: "more" },
	forced: { forcedColors: "active", colorScheme: "dark" },
	print: { media: "print" },
};

const [folder, outdir, languages, wanted, widths] = process.argv.slice(2);
if (!outdir) {
	console.error("usage: node tests/tools/screenshots.mjs SITE OUTDIR [LANGUAGES [LOOKS [WIDTHS]]]");
	process.exit(2);
}

const site = path.resolve(folder);
const list = (text, usual) => (text ? text.split(",") : usual);
const pages = samplePages(site).filter(({ lang }) => list(languages, [lang]).includes(lang));
const closing = [];
const browser = await launch();
const { url } = await serve(site, "/some/sub/path/", (end) => closing.push(end));
fs.mkdirSync(outdir, { recursive: true });
for (const width of list(widths, ["360", "1280"])) {
	const page = await browser.newPage({ viewport: { width: Number(width), height: 800 } });
	for (const look of list(wanted, Object.keys(looks))) {
		await page.emulateMedia({ colorScheme: "light", contrast: null, forcedColors: null, media: null, ...looks[look] });
		for (const { file, kind, lang } of pages) {
			await page.goto(url + file);
			const name = `${kind}-${lang}-${width}-${look}.png`;
			await page.screenshot({ path: path.join(outdir, name), fullPage: true });
		}
	}
	await page.close();
}
await browser.close();
closing.forEach((end) => end());
console.log(`${fs.readdirSync(outdir).length} pictures in ${outdir}`);
