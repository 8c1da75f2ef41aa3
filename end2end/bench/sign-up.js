// A first sign-up without scripts on a very slow network, from opening the calendar to the
// confirmation: how long she waits in all, and how often she taps. Left to others: the network.

import { EDGE, onPhone } from "./phone.js";

const LIMIT_MS = 60_000;
/** Whoever sends the form faster than this is called first. */
const READS_MS = 3_000;

/** Seconds of waiting, and taps. Typing is not counted, putting the finger into a field is. */
export function signUpWithoutScripts(browser, calendar) {
  return onPhone(
    browser,
    EDGE,
    async (page) => {
      page.setDefaultTimeout(LIMIT_MS);
      const visit = new Visit(page);
      await visit.waits(() => page.goto(calendar));
      await visit.findsSession();
      await visit.follows("main a[href*='/enrol/']");
      await visit.types("given_name", "سلمى");
      await visit.types("family_name", "بن علي");
      await visit.types("phone", "20 123 456");
      await visit.taps("[name=consent]");
      // A person reads; waiting for her is no waiting of hers.
      await page.waitForTimeout(READS_MS);
      await visit.follows("main form button.wide");
      if (!page.url().endsWith("/my/done")) throw new Error(`no confirmation at ${page.url()}`);
      return { waiting_s: Math.round(visit.waited_ms / 100) / 10, taps: visit.tapped };
    },
    { javaScriptEnabled: false },
  );
}

class Visit {
  waited_ms = 0;
  tapped = 0;

  constructor(page) {
    this.page = page;
  }

  async waits(begin) {
    const begun = performance.now();
    const loaded = this.page.waitForEvent("load");
    await begin();
    await loaded;
    this.waited_ms += performance.now() - begun;
  }

  async taps(selector) {
    this.tapped += 1;
    await this.page.locator(selector).first().tap({ noWaitAfter: true });
  }

  follows(selector) {
    return this.waits(() => this.taps(selector));
  }

  async types(name, text) {
    await this.taps(`[name=${name}]`);
    await this.page.locator(`[name=${name}]`).fill(text);
  }

  /** The first session with a free place; where this period has none, the calendar leads on. */
  async findsSession() {
    const free = "main li:has(.seats.left) a[href*='/sessions/']";
    if ((await this.page.locator(free).count()) === 0) await this.follows("main a.button[href*='/calendar?']");
    await this.follows(free);
  }
}
