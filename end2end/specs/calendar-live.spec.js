// The calendar when it is alive: each choice counts at once, time is gone through without
// waiting, seat counts stay fresh, and the month is gone through by keyboard.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../harness/test.js";
import { MANY_SEATS, date, monday } from "../harness/programme.js";
import { LANGS } from "../harness/words.js";

const WEEK = `date=${monday(2)}`;
const HALF_A_MINUTE_MS = 30_000;

/** The calendar's addresses that a page asks its server for, in order. */
function asked(guard, what) {
  const all = guard.addresses.filter((address) => address.includes(`/api/calendar/${what}`));
  return all.map((address) => new URL(address).searchParams.get("query"));
}

test("a choice counts at once, keeps the focus, is told, and goes back", async ({ visitor }) => {
  const she = await visitor();
  await she.go(`/calendar?${WEEK}`);
  const theme = she.main.locator("#filter-theme");
  const stays = await she.isSameDocument(async () => {
    await she.main.locator(".filters summary").click();
    await expect(she.main.locator("#filters button")).toBeHidden();
    await theme.focus();
    await theme.selectOption("design");
    await she.isAt(`/calendar?${WEEK}&theme=design`);
    await expect(she.main.locator(".row-of-day.hue-blue")).toHaveCount(0);
    await expect(theme).toBeFocused();
    await she.main.locator("#filter-free").check();
    await she.isAt(`/calendar?${WEEK}&theme=design&free=yes`);
    await expect(theme).toBeVisible();
    await she.page.goBack();
    await expect(she.main.locator("#filter-free")).not.toBeChecked();
    await expect(theme).toHaveValue("design");
    await expect(she.page.locator("[role=status].heard").last()).toContainText("2026");
    await she.page.goBack();
    await expect(she.main.locator(".row-of-day.hue-blue")).not.toHaveCount(0);
    await expect(theme).toHaveValue("");
  });
  expect(stays).toBe(true);
});

test("what was chosen before the page came alive counts", async ({ visitor }) => {
  const she = await visitor();
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  await she.page.context().route("**/*.wasm", async (route) => {
    await gate;
    await route.continue();
  });
  await she.goEarly(`/calendar?${WEEK}`);
  await she.main.locator(".filters summary").click();
  await she.main.locator("#filter-free").check();
  open();
  await she.isAt(`/calendar?${WEEK}&free=yes`);
});

test("a chip that goes away leaves the focus at the days", async ({ visitor }) => {
  const she = await visitor();
  await she.go(`/calendar?${WEEK}&theme=design`);
  await she.main.locator(".chips a.chip").click();
  await expect(she.main.locator(".chips")).toHaveCount(0);
  await expect(she.main.locator("#period")).toBeFocused();
  await expect(she.main.locator("#filter-theme")).toHaveValue("");
});

test("back from a session, the calendar is where she left it", async ({ visitor }) => {
  const she = await visitor();
  const address = `/calendar?${WEEK}&women_only=yes`;
  await she.go(address);
  const link = she.main.locator(".row-of-day h3 a").last();
  await link.scrollIntoViewIfNeeded();
  const left = await she.page.evaluate(() => Math.round(scrollY));
  expect(left).toBeGreaterThan(200);
  const stays = await she.isSameDocument(async () => {
    await link.click();
    await she.isAt("/sessions/");
    await she.page.goBack();
    await she.isAt(address);
    await expect.poll(() => she.page.evaluate(() => Math.round(scrollY))).toBe(left);
  });
  expect(stays).toBe(true);
});

test("seat counts refresh while someone looks, and rest while nobody does", async ({ visitor, guard }) => {
  const she = await visitor();
  await she.page.clock.install();
  await she.go(`/calendar?date=${date(8)}`);
  const row = she.main.locator(".row-of-day", { has: she.page.locator(`a[href$="${MANY_SEATS.session}"]`) });
  const before = await row.locator(".seats").innerText();
  const other = await visitor({ mode: "plain" });
  await other.enrol(MANY_SEATS.seats);
  expect(asked(guard, "seats")).toHaveLength(0);
  await she.page.clock.fastForward(HALF_A_MINUTE_MS);
  await expect(row.locator(".seats")).not.toHaveText(before);

  const fresh = await row.locator(".seats").innerText();
  await looks(she, false);
  const rested = asked(guard, "seats").length;
  await other.enrol(MANY_SEATS.seats, undefined);
  await she.page.clock.fastForward(10 * HALF_A_MINUTE_MS);
  expect(asked(guard, "seats")).toHaveLength(rested);
  await expect(row.locator(".seats")).toHaveText(fresh);

  await looks(she, true);
  await expect(row.locator(".seats")).not.toHaveText(fresh);
  await she.page.clock.fastForward(HALF_A_MINUTE_MS);
  await expect.poll(() => asked(guard, "seats").length).toBe(rested + 1);
});

function looks(she, does) {
  return she.page.evaluate((visible) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => !visible });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, does);
}

test("the days after and before are there before she asks", async ({ visitor, guard }) => {
  const she = await visitor();
  await she.go(`/calendar?view=week&${WEEK}`);
  const [next, previous] = [`view=week&date=${monday(3)}`, `view=week&date=${monday(1)}`];
  await expect.poll(() => asked(guard, "days")).toEqual([next, previous]);
  await she.main.locator("a[rel=next]").click();
  await expect(she.main.locator("#period")).toBeVisible();
  // The days she comes from stood in the server's HTML and are asked for once.
  const around = [monday(4), monday(2)].map((day) => `view=week&date=${day}`);
  await expect.poll(() => asked(guard, "days")).toEqual([next, previous, ...around]);
});

test("where data are dear nothing is fetched ahead", async ({ visitor, guard }) => {
  const she = await visitor();
  await she.page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await she.goEarly(`/calendar?view=week&${WEEK}`);
  await she.page.waitForLoadState();
  await she.main.locator("a[rel=next]").focus();
  await she.settled();
  await she.page.keyboard.press("Enter");
  await expect.poll(() => asked(guard, "days")).toEqual([`view=week&date=${monday(3)}`]);
  // Asked for is not yet shown: the week before would lead to the same one again.
  const next = she.main.locator("a[rel=next]");
  await expect(next).toHaveAttribute("href", new RegExp(monday(4)));
  await next.click();
  const both = [monday(3), monday(4)].map((day) => `view=week&date=${day}`);
  await expect.poll(() => asked(guard, "days")).toEqual(both);
});

for (const [lang, onwards, back] of [
  ["fr", "ArrowRight", "ArrowLeft"],
  ["ar", "ArrowLeft", "ArrowRight"],
]) {
  test(`the month by keyboard, in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, width: 1280 });
    const { page, main } = she;
    await she.go("/calendar?view=month&date=2027-03-10");
    const grid = main.locator("table.month");
    await expect(grid).toHaveAttribute("role", "grid");
    await expect(grid.locator("a[tabindex='0']")).toHaveCount(1);
    await grid.locator("a[tabindex='0']").focus();
    const presses = async (key, day) => {
      await page.keyboard.press(key);
      const link = main.locator(`#day-${day}`);
      await expect(link, key).toBeFocused();
      await expect(grid.locator("a[tabindex='0']"), key).toHaveCount(1);
      return link;
    };
    const link = await presses(onwards, "2027-03-11");
    const said = page.locator("[role=status].heard").last();
    await expect(said).toHaveText(await link.getAttribute("aria-label"));
    await presses(back, "2027-03-10");
    await presses("ArrowDown", "2027-03-17");
    await presses("ArrowUp", "2027-03-10");
    await presses("Home", "2027-03-08");
    await presses("End", "2027-03-14");
    await presses("Control+Home", "2027-03-01");
    await presses("Control+End", "2027-03-31");
    await presses("PageDown", "2027-04-30");
    await she.isAt("/calendar?view=month&date=2027-04-30");
    await presses("PageUp", "2027-03-30");
    await presses("Control+Home", "2027-03-01");
    await presses("ArrowUp", "2027-02-22");
    await page.keyboard.press("Enter");
    await expect(main.locator("#day")).toBeFocused();
    await she.isAt("/calendar?view=month&date=2027-02-22#day");
  });
}

for (const lang of LANGS) {
  test(`axe finds nothing in the live calendar, in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, width: 1280 });
    for (const view of ["agenda", "week", "month"]) {
      await she.go(`/calendar?view=${view}&${WEEK}&theme=design`);
      const { violations } = await new AxeBuilder({ page: she.page }).analyze();
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160))}`);
      expect.soft(told, view).toEqual([]);
    }
  });
}
