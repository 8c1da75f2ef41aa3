// The browser that the machine already has: nothing is ever downloaded.
// Left to others: pages and what is expected of them.

const QUIET = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** How Chromium is started. */
export const launch = {
  executablePath: process.env.MAWID_CHROMIUM ?? "/usr/bin/chromium",
  args: QUIET,
};

/** A phone or a desk in Tunis: what every page of the tests is opened with. */
export function surroundings({ lang = "fr", width = 360, scheme = "light" } = {}) {
  return {
    locale: `${lang}-TN`,
    timezoneId: "Africa/Tunis",
    colorScheme: scheme,
    viewport: { width, height: width < 600 ? 740 : 900 },
    hasTouch: width < 600,
  };
}
