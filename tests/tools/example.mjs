// The examples of generator/diag/explain.def, which describes their notation, as small sites on disk.
import fs from "node:fs";
import path from "node:path";

import { write } from "./files.mjs";
import { templates } from "./project.mjs";

const words = {
	kk: { site: "Көмек", home: "Көмек керек пе?", choose: "Сұрақты таңдаңыз.", section: "Төлем", refund: "Ақша қалай қайтарылады?", when: "Мерзімі", text: "Ақша үш күн ішінде қайтарылады." },
	ru: { site: "Помощь", home: "Чем помочь?", choose: "Выберите вопрос.", section: "Оплата", refund: "Как вернуть деньги?", when: "Срок", text: "Деньги вернут за три дня." },
	en: { site: "Help", home: "How can we help?", choose: "Choose a question.", section: "Payment", refund: "How do I get a refund?", when: "Time", text: "The money comes back within three days." },
};
const body = "content/pay/card.kk.md";
const card = (title, text) => `---\ntitle: ${title}\n---\n\n${text}`;

// [{path, adds, target, text}]: the files of an example.
export function filesOf(example) {
	if (!example.startsWith("== "))
		return [{ path: body, text: `${card("Карта жоғалды", example)}\n` }];
	return example.split(/^== /m).slice(1).map((part) => {
		const end = `${part}\n`.indexOf("\n");
		const [, name, adds, target] = /^(.*?)( \+)?(?: -> (.*))?$/.exec(part.slice(0, end));
		return { path: name, adds: Boolean(adds), target, text: `${part.slice(end + 1).trimEnd()}\n` };
	});
}

// <U+200B> and <byte CF> become what they stand for.
export function bytesOf(text) {
	const parts = text.replace(/<U\+([0-9A-F]+)>/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).split(/(<byte [0-9A-F]{2}>)/);
	return Buffer.concat(parts.map((part) => /^<byte /.test(part) ? Buffer.from(part.slice(6, 8), "hex") : Buffer.from(part)));
}

// The languages that the example's settings name, else those of its files.
function languagesOf(files) {
	const settings = files.find((file) => file.path === "content/site.yaml");
	const named = settings && /^languages: \[(.*)\]/m.exec(settings.text);
	if (named)
		return named[1].split(",").map((code) => code.trim());
	const used = ["kk", "ru", "en"].filter((code) => files.some((file) => file.path.endsWith(`.${code}.md`)));
	return used.length ? used : ["kk"];
}

function base(folder, languages) {
	const list = languages.map((code) => `${code}: ${words[code].site}`).join(", ");
	const source = languages.includes("ru") ? "ru" : languages[0];
	write(path.join(folder, "content/site.yaml"), `name: { ${list} }\nlanguages: [${languages.join(", ")}]\nsource: ${source}\n`);
	for (const code of languages) {
		const w = words[code];
		write(path.join(folder, `content/_index.${code}.md`), `${card(w.home, w.choose)}\n`);
		write(path.join(folder, `content/pay/_index.${code}.md`), `${card(w.section, w.choose)}\n`);
		write(path.join(folder, `content/pay/refund.${code}.md`), `${card(w.refund, `## ${w.when}\n\n${w.text}`)}\n`);
	}
	fs.cpSync(templates, path.join(folder, "templates"), { recursive: true });
}

// Puts a small site with the example into the folder, which must be empty.
export function layOut(example, folder) {
	const files = filesOf(example);
	base(folder, languagesOf(files));
	for (const file of files) {
		const at = path.join(folder, file.path);
		fs.mkdirSync(path.dirname(at), { recursive: true });
		if (file.target)
			fs.symlinkSync(file.target, at);
		else
			fs.writeFileSync(at, bytesOf(file.text), { flag: file.adds ? "a" : "w" });
	}
}
