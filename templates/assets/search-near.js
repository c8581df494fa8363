// Words of the index that a misspelt one may stand for: loaded only where nothing that was meant is found. Pure but for the
// keys that it asks komek.index for.
(function () {
	"use strict";

	const MOST = 16; // keys near one word
	const SPREAD = 0.5; // edits that they are farther than the nearest one, at most
	const LONG = 6; // letters from which a key may be two edits away: of a shorter one too little would be left
	const SHORT = 3; // letters of a key that many words have
	const BEHIND = 6; // letters of a longer word behind a near key
	const isPaired = (word) => /[\ud800-\udfff]/.test(word); // letters of later planes: no edits there

	// How many letters of one text another lacks, at least: each of them is an edit. Most words are told apart by this alone.
	function lacking(stem, word) {
		let there = 0;
		let missing = 0;
		for (let i = 0; i < word.length; i++) there |= 1 << (word.charCodeAt(i) & 31);
		for (let i = 0; i < stem.length; i++) missing |= 1 << (stem.charCodeAt(i) & 31);
		let n = 0;
		for (missing &= ~there; missing; missing &= missing - 1) n++;
		return n;
	}

	// How many letters must be changed, added, left out or exchanged with their neighbour until a word begins with `stem`:
	// [edits, letters of the word behind it], the cheapest, a letter behind at a quarter of an edit; null where more than
	// `most` must. In UTF-16 units. A letter that has moved further than `most` costs more than that: only the cells within it
	// are filled, with one that costs FAR on either side.
	const LONGEST = 64;
	const FAR = 200;
	const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2));

	function edits(stem, word, most) {
		const n = stem.length;
		const m = word.length;
		if (n > m + most || n > LONGEST || m > LONGEST) return null;
		if (lacking(stem, word) > most) return null;
		let [before, last, row] = rows;
		for (let k = 0; k <= m && k <= most; k++) row[k] = k;
		row[most + 1] = FAR;
		for (let i = 1; i <= n; i++) {
			[before, last, row] = [last, row, before];
			const letter = stem.charCodeAt(i - 1);
			const from = Math.max(1, i - most);
			const to = Math.min(m, i + most);
			let least = i;
			row[from - 1] = from === 1 ? i : FAR;
			for (let k = from; k <= to; k++) {
				let cost = Math.min(last[k] + 1, row[k - 1] + 1, last[k - 1] + (letter === word.charCodeAt(k - 1) ? 0 : 1));
				if (i > 1 && k > 1 && letter === word.charCodeAt(k - 2) && stem.charCodeAt(i - 2) === word.charCodeAt(k - 1))
					cost = Math.min(cost, before[k - 2] + 1);
				row[k] = cost;
				if (cost < least) least = cost;
			}
			row[to + 1] = FAR;
			if (least > most) return null;
		}
		let best = null;
		for (let k = Math.max(0, n - most); k <= m && k <= n + most; k++)
			if (row[k] <= most && (!best || row[k] + (m - k) / 4 < best[0] + best[1] / 4)) best = [row[k], m - k];
		return best;
	}

	// What one text costs to become the beginning of another: edits, and a quarter of one for each letter behind it.
	function farOf(stem, word, most) {
		const cost = isPaired(stem) ? null : edits(stem, word, most);
		return cost ? cost[0] + cost[1] / 4 : Infinity;
	}

	// Keys of the index that are near a misspelt word, the nearest first: [{key, far}], far in edits; of those that begin with the
	// same two letters, or, isWide, with the first or the second one.
	async function keysNear(targets, skeleton, most, isWide) {
		const near = new Map(); // key -> far
		const behind = (skeleton.length < 7 ? 1 : BEHIND) / 4;
		for (const start of isWide ? new Set([skeleton[0], skeleton[1]]) : [skeleton.slice(0, 2)]) {
			for (const key of await komek.index.keysFrom(start)) {
				if (key.length <= SHORT) continue;
				const fewer = key.length < LONG ? 1 : most;
				for (const target of targets) {
					const far = farOf(key, target, fewer);
					if (far <= most + behind && !(near.get(key) <= far)) near.set(key, far);
				}
			}
		}
		// A longer key is nearer than a shorter one.
		const all = Array.from(near, ([key, far]) => ({ key, far, price: far - key.length / 100 }))
			.sort((a, b) => a.price - b.price || (a.key < b.key ? -1 : 1));
		return all.filter(({ price }) => price <= all[0].price + SPREAD).slice(0, MOST);
	}

	komek.part("near", { edits, farOf, keysNear });
})();
