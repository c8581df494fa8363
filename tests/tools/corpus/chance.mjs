// Chance that is the same in every run: a generator for each thing that is made, so that one question does not follow from
// how the others came out.
import { randomly } from "../random.mjs";

const scale = 1 << 30;

// One generator a kind of thing and number. `below(n)` is a whole number under n, `share()` one from 0 to 1.
export function chance(kind, number = 0) {
	let seed = 7;
	for (const letter of `${kind} ${number}`)
		seed = (seed * 31 + letter.charCodeAt(0)) % 2147483629;
	const below = randomly(seed + 1);
	below(2);
	const share = () => below(scale) / scale;
	return {
		below,
		share,
		often: (part) => share() < part,
		pick: (list) => list[below(list.length)],
		between: (least, most) => least + below(most - least + 1),
	};
}

// Ranks by the law of Zipf and Mandelbrot: the chance of rank r (from 0) is as 1 / (r + 3) ^ 1.15.
export function zipf(count) {
	const sums = new Float64Array(count);
	let sum = 0;
	for (let rank = 0; rank < count; rank++)
		sums[rank] = sum += 1 / Math.pow(rank + 3, 1.15);
	return (share) => {
		const wanted = share * sum;
		let low = 0;
		let high = count - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sums[middle] < wanted)
				low = middle + 1;
			else
				high = middle;
		}
		return low;
	};
}
