// From a seat that becomes free to the message that staff send with a tap; and a lost link, for
// which every number gets the same page.

import { expect, test } from "../harness/test.js";
import { holds } from "../harness/axe.js";
import { Facilitator } from "../harness/facilitator.js";
import { MANY_SEATS } from "../harness/programme.js";
import { newcomer } from "../harness/visitor.js";

test("she says that she cannot come, the hub reads it, and nobody else does", async ({ visitor }) => {
  const she = await visitor({ mode: "plain", lang: "fr" });
  const woman = await she.enrol(MANY_SEATS.seats);
  await she.go("/my");
  await she.asksToCancel();
  await she.main.locator("select[name=reason]").first().selectOption("transport");
  await she.confirmsCancelling();
  await expect(she.main).toContainText(she.words.mine.status_excused);
  await expect(she.main.getByRole("link", { name: she.words.mine.again })).toBeVisible();

  // Where scripts are off axe waits for ever.
  const facilitator = new Facilitator(await visitor({ mode: "stranded", lang: "fr" }));
  await facilitator.signsIn();
  const desk = facilitator.visitor;
  await desk.go("/staff/messages");
  const card = desk.main.locator(".card", { hasText: woman.familyName });
  await expect(card).toContainText(desk.words.outbox.left);
  await holds(desk, "the outbox");
  await card.locator("button[value=not_needed]").click();
  await desk.isAt("/staff/messages?notice=message-dropped");
  await expect(desk.main.locator(".card", { hasText: woman.familyName })).toHaveCount(0);
});

test("a lost link is sent with a tap, and an unknown number gets the same page", async ({ visitor }) => {
  const she = await visitor({ mode: "plain", lang: "ar" });
  const woman = await she.enrol(MANY_SEATS.seats);
  const link = await she.privateLink();
  const pages = [];
  for (const { phone } of [woman, newcomer()]) {
    await she.go("/m");
    const form = she.main.locator("form", { has: she.page.locator("[name=phone]") });
    await form.locator("[name=phone]").fill(phone);
    await form.locator("button").click();
    await she.isAt("/m/sent");
    pages.push(await she.main.innerHTML());
  }
  expect(pages[0]).toBe(pages[1]);

  const facilitator = new Facilitator(await visitor({ mode: "plain", lang: "fr" }));
  await facilitator.signsIn();
  const desk = facilitator.visitor;
  await desk.go("/staff");
  await desk.follow("/staff/messages");
  const card = desk.main.locator(".card", { hasText: woman.familyName });
  await card.locator("form[action$='messages/tap'] button").click();
  const text = card.locator("blockquote");
  await expect(text).toContainText(link);
  const wa = await card.locator("a[href^='https://wa.me/']").getAttribute("href");
  expect(decodeURIComponent(wa)).toContain(link);
  await card.locator("button[value=whatsapp]").click();
  await desk.isAt("/staff/messages?notice=message-done");
  await expect(desk.main.locator(".card", { hasText: woman.familyName })).toHaveCount(0);
});
