// Still pages: the browser takes their HTML as it is, moves between them without a page load, and
// falls back to a plain load. Left to others: what stands on them (places, path, same-text).

import { expect, test } from "../harness/test.js";
import { WHOLE } from "../harness/programme.js";

const COURSE = `/courses/${WHOLE.course}`;
const SESSION = `/sessions/${WHOLE.session}`;

test("coming alive leaves the page's HTML as the server sent it, and sends no data twice", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  const answer = await she.go(SESSION);
  const sent = await answer.text();
  const heading = await she.main.locator("h1").innerText();
  expect(sent.split("</main>")[0]).toContain(heading);
  expect(sent.split("</main>")[1]).not.toContain(heading);
  const still = await she.main.locator(".still").innerHTML();
  const parsed = await she.page.evaluate((html) => {
    const document = new DOMParser().parseFromString(html, "text/html");
    return document.querySelector("main > .still").innerHTML;
  }, sent);
  // Only the voice may have found its button.
  expect(still).toBe(parsed);
});

test("from page to page the document stays, and so do title, focus and the way back", async ({ visitor }) => {
  const she = await visitor({ lang: "ar" });
  await she.go(SESSION);
  const first = await she.main.locator("h1").innerText();
  const title = await she.page.title();
  const stays = await she.isSameDocument(async () => {
    await she.follow("/courses/");
    await expect(she.main.locator("#dates")).toBeVisible();
    await expect(she.page).not.toHaveTitle(title);
    await expect(she.main).toBeFocused();
    await she.follow("/hubs/");
    await expect(she.main.locator("h1.hub-title")).toBeVisible();
    await she.page.goBack();
    await expect(she.main.locator("#dates")).toBeVisible();
    await she.page.goBack();
    await expect(she.main.locator("h1")).toHaveText(first);
    await expect(she.page).toHaveTitle(title);
  });
  expect(stays).toBe(true);
});

test("leaving a still page asks for nothing but the page that she goes to", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  await she.go(COURSE);
  const asked = [];
  she.page.on("request", (request) => {
    if (request.headers().accept === "text/html") asked.push(new URL(request.url()).pathname);
  });
  await she.follow("/enrol/");
  await expect(she.main.locator("form")).toBeVisible();
  await she.page.goBack();
  await expect(she.main.locator("#dates")).toBeVisible();
  const form = asked.shift();
  expect(form).toContain("/fr/enrol/");
  expect(asked).toEqual([`/fr${COURSE}`]);
});

test("what was seen before stands at once on the way back, whatever the network does", async ({ visitor }) => {
  const she = await visitor({ lang: "fr" });
  await she.go(COURSE);
  await she.follow("/sessions/");
  await expect(she.main.locator(".when")).toBeVisible();
  const session = new URL(she.page.url()).pathname;
  await she.follow("/courses/");
  await expect(she.main.locator("#dates")).toBeVisible();
  const late = Promise.withResolvers?.() ?? resolvers();
  await she.page.route(`**${session}`, async (route) => {
    await late.promise;
    await route.continue();
  });
  await she.page.goBack();
  await expect(she.main.locator(".when")).toBeVisible();
  late.resolve();
});

test("a page that cannot be fetched is loaded plainly", async ({ visitor, guard }) => {
  guard.allow(/Failed to load resource/);
  const she = await visitor({ lang: "fr" });
  await she.go(SESSION);
  let refused = 0;
  await she.page.route(`**${COURSE}`, async (route) => {
    if (route.request().resourceType() !== "fetch") return route.continue();
    refused += 1;
    return route.abort();
  });
  const stays = await she.isSameDocument(async () => {
    await she.follow("/courses/");
    await expect(she.main.locator("#dates")).toBeVisible();
    await she.settled();
  });
  expect(refused).toBe(1);
  expect(stays).toBe(false);
});

test("what is not there says so after a move in the browser as well", async ({ visitor, guard }) => {
  guard.allow(/status of 404/);
  const she = await visitor({ lang: "en" });
  await she.go(COURSE);
  await she.page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "/en/hubs/nothing" });
    document.body.append(link);
    link.click();
  });
  await expect(she.main.locator("h1")).toHaveText(she.words.missing.hub);
});

function resolvers() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
