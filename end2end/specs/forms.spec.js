// The enrol form when something is wrong with it, when it is sent twice, and when all is full.

import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { ONE_SEAT, MANY_SEATS } from "../harness/programme.js";
import { ALL_LANGS } from "../harness/words.js";

const WRONG = { phone: "12 34", ageBand: { index: 2 }, project: { index: 1 } };

for (const lang of ALL_LANGS) {
  test(`a wrong phone in ${lang} with scripts off brings back the form as it was typed`, async ({
    visitor,
    guard,
  }) => {
    const she = await visitor({ lang, mode: "plain" });
    const person = newcomer(WRONG);
    await sends(she, person);
    await she.isAt(`/enrol/${MANY_SEATS.seats}`);
    await isAsTyped(she, person);
    await saysWhatIsWrong(she);
    await corrects(she);
    noneIsIn(guard.addresses, person);
  });
}

test("a wrong phone, hydrated, is told without a page load and the focus goes there", async ({
  visitor,
  guard,
}) => {
  const she = await visitor();
  const person = newcomer(WRONG);
  await she.go(`/enrol/${MANY_SEATS.seats}`);
  const stays = await she.isSameDocument(async () => {
    await she.fillIn(person);
    await she.send();
    await expect(she.page.locator("#fault-summary")).toBeFocused();
  });
  expect(stays).toBe(true);
  await isAsTyped(she, person);
  await saysWhatIsWrong(she);
  await corrects(she);
  noneIsIn(guard.addresses, person);
});

test("an empty form says all that is missing", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await sends(she, { givenName: "", familyName: "", phone: "", consent: false });
  const { given_name_missing, family_name_missing, phone_missing, consent_missing } = she.words.faults;
  for (const text of [given_name_missing, family_name_missing, phone_missing, consent_missing]) {
    await expect(she.page.locator("#fault-summary")).toContainText(text);
  }
});

for (const mode of ["plain", "live"]) {
  test(`two taps on send are one enrolment, ${mode}`, async ({ visitor, server }) => {
    const she = await visitor({ mode });
    const before = await server.pool(MANY_SEATS.seats);
    await she.go(`/enrol/${MANY_SEATS.seats}`);
    await she.fillIn(newcomer());
    await she.form().locator("button[type=submit]").dblclick();
    await she.isAt("/my/done");
    await expect(she.main).toContainText(she.words.done.confirmed);
    expect((await server.pool(MANY_SEATS.seats)).people).toBe(before.people + 1);
  });

  test(`going back after the confirmation and sending again changes nothing, ${mode}`, async ({
    visitor,
    server,
  }) => {
    const she = await visitor({ mode });
    const person = await she.enrol(MANY_SEATS.seats);
    const before = await server.pool(MANY_SEATS.seats);
    await she.page.goBack();
    await she.isAt(`/enrol/${MANY_SEATS.seats}`);
    await she.fillIn(person);
    await she.send();
    await she.isAt("/my");
    expect(await server.pool(MANY_SEATS.seats)).toEqual(before);
  });

  test(`when all is full she is told, keeps the form, and can wait, ${mode}`, async ({ visitor, server }) => {
    const { seats } = ONE_SEAT[mode];
    const first = await visitor({ mode: "plain" });
    await first.go(`/enrol/${seats}`);
    const second = await visitor({ mode });
    await second.go(`/enrol/${seats}`);
    await first.enrol(seats);

    const person = newcomer();
    await second.fillIn(person);
    await second.send();
    await expect(second.page.locator("#fault-summary, [role=alert]")).toBeVisible();
    await second.isAt(`/enrol/${seats}`);
    await expect(second.form().locator("[autocomplete=given-name]")).toHaveValue(person.givenName);
    await expect(second.form().locator("[autocomplete=tel]")).toHaveValue(person.phone);
    expect(await server.pool(seats)).toMatchObject({ taken: 1, waiting: 0 });

    await second.form().locator("[name=waitlist]").check();
    await second.send();
    await second.isAt("/my/done");
    await expect(second.main).toContainText(second.words.done.waiting);
    expect(await server.pool(seats)).toMatchObject({ taken: 1, waiting: 1 });

    await first.go("/my");
    await first.cancel();
    await second.go("/my");
    await expect(second.main).toContainText(second.words.mine.status_confirmed);
    expect(await server.pool(seats)).toMatchObject({ taken: 1, waiting: 0 });
  });
}

async function sends(she, person) {
  await she.go(`/enrol/${MANY_SEATS.seats}`);
  await she.fillIn(person);
  await she.send();
}

async function isAsTyped(she, person) {
  const form = she.form();
  await expect(form.locator("[autocomplete=given-name]")).toHaveValue(person.givenName);
  await expect(form.locator("[autocomplete=family-name]")).toHaveValue(person.familyName);
  await expect(form.locator("[autocomplete=tel]")).toHaveValue(person.phone);
  await expect(form.locator("[name=consent]")).toBeChecked();
  for (const [name, { index }] of [
    ["age_band", person.ageBand],
    ["project", person.project],
  ]) {
    expect(await form.locator(`[name=${name}]`).evaluate((select) => select.selectedIndex)).toBe(index);
  }
}

async function saysWhatIsWrong(she) {
  const text = she.words.faults.phone_short;
  const phone = she.form().locator("[autocomplete=tel]");
  await expect(phone).toHaveAttribute("aria-invalid", "true");
  const described = (await phone.getAttribute("aria-describedby")).split(" ");
  const fault = described.find((id) => id.endsWith("-fault"));
  await expect(she.page.locator(`#${fault}`)).toHaveText(text);
  const link = she.page.locator("#fault-summary a", { hasText: text });
  await expect(link).toHaveAttribute("href", `#${await phone.getAttribute("id")}`);
  await link.click();
  await expect(phone).toBeFocused();
}

async function corrects(she) {
  await she.form().locator("[autocomplete=tel]").fill(newcomer().phone);
  await she.send();
  await she.isAt("/my/done");
}

function noneIsIn(addresses, { givenName, familyName, phone }) {
  const typed = [givenName, familyName, phone, phone.replace(/ /g, ""), phone.replace(/ /g, "+")];
  const told = addresses
    .map((address) => decodeURIComponent(address))
    .filter((address) => typed.some((text) => address.includes(text)));
  expect(told).toEqual([]);
}
