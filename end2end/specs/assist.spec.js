// A woman at the desk or on the phone is signed up in under half a minute of work, by touch and by
// keyboard alone: a second for each tap, a fifth of one for each key. Talking comes on top.

import { expect, test } from "../harness/test.js";
import { Facilitator } from "../harness/facilitator.js";
import { MANY_SEATS } from "../harness/programme.js";
import { newcomer } from "../harness/visitor.js";

const TAP_MS = 1_000;
const KEY_MS = 200;
const BAR_MS = 30_000;

/** Counts what a hand does on a page. */
class Hand {
  taps = 0;
  keys = 0;

  constructor(page) {
    this.page = page;
  }

  get ms() {
    return this.taps * TAP_MS + this.keys * KEY_MS;
  }

  async tap(target) {
    this.taps += 1;
    await target.click();
  }

  async type(text) {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async press(key) {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  /** Goes on from part to part until the focus is on what is looked for. */
  async tabTo(target) {
    const isThere = () => target.evaluate((it) => it === document.activeElement);
    for (let steps = 0; !(await isThere()); steps += 1) {
      expect(steps, "a part that Tab never reaches").toBeLessThan(60);
      await this.press("Tab");
    }
  }

  /** Follows a link and waits until its page stands. */
  async enter(desk, target, path) {
    await this.tabTo(target);
    await this.press("Enter");
    await desk.isAt(path);
  }
}

const fields = ({ givenName, familyName, phone }) => ({
  given_name: givenName,
  family_name: familyName,
  phone: phone.replaceAll(" ", ""),
});

async function start(visitor, wishes) {
  const facilitator = new Facilitator(await visitor(wishes));
  await facilitator.signsIn();
  const desk = facilitator.visitor;
  return { desk, hand: new Hand(desk.page), parts: partsOf(desk) };
}

function partsOf({ main, page, lang }) {
  const runs = page.locator(`header a[href="/${lang}/staff/courses"]`);
  // The only run of eighty seats.
  const run = main.locator("li.card", { hasText: /\b80\b/ }).locator("a.button");
  const add = main.locator(`a[href="/${lang}/staff/enrol/${MANY_SEATS.seats}"]`).first();
  return { runs, run, add, consent: main.locator("[name=consent]"), send: main.locator(".form button[type=submit]") };
}

function says(hand, how) {
  expect(hand.ms, `${how}: ${hand.taps} taps, ${hand.keys} keys, ${hand.ms / 1000} s`).toBeLessThan(BAR_MS);
  test.info().annotations.push({ type: "effort", description: `${how}: ${hand.taps} taps, ${hand.keys} keys` });
}

for (const mode of ["plain", "live"]) {
  for (const channel of ["desk", "phone"]) {
    test(`she is signed up in under half a minute by touch: ${channel}, ${mode}`, async ({ visitor }) => {
      const { desk, hand, parts } = await start(visitor, { mode });
      await hand.tap(parts.runs);
      await desk.isAt("/staff/courses");
      await hand.tap(parts.run);
      await desk.isAt("/staff/instances/");
      await hand.tap(parts.add);
      await desk.isAt("/staff/enrol/");
      for (const [name, text] of Object.entries(fields(newcomer()))) {
        await hand.tap(desk.main.locator(`[name=${name}]`));
        await hand.type(text);
      }
      if (channel === "phone") await hand.tap(desk.main.locator("label[for=channel-phone]"));
      await hand.tap(parts.consent);
      await hand.tap(parts.send);
      await desk.isAt("/staff/signed-up/");
      says(hand, `${channel}, ${mode}`);
    });
  }

  test(`she is signed up in under half a minute by keyboard alone: ${mode}`, async ({ visitor }) => {
    const { desk, hand, parts } = await start(visitor, { mode, width: 1280 });
    await hand.enter(desk, parts.runs, "/staff/courses");
    await hand.enter(desk, parts.run, "/staff/instances/");
    await hand.enter(desk, parts.add, "/staff/enrol/");
    for (const [name, text] of Object.entries(fields(newcomer()))) {
      await hand.tabTo(desk.main.locator(`[name=${name}]`));
      await hand.type(text);
    }
    await hand.tabTo(parts.consent);
    await hand.press("Space");
    await hand.press("Enter");
    await desk.isAt("/staff/signed-up/");
    says(hand, `keyboard, ${mode}`);
  });
}
