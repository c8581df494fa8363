// The search of a built site outside a browser: the site's own scripts and index files, run in a context of node:vm whose
// document knows nothing but to load scripts.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

export const scripts = ["search-text", "search-stem", "search-read", "search-rank", "search-parts", "search-find"];

// Gives the site's komek object, and the files that it has loaded so far.
export function searchOf(site) {
	const loaded = [];
	const run = (name) => vm.runInContext(fs.readFileSync(path.join(site, name), "utf8"), context, { filename: name });
	const appendChild = (script) => queueMicrotask(() => {
		const name = path.posix.relative("..", script.src);
		try {
			run(name);
			loaded.push(name);
		} catch {
			script.onerror();
			return;
		}
		script.onload();
	});
	const document = {
		currentScript: { getAttribute: () => "../assets/search-parts.js" },
		documentElement: { lang: "" },
		createElement: () => ({ remove() {} }),
		head: { appendChild },
	};
	const context = vm.createContext({ document });
	scripts.forEach((name) => run(`assets/${name}.js`));
	return { komek: vm.runInContext("komek", context), loaded };
}
