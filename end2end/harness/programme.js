// The sample programme, and beside it a course of our own: a session today for the roll, small
// pools that fill up, and one pool for each test that counts seats.
// Left to others: bringing it into a database.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SAMPLE = fileURLToPath(new URL("../../programme/sse-cluster.toml", import.meta.url));

/** The folder with the logos that the sample programme names. */
export const LOGOS = fileURLToPath(new URL("../../programme/logos", import.meta.url));

/** A run of the sample programme that anyone can sign up for, and its first session. */
export const WHOLE = {
  course: "digitalisation",
  seats: "digitalisation-tuesday",
  session: "digitalisation-tuesday-1",
};

/** An appointment of the sample programme. */
export const SLOT = {
  course: "linkedin-photoshoot",
  seats: "linkedin-photoshoot-0900",
  session: "linkedin-photoshoot-0900",
};

/** Our own: today, with twenty seats. */
export const TODAY = { course: "trial", seats: "trial-today", session: "trial-today-1" };

/** Our own: a single seat, one pool for each speed at which it is fought for. */
export const ONE_SEAT = {
  plain: { course: "trial", seats: "trial-one-plain", session: "trial-one-plain-1" },
  live: { course: "trial", seats: "trial-one-live", session: "trial-one-live-1" },
};

/** Our own: seats for all the tests that need one, next week. */
export const MANY_SEATS = { course: "trial", seats: "trial-many", session: "trial-many-1" };

/** Our own: one place for a child under three, one pool for each speed. */
export const CHILD = {
  plain: { course: "trial", seats: "trial-child-plain", session: "trial-child-plain-1" },
  live: { course: "trial", seats: "trial-child-live", session: "trial-child-live-1" },
};

/** Names of hubs, courses, organisations and projects: a page about one person must not carry
 * them in its title, address or preview. */
export function telling(lang) {
  const items = sample().matchAll(/^\[\[(?:hub|course|organisation|funding_project)\]\]\n(.*?)(?=^\[)/gms);
  const name = new RegExp(`^(?:name|title)\\.${lang} = "(.+)"$`, "m");
  return [...items].map(([, item]) => item.match(name)?.[1]).filter(Boolean);
}

/** The slugs of the sample programme's hubs. */
export function hubs() {
  return [...sample().matchAll(/^\[\[hub\]\]\nslug = "(.+)"$/gm)].map(([, slug]) => slug);
}

/** The whole programme of the tests, as a file's text. */
export function programme() {
  return roomy() + course();
}

// In a larger room, so that there is a seat for every test that needs one.
function roomy() {
  return sample().replace("capacity = 20\n", "capacity = 100\n");
}

function sample() {
  return readFileSync(SAMPLE, "utf8");
}

/** The Monday of a sample's week, from 1: an import counts from the Monday after it. */
export function monday(week = 1) {
  const today = new Date(`${date()}T00:00Z`).getUTCDay();
  return date(((8 - today) % 7 || 7) + 7 * (week - 1));
}

/** How far the server's clock is put from this machine's: the tests take place on a morning, or in
 * the last minutes of a day nobody could sign up for today's session any more. */
export const AHEAD_MS = Date.parse(`${dateOf(Date.now())}T09:00:00+01:00`) - Date.now();

/** The date in Tunis, so many days from the tests' now. */
export function date(days = 0) {
  return dateOf(Date.now() + AHEAD_MS + days * 24 * 60 * 60 * 1000);
}

function dateOf(now) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Africa/Tunis" }).format(new Date(now));
}

// Sign-up ends at the start, and the tests' morning begins at nine.
function course() {
  const texts = ["title", "summary", "audience", "learns", "bring"];
  const said = texts.flatMap((key) => ["ar", "fr", "en"].map((lang) => `${key}.${lang} = "Essai ${key}"`));
  return `
[[course]]
slug = "trial"
hub = "digital-lab"
organisation = "tcse"
theme = "digital"
languages = ["fr"]
women_only = false
funding_projects = []
${said.join("\n")}
${instance(TODAY, 20, date(), ["20:00", "21:00"])}
${instance(ONE_SEAT.plain, 1, date(8), ["18:00", "18:30"])}
${instance(ONE_SEAT.live, 1, date(8), ["18:30", "19:00"])}
${instance(MANY_SEATS, 80, date(8), ["19:00", "20:00"])}
${instance(CHILD.plain, 10, date(9), ["18:00", "18:30"], ONE_CHILD)}
${instance(CHILD.live, 10, date(9), ["18:30", "19:00"], ONE_CHILD)}
`;
}

const ONE_CHILD = 'childcare = { "under-3" = 1 }';

function instance({ seats, session }, places, day, [start, end], more = "") {
  return `
[[course.instance]]
slug = "${seats}"
kind = "whole"
seats = ${places}
${more}
sample = true
session = [{ slug = "${session}", room = "digital-lab-patio", date = "${day}", start = "${start}", end = "${end}" }]
`;
}
