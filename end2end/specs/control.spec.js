// The tests of the tests: what the others rely on to notice faults does notice them.

import AxeBuilder from "@axe-core/playwright";
import { surroundings } from "../harness/browser.js";
import { Guard } from "../harness/guard.js";
import { expect, test } from "../harness/test.js";

const FAULTS = {
  "an error in a script": () =>
    setTimeout(() =>
      (() => {
        throw new Error("on purpose");
      })(),
    ),
  "an error in the console": () => console.error("on purpose"),
  "an inline script against the policy": () =>
    document.body.append(Object.assign(document.createElement("script"), { text: "1" })),
  "a style against the policy": () => document.body.setAttribute("style", "color: red"),
  "a picture from another host": () => (new Image().src = "https://elsewhere.example/picture.png"),
};

for (const [name, commits] of Object.entries(FAULTS)) {
  test(`the guard notices ${name}`, async ({ browser, server }) => {
    const context = await browser.newContext(surroundings());
    const guard = new Guard();
    await guard.watch(context, server.base);
    const page = await context.newPage();
    await page.goto(`${server.base}/fr/no-such-page`);
    expect(() => guard.verify()).toThrow(/404/);
    guard.allow(/404/);
    await page.goto(`${server.base}/fr`);
    await page.evaluate(commits);
    await expect
      .poll(() => complaint(guard))
      .toMatch(/on purpose|Content Security Policy|policy violation|another host/);
    await context.close();
  });
}

test("axe notices a field without a label", async ({ visitor }) => {
  const she = await visitor();
  await she.go("/m");
  await she.page.evaluate(() => document.querySelector("main label").remove());
  const { violations } = await new AxeBuilder({ page: she.page }).analyze();
  expect(violations.map(({ id }) => id)).toContain("label");
});

function complaint(guard) {
  try {
    guard.verify();
    return "";
  } catch (error) {
    return error.message;
  }
}
