// The whole path of a participant, at three speeds, in three languages, on a phone and at a desk;
// and the facilitator's half of it.

import { expect, test } from "../harness/test.js";
import { newcomer } from "../harness/visitor.js";
import { TODAY, WHOLE } from "../harness/programme.js";
import { ALL_LANGS } from "../harness/words.js";
import { Facilitator } from "../harness/facilitator.js";

const SPEEDS = {
  plain: "with scripts off",
  stranded: "with the WebAssembly failing",
  live: "hydrated",
};
const WEEKS_AHEAD_MAX = 3;

for (const lang of ALL_LANGS) {
  for (const width of [360, 1280]) {
    for (const [mode, speed] of Object.entries(SPEEDS)) {
      test(`she finds a training, signs up and cancels, in ${lang} at ${width} px ${speed}`, async ({
        visitor,
        server,
      }) => {
        const she = await visitor({ lang, width, mode });
        const before = await server.pool(WHOLE.seats);
        await she.go("/calendar");
        await atEachSpeed(she, () => findsAndSignsUp(she));
        await confirms(she);
        expect((await server.pool(WHOLE.seats)).taken).toBe(before.taken + 1);
        await cancels(she);
        const check = await server.check();
        expect(check.broken).toEqual([]);
        expect(await server.pool(WHOLE.seats)).toMatchObject({ taken: before.taken });
      });
    }
  }
}

for (const mode of ["plain", "live"]) {
  test(`a facilitator marks her present ${SPEEDS[mode]}, and a restart loses nothing`, async ({
    visitor,
    server,
  }) => {
    const she = await visitor({ mode });
    const woman = await she.enrol(TODAY.seats, newcomer({ givenName: mode === "plain" ? "Maïssa" : "Nawrès" }));
    const facilitator = new Facilitator(await visitor({ mode, width: 1280 }));
    await facilitator.signsIn();
    await facilitator.opensRoll();
    await facilitator.marks(woman, "present");
    await facilitator.sees(woman, "present");
    await server.restart();
    await facilitator.reopens();
    await facilitator.sees(woman, "present");
    await she.go("/my");
    await expect(she.main).toContainText(she.words.mine.status_confirmed);
    expect((await server.check()).broken).toEqual([]);
  });
}

async function findsAndSignsUp(she) {
  await findsInCalendar(she, `/sessions/${WHOLE.session}`);
  await she.follow(`/courses/${WHOLE.course}`);
  await she.follow(`/enrol/${WHOLE.seats}`);
  await expect(she.main.getByRole("heading", { level: 1 })).toBeVisible();
  await she.fillIn(newcomer());
  await she.send();
  await she.isAt("/my/done");
}

async function findsInCalendar(she, path) {
  const link = she.main.locator(`a[href="/${she.lang}${path}"]`);
  for (let weeks = 0; weeks < WEEKS_AHEAD_MAX && (await link.count()) === 0; weeks += 1) {
    const next = await she.main.locator("a[rel=next]").getAttribute("href");
    await she.main.locator("a[rel=next]").click();
    await she.isAt(next.slice(`/${she.lang}`.length));
    await expect(she.main.locator("a[rel=next]")).not.toHaveAttribute("href", next);
  }
  await she.follow(path);
}

// Hydrated, the whole way is one document: nothing is loaded anew.
async function atEachSpeed(she, steps) {
  if (she.mode !== "live") return steps();
  expect(await she.isSameDocument(steps)).toBe(true);
}

async function confirms(she) {
  await expect(she.main).toContainText(she.words.done.confirmed);
  const link = await she.privateLink();
  expect(link).toMatch(new RegExp(`^${she.server.base}/m#[A-Za-z0-9_-]{22}$`));
}

async function cancels(she) {
  await she.follow("/my");
  await expect(she.main).toContainText(she.words.mine.status_confirmed);
  await she.cancel();
  await expect(she.main).toContainText(she.words.mine.status_cancelled);
}
