// The real content without some of its files, built as a site.
import fs from "node:fs";
import path from "node:path";

import { mustBuild } from "../tools/process.mjs";
import { baseUrl, content } from "../tools/project.mjs";

// Resolves to {content, output, said}: the folders, and what the build wrote to standard error.
export async function buildWithout(folder, files) {
	const copy = path.join(folder, "content");
	const output = path.join(folder, "public");
	fs.cpSync(content, copy, { recursive: true });
	files.forEach((file) => fs.rmSync(path.join(copy, file)));
	const { err } = await mustBuild(output, { from: copy, args: ["--base-url", baseUrl] });
	return { content: copy, output, said: err };
}
