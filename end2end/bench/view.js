// Opening one page for the first time: what travels, when it is seen, whether it jumps, and how
// long the browser is deaf while it comes alive. Left to others: which page.

import { SLOW_4G, live, onPhone } from "./phone.js";

/** Figures of one first visit. */
export function view(browser, address) {
  return onPhone(browser, SLOW_4G, async (page, protocol) => {
    const travelled = countBytes(protocol);
    await page.addInitScript(watch);
    await page.goto(address);
    await live(page);
    // Long tasks are told of after the frame that follows them.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const seen = await page.evaluate(() => globalThis.seen);
    return {
      page_bytes: travelled.page,
      app_bytes: travelled.app,
      lcp_ms: Math.round(seen.lcp),
      cls_thousandths: Math.round(seen.cls * 1000),
      longest_task_ms: Math.round(seen.longest),
    };
  });
}

/** Bytes on the wire: of the page with its style, and of what makes it live. */
function countBytes(protocol) {
  const kinds = new Map();
  const travelled = { page: 0, app: 0 };
  protocol.on("Network.responseReceived", ({ requestId, type, response }) => {
    const isPage = type === "Document" || type === "Stylesheet";
    kinds.set(requestId, isPage ? "page" : /\.(wasm|js)$/.test(response.url) ? "app" : undefined);
  });
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) travelled[kind] += encodedDataLength;
  });
  return travelled;
}

// Runs in the page, before anything else does.
function watch() {
  const seen = { lcp: 0, cls: 0, longest: 0 };
  globalThis.seen = seen;
  const each = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  each("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  each("layout-shift", (entry) => (seen.cls += entry.hadRecentInput ? 0 : entry.value));
  each("longtask", (entry) => (seen.longest = Math.max(seen.longest, entry.duration)));
}
