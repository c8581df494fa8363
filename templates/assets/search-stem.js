// What is left of a word without its endings: the same steps as generator/search/stem.c, by the rows of stems.def that the
// index carries. Nothing here knows the page or the network.
var komek = komek || {};
(function () {
	"use strict";

	const BACK = 1;
	const FRONT = 2;
	const LEAST = 2; // letters that an ending must leave
	const LEAST_LOOSE = 4;
	const pairs = ([from, to]) => new Map(Array.from(from, (letter, i) => [letter, to[i]]));

	// komek.stems(tables) gives {skeleton(word), word(language, word), key(language, word), cut(word, letters)}: the letters of
	// a word that people leave out or mix up made one; its precise stem; the stem of its skeleton, and the same where it is
	// known how many letters the skeleton loses.
	komek.stems = function (tables) {
		const folds = pairs(tables.folds);
		const softs = pairs(tables.softs);
		const hard = pairs(tables.hard);
		const [short, open] = tables.shorts;
		const fold = (text) => Array.from(text, (letter) => folds.get(letter) || letter).join("");

		// The rules of a language: its endings as a Map from their last letter.
		function rulesOf({ roots, ends, sets, sounds, endings, strict, loose }, isSkeleton) {
			const change = isSkeleton ? fold : (text) => text;
			const byLast = new Map();
			function add([from, to, after], text, harmony, least) {
				const form = Array.from(change(text));
				const last = form[form.length - 1];
				if (!byLast.has(last)) byLast.set(last, []);
				byLast.get(last).push({ from, to, form, after: change(sounds[after]), harmony, least });
			}
			function addAll(row, least) {
				const both = row.length > 4 && !isSkeleton;
				for (const text of row[3].split(" ")) add(row, text, both ? BACK : 0, least);
				if (row.length < 5) return;
				const front = row[4] === 1 ? Array.from(row[3], (letter) => softs.get(letter) || letter).join("") : row[4];
				for (const text of front.split(" ")) add(row, text, both ? FRONT : 0, least);
			}
			endings.forEach((row) => addAll(row, LEAST));
			if (isSkeleton) loose.forEach((row) => addAll(row, LEAST_LOOSE));
			else strict.forEach((row) => addAll(row, LEAST));
			const [vowels, second, back, front] = sets.map(change);
			return { roots, ends, vowels, second, back, front, byLast };
		}

		const languages = new Map(Object.keys(tables.languages).map((code) =>
			[code, [false, true].map((isSkeleton) => rulesOf(tables.languages[code], isSkeleton))]));

		// The last vowel decides; 0 where it takes both.
		function harmonyOf(rules, letters, length) {
			for (let i = length - 1; i >= 0; i--)
				if (rules.vowels.includes(letters[i]))
					return rules.back.includes(letters[i]) ? BACK : rules.front.includes(letters[i]) ? FRONT : 0;
			return 0;
		}

		function fits(rules, letters, length, { form, after, harmony, least }) {
			const rest = length - form.length;
			if (rest < least) return false;
			for (let i = 0; i < form.length; i++)
				if (letters[rest + i] !== form[i]) return false;
			if (after && !after.includes(letters[rest - 1])) return false;
			return !harmony || (harmonyOf(rules, letters, rest) || harmony) === harmony;
		}

		// A stem has a vowel and three letters; or two, if it begins with the vowel, and lost two or more.
		function isStem(rules, letters, length) {
			let vowel = 0;
			while (vowel < length && !rules.vowels.includes(letters[vowel])) vowel++;
			if (vowel === length) return false;
			return length > 2 || (vowel === 0 && letters.length - length > 1 && rules.second.includes(letters[1]));
		}

		// How many letters of a word chains of endings leave, from the whole word down.
		function lengthsOf(rules, letters) {
			const lengths = [letters.length];
			const kinds = new Array(letters.length + 1).fill(0); // of word that the first letters can be
			if (letters.length < 4) return lengths;
			kinds[letters.length] = rules.ends;
			for (let n = letters.length; n >= 2; n--) {
				if (!kinds[n]) continue;
				if (n < letters.length && kinds[n] & rules.roots && isStem(rules, letters, n)) lengths.push(n);
				for (const ending of (n > 2 && rules.byLast.get(letters[n - 1])) || [])
					if (kinds[n] & ending.to && fits(rules, letters, n, ending)) kinds[n - ending.form.length] |= ending.from;
			}
			return lengths;
		}

		// A stem as it would be as a word: кітаб- is кітап, and халық, of which халқ- is left in other forms, the same.
		function end(letters) {
			const n = letters.length;
			if (n < 3) return letters.join("");
			const last = letters[n - 1];
			const isShort = n > 3 && short.includes(letters[n - 2]) && !open.includes(last) && !open.includes(letters[n - 3]);
			return letters.slice(0, isShort ? n - 2 : n - 1).join("") + (hard.get(last) || last);
		}

		function stem(code, form, word) {
			const letters = Array.from(word);
			const lengths = lengthsOf(languages.get(code)[form], letters);
			return end(letters.slice(0, lengths[lengths.length - 1]));
		}

		// All that chains of endings leave of a word, as words.
		function roots(code, form, word) {
			const letters = Array.from(word);
			return lengthsOf(languages.get(code)[form], letters).map((n) => (n < letters.length ? hardened(letters.slice(0, n)) : word));
		}

		// кітаб- is кітап
		function hardened(letters) {
			const last = letters[letters.length - 1];
			return letters.slice(0, -1).join("") + (hard.get(last) || last);
		}

		return {
			skeleton: fold,
			word: (code, word) => stem(code, 0, word),
			key: (code, word) => stem(code, 1, fold(word)),
			roots: (code, word) => roots(code, 0, word),
			rootsOfSkeleton: (code, word) => roots(code, 1, fold(word)),
			cut(word, letters) {
				const all = Array.from(fold(word));
				return end(all.slice(0, all.length - letters));
			},
		};
	};
})();
