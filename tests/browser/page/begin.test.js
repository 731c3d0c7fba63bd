// @ts-nocheck -- many functions here run in the page
// What the page is, the three ways in, and on a phone the ways to its parts.
import assert from "node:assert/strict";
import test from "node:test";
import { pictures } from "../shared/files.js";
import { boxOf } from "../shared/layout.js";
import { card, counts, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

for (const width of [1440, 820, 390, 360])
  test(`the sentence and the three ways are on the first screen, ${width} px`, async (t) => {
    const { page } = await visit(t, { width, height: 844, touch: width < 500 });
    await page.getByText(says("begin.says")).waitFor();
    const box = await boxOf(page.locator("#begin"));
    assert.ok(box.y + box.height <= (width < 500 ? 260 : 130), JSON.stringify(box));
    for (const way of ["pictures", "camera", "draw"]) {
      const { y, height } = await boxOf(page.locator(`#way-${way}`));
      assert.ok(y > 0 && y + height < 300, way);
    }
  });

test("your pictures: the file chooser, and what is chosen is of class 1", async (t) => {
  const { page } = await visit(t);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: says("begin.pictures") }).click();
  await (await choosing).setFiles(pictures(3, 1));
  await counts(page, 0, 3);
});

test("draw: the dialog of class 1", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844, touch: true });
  await page.locator("#way-draw").tap();
  await page.getByRole("dialog", { name: says("draw.title", { name: says("class1.own") }) }).waitFor();
});

test("camera: opens for the first class; not offered where there can be none", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844, touch: true });
  await page.locator("#way-camera").tap();
  const dialog = page.getByRole("dialog", { name: says("camera.title") });
  await dialog.waitFor();
  assert.ok(await dialog.getByRole("radio").first().isChecked());
  const init = () => Object.defineProperty(Navigator.prototype, "mediaDevices", { get: () => undefined });
  const { page: without } = await visit(t, { init });
  assert.equal(await without.locator("#way-camera").isVisible(), false);
  assert.equal(await without.locator("#way-draw").isVisible(), true);
});

test("on a phone: picture, weights and ŷ in a line, and they are what the large ones are", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844, touch: true, goes: true });
  const { y, height } = await boxOf(page.locator(".begin-now"));
  assert.ok(y + height < 300);
  await page.getByRole("button", { name: "Pause", exact: true }).tap();
  await until(page, () => !window.heard.train.running);
  await soon(async () => {
    const [picture, weights, subject, large] = await page.evaluate(() =>
      [...document.querySelectorAll(".begin-now canvas, #subject, #weights-canvas")]
        .map((canvas) => canvas.toDataURL())
        .flat(),
    );
    assert.ok(picture.length > 1000);
    assert.deepEqual([picture, weights].sort(), [subject, large].sort());
    const [short, long] = await page.evaluate(() =>
      [".begin-now output", "#eq-a"].map((at) => document.querySelector(at).textContent),
    );
    assert.equal(short, Number(long).toFixed(2));
  });
});

for (const id of ["data", "training", "test"])
  test(`jump link to ${id}: its heading is in view below the bar, unfolded`, async (t) => {
    const { page } = await visit(t, { width: 390, height: 844, touch: true });
    const expanded = () => page.locator(`#${id} .fold`).getAttribute("aria-expanded");
    if (id !== "training") assert.equal(await expanded(), "false");
    await page.locator(`.begin-jumps a[href="#${id}"]`).tap();
    await soon(async () => {
      const bar = await boxOf(page.locator(".transport-run"));
      const heading = await boxOf(page.locator(`#${id} h2`).first());
      assert.ok(heading.y >= bar.y + bar.height - 1 && heading.y < 300, JSON.stringify([bar, heading]));
    });
    if (id !== "training") assert.equal(await expanded(), "true");
  });

test("on a phone Data and Test are folded to a line that says what is in them", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844, touch: true });
  for (const [id, says] of [
    ["data", /129 cat · 121 something else/],
    ["test", /accuracy \d/],
  ]) {
    await page.locator(`#${id} .fold`).scrollIntoViewIfNeeded(); // what nobody sees is not drawn
    await soon(async () => assert.match(await page.locator(`#${id} .fold-says`).innerText(), says));
    assert.ok((await boxOf(page.locator(`#${id}`))).height < 90, id);
  }
  assert.equal(await card(page, 1).isVisible(), false);
  await page.locator("#data .fold").tap();
  await card(page, 1).waitFor();
});

for (const [hash, width] of [
  ["cost", 1440],
  ["equation", 390],
  ["test", 390],
])
  test(`an address with #${hash} opens there, ${width} px`, async (t) => {
    const { page } = await visit(t, { path: `/#${hash}`, width, height: 844 });
    await soon(async () => {
      const { y } = await boxOf(page.locator(`#${hash}`));
      assert.ok(y > 40 && y < 500, `${y}`);
    });
  });
