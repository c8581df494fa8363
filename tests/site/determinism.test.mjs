// The same sources give the same bytes, wherever and however they are built; and no build writes what it need not.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { changed, hashes, identities, isFile, temporary, write } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";
import { build, mustBuild } from "../tools/process.mjs";
import { baseUrl, content, site, root } from "../tools/project.mjs";

const wanted = hashes(site);

const ways = {
	"one thread": { args: ["--jobs", "1"] },
	"eight threads": { args: ["--jobs", "8"] },
	"another directory": { cwd: "/" },
	"paths relative to the project": { cwd: root, from: "content", look: "templates" },
	"the C locale": { env: { LC_ALL: "C" } },
	"a Russian locale": { env: { LC_ALL: "ru_RU.UTF-8", LANG: "ru_RU.UTF-8" } },
	"a Turkish locale": { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } },
	"no locale at all": { env: { LC_ALL: "", LANG: "", LC_CTYPE: "" } },
	"the time of Almaty": { env: { TZ: "Asia/Almaty" } },
	"the time of Honolulu": { env: { TZ: "Pacific/Honolulu" } },
	"universal time": { env: { TZ: "UTC" } },
	"messages in Kazakh": { args: ["--messages", "kk"] },
};

for (const [name, options] of Object.entries(ways)) {
	test(`the same bytes with ${name}`, async (t) => {
		const output = path.join(temporary(t), "public");
		await mustBuild(output, options);
		none(changed(wanted, hashes(output)));
	});
}

test("a second build touches nothing", async (t) => {
	const output = path.join(temporary(t), "public");
	await mustBuild(output);
	const first = identities(output);
	await mustBuild(output);
	none(changed(first, identities(output)));
});

// A copy of the content whose site stands in `output`, for a test to change.
async function editable(t) {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	const output = path.join(folder, "public");
	fs.cpSync(content, from, { recursive: true });
	await mustBuild(output, { from });
	return { from, output, folder };
}

test("a changed word rewrites its own pages, a removed question goes, the rest is not touched", async (t) => {
	const { from, output } = await editable(t);
	const first = identities(output);
	const file = path.join(from, "digital-id/no-sms-code.ru.md");
	fs.appendFileSync(file, "\nЕщё одно слово.\n");
	await mustBuild(output, { from });
	const rewritten = changed(first, identities(output)).filter((name) => name.endsWith(".html"));
	const holding = ["ru/all.html", "ru/digital-id/no-sms-code.html", "ru/digital-id/all.html"];
	assert.ok(rewritten.includes(holding[1]), "the page itself");
	none(rewritten.filter((name) => !holding.includes(name)));
	none(holding.filter((name) => !rewritten.includes(name)).map((name) => `${name} lacks the word`));
	for (const lang of ["kk", "ru", "en"])
		fs.rmSync(path.join(from, `mobile-citizens/foreign-citizens.${lang}.md`));
	for (const name of fs.readdirSync(path.join(from, "mobile-citizens")))
		unlink(path.join(from, "mobile-citizens", name));
	await mustBuild(output, { from });
	assert.ok(!isFile(output, "ru/mobile-citizens/foreign-citizens.html"), "the page is still there");
});

test("with a base URL a changed date and summary rewrite the feed, too, and the sitemap", async (t) => {
	const args = ["--base-url", baseUrl];
	const { from, output } = await editable(t);
	await mustBuild(output, { from, args });
	const first = identities(output);
	const file = path.join(from, "digital-id/no-sms-code.ru.md");
	const text = fs.readFileSync(file, "utf8");
	fs.writeFileSync(file, text.replace(/^updated: .*$/m, "updated: 2026-11-24"));
	await mustBuild(output, { from, args });
	const dated = ["ru/digital-id/no-sms-code.html", "ru/feed.xml", "sitemap.xml"];
	assert.deepEqual(files(changed(first, identities(output))), dated);
	const second = identities(output);
	fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^summary: "/m, "$&Теперь "));
	await mustBuild(output, { from, args });
	const showing = ["ru/all.html", "ru/digital-id/all.html", "ru/digital-id/index.html", ...dated.slice(0, 2)];
	assert.deepEqual(files(changed(second, identities(output))), showing.sort());
});

// The build's own notes are no pages; which parts of the index follow a word, search.test.mjs tells.
const files = (names) => names.filter((name) => !name.startsWith(".") && !name.startsWith("assets/search/")).sort();

// Links to the question that goes would be dead: they become plain words.
function unlink(file) {
	fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/\[([^\]]*)\]\(foreign-citizens[^)]*\)/g, "$1"));
}

test("an error leaves the output byte for byte and file for file", async (t) => {
	const { from, output, folder } = await editable(t);
	fs.writeFileSync(path.join(output, ".keep"), "a dot-file of the host\n");
	const bytes = hashes(output);
	const files = identities(output);
	write(path.join(from, "digital-id/broken.ru.md"), "no front matter at all\n");
	const result = await build(output, { from });
	assert.equal(result.status, 1, result.err);
	assert.match(result.err, /broken\.ru\.md:1:1: error: /);
	none(changed(bytes, hashes(output)));
	none(changed(files, identities(output)));
	assert.deepEqual(fs.readdirSync(folder).filter((name) => name.includes("stage")), [], "nothing is left behind");
});
