// The ways in which people have the site: on a host below a path, as a folder, and from a bundle.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { serve } from "./server.mjs";
import { unpacked } from "../tools/bundle.mjs";
import { temporary } from "../tools/files.mjs";
import { site } from "../tools/project.mjs";

export const below = "/some/sub/path/";
// A folder as people have it: blanks, letters beyond ASCII, signs that mean something in an address.
const awkward = "Көмек орталығы 100% #1";

// Each resolves to {url, missed}: the site's root, and the addresses that had no file.
export const overHttp = (t, folder = site) => serve(folder, below, (end) => t.after(end));

export async function fromFolder(t, folder = site) {
	const copy = path.join(temporary(t), awkward);
	fs.cpSync(folder, copy, { recursive: true });
	return { url: pathToFileURL(`${copy}${path.sep}`).href, missed: [] };
}

export async function fromBundle(t) {
	const folder = await unpacked(path.join(temporary(t), awkward));
	return { url: pathToFileURL(`${folder}${path.sep}`).href, missed: [] };
}

// The ways in which a site that a test made itself can be had.
export const ownWays = [["over http under a path", overHttp], ["from a folder", fromFolder]];
export const ways = [...ownWays, ["from an unpacked bundle", fromBundle]];
