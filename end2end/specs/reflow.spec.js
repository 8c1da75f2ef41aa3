// A narrow window, a large zoom: everything stays in one column, and the bar at the top stays in
// reach without lying over anything.

import { expect, test } from "../harness/test.js";
import { sideways } from "../harness/axe.js";
import { NOT_FOUND, PAGES } from "../harness/addresses.js";
import { Facilitator } from "../harness/facilitator.js";
import { STAFF_PAGES, comparesFirst, fillsTheDesk } from "../harness/paperwork.js";
import { ALL_LANGS } from "../harness/words.js";

// WCAG 2.2, 1.4.10: a window of 1280 × 1024 px at 400%.
const ZOOMED = { width: 320, height: 256 };
const PHONE = { width: 360, height: 740 };

for (const lang of ALL_LANGS) {
  test(`no page scrolls sideways at 400% in ${lang}`, async ({ visitor, guard }) => {
    guard.allow(NOT_FOUND);
    const she = await visitor({ lang, mode: "stranded" });
    await she.page.setViewportSize(ZOOMED);
    for (const [name, path] of Object.entries(PAGES)) {
      await she.go(path);
      expect.soft(await sideways(she.page), name).toEqual([]);
    }
  });
}

for (const lang of ["ar", "fr"]) {
  test(`no page of the staff scrolls sideways at 400% in ${lang}`, async ({ visitor }) => {
    await fillsTheDesk(() => visitor({ lang, mode: "plain" }));
    const facilitator = new Facilitator(await visitor({ lang, mode: "stranded" }));
    const desk = facilitator.visitor;
    await desk.page.setViewportSize(ZOOMED);
    await facilitator.signsIn();
    for (const [name, path] of Object.entries(STAFF_PAGES)) {
      await desk.go(path);
      expect.soft(await sideways(desk.page), name).toEqual([]);
    }
    await comparesFirst(desk);
    expect.soft(await sideways(desk.page), "two rows side by side").toEqual([]);
  });
}

test("a part that is too wide is noticed", async ({ visitor }) => {
  const she = await visitor({ mode: "stranded" });
  await she.page.setViewportSize(ZOOMED);
  await she.go("");
  await she.page.evaluate(() => {
    const wide = document.createElement("p");
    wide.id = "wide";
    document.querySelector("main").append(wide);
    wide.style.cssText = "display: inline-block; inline-size: 40rem";
  });
  expect((await sideways(she.page)).join()).toContain('id="wide"');
});

for (const lang of ["ar", "fr"]) {
  test(`the way out stays in reach and lies over nothing that is read in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "stranded" });
    await she.page.setViewportSize(PHONE);
    await she.go("");
    const leave = she.page.getByRole("button", { name: she.words.common.leave });
    for (const place of ["h1", "main h2", "footer li:last-child a"]) {
      const part = she.page.locator(place).last();
      await part.evaluate((it) => it.scrollIntoView({ block: "start" }));
      await expect(leave).toBeInViewport({ ratio: 1 });
      const [bar, box] = [await she.page.locator(".bar").boundingBox(), await part.boundingBox()];
      expect(box.y, place).toBeGreaterThanOrEqual(bar.y + bar.height);
    }
  });
}

test("where there is little height the bar scrolls away", async ({ visitor }) => {
  const she = await visitor({ mode: "stranded" });
  await she.page.setViewportSize(ZOOMED);
  await she.go("");
  await she.page.locator("footer").scrollIntoViewIfNeeded();
  await expect(she.page.locator(".bar")).not.toBeInViewport();
});
