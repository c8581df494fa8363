// The search of a built site outside a browser: the site's own script and index files, run in a context of node:vm whose
// document knows nothing but to load scripts.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

export const client = "assets/search.js";

// Gives the site's komek object, and the files that it has loaded so far.
export function searchOf(site) {
	const loaded = [];
	const own = { getAttribute: () => `../${client}` };
	const run = (name, script) => {
		document.currentScript = script;
		vm.runInContext(fs.readFileSync(path.join(site, name.replace(/\?.*/, "")), "utf8"), context, { filename: name });
	};
	const appendChild = (script) => queueMicrotask(() => {
		const name = path.posix.relative("..", script.src);
		try {
			run(name, script);
			loaded.push(name);
		} catch {
			script.onerror();
			return;
		}
		script.onload();
	});
	const document = {
		currentScript: null,
		documentElement: { lang: "" },
		querySelector: () => null,
		querySelectorAll: () => [],
		createElement: () => ({ remove() {} }),
		head: { appendChild },
	};
	const context = vm.createContext({ document, addEventListener: () => undefined });
	run(client, own);
	return { komek: vm.runInContext("komek", context), loaded };
}
