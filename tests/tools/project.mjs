// Where things are, for every test: the project's folders and what the runner hands over in the environment.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const content = path.join(root, "content");
export const templates = path.join(root, "templates");

export const languages = ["kk", "ru", "en"];
export const baseUrl = "https://help.example/some/sub/path/";

const inBuild = (name) => path.join(root, "build", name);

export const komek = path.resolve(process.env.KOMEK ?? inBuild("komek"));
// The real content, built without and with a base URL.
export const site = process.env.KOMEK_SITE ?? inBuild("tests/site");
export const siteUrl = process.env.KOMEK_SITE_URL ?? inBuild("tests/site-url");
