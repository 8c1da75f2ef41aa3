// Leptos does not notice when server and browser disagree about a text: so every page is read
// three times, as the server's HTML, after hydration, and after a navigation in the browser.

import { expect, test } from "../harness/test.js";
import { NOT_FOUND, PAGES } from "../harness/addresses.js";
import { Facilitator } from "../harness/facilitator.js";
import { SLOT, TODAY } from "../harness/programme.js";
import { LANGS } from "../harness/words.js";

for (const lang of LANGS) {
  test(`every page in ${lang} says the same three times`, async ({ visitor, guard }) => {
    guard.allow(NOT_FOUND);
    const html = await visitor({ lang, mode: "plain" });
    const live = await visitor({ lang });
    const walking = await visitor({ lang });
    await walking.go("/my");
    for (const [name, path] of Object.entries(PAGES)) await threeTimes({ name, path, html, live, walking });
  });

  test(`the private pages in ${lang} say the same three times`, async ({ visitor }) => {
    const walking = await visitor({ lang });
    await walking.enrol(SLOT.seats);
    const live = await walking.anotherTab();
    const html = await visitor({ lang, mode: "plain" });
    await html.page.context().addCookies(await walking.page.context().cookies());
    for (const path of ["/my", "/my/done", "/my"])
      await threeTimes({ name: path, path, html, live, walking });
    await html.go("/my");
    await html.cancel();
    await html.go("/my/done");
    await expect.soft(html.main).not.toContainText(html.words.done.confirmed);
    for (const path of ["/my/done", "/my"])
      await threeTimes({ name: `${path}, cancelled`, path, html, live, walking });
  });

  test(`the staff's pages in ${lang} say the same three times`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "plain" });
    await she.enrol(TODAY.seats);
    const walking = await visitor({ lang });
    const facilitator = new Facilitator(walking);
    await facilitator.signsIn();
    await facilitator.opensRoll();
    const roll = new URL(walking.page.url()).pathname.slice(`/${lang}`.length);
    const live = await walking.anotherTab();
    const html = await visitor({ lang, mode: "plain" });
    await html.page.context().addCookies(await walking.page.context().cookies());
    for (const path of ["/staff", "/staff?date=2026-01-01", roll]) {
      await threeTimes({ name: path, path, html, live, walking, away: "/staff?date=2026-01-02" });
    }
  });

  test(`the staff's sign-in in ${lang} says the same twice`, async ({ visitor }) => {
    const html = await visitor({ lang, mode: "plain" });
    const live = await visitor({ lang });
    await html.go("/staff/sign-in");
    await live.go("/staff/sign-in");
    expect(await reading(live)).toEqual(await reading(html));
  });
}

async function threeTimes({ name, path, html, live, walking, away = "/my?notice=" }) {
  await test.step(name, async () => {
    await html.go(path);
    const said = await reading(html);
    await live.go(path);
    expect.soft(await reading(live), `${name}: after hydration`).toEqual(said);
    await walks(walking, [away, path]);
    const walked = async () => reading(walking);
    await expect.soft.poll(walked, { message: `${name}: after a navigation` }).toEqual(said);
  });
}

/** Follows a link in the page itself: from elsewhere, and without a page load. */
async function walks(walking, paths) {
  const { lang } = walking;
  const stays = await walking.isSameDocument(async () => {
    for (const to of paths) {
      await click(walking.page, `/${lang}${to}`);
      await expect.poll(() => walking.page.url()).toBe(`${walking.server.base}/${lang}${to}`);
    }
  });
  expect(stays, "navigation stays in the document").toBe(true);
}

function click(page, href) {
  return page.evaluate((address) => {
    const link = Object.assign(document.createElement("a"), { href: address });
    document.body.append(link);
    link.click();
    link.remove();
  }, href);
}

/** What a person reads, and where the links lead. A button that needs a script is there only where
 * scripts are, and one that scripts make needless only where they are not. */
async function reading(visitor) {
  const text = await visitor.text();
  const links = await visitor.page
    .locator("body a[href]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const title = await visitor.page.title();
  const ofOneSide = [visitor.words.done.copy, visitor.words.filters.apply];
  return { title, text: text.filter((line) => !ofOneSide.includes(line)), links };
}
