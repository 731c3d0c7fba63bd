// The figure loss and cost: the loss of one answer, the mean over points, the convexity lab.
import assert from "node:assert/strict";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { asNumber, liveOf, tableOf, textOf } from "../shared/figure.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon } from "../shared/wait.js";

const { openFigure } = browserTests();
/** @param {import("node:test").TestContext} t @param {object} [options] */
const open = (t, options = {}) => openFigure(t, "loss-and-cost", options);

const sigma = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
const near = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ by) =>
  assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`);
/** @type {Record<string, (a: number, y: number) => number>} */
const LOSS = {
  squared: (a, y) => (a - y) ** 2 / 2,
  "cross-entropy": (a, y) => -Math.log(y ? a : 1 - a),
};
/** The same from z, which loses no digits where a is nearly 0 or 1. */
const lossAt = (/** @type {number} */ z, /** @type {number} */ y, /** @type {string} */ loss) =>
  loss === "squared" ? LOSS.squared(sigma(z), y) : Math.log1p(Math.exp(y ? -z : z));
const cost = (/** @type {number[][]} */ points, /** @type {number} */ w, /** @type {string} */ loss, b = 0) =>
  points.reduce((sum, [x, y]) => sum + lossAt(w * x + b, y, loss), 0) / points.length;
const TWO = [[-0.5, 1], [0.2, 1], [-5, 0], [-0.5, 1]]; // prettier-ignore

test("the loss of one answer, for both classes, over ŷ and over z", async (t) => {
  const { page, part } = await open(t);
  const one = part("one");
  const handle = one.getByRole("slider", { name: "The answer ŷ" });
  const check = async (/** @type {number} */ y) => {
    // The plot, and with it what the handle says, is drawn with the next frame.
    await nextFrame(page);
    const says = /** @type {string} */ (await handle.getAttribute("aria-valuetext"));
    const a = asNumber(/** @type {any} */ (says.match(/ŷ = ([\d.]+)/))[1]);
    near(
      (await one.locator(".live-L").allTextContents()).map(asNumber)[0],
      LOSS["cross-entropy"](a, y),
      0.004,
    );
    near((await one.locator(".live-L").allTextContents()).map(asNumber)[1], LOSS.squared(a, y), 0.002);
    return a;
  };
  const before = await check(1);
  await handle.focus();
  for (let k = 0; k < 10; k++) await page.keyboard.press("ArrowLeft");
  near(await check(1), before - 0.1, 0.002);
  await one.getByRole("button", { name: "y = 0" }).click();
  await check(0);
  await one.getByRole("button", { name: "over z" }).click();
  await handle.focus();
  for (let k = 0; k < 10; k++) await page.keyboard.press("ArrowRight");
  await check(0);
  for (const [z, a, one1, one0, half1, half0] of await tableOf(one)) {
    near(a, sigma(z), 1e-4);
    near(one1, LOSS["cross-entropy"](sigma(z), 1), 1e-4);
    near(one0, LOSS["cross-entropy"](sigma(z), 0), 1e-4);
    near(half1, LOSS.squared(sigma(z), 1), 1e-4);
    near(half0, LOSS.squared(sigma(z), 0), 1e-4);
  }
});

test("J is the mean of the losses of the points the reader places", async (t) => {
  const { page, part } = await open(t);
  const mean = part("mean");
  const [w, b] = [0.8, -0.4];
  await mean.getByRole("textbox", { name: "w", exact: true }).fill(String(w));
  await mean.getByRole("textbox", { name: "b", exact: true }).fill(String(b));
  const check = async (/** @type {number} */ m) => {
    const rows = await tableOf(mean);
    assert.equal(rows.length, m);
    for (const [, x, y, z, a, l] of rows) {
      near(z, w * x + b, 6e-4);
      near(a, sigma(w * x + b), 6e-5);
      near(l, LOSS["cross-entropy"](sigma(w * x + b), y), 6e-5);
    }
    const points = rows.map(([, x, y]) => [x, y]);
    near(await liveOf(mean, "J"), cost(points, w, "cross-entropy", b), 6e-5);
    assert.equal(await liveOf(mean, "m"), m);
    assert.equal(await mean.locator(".loss-terms li").count(), m);
    return points;
  };
  await soon(() => check(6)); // the table is filled twice a second, later where the machine is busy
  const plot = mean.locator(".plot.tappable");
  const box = await boxOf(plot);
  await plot.click({ position: { x: box.width * 0.2, y: box.height * 0.3 } });
  const added = (await soon(() => check(7)))[6];
  assert.ok(added[1] === 1 && added[0] < -2);
  await mean.getByRole("button", { name: "Other class" }).click();
  await soon(async () => assert.equal((await check(7))[6][1], 0));
  await mean.getByRole("button", { name: "Delete" }).click();
  await soon(() => check(6));

  const handle = mean.getByRole("slider", { name: "Point 1 of 6" });
  const at = await boxOf(handle);
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + 140, at.y + at.height / 2, { steps: 4 });
  await page.mouse.up();
  await soon(async () => assert.ok((await check(6))[0][0] > -1.5));
  await handle.focus();
  for (let k = 0; k < 6; k++) await page.keyboard.press("Delete");
  await mean.getByText("A mean of nothing is no number").waitFor();
  await part("lab").getByRole("button", { name: "Add a point" }).click();
  await soon(() => check(1));
});

test("the lab draws J(w), its slope and curvature of the same points, and says what it sees", async (t) => {
  const { part } = await open(t);
  const lab = part("lab");
  await lab.getByRole("button", { name: "two true minima" }).click();
  const sentence = (/** @type {string} */ loss) =>
    lab.locator(`[data-loss="${loss}"] .loss-sentence`).textContent();
  assert.match(
    /** @type {string} */ (await sentence("squared")),
    /^Two minima, at w = −2\.89 \(J = 0\.1854\) and w = 0\.33 \(J = 0\.1057\), with a hump of 0\.0120/,
  );
  assert.match(
    /** @type {string} */ (await sentence("cross-entropy")),
    /^One minimum, at w = 0\.46 .*bends upwards everywhere/,
  );
  for (const row of await tableOf(lab)) {
    const w = row[0];
    for (const [k, loss] of [
      [1, "squared"],
      [4, "cross-entropy"],
    ]) {
      // prettier-ignore
      const J = (/** @type {number} */ at) => cost(TWO, at, String(loss));
      const h = 1e-3;
      near(row[Number(k)], J(w), 0.012); // w itself is written with two decimals
      near(row[Number(k) + 1], (J(w + h) - J(w - h)) / (2 * h), 0.012);
      near(row[Number(k) + 2], (J(w + h) - 2 * J(w) + J(w - h)) / (h * h), 0.02);
    }
  }
  const presets = { overlapping: /^One minimum.*shelf.*bends down/, separable: /^No minimum in view.*shelf/, "one outlier": /^One minimum.*beyond a hump/ }; // prettier-ignore
  for (const [name, expected] of Object.entries(presets)) {
    await lab.getByRole("button", { name, exact: true }).click();
    assert.match(/** @type {string} */ (await sentence("squared")), expected);
    assert.match(/** @type {string} */ (await sentence("cross-entropy")), /bends upwards everywhere/);
  }
});

test("two starts race downhill as plain gradient descent does, into different valleys", async (t) => {
  const { page, part } = await open(t);
  const lab = part("lab");
  await lab.getByRole("button", { name: "two true minima" }).click();
  await lab.getByRole("textbox", { name: "learning rate α" }).fill("0.5");
  await lab.getByRole("slider", { name: "Start 1, squared error" }).focus();
  await page.keyboard.press("ArrowRight"); // 0.09 of the range
  for (let k = 0; k < 3; k++) await lab.getByRole("button", { name: "Step" }).click();
  const shown = async () => (await lab.locator(".loss-board tbody td").allTextContents()).map(asNumber);
  const numbers = await shown();
  assert.match(await textOf(lab.locator("caption")), /Iteration 3/);
  for (const [row, start] of [
    [0, -4.91],
    [1, 2],
  ])
    // prettier-ignore
    for (const [column, loss] of ["squared", "cross-entropy"].entries()) {
      let w = start;
      for (let t = 0; t < 3; t++) w -= 0.5 * slope(w, loss);
      near(numbers[4 * row + 2 * column], w, 0.002);
      near(numbers[4 * row + 2 * column + 1], cost(TWO, w, loss), 5e-5);
    }

  await lab.getByRole("textbox", { name: "learning rate α" }).fill("20");
  await lab.getByRole("button", { name: "Play" }).click();
  await lab.locator(".player").scrollIntoViewIfNeeded();
  await soon(async () => {
    const [left, , , , right] = await shown();
    near(left, -2.888, 0.05);
    near(right, 0.328, 0.2);
  });
  await lab.getByRole("button", { name: "Pause" }).click();
  await lab.getByRole("button", { name: "Reset" }).click();
  near((await shown())[0], -4.91, 1e-9);

  /** @param {number} w @param {string} loss */
  function slope(w, loss) {
    return (
      TWO.reduce((sum, [x, y]) => {
        const a = sigma(w * x);
        return sum + (a - y) * (loss === "squared" ? a * (1 - a) : 1) * x;
      }, 0) / TWO.length
    );
  }
});

test("axe finds nothing in either language and theme, and nothing is wider than a phone", async (t) => {
  const { page, figure } = await open(t, { width: 320, height: 700, still: true });
  await figure.locator("summary").last().click();
  await assertAccessible(page, { within: "#loss-and-cost" });
  const wide = await figure.evaluate((node) => node.scrollWidth);
  assert.ok(wide <= 320, `${wide}`);
});
