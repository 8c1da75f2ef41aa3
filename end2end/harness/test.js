// What every test is given: a server of its worker, visitors with their browsers, and a guard that
// fails the test when a browser complains. Left to others: what is tested.

import { test as plain } from "@playwright/test";
import { surroundings } from "./browser.js";
import { Guard } from "./guard.js";
import { Server } from "./server.js";
import { Visitor } from "./visitor.js";

export { expect } from "@playwright/test";

export const test = plain.extend({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.end();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  guard: async ({}, use) => {
    const guard = new Guard();
    await use(guard);
    guard.verify();
  },

  /** Opens a browser with nothing in it: `await visitor({ lang, width, scheme, mode })`. */
  visitor: async ({ browser, server, guard }, use) => {
    const contexts = [];
    await use(async (wishes = {}) => {
      const mode = wishes.mode ?? "live";
      const context = await browser.newContext({
        ...surroundings(wishes),
        javaScriptEnabled: mode !== "plain",
      });
      contexts.push(context);
      await guard.watch(context, server.base);
      if (mode === "stranded") await strand(context, guard);
      const page = await context.newPage();
      return new Visitor({ page, server, guard, mode, lang: wishes.lang ?? "fr" });
    });
    for (const context of contexts) await context.close();
  },
});

/** Scripts run, but the WebAssembly never comes: the browser says so itself, and that is all. */
async function strand(context, guard) {
  guard.allow(/Failed to load resource: net::ERR_FAILED \(\S+\.wasm\)/);
  await context.route("**/*.wasm", (route) => route.abort());
}
