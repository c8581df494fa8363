// One golden case: a folder that says what goes in and what must come out. README.md beside this file tells an editor.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { change } from "./change.mjs";
import { changed, identities, isFile, listFiles, write } from "../tools/files.mjs";
import { run } from "../tools/process.mjs";
import { komek, templates } from "../tools/project.mjs";

export const folder = path.dirname(fileURLToPath(import.meta.url));
const base = path.join(folder, "base");

// A case is any folder area/name; "base" is what lies under each of them.
export function allCases() {
	const entries = (at) => fs.readdirSync(at, { withFileTypes: true });
	const folders = (at) => entries(at).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	const areas = folders(folder).filter((area) => area !== "base");
	return areas.flatMap((area) => folders(path.join(folder, area)).map((name) => `${area}/${name}`)).sort();
}

function lines(file) {
	if (!fs.existsSync(file))
		return [];
	return fs.readFileSync(file, "utf8").split("\n").filter((line) => line.trim() && !line.startsWith("#"));
}

// A working copy: the base, the project's templates, the case's own files over both, then what git cannot hold.
export function prepare(name) {
	const source = path.join(folder, name);
	const copy = fs.mkdtempSync(path.join(os.tmpdir(), "komek-case-"));
	fs.cpSync(base, copy, { recursive: true });
	fs.cpSync(templates, path.join(copy, "templates"), { recursive: true });
	for (const part of ["content", "templates", "public"]) {
		if (fs.existsSync(path.join(source, part)))
			fs.cpSync(path.join(source, part), path.join(copy, part), { recursive: true });
	}
	lines(path.join(source, "make")).forEach((line) => change(copy, line));
	return copy;
}

export function command(name) {
	const words = (lines(path.join(folder, name, "cmd"))[0] ?? "check").trim().split(/\s+/);
	return words.includes("--messages") ? words : [...words, "--messages", "en"];
}

// Nothing of the caller's own settings may change what a case says.
function environment() {
	const env = { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" };
	delete env.KOMEK_MESSAGES;
	return env;
}

// How long a build took is nobody's golden.
const steady = (text) => text.replace(/\d+ ms\b/g, "N ms");

function wanted(name, copy) {
	const source = path.join(folder, name);
	const text = (file) => fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
	const blessed = fs.existsSync(path.join(source, "want.diag"));
	const diag = text(path.join(source, "want.diag"));
	const status = text(path.join(source, "want.status")).trim();
	const below = (part) => fs.existsSync(path.join(source, part)) ? listFiles(path.join(source, part)) : [];
	const pages = path.join(source, "want");
	const files = below("want");
	return {
		diag,
		blessed,
		status: status ? Number(status) : /: error: /.test(diag) ? 1 : 0,
		files: Object.fromEntries(files.map((file) => [file, text(path.join(pages, file))])),
		got: (file) => text(path.join(copy, "public", file)),
		fixed: below("want.fixed"),
		out: fs.existsSync(path.join(source, "want.out")) ? text(path.join(source, "want.out")) : null,
	};
}

// A run that only checks, or that fails, leaves every file as it was: nothing new, nothing rewritten, nothing gone.
function untouched(copy, before) {
	const touched = changed(before, identities(copy));
	return touched.length ? [{ what: "files touched", want: "", got: touched.join(" ") }] : [];
}

// Files are compared as bytes: a carriage return or a mark that cannot be seen counts.
const bytes = (...names) => fs.readFileSync(path.join(...names), "latin1");
const shown = (...names) => isFile(path.join(...names.slice(0, -1)), names.at(-1)) ? bytes(...names) : "";

// What each path holds; of what is no plain file, that it is none.
function contents(copy) {
	const of = (file) => fs.lstatSync(path.join(copy, file)).isFile() ? bytes(copy, file) : "no plain file";
	return Object.fromEntries(listFiles(copy).map((file) => [file, of(file)]));
}

// Every file is what it was before, but for those that must be as want.fixed has them.
function fixedProblems(name, what, want, copy, before) {
	const source = path.join(folder, name, "want.fixed");
	const wrong = want.fixed.filter((file) => shown(copy, file) !== bytes(source, file));
	const strange = changed(before, contents(copy)).filter((file) => !want.fixed.includes(file));
	return [
		...wrong.map((file) => ({ what: `${what}: ${file}`, want: bytes(source, file), got: shown(copy, file) })),
		...strange.map((file) => ({ what: `${what}: changed`, want: "", got: file })),
	];
}

// What holds of every repairing: once more changes nothing, and the patch of a dry run makes the same files.
async function fixProblems(name, args, want, copy, before) {
	const problems = fixedProblems(name, "fixed", want, copy, before);
	const fixed = identities(copy);
	const again = await run(komek, args, { cwd: copy, env: environment() });
	problems.push(...untouched(copy, fixed));
	if (again.err !== want.diag)
		problems.push({ what: "fixed again", want: want.diag, got: again.err });
	const other = prepare(name);
	try {
		const start = identities(other);
		const dry = await run(komek, [...args, "--dry-run"], { cwd: other, env: environment() });
		problems.push(...untouched(other, start));
		if (dry.err !== want.diag)
			problems.push({ what: "dry run", want: want.diag, got: dry.err });
		if (dry.out)
			execFileSync("patch", ["-s", "-p0"], { cwd: other, input: dry.out });
		problems.push(...fixedProblems(name, "patched", want, other, before));
	} finally {
		fs.rmSync(other, { recursive: true, force: true });
	}
	return problems;
}

// Bad content must never reach the output.
async function buildProblems(copy, before) {
	const result = await run(komek, ["build", "--messages", "en"], { cwd: copy, env: environment() });
	const status = String(result.status ?? result.signal);
	const wrong = status === "1" ? [] : [{ what: "status of a build", want: "1", got: status }];
	return [...wrong, ...untouched(copy, before)];
}

function differences(want, result) {
	const status = result.status ?? result.signal;
	const problems = [];
	if (!want.blessed)
		return [{ what: "want.diag", want: "a file", got: "" }];
	if (steady(result.err) !== want.diag)
		problems.push({ what: "want.diag", want: want.diag, got: steady(result.err) });
	if (status !== want.status)
		problems.push({ what: "status", want: String(want.status), got: String(status) });
	if (want.out !== null && steady(result.out) !== want.out)
		problems.push({ what: "want.out", want: want.out, got: steady(result.out) });
	for (const [file, text] of Object.entries(want.files)) {
		if (want.got(file) !== text)
			problems.push({ what: `want/${file}`, want: text, got: want.got(file) });
	}
	return problems;
}

// Rewrites the wanted files; the status only where it is not the one that follows from the diagnostics.
function bless(name, want, result) {
	const source = path.join(folder, name);
	const diag = steady(result.err);
	fs.writeFileSync(path.join(source, "want.diag"), diag);
	const follows = /: error: /.test(diag) ? 1 : 0;
	fs.rmSync(path.join(source, "want.status"), { force: true });
	if (result.status !== follows)
		fs.writeFileSync(path.join(source, "want.status"), `${result.status}\n`);
	for (const file of Object.keys(want.files))
		fs.writeFileSync(path.join(source, "want", file), want.got(file));
	if (want.out !== null)
		fs.writeFileSync(path.join(source, "want.out"), steady(result.out));
}

// Writes each file that the command changed to want.fixed, whole.
function blessFixed(name, copy, before) {
	const source = path.join(folder, name, "want.fixed");
	fs.rmSync(source, { recursive: true, force: true });
	for (const file of changed(before, contents(copy)))
		write(path.join(source, file), fs.readFileSync(path.join(copy, file)));
}

// Resolves to what is wrong: a list of {what, want, got}, empty where the case passes.
export async function check(name, rewrite = false) {
	const copy = prepare(name);
	try {
		const args = command(name);
		const before = identities(copy);
		const start = contents(copy);
		const fixes = args[0] === "fix" && !args.includes("--dry-run");
		const result = await run(komek, args, { cwd: copy, env: environment() });
		const want = wanted(name, copy);
		if (rewrite && !result.signal)
			bless(name, want, result);
		if (rewrite && fixes)
			blessFixed(name, copy, start);
		const now = rewrite ? wanted(name, copy) : want;
		const problems = differences(now, result);
		if (fixes && result.status !== 2)
			problems.push(...await fixProblems(name, args, now, copy, start));
		else if (result.status !== 0 || args[0] === "check" || args[0] === "fix")
			problems.push(...untouched(copy, before));
		if (result.status === 1 && args[0] === "check")
			problems.push(...await buildProblems(copy, before));
		return problems;
	} finally {
		fs.rmSync(copy, { recursive: true, force: true });
	}
}
