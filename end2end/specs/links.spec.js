// Her private link on other phones, and what a phone remembers when its browser was closed.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { MANY_SEATS } from "../harness/programme.js";

for (const mode of ["plain", "live"]) {
  test(`a phone that was told to remembers after its browser was closed, until it forgets, ${mode}`, async ({
    visitor,
  }) => {
    const she = await visitor({ mode });
    await she.enrol(MANY_SEATS.seats);
    await she.main.getByRole("button", { name: she.words.memory.yes }).click();
    await expect(she.main).toContainText(she.words.memory.kept);
    const later = await reopened(she, visitor);
    await later.go("/my");
    await expect(later.main).toContainText(later.words.mine.status_confirmed);
    await later.main.getByRole("button", { name: later.words.memory.forget }).click();
    await later.isAt("/my?notice=forgotten");
    await expect(later.main).toContainText(later.words.mine.notice_forgotten);
    await expect(later.main).toContainText(later.words.mine.none_heading);
    const again = await reopened(later, visitor);
    await again.go("/my");
    await expect(again.main).toContainText(again.words.mine.none_heading);
  });

  test(`a phone that was told not to, or not told, remembers nothing and asks once, ${mode}`, async ({
    visitor,
  }) => {
    const she = await visitor({ mode });
    await she.enrol(MANY_SEATS.seats);
    const unanswered = await reopened(she, visitor);
    await unanswered.go("/my");
    await expect(unanswered.main).toContainText(unanswered.words.mine.none_heading);
    await she.main.getByRole("button", { name: she.words.memory.no }).click();
    await expect(she.main).toContainText(she.words.memory.borrowed_heading);
    const later = await reopened(she, visitor);
    await later.go("/my");
    await expect(later.main).toContainText(later.words.mine.none_heading);
    await she.enrol(MANY_SEATS.seats);
    await expect(she.main).toContainText(she.words.memory.borrowed_heading);
    await expect(she.main).not.toContainText(she.words.memory.question);
  });

  test(`the picture that she chose opens her link on another phone, ${mode}`, async ({ visitor }) => {
    const she = await visitor({ mode });
    await she.enrol(MANY_SEATS.seats, newcomer({ picture: "moon" }));
    await expect(she.main).not.toContainText(she.words.memory.question);
    const link = await she.privateLink();
    const elsewhere = await visitor({ mode });
    await elsewhere.go("/m");
    await elsewhere.main.locator("[name=token]").fill(link);
    await elsewhere.opensLink();
    await elsewhere.isAt("/m/picture");
    await answers(elsewhere, "fish");
    await expect(elsewhere.page.locator("#fault-summary")).toContainText(elsewhere.words.link.picture_wrong);
    await answers(elsewhere, "moon");
    await elsewhere.isAt("/my");
    await expect(elsewhere.main).toContainText(elsewhere.words.mine.status_confirmed);
  });
}

for (const lang of ["ar", "fr"]) {
  test(`the question for the picture and the open code are without a fault for axe, ${lang}`, async ({
    visitor,
  }) => {
    const she = await visitor({ lang });
    await she.enrol(MANY_SEATS.seats, newcomer({ picture: "tea" }));
    await she.main.locator("details.qr summary").click();
    await expect(she.main.locator("svg.qr-code")).toBeVisible();
    expect((await new AxeBuilder({ page: she.page }).analyze()).violations).toEqual([]);
    const link = await she.privateLink();
    const elsewhere = await visitor({ lang });
    await elsewhere.page.goto(link);
    await expect(elsewhere.main.locator("[name=picture]")).toHaveCount(12);
    await elsewhere.settled();
    expect((await new AxeBuilder({ page: elsewhere.page }).analyze()).violations).toEqual([]);
  });
}

test("where data are dear, a tap on copy wakes the page and is honoured once", async ({ visitor, guard }) => {
  const she = await visitor();
  const context = she.page.context();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    window.writes = 0;
    navigator.clipboard.writeText = (text) => ((window.writes += 1), write(text));
  });
  she.mode = "dear";
  await she.enrol(MANY_SEATS.seats);
  const wasm = () => guard.addresses.filter((address) => address.endsWith(".wasm"));
  await she.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
  expect(wasm()).toEqual([]);
  const copy = she.main.locator(".actions button[data-live]");
  await expect(copy).toBeVisible();
  await copy.click();
  she.mode = "live";
  await she.settled();
  await expect(copy).toHaveText(she.words.done.copied);
  expect(await she.page.evaluate(() => window.writes)).toBe(1);
  expect(await she.page.evaluate(() => navigator.clipboard.readText())).toBe(await she.privateLink());
  expect(wasm().length).toBe(1);
});

/** The same phone when its browser was closed and opened again: only what lasts is left. */
async function reopened(she, visitor) {
  const cookies = await she.page.context().cookies();
  const later = await visitor({ mode: she.mode });
  await later.page.context().addCookies(cookies.filter(({ expires }) => expires > 0));
  return later;
}

async function answers(she, picture) {
  await she.main.locator(`[name=picture][value=${picture}]`).check();
  await she.main.locator("form button[type=submit]").click();
}
