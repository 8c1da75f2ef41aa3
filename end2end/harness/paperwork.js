// What lies on the desk: a woman entered twice, a photograph that is no longer allowed, someone who
// cannot come, someone who asked to be called. Left to others: what staff make of it.

import { MANY_SEATS, TODAY } from "./programme.js";
import { newcomer } from "./visitor.js";

/** The staff's pages that show it, as paths below the language. */
export const STAFF_PAGES = {
  "the day": "/staff",
  "the runs": "/staff/courses",
  "the calls": "/staff/calls",
  "the consents": "/staff/consents",
  "the outbox": "/staff/messages",
  "the duplicates": "/staff/duplicates",
  "the form at the desk": `/staff/enrol/${MANY_SEATS.seats}`,
};

/** Puts it there; `opens` opens a browser for each woman. */
export async function fillsTheDesk(opens) {
  await entersTwice(opens);
  await takesPhotographsBack(await opens());
  await cannotCome(await opens());
  await asksToBeCalled(await opens());
}

/** The same woman in two runs, the second time with another spelling of her name. */
export async function entersTwice(opens) {
  const woman = newcomer();
  const other = { ...woman, familyName: woman.familyName.replace("e", "i") };
  await (await opens()).enrol(MANY_SEATS.seats, woman);
  await (await opens()).enrol(TODAY.seats, other);
  return { woman, other };
}

/** She signs up, allows a photograph of herself on the confirmation, and takes it back. */
export async function takesPhotographsBack(she) {
  const woman = await she.enrol(MANY_SEATS.seats);
  const form = she.main.locator("form[action$='enrolments/consents']");
  await form.locator("[name=photo_self][value=yes]").check();
  await form.locator("button[type=submit]:not([name])").click();
  await she.main.locator(".consent.yes button[name=photo_self]").waitFor();
  await she.go("/my");
  const answer = she.page.locator("button[name=photo_self][value=no]");
  await she.main.locator("details", { has: answer }).locator("> summary").click();
  await answer.click();
  await she.isAt("/my?notice=answers");
  return woman;
}

/** Opens the first pair side by side. */
export async function comparesFirst(desk) {
  await desk.go("/staff/duplicates");
  await desk.main.locator("li.card a").first().click();
  await desk.main.locator(".both").waitFor();
}

async function cannotCome(she) {
  await she.enrol(MANY_SEATS.seats);
  await she.go("/my");
  await she.asksToCancel();
  await she.main.locator("select[name=reason]").first().selectOption("transport");
  await she.confirmsCancelling();
}

async function asksToBeCalled(she) {
  await she.go(`/enrol/${MANY_SEATS.seats}`);
  await she.follow("/call");
  await she.main.locator("[name=phone]").fill(newcomer().phone);
  await she.main.locator(".form button[type=submit]").click();
  await she.isAt("/call/done");
}
