// The distribution's Chromium with a new, empty profile, cut off from every network but the loopback one.
import { chromium } from "playwright-core";

const args = [
	"--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync",
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

// `more`: further switches.
export const launch = (more = []) => chromium.launch({ executablePath: "/usr/bin/chromium", args: [...args, ...more] });
