// The index in the browser: loads its parts by adding script elements (all that works from a folder), unpacks them, and
// answers komek.search. The words of people are keys of Maps only: "constructor" is a word like others.
var komek = komek || {};
(function () {
	"use strict";

	const own = document.currentScript.getAttribute("src");
	const root = own.slice(0, own.lastIndexOf("assets/")); // of the site, as the page names it
	const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

	// More of a query than anybody means, and more words that begin like its last one than anybody looks at.
	const MOST = { signs: 1000, words: 24, beginnings: 200, parts: 6 };
	const PREFIX = 0.6; // what a word is worth that only begins like the last one of the query

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
			if (!entry) entry = Object.assign({ analysis: komek.analysis(said) }, said);
			return entry;
		});
	}
	Object.defineProperty(komek, "ready", { get: () => ready().then(() => undefined) });

	// ---- unpacking ----

	const digits = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

	// A part of words as {words, texts}: texts[i] is where words[i] stands, [text, weight, text, weight, ...].
	function unpack(packed, postings) {
		const words = [];
		const texts = [];
		let at = 0;
		const digit = () => digits.get(postings[at++]);
		const number = () => {
			let value = 0;
			let each = digit();
			for (; each >= 32; each = digit()) value = value * 32 + each - 32;
			return value * 32 + each;
		};
		for (const piece of packed.split(" ")) {
			const last = words.length ? words[words.length - 1] : "";
			words.push(last.slice(0, digits.get(piece[0])) + piece.slice(1));
			const list = [];
			let text = 0;
			for (let left = number(); left > 0; left--) {
				text += number();
				list.push(text, digit());
			}
			texts.push(list);
		}
		return { words, texts };
	}

	const unpacked = new Map();
	function wordsPart(i) {
		const { from, files } = entry.words;
		return load(`words ${from[i]}`, `words-${files[i]}`).then((said) => {
			if (!unpacked.has(i)) unpacked.set(i, unpack(...said));
			return unpacked.get(i);
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

	// ---- finding ----

	// Where a word stands: its finds, as komek.rank takes them. As a prefix also the words that begin with it.
	async function findsOf(word, prefix) {
		const { from } = entry.words;
		const first = upTo(from, word) - 1;
		let end = first + 1;
		while (prefix && end < from.length && end - first < MOST.parts && from[end].startsWith(word)) end++;
		const parts = [];
		for (let i = Math.max(first, 0); i < end; i++) parts.push(wordsPart(i));
		const finds = [];
		for (const { words, texts } of await Promise.all(parts)) {
			let i = upTo(words, word);
			if (i > 0 && words[i - 1] === word) finds.push({ texts: texts[i - 1], counts: 1 });
			for (; prefix && i < words.length && words[i].startsWith(word) && finds.length < MOST.beginnings; i++)
				finds.push({ texts: texts[i], counts: PREFIX });
		}
		return finds;
	}

	// The words of a query, each once; the last one last.
	function wordsOf(query) {
		const words = entry.analysis.words(query.slice(0, MOST.signs)).map(({ word }) => word).slice(0, MOST.words);
		return words.filter((word, i) => words.lastIndexOf(word) === i);
	}

	function itemOf(family, language, answer) {
		const { each, files } = entry[family];
		const part = Math.floor(answer / each);
		return load(`${family} ${entry.languages[language]} ${part}`, `${family}-${files[language][part]}`)
			.then(([items]) => items[answer % each]);
	}

	async function hitOf({ answer, score, languages }, reader) {
		const [id, address, title, summary, section, language] = await itemOf("titles", reader, answer);
		return {
			answer, id, url: root + address, title, summary, section, score,
			language, lang: entry.languages[language],
			name: entry.names[language],
			isThere: (languages & (1 << language)) !== 0, // a word stands in the text that is shown
		};
	}

	// All that the page shows: {words, hits, analysis}. komek.search gives what others may rely on.
	komek.find = async function (query, { lang = document.documentElement.lang, limit = 10 } = {}) {
		await ready();
		const reader = Math.max(entry.languages.indexOf(lang), 0);
		const words = wordsOf(String(query));
		// Where there is one part of titles it will be needed: it comes at the same time as the words.
		if (words.length && entry.titles.files[reader].length === 1) itemOf("titles", reader, 0).catch(() => undefined);
		const groups = await Promise.all(words.map((word, i) => findsOf(word, i === words.length - 1)));
		const ranked = komek.rank(groups, entry.answers, entry.languages.length, reader);
		const hits = await Promise.all(ranked.slice(0, limit).map((each) => hitOf(each, reader)));
		return { words, hits, analysis: entry.analysis };
	};

	// What can be read of an answer below its title and summary.
	komek.reading = (hit) => itemOf("texts", hit.language, hit.answer);

	komek.search = (query, options) => komek.find(query, options).then(({ hits }) =>
		hits.map(({ id, lang, url, title, score }) => ({ id, lang, url, title, score })));
})();
