// @ts-nocheck -- many functions here run in the page
// The figure two classes: a picture unrolled into x, X and Y growing, training and test set.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../../unit/shared/open.js";
import { assertAccessible } from "../shared/axe.js";
import { assertWords, textsOf } from "../shared/figure.js";
import { drop, onDisk, png } from "../shared/files.js";
import { browserTests } from "../shared/visitor.js";
import { stays, until } from "../shared/wait.js";

const [PX, N_X] = [64, 12288];
const SEED = 22;
const core = await open();
const { openFigure } = browserTests();

const live = (figure, name) => figure.locator(`.live-${name}`).last().textContent();
const press = (figure, name) => figure.getByRole("button", { name, exact: true }).click();
const ys = (figure, part) => figure.locator(`.part.${part} .y`).allInnerTexts();

/** Number j of a picture, by either order, counted out on its own bytes. */
function entry(rgb, order, j) {
  const all = [];
  if (order === "pixels") all.push(...rgb);
  else for (const s of [0, 1, 2]) for (let p = 0; p < PX * PX; p++) all.push(rgb[3 * p + s]);
  return all[j - 1];
}

async function picked(figure) {
  const row = figure.locator(".vector-rows tr.picked");
  return [await row.locator("th").innerText(), Number(await row.locator("td").innerText())];
}

test("every entry of x is the number of its sheet, row and column, in both orders", async (t) => {
  const { figure } = await openFigure(t, "two-classes", { still: true });
  const { rgb } = core.drawn(SEED, 0, PX);
  const field = figure.locator(".unrolling .field-number");
  for (const [j, place] of [
    [1, "red channel, row 1, column 1"],
    [4097, "green channel, row 1, column 1"],
    [6240, "green channel, row 34, column 32"],
    [N_X, "blue channel, row 64, column 64"],
  ]) {
    await field.fill(String(j));
    const value = entry(rgb, "sheets", j);
    assert.deepEqual(await picked(figure), [`x${j}`, value]);
    assert.equal(await figure.locator(".where").innerText(), `Entry ${j}: ${place}, value ${value}`);
  }
  await field.fill("12289");
  assert.match(await figure.locator(".unrolling .complaint").innerText(), /from 1 to 12288/);
  assert.equal((await picked(figure))[0], `x${N_X}`, "the last good one stays");
  await field.fill("6240");
  await press(figure, "pixel by pixel"); // the same number of the picture, elsewhere in x
  const j = 3 * (33 * PX + 31) + 2;
  assert.deepEqual(await picked(figure), [`x${j}`, entry(rgb, "pixels", j)]);
  assert.equal(entry(rgb, "pixels", j), entry(rgb, "sheets", 6240));
});

test("a pixel picked in a sheet, by mouse and arrow keys, is found in the column", async (t) => {
  const { page, figure } = await openFigure(t, "two-classes", { still: true });
  const { rgb } = core.drawn(SEED, 0, PX);
  const sheet = figure.getByRole("slider", { name: /^Blue channel/ });
  const box = await sheet.boundingBox();
  await page.mouse.click(box.x + (20.5 / PX) * box.width, box.y + (10.5 / PX) * box.height);
  const j = 2 * PX * PX + 10 * PX + 20 + 1;
  assert.deepEqual(await picked(figure), [`x${j}`, entry(rgb, "sheets", j)]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await picked(figure), [`x${j + 63}`, entry(rgb, "sheets", j + 63)]);
  assert.match(await sheet.getAttribute("aria-valuetext"), /blue channel, row 12, column 20/);
});

test("the walk begins by itself, goes to the end and stops; Step is one entry; none of it in calm", async (t) => {
  const { page, figure } = await openFigure(t, "two-classes");
  await figure.locator(".stage").scrollIntoViewIfNeeded();
  await until(
    page,
    () => Number(document.querySelector("#two-classes .vector-rows .picked sub").textContent) > 300,
  );
  await figure.getByRole("button", { name: "Play", exact: true }).waitFor({ timeout: 30_000 });
  assert.equal((await picked(figure))[0], `x${N_X}`);
  await press(figure, "Step"); // from the end to the beginning
  await press(figure, "Step");
  assert.equal((await picked(figure))[0], "x2");

  const calm = await openFigure(t, "two-classes", { still: true });
  await stays(() => picked(calm.figure), 500);
});

test("X and Y grow by the pictures, and the share for testing splits both classes alike", async (t) => {
  const { page, figure } = await openFigure(t, "two-classes", { still: true });
  const y = Array.from({ length: 17 }, (_, i) => core.drawn(SEED, i, 8).y);
  const shapes = async (m, share) => {
    const of = (value) => y.slice(0, m).filter((v) => v === value).length;
    const tests = Math.round(share * of(0)) + Math.round(share * of(1));
    assert.match(
      await figure.locator(".part.train .part-head").innerText(),
      new RegExp(`\\(12288, ${m - tests}\\)`),
    );
    assert.match(
      await figure.locator(".part.train .part-foot").innerText(),
      new RegExp(`\\(1, ${m - tests}\\)`),
    );
    assert.match(
      await figure.locator(".part.test .part-head").innerText(),
      new RegExp(`\\(12288, ${tests}\\)`),
    );
    assert.equal((await ys(figure, "test")).filter((v) => v === "1").length, Math.round(share * of(1)));
    const [train, held, m0] = await Promise.all(["train", "test", "m"].map((name) => live(figure, name)));
    assert.deepEqual([train, held, m0].map(Number), [m - tests, tests, m]);
  };
  await shapes(8, 0.25);
  await press(figure, "Add a drawn picture");
  await press(figure, "Add eight");
  await shapes(17, 0.25);
  const share = figure.locator(".growing .field-number");
  await share.fill("0.5");
  await shapes(17, 0.5);
  await share.fill("0");
  await shapes(17, 0);
  assert.deepEqual(
    (await ys(figure, "train")).map(Number),
    y,
    "Y is the classes in the order of the examples",
  );
  await share.fill("2");
  assert.match(await figure.locator(".growing .complaint").innerText(), /from 0 to 0.5/);
  await shapes(17, 0);

  const rows = await textsOf(figure.locator(".growing"));
  const { rgb } = core.drawn(SEED, 16, PX);
  assert.deepEqual(rows[16], ["17", "training", y[16], entry(rgb, "sheets", 1), entry(rgb, "sheets", 2), entry(rgb, "sheets", 3), "…", entry(rgb, "sheets", N_X)].map(String)); // prettier-ignore

  for (let k = 0; k < 4; k++) await press(figure, "Add eight");
  assert.match(await figure.locator(".two-classes-message").innerText(), /room for 40 columns/);
  assert.equal(await live(figure, "m"), "40");
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    "columns scroll by themselves",
  );
});

test("a column is chosen by click and arrow keys, unrolled above, and removed", async (t) => {
  const { page, figure } = await openFigure(t, "two-classes", { still: true });
  const columns = figure.locator(".part.train .example-column");
  await columns.nth(0).click();
  await page.keyboard.press("ArrowRight");
  const name = await page.evaluate(
    () => document.activeElement.querySelector(".visually-hidden").textContent,
  );
  const i = Number(name.match(/Example (\d+): y = [01], training set/)[1]);
  const { rgb } = core.drawn(SEED, i - 1, PX);
  await figure.locator(".unrolling .field-number").fill("777");
  assert.deepEqual(await picked(figure), ["x777", entry(rgb, "sheets", 777)]);
  await columns.nth(1).focus();
  await page.keyboard.press("Delete");
  assert.equal(await live(figure, "m"), "7");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".example-column")), "focus stays in X");
  for (let k = 0; k < 6; k++) await press(figure, "Remove this one");
  await press(figure, "Remove this one");
  assert.equal(await live(figure, "m"), "1");
  assert.match(await figure.locator(".two-classes-message").innerText(), /One example has to stay/);
});

test("reshape(-1, m): columns of the same shape that are mixtures, number by number what NumPy makes", async (t) => {
  const { figure } = await openFigure(t, "two-classes", { still: true });
  const shown = (i) =>
    figure
      .locator(".part.train .example-column canvas.pixels")
      .nth(i)
      .evaluate((canvas) => [
        ...canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data,
      ]);
  const rgbOf = (data) => data.filter((_, k) => k % 4 < 3);
  /** The pictures that are to be trained on, in their order. */
  const trained = async () =>
    (await figure.locator(".part.train .example-index sup").allInnerTexts()).map(
      (text) => core.drawn(SEED, Number(text.replace(/\D/g, "")) - 1, PX).rgb,
    );
  const train = await trained();
  const m = train.length;
  assert.deepEqual(rgbOf(await shown(2)), [...train[2]], "reshape(m, -1).T: the pictures");
  await press(figure, "pixel by pixel");
  const before = await figure.locator(".part.train .part-head").innerText();
  await press(figure, "wrong: reshape(-1, m)");
  assert.equal(await figure.locator(".part.train .part-head").innerText(), before, "the same shape");
  const flat = train.flatMap((rgb) => [...rgb]);
  const column = (k) => Array.from({ length: N_X }, (_, j) => flat[j * m + k]);
  assert.deepEqual(rgbOf(await shown(2)), column(2));
  await figure.locator(".part.train .example-column").nth(1).click();
  const own = column(1).filter((_, j) => Math.floor((j * m + 1) / N_X) === 1).length;
  const says = await figure.locator(".mixture p").innerText();
  assert.ok(says.includes(`one number in ${m} from all ${m}`) && says.includes(`${own} of its 12288`), says);
  assert.deepEqual(
    rgbOf(await figure.locator(".mixture canvas").evaluate((canvas) => [...canvas.getContext("2d").getImageData(0, 0, 64, 64).data])), // prettier-ignore
    column(1),
  );
  await press(figure, "Add a drawn picture"); // one more: all are other mixtures
  assert.notDeepEqual(rgbOf(await shown(2)), column(2));
  await press(figure, "right: reshape(m, -1).T");
  assert.deepEqual(rgbOf(await shown(2)), [...(await trained())[2]]);
  assert.equal(await figure.locator(".mixture").isVisible(), false);
});

test("pictures of the reader's come in by file and by drop, with the chosen y; a bad one is refused", async (t) => {
  const { page, figure } = await openFigure(t, "two-classes", { still: true });
  const one = { name: "one.png", buffer: png(64, 64, (x, y) => [x, y, 7]) };
  const two = { name: "two.png", buffer: png(64, 64, (x, y) => [255 - x, 9, y]) };
  const bad = { name: "bad.png", buffer: one.buffer.subarray(0, 50) };
  const paths = await onDisk(t, [one, bad, two]);
  await press(figure, "y = 0, no cat");
  await figure.locator(".growing input[type=file]").setInputFiles(paths.slice(0, 2));
  await until(page, () =>
    /1 added with y = 0.*bad\.png: /.test(document.querySelector(".two-classes-message").textContent),
  );
  const field = figure.locator(".unrolling .field-number");
  await field.fill(String(PX * PX + 5 * PX + 3)); // green, row 6, column 3
  assert.deepEqual(await picked(figure), [`x${PX * PX + 5 * PX + 3}`, 5]);
  await press(figure, "y = 1, cat");
  await drop(page, figure.locator(".example-matrix"), [paths[2]]);
  await until(page, () =>
    /1 added with y = 1/.test(document.querySelector(".two-classes-message").textContent),
  );
  assert.equal(await live(figure, "m"), "10");
  const names = await figure
    .locator(".example-column")
    .evaluateAll((all) => all.map((b) => b.querySelector(".visually-hidden").textContent));
  assert.ok(names.some((name) => /^Example 9: y = 0, .*one\.png$/.test(name)));
  assert.ok(names.some((name) => /^Example 10: y = 1, .*two\.png$/.test(name)));
  await field.fill("1");
  assert.deepEqual(await picked(figure), ["x1", 255]);
});

test("words in both languages, axe finds nothing, and it fits 320 px", async (t) => {
  const { page, figure } = await openFigure(t, "two-classes", { still: true });
  await figure.locator(".stage summary").click();
  await assertAccessible(page, { within: "#two-classes" });
  await assertWords(figure, "two-classes");
  await page.setViewportSize({ width: 320, height: 700 });
  for (const order of ["pixel by pixel", "channel by channel"]) {
    await press(figure, order);
    const over = await figure.evaluate((section) => {
      const wide = [...section.querySelectorAll(".stage *")].filter(
        (node) => !node.closest(".example-matrix, .scroll"),
      );
      return wide
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
        .map((node) => node.outerHTML);
    });
    assert.deepEqual(over, []);
  }
});
