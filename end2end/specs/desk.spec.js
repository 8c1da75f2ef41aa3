// The desk without scripts and hydrated: signing someone up, looking at a number, moving,
// cancelling, more seats, and those who asked to be called.

import { expect, test } from "../harness/test.js";
import { holds } from "../harness/axe.js";
import { Facilitator } from "../harness/facilitator.js";
import { SLOT, TODAY, MANY_SEATS } from "../harness/programme.js";
import { answer, newcomer } from "../harness/visitor.js";

const LOOKS = [["ar", "light"], ["fr", "dark"]];
const SPEEDS = { plain: "with scripts off", live: "hydrated" };

/** A facilitator who is signed in. */
async function atTheDesk(visitor, wishes) {
  const facilitator = new Facilitator(await visitor(wishes));
  await facilitator.signsIn();
  return facilitator.visitor;
}

/** From the form to the page that says what became of it. */
async function signUp(desk, seats, person) {
  await desk.go(`/staff/enrol/${seats}`);
  await fillIn(desk, person);
  await desk.isAt("/staff/signed-up/");
}

async function fillIn(desk, { givenName, familyName, phone }) {
  await desk.main.locator("[name=given_name]").fill(givenName);
  await desk.main.locator("[name=family_name]").fill(familyName);
  await desk.main.locator("[name=phone]").fill(phone);
  await answer(desk.main);
  await desk.main.locator("[name=consent]").check();
  await desk.main.locator(".form button[type=submit]").click();
}

function numbers({ phone }) {
  return [phone, phone.replaceAll(" ", "")];
}

for (const [mode, speed] of Object.entries(SPEEDS)) {
  test(`someone at the desk is signed up, written to and moved ${speed}`, async ({ visitor, guard, server }) => {
    const desk = await atTheDesk(visitor, { mode });
    const woman = newcomer();
    await signUp(desk, SLOT.seats, woman);
    await expect(desk.main.locator(".standing.confirmed")).toBeVisible();
    const link = await desk.main.locator(".private-link").innerText();
    expect(link).toMatch(/\/m#[\w-]{22}$/);
    for (const number of numbers(woman)) expect(await desk.page.content()).not.toContain(number);

    await desk.main.locator("form[action$='enrolments/phone'] button").click();
    await expect(desk.main.locator(".number")).toContainText(woman.phone);
    const dialled = `216${woman.phone.replaceAll(" ", "")}`;
    await expect(desk.main.locator(`a[href^="https://wa.me/${dialled}?text="]`)).toBeVisible();
    // Shown once: the next look is another line.
    await desk.page.reload();
    await desk.settled();
    await expect(desk.main.locator(".number")).toHaveCount(0);

    await desk.follow("/staff/enrolments/");
    await expect(desk.main.locator("h1")).toContainText(woman.familyName);
    await desk.main.locator("details", { has: desk.page.locator("#to") }).locator("summary").click();
    await desk.main.locator("form[action$='enrolments/move'] button").click();
    await desk.isAt("/staff/enrolments/");
    await expect(desk.main.locator("#notice.good")).toBeVisible();
    expect((await server.pool(SLOT.seats)).taken).toBe(0);

    await desk.main.locator("details", { has: desk.page.locator("#reason") }).locator("summary").click();
    await desk.main.locator("form[action$='enrolments/cancel'] button").click();
    await expect(desk.main.locator(".standing.cancelled")).toBeVisible();
    const kinds = desk.main.locator("ol.history li");
    await expect(kinds).toHaveCount(3);
    const told = guard.addresses.filter((address) => numbers(woman).some((it) => decodeURI(address).includes(it)));
    expect(told).toEqual([]);
    for (const hidden of numbers(woman)) expect(await server.log()).not.toContain(hidden);
  });

  test(`a wrong phone at the desk keeps what was typed, and a second sign-up is told plainly ${speed}`, async ({
    visitor,
  }) => {
    const desk = await atTheDesk(visitor, { mode });
    const woman = newcomer();
    await desk.go(`/staff/enrol/${MANY_SEATS.seats}`);
    await fillIn(desk, { ...woman, phone: "12" });
    await expect(desk.page.locator("#fault-summary")).toBeVisible();
    await expect(desk.main.locator("[name=given_name]")).toHaveValue(woman.givenName);
    await desk.main.locator("[name=phone]").fill(woman.phone);
    await desk.main.locator(".form button[type=submit]").click();
    await desk.isAt("/staff/signed-up/");
    await desk.go(`/staff/enrol/${MANY_SEATS.seats}`);
    await fillIn(desk, woman);
    await expect(desk.main.locator("#notice")).toBeVisible();
    await desk.main.locator("#notice a").click();
    await desk.isAt("/staff/enrolments/");
    await expect(desk.main.locator("h1")).toContainText(woman.familyName);
  });

  test(`who would rather be called is called and signed up ${speed}`, async ({ visitor, server }) => {
    const woman = newcomer();
    const she = await visitor({ mode });
    await she.go(`/enrol/${MANY_SEATS.seats}`);
    await she.follow("/call");
    await she.main.locator("[name=phone]").fill("1");
    await she.main.locator(".form button[type=submit]").click();
    await expect(she.page.locator("#fault-summary")).toBeVisible();
    await she.main.locator("[name=phone]").fill(woman.phone);
    await she.main.locator("[name=given_name]").fill(woman.givenName);
    await she.main.locator(".form button[type=submit]").click();
    await she.isAt("/call/done");

    const desk = await atTheDesk(visitor, { mode });
    await desk.go("/staff/calls");
    const card = desk.main.locator("li.call").filter({ hasText: woman.givenName });
    for (const number of numbers(woman)) expect(await desk.page.content()).not.toContain(number);
    await expect(card.locator("select")).toHaveValue(MANY_SEATS.seats);
    await card.locator("form[action$='calls/phone'] button").click();
    await expect(card.locator(".number")).toContainText(woman.phone);
    const before = (await server.pool(MANY_SEATS.seats)).taken;
    await card.locator("form[action$='calls/sign-up'] button").click();
    await desk.isAt(`/staff/enrol/${MANY_SEATS.seats}`);
    await expect(desk.main.locator("[name=phone]")).toHaveValue(woman.phone);
    await expect(desk.main.locator("[name=given_name]")).toHaveValue(woman.givenName);
    await desk.main.locator("[name=family_name]").fill(woman.familyName);
    await desk.main.locator("[name=consent]").check();
    await desk.main.locator(".form button[type=submit]").click();
    await desk.isAt("/staff/signed-up/");
    expect((await server.pool(MANY_SEATS.seats)).taken).toBe(before + 1);
    await desk.go("/staff/calls");
    await expect(card).toHaveCount(0);
  });
}

test("more seats are given and the change says from what to what", async ({ visitor, server }) => {
  const desk = await atTheDesk(visitor, { mode: "plain" });
  const she = await visitor({ mode: "plain" });
  await she.enrol(TODAY.seats);
  await desk.go("/staff");
  await desk.follow("/staff/instances/");
  await desk.main.locator("[name=capacity]").fill("many");
  await desk.main.locator("form.seats-form button").click();
  await expect(desk.main.locator("#notice:not(.good)")).toBeVisible();
  await desk.main.locator("[name=capacity]").fill("٢٥");
  await desk.main.locator("form.seats-form button").click();
  await expect(desk.main.locator("#notice.good")).toBeVisible();
  expect((await server.pool(TODAY.seats)).capacity).toBe(25);
  await desk.main.locator("summary").click();
  await expect(desk.main.locator("details")).toContainText(/20.*25/);
});

for (const [lang, scheme] of LOOKS) {
  test(`axe finds nothing at the desk in ${lang}, ${scheme}`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "stranded" });
    await she.go("/call");
    await holds(she, "the request to be called");
    await she.main.locator("[name=phone]").fill(newcomer().phone);
    await she.main.locator(".form button[type=submit]").click();
    await she.isAt("/call/done");
    await holds(she, "the thanks");
    const desk = await atTheDesk(visitor, { lang, scheme, mode: "stranded", width: 360 });
    await desk.go("/staff/courses");
    await holds(desk, "the runs");
    await signUp(desk, MANY_SEATS.seats, newcomer());
    await holds(desk, "the sign-up at the desk");
    await desk.follow("/staff/enrolments/");
    for (const closed of await desk.main.locator("summary").all()) await closed.click();
    await holds(desk, "an enrolment");
    await desk.follow("/staff/instances/");
    await holds(desk, "a run");
    await desk.follow("/staff/enrol/");
    await holds(desk, "the form at the desk");
    await desk.go("/staff/calls");
    await holds(desk, "the call list");
  });
}
