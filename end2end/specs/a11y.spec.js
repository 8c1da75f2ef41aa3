// Every page by axe (WCAG 2.2 AA and its best practices), at the width of a small phone, and large
// enough to be touched. MAWID_TEST_ALL=1: in all languages, widths and colours.

import { expect, test } from "../harness/test.js";
import { holds } from "../harness/axe.js";
import { Facilitator } from "../harness/facilitator.js";
import { NOT_FOUND, PAGES } from "../harness/addresses.js";
import { CHILD, TODAY, MANY_SEATS } from "../harness/programme.js";
import { STAFF_PAGES, comparesFirst, fillsTheDesk } from "../harness/paperwork.js";
import { newcomer } from "../harness/visitor.js";
import { LANGS } from "../harness/words.js";

const ALL = Boolean(process.env.MAWID_TEST_ALL);
const WIDTHS = ALL ? [360, 1280] : [360];
const SCHEMES = ALL ? ["light", "dark"] : ["light"];

for (const lang of LANGS) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const where = `in ${lang} at ${width} px, ${scheme}`;

      test(`axe finds nothing on the public pages ${where}`, async ({ visitor, guard }) => {
        guard.allow(NOT_FOUND);
        const she = await visitor({ lang, width, scheme, mode: "stranded" });
        for (const [name, path] of Object.entries(PAGES)) {
          await she.go(path);
          await holds(she, name);
        }
      });

      test(`axe finds nothing on the private pages ${where}`, async ({ visitor }) => {
        const she = await visitor({ lang, width, scheme });
        await she.go(`/enrol/${MANY_SEATS.seats}`);
        await she.fillIn(newcomer({ phone: "1", consent: false }));
        await she.send();
        await expect(she.page.locator("#fault-summary")).toBeFocused();
        await holds(she, "the form with what is wrong");
        await she.enrol(MANY_SEATS.seats);
        await holds(she, "the confirmation");
        await she.go(`/enrol/${CHILD.live.seats}`);
        await she.main.locator("details:has(#children-under-3) summary").click();
        await holds(she, "the question for children");
        await she.enrol(TODAY.seats);
        await she.go("/my");
        await she.asksToCancel();
        await holds(she, "my enrolments, asked whether to cancel");
        await she.confirmsCancelling();
        await holds(she, "my enrolments, cancelled");
      });

      test(`axe finds nothing on the staff's pages ${where}`, async ({ visitor }) => {
        const she = await visitor({ lang, mode: "plain" });
        const woman = await she.enrol(TODAY.seats);
        const facilitator = new Facilitator(await visitor({ lang, width, scheme }));
        await facilitator.visitor.go("/staff/sign-in");
        await holds(facilitator.visitor, "the sign-in");
        await facilitator.signsIn();
        await holds(facilitator.visitor, "today");
        await facilitator.opensRoll();
        await facilitator.marks(woman, "present");
        await facilitator.sees(woman, "present");
        await holds(facilitator.visitor, "the roll");
      });

      test(`axe finds nothing on the staff's paperwork ${where}`, async ({ visitor }) => {
        await fillsTheDesk(() => visitor({ lang, mode: "plain" }));
        const facilitator = new Facilitator(await visitor({ lang, width, scheme, mode: "stranded" }));
        await facilitator.signsIn();
        const desk = facilitator.visitor;
        for (const [name, path] of Object.entries(STAFF_PAGES)) {
          await desk.go(path);
          await holds(desk, name);
        }
        await comparesFirst(desk);
        await holds(desk, "two rows side by side");
        await desk.main.locator(".both form button").first().click();
        await expect(desk.main.locator("#notice.good")).toBeVisible();
        for (const closed of await desk.main.locator("summary").all()) await closed.click();
        await holds(desk, "one woman who was two");
      });
    }
  }
}

for (const lang of LANGS) {
  for (const scheme of ["light", "dark"]) {
    test(`axe finds nothing in the style guide in ${lang}, ${scheme}`, async ({ visitor, server }) => {
      const she = await visitor({ lang, scheme, mode: "stranded" });
      await she.page.goto(`${server.base}/styleguide?lang=${lang}`);
      await expect(she.page.locator("html")).toHaveAttribute("lang", lang);
      await holds(she, "the style guide");
    });
  }
}
