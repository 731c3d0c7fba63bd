// The figure gradient descent: one weight, two parameters, and learning rates from too small to too large.
import assert from "node:assert/strict";
import test from "node:test";
import { HOUSES } from "../../../web/notes/shared/houses.js";
import { asNumber, groupsOf, liveOf, tableOf } from "../shared/figure.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame } from "../shared/wait.js";

const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "gradient-descent", options);
  const [one, two] = [0, 1].map((k) => opened.figure.locator(".half").nth(k));
  return { ...opened, one, two };
}

/** dJ/dw and dJ/db of squared error on the houses, by plain loops. */
function slopes(w, b) {
  let [dw, db] = [0, 0];
  for (const { x, y } of HOUSES) {
    dw += ((w * x + b - y) * x) / HOUSES.length;
    db += (w * x + b - y) / HOUSES.length;
  }
  return { dw, db };
}

test("one step moves w by −α times the slope", async (t) => {
  const { one } = await open(t);
  const live = (name) => liveOf(one, name);
  const w = await live("w");
  const next = await live("next");
  assert.ok(Math.abs(next - (w - 0.2 * slopes(w, -1.1).dw)) < 0.002);
  await one.getByRole("button", { name: "Step" }).click();
  assert.ok(Math.abs((await live("w")) - next) < 0.0015);
});

test("the path of w and b is that of plain gradient descent", async (t) => {
  const { two } = await open(t);
  for (let k = 0; k < 5; k++) await two.getByRole("button", { name: "Step" }).click();
  const rows = await tableOf(two);
  let [w, b] = [-1, 3];
  for (const [n, shownW, shownB] of rows) {
    assert.ok(Math.abs(shownW - w) < 1e-4 && Math.abs(shownB - b) < 1e-4, `iteration ${n}`);
    const { dw, db } = slopes(w, b);
    [w, b] = [w - 0.3 * dw, b - 0.3 * db];
  }
  assert.equal(rows.length, 6);
});

test("a rate that is too large leaves the map and says so, in Chinese as well", async (t) => {
  const { two } = await open(t, { lang: "zh-CN" });
  await two.getByRole("button", { name: "太大", exact: true }).click();
  await two.getByText("跑丢了").waitFor({ timeout: 120000 });
});

test("a click chooses where to start", async (t) => {
  const { two, page } = await open(t);
  const plot = two.locator(".plot.tappable");
  const box = await boxOf(plot);
  await plot.click({ position: { x: box.width * 0.8, y: box.height * 0.3 } });
  await nextFrame(page);
  const says = await two
    .getByRole("slider", { name: "The present point (w, b)" })
    .getAttribute("aria-valuetext");
  const [w, b] = groupsOf(says, /w = ([−\d.]+), b = ([−\d.]+)/).map(asNumber);
  assert.ok(w > 4.5 && w < 6 && b > 0.5 && b < 3, String(says));
});
