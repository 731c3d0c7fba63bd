// Undo and Redo in the page: buttons, keys, what is said, what a reload finds, and what was learned.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import {
  card,
  choose,
  counts,
  finish,
  fullSpeed,
  last,
  press,
  says,
  stored,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const { visit } = browserTests();

const said = (page) => page.locator("#data .report");
const undo = (page) => page.locator("#data .undo");
const redo = (page) => page.getByRole("button", { name: /^Redo/ });

test("the first own pictures say what they do before and after; undone, the drawn ones are there with their names", async (t) => {
  const { page } = await visit(t);
  const before = page.getByText("Your first own picture replaces these drawn ones; Undo brings them back.");
  await before.first().waitFor();
  const name = card(page, 1).getByRole("textbox");
  await name.fill("Miez");
  await name.press("Enter");
  await page.getByRole("button", { name: "Undo: class named “Miez”", exact: true }).waitFor();
  assert.equal(await redo(page).isVisible(), false);

  await choose(page, 1, pictures(20, 1));
  await counts(page, 0, 20);
  await said(page).getByText("The drawn pictures made way; Undo brings them back.").waitFor();
  assert.equal(await before.first().isVisible(), false);
  const at = await undo(page).boundingBox();
  await press(page, "Undo: the first 20 pictures");
  await until(page, () => window.heard.data.source === "drawn");
  await said(page).waitFor({ state: "hidden" }); // what it told of is undone
  await soon(async () => assert.equal(await name.inputValue(), "Miez"));
  await before.first().waitFor();

  await press(page, "Redo: the first 20 pictures");
  await counts(page, 0, 20);
  await stored(page, 20);
  assert.equal((await undo(page).boundingBox())?.y, at?.y, "nothing jumps");
  await assertAccessible(page);
});

test("with nothing to take back, keys change nothing and training goes on", async (t) => {
  const { page } = await visit(t, { goes: true });
  await until(page, () => window.heard.train.iteration > 20);
  const { iteration } = await last(page, "train");
  for (const key of ["Control+z", "Control+y"]) await page.keyboard.press(key);
  await until(page, (t) => window.heard.train.iteration > t + 20, iteration);
  assert.equal((await last(page, "train")).running, true);
  assert.equal((await last(page, "data")).source, "drawn");
});

test("by keys, many steps back and forth, and a reload finds what is there", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(5, 1));
  await counts(page, 0, 5);
  await choose(page, 0, pictures(4, 0));
  await counts(page, 4, 5);
  await card(page, 1).getByRole("button", { name: "Empty this class" }).click();
  await counts(page, 4, 0);
  const before = await last(page, "data");
  await page.keyboard.press("Control+z");
  await counts(page, 4, 5);
  await page.keyboard.press("Meta+z");
  await counts(page, 0, 5);
  await said(page).waitFor({ state: "hidden" });
  await page.keyboard.press("Control+Shift+z");
  await counts(page, 4, 5);
  await page.keyboard.press("Control+y");
  await counts(page, 4, 0);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Meta+Shift+z");
  await page.keyboard.press("Control+y");
  await counts(page, 4, 0);
  const after = await last(page, "data");
  assert.deepEqual([after.id, after.test], [before.id, before.test]);

  // In a field, a step back is one of the field's own.
  const name = card(page, 1).getByRole("textbox");
  await name.pressSequentially("x");
  await name.press("Control+z");
  await name.press("Control+y");
  await name.pressSequentially("y");
  assert.deepEqual(await stays(async () => (await last(page, "data")).counts, 300), [4, 0]);
  await page.locator("h1").click();
  await page.getByRole("button", { name: /^Undo: class named “.*y/ }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "Undo: “y = 1” emptied", exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await counts(page, 4, 5);
  await stored(page, 9);
  const { id } = await last(page, "data");
  await page.reload();
  await counts(page, 4, 5);
  assert.deepEqual((await last(page, "data")).id, id);
  assert.equal(await undo(page).isVisible(), false, "steps do not outlast a reload");
});

test("what was learned comes back with the pictures, bit for bit", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(8, 1));
  await choose(page, 0, pictures(8, 0));
  await counts(page, 8, 8);
  await fullSpeed(page);
  await press(page, "Train");
  const { iteration, cost, testCost, accuracy, b } = await finish(page);
  const w = await page.evaluate(() => Array.from(window.heard.weights.w));
  const learned = { iteration, cost, testCost, accuracy, b };
  const marks = page.locator('.thumb[data-verdict="right"], .thumb[data-verdict="wrong"]');
  const changes = {
    "Delete this picture": async () => {
      await card(page, 1)
        .getByRole("button", { name: /^warm 3\.png/ })
        .click();
      await card(page, 1).getByRole("button", { name: "Delete this picture" }).click();
      await counts(page, 8, 7);
    },
    "more pictures": async () => {
      await choose(page, 0, pictures(3, 0, { name: "more" }));
      await counts(page, 11, 8);
    },
    "picture size": async () => {
      if (!(await page.getByRole("combobox", { name: "Picture size" }).isVisible()))
        await press(page, "More settings");
      await page.getByRole("combobox", { name: "Picture size" }).selectOption({ label: "32 px" });
      await until(page, () => window.heard.data.n_px === 32);
    },
    "share for testing": async () => {
      await page.getByRole("combobox", { name: /test/i }).selectOption({ label: "50%" });
      await until(page, () => window.heard.data.share === 0.5);
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    await change();
    await until(page, (cost) => window.heard.train.end === 0 || window.heard.train.cost !== cost, cost);
    await undo(page).click();
    await until(page, (cost) => window.heard.train.cost === cost && !window.heard.train.running, cost);
    const now = await last(page, "train");
    for (const [key, value] of Object.entries(learned)) assert.equal(now[key], value, `${what}: ${key}`);
    assert.deepEqual(await page.evaluate(() => Array.from(window.heard.weights.w)), w, what);
    await soon(async () => assert.ok((await marks.count()) >= 12, what));
  }
});

test("the dialog that draws asks for the names, for either class, and says which it draws for", async (t) => {
  const { page } = await visit(t);
  await card(page, 1).getByRole("button", { name: "Draw", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(says("data.first")).waitFor();
  await dialog.getByRole("heading", { name: "Draw for “y = 1”" }).waitFor();
  const field = dialog.getByLabel(/^Name of class/);
  assert.equal(await field.getAttribute("placeholder"), says("classes.draw1"));
  await field.fill("suns");
  await page.keyboard.press("Enter");
  await dialog.getByRole("heading", { name: "Draw for “suns”" }).waitFor();
  await dialog.getByRole("application").click();
  await dialog.getByRole("button", { name: "Add to “suns”" }).click();
  await counts(page, 0, 1);
  assert.equal(await page.evaluate(() => window.heard.data.given[1]), "suns", "named with its first picture");
  assert.equal(await dialog.getAttribute("aria-label"), "Draw for “suns”");
  await dialog.getByRole("radio", { name: "y = 0: 0" }).check();
  await field.fill("moons");
  await dialog.getByRole("application").click();
  await dialog.getByRole("button", { name: "Add to “moons”" }).click();
  await counts(page, 1, 1);
  await page.keyboard.press("Escape");
  await said(page).getByText("The drawn pictures made way; Undo brings them back.").waitFor();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await until(page, () => window.heard.data.source === "drawn");
});

test("a class renamed, and that undone: what was learned stays, running or not", async (t) => {
  const { page } = await visit(t, { goes: true });
  const named = page.locator('.class-card[data-y="1"] .class-name');
  const { iteration } = await last(page, "train");
  await named.fill("lynx");
  await named.press("Enter");
  await until(page, () => window.heard.data.names[1] === "lynx");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await until(page, () => window.heard.data.names[1] === "cat");
  await until(page, (t) => window.heard.train.running && window.heard.train.iteration > t + 30, iteration);
});
