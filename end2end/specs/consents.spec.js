// She agrees to photographs and takes it back; the hub reads what that asks of it, and does it.
// Whose answer counts is tested over HTTP.

import { expect, test } from "../harness/test.js";
import { Facilitator } from "../harness/facilitator.js";
import { takesPhotographsBack } from "../harness/paperwork.js";

for (const mode of ["plain", "live"]) {
  test(`a yes to photographs that is taken back becomes a task, which staff finish: ${mode}`, async ({ visitor }) => {
    const she = await visitor({ mode });
    const woman = await takesPhotographsBack(she);

    const facilitator = new Facilitator(await visitor({ mode }));
    await facilitator.signsIn();
    const desk = facilitator.visitor;
    await desk.go("/staff/consents");
    const task = desk.main.locator("li.card", { hasText: woman.givenName });
    await expect(task).toContainText(desk.words.consents.desk.task_photos);
    await task.locator("button").click();
    await desk.isAt("/staff/consents?notice=");
    await expect(task).toHaveCount(0);
    await expect(desk.main.locator("[aria-labelledby=done]")).toContainText(woman.givenName);
  });
}
