// The bundle: made by the program, unpacked by whatever tools people have.
import fs from "node:fs";
import path from "node:path";

import { run } from "./process.mjs";
import { komek, content, templates } from "./project.mjs";

// Makes an archive; the project's own content and templates unless told otherwise.
export function bundle(archive, options = {}) {
	const { args = [], env = {}, cwd, from = content, look = templates } = options;
	const folders = ["--content", from, "--templates", look, "--archive", archive];
	return run(komek, ["bundle", ...folders, "--messages", "en", ...args], { cwd, env: { ...process.env, ...env } });
}

// As bundle(), for tests that need an archive: anything but success is the test's failure.
export async function mustBundle(archive, options = {}) {
	const result = await bundle(archive, options);
	if (result.status !== 0)
		throw new Error(`the bundle ended with ${result.status ?? result.signal}:\n${result.err}`);
	return result;
}

// How each tool unpacks an archive into a folder that is there.
export const unpackers = {
	unzip: (archive, folder) => ["unzip", ["-q", archive, "-d", folder]],
	bsdtar: (archive, folder) => ["bsdtar", ["-xf", archive, "-C", folder]],
	"7z": (archive, folder) => ["7z", ["x", "-y", `-o${folder}`, archive]],
	python3: (archive, folder) => ["python3", ["-m", "zipfile", "-e", archive, folder]],
};

// Unpacks into a new folder. Resolves to what run() gives, or to null where the tool is not installed.
export async function unpack(tool, archive, folder) {
	const [program, args] = unpackers[tool](archive, folder);
	fs.mkdirSync(folder, { recursive: true });
	try {
		return await run(program, args, { env: { ...process.env, LC_ALL: "C.UTF-8" } });
	} catch (error) {
		if (error.code === "ENOENT")
			return null;
		throw error;
	}
}

// For tests that need the files: whichever tool there is.
export async function mustUnpack(archive, folder) {
	for (const tool of Object.keys(unpackers)) {
		const result = await unpack(tool, archive, folder);
		if (result?.status === 0)
			return;
		if (result)
			throw new Error(`${tool} ended with ${result.status ?? result.signal}:\n${result.out}${result.err}`);
	}
	throw new Error(`none of these is installed: ${Object.keys(unpackers).join(", ")}`);
}

// A bundle of the project's content, unpacked into the folder. Resolves to where the site is then.
export async function unpacked(folder) {
	const archive = path.join(folder, "komek.zip");
	fs.mkdirSync(folder, { recursive: true });
	await mustBundle(archive);
	await mustUnpack(archive, folder);
	return path.join(folder, "komek");
}
