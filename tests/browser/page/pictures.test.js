// Own pictures: every way in and out of the two cards, and what the page says meanwhile.
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { copy, drop, onDisk, pictures } from "../shared/files.js";
import { card, choose, counts, finish, fullSpeed, last, press } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const course = process.env.COURSE_DATA ?? "";
const { visit } = browserTests();

const said = (page) => page.getByRole("region", { name: "Data" }).getByRole("status");
const missing = (page) => page.getByRole("region", { name: "Before training" });

test("by chooser, many at once: names, counts, what is missing, and then it trains", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(10, 1));
  await counts(page, 0, 10); // the drawn pictures make way
  await said(page).getByText("10 pictures added to “y = 1”.").waitFor();
  assert.match(await missing(page).innerText(), /Training also needs pictures of “y = 0”/);
  assert.ok(await page.getByRole("button", { name: "Train", exact: true }).isDisabled());

  for (const [y, name] of ["cold & <b>blue</b>", "warm"].entries()) {
    await card(page, y).getByRole("textbox").fill(name);
    await card(page, y).getByRole("textbox").press("Enter");
  }
  await page.getByRole("article", { name: "Class “cold & <b>blue</b>”, y = 0" }).waitFor();
  assert.match(await missing(page).innerText(), /needs pictures of “cold & <b>blue<\/b>”/);
  await choose(page, 0, pictures(12, 0));
  await counts(page, 12, 10);
  await missing(page).waitFor({ state: "hidden" });
  const data = await last(page, "data");
  assert.equal(data.m_test, 4); // a fifth
  assert.match(await card(page, 1).innerText(), /\d to train\s+\d to test/);
  assert.equal(
    await card(page, 0)
      .getByRole("button", { name: /^cold \d+\.png/ })
      .count(),
    12,
  );

  await press(page, "Train");
  const train = await finish(page);
  assert.equal(train.iteration, 2000);
  assert.equal(train.accuracy, 1);
});

test(
  "photographs as they are, of any size and format",
  { skip: course ? false : "COURSE_DATA is not set" },
  async (t) => {
    const { page } = await visit(t);
    const trees = (kind) =>
      Array.from({ length: 10 }, (_, i) => join(course, "images", "trees", kind, `${kind}_${i + 1}.jpg`));
    await choose(page, 1, trees("japanese_cherry"));
    await choose(page, 0, trees("hemlock"));
    await counts(page, 10, 10);
    await press(page, "Train");
    assert.ok((await finish(page)).accuracy > 0.9);
    await page
      .locator("#test input[type=file]")
      .setInputFiles(join(course, "images", "trees", "test", "test_image.jpg"));
    await until(page, () => window.heard.train.probe);
  },
);

test("dropped on a card, dropped elsewhere and then given a class, or to neither", async (t) => {
  const { page } = await visit(t);
  const warm = await onDisk(t, pictures(3, 1));
  const cold = await onDisk(t, pictures(4, 0));
  await drop(page, card(page, 1), warm);
  await counts(page, 0, 3);
  await drop(page, card(page, 0), cold.slice(0, 1));
  await counts(page, 1, 3);

  const training = page.locator("#plot");
  await drop(page, training, cold.slice(1));
  await page.getByText("Which class do these 3 pictures belong to?").waitFor();
  await press(page, "Neither");
  await page.getByText("Which class do these 3 pictures belong to?").waitFor({ state: "detached" });
  await drop(page, training, cold.slice(1));
  await press(page, "Put all 3 here: “y = 0”");
  await counts(page, 4, 3);
  await drop(page, page.getByRole("banner"), warm.slice(0, 1));
  await press(page, "Put it here: “y = 1”");
  await counts(page, 4, 4);
});

test("pasted with the keyboard into the card last used, and with the button", async (t) => {
  const { page, context } = await visit(t);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await copy(page, pictures(1, 0)[0]);
  await card(page, 0).getByText("y = 0").click();
  await page.keyboard.press("Control+V");
  await counts(page, 1, 0);
  await card(page, 1).getByRole("button", { name: "Paste", exact: true }).click();
  await counts(page, 1, 1);
  await context.clearPermissions();
  await context.grantPermissions(["clipboard-write"]);
  await card(page, 1).getByRole("button", { name: "Paste", exact: true }).click();
  await said(page).getByText("This browser does not let the page read the clipboard.").waitFor();
  await counts(page, 1, 1);
});

test("deleted, moved, emptied, replaced: each is undone", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(5, 1));
  await choose(page, 0, pictures(4, 0));
  await counts(page, 4, 5);
  const before = await last(page, "data");

  await card(page, 1)
    .getByRole("button", { name: "Delete warm 1.png", exact: true })
    .waitFor({ state: "attached" });
  const first = card(page, 1).getByRole("button", { name: /^warm 1\.png/ });
  await first.focus();
  await page.keyboard.press("Delete");
  await counts(page, 4, 4);
  await first.waitFor({ state: "hidden" });
  await press(page, "Undo: 1 picture deleted");
  await counts(page, 4, 5);

  await first.click();
  await card(page, 1).getByRole("button", { name: "Move to “y = 0”" }).click();
  await counts(page, 5, 4);
  await press(page, "Undo: 1 picture moved to “y = 0”");
  await counts(page, 4, 5);

  await card(page, 0).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 0, 5);
  assert.match(await missing(page).innerText(), /needs pictures of “y = 0”/);
  await press(page, "Undo: “y = 0” emptied");
  await counts(page, 4, 5);

  await first.click();
  await card(page, 1).getByRole("button", { name: "Delete this picture" }).click();
  await counts(page, 4, 4);
  await press(page, "Undo: 1 picture deleted");
  await counts(page, 4, 5);

  await press(page, "Use the drawn pictures");
  await until(page, () => window.heard.data.source === "drawn");
  await press(page, "Undo: the drawn pictures instead of all others");
  await counts(page, 4, 5);
  const again = await last(page, "data");
  assert.deepEqual([again.id, again.y, again.test], [before.id, before.y, before.test]);
});

test("an emptied class begins again at its first page", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(50, 1));
  await counts(page, 0, 50);
  const first = () => card(page, 1).locator(".thumb-pick:visible").first().getAttribute("title");
  await card(page, 1).getByRole("button", { name: "More pictures" }).click();
  await soon(async () => assert.equal(await first(), "warm 21.png"));
  await card(page, 1).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 0, 0);
  await choose(page, 1, pictures(50, 1, { name: "other" }));
  await counts(page, 0, 50);
  await soon(async () => assert.equal(await first(), "other 1.png"));
});

test("emptying a class leaves no answer of before: not beside the pictures, not in the table", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(5, 1));
  await choose(page, 0, pictures(5, 0));
  await counts(page, 5, 5);
  await fullSpeed(page);
  await press(page, "Train");
  await finish(page);
  const shown = ".thumb:not([hidden], .vacant)";
  const answered = () =>
    page.locator(`${shown}[data-verdict="right"], ${shown}[data-verdict="wrong"]`).count();
  const table = () => page.locator(".confusion button").allInnerTexts();
  await soon(async () => assert.ok((await answered()) >= 10));
  await soon(async () => assert.notDeepEqual((await table()).map(Number), [0, 0, 0, 0]));
  await card(page, 0).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 0, 5);
  await soon(async () => assert.equal(await answered(), 0));
  await soon(async () => assert.deepEqual((await table()).map(Number), [0, 0, 0, 0]));
  assert.deepEqual(await page.locator(".verdict-figures dd").allInnerTexts(), ["–", "–"]);
  const formulas = () => Promise.all(["#loss-0", "#loss-1"].map((id) => page.locator(id).isVisible()));
  assert.deepEqual(await formulas(), [false, true]);
  await press(page, "Undo: “y = 0” emptied");
  await card(page, 1).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 5, 0);
  await soon(async () => assert.deepEqual(await formulas(), [true, false], "the loss is that of a 0"));
});
