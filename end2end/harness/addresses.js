// Every page of the participants' app, as a path below the language and with a name to speak of it.
// Left to others: what is looked at on them.

import { SLOT, WHOLE, date, monday } from "./programme.js";

/** Pages that anyone can open, with nothing in the browser. */
export const PAGES = {
  "the front page": "",
  "this week": "/calendar",
  "the week of the sample": `/calendar?date=${date(7)}`,
  "a week with nothing in it": `/calendar?date=${date(400)}`,
  "a week by the hour": `/calendar?view=week&date=${monday(2)}`,
  "a month": `/calendar?view=month&date=${monday(2)}`,
  "a month, narrowed": `/calendar?view=month&date=${monday(2)}&hub=digital-lab&free=yes`,
  "days that a choice leaves empty": `/calendar?date=${monday(2)}&theme=image&part=evening`,
  "special hours and a holiday": "/calendar?view=week&date=2027-03-08",
  "a course": `/courses/${WHOLE.course}`,
  "a course of appointments": `/courses/${SLOT.course}`,
  "a session": `/sessions/${WHOLE.session}`,
  "an appointment": `/sessions/${SLOT.session}`,
  "a hub": "/hubs/digital-lab",
  "a hub without an address": "/hubs/female-force-studio",
  "an organisation": "/organisations/tcse",
  "an organisation with a hall": "/organisations/municipality-of-tunis",
  "a funding project": "/projects/medtown",
  "the cluster": "/cluster",
  "a course that does not exist": "/courses/nothing",
  "a hub that does not exist": "/hubs/nothing",
  "the enrol form": `/enrol/${WHOLE.seats}`,
  "the enrol form of an appointment": `/enrol/${SLOT.seats}`,
  "my enrolments, with none": "/my",
  "the page for a private link": "/m",
  "the page for its picture, with no link opened": "/m/picture",
  "a page that does not exist": "/no/such/page",
};

/** Whether the browser says of itself that the page was not found. */
export const NOT_FOUND = /Failed to load resource: the server responded with a status of 404/;
