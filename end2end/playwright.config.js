// How the browser tests run. What they start and what they watch for stands in harness/.

import { defineConfig } from "@playwright/test";
import { launch } from "./harness/browser.js";

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // The development build of the WebAssembly is large, and two browsers share two cores.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    browserName: "chromium",
    launchOptions: launch,
    trace: "off",
    screenshot: "only-on-failure",
  },
});
