// Answers a query: which words of the index its words may stand for, what each find is worth, and komek.find. Knows the
// index by komek.index alone, and nothing of the page. All limits are told in letters, words and keys, so that what is found
// does not depend on how the index is cut into parts.
var komek = komek || {};
(function () {
	"use strict";

	// More of a query than anybody means, and more words than anybody looks at: letters; words of the query; words of the
	// index that begin like one of it; keys near a misspelt one; answers asked how they understood a piece.
	const MOST = { signs: 1000, words: 24, beginnings: 200, near: 16, asked: 10 };

	const FIRST = 5; // letters that words of the tier "first" share
	const MIXED = 5; // letters that Kazakh endings must leave of a Russian word
	const SHORT = 3; // letters of a key that many words have
	const RARE = 48; // texts and weights of a word all of whose answers may be on its shelf
	const SURE = 1; // edits up to which a near key is likely to be meant
	const APART = 0.5; // edits that a reading may be farther than the nearest one
	const STEM_ALONE = 0.25; // edits that a near stem of another word counts as more
	const STRONG = ["exact", "letters", "stem", "key", "prefix"]; // tiers that say that a word was meant
	const BEGUN = { typed: 2, layout: 4, latin: 4 }; // letters that a word may be the beginning of others from, by reading

	const { root, ready, retrying, groupOf, groupsFrom, loadTitles, titleOf, textOf, titlesAhead, later } = komek.index;
	let entry = null;

	const isCyrillic = (word) => /[\u0400-\u052f]/.test(word);
	const isPaired = (word) => /[\ud800-\udfff]/.test(word); // letters of later planes: no edits there

	// ---- words of the index that a word of the query may stand for ----

	// What a word may be a form of: {keys, precise}. The shortest stem is not always that of the word looked for (өтінімім: өтінім,
	// but that is itself taken apart), so all that chains of endings leave is asked for as if it were a word. Kazakh endings
	// come off Russian words too.
	function formsOf({ word, isSkeleton }) {
		const { stems } = entry;
		const english = (roots, stem) => roots("en", word).map((root) => stem("en", root));
		const cyrillic = (roots, stem) => [stem("ru", word), ...roots("kk", word).flatMap((root) =>
			Array.from(root).length < MIXED ? [stem("kk", root)] : [stem("kk", root), stem("ru", root)])];
		const all = (...using) => Array.from(new Set(isCyrillic(word) ? cyrillic(...using) : english(...using)));
		return { keys: all(stems.rootsOfSkeleton, stems.key), precise: isSkeleton ? [] : all(stems.roots, stems.word) };
	}

	// The skeleton and the precise stems of a word of the index, made when they are first asked for.
	function skeletonOf(found) {
		if (found.skeleton === undefined) found.skeleton = entry.stems.skeleton(found.word);
		return found.skeleton;
	}

	function stemsOf(found) {
		if (!found.precise) {
			const codes = isCyrillic(found.word) ? ["kk", "ru"] : ["en"];
			found.precise = codes.map((code) => entry.stems.word(code, found.word));
		}
		return found.precise;
	}

	// A list of finds [{word, texts, tier, edits, counts}], of each word of the index the one that counts most.
	function listOfFinds() {
		const finds = new Map(); // texts -> find: a word that has several keys is there once for each
		return {
			add({ word, texts, shelf }, tier, edits = 0) {
				const counts = entry.weights[tier] * Math.pow(entry.weights.edit, edits);
				const old = finds.get(texts);
				if (!old || old.counts < counts) finds.set(texts, { word, texts, shelf, tier, edits, counts, isStrong: !edits && STRONG.includes(tier) });
			},
			all: () => Array.from(finds.values()),
		};
	}

	function tierOf(found, key, skeleton, { word, isSkeleton }, precise) {
		if (!isSkeleton && found.word === word) return "exact";
		if (skeletonOf(found) === skeleton) return "letters";
		if (stemsOf(found).some((stem) => precise.includes(stem))) return "stem";
		return key.length > SHORT ? "key" : "short";
	}

	// The finds of a word of the query.
	async function findsOf(asked, way, isLast) {
		const skeleton = entry.stems.skeleton(asked.word);
		const letters = Array.from(skeleton);
		const first = (n) => letters.slice(0, n).join("");
		const { keys, precise } = formsOf(asked);
		const finds = listOfFinds();
		for (const key of keys)
			for (const found of await groupOf(key)) finds.add(found, tierOf(found, key, skeleton, asked, precise));
		if (isLast && letters.length >= BEGUN[way]) {
			// A word that is there was typed to its end: no shorter key need be looked for, which would stand elsewhere.
			for (let n = Math.max(2, letters.length - 4); n < letters.length && !finds.all().some(isExact); n++)
				for (const found of await groupOf(first(n)))
					if (skeletonOf(found).startsWith(skeleton)) finds.add(found, "prefix");
			for (const found of await groupsFrom(skeleton, MOST.beginnings)) finds.add(found, "prefix");
		}
		if (letters.length >= FIRST)
			for (const found of await groupsFrom(first(FIRST), MOST.beginnings)) finds.add(found, "first");
		return finds.all();
	}

	const isExact = ({ tier }) => tier === "exact";

	// Does a word stand as it is in a text of the reader's language?
	const isOwn = ({ finds }, reader) => finds.filter(isExact).some(({ texts }) =>
		texts.some((text, i) => i % 2 === 0 && text % entry.languages.length === reader));

	const areStrong = (finds) => finds.some(({ isStrong }) => isStrong);

	// The keys that a word of the query may be a misspelling of.
	async function nearTo(asked, isWide) {
		const skeleton = entry.stems.skeleton(asked.word);
		const most = skeleton.length < 4 ? 0 : skeleton.length < 8 ? 1 : 2;
		if (!most || /\d/.test(skeleton) || isPaired(skeleton)) return { keys: [] };
		const targets = [skeleton, ...formsOf(asked).keys.filter((key) => key.length > SHORT && key !== skeleton)];
		const { keysNear, farOf } = await later("near");
		const keys = await keysNear(targets, skeleton, most, isWide);
		return { keys, farOf: (found) => Math.min(farOf(skeletonOf(found), skeleton, most), farOf(skeleton, skeletonOf(found), most)) };
	}

	// Adds to the finds of words that were not found well those that they may be misspellings of; a word that is near as a whole
	// is better than one whose stem is. Where a fault is among the first letters is seldom: all that begin otherwise are looked
	// through only where nothing else is near. A reading in which all is farther than in another one, or as far as what was
	// typed, is not what was meant.
	async function addNear(readings) {
		const words = readings.flatMap((reading) => reading.words.filter(({ finds }) => !areStrong(finds)).map((asked) => ({ asked, reading })));
		const nearest = (isWide) => Promise.all(words.map(({ asked }) => nearTo(asked, isWide)));
		const far = (reading) => Math.min(...all.map(({ keys }, i) => words[i].reading === reading && keys.length ? keys[0].far : Infinity));
		let all = await nearest(false);
		if (Math.min(...readings.map(far)) > SURE) all = await nearest(true);
		const least = Math.min(...readings.map(far));
		await Promise.all(words.map(async ({ asked, reading }, i) => {
			if (far(reading) > least + APART || (reading !== readings[0] && far(reading) >= far(readings[0]))) return;
			const finds = listOfFinds();
			const { keys, farOf } = all[i];
			for (const { key, far: edits } of keys)
				for (const found of await groupOf(key)) finds.add(found, "key", Math.min(edits + STEM_ALONE, farOf(found)));
			asked.finds = asked.finds.concat(finds.all());
		}));
	}

	// The pieces of a query with their finds, as komek.rank takes them. A piece whose words stand in the reader's language as
	// they were typed is read in no other way: that would load parts of the index for nothing. Edits are looked for where no
	// reading of a piece was found well.
	async function lookUp(query, reader) {
		const pieces = entry.reader.read(query).slice(0, MOST.words);
		await Promise.all(pieces.map(async (readings, i) => {
			for (const reading of readings) {
				reading.words = reading.words.slice(0, MOST.words);
				for (const asked of reading.words) {
					const isLast = i === pieces.length - 1 && asked === reading.words[reading.words.length - 1];
					asked.finds = await findsOf(asked, reading.way, isLast);
				}
				if (reading.way === "typed" && reading.words.length && reading.words.every((asked) => isOwn(asked, reader))) readings.length = 1;
			}
			if (readings.some(({ words }) => words.length && words.every(({ finds }) => areStrong(finds)))) return;
			await addNear(readings);
		}));
		return pieces;
	}

	// ---- what was found ----

	// The weight of a text in a find; 0 where it is not there.
	function weightIn({ texts }, text) {
		let low = 0;
		let high = texts.length / 2;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (texts[2 * middle] < text) low = middle + 1;
			else high = middle;
		}
		return texts[2 * low] === text ? texts[2 * low + 1] : 0;
	}

	// Five letters in common say less of what was meant than anything else.
	const isMeant = ({ tier }) => tier !== "first";

	// The find that counts most for an answer; null: none stands there.
	function bestFind(finds, answer, shown) {
		const n = entry.languages.length;
		let best = null;
		for (const find of finds) {
			for (let language = 0; language < n; language++) {
				const weight = weightIn(find, answer * n + language);
				if (!weight) continue;
				const counts = isMeant(find) ? find.counts * (language === shown ? 1 : entry.weights.foreign) : 0;
				if (best && (best.counts > counts || (best.counts === counts && best.weight >= weight))) continue;
				best = { counts, weight, tier: find.edits > 0 ? "edit" : find.tier, word: find.word, isShown: language === shown };
			}
		}
		return best;
	}

	// Why an answer was found: for each piece of the query [{asked, reading, tier, word, isShown}], the find that counts most
	// for each of its words, isShown where it stands in the text that is shown; none where the piece was not found there.
	function reasonsOf(pieces, { answer, readings }, shown) {
		return pieces.map((all, i) => {
			const reading = all[readings[i]];
			if (!reading) return [];
			return reading.words.map((asked) => {
				const best = bestFind(asked.finds.filter(isMeant), answer, shown) || bestFind(asked.finds, answer, shown);
				return best && { asked: asked.word, reading: reading.way, tier: best.tier, word: best.word, isShown: best.isShown };
			}).filter(Boolean);
		});
	}

	// The words of the index that stand in the text that is shown.
	function wordsIn(pieces, { answer, readings }, shown) {
		const text = answer * entry.languages.length + shown;
		const words = new Set();
		pieces.forEach((all, i) => {
			if (readings[i] < 0) return;
			for (const { finds } of all[readings[i]].words)
				for (const find of finds) if (isMeant(find) && weightIn(find, text)) words.add(find.word);
		});
		return Array.from(words);
	}

	// The shelf that is likely to have the titles: that of the rarest word. Where it is not the only word of the query and stands
	// in more texts than a shelf has titles, the answers that hold the other words, too, are as likely to be elsewhere.
	function shelfOf(pieces, best) {
		if (!best.length) return undefined;
		const words = pieces.flatMap((all, i) => (all[best[0].readings[i]] || { words: [] }).words)
			.filter(({ finds }) => finds.length)
			.map(({ finds }) => finds.reduce((a, b) => b.counts > a.counts || (b.counts === a.counts && b.texts.length > a.texts.length) ? b : a));
		const rarest = words.reduce((a, b) => b.texts.length < a.texts.length ? b : a, words[0]);
		return words.length === 1 || (rarest && rarest.texts.length <= RARE) ? rarest.shelf : undefined;
	}

	function hitOf(pieces, found, reader) {
		const { answer, score, languages, isSimilar } = found;
		const [id, address, title, summary, section, language] = titleOf(reader, answer);
		return {
			answer, id, url: root + address, title, summary, section, score,
			language, lang: entry.languages[language],
			name: entry.names[language],
			isSimilar, // found only by words that are like those of the query
			isThere: (languages & (1 << language)) !== 0, // a word stands in the text that is shown
			words: wordsIn(pieces, found, language),
			reasons: reasonsOf(pieces, found, language).flat(),
		};
	}

	// The query as it was understood: each piece as the best answer that holds it did; null where that is as typed. A piece
	// that was found well as typed stays.
	function understood(pieces, best, reader) {
		const said = pieces.map((all, i) => {
			const [typed] = all;
			const found = best.find(({ readings }) => readings[i] >= 0);
			if (!found || (typed.words.length && typed.words.every(({ finds }) => areStrong(finds)))) return typed.text;
			const reading = all[found.readings[i]];
			const words = reasonsOf(pieces, found, reader)[i].filter(isMeant);
			if (!words.length || (reading !== typed && words.length < reading.words.length)) return typed.text;
			if (reading.way === "latin" || words.some(({ tier }) => tier === "edit")) return words.map(({ word }) => word).join(" ");
			return reading.text;
		});
		return said.some((text, i) => text !== pieces[i][0].text) ? said.join(" ") : null;
	}

	// ---- sections ----

	// The section of an answer as its place in the entry's list.
	function sectionOf(answer) {
		const { sections } = entry;
		if (!entry.sectionOf) {
			const ends = sections.map((_, i) => i + 1 < sections.length ? sections[i + 1][0] : entry.answers);
			entry.sectionOf = new Uint16Array(entry.answers);
			sections.forEach(([first], i) => entry.sectionOf.fill(i, first, ends[i]));
		}
		return entry.sectionOf[answer];
	}

	// The sections in which answers were found, in the site's order: [{name, first, count}], first the section's first answer.
	function sectionsOf(answers, reader) {
		const { sections } = entry;
		const counts = sections.map(() => 0);
		for (const answer of answers) counts[sectionOf(answer)]++;
		return sections.map((each, i) => ({ name: each[1 + reader], first: each[0], count: counts[i] })).filter(({ name, count }) => name && count);
	}

	// ---- for the page ----

	// All that the page shows. section: the first answer of the only section that is asked for. Gives a promise of
	//	words		of the query, in normal form
	//	total		how many answers were found, in the section asked for
	//	hits		the best of them, limit at most: see hitOf
	//	understood	the query as it was understood, where that is another than typed; else null
	//	isSimilar	nothing was found but answers that are like what was asked
	//	sections	where answers were found, whatever section is asked for
	//	matched		words of the index that stand in the texts of the hits
	//	analysis, stems	of the site
	async function find(query, { lang = document.documentElement.lang, limit = 10, section } = {}) {
		entry = await ready();
		const reader = Math.max(entry.languages.indexOf(lang), 0);
		// A sign is two units at most: what lies behind need not be looked at.
		const asked = Array.from(String(query).slice(0, 2 * MOST.signs)).slice(0, MOST.signs).join("");
		const words = entry.analysis.words(asked).map(({ word }) => word);
		if (words.length) titlesAhead(reader);
		const pieces = await lookUp(asked, reader);
		const { answers, weights, languages } = entry;
		const ranked = komek.rank(pieces, { answers, weights, reader, languages: languages.length });
		const isWanted = section === undefined ? undefined : (answer) => sectionOf(answer) === sectionOf(section);
		const total = isWanted ? ranked.found.filter(isWanted).length : ranked.found.length;
		const meant = understood(pieces, ranked.best(MOST.asked), reader);
		const best = ranked.best(limit, isWanted);
		await loadTitles(reader, best.map(({ answer }) => answer), shelfOf(pieces, best));
		const hits = best.map((each) => hitOf(pieces, each, reader));
		return {
			words, hits, total,
			understood: meant,
			isSimilar: ranked.isSimilar,
			sections: sectionsOf(ranked.found, reader),
			matched: new Set(hits.flatMap((hit) => hit.words)),
			analysis: entry.analysis, stems: entry.stems,
		};
	}

	// komek.search gives what others may rely on.
	komek.find = (query, options) => retrying(() => find(query, options));

	// What can be read of an answer below its title and summary.
	komek.reading = (hit) => textOf(hit.language, hit.answer);

	Object.defineProperty(komek, "ready", { get: () => ready().then(() => undefined) });

	komek.search = (query, options) => komek.find(query, options).then(({ hits }) =>
		hits.map(({ id, lang, url, title, score }) => ({ id, lang, url, title, score })));
})();
