// Folders as data: lists, snapshots, temporary copies.
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

// Every file below a folder, as sorted paths with /, dot-files too.
export function listFiles(folder, below = "") {
	const names = fs.readdirSync(path.join(folder, below), { withFileTypes: true });
	return names.flatMap((entry) => {
		const name = path.posix.join(below, entry.name);
		return entry.isDirectory() ? listFiles(folder, name) : [name];
	}).sort();
}

export const htmlFiles = (folder) => listFiles(folder).filter((name) => name.endsWith(".html"));

export function isFile(folder, name) {
	return fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
}

export const read = (folder, name) => fs.readFileSync(path.join(folder, name), "utf8");

// What each file holds: path to a hash of the bytes.
export function hashes(folder) {
	return Object.fromEntries(listFiles(folder).map((name) => {
		const bytes = fs.readFileSync(path.join(folder, name));
		return [name, crypto.createHash("sha256").update(bytes).digest("hex")];
	}));
}

// Which file each path is: one that was rewritten with the same bytes shows here and not in hashes().
export function identities(folder) {
	return Object.fromEntries(listFiles(folder).map((name) => {
		const stat = fs.lstatSync(path.join(folder, name), { bigint: true });
		return [name, `${stat.ino} ${stat.mtimeNs} ${stat.size}`];
	}));
}

// A new empty folder; it goes when the test that asked for it ends.
export function temporary(t) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "komek-test-"));
	t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
	return folder;
}

export function write(file, text) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	fs.writeFileSync(file, text);
}

// The names whose hash or identity differs between two of the above, or that only one of them has.
export function changed(first, second) {
	const names = new Set([...Object.keys(first), ...Object.keys(second)]);
	return [...names].filter((name) => first[name] !== second[name]);
}
