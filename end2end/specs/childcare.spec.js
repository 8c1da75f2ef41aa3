// A woman who brings a child: a place for the first, and for the second the truth, beside a way on.

import { expect, test } from "../harness/test.js";
import { CHILD } from "../harness/programme.js";
import { newcomer } from "../harness/visitor.js";
import { fill } from "../harness/words.js";

const FIELD = "children-under-3";

/** Opens the question and says that she brings one. */
async function bringsAChild(she) {
  await she.main.locator("details", { has: she.page.locator(`#${FIELD}`) }).locator("summary").click();
  await she.main.locator(`#${FIELD}`).selectOption("1");
}

function told({ words }, text) {
  const child = fill(words.childcare.of_age, { children: "1 enfant", age: words.course.under_3 });
  return fill(words.childcare[text], { children: child });
}

for (const [mode, { seats }] of Object.entries(CHILD)) {
  test(`one child has the place, and with the next its mother may come without: ${mode}`, async ({ visitor, server }) => {
    const first = await visitor({ mode });
    await first.go(`/enrol/${seats}`);
    await first.fillIn(newcomer());
    await bringsAChild(first);
    await first.send();
    await first.isAt("/my/done");
    await expect(first.main).toContainText(told(first, "with"));

    const second = await visitor({ mode });
    const woman = newcomer();
    await second.go(`/enrol/${seats}`);
    await second.fillIn(woman);
    await bringsAChild(second);
    await second.send();
    await expect(second.page.locator("#fault-summary")).toContainText(second.words.childcare.no_place);
    expect((await server.pool(seats)).taken).toBe(1);
    // Her answers stand, and the question is open with the fault beside the tick that helps.
    await expect(second.main.locator("[autocomplete=given-name]")).toHaveValue(woman.givenName);
    await expect(second.main.locator(`#${FIELD}`)).toBeVisible();
    await expect(second.main.locator(`#${FIELD}`)).toHaveValue("1");
    const without = second.main.getByRole("checkbox", { name: second.words.childcare.without });
    await expect(without).toHaveAttribute("aria-invalid", "true");
    await without.check();
    await second.send();
    await second.isAt("/my/done");
    await expect(second.main).toContainText(told(second, "none"));
    expect((await server.pool(seats)).taken).toBe(2);
  });
}
