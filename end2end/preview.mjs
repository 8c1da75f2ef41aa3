// Makes public/preview.png, the picture of a shared link, of public/preview.svg: messengers take no
// SVG. Run it after a change of the drawing and commit both: `node preview.mjs`.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launch } from "./harness/browser.js";

const SIZE = { width: 1200, height: 630 };
const drawing = new URL("../public/preview.svg", import.meta.url);
const picture = fileURLToPath(new URL("../public/preview.png", import.meta.url));

const browser = await chromium.launch(launch);
const page = await browser.newPage({ viewport: SIZE });
await page.setContent(`<body style="margin: 0">${readFileSync(drawing, "utf8")}`);
await page.screenshot({ path: picture });
await browser.close();
