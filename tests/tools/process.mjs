// Programs run to their end, with what they said.
import { spawn } from "node:child_process";

import { komek, content, templates } from "./project.mjs";

// Resolves to {status, signal, out, err}; a program that does not end in time is killed and has a signal.
export function run(program, args, options = {}) {
	const { seconds = 120, ...rest } = options;
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...rest });
		const clock = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
		const out = [];
		const err = [];
		const text = (chunks) => Buffer.concat(chunks).toString();
		child.stdout.on("data", (chunk) => out.push(chunk));
		child.stderr.on("data", (chunk) => err.push(chunk));
		child.on("error", reject);
		child.on("close", (status, signal) => {
			clearTimeout(clock);
			resolve({ status, signal, out: text(out), err: text(err) });
		});
	});
}

// Builds a site; the project's own content and templates unless told otherwise.
export function build(output, options = {}) {
	const { args = [], env = {}, cwd, from = content, look = templates } = options;
	const folders = ["--content", from, "--templates", look, "--output", output];
	return run(komek, ["build", ...folders, "--messages", "en", ...args], { cwd, env: { ...process.env, ...env } });
}

// As build(), for tests that need a site: anything but success is the test's failure.
export async function mustBuild(output, options = {}) {
	const result = await build(output, options);
	if (result.status !== 0)
		throw new Error(`the build ended with ${result.status ?? result.signal}:\n${result.err}`);
	return result;
}

// Runs work over all items, a few at a time, and keeps their order.
export async function parallel(items, width, work) {
	const results = [];
	let next = 0;
	const lane = async () => {
		while (next < items.length) {
			const at = next++;
			results[at] = await work(items[at]);
		}
	};
	await Promise.all(Array.from({ length: width }, lane));
	return results;
}
