// The index in the browser: loads its parts by adding script elements (all that works from a folder) and unpacks them.
// komek.index answers what search-find.js asks. The words of people are keys of Maps only: "constructor" is a word like others.
var komek = komek || {};
(function () {
	"use strict";

	const own = document.currentScript.getAttribute("src");
	const root = own.slice(0, own.lastIndexOf("assets/")); // of the site, as the page names it
	const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

	// ---- loading ----

	const arrived = new Map(); // name -> what the part says
	const loading = new Map(); // name -> promise of it

	komek.part = function (name, ...said) {
		arrived.set(name, said);
	};

	function load(name, file) {
		if (!loading.has(name)) {
			loading.set(name, new Promise((resolve, reject) => {
				const script = document.createElement("script");
				const fail = () => {
					loading.delete(name); // the next question tries again
					script.remove();
					reject(new Error(`${file} cannot be loaded`));
				};
				script.onerror = fail;
				script.onload = () => {
					if (!arrived.has(name)) return fail();
					resolve(arrived.get(name));
					arrived.delete(name);
					script.remove();
				};
				script.src = `${root}assets/search/${file}.js`;
				document.head.appendChild(script);
			}));
		}
		return loading.get(name);
	}

	let entry = null;
	function ready() {
		return load("entry", "entry").then(([said]) => {
			if (!entry) {
				const analysis = komek.analysis(said);
				const stems = komek.stems(said.stems);
				entry = Object.assign({}, said, { analysis, stems, reader: komek.reader(said, analysis, stems) });
			}
			return entry;
		});
	}
	// ---- unpacking ----

	const digits = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

	// A part of words as {keys, groups}: groups[i] are the words of keys[i], [{word, texts}], texts where the word stands,
	// [text, weight, text, weight, ...].
	function unpack(packed, postings) {
		const keys = [];
		const groups = [];
		let at = 0;
		let last = "";
		const digit = () => digits.get(postings[at++]);
		const number = () => {
			let value = 0;
			let each = digit();
			for (; each >= 32; each = digit()) value = value * 32 + each - 32;
			return value * 32 + each;
		};
		for (const piece of packed.split(" ")) {
			const word = last.slice(0, digits.get(piece[0])) + piece.slice(2);
			const key = entry.stems.cut(word, digits.get(piece[1]));
			const texts = [];
			let text = 0;
			for (let left = number(); left > 0; left--) {
				text += number();
				texts.push(text, digit());
			}
			if (key !== keys[keys.length - 1]) {
				keys.push(key);
				groups.push([]);
			}
			groups[groups.length - 1].push({ word, texts });
			last = word;
		}
		return { keys, groups };
	}

	// A part of keys.
	function unpackKeys(packed) {
		let last = "";
		return packed.split(" ").map((piece) => (last = last.slice(0, digits.get(piece[0])) + piece.slice(1)));
	}

	const unpacked = new Map();
	function partOf(family, i, open) {
		const { from, files } = entry[family];
		const name = `${family} ${from[i]}`;
		return load(name, `${family}-${files[i]}`).then((said) => {
			if (!unpacked.has(name)) unpacked.set(name, open(...said));
			return unpacked.get(name);
		});
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

	// ---- answering ----

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

	function itemOf(family, language, answer) {
		const { each, files } = entry[family];
		const part = Math.floor(answer / each);
		return load(`${family} ${entry.languages[language]} ${part}`, `${family}-${files[language][part]}`)
			.then(([items]) => items[answer % each]);
	}

	// ready() is a promise of the entry: {languages, names, answers, analysis, stems, reader}; the others may be asked after it.
	// groupOf(key) and groupsFrom(text, most) give words, [{word, texts}]; keysFrom(text) keys; titleOf(language, answer) [id, address,
	// title, summary, section, language shown] and textOf(language, answer) what is read below; all as promises. titlesAhead says
	// that titles will be asked for.
	komek.index = {
		root, ready, groupOf, groupsFrom, keysFrom,
		titleOf: (language, answer) => itemOf("titles", language, answer),
		textOf: (language, answer) => itemOf("texts", language, answer),
		// Where there is one part of titles it will be needed: it comes at the same time as the words.
		titlesAhead(language) {
			if (entry.titles.files[language].length === 1) itemOf("titles", language, 0).catch(() => undefined);
		},
	};
})();
