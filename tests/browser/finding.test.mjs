// The search finds, in both engines, on a host, from a folder and from an unpacked bundle.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { ways } from "./sites.mjs";

// What is typed on the pages of which language, and a question that must be found, in that language.
const wanted = [
	["kk", "SMS", "digital-id/no-sms-code"],
	["ru", "камера", "digital-id/no-camera-access"],
	["kk", "жеке куәлік", "mobile-citizens/required-documents"],
	["ru", "удостоверение", "mobile-citizens/required-documents"],
	["en", "blocked", "digital-id/account-blocked"],
	["kk", "1414", "mobile-citizens/no-registration-sms"],
	["kk", "заблокирована", "digital-id/account-blocked"], // a Russian word on the Kazakh site
];

const browsers = { Chromium: launch, Firefox: launchFirefox };
const running = {};
before(async () => {
	for (const [name, start] of Object.entries(browsers))
		running[name] = await start();
});
after(() => Promise.all(Object.values(running).map((browser) => browser.close())));

// Runs in the page: the results once they answer the query, as [id, address].
const results = (query) => new Promise((resolve) => {
	const look = () => {
		const list = document.querySelector("[data-komek-results]");
		if (list?.dataset.query !== query)
			return requestAnimationFrame(look);
		const items = [...list.querySelectorAll("[data-komek-result]")];
		return resolve(items.map((item) => [item.dataset.id, item.querySelector("a").href]));
	};
	look();
});

for (const name of Object.keys(browsers)) {
	for (const [where, open] of ways) {
		test(`${name}, ${where}`, { timeout: 120000 }, async (t) => {
			const { url } = await open(t);
			const page = await running[name].newPage();
			for (const [lang, query, id] of wanted) {
				await t.test(`"${query}" on the pages in ${lang}`, async () => {
					await page.goto(`${url}${lang}/search.html?q=${encodeURIComponent(query)}`);
					const found = await page.evaluate(results, query);
					const hit = found.find(([each]) => each === id);
					assert.ok(hit, `found only ${found.map(([each]) => each).join(" ")}`);
					assert.equal(hit[1], `${url}${lang}/${id}.html`);
				});
			}
			await page.close();
		});
	}
}
