// The bundle is the site in one archive: the same bytes, whoever makes and unpacks it, or the old archive as it was.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { bundle, mustBundle, mustUnpack, unpack, unpackers } from "../tools/bundle.mjs";
import { changed, hashes, identities, listFiles, temporary, write } from "../tools/files.mjs";
import { none } from "../tools/none.mjs";
import { mustBuild } from "../tools/process.mjs";
import { baseUrl, content, languages, root, site, siteUrl, templates } from "../tools/project.mjs";

const isHidden = (name) => name.split("/").some((part) => part.startsWith("."));

// What an unpacked archive must hold: the site's files, in the folder komek, and README.txt.
function inFolder(folder) {
	const files = Object.entries(hashes(folder)).filter(([name]) => !isHidden(name));
	return Object.fromEntries(files.map(([name, hash]) => [`komek/${name}`, hash]));
}

function withoutReadme(files) {
	const { "komek/README.txt": readme, ...rest } = files;
	assert.ok(readme, "there is no README.txt");
	return rest;
}

// Names by the archive's own directory, in its order: signature, name's length at 28, name at 46.
function namesIn(archive) {
	const bytes = fs.readFileSync(archive);
	const names = [];
	for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 46))
		names.push(bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString());
	return names;
}

const ways = {
	"one thread": { args: ["--jobs", "1"] },
	"eight threads": { args: ["--jobs", "8"] },
	"another directory": { cwd: "/" },
	"paths relative to the project": { cwd: root, from: "content", look: "templates" },
	"the C locale": { env: { LC_ALL: "C" } },
	"a UTF-8 locale": { env: { LC_ALL: "C.UTF-8" } },
	"a Turkish locale": { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" } },
	"the time of Almaty": { env: { TZ: "Asia/Almaty" } },
	"the time of Honolulu": { env: { TZ: "Pacific/Honolulu" } },
	"messages in Kazakh": { args: ["--messages", "kk"] },
};

test("two bundles of the same sources are the same bytes", async (t) => {
	const folder = temporary(t);
	const first = path.join(folder, "first.zip");
	await mustBundle(first);
	for (const [name, options] of Object.entries(ways)) {
		await t.test(name, async () => {
			const again = path.join(folder, `${name}.zip`);
			await mustBundle(again, options);
			assert.ok(fs.readFileSync(first).equals(fs.readFileSync(again)));
		});
	}
});

for (const [name, options, like] of [["without", {}, site], ["with", { args: ["--base-url", baseUrl] }, siteUrl]]) {
	test(`the files of the bundle are those of the site, ${name} a base URL`, async (t) => {
		const folder = temporary(t);
		const archive = path.join(folder, "komek.zip");
		await mustBundle(archive, options);
		await mustUnpack(archive, path.join(folder, "out"));
		none(changed(inFolder(like), withoutReadme(hashes(path.join(folder, "out")))));
	});
}

test("sorted names, all in one folder", async (t) => {
	const archive = path.join(temporary(t), "komek.zip");
	await mustBundle(archive);
	const names = namesIn(archive);
	const bytes = names.map((name) => Buffer.from(name));
	assert.deepEqual(bytes, [...bytes].sort(Buffer.compare));
	assert.equal(names.length, Object.keys(inFolder(site)).length + 1);
	none(names.filter((name) => !name.startsWith("komek/") || isHidden(name) || name.endsWith("/")));
});

test("README.txt speaks every language, in a way that Notepad reads", async (t) => {
	const folder = temporary(t);
	await mustBundle(path.join(folder, "komek.zip"));
	await mustUnpack(path.join(folder, "komek.zip"), folder);
	const text = fs.readFileSync(path.join(folder, "komek/README.txt"), "utf8");
	assert.ok(text.startsWith("\ufeff"));
	assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/);
	assert.doesNotMatch(text, /[{}]/, "an argument is not filled in");
	const parts = text.split("* * *");
	assert.equal(parts.length, languages.length);
	for (const part of parts)
		assert.match(part, /index\.html/);
});

// The project's templates with a picture whose name is hard to pack, and one that is empty.
function templatesWithPictures(folder) {
	const look = path.join(folder, "templates");
	fs.cpSync(templates, look, { recursive: true });
	write(path.join(look, "assets/Жаңа сурет әіңғүұқөһ.png"), "not really a picture\n");
	write(path.join(look, "assets/empty.svg"), "");
	return look;
}

test("every tool unpacks it alike", async (t) => {
	const folder = temporary(t);
	const look = templatesWithPictures(folder);
	const archive = path.join(folder, "komek.zip");
	await mustBuild(path.join(folder, "public"), { look });
	await mustBundle(archive, { look });
	const wanted = inFolder(path.join(folder, "public"));
	assert.ok("komek/assets/Жаңа сурет әіңғүұқөһ.png" in wanted, "the picture is not in the site");
	for (const tool of Object.keys(unpackers)) {
		await t.test(tool, async (t) => {
			const out = path.join(folder, tool);
			const result = await unpack(tool, archive, out);
			if (!result)
				return t.skip(`${tool} is not installed`);
			assert.equal(result.status, 0, result.out + result.err);
			none(changed(wanted, withoutReadme(hashes(out))));
		});
	}
});

test("one line says what was done; a second bundle touches nothing", async (t) => {
	const folder = temporary(t);
	const archive = path.join(folder, "komek.zip");
	const { out } = await mustBundle(archive);
	const [, pages, where, bytes] = /^Packed (\d+) pages into (.*): (\d+) bytes, \d+ ms\n$/.exec(out) ?? [];
	assert.equal(Number(pages), listFiles(site).filter((name) => name.endsWith(".html")).length, out);
	assert.equal(where, archive);
	assert.equal(Number(bytes), fs.statSync(archive).size);
	const before = identities(folder);
	assert.match((await mustBundle(archive)).out, /Nothing has changed/);
	none(changed(before, identities(folder)));
});

test("content with an error leaves the old archive, or none", async (t) => {
	const folder = temporary(t);
	const from = path.join(folder, "content");
	fs.cpSync(content, from, { recursive: true });
	fs.mkdirSync(path.join(folder, "out"));
	const archive = path.join(folder, "out/komek.zip");
	write(path.join(from, "digital-id/broken.ru.md"), "no front matter at all\n");
	const first = await bundle(archive, { from });
	assert.equal(first.status, 1, first.err);
	assert.match(first.err, /broken\.ru\.md:1:1: error: /);
	assert.deepEqual(fs.readdirSync(path.join(folder, "out")), []);
	await mustBundle(archive);
	const before = identities(path.join(folder, "out"));
	assert.equal((await bundle(archive, { from })).status, 1);
	none(changed(before, identities(path.join(folder, "out"))));
});

const wrong = {
	"no such folder": { archive: "none/komek.zip", says: /cannot be opened/ },
	"another ending": { archive: "komek.docx", says: /--archive does not take 'komek\.docx'; it takes FILE\.zip/ },
	"a folder of this name": { archive: "folder.zip", says: /cannot write folder\.zip/ },
};

for (const [name, { archive, says }] of Object.entries(wrong)) {
	test(`refused: ${name}`, async (t) => {
		const cwd = temporary(t);
		fs.mkdirSync(path.join(cwd, "folder.zip"));
		const { status, err } = await bundle(archive, { cwd });
		assert.equal(status, 2);
		assert.match(err, says);
		assert.deepEqual(fs.readdirSync(cwd), ["folder.zip"]);
	});
}
