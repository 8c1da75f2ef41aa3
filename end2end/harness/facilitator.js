// A facilitator in front of a browser: signs in, opens a roll, marks.
// Left to others: what should have come of it.

import { expect } from "@playwright/test";
import { FACILITATOR } from "./server.js";

export class Facilitator {
  #roll;

  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
    this.main = visitor.main;
  }

  async signsIn({ email, password } = FACILITATOR) {
    await this.visitor.go("/staff/sign-in");
    await this.main.locator("[autocomplete=username]").fill(email);
    await this.main.locator("[autocomplete=current-password]").fill(password);
    await this.main.locator("form button[type=submit]").click();
    await expect(this.main.locator("form.signed-in")).toBeVisible();
    await this.visitor.isAt("/staff");
  }

  /** Opens the only roll of today. */
  async opensRoll() {
    await this.visitor.follow("/staff/sessions/");
    this.#roll = this.page.url();
  }

  async signsOut() {
    await this.main.locator("form.signed-in button").click();
    await this.visitor.isAt("/staff/sign-in");
  }

  async reopens() {
    await this.page.goto(this.#roll);
    await this.visitor.settled();
  }

  /** Her row in the roll, where she stands by her given name. */
  row({ givenName }) {
    return this.main.locator("li.row").filter({ hasText: givenName });
  }

  /** Marks, and waits until it is said to be saved. */
  async marks(person, status) {
    await this.taps(person, status);
    if (this.visitor.mode === "live") await this.seesLight("saved");
  }

  async taps(person, status) {
    await this.row(person).locator(`button[value=${status}]`).click();
  }

  /** What the light above the roll says: ready, sending, saved or failed. */
  async seesLight(word) {
    await expect(this.main.locator(`.light.${word}`)).toBeVisible();
  }

  async sees(person, status) {
    await expect(this.row(person).locator(`button[value=${status}]`)).toHaveAttribute("aria-pressed", "true");
  }
}
