// A tap on the enrol form's button before, while and after the page comes alive: it must be
// honoured exactly once, and soon. The form is empty, so that nothing is changed by it.
// Left to others: the phone.

import { SLOW_4G, live, onPhone } from "./phone.js";

const BUTTON = "main form button.wide";
const WASM = /\.wasm$/;

/** The WebAssembly is still on its way. */
export function tapBefore(browser, address) {
  return onPhone(browser, SLOW_4G, async (page, protocol) => {
    const gate = Promise.withResolvers?.() ?? resolvers();
    await page.route(WASM, async (route) => {
      await gate.promise;
      await route.abort().catch(() => {});
    });
    await page.goto(address, { waitUntil: "load" });
    const figures = await tapAndCount(page, protocol);
    gate.resolve();
    return figures;
  });
}

/** The WebAssembly has just arrived. */
export function tapDuring(browser, address) {
  return onPhone(browser, SLOW_4G, async (page, protocol) => {
    const arrived = page.waitForEvent("requestfinished", (request) => WASM.test(request.url()));
    await page.goto(address, { waitUntil: "load" });
    await arrived;
    // A tap that the live page honours as well is honoured twice.
    return tapAndCount(page, protocol, () => live(page));
  });
}

/** From the tap to the request, and how many requests there were until the page had settled. */
async function tapAndCount(page, protocol, settled = () => {}) {
  const sent = [];
  protocol.on("Network.requestWillBeSent", ({ request, wallTime }) => {
    if (request.method === "POST" && request.url.includes("/create")) sent.push(wallTime * 1000);
  });
  await page.locator(BUTTON).scrollIntoViewIfNeeded();
  const button = await page.locator(BUTTON).boundingBox();
  const answered = page.waitForEvent("requestfinished", (request) => request.method() === "POST" && request.url().includes("/create"));
  const tapped = Date.now();
  await page.touchscreen.tap(button.x + button.width / 2, button.y + button.height / 2);
  await answered;
  // The faults are shown, whichever way the answer came.
  await page.locator("#fault-summary").waitFor();
  await settled();
  return { wait_ms: Math.round(sent[0] - tapped), times: sent.length };
}

/** The page is live: what Chromium itself says of the time from the tap to the next picture. */
export function tapAfterwards(browser, address) {
  return onPhone(browser, SLOW_4G, async (page) => {
    await page.addInitScript(() => {
      globalThis.slowest = 0;
      const take = (entry) => (globalThis.slowest = Math.max(globalThis.slowest, entry.duration));
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type: "event", durationThreshold: 16 });
    });
    await page.goto(address);
    await live(page);
    await page.locator(BUTTON).tap();
    await page.locator("#fault-summary").waitFor();
    return { wait_ms: await page.evaluate(() => globalThis.slowest) };
  });
}

function resolvers() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}
