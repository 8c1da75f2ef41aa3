// The facilitator's pages: who gets in, what a roll says while marks are on their way, and that
// nothing is left behind. The way from enrolment to mark stands in path.spec.js.

import { expect, test } from "../harness/test.js";
import { Facilitator } from "../harness/facilitator.js";
import { FACILITATOR } from "../harness/server.js";
import { TODAY } from "../harness/programme.js";

const SPEEDS = { plain: "with scripts off", live: "hydrated" };

for (const [mode, speed] of Object.entries(SPEEDS)) {
  test(`a wrong password ${speed} brings back the form with the address alone`, async ({
    visitor,
    guard,
  }) => {
    const she = await visitor({ mode });
    const password = "not-the-right-one-5921";
    await she.go("/staff/sign-in");
    await she.main.locator("[autocomplete=username]").fill(FACILITATOR.email);
    await she.main.locator("[autocomplete=current-password]").fill(password);
    await she.main.locator("form button[type=submit]").click();
    await expect(she.page.locator("#fault-summary")).toBeVisible();
    await expect(she.main.locator("[autocomplete=username]")).toHaveValue(FACILITATOR.email);
    const told = guard.addresses.filter((address) => /not-the-right|facilitator(@|%40)/.test(address));
    expect(told).toEqual([]);
  });

  test(`a roll can be taken back and counted ${speed}`, async ({ visitor }) => {
    const she = await visitor({ mode: "plain" });
    const woman = await she.enrol(TODAY.seats);
    const facilitator = new Facilitator(await visitor({ mode }));
    await facilitator.signsIn();
    await facilitator.opensRoll();
    const counted = () => facilitator.main.locator(".counts").innerText();
    const before = await counted();
    for (const status of ["late", "excused", "absent", "present"]) {
      await facilitator.marks(woman, status);
      await facilitator.sees(woman, status);
      await expect.poll(counted).not.toBe(before);
    }
    await facilitator.marks(woman, "unmarked");
    await expect(facilitator.row(woman).locator("[aria-pressed=true]")).toHaveCount(0);
    await expect.poll(counted).toBe(before);
  });

  test(`after signing out ${speed} no name is shown`, async ({ visitor }) => {
    const she = await visitor({ mode: "plain" });
    const woman = await she.enrol(TODAY.seats);
    const facilitator = new Facilitator(await visitor({ mode }));
    await facilitator.signsIn();
    await facilitator.opensRoll();
    await expect(facilitator.row(woman)).toBeVisible();
    await facilitator.signsOut();
    await facilitator.page.goBack();
    await expect(facilitator.page.locator("body")).not.toContainText(woman.givenName);
    await facilitator.reopens();
    await expect.poll(() => facilitator.page.url()).toContain("/staff/sign-in");
    await expect(facilitator.page.locator("body")).not.toContainText(woman.givenName);
  });
}

test("a mark that does not arrive is said not to be saved, and is saved by trying again", async ({
  visitor,
  guard,
}) => {
  const she = await visitor({ mode: "plain" });
  const woman = await she.enrol(TODAY.seats);
  const facilitator = new Facilitator(await visitor());
  await facilitator.signsIn();
  await facilitator.opensRoll();
  guard.allow(/Failed to load resource: net::ERR_INTERNET_DISCONNECTED \(\S+\/api\/marks\/create\)/);
  await facilitator.page.context().setOffline(true);
  await facilitator.taps(woman, "late");
  await facilitator.seesLight("failed");
  await facilitator.page.context().setOffline(false);
  await facilitator.row(woman).locator("button[type=button]").click();
  await facilitator.seesLight("saved");
  await facilitator.reopens();
  await facilitator.sees(woman, "late");
});

test("an answer that was lost on its way back, and another tapped after it, are two marks and no more", async ({
  visitor,
  guard,
}) => {
  const she = await visitor({ mode: "plain" });
  const woman = await she.enrol(TODAY.seats);
  const facilitator = new Facilitator(await visitor());
  await facilitator.signsIn();
  await facilitator.opensRoll();
  guard.allow(/Failed to load resource: net::ERR_CONNECTION_RESET \(\S+\/api\/marks\/create\)/);
  const restores = await losesAnswers(facilitator.page);
  for (const status of ["present", "late"]) {
    await facilitator.taps(woman, status);
    await expect(facilitator.row(woman).locator("button[type=button]")).toBeVisible();
  }
  await restores();
  await facilitator.row(woman).locator("button[type=button]").click();
  await facilitator.seesLight("saved");
  await facilitator.reopens();
  await facilitator.sees(woman, "late");
  await expect(facilitator.row(woman).locator("[name=base_version]")).toHaveValue("2");
  await expect(facilitator.row(woman).locator(".flag")).toHaveCount(0);
});

test("a roll names first names and no phone", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  const woman = await she.enrol(TODAY.seats);
  const facilitator = new Facilitator(await visitor({ mode: "plain" }));
  await facilitator.signsIn();
  await facilitator.opensRoll();
  const html = await facilitator.page.content();
  expect(html).toContain(woman.givenName);
  for (const hidden of [woman.familyName, woman.phone, woman.phone.replace(/ /g, "")])
    expect(html).not.toContain(hidden);
});

/** Marks reach the server and its answers do not come back, until the returned function is called. */
async function losesAnswers(page) {
  const context = page.context();
  const loses = async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  };
  await context.route("**/api/marks/create", loses);
  return () => context.unroute("**/api/marks/create", loses);
}
