// The server's HTML by the standard: html-validate reads what curl would.

import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { expect, test } from "../harness/test.js";
import { PAGES } from "../harness/addresses.js";

const reader = new HtmlValidate(
  JSON.parse(readFileSync(new URL("../html-validate.json", import.meta.url), "utf8")),
);

for (const lang of ["ar", "fr"]) {
  test(`the HTML of every page in ${lang} is valid`, async ({ server }) => {
    const pages = { ...PAGES, "the staff's sign-in": "/staff/sign-in" };
    const addresses = Object.entries(pages).map(([name, path]) => [name, `/${lang}${path}`]);
    for (const [name, address] of [...addresses, ["the style guide", `/styleguide?lang=${lang}`]]) {
      const answer = await fetch(`${server.base}${address}`, { headers: { accept: "text/html" } });
      const { results } = await reader.validateString(marked(await answer.text()));
      const told = results.flatMap(({ messages }) =>
        messages.map((it) => `${it.ruleId}: ${it.message} (${it.selector})`),
      );
      expect.soft([...new Set(told)], name).toEqual([]);
    }
  });
}

// Leptos marks places with `<!>`, which browsers read as an empty comment and the reader does not.
function marked(html) {
  return html.replaceAll("<!>", "<!---->");
}
