// Nothing has to be scrolled sideways, down to the narrowest phone.
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { none } from "../tools/none.mjs";
import { pagesOf } from "../tools/pages.mjs";
import { site } from "../tools/project.mjs";

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

for (const [what, width] of [["320 px wide", 320], ["768 px wide", 768], ["1280 px wide", 1280]]) {
	test(what, async (t) => {
		const { url } = await serve(site, "/some/sub/path/", (end) => t.after(end));
		const page = await browser.newPage({ viewport: { width, height: 640 } });
		const wide = [];
		for (const { file } of pagesOf(site)) {
			await page.goto(url + file);
			for (const element of await page.evaluate(stickingOut))
				wide.push(`${file}: ${element}`);
		}
		await page.close();
		none(wide);
	});
}
