// Takes pictures of the main pages for people to look at: `node pictures.mjs FOLDER`, with a
// built binary (MAWID_BIN) and target/site. Not a test: nothing is expected of them.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";
import { PAGES } from "./harness/addresses.js";
import { launch, surroundings } from "./harness/browser.js";
import { Facilitator } from "./harness/facilitator.js";
import { Guard } from "./harness/guard.js";
import { STAFF_PAGES, comparesFirst, fillsTheDesk } from "./harness/paperwork.js";
import { CHILD, ONE_SEAT, SLOT, TODAY, MANY_SEATS } from "./harness/programme.js";
import { Server } from "./harness/server.js";
import { Visitor, newcomer } from "./harness/visitor.js";

const [, , folder] = process.argv;
if (!folder) {
  console.error("usage: node pictures.mjs FOLDER");
  process.exit(1);
}
await mkdir(folder, { recursive: true });
const server = await Server.start();
const browser = await chromium.launch(launch);
await fullHouse();
await fillsTheDesk(() => opens({ lang: "fr", width: 360, scheme: "light" }));
for (const lang of ["ar", "fr"]) await prints(lang);
for (const lang of ["ar", "fr"]) {
  for (const width of [360, 1280]) {
    for (const scheme of ["light", "dark"]) await album({ lang, width, scheme });
  }
}
await browser.close();
await server.end();

async function album(wishes) {
  const { lang, width, scheme } = wishes;
  const visitor = await opens(wishes);
  const facilitator = new Facilitator(await opens(wishes));
  const take = async (who, name) => {
    const file = path.join(folder, `${name.replace(/\W+/g, "-")}-${lang}-${width}-${scheme}.png`);
    // From its top: the bar stays where the page has been scrolled to.
    await who.page.evaluate(() => scrollTo(0, 0));
    await who.page.screenshot({ path: file, fullPage: true });
    console.log(file);
  };
  for (const [name, address] of Object.entries(PAGES)) {
    await visitor.go(address);
    await take(visitor, name);
  }
  await visitor.go(`/enrol/${ONE_SEAT.live.seats}`);
  await take(visitor, "the enrol form when full");
  await visitor.go(`/enrol/${CHILD.live.seats}`);
  await visitor.main.locator("details:has(#children-under-3) summary").click();
  await take(visitor, "the enrol form with children");
  await visitor.page.goto(`${server.base}/styleguide?lang=${lang}`);
  await take(visitor, "the style guide");
  await signsUp(visitor, (name) => take(visitor, name));
  await facilitates(facilitator, (name) => take(facilitator.visitor, name));
}

async function signsUp(visitor, take) {
  await visitor.go(`/enrol/${MANY_SEATS.seats}`);
  await visitor.fillIn(newcomer({ phone: "12", consent: false }));
  await visitor.send();
  await visitor.page.locator("#fault-summary").waitFor();
  await take("the enrol form with faults");
  await visitor.enrol(TODAY.seats);
  await take("the confirmation");
  await visitor.enrol(ONE_SEAT.live.seats, newcomer({ waitlist: true }));
  await take("the confirmation when waiting");
  await visitor.go("/my");
  await visitor.asksToCancel();
  await take("my enrolments");
  await visitor.confirmsCancelling();
  await take("my enrolments, cancelled");
}

async function facilitates(facilitator, take) {
  await facilitator.visitor.go("/staff/sign-in");
  await take("staff sign-in");
  await facilitator.signsIn();
  await take("staff today");
  await facilitator.opensRoll();
  await facilitator.page.locator("li.row button[value=present]").first().click();
  await facilitator.seesLight("saved");
  await take("staff roll");
  const desk = facilitator.visitor;
  for (const [name, path] of Object.entries(STAFF_PAGES)) {
    await desk.go(path);
    await take(`staff ${name}`);
  }
  await desk.go("/staff");
  await desk.follow("/staff/instances/");
  await take("staff run");
  await comparesFirst(desk);
  await take("staff two rows side by side");
  await desk.main.locator(".both form button").first().click();
  await desk.main.locator("#notice.good").waitFor();
  await take("staff one woman who was two");
  await takesApart(desk);
}

// So that the next look finds the pair again.
async function takesApart(desk) {
  const form = desk.main.locator("form:has([name=merge])");
  await desk.main.locator("details", { has: desk.page.locator("[name=merge]") }).locator("summary").click();
  await form.locator("button").click();
  await desk.main.locator("#notice.good").waitFor();
}

/** What comes out of a printer: the same pages as files of A4. */
async function prints(lang) {
  const visitor = await opens({ lang, width: 1280, scheme: "light" });
  const print = (name) =>
    visitor.page.pdf({ path: path.join(folder, `${name}-${lang}.pdf`), preferCSSPageSize: true });
  for (const name of ["the week of the sample", "a course", "a session"]) {
    await visitor.go(PAGES[name]);
    await print(name.replace(/\W+/g, "-"));
  }
  await visitor.enrol(MANY_SEATS.seats);
  await print("the-confirmation");
}

/** Someone has the only seat. */
async function fullHouse() {
  const first = await opens({ lang: "fr", width: 360, scheme: "light" });
  await first.enrol(ONE_SEAT.live.seats);
  await first.enrol(SLOT.seats);
}

async function opens(wishes) {
  const context = await browser.newContext(surroundings(wishes));
  return new Visitor({
    page: await context.newPage(),
    server,
    guard: new Guard(),
    mode: "live",
    lang: wishes.lang,
  });
}
