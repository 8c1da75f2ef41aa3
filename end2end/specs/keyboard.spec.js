// Without a mouse and without a finger: everything is reached by the keyboard, and is seen to be.

import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { MANY_SEATS } from "../harness/programme.js";

const STEPS_MAX = 80;

for (const mode of ["plain", "live"]) {
  test(`she signs up by keyboard alone, ${mode}`, async ({ visitor }) => {
    const she = await visitor({ mode, width: 1280 });
    const { givenName, familyName, phone } = newcomer();
    await she.go(`/courses/${MANY_SEATS.course}`);
    await presses(she, `main a[href$="/enrol/${MANY_SEATS.seats}"]`, "Enter");
    await she.isAt(`/enrol/${MANY_SEATS.seats}`);
    await types(she, "[autocomplete=given-name]", givenName);
    await types(she, "[autocomplete=family-name]", familyName);
    await types(she, "[autocomplete=tel]", phone);
    await presses(she, "[name=consent]", "Space");
    await expect(she.form().locator("[name=consent]")).toBeChecked();
    await presses(she, "main form button[type=submit]", "Enter");
    await she.isAt("/my/done");
    await expect(she.main).toContainText(she.words.done.confirmed);
    await presses(she, `main a[href="/${she.lang}/my"]`, "Enter");
    await she.isAt("/my");
    await presses(she, "main details summary", "Enter");
    await presses(she, "main details form button", "Enter");
    await she.isAt("/my?notice=cancelled");
  });
}

test("the first stop is a link that skips the header", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go("/calendar");
  await she.page.keyboard.press("Tab");
  await expect(she.page.locator("a.skip")).toBeFocused();
  await expect(she.page.locator("a.skip")).toBeInViewport();
  await she.page.keyboard.press("Enter");
  await she.page.keyboard.press("Tab");
  const stop = await she.page.evaluate(() => document.activeElement.closest("main") !== null);
  expect(stop).toBe(true);
});

for (const scheme of ["light", "dark"]) {
  test(`every stop of the keyboard is seen and nothing lies over it, ${scheme}`, async ({ visitor }) => {
    const she = await visitor({ scheme });
    for (const path of ["", `/enrol/${MANY_SEATS.seats}`, "/m"]) {
      await she.go(path);
      expect(await unseenStops(she.page), path).toEqual([]);
    }
  });
}

test("after a navigation in the browser the focus is at the new page", async ({ visitor }) => {
  const she = await visitor();
  await she.go("");
  await she.page.locator(`header a[href="/${she.lang}/calendar"]`).click();
  await she.isAt("/calendar");
  await expect(she.main).toBeFocused();
});

/** Goes from stop to stop until there, then presses. */
async function presses(she, selector, key) {
  await reaches(she, selector);
  await she.page.keyboard.press(key);
}

async function types(she, selector, text) {
  await reaches(she, selector);
  await she.page.keyboard.type(text);
}

async function reaches(she, selector) {
  await expect(she.page.locator(selector).first()).toBeVisible();
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    await she.page.keyboard.press("Tab");
    if (await isFocused(she.page, selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

function isFocused(page, selector) {
  return page.evaluate((wanted) => document.activeElement === document.querySelector(wanted), selector);
}

/** The stops that do not look different when they have the focus. */
async function unseenStops(page) {
  const unseen = [];
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(look);
    if (stop === null) return unseen;
    if (!stop.isSeen) unseen.push(stop.name);
  }
  throw new Error("the keyboard never comes to the end of the page");
}

function look() {
  const stop = document.activeElement;
  if (stop === null || stop === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
  const isMarked = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  const { left, right, top, bottom } = stop.getBoundingClientRect();
  const points = [
    [left + 2, top + 2],
    [right - 2, top + 2],
    [left + 2, bottom - 2],
    [right - 2, bottom - 2],
    [(left + right) / 2, (top + bottom) / 2],
  ];
  const isOnTop = points.some(([x, y]) => stop.contains(document.elementFromPoint(x, y)));
  return { isSeen: isMarked && isOnTop, name: `${isMarked} ${isOnTop} ${stop.outerHTML.slice(0, 120)}` };
}
