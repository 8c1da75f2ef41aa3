// The calendar without scripts: everything is a link or a form, and everything stands in the
// address. Left to others: what it does when it is alive.

import { expect, test } from "../harness/test.js";
import { date, monday } from "../harness/programme.js";
import { ALL_LANGS, LANGS } from "../harness/words.js";

const WEEK = `date=${monday(2)}`;

for (const lang of ALL_LANGS) {
  test(`scripts off, in ${lang}: the form narrows, chips widen again`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "plain" });
    await she.go(`/calendar?${WEEK}`);
    await expect(she.main.locator(".row-of-day")).not.toHaveCount(0);
    await she.main.locator(".filters summary").click();
    await she.main.locator("#filter-hub").selectOption("female-force-studio");
    await she.main.locator("#filter-theme").selectOption("design");
    await she.main.locator("#filter-women_only").check();
    await she.main.locator("#filters button").click();
    await she.isAt("/calendar?");
    expect(new URL(she.page.url()).searchParams.get("date")).toBe(monday(2));
    await expect(she.main.locator(".row-of-day")).not.toHaveCount(0);
    await expect(she.main.locator(".row-of-day.hue-blue")).toHaveCount(0);
    await expect(she.main.locator(".chips a.chip")).toHaveCount(3);
    await expect(she.main.locator(".filters")).not.toHaveAttribute("open");
    await she.main.locator(".chips a.chip").first().click();
    await she.isAt(`/calendar?${WEEK}&theme=design&women_only=yes`);
    await expect(she.main.locator("#filter-theme")).toHaveValue("design");
    await she.main.locator(".chips a.clear").click();
    await expect.poll(() => she.page.url()).toBe(`${she.server.base}/${lang}/calendar?${WEEK}`);
    await expect(she.main.locator(".chips")).toHaveCount(0);
  });
}

for (const mode of ["plain", "stranded"]) {
  test(`on a phone a choice leaves the first day in sight: ${mode}`, async ({ visitor }) => {
    const she = await visitor({ mode, lang: "ar", width: 360 });
    await she.go(`/calendar?${WEEK}&hub=female-force-studio&free=yes`);
    await expect(she.main.locator(".chips a.chip")).toHaveCount(2);
    await expect(she.main.locator("#filter-hub")).toBeHidden();
    await expect(she.main.locator(".row-of-day").first()).toBeInViewport();
  });
}

test("a hub that nobody knows narrows nothing and is not told as a choice", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go(`/calendar?${WEEK}`);
  const all = await she.main.locator(".row-of-day").count();
  await she.go(`/calendar?${WEEK}&hub=nothing`);
  await expect(she.main.locator(".row-of-day")).toHaveCount(all);
  await expect(she.main.locator(".chips")).toHaveCount(0);
  await she.main.locator(".filters summary").click();
  await expect(she.main.locator("#filter-hub")).toHaveValue("");
});

test("scripts off: the views are links that keep the day and the choice", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go(`/calendar?${WEEK}&theme=design`);
  const views = she.main.locator("nav.segments a");
  await views.nth(1).click();
  await she.isAt(`/calendar?view=week&${WEEK}&theme=design`);
  await expect(she.main.locator(".column")).toHaveCount(7);
  await views.nth(2).click();
  await she.isAt(`/calendar?view=month&${WEEK}&theme=design`);
  await expect(she.main.locator("table.month")).toBeVisible();
  await views.nth(0).click();
  await expect.poll(() => she.page.url()).toBe(`${she.server.base}/fr/calendar?${WEEK}&theme=design`);
});

test("scripts off: a day of the month is a link to its list", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go(`/calendar?view=month&${WEEK}`);
  const day = monday(2);
  await she.main.locator(`#day-${day}`).click();
  await she.isAt(`/calendar?view=month&date=${day}#day`);
  await expect(she.main.locator("#day .row-of-day")).not.toHaveCount(0);
  await expect(she.main.locator(`#day-${day}`)).toHaveAttribute("aria-current", "true");
});

test("scripts off: back, today and on lead through time", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go("/calendar?view=week&free=yes");
  await she.main.locator("a[rel=next]").click();
  await expect.poll(() => she.page.url()).toContain("&free=yes");
  await she.main.locator("a[rel=prev]").click();
  await expect.poll(() => she.page.url()).toBe(`${she.server.base}/fr/calendar?view=week&free=yes`);
  await she.go(`/calendar?${WEEK}`);
  await she.main.locator(".pager a").nth(1).click();
  await expect.poll(() => she.page.url()).toBe(`${she.server.base}/fr/calendar`);
});

test("an old link by week shows that week", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go("/calendar?week=2026-W49");
  await expect(she.main.locator("#period")).toHaveText("30 novembre – 6 décembre 2026");
});

for (const lang of LANGS) {
  test(`one tap leads to the next free place, in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "plain" });
    await she.go("/calendar?theme=image");
    await she.main.locator("a.next-free").click();
    await she.isAt("/sessions/");
    await expect(she.main.locator(`a[href^="/${lang}/enrol/"]`).first()).toBeVisible();
  });

  test(`where no place is free she is told what else to do, in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "plain" });
    await she.go("/calendar?theme=digital&language=en");
    await expect(she.main.locator(".next-free.none")).toContainText(she.words.calendar.no_free);
    await expect(she.main.locator(".empty")).toContainText(she.words.calendar.none_filtered);
    await expect(she.main.locator(".empty a[href^='tel:']")).not.toHaveCount(0);
  });
}

test("where nothing is left, the choice to blame can be taken away", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go(`/calendar?view=month&${WEEK}&theme=image&childcare=yes&part=evening`);
  await expect(she.main.locator(".empty")).toBeVisible();
  await she.go(`/calendar?view=month&${WEEK}&theme=image&part=evening`);
  await she.main.locator(".empty .actions a.quiet").click();
  await she.isAt(`/calendar?view=month&${WEEK}&theme=image`);
  await expect(she.main.locator(".empty")).toHaveCount(0);
});

test("a week without a session leads to the next that has one", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go(`/calendar?date=${date(-30)}`);
  await she.main.locator(".empty .actions a").first().click();
  await expect(she.main.locator(".row-of-day")).not.toHaveCount(0);
});

test("special hours and holidays are told", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.go("/calendar?view=month&date=2027-03-09");
  await expect(she.main.locator(".special-hours")).toContainText("8 février");
  await expect(she.main.locator("#day .holiday")).toBeVisible();
  await expect(she.main.locator("td.shut")).not.toHaveCount(0);
});
