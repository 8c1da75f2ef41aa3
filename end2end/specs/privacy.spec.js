// Someone else may hold the phone, look over her shoulder, or read the history.

import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { SLOT, TODAY, MANY_SEATS, telling } from "../harness/programme.js";
import { LANGS } from "../harness/words.js";

for (const lang of LANGS) {
  test(`private pages in ${lang} name no hub, course or programme in title, address or preview`, async ({
    visitor,
  }) => {
    const she = await visitor({ lang, mode: "plain" });
    const names = telling(lang);
    expect(names.length).toBeGreaterThan(8);
    await she.go(`/courses/${SLOT.course}`);
    expect(told(await outside(she.page), names).length, "a public page is named").toBeGreaterThan(0);
    await she.enrol(SLOT.seats);
    for (const path of ["/my/done", "/my", "/m"]) {
      const answer = await she.go(path);
      expect(told(await outside(she.page), names), path).toEqual([]);
      expect(answer.headers()["cache-control"], path).toContain("no-store");
    }
    await she.go("/my");
    await she.cancel();
  });
}

test("a title in the browser stays discreet after a navigation to a private page", async ({ visitor }) => {
  const she = await visitor();
  await she.go(`/sessions/${SLOT.session}`);
  await she.page.locator(`header a[href="/${she.lang}/my"]`).click();
  await she.isAt("/my");
  await expect(she.page).toHaveTitle(new RegExp(`^${she.words.mine.title}`));
  expect(told(await outside(she.page), telling(she.lang))).toEqual([]);
});

test("the private link opens the enrolment in another browser, and the code leaves the address", async ({
  visitor,
  guard,
}) => {
  const she = await visitor({ mode: "plain" });
  await she.enrol(MANY_SEATS.seats);
  const link = await she.privateLink();
  const elsewhere = await visitor({ mode: "live" });
  await elsewhere.page.goto(link);
  await expect.poll(() => elsewhere.page.url()).toMatch(/\/my(\?|$)/);
  await elsewhere.settled();
  await expect(elsewhere.main).toContainText(elsewhere.words.mine.status_confirmed);
  const code = link.split("#")[1];
  const asked = guard.addresses.filter((address) => address.includes(code) && !address.includes(`#${code}`));
  expect(asked).toEqual([]);
  await elsewhere.page.goBack();
  expect(elsewhere.page.url()).not.toContain(code);
});

for (const mode of ["plain", "live"]) {
  for (const what of ["link", "code"]) {
    test(`without its script the ${what} is pasted, ${mode}`, async ({ visitor }) => {
      const she = await visitor({ mode: "plain" });
      await she.enrol(MANY_SEATS.seats);
      const link = await she.privateLink();
      const elsewhere = await visitor({ mode });
      await elsewhere.go("/m");
      await elsewhere.main.locator("[name=token]").fill(what === "link" ? link : link.split("#")[1]);
      await elsewhere.opensLink();
      await elsewhere.isAt("/my");
      await expect(elsewhere.main).toContainText(elsewhere.words.mine.status_confirmed);
    });
  }

  test(`a code that nobody has opens nothing, ${mode}`, async ({ visitor, guard }) => {
    const she = await visitor({ mode });
    const code = "AAAAAAAAAAAAAAAAAAAAAA";
    await she.go("/m");
    await she.main.locator("[name=token]").fill(code);
    await she.opensLink();
    await expect(she.page.locator("#fault-summary")).toContainText(she.words.link.unknown);
    expect(guard.addresses.filter((address) => address.includes(code))).toEqual([]);
  });

  test(`after leaving the page nothing is shown any more, ${mode}`, async ({ visitor, guard }) => {
    const she = await visitor({ mode });
    await she.enrol(MANY_SEATS.seats);
    guard.allow(/asked another host: https:\/\/www\.wikipedia\.org\//);
    await she.page
      .context()
      .route("https://www.wikipedia.org/**", (route) => route.fulfill({ body: "elsewhere" }));
    await she.page.getByRole("button", { name: she.words.common.leave }).click();
    await expect(she.page.locator("body")).toHaveText("elsewhere");
    await she.go("/my");
    await expect(she.main).toContainText(she.words.mine.none_heading);
    await she.go("/my/done");
    await expect(she.main).toContainText(she.words.mine.none_heading);
    await she.page.goBack();
    await expect(she.main).not.toContainText(she.words.mine.status_confirmed);
  });
}

test("no page of someone else's shows an enrolment", async ({ visitor }) => {
  const she = await visitor({ mode: "plain" });
  await she.enrol(MANY_SEATS.seats);
  const other = await visitor({ mode: "plain" });
  for (const path of ["/my", "/my/done"]) {
    await other.go(path);
    await expect(other.main).toContainText(other.words.mine.none_heading);
  }
});

test("the server's log holds nothing that she typed", async ({ visitor, server }) => {
  const she = await visitor({ mode: "plain" });
  const person = newcomer({ givenName: "Zoubeïda" });
  await she.go(`/enrol/${TODAY.seats}`);
  await she.fillIn({ ...person, phone: "12 34 5" });
  await she.send();
  await she.isAt(`/enrol/${TODAY.seats}`);
  await she.enrol(TODAY.seats, person);
  const code = (await she.privateLink()).split("#")[1];
  const log = await server.log();
  expect(log).toContain("/my/done");
  for (const text of [
    person.givenName,
    person.familyName,
    person.phone,
    person.phone.replace(/ /g, ""),
    code,
  ]) {
    expect(log).not.toContain(text);
  }
});

/** What is seen of a page without looking at it: history, lock screen, preview. */
async function outside(page) {
  const previews = await page
    .locator("head meta[property], head meta[name=description], head meta[name^='twitter:']")
    .evaluateAll((all) => all.map((meta) => meta.content));
  return [await page.title(), decodeURIComponent(page.url()), ...previews];
}

function told(texts, names) {
  return texts.filter((text) => names.some((name) => text.includes(name)));
}
