// @ts-nocheck -- many functions here run in the page
// The pad: drawn with the mouse and with the keyboard, undone, erased, and added to a class.
import assert from "node:assert/strict";
import test from "node:test";
import { card, counts } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const { visit } = browserTests();

/** The pixels of a pad that are not white, by colour: {"26,26,26": 12}. */
const inked = (surface) =>
  surface.locator("canvas, img").evaluate((node) => {
    const { data } = window.heard.pixels(node);
    const colours = {};
    for (let i = 0; i < data.length; i += 4) {
      const rgb = data.slice(i, i + 3).join();
      if (rgb !== "255,255,255") colours[rgb] = (colours[rgb] ?? 0) + 1;
    }
    return colours;
  });

/** Draws with the mouse through points given as shares of the pad. */
async function stroke(page, surface, points) {
  const { x, y, width, height } = await surface.boundingBox();
  const [first, ...rest] = points.map(([u, v]) => [x + u * width, y + v * height]);
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point, { steps: 6 });
  await page.mouse.up();
}

const total = (colours) => Object.values(colours).reduce((a, b) => a + b, 0);

test("two pictures drawn with the mouse, one for each class", async (t) => {
  const { page } = await visit(t);
  await card(page, 1).getByRole("button", { name: "Draw", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const pad = dialog.getByRole("application");
  const add = dialog.getByRole("button", { name: /^Add to/ });
  assert.ok(await add.isDisabled(), "a white pad is no picture");
  await stroke(page, pad, [
    [0.2, 0.2],
    [0.8, 0.8],
  ]);
  const black = await inked(pad);
  assert.deepEqual(Object.keys(black), ["26,26,26"]);
  assert.ok(black["26,26,26"] > 60, "a line of three pixels' width");

  await dialog.getByRole("radio", { name: "red" }).check();
  await dialog.getByRole("slider", { name: "Size of the brush" }).press("End");
  await stroke(page, pad, [
    [0.8, 0.2],
    [0.2, 0.8],
  ]);
  assert.ok((await inked(pad))["208,52,44"] > 200);
  await dialog.getByRole("button", { name: "Eraser" }).click();
  await stroke(page, pad, [
    [0.8, 0.2],
    [0.2, 0.8],
  ]);
  assert.equal((await inked(pad))["208,52,44"], undefined, "erased");
  await dialog.getByRole("button", { name: "Take back" }).click();
  assert.ok((await inked(pad))["208,52,44"] > 200, "taken back");
  await dialog.getByRole("button", { name: "Clear the pad" }).click();
  assert.equal(total(await inked(pad)), 0);
  await dialog.getByRole("button", { name: "Take back" }).click();
  const drawn = await inked(pad);

  await add.click();
  await dialog.getByText("1 picture added").waitFor();
  assert.equal(total(await inked(pad)), 0, "the pad is white again");
  await dialog.getByRole("button", { name: "Done" }).click();
  await counts(page, 0, 1);

  // The thumbnail is what was drawn, to the byte.
  const thumb = card(page, 1).getByRole("listitem").first();
  await until(page, () => document.querySelector('.class-card[data-y="1"] li img').naturalWidth === 64);
  assert.deepEqual(await inked(thumb), drawn);
});

test("drawn with the keyboard alone", async (t) => {
  const { page } = await visit(t);
  const open = card(page, 0).getByRole("button", { name: "Draw", exact: true });
  await open.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  const pad = dialog.getByRole("application");
  await dialog.waitFor();
  await until(
    page,
    () => document.activeElement.closest("dialog")?.querySelector(".pad-surface") === document.activeElement,
  );
  await page.keyboard.press("Space");
  const dot = total(await inked(pad));
  assert.ok(dot >= 4 && dot <= 9, `a stamp: ${dot} pixels`);
  for (let i = 0; i < 10; i++) await page.keyboard.press("Shift+ArrowRight");
  assert.ok(total(await inked(pad)) >= dot + 10, "a line");
  await page.keyboard.press("Control+z");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const drawn = total(await inked(pad));
  await page.keyboard.press("Delete");
  assert.equal(total(await inked(pad)), 0);
  await page.keyboard.press("Control+z");
  assert.equal(total(await inked(pad)), drawn);

  const add = dialog.getByRole("button", { name: /^Add to/ });
  for (let i = 0; i < 20 && !(await add.evaluate((node) => node === document.activeElement)); i++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await counts(page, 1, 0);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.ok(
    await open.evaluate((node) => node === document.activeElement),
    "the focus is back on the button",
  );
});
