// Appointments: chosen on the course's page, kept while the form is filled in, changed afterwards.

import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { SLOT } from "../harness/programme.js";

for (const mode of ["plain", "live"]) {
  test(`a time is chosen, kept, signed up for and changed, ${mode}`, async ({ visitor, server }) => {
    const she = await visitor({ mode });
    const seats = await chooses(she);
    await expect(she.page.locator(".notice.kept")).toContainText(/\d\d:\d\d/);
    await she.fillIn(newcomer());
    await she.send();
    await she.isAt("/my/done");
    expect(await server.pool(seats)).toMatchObject({ taken: 1, waiting: 0 });

    await she.go("/my");
    await she.main.locator("details.swap summary").first().click();
    const other = she.main.locator("details.swap input[type=radio]").last();
    const there = await other.getAttribute("value");
    await other.check();
    await she.main.getByRole("button", { name: she.words.mine.swap_submit }).click();
    await she.isAt("/my?notice=swapped");
    expect(await server.pool(seats)).toMatchObject({ taken: 0 });
    expect(await server.pool(there)).toMatchObject({ taken: 1 });
    await she.cancel();
  });

  test(`a time that another is choosing is said to be so, and another is taken with the same form, ${mode}`, async ({
    visitor,
    server,
  }) => {
    const first = await visitor({ mode: "plain" });
    const seats = await chooses(first);
    const second = await visitor({ mode });
    await second.go(`/courses/${SLOT.course}`);
    await expect(second.main).toContainText(second.words.session.kept);
    await expect(second.main.locator(`button[value=${seats}]`)).toHaveCount(0);

    await second.go(`/enrol/${seats}`);
    const person = newcomer();
    await second.fillIn(person);
    await second.send();
    await expect(second.page.locator("[role=alert]")).toBeVisible();
    await expect(second.form().locator("[autocomplete=tel]")).toHaveValue(person.phone);
    const other = second.form().locator("input[type=radio][name=seats]").nth(1);
    const there = await other.getAttribute("value");
    await other.check();
    await second.send();
    await second.isAt("/my/done");
    expect(await server.pool(seats)).toMatchObject({ taken: 0, waiting: 0 });
    expect(await server.pool(there)).toMatchObject({ taken: 1 });
    await second.go("/my");
    await second.cancel();
    await first.page.request.post(`${server.base}/api/visits/forget`, { form: { lang: first.lang } });
  });
}

/** Presses the first free time of the photoshoot; says which pool it is. */
async function chooses(she) {
  await she.go(`/courses/${SLOT.course}`);
  const button = she.main.locator(".slots button").first();
  const seats = await button.getAttribute("value");
  await button.click();
  await she.isAt(`/enrol/${seats}`);
  return seats;
}
