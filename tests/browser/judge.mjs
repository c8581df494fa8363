// What is wrong with the pages that collect() took down, as lines for none().
import { isFile } from "../tools/files.mjs";
import { languages, site } from "../tools/project.mjs";

// The languages' own prefixes stripped: "ru/pay/refund.html" and "kk/pay/refund.html" are one place.
const place = (file) => languages.includes(file.split("/")[0]) ? file.slice(file.indexOf("/") + 1) : null;

export function deadLinks(pages) {
	const dead = [];
	for (const { file, links } of pages.values()) {
		for (const { raw, target, fragment } of links) {
			const page = pages.get(target);
			if (target === null)
				dead.push(`${file}: ${raw} leaves the site's folder`);
			else if (!page && !isFile(site, target))
				dead.push(`${file}: ${raw} leads to ${target}, which is no file`);
			else if (fragment && !page?.ids.includes(fragment))
				dead.push(`${file}: ${raw} leads to #${fragment}, which ${target} does not have`);
		}
	}
	return dead;
}

// The switch: each page of a language leads to the same place in each other language, and to no other page there.
export function lostSwitches(pages) {
	const lost = [];
	for (const { file, links } of pages.values()) {
		if (place(file) === null)
			continue;
		const own = file.split("/")[0];
		for (const other of languages.filter((lang) => lang !== own)) {
			const targets = links.map((link) => link.target);
			const there = targets.filter((target) => target?.startsWith(`${other}/`));
			if (!there.includes(`${other}/${place(file)}`))
				lost.push(`${file}: no link to the same page in ${other}`);
			for (const target of there.filter((name) => name !== `${other}/${place(file)}`))
				lost.push(`${file}: a link to another page in ${other}: ${target}`);
		}
	}
	return lost;
}

export function malformed(pages) {
	const wrong = [];
	for (const { file, kind, lang, ids } of pages.values()) {
		const inFolder = file.split("/")[0];
		if (!kind)
			wrong.push(`${file}: does not say its kind`);
		if (languages.includes(inFolder) ? lang !== inFolder : !languages.includes(lang))
			wrong.push(`${file}: html has lang="${lang}"`);
		const double = ids.find((id, i) => ids.indexOf(id) !== i);
		if (double !== undefined)
			wrong.push(`${file}: id "${double}" stands twice`);
	}
	return wrong;
}
