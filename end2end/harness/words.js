// The app's own texts, read from its catalogue, so that a test names what a person reads and a
// better wording breaks nothing. Left to others: which texts stand where.

import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../app/src/i18n/", import.meta.url);
const SECTION = /^(pub )?(?:const|static) (\w+): \w+ = \w+ \{\n(.*?)^\};/gms;
const TEXT = /^ +(\w+):\s*"((?:[^"\\]|\\[\s\S])*)"/gm;
const GROUP = /^ {4}(\w+): (?!Plural)[A-Z][a-z]\w* \{\n(.*?)^ {4}\},/gms;
const ELSEWHERE = /^ {4}(\w+): ([A-Z][A-Z_]+),/gm;

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
    const found = [...source.matchAll(SECTION)].map(([, isPublic, name, body]) => ({ isPublic, name, body }));
    const body = (name) => found.find((it) => it.name === name)?.body ?? "";
    for (const { name, body: own } of found.filter((it) => it.isPublic))
      sections[name.toLowerCase()] = section(`${lang}.${name}`, own, body);
  }
  return sections;
}

// The texts of a section, and its groups: written out in it, or in a constant of the same file.
function section(name, body, bodyOf) {
  const own = body.replace(GROUP, "");
  const texts = Object.fromEntries(textsOf(own));
  for (const [, field, inner] of body.matchAll(GROUP)) texts[field] = section(`${name}.${field}`, inner, bodyOf);
  for (const [, field, other] of own.matchAll(ELSEWHERE))
    texts[field] ??= section(`${name}.${field}`, bodyOf(other), bodyOf);
  return strict(name, texts);
}

function textsOf(body) {
  return [...body.matchAll(TEXT)].map(([, field, text]) => [field, plain(text)]);
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
