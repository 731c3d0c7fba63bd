// Files as people have them: names that turn sentences, names that are missing, files that are gone, the same file twice,
// photographs too large to open, more files than one has patience for.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import test from "node:test";
import { onDisk, pictures } from "../shared/files.js";
import { card, choose, counts, press, stored } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const { visit } = browserTests();
const report = ".report-body";

test("a name from right to left stays in its place in the sentence", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, [
    { name: "a\u202egpj.cat", mimeType: "image/png", buffer: Buffer.from("no picture") },
  ]);
  const line = page.locator(`${report} li`);
  await line.waitFor();
  assert.equal(await line.locator("bdi").textContent(), "a\u202egpj.cat");
  const places = await line.evaluate((li) => {
    const range = document.createRange();
    return [...li.childNodes].map((node) => {
      range.selectNodeContents(node);
      return range.getBoundingClientRect().left;
    });
  });
  assert.ok(Number(places.at(-1)) > Number(places.at(-2)), "the reason stands behind the name");
});

test("class names from right to left are isolated in every sentence", async (t) => {
  const { page } = await visit(t);
  await card(page, 1).getByRole("textbox").fill("حصان");
  await card(page, 1).getByRole("textbox").press("Enter");
  await choose(page, 1, pictures(2, 1));
  await page.getByText("\u2068حصان\u2069").filter({ visible: true }).first().waitFor();
});

test("files that were deleted after they were chosen are said to be gone, not empty", async (t) => {
  const { page, context } = await visit(t, { clean: false });
  let goOn = () => {};
  const held = new Promise((resolve) => (goOn = () => resolve(undefined)));
  await context.route(/decode/, async (route) => {
    await held;
    await route.continue();
  });
  const files = await onDisk(t, pictures(2, 1));
  await choose(page, 1, files);
  for (const file of files) await rm(file);
  goOn();
  await page.getByText("was it moved or deleted?").first().waitFor();
  assert.equal(await page.locator(`${report} li`).count(), 2);
});

test("the same picture twice is said, across classes too, and can be left out and got back", async (t) => {
  const { page } = await visit(t);
  const [a, b, c] = pictures(3, 1);
  await choose(page, 1, [a, b, { ...a, name: "copy.png" }]);
  await counts(page, 0, 3);
  await page.getByText("One of these pictures was here already.").waitFor();
  await press(page, "Leave it out");
  await counts(page, 0, 2);
  await page.getByText("1 picture was left out.").waitFor();
  await choose(page, 0, [a, b, c]);
  await counts(page, 3, 2);
  await page.getByText("2 are in the other class too").waitFor();
  await press(page, "Leave the 2 out");
  await counts(page, 1, 2);
  await stored(page, 3);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await counts(page, 3, 2);
});

test("pictures that differ are taken without a word", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(6, 1));
  await counts(page, 0, 6);
  assert.equal(await page.getByText("already").count(), 0);
});

test("adding can be stopped: what came stays, the rest is left", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(200, 1, { px: 300 }));
  await until(page, () => window.heard.adding?.done > 20);
  await press(page, "Stop");
  await page.getByText(/^Stopped; \d+ pictures? (was|were) added\.$/).waitFor();
  const { done, total } = await page.evaluate(() => window.heard.adding);
  assert.ok(done < total, `${done} of ${total}`);
  const shown = Number(await card(page, 1).locator(".class-count").innerText());
  assert.ok(shown >= 20 && shown < 200, String(shown));
  await choose(page, 1, pictures(2, 1, { px: 200 }));
  await counts(page, 0, shown + 2);
});
