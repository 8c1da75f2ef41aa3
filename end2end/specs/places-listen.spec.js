// The button that reads a page aloud, with a phone's voice that the test stands in for.

import { expect, test } from "../harness/test.js";
import { TODAY, MANY_SEATS, WHOLE } from "../harness/programme.js";
import { LANGS } from "../harness/words.js";

const SESSION = `/sessions/${WHOLE.session}`;
const VOICES = { ar: "ar_EG", fr: "fr-FR", en: "en-GB" };

for (const lang of LANGS) {
  test(`a session in ${lang} is read by a voice of its language, and stops`, async ({ visitor }) => {
    const she = await speaking(visitor, lang, Object.values(VOICES));
    await she.go(SESSION);
    await expect(button(she)).toHaveText(she.words.listen.start);
    await button(she).click();
    await expect(button(she)).toHaveText(she.words.listen.stop);
    await expect(button(she)).toHaveAttribute("aria-pressed", "true");
    const said = await spoken(she);
    expect(new Set(said.map((it) => it.voice))).toEqual(new Set([VOICES[lang]]));
    const text = said.map((it) => it.text).join(" ");
    expect(text).toContain(await she.main.locator("h1").innerText());
    for (const point of ["bring", "route"]) expect(text).toContain(she.words.listen[point].split("{")[0].trim());
    // Neither a clock's signs nor a phone's digits.
    expect(text).not.toMatch(/\d:\d|00 000/);
    await button(she).click();
    await expect(button(she)).toHaveText(she.words.listen.start);
    await expect.poll(() => queue(she)).toBe(0);
  });
}

test("the button is not there without a voice of the language, and comes with one", async ({ visitor }) => {
  const she = await speaking(visitor, "ar", ["fr-FR"]);
  await she.go(SESSION);
  await expect(button(she)).toBeHidden();
  await she.page.evaluate(() => window.voiceArrives("ar-EG"));
  await expect(button(she)).toBeVisible();
});

test("a voice that comes late is heard of by every enrolment of the page", async ({ visitor }) => {
  const she = await speaking(visitor, "fr", []);
  await she.enrol(TODAY.seats);
  await she.enrol(MANY_SEATS.seats);
  await she.go("/my");
  await expect(button(she)).toHaveCount(2);
  for (const one of await button(she).all()) await expect(one).toBeHidden();
  await she.page.evaluate(() => window.voiceArrives("fr-FR"));
  for (const one of await button(she).all()) await expect(one).toBeVisible();
});

test("on any screen the button stands on the line that it belongs to, and takes no line of its own", async ({
  visitor,
}) => {
  for (const lang of LANGS) {
    const she = await speaking(visitor, lang, Object.values(VOICES));
    await she.enrol(MANY_SEATS.seats);
    for (const path of [SESSION, `/enrol/${MANY_SEATS.seats}`, "/my"]) {
      await she.go(path);
      await expect(button(she)).toBeVisible();
      for (const width of [320, 360, 1280]) {
        await she.page.setViewportSize({ width, height: 800 });
        const [first, second] = await she.main
          .locator(".page-top > *")
          .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON()));
        const where = `${lang} ${path} ${width}`;
        expect(Math.abs(first.y + first.height / 2 - (second.y + second.height / 2)), where).toBeLessThan(2);
        expect(first.right <= second.left || second.right <= first.left, where).toBe(true);
      }
    }
  }
});

test("without speech on the phone the page is as it was", async ({ visitor }) => {
  const she = await visitor({ lang: "ar" });
  await she.page.addInitScript(() => Object.defineProperty(window, "speechSynthesis", { value: undefined }));
  await she.go(SESSION);
  await expect(button(she)).toBeHidden();
});

test("when all is said the button says listen again", async ({ visitor }) => {
  const she = await speaking(visitor, "fr", ["fr-FR"]);
  await she.go(SESSION);
  await button(she).click();
  await expect(button(she)).toHaveText(she.words.listen.stop);
  await she.page.evaluate(() => window.sayAll());
  await expect(button(she)).toHaveText(she.words.listen.start);
});

test("leaving the page ends the voice", async ({ visitor }) => {
  const she = await speaking(visitor, "fr", ["fr-FR"]);
  await she.go(SESSION);
  await button(she).click();
  await expect.poll(() => queue(she)).toBeGreaterThan(0);
  const stays = await she.isSameDocument(async () => {
    await she.main.locator("a.back").click();
    await she.isAt("/courses/");
  });
  expect(stays).toBe(true);
  await expect.poll(() => queue(she)).toBe(0);
});

test("the enrol form, the confirmation and her enrolments are read as well", async ({ visitor }) => {
  const she = await speaking(visitor, "fr", ["fr-FR"]);
  await she.go(`/enrol/${MANY_SEATS.seats}`);
  await button(she).click();
  const form = (await spoken(she)).map((it) => it.text);
  expect(form).toContain(she.words.enrol.consent_text);
  await she.enrol(TODAY.seats);
  await button(she).click();
  const text = (await spoken(she)).map((it) => it.text).join(" ");
  expect(text).toContain("Essai title");
  expect(text).toContain(she.words.done.confirmed);
  await she.go("/my");
  await button(she).click();
  const mine = (await spoken(she)).map((it) => it.text);
  expect(mine[0]).toContain(she.words.mine.status_confirmed);
  expect(mine.join(" ")).toContain("Essai title");
});

test("where data are dear the button is there at once, and a touch wakes the page", async ({ visitor, guard }) => {
  const she = await speaking(visitor, "fr", ["fr-FR"]);
  await she.page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  await she.goEarly(SESSION);
  await expect(button(she)).toBeVisible();
  expect(guard.addresses.filter((address) => address.endsWith(".wasm"))).toEqual([]);
  await button(she).click();
  await expect(button(she)).toHaveText(she.words.listen.stop);
  expect((await spoken(she)).length).toBeGreaterThan(0);
});

function button(she) {
  return she.main.locator(".listen button");
}

function spoken(she) {
  return she.page.evaluate(() => window.said);
}

function queue(she) {
  return she.page.evaluate(() => window.queue.length);
}

/** A visitor whose phone has these voices. */
async function speaking(visitor, lang, voices) {
  const she = await visitor({ lang });
  await she.page.addInitScript((tags) => {
    const voice = (tag) => ({ lang: tag, name: tag, localService: true });
    const has = tags.map(voice);
    Object.assign(window, { said: [], queue: [] });
    const speech = {
      getVoices: () => has,
      speak(utterance) {
        window.said.push({ text: utterance.text, voice: utterance.voice.lang });
        window.queue.push(utterance);
      },
      cancel: () => (window.queue.length = 0),
    };
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = class {
      constructor(text) {
        this.text = text;
      }
    };
    window.sayAll = () => window.queue.splice(0).forEach((it) => it.onend?.(new Event("end")));
    window.voiceArrives = (tag) => {
      has.push(voice(tag));
      speech.onvoiceschanged?.(new Event("voiceschanged"));
    };
  }, voices);
  return she;
}
