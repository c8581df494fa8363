// Answers a query: which words of the index its words may stand for, what each find is worth, and komek.search. Knows the
// index by komek.index alone, and nothing of the page.
var komek = komek || {};
(function () {
	"use strict";

	// More of a query than anybody means, and more words that begin like its last one than anybody looks at.
	const MOST = { signs: 1000, words: 24, beginnings: 200, near: 16 };

	// What a find is worth: the word itself, its precise stem, the same word but for letters that people leave out, the stem of
	// its skeleton (of three letters: many words have it), a word that begins like the last one of the query,
	// one that begins with the same five letters, and what is left of the worth after an edit.
	const TIER = { exact: 1, stem: 0.92, letters: 0.9, key: 0.8, short: 0.5, prefix: 0.7, first: 0.3, edit: 0.6 };
	const FIRST = 5;

	const { root, ready, groupOf, groupsFrom, keysFrom, titleOf, textOf, titlesAhead } = komek.index;
	let entry = null;

	// What a word may be a form of: {codes: languages whose endings it may have, keys, stems}. Kazakh endings come off Russian
	// words too.
	function formsOf({ word, isSkeleton }) {
		const { stems } = entry;
		const keys = new Set();
		const precise = new Set();
		if (!/[\u0400-\u052f]/.test(word)) {
			keys.add(stems.key("en", word));
			precise.add(stems.word("en", word));
		} else {
			for (const code of ["kk", "ru"]) {
				keys.add(stems.key(code, word));
				if (!isSkeleton) precise.add(stems.word(code, word));
			}
			keys.add(stems.key("ru", stems.key("kk", word)));
			if (!isSkeleton) precise.add(stems.word("ru", stems.word("kk", word)));
		}
		return { keys: Array.from(keys), precise };
	}

	function isPrecise(word, precise) {
		const codes = /[\u0400-\u052f]/.test(word) ? ["kk", "ru"] : ["en"];
		return codes.some((code) => precise.has(entry.stems.word(code, word)));
	}

	// Where a word of the query stands: its finds, as komek.rank takes them.
	async function findsOf(asked, isLast) {
		const { stems } = entry;
		const { word, isSkeleton } = asked;
		const skeleton = stems.skeleton(word);
		const { keys, precise } = formsOf(asked);
		const finds = new Map(); // word -> find
		const add = (found, counts) => {
			const old = finds.get(found.texts);
			if (!old || old.counts < counts) finds.set(found.texts, { texts: found.texts, counts, word: found.word });
		};
		for (const key of keys) {
			for (const each of await groupOf(key)) {
				if (!isSkeleton && each.word === word) add(each, TIER.exact);
				else if (stems.skeleton(each.word) === skeleton) add(each, TIER.letters);
				else if (isPrecise(each.word, precise)) add(each, TIER.stem);
				else add(each, key.length > 3 ? TIER.key : TIER.short);
			}
		}
		if (isLast) {
			for (let n = Math.max(2, skeleton.length - 4); n < skeleton.length; n++)
				for (const each of await groupOf(skeleton.slice(0, n)))
					if (stems.skeleton(each.word).startsWith(skeleton)) add(each, TIER.prefix);
			if (skeleton.length > 1) (await groupsFrom(skeleton)).slice(0, MOST.beginnings).forEach((each) => add(each, TIER.prefix));
		}
		if (skeleton.length >= FIRST)
			(await groupsFrom(skeleton.slice(0, FIRST))).slice(0, MOST.beginnings).forEach((each) => add(each, TIER.first));
		return Array.from(finds.values());
	}

	const isStrong = (finds) => finds.some(({ counts }) => counts >= TIER.prefix);

	// Words of the site that a misspelt one may stand for.
	async function nearOf(asked) {
		const { stems } = entry;
		const { word } = asked;
		const skeleton = stems.skeleton(word);
		const most = skeleton.length < 4 ? 0 : skeleton.length < 8 ? 1 : 2;
		if (!most || /\d/.test(word)) return [];
		const near = [];
		const targets = [skeleton, ...formsOf(asked).keys.filter((key) => key.length > 3 && key !== skeleton)];
		const starts = new Set([skeleton[0], skeleton[1]]);
		for (const start of starts) {
			for (const key of await keysFrom(start)) {
				if (key.length < 4) continue;
				for (const target of targets) {
					const cost = komek.edits(key, target, most);
					if (cost && cost[1] <= (skeleton.length < 7 ? 1 : 4)) near.push({ key, edits: cost[0], rest: cost[1] });
				}
			}
		}
		const price = ({ edits, rest, key }) => edits + rest / 4 - key.length / 100;
		near.sort((a, b) => price(a) - price(b) || (a.key < b.key ? -1 : 1));
		const finds = [];
		for (const each of near.filter((each, i) => near.findIndex(({ key }) => key === each.key) === i).slice(0, MOST.near))
			for (const found of await groupOf(each.key)) {
				// The whole word may be nearer than its stem.
				const whole = komek.edits(stems.skeleton(found.word), skeleton, most);
				const far = Math.min(each.edits + each.rest / 4, whole ? whole[0] + whole[1] / 4 : 9);
				finds.push({ texts: found.texts, counts: TIER.key * Math.pow(TIER.edit, far), word: found.word });
			}
		return finds;
	}

	// The pieces of a query with their finds, as komek.rank takes them.
	async function lookUp(query) {
		const pieces = entry.reader.read(query.slice(0, MOST.signs)).slice(0, MOST.words);
		await Promise.all(pieces.map(async (readings, i) => {
			const isLast = i === pieces.length - 1;
			for (const { words } of readings)
				for (let k = 0; k < words.length && k < MOST.words; k++)
					words[k].finds = await findsOf(words[k], isLast && k === words.length - 1);
			for (const reading of readings) reading.words = reading.words.filter(({ finds }) => finds);
			if (readings.some(({ words }) => words.length && words.every(({ finds }) => isStrong(finds)))) return;
			for (const { words } of readings)
				for (const each of words)
					if (!isStrong(each.finds)) each.finds = each.finds.concat(await nearOf(each));
		}));
		return pieces;
	}

	async function hitOf({ answer, score, languages, isSimilar }, reader) {
		const [id, address, title, summary, section, language] = await titleOf(reader, answer);
		return {
			answer, id, url: root + address, title, summary, section, score,
			language, lang: entry.languages[language],
			name: entry.names[language],
			isSimilar, // found only by words that are like those of the query
			isThere: (languages & (1 << language)) !== 0, // a word stands in the text that is shown
		};
	}

	// All that the page shows: {words, hits, analysis, stems}. komek.search gives what others may rely on.
	komek.find = async function (query, { lang = document.documentElement.lang, limit = 10 } = {}) {
		entry = await ready();
		const reader = Math.max(entry.languages.indexOf(lang), 0);
		const words = entry.analysis.words(String(query).slice(0, MOST.signs)).map(({ word }) => word);
		if (words.length) titlesAhead(reader);
		const ranked = komek.rank(await lookUp(String(query)), entry.answers, entry.languages.length, reader);
		const hits = await Promise.all(ranked.slice(0, limit).map((each) => hitOf(each, reader)));
		return { words, hits, analysis: entry.analysis, stems: entry.stems };
	};

	// What can be read of an answer below its title and summary.
	komek.reading = (hit) => textOf(hit.language, hit.answer);

	Object.defineProperty(komek, "ready", { get: () => ready().then(() => undefined) });

	komek.search = (query, options) => komek.find(query, options).then(({ hits }) =>
		hits.map(({ id, lang, url, title, score }) => ({ id, lang, url, title, score })));
})();
