// The app's own texts, read from its catalogue, so that a test names what a person reads and a
// better wording breaks nothing. Left to others: which texts stand where.

import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../app/src/i18n/", import.meta.url);
const SECTION = /^pub (?:const|static) (\w+): \w+ = \w+ \{\n(.*?)^\};/gms;
const TEXT = /^ {4}(\w+):\s*"((?:[^"\\]|\\[\s\S])*)"/gm;

/** The three languages; two of them unless everything is asked for. */
export const ALL_LANGS = ["ar", "fr", "en"];
export const LANGS = process.env.MAWID_TEST_ALL ? ALL_LANGS : ["ar", "fr"];

const catalogues = new Map();

/** `words("fr").enrol.submit`; a text that is not there is an error. */
export function words(lang) {
  if (!catalogues.has(lang)) catalogues.set(lang, strict(lang, read(lang)));
  return catalogues.get(lang);
}

/** A text with `{n}` and the like filled in. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function read(lang) {
  const folder = new URL(`${lang}/`, FOLDER);
  const sections = {};
  for (const file of readdirSync(folder)) {
    const source = readFileSync(new URL(file, folder), "utf8");
    for (const [, name, body] of source.matchAll(SECTION)) {
      const texts = [...body.matchAll(TEXT)].map(([, field, text]) => [field, plain(text)]);
      sections[name.toLowerCase()] = strict(`${lang}.${name}`, Object.fromEntries(texts));
    }
  }
  return sections;
}

// A backslash at the end of a line joins it with the next, as in Rust.
function plain(text) {
  return text.replace(/\\\n\s*/g, "").replace(/\\(.)/g, "$1");
}

function strict(name, texts) {
  return new Proxy(texts, {
    get(known, field) {
      if (!(field in known)) throw new Error(`the catalogue has no ${name}.${String(field)}`);
      return known[field];
    },
  });
}
