// The pages that are measured, found as a visitor finds them: by following links.
// Left to others: what is measured on them.

/** Addresses of the five kinds of page, in Arabic. */
export async function addresses(base) {
  const home = `${base}/ar`;
  const session = await linkOn(home, "/sessions/");
  const enrol = await linkOn(session, "/enrol/").catch(async () => linkOn(await linkOn(session, "/courses/"), "/enrol/"));
  return {
    home,
    calendar: `${base}/ar/calendar`,
    course: await linkOn(session, "/courses/"),
    session,
    enrol,
  };
}

async function linkOn(address, part) {
  const html = await (await fetch(address)).text();
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  const found = links.find((href) => href.startsWith("/ar") && href.includes(part));
  if (!found) throw new Error(`no link to ${part} on ${address}`);
  return new URL(found, address).href;
}
