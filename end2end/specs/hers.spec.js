// What she does with an enrolment of hers besides cancelling: change her answers, take the dates
// along, begin the next form with what she wrote in the last.

import { readFileSync } from "node:fs";
import { holds } from "../harness/axe.js";
import { MANY_SEATS, TODAY, telling } from "../harness/programme.js";
import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";

/** A run of the sample programme whose course asks what phone she has. */
const ASKS = "digitalisation-saturday";
const PHONE_KIND = "#answer-phone-kind";

for (const mode of ["plain", "live"]) {
  test(`she changes her answers and finds them changed, ${mode}`, async ({ visitor, guard }) => {
    const she = await visitor({ mode });
    const person = newcomer();
    await she.enrol(ASKS, person);
    await she.follow("/my");
    await she.follow("/my/answers/");
    await expect(she.main.locator(PHONE_KIND)).toHaveValue("android");
    await she.main.locator(PHONE_KIND).selectOption("iphone");
    await she.main.getByRole("button", { name: she.words.questions.save }).click();
    await she.isAt("/my?notice=answered");
    await expect(she.main).toContainText(she.words.questions.saved);
    await she.follow("/my/answers/");
    await expect(she.main.locator(PHONE_KIND)).toHaveValue("iphone");
    expect(guard.addresses.filter((address) => address.includes("iphone"))).toEqual([]);
  });

  test(`the file for her diary is saved, names nothing, and she stays where she is, ${mode}`, async ({
    visitor,
  }) => {
    const she = await visitor({ mode });
    const { givenName } = await she.enrol(MANY_SEATS.seats);
    await she.follow("/my");
    const saved = she.page.waitForEvent("download");
    await she.main.getByRole("link", { name: she.words.mine.diary }).click();
    const file = readFileSync(await (await saved).path(), "utf8");
    expect(file).toContain(`SUMMARY:${she.words.mine.diary_word}`);
    for (const name of [givenName, "Essai", "trial", "http", ...telling(she.lang)])
      expect(file).not.toContain(name);
    await she.isAt("/my");
  });

  test(`the next form begins with what she wrote, until she says that it is not she, ${mode}`, async ({
    visitor,
  }) => {
    const she = await visitor({ mode });
    const { givenName, phone } = await she.enrol(MANY_SEATS.seats);
    await she.go(`/enrol/${TODAY.seats}`);
    const field = (name) => she.form().locator(`[autocomplete=${name}]`);
    await expect(field("given-name")).toHaveValue(givenName);
    await expect(field("tel")).toHaveValue(phone);
    await expect(she.form().locator("[name=consent]")).not.toBeChecked();
    await she.main.getByRole("button", { name: she.words.enrol.begin_empty }).click();
    await she.isAt(`/enrol/${TODAY.seats}`);
    await expect(field("given-name")).toHaveValue("");
    await expect(field("tel")).toHaveValue("");
  });
}

for (const lang of ["ar", "fr"]) {
  test(`axe finds nothing on her answers and on a form begun for her in ${lang}`, async ({ visitor }) => {
    const she = await visitor({ lang, width: 360, mode: "stranded" });
    await she.enrol(ASKS);
    await she.follow("/my");
    await holds(she, "my enrolments");
    await she.follow("/my/answers/");
    await holds(she, "her answers");
    await she.go(`/enrol/${TODAY.seats}`);
    for (const closed of await she.main.locator("summary").all()) await closed.click();
    await holds(she, "a form begun for her");
  });
}
