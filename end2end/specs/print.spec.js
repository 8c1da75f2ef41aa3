// On paper: what one needs there, in black, on few sheets, without what can only be touched.

import { expect, test } from "../harness/test.js";
import { WHOLE, MANY_SEATS } from "../harness/programme.js";

const BLACK = "rgb(0, 0, 0)";

for (const lang of ["ar", "fr"]) {
  test(`a course, a session and the calendar print well in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, width: 1280, scheme: "dark", mode: "stranded" });
    for (const path of [`/courses/${WHOLE.course}`, `/sessions/${WHOLE.session}`, "/calendar"]) {
      await she.go(path);
      await printed(she, path);
      expect.soft(await sheets(she.page), path).toBeLessThanOrEqual(2);
    }
  });

  test(`the confirmation prints with the private link in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, mode: "stranded" });
    await she.enrol(MANY_SEATS.seats);
    await printed(she, "the confirmation");
    await expect(she.main.locator(".private-link").first()).toBeVisible();
    expect(await sheets(she.page)).toBeLessThanOrEqual(2);
  });
}

async function printed(she, name) {
  await she.page.emulateMedia({ media: "print" });
  await expect.soft(she.page.locator("h1"), name).toHaveCSS("color", BLACK);
  await expect.soft(she.page.locator(".bar"), name).toBeHidden();
  await expect.soft(she.page.locator("a.button:visible, button:visible"), name).toHaveCount(0);
  await expect.soft(she.page.locator("footer .phone").first(), name).toBeVisible();
}

/** How many pages of A4 it takes. */
async function sheets(page) {
  const file = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString("latin1");
  return file.match(/\/Type\s*\/Page\b(?!s)/g).length;
}
