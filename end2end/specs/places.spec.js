// The pages of courses, sessions, hubs, organisations, projects and the cluster: whole without
// scripts, reached by links, with a kind word where there is nothing.

import { brotliCompressSync } from "node:zlib";
import { expect, test } from "../harness/test.js";
import { NOT_FOUND, PAGES } from "../harness/addresses.js";
import { SLOT, WHOLE } from "../harness/programme.js";
import { ALL_LANGS } from "../harness/words.js";

const HUB = "digital-lab";
const BYTES_MAX = 10_000;
const PLACE = /^\/(cluster$|(courses|sessions|hubs|organisations|projects)\/(?!nothing))/;
const PLACES = Object.entries(PAGES).filter(([, path]) => PLACE.test(path));

for (const lang of ALL_LANGS) {
  test(`from the foot of a page in ${lang} every actor of the cluster is reached by links`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "plain" });
    await she.go("");
    await she.page.locator(`footer a[href="/${lang}/cluster"]`).click();
    await she.isAt("/cluster");
    await expect(she.main).toContainText(she.words.cluster.actors);
    await expect(she.main.locator(`a[href^="/${lang}/organisations/"]`)).toHaveCount(5);
    await expect(she.main.locator(`a[href^="/${lang}/projects/"]`)).toHaveCount(2);
    await she.follow(`/hubs/${HUB}`);
    await expect(she.main).toContainText(she.words.hub.hours);
    await expect(she.main.locator(`a[href="/${lang}/calendar?hub=${HUB}"]`)).toBeVisible();
    await she.follow("/organisations/");
    await expect(she.main).toContainText(she.words.organisation.role);
    await she.follow("/courses/");
    await she.follow("/sessions/");
    await expect(she.main.locator(`a[href^="/${lang}/enrol/"]`).first()).toBeVisible();
  });

  test(`who pays is thanked in ${lang} with logos that are there`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "plain" });
    await she.go("/projects/medtown");
    const logo = she.main.locator(".logos img");
    await logo.scrollIntoViewIfNeeded();
    await expect.poll(() => logo.evaluate((it) => it.naturalWidth / it.naturalHeight)).toBe(1.5);
    expect(await logo.getAttribute("alt")).not.toBe("");
    // Nobody gave us the other one: it stands in words.
    await expect(she.main.locator(".logos .logo-name")).toContainText("MedTOWN");
    await expect(she.main.locator(`a[href="/${lang}/courses/${SLOT.course}"]`)).toBeVisible();
  });

  test(`what is not there says so by its kind in ${lang} and leads on`, async ({ visitor, guard }) => {
    guard.allow(NOT_FOUND);
    const she = await visitor({ lang, mode: "plain" });
    const { missing } = she.words;
    for (const [path, heading, way] of [
      ["/courses/nothing", missing.course, "/calendar"],
      ["/sessions/nothing", missing.session, "/calendar"],
      ["/hubs/nothing", missing.hub, "/cluster"],
      ["/organisations/nothing", missing.organisation, "/cluster"],
      ["/projects/nothing", missing.project, "/cluster"],
    ]) {
      const answer = await she.go(path);
      expect.soft(answer.status(), path).toBe(404);
      await expect.soft(she.main.locator("h1"), path).toHaveText(heading);
      await expect.soft(she.main.locator(`a.button[href="/${lang}${way}"]`), path).toBeVisible();
    }
  });
}

test("a session shows another day of its course, and how to get into its room", async ({ visitor }) => {
  const she = await visitor({ lang: "fr", mode: "plain" });
  await she.go(`/sessions/${WHOLE.session}`);
  const another = she.main.locator("section[aria-labelledby=another]");
  await expect(another.locator(`a[href="/fr/sessions/digitalisation-saturday-1"]`)).toBeVisible();
  await expect(another.locator(`a[href="/fr/enrol/digitalisation-saturday"]`)).toBeVisible();
  await expect(another).toContainText(she.words.course.under_3);
  await expect(she.main.locator(".facts .room")).toHaveCount(1);
  await expect(she.main.locator(".facts .room")).toContainText(she.words.hub.steps);
});

test("a link to a page previews well", async ({ visitor, server }) => {
  const she = await visitor({ lang: "ar", mode: "plain" });
  const content = (name) => she.page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute("content");
  for (const [name, path] of PLACES) {
    await she.go(path);
    const heading = await she.main.locator("h1").innerText();
    expect.soft(await content("og:title"), name).toContain(heading.trim());
    expect.soft((await content("og:description")).length, name).toBeGreaterThan(20);
    expect.soft(await content("description"), name).toBe(await content("og:description"));
    expect.soft(await content("og:url"), name).toBe(`${server.base}/ar${path}`);
    const canonical = she.page.locator("link[rel=canonical]");
    await expect.soft(canonical, name).toHaveAttribute("href", `${server.base}/ar${path}`);
    const others = she.page.locator("link[rel=alternate][hreflang]");
    expect.soft(await others.evaluateAll((all) => all.map((it) => it.hreflang)), name).toEqual(["ar", "fr", "en"]);
  }
});

test("no page of a place is larger than its budget", async ({ server }) => {
  for (const [name, path] of PLACES) {
    const answer = await fetch(`${server.base}/ar${path}`, { headers: { accept: "text/html" } });
    const bytes = brotliCompressSync(Buffer.from(await answer.arrayBuffer())).length;
    expect.soft(bytes, name).toBeLessThanOrEqual(BYTES_MAX);
  }
});
