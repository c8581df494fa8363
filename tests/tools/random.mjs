// Numbers that look random and are the same in every run (Park and Miller's generator).
export function randomly(seed) {
	let state = seed;
	return (below) => {
		state = (state * 48271) % 2147483647;
		return state % below;
	};
}
