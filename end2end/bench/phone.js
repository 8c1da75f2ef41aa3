// A cheap phone on a weak network: a fresh browser with nothing kept, slowed down over Chromium's
// own protocol. Left to others: what is done with it.

import { surroundings } from "../harness/browser.js";

/** Lighthouse's "slow 4G", with a processor four times slower than this machine's. */
export const SLOW_4G = { latency_ms: 150, down_bits_per_s: 1_600_000, up_bits_per_s: 750_000, slower: 4 };

/** The edge of a village, without scripts: nothing of the page runs, so the processor is left alone. */
export const EDGE = { latency_ms: 2_000, down_bits_per_s: 50_000, up_bits_per_s: 50_000, slower: 1 };

/** Opens a page of a new phone, lets `use` work with it, and puts the phone away. */
export async function onPhone(browser, network, use, options = {}) {
  const context = await browser.newContext({ ...surroundings({ lang: "ar" }), isMobile: true, ...options });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: network.latency_ms,
    downloadThroughput: network.down_bits_per_s / 8,
    uploadThroughput: network.up_bits_per_s / 8,
  });
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: network.slower });
  try {
    return await use(page, protocol);
  } finally {
    await context.close();
  }
}

/** Waits until the WebAssembly has taken the page over. */
export async function live(page) {
  await page.locator("html[data-hydrated]").waitFor({ state: "attached", timeout: 60_000 });
}
