// Measures a running server in Chromium, as a cheap phone on a weak network would see it, and
// prints the figures as JSON. Left to others: the server, the bars (xtask/src/bench/browser.rs).

import { chromium } from "@playwright/test";
import { launch } from "../harness/browser.js";
import { addresses } from "./addresses.js";
import { signUpWithoutScripts } from "./sign-up.js";
import { tapAfterwards, tapBefore, tapDuring } from "./taps.js";
import { view } from "./view.js";

const RUNS = 5;

const base = process.argv[2];
const browser = await chromium.launch(launch);
const all = await addresses(base);
const figures = { pages: {}, taps: {} };
for (const [name, address] of Object.entries(all)) {
  figures.pages[name] = await medians(() => view(browser, address));
}
figures.taps.before = await medians(() => tapBefore(browser, all.enrol));
figures.taps.during = await medians(() => tapDuring(browser, all.enrol));
figures.taps.afterwards = await medians(() => tapAfterwards(browser, all.enrol));
figures.signUp = await signUpWithoutScripts(browser, all.calendar);
await browser.close();
console.log(JSON.stringify(figures));

/** The median of each figure over several runs. */
async function medians(measure) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure());
  const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const names = Object.keys(runs[0]);
  return Object.fromEntries(names.map((name) => [name, middle(runs.map((run) => run[name]))]));
}
