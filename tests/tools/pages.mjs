// What pages a built site has, from the pages themselves.
import fs from "node:fs";
import path from "node:path";

import { htmlFiles, read } from "./files.mjs";
import { elements, meta } from "./html.mjs";

// Every page as {file, kind, lang, bytes}; kind is undefined where the page does not say it.
export function pagesOf(site) {
	return htmlFiles(site).map((file) => {
		const page = elements(read(site, file));
		const { size } = fs.statSync(path.join(site, file));
		const lang = page.find((e) => e.tag === "html")?.attrs.lang;
		return { file, kind: meta(page, "komek:kind"), lang, bytes: size };
	});
}

// One page of each kind in each language: the largest, which has most that can be wrong.
export function samplePages(site) {
	const chosen = new Map();
	for (const page of pagesOf(site)) {
		const key = `${page.kind} ${page.lang}`;
		if (!chosen.has(key) || chosen.get(key).bytes < page.bytes)
			chosen.set(key, page);
	}
	return [...chosen.values()];
}
