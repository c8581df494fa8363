// The distribution's Firefox over WebDriver BiDi, with a new, empty profile that goes with it. All but the loopback host is
// sent to a proxy that is not there.
import puppeteer from "puppeteer-core";

const extraPrefsFirefox = {
	"network.proxy.type": 1,
	"network.proxy.http": "127.0.0.1",
	"network.proxy.http_port": 9,
	"network.proxy.ssl": "127.0.0.1",
	"network.proxy.ssl_port": 9,
	"browser.shell.checkDefaultBrowser": false,
	"datareporting.policy.dataSubmissionEnabled": false,
};

export const launchFirefox = () =>
	puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true, extraPrefsFirefox });
