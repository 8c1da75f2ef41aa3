// What holds for every page that someone sees: nothing from axe, nothing too small to be touched, no
// scrolling sideways. Left to others: which pages, in which language and colours.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TOUCH_PX_MIN = 44;
const NARROW_PX = 320;
const TOUCHED =
  "button, summary, select, nav a, a.button, .chips a, .phone-block a, input:not([type=hidden], [type=checkbox], [type=radio]), label.tick";

/** Looks at the page as it is. */
export async function holds({ page }, name) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.target}: ${node.html.slice(0, 160)}`).join("\n")}`,
  );
  expect.soft(told, `${name}: axe`).toEqual([]);
  expect.soft(await tooSmall(page), `${name}: too small to touch`).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ ...size, width: NARROW_PX });
  expect.soft(await sideways(page), `${name}: scrolls sideways at ${NARROW_PX} px`).toEqual([]);
  await page.setViewportSize(size);
}

/** What makes a page scroll sideways: nothing, or the parts that are too wide, outermost first. */
export function sideways(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isOut = ({ left, right }) => left < -0.5 || right > clientWidth + 0.5;
    const out = [...document.body.querySelectorAll("*")].filter((it) => isOut(it.getBoundingClientRect()));
    return [`${scrollWidth} > ${clientWidth}`, ...out.slice(0, 3).map((it) => it.outerHTML.slice(0, 120))];
  });
}

function tooSmall(page) {
  return page.locator(TOUCHED).evaluateAll(
    (all, min) =>
      all
        .filter((target) => target.checkVisibility())
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.height + 0.5 < min || box.width + 0.5 < min)
        .map(({ target, box }) => `${target.outerHTML.slice(0, 100)}: ${box.width} × ${box.height}`),
    TOUCH_PX_MIN,
  );
}
