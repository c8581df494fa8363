// "There is nothing to complain of", with a failure that lists the complaints one a line.
import assert from "node:assert/strict";

export function none(complaints) {
	const shown = complaints.slice(0, 40);
	const rest = complaints.length > shown.length ? [`and ${complaints.length - shown.length} more`] : [];
	assert.equal(complaints.length, 0, ["complaints:", ...shown, ...rest].join("\n  "));
}
