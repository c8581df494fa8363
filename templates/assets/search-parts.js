// The index in the browser: loads its parts by adding script elements (all that works from a folder) and unpacks them.
// komek.index answers what search-find.js asks. The words of people are keys of Maps only: "constructor" is a word like others.
var komek = komek || {};
(function () {
	"use strict";

	const own = document.currentScript.getAttribute("src");
	const root = own.slice(0, own.lastIndexOf("assets/")); // of the site, as the page names it
	const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

	// ---- loading ----

	const said = new Map(); // script element -> what the part in it says
	const loading = new Map(); // file -> promise of what it says

	komek.part = function (family, ...what) {
		said.set(document.currentScript, what);
	};

	function load(file) {
		if (!loading.has(file)) {
			loading.set(file, new Promise((resolve, reject) => {
				const script = document.createElement("script");
				const end = (error) => {
					const what = said.get(script);
					said.delete(script);
					script.remove();
					if (what) return resolve(what);
					loading.delete(file); // the next question tries again
					reject(new Error(`${file} cannot be loaded`));
				};
				script.onerror = script.onload = end;
				script.src = `${root}assets/search/${file}`;
				document.head.appendChild(script);
			}));
		}
		return loading.get(file);
	}

	let entry = null;
	let opened = new Map(); // part of words or keys -> what is in it
	let titles = []; // for each language: Map answer -> row

	function begin(tables) {
		const analysis = komek.analysis(tables);
		const stems = komek.stems(tables.stems);
		entry = Object.assign({}, tables, { analysis, stems, reader: komek.reader(tables, analysis, stems) });
		for (const family of ["words", "keys"]) {
			const { from, files } = tables[family];
			entry[family] = { from: unpackKeys(from), files: hashesIn(files) };
		}
		opened = new Map();
		titles = tables.languages.map(() => new Map());
		return entry;
	}

	async function ready() {
		if (entry) return entry;
		const [tables] = await load("entry.js");
		return entry || begin(tables);
	}

	// An entry that a browser kept may name parts that are gone since. After a failure it is loaded once more, past all that is
	// kept; where that brings another entry, the question is asked again.
	async function retrying(ask) {
		try {
			return await ask();
		} catch (error) {
			const [tables] = await load(`entry.js?again=${Date.now()}`);
			if (entry && entry.words.files.join("") === tables.words.files) throw error;
			begin(tables);
			return ask();
		}
	}

	// ---- unpacking ----

	const digits = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

	function numbersIn(packed) {
		let at = 0;
		const digit = () => digits.get(packed[at++]);
		const number = () => {
			let value = 0;
			let each = digit();
			for (; each >= 32; each = digit()) value = value * 32 + each - 32;
			return value * 32 + each;
		};
		return { digit, number, text: (length) => packed.slice(at, (at += length)), isLeft: () => at < packed.length };
	}

	const hashesIn = (packed) => packed.match(new RegExp(`.{${entry.hash}}`, "g"));

	function sorted(texts) {
		const pairs = [];
		for (let i = 0; i < texts.length; i += 2) pairs.push([texts[i], texts[i + 1]]);
		return pairs.sort((a, b) => a[0] - b[0]).flat();
	}

	// Where a word stands: [text, weight, text, weight, ...], by text.
	function textsIn({ digit, number }) {
		const languages = entry.languages.length;
		const bits = digit();
		const texts = [];
		for (let language = 0; language < languages; language++) {
			if (!(bits & (1 << language))) continue;
			let text = language;
			for (let left = number(); left > 0; left--) {
				text += number() * languages;
				texts.push(text, digit());
			}
		}
		return bits & (bits - 1) ? sorted(texts) : texts;
	}

	// A part of words as {keys, groups}: groups[i] are the words of keys[i], [{word, texts, shelf}].
	function unpack(packed, postings, shelved = "") {
		const keys = [];
		const groups = [];
		const numbers = numbersIn(postings);
		let last = "";
		for (const piece of packed.split(" ")) {
			const word = last.slice(0, digits.get(piece[0])) + piece.slice(2);
			const key = entry.stems.cut(word, digits.get(piece[1]));
			if (key !== keys[keys.length - 1]) {
				keys.push(key);
				groups.push([]);
			}
			groups[groups.length - 1].push({ word, texts: textsIn(numbers) });
			last = word;
		}
		unpackShelves(shelved, groups);
		return { keys, groups };
	}

	// Each word knows the shelf of its key: for each language the file with titles of the answers that come first, or "".
	function unpackShelves(packed, groups) {
		const numbers = numbersIn(packed);
		for (let at = 0; numbers.isLeft();) {
			const to = at + numbers.number();
			const shelf = entry.languages.map(() => {
				const first = numbers.text(1);
				return first === "-" ? "" : `heads-${first}${numbers.text(entry.hash - 1)}.js`;
			});
			for (; at < to; at++) for (const word of groups[at]) word.shelf = shelf;
		}
	}

	function unpackKeys(packed) {
		let last = "";
		return packed.split(" ").map((piece) => (last = last.slice(0, digits.get(piece[0])) + piece.slice(1)));
	}

	async function partOf(family, i, open) {
		const file = `${family}-${entry[family].files[i]}.js`;
		const what = await load(file);
		if (!opened.has(file)) opened.set(file, open(...what));
		return opened.get(file);
	}

	// The number of sorted items that are not behind the word.
	function upTo(sorted, word) {
		let low = 0;
		let high = sorted.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sorted[middle] <= word) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	// ---- words ----

	// The number of the part of a family that would hold a key.
	const placeOf = (family, key) => Math.max(upTo(entry[family].from, key) - 1, 0);

	// The words of a key, [{word, texts}].
	async function groupOf(key) {
		const { keys, groups } = await partOf("words", placeOf("words", key), unpack);
		const i = upTo(keys, key) - 1;
		return i >= 0 && keys[i] === key ? groups[i] : [];
	}

	// The first words, `most` at most, of the keys that begin with a text. Parts are loaded one by one: the first is nearly
	// always enough.
	async function groupsFrom(text, most) {
		const found = [];
		const { from } = entry.words;
		for (let p = placeOf("words", text); p < from.length && found.length < most && (from[p] <= text || from[p].startsWith(text)); p++) {
			const { keys, groups } = await partOf("words", p, unpack);
			let i = upTo(keys, text);
			if (i > 0 && keys[i - 1] === text) i--;
			for (; i < keys.length && keys[i].startsWith(text) && found.length < most; i++) found.push(...groups[i]);
		}
		return found.slice(0, most);
	}

	// The keys of the site that begin with a text.
	async function keysFrom(text) {
		const { from } = entry.keys;
		const first = placeOf("keys", text);
		const parts = [partOf("keys", first, unpackKeys)];
		for (let p = first + 1; p < from.length && from[p].startsWith(text); p++) parts.push(partOf("keys", p, unpackKeys));
		return (await Promise.all(parts)).flatMap((keys) => keys.filter((key) => key.startsWith(text)));
	}

	// ---- answers ----

	async function itemsOf(family, language, answer) {
		const list = entry.lists[language];
		const { each, group, files } = (typeof list === "string" ? (await load(`lists-${list}.js`))[0] : list)[family];
		const part = Math.floor(answer / each);
		const hash = files.substr(Math.floor(part / group) * entry.hash, entry.hash);
		return { items: (await load(`${family}-${entry.languages[language]}-${hash}-${part}.js`))[0], first: part * each };
	}

	async function titleFrom(language, answer) {
		const { items, first } = await itemsOf("titles", language, answer);
		items.forEach((row, i) => titles[language].set(first + i, row));
	}

	async function shelfFrom(language, file) {
		const [rows] = await load(file);
		for (const [answer, ...row] of rows) titles[language].set(answer, row);
	}

	// Loads the titles of answers: those that no shelf has one by one.
	async function loadTitles(language, answers, shelf = []) {
		const missing = () => answers.filter((answer) => !titles[language].has(answer));
		if (shelf[language] && missing().length) await shelfFrom(language, shelf[language]);
		await Promise.all(missing().map((answer) => titleFrom(language, answer)));
	}

	const sectionOf = (answer, language) => entry.sections[upTo(entry.sections.map(([first]) => first), answer) - 1][1 + language];

	function titleOf(language, answer) {
		const [id, title, summary, shown = language] = titles[language].get(answer);
		return [id, `${entry.languages[language]}/${id}.html`, title, summary, sectionOf(answer, language), shown];
	}

	async function textOf(language, answer) {
		const { items, first } = await itemsOf("texts", language, answer);
		return items[answer - first];
	}

	// ready() is a promise of the entry: {languages, names, answers, sections, analysis, stems, reader}; the others may be asked
	// after it. groupOf(key) and groupsFrom(text, most) give words, [{word, texts, shelf}]; keysFrom(text) keys; textOf(language,
	// answer) what is read below the summary; all as promises. After loadTitles(language, answers, shelf) titleOf(language, answer)
	// is [id, address, title, summary, section, language shown]. titlesAhead says that titles will be asked for. retrying(ask)
	// asks once more where parts have other names by now.
	komek.index = {
		root, ready, retrying, groupOf, groupsFrom, keysFrom, loadTitles, titleOf, textOf,
		// What a script says that not every query needs: "near" with the first misspelt word, "passages".
		later: async (name) => (await load(`../${name}.js`))[0],
		// Where there is one part of titles it will be needed: it comes at the same time as the words.
		titlesAhead(language) {
			if (typeof entry.lists[language] !== "string") titleFrom(language, 0).catch(() => undefined);
		},
	};
})();
