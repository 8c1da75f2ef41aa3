// Forms on still pages, sent in the background: what she typed stays until something answers, in
// this tab. Left to others: what is wrong with a form (forms), the same without scripts (path).

import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { MANY_SEATS } from "../harness/programme.js";

const FORM = `/enrol/${MANY_SEATS.seats}`;

test("without a network the form says so, keeps everything, and is sent by the next tap", async ({
  visitor,
  server,
  guard,
}) => {
  guard.allow(/Failed to load resource/);
  const she = await visitor({ lang: "ar" });
  const person = newcomer();
  const before = await server.pool(MANY_SEATS.seats);
  await she.go(FORM);
  await she.fillIn(person);
  await she.page.context().setOffline(true);
  await she.send();
  await expect(she.form().locator(".told[role=alert]")).toHaveText(she.words.common.unsent);
  await expect(she.form().locator("[autocomplete=tel]")).toHaveValue(person.phone);
  await she.page.context().setOffline(false);
  await she.send();
  await she.isAt("/my/done");
  expect((await server.pool(MANY_SEATS.seats)).people).toBe(before.people + 1);
});

test("while it is on its way the button says so, and a second tap sends nothing", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  await she.go(FORM);
  await she.fillIn(newcomer());
  let sent = 0;
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await she.page.route("**/api/enrolments/create", async (route) => {
    sent += 1;
    await held;
    await route.continue();
  });
  const button = she.form().locator("button[type=submit]");
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(she.form().locator(".told[role=status]")).toHaveText(she.words.common.sending);
  await button.click();
  answer();
  await she.isAt("/my/done");
  expect(sent).toBe(1);
});

test("a reload brings back what this tab has kept, and another tab has nothing", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  const person = newcomer({ ageBand: { index: 2 } });
  await she.go(FORM);
  await she.fillIn(person);
  await she.page.reload();
  await she.settled();
  const form = she.form();
  await expect(form.locator("[autocomplete=given-name]")).toHaveValue(person.givenName);
  await expect(form.locator("[autocomplete=tel]")).toHaveValue(person.phone);
  await expect(form.locator("[name=consent]")).toBeChecked();
  expect(await form.locator("[name=age_band]").evaluate((list) => list.selectedIndex)).toBe(2);

  const other = await she.anotherTab();
  await other.go(FORM);
  await expect(other.form().locator("[autocomplete=tel]")).toHaveValue("");
});

test("what was kept is gone when the form has led on, and when she leaves", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  const kept = () => she.page.evaluate(() => sessionStorage.getItem("draft"));
  await she.enrol(MANY_SEATS.seats);
  expect(await kept()).toBeNull();

  await she.go(FORM);
  await she.form().locator("[autocomplete=given-name]").fill("Ons");
  expect(await kept()).toContain("Ons");
  // She stays where the test can look.
  await she.page.evaluate(() =>
    document.querySelector("form.leave").addEventListener("submit", (event) => event.preventDefault()),
  );
  await she.page.locator("form.leave button").click();
  expect(await kept()).toBeNull();
});

test("a number is checked when she leaves its field, by the server's rules and in its words", async ({
  visitor,
}) => {
  const she = await visitor({ lang: "fr" });
  await she.go(FORM);
  const phone = she.form().locator("[autocomplete=tel]");
  await phone.fill("12 34");
  await phone.blur();
  await expect(she.page.locator("#phone-fault")).toHaveText(she.words.faults.phone_short);
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  await expect(phone).toHaveAttribute("aria-describedby", /phone-hint.*phone-fault/);
  await phone.fill(newcomer().phone);
  await phone.blur();
  await expect(she.page.locator("#phone-fault")).toHaveCount(0);
  await expect(phone).not.toHaveAttribute("aria-invalid", "true");
});

test("on her own pages forms do not leave the document", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  await she.enrol(MANY_SEATS.seats);
  await she.follow("/my");
  const stays = await she.isSameDocument(() => she.cancel());
  expect(stays).toBe(true);
  await expect(she.main.locator("#form-notice")).toBeFocused();
});

test("no page of hers is kept in the document for whoever goes back", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  await she.enrol(MANY_SEATS.seats);
  await she.follow("/my");
  await expect(she.main.locator("article.card")).toBeVisible();
  await she.page.locator(`header a[href="/fr/calendar"]`).click();
  await she.isAt("/calendar");

  const isHers = (url) => url.pathname === "/fr/my";
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await she.page.route(isHers, async (route) => {
    await held;
    await route.continue();
  });
  const asked = she.page.waitForRequest((request) => isHers(new URL(request.url())));
  const stays = await she.isSameDocument(async () => {
    await she.page.goBack();
    await asked;
  });
  expect(stays).toBe(true);
  await expect(she.main.locator("article.card")).toHaveCount(0);
  answer();
  await expect(she.main.locator("article.card")).toBeVisible();
});

test("what this tab has kept for longer than half an hour is gone", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  await she.go(FORM);
  await she.form().locator("[autocomplete=given-name]").fill("Ons");
  const ageBy = (seconds) =>
    she.page.evaluate((seconds) => {
      const [path, until, typed] = sessionStorage.draft.split("\n");
      sessionStorage.draft = [path, Number(until) - seconds, typed].join("\n");
    }, seconds);
  await ageBy(29 * 60);
  await she.page.reload();
  await she.settled();
  await expect(she.form().locator("[autocomplete=given-name]")).toHaveValue("Ons");
  await ageBy(61);
  await she.page.reload();
  await she.settled();
  await expect(she.form().locator("[autocomplete=given-name]")).toHaveValue("");
  expect(await she.page.evaluate(() => sessionStorage.getItem("draft"))).toBeNull();
});
