// What git cannot hold, or what a text editor cannot show, made in the working copy of a case: one line of its "make".
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const bytes = (hex) => Buffer.from(hex, "hex");

// Replaces every {mark} in a file by bytes.
function replace(file, mark, by) {
	const text = fs.readFileSync(file);
	const at = text.indexOf(mark);
	if (at < 0)
		throw new Error(`${file} has no ${mark}`);
	fs.writeFileSync(file, Buffer.concat([text.subarray(0, at), by, text.subarray(at + Buffer.byteLength(mark))]));
}

const changes = {
	symlink: (file, target) => fs.symlinkSync(target, file),
	fifo: (file) => execFileSync("mkfifo", [file]),
	remove: (file) => fs.rmSync(file, { recursive: true }),
	crlf: (file) => fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/\n/g, "\r\n")),
	bom: (file) => fs.writeFileSync(file, Buffer.concat([bytes("efbbbf"), fs.readFileSync(file)])),
	utf16: (file) => fs.writeFileSync(file, Buffer.from(`\ufeff${fs.readFileSync(file, "utf8")}`, "utf16le")),
	append: (file, ...words) => fs.appendFileSync(file, `${words.join(" ")}\n`),
	bytes: (file, mark, hex) => replace(file, mark, bytes(hex)),
	repeat: (file, mark, text, count) => replace(file, mark, Buffer.from(text.repeat(Number(count)))),
};

export function change(copy, line) {
	const [verb, file, ...rest] = line.trim().split(/\s+/);
	if (!changes[verb])
		throw new Error(`unknown verb in make: ${verb}; known: ${Object.keys(changes).join(", ")}`);
	fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
	changes[verb](path.join(copy, file), ...rest);
}
