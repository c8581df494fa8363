// The real content and templates with a repair in every file: all of them come back as they were, byte for byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { changed, hashes, listFiles, temporary } from "../tools/files.mjs";
import { run } from "../tools/process.mjs";
import { content, komek, templates } from "../tools/project.mjs";

const mark = Buffer.from("efbbbf", "hex");
const repairable = /\.(md|yaml|xhtml)$/;

// Texts in a folder whose name has what patches must quote; every other one has line ends of Windows or no last one.
function copyOf(folder) {
	const texts = path.join(folder, "мои \"тексты\"");
	fs.cpSync(content, texts, { recursive: true });
	fs.cpSync(templates, path.join(folder, "look"), { recursive: true });
	listFiles(texts).filter((name) => name.endsWith(".md")).forEach((name, i) => {
		const text = fs.readFileSync(path.join(texts, name), "utf8");
		const changes = [(t) => t, (t) => t.replace(/\n/g, "\r\n"), (t) => t.trimEnd()];
		fs.writeFileSync(path.join(texts, name), changes[i % changes.length](text));
	});
	return folder;
}

// A byte-order mark at the beginning of every file that is read as a text.
function spoil(folder) {
	const files = listFiles(folder).filter((name) => repairable.test(name));
	for (const name of files) {
		const file = path.join(folder, name);
		fs.chmodSync(file, 0o640);
		fs.writeFileSync(file, Buffer.concat([mark, fs.readFileSync(file)]));
	}
	return files;
}

const fix = (folder, ...args) => run(komek, ["fix", "--content", "мои \"тексты\"", "--templates", "look/",
	"--messages", "en", ...args], { cwd: folder });

test("every file that had a repair is as it was, and keeps its mode", async (t) => {
	const folder = copyOf(temporary(t));
	const before = hashes(folder);
	const files = spoil(folder);
	const result = await fix(folder);
	assert.equal(result.status, 0, result.err);
	assert.equal(result.err, "");
	assert.deepEqual(changed(before, hashes(folder)), []);
	assert.match(result.out, new RegExp(`Made ${files.length} repairs in ${files.length} files`));
	for (const name of files)
		assert.equal(fs.statSync(path.join(folder, name)).mode & 0o7777, 0o640, name);
});

test("the patch of a dry run makes the same, and the dry run nothing", async (t) => {
	const folder = copyOf(temporary(t));
	const before = hashes(folder);
	spoil(folder);
	const spoilt = hashes(folder);
	const result = await fix(folder, "--dry-run");
	assert.equal(result.status, 0, result.err);
	assert.deepEqual(changed(spoilt, hashes(folder)), []);
	execFileSync("patch", ["-s", "-p0"], { cwd: folder, input: result.out });
	assert.deepEqual(changed(before, hashes(folder)), []);
});

test("a file behind a link is told, and the others are repaired", async (t) => {
	const folder = copyOf(temporary(t));
	const before = hashes(folder);
	spoil(folder);
	fs.renameSync(path.join(folder, "look/strings"), path.join(folder, "far"));
	fs.symlinkSync("../far", path.join(folder, "look/strings"));
	const result = await fix(folder);
	assert.equal(result.status, 2);
	assert.equal(result.err.match(/^komek: look\/\/strings\/..\.yaml is a symbolic link or lies behind one/gm)?.length, 3);
	assert.equal(result.err.match(/warning: the file begins with a byte-order mark/g)?.length, 3);
	fs.rmSync(path.join(folder, "look/strings"));
	fs.renameSync(path.join(folder, "far"), path.join(folder, "look/strings"));
	assert.deepEqual(changed(before, hashes(folder)), ["kk", "ru", "en"].map((lang) => `look/strings/${lang}.yaml`).sort());
});
