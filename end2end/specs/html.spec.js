// The server's HTML by the standard: html-validate reads what curl would.

import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { expect, test } from "../harness/test.js";
import { PAGES } from "../harness/addresses.js";
import { Facilitator } from "../harness/facilitator.js";
import { STAFF_PAGES, comparesFirst, fillsTheDesk } from "../harness/paperwork.js";

const reader = new HtmlValidate(
  JSON.parse(readFileSync(new URL("../html-validate.json", import.meta.url), "utf8")),
);

for (const lang of ["ar", "fr"]) {
  test(`the HTML of every page in ${lang} is valid`, async ({ server }) => {
    const pages = { ...PAGES, "the staff's sign-in": "/staff/sign-in" };
    const addresses = Object.entries(pages).map(([name, path]) => [name, `/${lang}${path}`]);
    for (const [name, address] of [...addresses, ["the style guide", `/styleguide?lang=${lang}`]]) {
      const answer = await fetch(`${server.base}${address}`, { headers: { accept: "text/html" } });
      await isValid(await answer.text(), name);
    }
  });
}

test("the HTML of the staff's paperwork is valid", async ({ visitor }) => {
  await fillsTheDesk(() => visitor({ mode: "plain" }));
  const facilitator = new Facilitator(await visitor({ mode: "plain" }));
  await facilitator.signsIn();
  const desk = facilitator.visitor;
  await comparesFirst(desk);
  const pages = Object.entries(STAFF_PAGES).map(([name, path]) => [name, `${desk.server.base}/fr${path}`]);
  for (const [name, address] of [...pages, ["two rows side by side", desk.page.url()]]) {
    const answer = await desk.page.request.get(address, { headers: { accept: "text/html" } });
    await isValid(await answer.text(), name);
  }
});

async function isValid(html, name) {
  const { results } = await reader.validateString(marked(html));
  const told = results.flatMap(({ messages }) =>
    messages.map((it) => `${it.ruleId}: ${it.message} (${it.selector})`),
  );
  expect.soft([...new Set(told)], name).toEqual([]);
}

// Leptos marks places with `<!>`, which browsers read as an empty comment and the reader does not.
function marked(html) {
  return html.replaceAll("<!>", "<!---->");
}
