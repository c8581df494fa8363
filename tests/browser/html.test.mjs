// The Nu HTML checker has nothing to say about any page, also not about one that stands in for a missing translation.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { siteOfForms } from "./forms.mjs";
import { serve } from "./server.mjs";
import { htmlFiles, temporary } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";
import { run } from "../tools/process.mjs";
import { site, siteUrl } from "../tools/project.mjs";
import { buildWithout } from "../site/missing.mjs";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

// All pages in one call: starting Java costs more than checking. Over http, where the pages' own policy can hold.
async function checkAll(t, folder) {
	const { url: root } = await serve(folder, "/some/sub/path/", (end) => t.after(end));
	const addresses = htmlFiles(folder).map((file) => root + file);
	assert.notEqual(addresses.length, 0, "the site has no page");
	// Without the property the checker refuses the loopback host.
	const java = ["-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar];
	const options = ["--format", "json", "--stdout", "--exit-zero-always"];
	const ask = () => run("java", [...java, ...options, ...addresses]);
	let result = await ask();
	// The checker waits five seconds for a page, which a loaded machine may need: that says nothing about the page.
	if (result.out.includes("TimeoutException"))
		result = await ask();
	assert.equal(result.status, 0, result.err);
	const said = JSON.parse(result.out).messages.map((message) => {
		const { type, subType: level = type, url, lastLine = 0, lastColumn = 0, message: text } = message;
		return { level, line: `${url.slice(root.length)}:${lastLine}:${lastColumn}: ${level}: ${text}` };
	});
	for (const { line } of said.filter(({ level }) => level === "info"))
		t.diagnostic(line);
	none(said.filter(({ level }) => level !== "info").map(({ line }) => line));
}

test("every page of the site", (t) => checkAll(t, site));
test("every page of the site with a base URL", (t) => checkAll(t, siteUrl));
test("every page of a site that lacks translations", async (t) => {
	const gone = ["digital-id/account-blocked.kk.md", "digital-id/why-rejected.ru.md"];
	const { output } = await buildWithout(temporary(t), gone);
	await checkAll(t, output);
});
test("every page of a site with all forms of text", async (t) => checkAll(t, (await siteOfForms(t)).output));
