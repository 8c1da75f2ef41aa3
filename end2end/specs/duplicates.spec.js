// One woman, entered twice: staff find the pair, look at both, join them, and take it back. What
// moves with her is tested in the store.

import { expect, test } from "../harness/test.js";
import { Facilitator } from "../harness/facilitator.js";
import { entersTwice } from "../harness/paperwork.js";

async function staff(visitor, mode) {
  const facilitator = new Facilitator(await visitor({ mode }));
  await facilitator.signsIn();
  return facilitator.visitor;
}

/** Their card: other tests' women may be alike too. */
function pairOf({ main }, woman, other) {
  return main.locator("li.card", { hasText: woman.familyName }).filter({ hasText: other.familyName });
}

for (const mode of ["plain", "live"]) {
  test(`a woman entered twice is found, joined and taken apart again: ${mode}`, async ({ visitor }) => {
    const { woman, other } = await entersTwice(() => visitor({ mode: "plain" }));
    const desk = await staff(visitor, mode);
    await desk.go("/staff/courses");
    await desk.follow("/staff/duplicates");
    const pair = pairOf(desk, woman, other);
    await expect(pair).toContainText(desk.words.joining.by_phone);

    await pair.getByRole("link").click();
    await desk.isAt("/staff/enrolments/");
    const sides = desk.main.locator(".both > section");
    await expect(sides).toHaveCount(2);
    await expect(desk.main).toContainText(desk.words.joining.same_phone);
    const stays = sides.filter({ hasText: woman.familyName });
    await stays.locator("form button").click();
    await expect(desk.main.locator("#notice.good")).toContainText(desk.words.joining.notices.merged);
    await expect(desk.main.locator("h1")).toContainText(woman.familyName);
    await desk.go("/staff/duplicates");
    await expect(pair).toHaveCount(0);

    await desk.page.goBack();
    await desk.settled();
    await desk.main.locator("details", { has: desk.page.locator("[name=merge]") }).locator("summary").click();
    await desk.main.locator("form:has([name=merge]) button").click();
    await expect(desk.main.locator("#notice.good")).toContainText(desk.words.joining.notices.parted);
    await desk.go("/staff/duplicates");
    await expect(pair).toHaveCount(1);
  });

  test(`two women on one phone are told apart once and for all: ${mode}`, async ({ visitor }) => {
    const { woman, other } = await entersTwice(() => visitor({ mode: "plain" }));
    const desk = await staff(visitor, mode);
    await desk.go("/staff/duplicates");
    const pair = pairOf(desk, woman, other);
    await pair.locator("button").click();
    await expect(desk.main.locator("#notice.good")).toContainText(desk.words.joining.notices.told_apart);
    await expect(pair).toHaveCount(0);
  });
}
