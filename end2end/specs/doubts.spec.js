// A sign-up that looks as if no person had sent it: she is told kindly that the hub will call, and
// staff confirm it. Which forms are doubted is tested over HTTP.

import { expect, test as trusting } from "../harness/test.js";
import { holds } from "../harness/axe.js";
import { Facilitator } from "../harness/facilitator.js";
import { MANY_SEATS } from "../harness/programme.js";
import { Server } from "../harness/server.js";
import { newcomer } from "../harness/visitor.js";

const test = trusting.extend({
  server: [
    async ({}, use) => {
      const server = await Server.start({ trusting: false });
      await use(server);
      await server.end();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

for (const mode of ["plain", "live"]) {
  test(`a restored tab is told that it will be called, and staff confirm it: ${mode}`, async ({ visitor, server }) => {
    const she = await visitor({ mode, lang: "fr" });
    const woman = newcomer();
    await she.go(`/enrol/${MANY_SEATS.seats}`);
    await she.fillIn(woman);
    await she.page.context().clearCookies({ name: "form" });
    await server.later(4_000);
    await she.send();
    await she.isAt("/my/done");
    await expect(she.main).toContainText(she.words.done.pending);
    if (mode === "live") await holds(she, "the confirmation of a sign-up in doubt");

    const facilitator = new Facilitator(await visitor({ mode: "stranded", lang: "fr" }));
    await facilitator.signsIn();
    const desk = facilitator.visitor;
    await desk.go("/staff/calls");
    const card = desk.main.locator(".card", { hasText: woman.givenName });
    await holds(desk, "the call list");
    await card.locator("a[href*='/staff/enrolments/']").click();
    await desk.isAt("/staff/enrolments/");
    await desk.main.locator("form[action$='confirm'] button").first().click();
    await expect(desk.main.locator("form[action$='confirm']")).toHaveCount(0);
    await she.go("/my");
    await expect(she.main).toContainText(she.words.mine.status_confirmed);
  });

  test(`a form that was read as a person reads it has its seat at once: ${mode}`, async ({ visitor, server }) => {
    const she = await visitor({ mode, lang: "ar" });
    await server.later(0);
    await she.go(`/enrol/${MANY_SEATS.seats}`);
    await she.fillIn(newcomer());
    await server.later(4_000);
    await she.send();
    await she.isAt("/my/done");
    await expect(she.main).toContainText(she.words.done.confirmed);
  });
}
