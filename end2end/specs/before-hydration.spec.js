// What she does before the WebAssembly is there is not lost, and is done once.

import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { MANY_SEATS } from "../harness/programme.js";

const FORM = `/enrol/${MANY_SEATS.seats}`;

test("what she types before hydration survives it and is sent", async ({ visitor, server }) => {
  const { she, open } = await early(visitor);
  const person = newcomer();
  await she.goEarly(FORM);
  await she.fillIn(person);
  await open();
  await she.settled();
  await expect(she.form().locator("[autocomplete=given-name]")).toHaveValue(person.givenName);
  await expect(she.form().locator("[autocomplete=tel]")).toHaveValue(person.phone);
  await expect(she.form().locator("[name=consent]")).toBeChecked();
  const sent = await takesOneSeat(server, async () => {
    const same = await she.isSameDocument(async () => {
      await she.send();
      await she.isAt("/my/done");
    });
    expect(same).toBe(true);
  });
  expect(sent).toBe(1);
});

test("a tap on send before hydration is honoured once", async ({ visitor, server }) => {
  const { she, open } = await early(visitor);
  await she.goEarly(FORM);
  await she.fillIn(newcomer());
  const sent = await takesOneSeat(server, async () => {
    await she.send();
    await expect.poll(() => she.page.url()).toContain("/my/done");
    await open();
    await she.settled();
    await expect(she.main).toContainText(she.words.done.confirmed);
  });
  expect(sent).toBe(1);
});

for (const [moment, when] of Object.entries({
  "as the WebAssembly sets out": (she, open) => open(),
  "as the WebAssembly arrives": (she, open) =>
    Promise.all([she.page.waitForEvent("requestfinished", isWasm), open()]),
  "as the page says that it is alive": (she, open) => Promise.all([she.settled(), open()]),
})) {
  test(`a tap on send ${moment} is honoured once`, async ({ visitor, server }) => {
    const { she, open } = await early(visitor);
    await she.goEarly(FORM);
    await she.fillIn(newcomer());
    const sent = await takesOneSeat(server, async () => {
      await when(she, open);
      await she.send();
      await she.isAt("/my/done");
      await expect(she.main).toContainText(she.words.done.confirmed);
    });
    expect(sent).toBe(1);
  });
}

test("a tap on a link before hydration leads to its page", async ({ visitor }) => {
  const { she, open } = await early(visitor);
  await she.goEarly("");
  await she.page.locator(`header a[href="/${she.lang}/calendar"]`).click();
  await expect.poll(() => she.page.url()).toContain("/calendar");
  await expect(she.main).toContainText(she.words.calendar.title);
  await open();
  await she.settled();
  await expect(she.main).toContainText(she.words.calendar.title);
});

function isWasm(request) {
  return request.url().endsWith(".wasm");
}

test("where data are dear the WebAssembly is not fetched, and the page works", async ({ visitor, guard }) => {
  const she = await visitor();
  await she.page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await she.goEarly(FORM);
  await she.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
  await she.fillIn(newcomer());
  await she.send();
  await expect.poll(() => she.page.url()).toContain("/my/done");
  await expect(she.main).toContainText(she.words.done.confirmed);
  expect(guard.addresses.filter((address) => address.endsWith(".wasm"))).toEqual([]);
});

/** A visitor whose WebAssembly waits at a gate until the test opens it. */
async function early(visitor) {
  const she = await visitor({ mode: "live" });
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  let asked;
  const isAsked = new Promise((resolve) => (asked = resolve));
  await she.page.context().route("**/*.wasm", async (route) => {
    asked();
    await gate;
    await route.continue();
  });
  return { she, open: async () => (await isAsked, open()) };
}

async function takesOneSeat(server, steps) {
  const before = await server.pool(MANY_SEATS.seats);
  await steps();
  const after = await server.pool(MANY_SEATS.seats);
  expect(after.people - before.people).toBe(after.taken - before.taken);
  return after.taken - before.taken;
}

// The trap itself is told of, as the browser tells of one: a real one would need a fault of ours.
for (const [what, fault, isSame] of [
  ["a trap of the WebAssembly", "new WebAssembly.RuntimeError('unreachable')", false],
  ["another fault", "new Error('of somebody else')", true],
]) {
  test(`after ${what} a link ${isSame ? "still changes the page within the document" : "loads its page as plain HTML does"}`, async ({ visitor }) => {
    const she = await visitor();
    await she.go("");
    await she.page.evaluate(`dispatchEvent(new ErrorEvent("error", { error: ${fault} }))`);
    const same = await she.isSameDocument(async () => {
      await she.page.locator(`header a[href="/${she.lang}/calendar"]`).click();
      await she.isAt("/calendar");
    });
    expect(same).toBe(isSame);
  });
}
