// Nothing has to be scrolled sideways, down to the narrowest phone and with the largest text.
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { siteOfForms } from "./forms.mjs";
import { choose } from "./looks.mjs";
import { serve } from "./server.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { site } from "../tools/project.mjs";

const sizes = {
	"320 px wide": { width: 320 },
	"320 px wide, text 200 %": { width: 320, chosen: { text: "200" } },
	"320 px wide, text 200 %, wide spacing": { width: 320, chosen: { text: "200", spacing: "wide" } },
	"768 px wide": { width: 768, chosen: { text: "100", spacing: "normal" } },
	"1280 px wide": { width: 1280 },
	"1280 px wide, text 200 %": { width: 1280, chosen: { text: "200" } },
};

let browser;
before(async () => {
	browser = await launch();
});
after(() => browser?.close());

// Runs in the page: what sticks out, beside what lies in a box that scrolls by itself.
function stickingOut() {
	const width = document.documentElement.clientWidth;
	const isBox = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
	const scrolls = (element) => element && (isBox(element) || scrolls(element.parentElement));
	const whole = document.scrollingElement.scrollWidth;
	if (whole <= width)
		return [];
	const boxes = [...document.body.querySelectorAll("*")]
		.filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
		.map((element) => element.outerHTML.slice(0, 80));
	return [`${whole} px`, ...boxes];
}

// Each page is opened once: a size is only another window and other attributes.
async function look(page, url, files) {
	const wide = [];
	for (const file of files) {
		await page.goto(url + file);
		for (const [size, how] of Object.entries(sizes)) {
			await page.setViewportSize({ width: how.width, height: 640 });
			await choose(page, how);
			for (const element of await page.evaluate(stickingOut))
				wide.push(`${file}, ${size}: ${element}`);
		}
	}
	none(wide);
}

async function every(t, folder, files) {
	const { url } = await serve(folder, "/some/sub/path/", (end) => t.after(end));
	const page = await browser.newPage();
	t.after(() => page.close());
	await look(page, url, files);
}

test("every page of the site", (t) => every(t, site, pagesOf(site).map(({ file }) => file)));

test("every form that a text can have", async (t) => {
	const { output, files } = await siteOfForms(t);
	await every(t, output, files);
});
