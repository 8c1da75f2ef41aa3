// Someone in front of a browser: goes to pages, follows links, fills in the enrol form. What she
// does is the same at all three speeds. Left to others: what should have come of it.

import { expect } from "@playwright/test";
import { words } from "./words.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
let count = 0;

/** A woman who has not signed up yet. Each has a name and a number of her own. */
export function newcomer(more = {}) {
  count += 1;
  const letters = LETTERS[Math.floor(count / 26) % 26] + LETTERS[count % 26];
  const digits = String(100_000 + ((process.pid * 997 + count * 13) % 900_000));
  const phone = `20 ${digits.slice(0, 3)} ${digits.slice(3)}`;
  return { givenName: `Ons${letters}`, familyName: `Trabelsi${letters}`, phone, ...more };
}

/** Answers the course's own questions that are lists, with the first that they offer. */
export async function answer(form) {
  for (const list of await form.locator("select[id^=answer-]").all()) {
    if ((await list.isVisible()) && (await list.inputValue()) === "") await list.selectOption({ index: 1 });
  }
}

export class Visitor {
  constructor({ page, server, guard, mode, lang }) {
    Object.assign(this, { page, server, guard, mode, lang });
    this.words = words(lang);
    this.main = page.locator("main");
  }

  /** The same browser in another tab. */
  async anotherTab() {
    const page = await this.page.context().newPage();
    return new Visitor({ ...this, page });
  }

  /** Loads a page of her language: `go("/calendar")`. */
  async go(path = "") {
    const answer = await this.page.goto(`${this.server.base}/${this.lang}${path}`);
    await this.settled();
    return answer;
  }

  /** Loads a page and does not wait for it to be live. */
  goEarly(path) {
    return this.page.goto(`${this.server.base}/${this.lang}${path}`, { waitUntil: "commit" });
  }

  /** Waits until the page is as live as it will become. */
  async settled() {
    if (this.mode === "live")
      await expect(this.page.locator("html")).toHaveAttribute("data-hydrated", "true");
  }

  /** Whether the last steps went without a page load. */
  async isSameDocument(steps) {
    await this.page.evaluate(() => (window.stillHere = true));
    await steps();
    return this.page.evaluate(() => window.stillHere === true);
  }

  /** Follows the first link to a place of ours whose address begins so. */
  async follow(path) {
    await this.main.locator(`a[href^="/${this.lang}${path}"]`).first().click();
    await this.isAt(path);
  }

  /** Waits for an address that begins so. */
  async isAt(path) {
    const start = `${this.server.base}/${this.lang}${path}`;
    await expect.poll(() => this.page.url(), { message: `at ${path}` }).toContain(start);
    await this.page.waitForLoadState();
    await this.settled();
  }

  /** Fills in the enrol form that she is at. */
  async fillIn({ givenName, familyName, phone, ageBand, project, picture, consent = true, waitlist = false }) {
    const form = this.form();
    await form.locator("[autocomplete=given-name]").fill(givenName);
    await form.locator("[autocomplete=family-name]").fill(familyName);
    await form.locator("[autocomplete=tel]").fill(phone);
    if (ageBand) await form.locator("[name=age_band]").selectOption(ageBand);
    if (project) await form.locator("[name=project]").selectOption(project);
    if (picture) {
      await form.locator("details:has([name=picture]) > summary").click();
      await form.locator(`[name=picture][value=${picture}]`).check();
    }
    await answer(form);
    await form.locator("[name=consent]").setChecked(consent);
    const waiting = form.locator("[name=waitlist]");
    if (waitlist || (await waiting.count()) > 0) await waiting.setChecked(waitlist);
  }

  /** The enrol form of the page. */
  form() {
    return this.main.locator("form").filter({ has: this.page.locator("[autocomplete=tel]") });
  }

  /** Sends the enrol form. */
  async send() {
    await this.form().locator("button[type=submit]").click();
  }

  /** Signs up from the form's page to the confirmation. */
  async enrol(seats, person = newcomer()) {
    await this.go(`/enrol/${seats}`);
    await this.fillIn(person);
    await this.send();
    await this.isAt("/my/done");
    return person;
  }

  /** Opens the question whether to cancel the first of "my enrolments". */
  async asksToCancel() {
    await this.main.locator("details.cancel summary").first().click();
  }

  /** Cancels the first of "my enrolments", and says yes when asked. */
  async cancel() {
    await this.asksToCancel();
    await this.confirmsCancelling();
  }

  async confirmsCancelling() {
    await this.main.getByRole("button", { name: this.words.absence.confirm }).first().click();
    await this.isAt("/my?notice=cancelled");
  }

  /** The private link that the confirmation shows. */
  async privateLink() {
    const pattern = /https?:\/\/[^\s"'<>]+\/m#[A-Za-z0-9_-]{22}/;
    const found = async () => (await this.page.content()).match(pattern)?.[0];
    await expect.poll(found, { message: "the page shows a private link" }).toBeTruthy();
    return found();
  }

  /** Sends the link that was pasted: the page has a form for lost ones as well. */
  async opensLink() {
    const form = this.main.locator("form", { has: this.page.locator("[name=token]") });
    await form.locator("button[type=submit]").click();
  }

  /** What a person reads on the page, line by line. */
  async text() {
    const text = await this.page.locator("body").innerText();
    return text
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter(Boolean);
  }
}
